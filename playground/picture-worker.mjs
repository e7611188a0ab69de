/** A thread of its own that makes the sizes of a photo, so that no picture ever holds up the server. */
import { parentPort } from "node:worker_threads";
import sharp from "sharp";

/** Sides above this many pixels in sum are refused by Telegram, and not worth decoding. */
const sumOfSidesMax = 10_000;

async function sizesOf(bytes, sides) {
  const turned = sharp(bytes, { failOn: "error" }).rotate();
  const { info } = await turned.clone().raw().toBuffer({ resolveWithObject: true });
  const longest = Math.max(info.width, info.height);
  const wanted = sides.filter((side) => side < longest);
  wanted.push(Math.min(longest, sides.at(-1)));
  const sizes = [];
  for (const side of new Set(wanted)) {
    const { data, info: made } = await turned
      .clone()
      .flatten({ background: "#ffffff" })
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      .jpeg({ quality: 87 })
      .toBuffer({ resolveWithObject: true });
    sizes.push({ bytes: data, width: made.width, height: made.height });
  }
  return sizes;
}

async function answer({ bytes, sides }) {
  try {
    const { width, height } = await sharp(bytes).metadata();
    if (width + height > sumOfSidesMax) return { width, height, sizes: [] };
    return { width, height, sizes: await sizesOf(bytes, sides) };
  } catch {
    return { notAnImage: true };
  }
}

parentPort.on("message", ({ job, port, signal }) => {
  void answer(job).then((made) => {
    port.postMessage(made);
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
});
