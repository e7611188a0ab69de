/** Goods lines that come as a file: columns by their usual names, all rows or none, and which cell is wrong. */
import { describe, expect, test } from "vitest";
import { goodsFileWords, readGoodsFile } from "../../../bot/goods-file.ts";
import { sheetProblemWords } from "../../../bot/sheets/words.ts";
import type { Product } from "../../../flows/company/company.ts";
import { readProductRows, readSupplierRows } from "../../../flows/goods/catalogue-rows.ts";
import { matchRows, readRequestRows } from "../../../flows/goods/request-rows.ts";
import { columnLetter } from "../../../flows/sheets/columns.ts";
import { id, type Sku } from "../../../flows/ids.ts";
import { csv, sixtyLines, xlsx } from "../../samples/sheets.ts";

/** Problems of a table, in Russian. */
function problemsOf(rows: readonly (readonly string[])[]): string[] {
  const read = readRequestRows(rows);
  return read.kind === "problems" ? read.problems.map((problem) => sheetProblemWords(problem, "ru")) : [];
}

describe("columns are known by their usual names", () => {
  const headings: [string, string][] = [
    ["Артикул", "Кол-во"],
    ["SKU", "Количество"],
    ["Код", "Кількість"],
    ["АРТИКУЛ", "кол. во"],
    ["Штрихкод", "К-во"],
    ["EAN", "qty"],
    ["ШК", "К-сть"],
    ["Наименование", "Кол"],
    ["Назва", "Кіл-сть"],
    ["Товар", "КОЛ-ВО"],
  ];
  test.each(headings)("%s and %s", (goods, quantity) => {
    const read = readRequestRows([
      ["№", goods, "Цена", quantity],
      ["1", "ОБ-1002", "5000", "2"],
    ]);
    expect(read).toMatchObject({ kind: "rows", rows: [{ row: 2, quantity: 2_000 }] });
  });
});

describe("it is said what is wrong and where", () => {
  test("when the quantity's column is missing", () => {
    expect(
      problemsOf([
        ["Артикул", "Штук"],
        ["ОБ-1002", "2"],
      ]),
    ).toEqual(["строка 1: нет столбца «Кол-во», «Количество», «Кількість»"]);
  });
  test("when nothing names the goods", () => {
    expect(problemsOf([["Кол-во"], ["2"]])).toEqual([
      "строка 1: нет столбца «Артикул», «Штрихкод», «Наименование»",
    ]);
  });
  test("when two columns mean the same", () => {
    expect(
      problemsOf([
        ["Артикул", "Кол-во", "Количество"],
        ["ОБ-1002", "2", "3"],
      ]),
    ).toEqual(["строка 1: столбец B «Кол-во», столбец C «Количество»: значат одно и то же"]);
  });
  test("when there are only headings", () => {
    expect(problemsOf([["Артикул", "Кол-во"]])).toEqual(["под заголовками нет ни одной строки"]);
  });
  test("for every bad row, with what stands there", () => {
    const bad = [
      ["Артикул", "Наименование", "Кол-во"],
      ["ОБ-1002", "", "12,5,3"],
      ["ОБ-1002", "", "2"],
      ["", "", ""],
      ["ОБ-1002", "", "-4"],
      ["", "", "7"],
      ["ОБ-1002", "", ""],
      ["ОБ-1002", "", "1000000000000"],
    ];
    expect(problemsOf(bad)).toEqual([
      "строка 2, столбец C «Кол-во»: нужно число: 2 или 2,5 (12,5,3)",
      "строка 5, столбец C «Кол-во»: количество меньше нуля (-4)",
      "строка 6: нет ни артикула, ни штрихкода, ни наименования",
      "строка 7, столбец C «Кол-во»: не указано количество",
      "строка 8, столбец C «Кол-во»: количество больше миллиона (1000000000000)",
    ]);
  });
});

describe("rows are put to the catalogue", () => {
  const pair: Product = { sku: id<Sku>("ОБ-1002"), name: "Кроссовки", model: "Кроссовки", unit: "пара" };
  const rowsOf = (quantity: string) => {
    const read = readRequestRows([
      ["Артикул", "Кол-во"],
      ["ОБ-1002", quantity],
      ["Х-1", "1"],
    ]);
    return read.kind === "rows" ? read.rows : [];
  };
  const find = (row: { sku?: string }) => (row.sku === "ОБ-1002" ? pair : undefined);

  test("a row that it doesn't know stands outside it, under the name it has", () => {
    const matched = matchRows(rowsOf("2"), find);
    expect(matched).toMatchObject({
      rows: [
        { product: pair, name: "Кроссовки", unit: "пара", quantity: 2_000 },
        { name: "Х-1", unit: "шт", quantity: 1_000 },
      ],
    });
  });
  test("half a pair refuses the whole file", () => {
    const matched = matchRows(rowsOf("2,5"), find);
    expect(
      matched.kind === "problems" && matched.problems.map((one) => sheetProblemWords(one, "ru")),
    ).toEqual(["строка 2: нужно целое число (Кроссовки)"]);
  });
});

describe("a catalogue", () => {
  test("is read with prices, rates and sizes", () => {
    const read = readProductRows([
      ["Артикул", "Наименование", "Штрихкод", "Ед.", "Цена", "НДС", "Поставщик"],
      ["ОБ-1", "Кеды «Двор», белый, р. 41", "4006381333931", "пар", "2 100,50", "22 %", "vikhr"],
      ["ОД-2", "Пакет", "", "", "", "без НДС", ""],
    ]);
    expect(read).toMatchObject({
      kind: "rows",
      values: [
        {
          sku: "ОБ-1",
          model: "Кеды «Двор», белый",
          size: "41",
          barcode: "4006381333931",
          unit: "пара",
          price: 210_050,
          vat: 22,
          supplier: "vikhr",
        },
        { sku: "ОД-2", name: "Пакет", model: "Пакет", unit: "шт" },
      ],
    });
    expect(read.kind === "rows" && read.values[1]).not.toHaveProperty("vat");
  });
  test("gets back the zeros that a sheet took from a barcode, if the check digit then fits", () => {
    const read = readProductRows([
      ["Артикул", "Наименование", "EAN"],
      ["1", "а", "12345678905"],
      ["2", "б", "123456789"],
    ]);
    expect(read).toMatchObject({ values: [{ barcode: "0012345678905" }, { barcode: "123456789" }] });
  });
  test("names each bad cell", () => {
    const read = readProductRows([
      ["Артикул", "Наименование", "Цена", "НДС"],
      ["1", "а", "1e3", "19 %"],
      ["", "б", "", ""],
    ]);
    const words = read.kind === "problems" ? read.problems.map((one) => sheetProblemWords(one, "ru")) : [];
    expect(words).toEqual([
      "строка 2, столбец D «НДС»: такой ставки НДС нет; без налога: «без НДС» (19 %)",
      "строка 2, столбец C «Цена»: нужна сумма: 5000 или 5 000,50 (1e3)",
      "строка 3, столбец A «Артикул»: не заполнено",
    ]);
  });
  test("of suppliers refuses a wrong tax number and two recipients in one address", () => {
    const read = readSupplierRows([
      ["Код", "Наименование", "ИНН", "E-mail"],
      ["step", "ООО «Степ»", "9602000118", "a@x.example, b@x.example"],
    ]);
    const words = read.kind === "problems" ? read.problems.map((one) => sheetProblemWords(one, "uk")) : [];
    expect(words).toEqual([
      "рядок 2, стовпець C «ИНН»: податковий номер не проходить перевірку (9602000118)",
      "рядок 2, стовпець D «E-mail»: потрібна одна адреса пошти (a@x.example, b@x.example)",
    ]);
  });
});

describe("a file from the chat", () => {
  test("with sixty lines becomes sixty rows, as a workbook and as text", async () => {
    for (const bytes of [await xlsx(sixtyLines), csv(sixtyLines)]) {
      const file = await readGoodsFile(bytes);
      expect(file.kind === "rows" && file.rows).toHaveLength(60);
    }
  });
  test("that is none is refused in words", async () => {
    const file = await readGoodsFile(Buffer.from("%PDF-1.7"));
    expect(file.kind !== "rows" && goodsFileWords(file, "en")).toBe(
      "this is no sheet: an .xlsx or .csv file is expected",
    );
  });
  test("with many mistakes tells the first ten and how many more there are", async () => {
    const bytes = csv([["Артикул", "Кол-во"], ...Array.from({ length: 13 }, () => ["ОБ-1", "нет"])]);
    const file = await readGoodsFile(bytes);
    const words = file.kind === "rows" ? [] : goodsFileWords(file, "ru").split("\n");
    expect(words).toHaveLength(11);
    expect(words.at(-1)).toBe("… и ещё 3");
  });
});

test("columns have the letters of a sheet program", () => {
  expect([0, 25, 26, 27, 51, 52, 701, 702].map(columnLetter)).toEqual([
    "A",
    "Z",
    "AA",
    "AB",
    "AZ",
    "BA",
    "ZZ",
    "AAA",
  ]);
});
