/** Sheet files: what the bytes are is seen from themselves; hostile ones are refused before they are unpacked (F125). */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFileApart } from "../../../bot/files/apart.ts";
import { readSheet } from "../../../bot/sheets/read-sheet.ts";
import { sheetLimits, type SheetLimits } from "../../../bot/sheets/sheet.ts";
import { csv, sixtyLines, workbookParts, xlsx, zip, type Rows } from "../../samples/sheets.ts";

const rows: Rows = [
  ["Артикул", "Кол-во"],
  ["ОБ-1002 ёлка", "2,5"],
];
const texts = { kind: "sheet", rows };

describe("a workbook is read", () => {
  test("with its sixty lines", async () => {
    const sheet = await readSheet(await xlsx(sixtyLines));
    expect(sheet.kind === "sheet" && sheet.rows).toHaveLength(61);
  });
  test("its numbers without exponent and binary noise, its dates as calendar days", async () => {
    const bytes = await xlsx([
      [9520000010027, 0.1 + 0.2, new Date(Date.UTC(2026, 2, 14))],
      ["0012", null, 2.5],
    ]);
    expect(await readSheet(bytes)).toEqual({
      kind: "sheet",
      rows: [
        ["9520000010027", "0.3", "2026-03-14"],
        ["0012", "", "2.5"],
      ],
    });
  });
  test("its empty rows in between stay, so that row numbers are those of the file", async () => {
    const sheet = await readSheet(await xlsx([["Артикул"], [null], ["ОБ-1002"], [null]]));
    expect(sheet).toEqual({ kind: "sheet", rows: [["Артикул"], [""], ["ОБ-1002"]] });
  });
});

describe("a text file is read", () => {
  test.each(["win1251", "cp866", "utf8", "utf16le", "utf16be"])("in %s", async (encoding) => {
    expect(await readSheet(csv(rows, ";", encoding))).toEqual(texts);
  });
  test("in windows-1251 though no-break spaces of sums are more than its letters", async () => {
    const sums = Array.from({ length: 50 }, () => ["1\u00a0234\u00a0567,50", "«№»"]);
    const sheet = await readSheet(csv([["сумма", "счёт"], ...sums], ";", "win1251"));
    expect(sheet).toMatchObject({ rows: [["сумма", "счёт"], ...sums] });
  });
  test.each([";", "\t"])("separated by %j", async (separator) => {
    expect(await readSheet(csv(rows, separator, "utf8"))).toEqual(texts);
  });
  test("separated by commas, with quoted cells", async () => {
    const bytes = Buffer.from('Артикул,Кол-во\n"ОБ-1002 ёлка","2,5"\n');
    expect(await readSheet(bytes)).toEqual(texts);
  });
  test("with a line of its own that names the separator", async () => {
    expect(await readSheet(Buffer.from("sep=;\nАртикул;Кол-во\nОБ-1002 ёлка;2,5"))).toEqual(texts);
  });
  test("with a quote in the middle of a cell and a line break inside quotes", async () => {
    const bytes = Buffer.from('Товар;Кол-во\nКеды "Двор";1\n"два\nслова";2');
    expect(await readSheet(bytes)).toMatchObject({
      rows: [
        ["Товар", "Кол-во"],
        ['Кеды "Двор"', "1"],
        ["два\nслова", "2"],
      ],
    });
  });
  test("with rows of unequal length", async () => {
    expect(await readSheet(Buffer.from("а;б;в\n1\n1;2;3;4"))).toMatchObject({ kind: "sheet" });
  });
});

describe("refused as", () => {
  const picture = readFileSync("playground/samples/02-sneakers-defect-no-code.jpg");
  const bomb = Buffer.alloc(60_000_000, 0x20);
  const cases: [string, Buffer, object][] = [
    ["empty: no bytes", Buffer.alloc(0), { kind: "empty-sheet" }],
    ["empty: only blank lines", Buffer.from("\n ; \n\n"), { kind: "empty-sheet" }],
    ["no sheet: a photo", picture, { kind: "not-a-sheet" }],
    ["no sheet: a PDF", Buffer.from("%PDF-1.7\n1 0 obj"), { kind: "not-a-sheet" }],
    ["no sheet: a web page", Buffer.from("<html><table>"), { kind: "not-a-sheet" }],
    ["the format of before 2007", Buffer.from("d0cf11e0a1b11ae1", "hex"), { kind: "old-xls" }],
    ["a zip that is no workbook", zip({ "photo.jpg": picture }), { kind: "zip-not-workbook" }],
    ["damaged: a zip cut short", zip({ ...workbookParts }).subarray(0, 100), { kind: "damaged" }],
    ["damaged: a workbook of nonsense", zip({ ...workbookParts }), { kind: "damaged" }],
    ["damaged: a quote that is never closed", Buffer.from('а;б\n"1;2\n3;4'), { kind: "damaged" }],
    ["a bomb", zip({ ...workbookParts, "xl/worksheets/sheet1.xml": bomb }), { kind: "packed-too-tight" }],
    [
      "damaged: a bomb that the list of contents hides",
      zip({ ...workbookParts, "xl/worksheets/sheet1.xml": bomb }, ["xl/worksheets/sheet1.xml"]),
      { kind: "damaged" },
    ],
    [
      "too big",
      Buffer.alloc(sheetLimits.bytesMax + 1, 0x20),
      { kind: "too-big", bytesMax: sheetLimits.bytesMax },
    ],
    [
      "too many rows",
      Buffer.from("а\n" + "1\n".repeat(sheetLimits.rowsMax + 1)),
      { kind: "too-many-rows", rowsMax: sheetLimits.rowsMax },
    ],
    [
      "too many columns",
      Buffer.from("а;".repeat(sheetLimits.columnsMax + 1) + "\n1"),
      { kind: "too-many-columns", columnsMax: sheetLimits.columnsMax },
    ],
    [
      "a cell too long",
      Buffer.from(`а\nб\n${"в".repeat(sheetLimits.cellMax + 1)}`),
      { kind: "cell-too-long", row: 3, max: sheetLimits.cellMax },
    ],
  ];
  test.each(cases)("%s", async (_, bytes, refusal) => expect(await readSheet(bytes)).toEqual(refusal));

  test("nothing, when there are exactly as many rows as are allowed", async () => {
    const sheet = await readSheet(Buffer.from("а\n" + "1\n".repeat(sheetLimits.rowsMax)));
    expect(sheet.kind).toBe("sheet");
  });
});

/** A workbook that says how many rows hold a value, and that nobody could read: what is refused is so before reading. */
function unreadable(...sheets: readonly string[]): Buffer {
  const entries = sheets.map((rows, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    Buffer.from(`<sheetData>${rows}</sheetData>`),
  ]);
  return zip({ ...workbookParts, ...Object.fromEntries(entries) });
}

describe("a workbook of too many rows is refused before it is read", () => {
  const row = "<row><c><v>1</v></c></row>";
  const limits: SheetLimits = { ...sheetLimits, rowsMax: 10 };
  const refusal = { kind: "too-many-rows", rowsMax: 10 };
  test("by the rows that hold a value", async () => {
    expect(await readSheet(unreadable(row.repeat(12)), limits)).toEqual(refusal);
    expect(await readSheet(unreadable(row.repeat(11)), limits)).toEqual({ kind: "damaged" });
  });
  test("not for rows that are only formatted, or filled with formulas that give nothing", async () => {
    const empty = '<row><c s="1"/></row><row><c t="str"><f>IF(A1="","",1)</f><v></v></c></row>';
    expect(await readSheet(unreadable(empty.repeat(20) + row), limits)).toEqual({ kind: "damaged" });
  });
  test("not for another sheet of it that is long", async () => {
    expect(await readSheet(unreadable(row.repeat(50), row), limits)).toEqual({ kind: "damaged" });
  });
});

describe("a file of a stranger", () => {
  test("is read the same in its own process", async () => {
    expect(await readFileApart({ kind: "sheet", bytes: csv(rows) })).toEqual(texts);
  });
  test("that claims a cell at the far end of a sheet costs only that process", async () => {
    const sheet =
      '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>' +
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
    const workbook =
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>';
    const relations =
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
    const bytes = zip({
      ...workbookParts,
      "xl/workbook.xml": Buffer.from(workbook),
      "xl/_rels/workbook.xml.rels": Buffer.from(relations),
      "xl/worksheets/sheet1.xml": Buffer.from(sheet),
    });
    const answer = await readFileApart({ kind: "sheet", bytes });
    expect(["took-too-long", "damaged", "too-many-rows", "too-many-columns"]).toContain(answer.kind);
  });
});
