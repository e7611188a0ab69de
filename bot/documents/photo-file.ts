/** Photos as files: is it one that we take, and its copy without metadata. Runs only in the printer's child process. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import type { CleanPhoto, PhotoCheck, PhotoFormat, PhotoRefusal } from "./printer-jobs.ts";

/** Above this a picture is a bomb (F46); phones make 12 to 50 megapixels. */
const pixelsMax = 50_000_000;
/** Long side of the copy that is kept, pixels: Telegram's HD size. */
const keptSideMax = 2560;
const keptQuality = 88;
/** Long side and quality on paper: two photos in a row of A4 at 280 dpi. */
const printedSideMax = 1000;
const printedQuality = 70;

sharp.cache(false);
sharp.concurrency(1);
// Of all that libvips reads (SVG, PDF, TIFF …) only the three formats that we take are left open.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});

// Not "warning": some phones write JPEGs that are odd, but whole.
const decoding = { failOn: "error", limitInputPixels: pixelsMax } as const;

/** By the first bytes, never by the name (F47). */
function formatOf(bytes: Buffer): PhotoFormat | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "jpeg";
  if (bytes.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"))) return "png";
  const [riff, webp] = [bytes.toString("latin1", 0, 4), bytes.toString("latin1", 8, 12)];
  return riff === "RIFF" && webp === "WEBP" ? "webp" : undefined;
}

/** The control chunk of an animated PNG stands before its first picture data; libvips would show the first frame only. */
function isAnimatedPng(bytes: Buffer): boolean {
  const control = bytes.indexOf("acTL");
  return control !== -1 && control < bytes.indexOf("IDAT");
}

async function checked(bytes: Buffer): Promise<PhotoCheck> {
  const refuse = (refused: PhotoRefusal): PhotoCheck => ({ refused });
  const format = formatOf(bytes);
  if (format === undefined) return refuse("not-an-image");
  try {
    // Only the header is read here, so that a bomb is named as one before anything is unpacked.
    const head = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (head.width * head.height > pixelsMax) return refuse("too-many-pixels");
    if ((head.pages ?? 1) > 1 || (format === "png" && isAnimatedPng(bytes))) return refuse("animated");
    await sharp(bytes, decoding).stats();
    const { width, height } = head.autoOrient;
    return { width, height, format, bytes: bytes.length, sha256: sha256(bytes) };
  } catch {
    return refuse("damaged");
  }
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Decodes the whole picture, so that what passes can be shown and printed later. */
export async function checkPhoto(path: string): Promise<PhotoCheck> {
  return checked(await readFile(path));
}

/** A JPEG of at most 2560 px, upright, with no metadata: no place, no serial numbers (F48). */
export async function cleanPhoto(path: string): Promise<CleanPhoto> {
  const bytes = await readFile(path);
  const check = await checked(bytes);
  if ("refused" in check) return check;
  const { data, info } = await sharp(bytes, decoding)
    .autoOrient()
    .resize(keptSideMax, keptSideMax, { fit: "inside", withoutEnlargement: true })
    .flatten({ background: "white" })
    .jpeg({ quality: keptQuality })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: new Uint8Array(data), width: info.width, height: info.height, sha256: sha256(data) };
}

/** A small JPEG to be printed; none where the file is gone, damaged, or not what its hash says (F50). */
export async function printedPhoto(path: string, hash: string): Promise<Uint8Array | undefined> {
  try {
    const bytes = await readFile(path);
    if (sha256(bytes) !== hash) return undefined;
    return new Uint8Array(
      await sharp(bytes, decoding)
        .autoOrient()
        .resize(printedSideMax, printedSideMax, { fit: "inside", withoutEnlargement: true })
        .flatten({ background: "white" })
        .jpeg({ quality: printedQuality })
        .toBuffer(),
    );
  } catch {
    return undefined;
  }
}
