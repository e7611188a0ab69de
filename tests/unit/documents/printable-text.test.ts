/** What may be printed: only what the font draws and a reader sees. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneLine, ownWords } from "../../../flows/documents/printable-text.ts";
import { printablePaper } from "../../../flows/documents/paper.ts";
import { writeOff } from "../../documents/sample-papers.ts";

/** Characters of the font, from its table `cmap` (format 4). */
function charactersOf(file: string): ReadonlySet<number> {
  const font = readFileSync(file);
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + 16 * at);
  const entry = tables.find((from) => font.toString("latin1", from, from + 4) === "cmap") ?? 0;
  const cmap = font.readUInt32BE(entry + 8);
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, at) => cmap + font.readUInt32BE(cmap + 8 + 8 * at),
  );
  const map = subtables.find((from) => font.readUInt16BE(from) === 4) ?? 0;
  const segments = font.readUInt16BE(map + 6);
  const found = new Set<number>();
  for (let at = 0; at < segments; at += 2) {
    const [end, start] = [font.readUInt16BE(map + 14 + at), font.readUInt16BE(map + 16 + segments + at)];
    for (let code = start; code <= end && code !== 0xffff; code++) found.add(code);
  }
  return found;
}

const { resolve } = createRequire(import.meta.url);
const faces = ["400Regular", "700Bold"].map((face) =>
  charactersOf(resolve(`@expo-google-fonts/pt-sans/${face}/PTSans_${face}.ttf`)),
);

describe("Printable text", () => {
  it("holds only characters that the font draws, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        for (const text of [oneLine(typed), ownWords(typed).replaceAll("\n", "")])
          for (const char of text)
            expect(
              faces.every((face) => face.has(char.codePointAt(0) ?? 0)),
              JSON.stringify(char),
            ).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("passes every character that the font draws and people write, one for one", () => {
    const everyday = "АЯаяЁёІіЇїЄєҐґ№«»„“”’—–…₽₴€%‰×±°§©AZaz09 ’'\"!?()[]{}<>&@#$";
    expect(oneLine(everyday)).toBe(everyday);
  });

  it("is stable: what was made printable stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        expect(oneLine(oneLine(typed))).toBe(oneLine(typed));
      }),
    );
  });

  it("drops what turns or hides text from names and other short fields", () => {
    expect(oneLine("ООО\u202E «Степ»\u200B\u2066\u{E0041}\u00AD")).toBe("ООО «Степ»");
    expect(oneLine("Белова\r\n\tАнна\u2028Сергеевна")).toBe("Белова Анна Сергеевна");
  });

  it("shows what turns or hides text in a person's own words", () => {
    expect(ownWords("сумма \u202E001")).toBe("сумма [U+202E]001");
    expect(ownWords("одно\u200Bслово")).toBe("одно[U+200B]слово");
  });

  it("keeps the lines of a person's own words, but not a page of empty ones", () => {
    expect(ownWords("раз\r\nдва\n\n\n\n\nтри")).toBe("раз\nдва\n\nтри");
  });

  it("names an emoji once, whatever colours and joins it", () => {
    expect(oneLine("👟")).toBe("[U+1F45F]");
    expect(oneLine("👍🏽 ❤️")).toBe("[U+1F44D] [U+2764]");
  });

  it("writes signs that the font lacks by those that it has", () => {
    expect(oneLine("✅ → ﬁ ① \u0438\u0306")).toBe("+ -> fi 1 й");
  });

  it("cleans every text of a paper, comments by the rule of own words", () => {
    const paper = printablePaper({
      ...writeOff,
      comment: "видно \u202E",
      department: { name: "Магазин\u200B № 2" },
    });
    expect(paper.comment).toBe("видно [U+202E]");
    expect(paper.department.name).toBe("Магазин № 2");
    expect(paper.lines).toEqual(writeOff.lines);
  });
});
