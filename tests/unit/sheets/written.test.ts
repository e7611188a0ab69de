/** Tables given away as files: read back they say what was written, and no name in them is ever a formula (W20, F126). */
import { parse } from "csv-parse/sync";
import { readSheet as readXlsx } from "read-excel-file/node";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SheetTable } from "../../../bot/sheets/table.ts";
import { readSheet } from "../../../bot/sheets/read-sheet.ts";
import { writeCsv } from "../../../bot/sheets/write-csv.ts";
import { writeWorkbook } from "../../../bot/sheets/write-workbook.ts";
import { unzipped } from "../../samples/unzipped.ts";

const table: SheetTable = {
  name: "Продажи: март/2026",
  columns: [
    { title: "Покупатель", kind: "text", width: 30 },
    { title: "ИНН", kind: "text", width: 14 },
    { title: "Сумма", kind: "money", width: 16 },
    { title: "Оплачено, %", kind: "percent", width: 10 },
    { title: "Срок", kind: "date", width: 12 },
    { title: "Платежей", kind: "number", width: 10 },
  ],
  rows: [
    ["ООО «Спортшкола Олимпик»", "0960300021", 15_000_050, 70, "2026-03-14", 2],
    ["ФОП Ґалаган; «Їжак»", "960300002393", -2_000_000, null, null, null],
  ],
  totals: [["Итого", null, 13_000_050, null, null, 2]],
};
const hostile = [
  "=1+1",
  '=HYPERLINK("http://evil.example";"Счёт")',
  "+7 900 000-10-01",
  "-2+3",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "\u0000=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM",
];
const ofNames = (names: readonly string[]): SheetTable => ({
  name: "Имена",
  columns: [{ title: "Имя", kind: "text", width: 20 }],
  rows: names.map((name) => [name]),
});

describe("a workbook", () => {
  test("holds sums as numbers, dates as dates, INN as text, and totals under the rows", async () => {
    const read = await readXlsx(Buffer.from(await writeWorkbook(table)));
    expect(read).toEqual([
      ["Покупатель", "ИНН", "Сумма", "Оплачено, %", "Срок", "Платежей"],
      ["ООО «Спортшкола Олимпик»", "0960300021", 150_000.5, 0.7, new Date("2026-03-14"), 2],
      ["ФОП Ґалаган; «Їжак»", "960300002393", -20_000, null, null, null],
      ["Итого", null, 130_000.5, null, null, 2],
    ]);
  });

  test("shows them as people here write them, under bold headings that stay in sight", async () => {
    const parts = unzipped(await writeWorkbook(table));
    const styles = parts.get("xl/styles.xml") ?? "";
    // 4 is «#,##0.00», 3 «#,##0», 9 «0%», 49 «@» in every Excel; they may be named as well
    for (const format of [/#,##0\.00|numFmtId="4"/, /dd\.mm\.yyyy/, /0%|numFmtId="9"/, /"@"|numFmtId="49"/])
      expect(styles).toMatch(format);
    expect(styles).toContain("<b/>");
    const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"/);
    expect(sheet).toMatch(/state="frozen"/);
    expect(parts.get("xl/workbook.xml")).toContain('name="Продажи март 2026"');
  });

  test("can be read by our own import", async () => {
    const read = await readSheet(Buffer.from(await writeWorkbook(table)));
    expect(read.kind === "sheet" && read.rows[1]).toEqual([
      "ООО «Спортшкола Олимпик»",
      "0960300021",
      "150000.5",
      "0.7",
      "2026-03-14",
      "2",
    ]);
  });

  test("has no formula, whatever a customer is called", async () => {
    const bytes = await writeWorkbook(ofNames(hostile));
    const xml = unzipped(bytes).get("xl/worksheets/sheet1.xml");
    expect(xml).toContain("<row");
    expect(xml).not.toMatch(/<f[ >/]/);
    const read = (await readXlsx(Buffer.from(bytes))).slice(1).map(([name]) => name);
    expect(read.every((name) => typeof name === "string")).toBe(true);
    expect(read.slice(0, 5)).toEqual(hostile.slice(0, 5));
  });

  test.each(["a".repeat(40), "[x]:*?/\\", "'кавычки'", "   "])(
    "takes the name «%s» for its sheet",
    async (name) => {
      const xml = unzipped(await writeWorkbook({ ...table, name })).get("xl/workbook.xml") ?? "";
      expect(/<sheet [^>]*name="([^"]*)"/.exec(xml)?.[1]).toMatch(/^[^[\]:*?/\\']{1,31}$/);
    },
  );

  test("is not spoilt by words that mean something to a program", async () => {
    const names = ["valueOf", "constructor", "__proto__", "toString", "hasOwnProperty"];
    const read = await readXlsx(Buffer.from(await writeWorkbook(ofNames(names))));
    expect(read.slice(1).map(([name]) => String(name).trim())).toEqual(names);
  });

  test("survives any words, and is read as the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "binary", minLength: 1 }), { minLength: 1 }),
        async (names) => {
          const bytes = await writeWorkbook(ofNames(["первое", ...names, "последнее"]));
          expect((await readXlsx(Buffer.from(bytes))).at(-1)).toEqual(["последнее"]);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("a CSV file", () => {
  const read = (of: SheetTable): string[][] => {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(writeCsv(of));
    expect(text.startsWith("\ufeff")).toBe(true);
    return parse(text.slice(1), { delimiter: ";", record_delimiter: "\r\n" });
  };

  test("is what Excel here opens by a double click", () => {
    expect(read(table)).toEqual([
      ["Покупатель", "ИНН", "Сумма", "Оплачено, %", "Срок", "Платежей"],
      ["ООО «Спортшкола Олимпик»", "0960300021", "150000,50", "70%", "14.03.2026", "2"],
      ["ФОП Ґалаган; «Їжак»", "960300002393", "-20000,00", "", "", ""],
      ["Итого", "", "130000,50", "", "", "2"],
    ]);
  });

  test("puts an apostrophe before what a program would take for a formula", () => {
    const cells = read(ofNames(hostile))
      .slice(1)
      .map(([cell = ""]) => cell);
    expect(cells).toHaveLength(hostile.length);
    for (const [index, cell] of cells.entries())
      expect(cell).toBe(`'${(hostile[index] ?? "").replaceAll("\u0000", "")}`);
  });

  test("leaves other words alone", () => {
    const names = ["ООО «Минус-1»", "a=b", "1 - 2", " отступ", 'с "кавычками"', "две\nстроки", "'уже"];
    expect(
      read(ofNames(names))
        .slice(1)
        .map(([cell]) => cell),
    ).toEqual(names);
  });

  test("survives any words: as many rows come back, and none begins like a formula", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", minLength: 1 })), (names) => {
        const cells = read(ofNames([...names, "x"])).slice(1);
        expect(cells).toHaveLength(names.length + 1);
        for (const [cell = ""] of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
  });
});
