// How drawings are made small: same look, no ids, no style attributes (the site's CSP allows no inline styles).
export default {
  multipass: true,
  floatPrecision: 1,
  plugins: [
    "preset-default",
    "convertStyleToAttrs",
    "removeDimensions",
    { name: "removeAttrs", params: { attrs: ["id", "class", "data-.*"] } },
  ],
};
