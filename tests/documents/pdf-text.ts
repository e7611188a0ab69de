/** Reads the text out of the PDFs that we print: their content streams and the glyph tables of their fonts. */
import { inflateSync } from "node:zlib";

type Objects = ReadonlyMap<number, { readonly head: string; readonly stream: string }>;

function objectsOf(pdf: Uint8Array): Objects {
  const raw = Buffer.from(pdf).toString("latin1");
  const found = new Map<number, { head: string; stream: string }>();
  for (const [, number, body = ""] of raw.matchAll(/(?<=\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = "", data] = body.split(/\nstream\n/);
    const bytes = Buffer.from((data ?? "").replace(/\nendstream$/, ""), "latin1");
    const packed = head.includes("/FlateDecode") && bytes.length > 0;
    found.set(Number(number), { head, stream: packed ? inflateSync(bytes).toString("latin1") : "" });
  }
  return found;
}

const reference = (head: string, key: string): number =>
  Number(new RegExp(`/${key} (?:\\[)?(\\d+) 0 R`).exec(head)?.[1] ?? Number.NaN);

const utf16 = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

/** Characters by glyph: ranges that list each glyph's text. */
function glyphTexts(objects: Objects, font: number): readonly string[] {
  const map = objects.get(reference(objects.get(font)?.head ?? "", "ToUnicode"))?.stream ?? "";
  const texts: string[] = [];
  for (const [, first = "", list = ""] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi))
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ""], at) => {
      texts[Number.parseInt(first, 16) + at] = utf16(hex.replaceAll(" ", ""));
    });
  return texts;
}

function pageText(objects: Objects, head: string): string {
  const resources = objects.get(reference(head, "Resources"))?.head ?? head;
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", font]) => [
      name,
      glyphTexts(objects, Number(font)),
    ]),
  );
  const content = objects.get(reference(head, "Contents"))?.stream ?? "";
  let texts: readonly string[] = [];
  let text = "";
  for (const [, font, array] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) texts = fonts.get(font) ?? [];
    for (const [, glyphs = ""] of (array ?? "").matchAll(/<([0-9a-f]*)>/gi))
      text += (glyphs.match(/.{4}/g) ?? []).map((glyph) => texts[Number.parseInt(glyph, 16)] ?? "?").join("");
    if (array !== undefined) text += " ";
  }
  return text.replace(/ +/g, " ");
}

/** The text of every page, words in the order in which they were set. */
export function pagesOf(pdf: Uint8Array): readonly string[] {
  const objects = objectsOf(pdf);
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b/.test(head))
    .map(({ head }) => pageText(objects, head));
}

/** Pictures that the file holds. */
export function pictureCount(pdf: Uint8Array): number {
  return [...objectsOf(pdf).values()].filter(({ head }) => head.includes("/Subtype /Image")).length;
}
