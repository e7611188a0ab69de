/** The first page of a stranger's PDF as a picture: what is opened, what is refused, and that only the child can be harmed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pdfmake from "pdfmake";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fontFolder, ptSans } from "../../bot/documents/font-files.ts";
import { createPrinter, printerLimits, type Printer } from "../../bot/documents/printer.ts";

const folder = mkdtempSync(join(tmpdir(), "first-page-"));
let printer: Printer;
beforeAll(() => {
  printer = createPrinter();
  pdfmake.setFonts({ PTSans: ptSans });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontFolder));
});
afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true });
});

const saved = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const made = (more: object): Promise<Buffer> =>
  pdfmake.createPdf({ content: ["Счёт на оплату"], defaultStyle: { font: "PTSans" }, ...more }).getBuffer();

/** A PDF of one page of any size, with anything drawn on it. */
function plainPdf(box: string, drawn: string): string {
  const stream = `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`;
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R >>`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    page,
    stream,
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join("");
  return `%PDF-1.4\n${body}trailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF`;
}

async function colourAt(jpeg: Uint8Array, left: number, top: number): Promise<number[]> {
  const pixel = await sharp(jpeg).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return [...pixel];
}

it.each([
  ["invoice-UT-1045-2026-03-11.pdf", 1414, 2000],
  ["upd-1045-2026-03-16.pdf", 2000, 1414],
])("%s is drawn upright, its long side 2000 pixels, with ink on white", async (name, width, height) => {
  const page = await printer.firstPage(join("playground/samples", name));
  if ("refused" in page) throw new Error(page.refused);
  expect([page.width, page.height]).toEqual([width, height]);
  const { channels } = await sharp(page.jpeg).stats();
  expect(channels[0]?.min).toBeLessThan(60);
  expect(channels[0]?.mean).toBeGreaterThan(200);
});

it("keeps the colours", async () => {
  const red = await printer.firstPage(saved("red.pdf", plainPdf("0 0 200 100", "1 0 0 rg 0 0 100 100 re f")));
  if ("refused" in red) throw new Error(red.refused);
  const [r = 0, g = 0, b = 0] = await colourAt(red.jpeg, 200, 500);
  expect([r > 240, g < 20, b < 20]).toEqual([true, true, true]);
  expect(Math.min(...(await colourAt(red.jpeg, 1800, 500)))).toBeGreaterThan(240);
});

it("asks for the password of a file that has one, and opens one that is only kept from being changed", async () => {
  const locked = await made({ userPassword: "secret", ownerPassword: "owner" });
  expect(await printer.firstPage(saved("locked.pdf", locked))).toEqual({ refused: "password" });
  const kept = await made({ ownerPassword: "owner", permissions: { modifying: false } });
  expect(await printer.firstPage(saved("kept.pdf", kept))).toHaveProperty("jpeg");
});

it.each([
  ["a text", "просто текст", "not-a-pdf"],
  ["nothing", "", "not-a-pdf"],
  ["a mark and nothing behind it", "%PDF-1.7\n", "damaged"],
  [
    "no page at all",
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>",
    "damaged",
  ],
])("refuses %s", async (_what, bytes, refused) => {
  expect(await printer.firstPage(saved("bad.pdf", bytes))).toEqual({ refused });
});

it("refuses one that was cut off in the middle, unless its first page can still be read", async () => {
  const whole = readFileSync("playground/samples/invoice-UT-1045-2026-03-11.pdf");
  const cut = await printer.firstPage(saved("cut.pdf", whole.subarray(0, 2000)));
  expect(cut).toEqual({ refused: "damaged" });
});

it("draws a page of any size within its limit", async () => {
  const vast = await printer.firstPage(saved("vast.pdf", plainPdf("0 0 1000000 1000000", "")));
  if ("refused" in vast) throw new Error(vast.refused);
  expect([vast.width, vast.height]).toEqual([2000, 2000]);
  const thin = await printer.firstPage(saved("thin.pdf", plainPdf("0 0 1 14400", "")));
  if ("refused" in thin) throw new Error(thin.refused);
  expect(Math.max(thin.width, thin.height)).toBe(2000);
});

it("stops at its time: the file counts as damaged, and the next one is drawn", async () => {
  const quick = createPrinter({ ...printerLimits, pageMs: 1500 });
  try {
    const endless = plainPdf("0 0 2000 2000", "0 0 m 2000 2000 l S ".repeat(3_000_000).slice(0, 30_000_000));
    expect(await quick.firstPage(saved("endless.pdf", endless))).toEqual({ refused: "damaged" });
  } finally {
    await quick.close();
  }
  expect(await printer.firstPage("playground/samples/upd-1045-2026-03-16.pdf")).toHaveProperty("jpeg");
});
