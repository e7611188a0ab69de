/** Which sheets a paper has, and in what words all of them are written. */
import { describe, expect, it } from "vitest";
import { printedDocument } from "../../../flows/documents/document.ts";
import type { Paper } from "../../../flows/documents/paper.ts";
import type { SheetKind } from "../../../flows/documents/parts.ts";
import {
  photoOf,
  returned,
  returnedInUkraine,
  writeOff,
  writeOffInUkraine,
} from "../../documents/sample-papers.ts";
import { linesOf, textIn as text } from "../../documents/sheet-text.ts";

const sheetsOf = (paper: Paper): readonly SheetKind[] =>
  printedDocument(paper).sheets.map(({ kind }) => kind);
const photo = photoOf("a".repeat(64));

describe("The document of a request", () => {
  it("for a write-off is the act, its specification, the sheet of visas and the photos", () => {
    expect(sheetsOf({ ...writeOff, photos: [photo] })).toEqual([
      "write-off-act",
      "specification",
      "visa-sheet",
      "photo-annex",
    ]);
  });

  it("for a return is the note, the letter, the specification, the visas on a sheet of their own, and the photos", () => {
    const { sheets } = printedDocument({ ...returned, photos: [photo] });
    expect(sheets.map(({ kind }) => kind)).toEqual([
      "return-note",
      "claim-letter",
      "specification",
      "visa-sheet",
      "photo-annex",
    ]);
    expect(sheets.some(({ below }) => below)).toBe(false);
  });

  it("has no annex of photos where there are none", () => {
    expect(sheetsOf(writeOff)).not.toContain("photo-annex");
  });

  it("keeps our visas to ourselves when a letter is printed for the supplier alone", () => {
    expect(sheetsOf({ ...returned, kind: "claim-letter" })).toEqual(["claim-letter", "specification"]);
  });

  it("is written in the language of the entity's country", () => {
    expect(printedDocument(writeOff).language).toBe("ru");
    expect(printedDocument(writeOffInUkraine).language).toBe("uk");
  });
});

describe("Papers of an entity in Ukraine", () => {
  it("have an act with the commission, its conclusion and the sum in hryvnias", () => {
    const act = text(
      {
        ...writeOffInUkraine,
        commission: { ...writeOff.commission, chair: { name: "Бойко Анна Іванівна" }, members: [] },
      },
      "write-off-act",
    );
    expect(act).toContain("АКТ СПИСАННЯ ТОВАРІВ № СП-2026-000017\nвід 14 березня 2026 р.");
    expect(act).toContain(
      "Комісія, призначена наказом від 12 січня 2026 р. № 12-к, у складі: голова комісії: Бойко А. І.",
    );
    expect(act).toContain("Десять тисяч гривень 00 копійок");
    expect(act).toContain("перелічені товари підлягають списанню з обліку");
  });

  it("have a return note with ЄДРПОУ, ІПН, IBAN, and VAT apart from the sum", () => {
    const note = text(returnedInUkraine, "return-note");
    expect(note).toContain(
      "ТОВ «Північний крок», ЄДРПОУ 90000015, ІПН 900000110015, IBAN UA693999990000026001000000101",
    );
    expect(note).toContain("Разом | 8 333,33\nПДВ 20 % | 1 666,67\nВсього | 10 000,00");
  });

  it.each([writeOffInUkraine, returnedInUkraine])(
    "hold no Russian letter and no rouble ($number)",
    (paper) => {
      const all = printedDocument({ ...paper, photos: [photo] })
        .sheets.flatMap(linesOf)
        .join("\n");
      expect(all).not.toMatch(/[ыэъё]|руб/i);
    },
  );
});

describe("The words of all forms", () => {
  it.each([writeOff, returned, writeOffInUkraine, returnedInUkraine])(
    "mix no Latin letters into Cyrillic words ($number)",
    (paper) => {
      const all = printedDocument({ ...paper, photos: [photo] })
        .sheets.flatMap(linesOf)
        .join("\n");
      expect(all.match(/[а-яёіїєґ’]+[a-z]|[a-z][а-яёіїєґ]/i)?.[0]).toBeUndefined();
    },
  );
});
