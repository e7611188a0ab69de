/** Pictures made for a test: of any size, each pair of sides its own bytes. */
import sharp from "sharp";
import type { Sharp } from "sharp";

/** A plain PNG. */
export async function pngOf(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  return copied(await picture(width, height).png().toBuffer());
}

/** A JPEG full of noise, so that it does not shrink. */
export async function noisyJpegOf(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
  const made = sharp({ create: { width, height, channels: 3, background: "#888", noise } });
  return copied(await made.jpeg({ quality: 95 }).toBuffer());
}

function picture(width: number, height: number): Sharp {
  return sharp({
    create: { width, height, channels: 3, background: { r: width % 256, g: height % 256, b: 90 } },
  });
}

function copied(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}
