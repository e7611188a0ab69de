/** The printer's child process: what it takes, what it refuses, and that nothing it meets harms anybody else. */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPrinter, printerLimits } from "../../bot/documents/printer.ts";
import type { Printer } from "../../bot/documents/printer.ts";
import { pagesOf, pictureCount } from "./pdf-text.ts";
import { photoOf, writeOff } from "./sample-papers.ts";

const folder = mkdtempSync(join(tmpdir(), "printer-"));
let printer: Printer;
let photo: Buffer;

const saved = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const coloured = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#a03040" }, limitInputPixels: false });

/** Something that doesn't compress away, so that cutting it hurts. */
async function noisePhoto(): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  return sharp({ create: { width: 800, height: 600, channels: 3, background: "white", noise } })
    .jpeg()
    .toBuffer();
}

beforeAll(async () => {
  printer = createPrinter();
  photo = await noisePhoto();
});
afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true });
});

describe("A photo", () => {
  it.each(["jpeg", "png", "webp"] as const)("is taken as %s, whatever its name says", async (format) => {
    const bytes = await sharp(photo).toFormat(format).toBuffer();
    expect(await printer.checkPhoto(saved("photo.txt", bytes))).toEqual({
      width: 800,
      height: 600,
      format,
      bytes: bytes.length,
      sha256: sha256(bytes),
    });
  });

  it.each([
    ["a text", "просто текст"],
    ["nothing", ""],
    ["a drawing with scripts", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"],
    ["a PDF", "%PDF-1.7\n"],
    ["a GIF", "GIF89a\u0001"],
  ])("named .jpg that is %s is no image (F47)", async (_, bytes) => {
    expect(await printer.checkPhoto(saved("photo.jpg", bytes))).toEqual({ refused: "not-an-image" });
  });

  it("that broke off on its way is damaged (F47)", async () => {
    const half = photo.subarray(0, photo.length / 2);
    expect(await printer.checkPhoto(saved("half.jpg", half))).toEqual({ refused: "damaged" });
    expect(await printer.cleanPhoto(saved("half.jpg", half))).toEqual({ refused: "damaged" });
  });

  it("of 256 megapixels in a small file is refused before it is unpacked (F46)", async () => {
    const bomb = await coloured(16_000, 16_000).png({ compressionLevel: 9 }).toBuffer();
    expect(await printer.checkPhoto(saved("bomb.png", bomb))).toEqual({ refused: "too-many-pixels" });
  });

  it("that moves is refused (F47)", async () => {
    const frames = await Promise.all([
      coloured(20, 20).png().toBuffer(),
      sharp(photo).resize(20, 20).png().toBuffer(),
    ]);
    const moving = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    expect(await printer.checkPhoto(saved("moving.webp", moving))).toEqual({ refused: "animated" });
    expect(await printer.checkPhoto(saved("moving.png", animatedPng(frames[0] ?? Buffer.of())))).toEqual({
      refused: "animated",
    });
  });

  it("is kept upright, without place and camera, at most 2560 pixels wide (F48)", async () => {
    const large = await coloured(3000, 4000)
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Make: "Secret camera" } })
      .jpeg()
      .toBuffer();
    expect(large.includes("Secret camera")).toBe(true);
    const clean = await printer.cleanPhoto(saved("large.jpg", large));
    if ("refused" in clean) throw new Error(clean.refused);
    expect([clean.width, clean.height]).toEqual([2560, 1920]);
    expect(clean.sha256).toBe(sha256(clean.jpeg));
    const { exif, orientation, format } = await sharp(clean.jpeg).metadata();
    expect({ exif, orientation, format }).toEqual({
      exif: undefined,
      orientation: undefined,
      format: "jpeg",
    });
  });

  it("is an error, not a refusal, when its file isn't there", async () => {
    await expect(printer.checkPhoto(join(folder, "nowhere.jpg"))).rejects.toThrow(/ENOENT/);
  });
});

describe("Printing", () => {
  it("shows the photos that are what their hash says, and a frame for the others (F50)", async () => {
    const other = await coloured(100, 100).jpeg().toBuffer();
    const paths: Record<string, string> = {
      [sha256(photo)]: saved("kept.jpg", photo),
      ["b".repeat(64)]: saved("swapped.jpg", other),
      ["c".repeat(64)]: join(folder, "gone.jpg"),
    };
    const paper = { ...writeOff, photos: Object.keys(paths).map((hash) => photoOf(hash)) };
    const file = await printer.print(paper, (hash) => paths[hash] ?? "");
    expect(pictureCount(file)).toBe(1);
    expect(
      pagesOf(file)
        .join()
        .match(/отсутствует или повреждён/g),
    ).toHaveLength(2);
  });

  it("gives the same bytes in the same child and in another", async () => {
    const path = saved("same.jpg", photo);
    const paper = { ...writeOff, photos: [photoOf(sha256(photo))] };
    const first = await printer.print(paper, () => path);
    await printer.close();
    const second = await printer.print(paper, () => path);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it("does jobs in turn, however many come at once", async () => {
    const path = saved("turn.jpg", photo);
    const jobs = [printer.checkPhoto(path), printer.print(writeOff, () => ""), printer.checkPhoto(path)];
    const [check, file, again] = await Promise.all(jobs);
    expect(again).toEqual(check);
    expect(file).toBeInstanceOf(Uint8Array);
  });
});

describe("A picture that is too much for the child", () => {
  it("counts as damaged when it takes too long, and the next job finds a fresh child", async () => {
    const impatient = createPrinter({ ...printerLimits, photoMs: 1 });
    const huge = saved("huge.webp", await coloured(6000, 6000).webp({ effort: 0 }).toBuffer());
    expect(await impatient.checkPhoto(huge)).toEqual({ refused: "damaged" });
    expect(pagesOf(await impatient.print(writeOff, () => ""))).toHaveLength(3);
    await impatient.close();
  });

  it("fails a print out of memory without harming this process (F19)", async () => {
    const poor = createPrinter({ ...printerLimits, heapMb: 48 });
    const many = { ...writeOff, comment: "очень много слов ".repeat(60_000) };
    await expect(poor.print(many, () => "")).rejects.toThrow(/died|start/);
    await poor.close();
  });
});

/** A still PNG with the control chunk of an animation put in front of its data. */
function animatedPng(still: Buffer): Buffer {
  const header = 8 + 25;
  const control = Buffer.alloc(20);
  control.writeUInt32BE(8, 0);
  control.write("acTL", 4, "latin1");
  control.writeUInt32BE(2, 8);
  return Buffer.concat([still.subarray(0, header), control, still.subarray(header)]);
}
