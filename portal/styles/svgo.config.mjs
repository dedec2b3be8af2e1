// How drawings are made small: same look, no ids, no style attributes (the site's CSP allows no inline styles).
export default {
  multipass: true,
  // A tenth of a unit on a 72-unit canvas is less than a tenth of a pixel as shown.
  floatPrecision: 1,
  plugins: [
    "preset-default",
    "convertStyleToAttrs",
    "removeDimensions",
    { name: "removeAttrs", params: { attrs: ["id", "class", "data-.*"] } },
  ],
};
