// Makes the derivatives of every photo of a folder with eleventy-img, all at once, as many at a time as it likes.
// node eleventy.mjs PACKAGE PHOTOS OUTPUT WEBP_WIDTHS JPEG_WIDTH WEBP_QUALITY JPEG_QUALITY
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [module, photos, output, widths, jpegWidth, webpQuality, jpegQuality] = process.argv.slice(2);
const { default: image } = await import(pathToFileURL(join(module, "img.js")));

const common = { outputDir: output };
const webp = {
  ...common,
  widths: widths.split(",").map(Number),
  formats: ["webp"],
  sharpWebpOptions: { quality: Number(webpQuality), effort: 4 },
};
const jpeg = {
  ...common,
  widths: [Number(jpegWidth)],
  formats: ["jpeg"],
  sharpJpegOptions: { quality: Number(jpegQuality), progressive: true, optimiseCoding: true },
};

const files = (await readdir(photos)).map((name) => join(photos, name));
await Promise.all(files.flatMap((file) => [image(file, webp), image(file, jpeg)]));
