// Draws SVG files as PNG of 320 by 320: node bitmaps.mjs <from folder> <to folder> <key>...
import { readFileSync, writeFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";

const [from, to, ...keys] = process.argv.slice(2);
for (const key of keys) {
  const drawing = new Resvg(readFileSync(`${from}/${key}.svg`), { fitTo: { mode: "width", value: 320 } });
  writeFileSync(`${to}/${key}.png`, drawing.render().asPng());
}
