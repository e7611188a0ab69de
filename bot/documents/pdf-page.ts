/** The first page of a stranger's PDF as a picture. Runs only in the printer's child process. */
import { readFile } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { PDFiumLibrary, type PDFiumDocument, type PDFiumPage } from "@hyzyla/pdfium";
import sharp from "sharp";
import type { FirstPage } from "./printer-jobs.ts";

/** Memory of the reader, in pages of 64 KiB: the look at the child's memory can't interrupt it. Set before it is loaded. */
setFlagsFromString("--wasm-max-mem-pages=8192");

/** Long side of the picture, pixels: small print of an A4 page can be read. However large the page says it is. */
const sideMax = 2000;
const quality = 85;
/** A reader finds the mark even when some program has put a few bytes before it. */
const markWithin = 1024;

export async function firstPage(path: string): Promise<FirstPage> {
  const bytes = await readFile(path);
  if (!bytes.subarray(0, markWithin).includes("%PDF-")) return { refused: "not-a-pdf" };
  const library = await PDFiumLibrary.init();
  let document: PDFiumDocument | undefined;
  try {
    document = await library.loadDocument(bytes);
    return await picture(document.getPage(0));
  } catch (error) {
    return { refused: /password|security/i.test(String(error)) ? "password" : "damaged" };
  } finally {
    document?.destroy();
  }
}

async function picture(page: PDFiumPage): Promise<FirstPage> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = sideMax / Math.max(originalWidth, originalHeight);
  // Of a page as thin as a hair something is left to be seen.
  const [width, height] = [originalWidth, originalHeight].map((side) =>
    Math.max(1, Math.round(side * scale)),
  );
  if (width === undefined || height === undefined || !Number.isFinite(scale)) return { refused: "damaged" };
  const drawn = await page.render({ scale: 1, width, height, renderFormFields: true });
  const { data, info } = await sharp(drawn.data, {
    raw: { width: drawn.width, height: drawn.height, channels: 4 },
  })
    .flatten({ background: "white" })
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: new Uint8Array(data), width: info.width, height: info.height };
}
