/** Sheets of deals and of payments: which of the two it is by its headings, what a row tells, and which cell is wrong. */
import { describe, expect, test } from "vitest";
import { sheetProblemWords } from "../../../bot/sheets/words.ts";
import type { Language } from "../../../flows/ids.ts";
import { dealRowsMax } from "../../../flows/payments/deal-columns.ts";
import { readDealSheet } from "../../../flows/payments/deal-rows.ts";
import type { Rows } from "./model-store.ts";

const words = (rows: Rows, language: Language = "ru"): string[] =>
  readDealSheet(rows).problems.map((problem) => sheetProblemWords(problem, language));
const rowOf = (rows: Rows): unknown => {
  const sheet = readDealSheet(rows);
  return sheet.kind === "problems" ? sheet.problems : (sheet.rows[0] ?? sheet.problems);
};
/** A sheet of deals with one more column. */
const deal = (heading: string, cell: string): Rows => [
  ["№ заказа", "Сделка", "Сумма", heading],
  ["ЗП-1", "Кеды", "100", cell],
];
/** A sheet of payments with one more column. */
const payment = (heading: string, cell: string): Rows => [
  ["№ заказа", "Дата оплаты", "Сумма", heading],
  ["ЗП-1", "12.03.2026", "100", cell],
];

describe("a sheet of deals is known", () => {
  const headings = [
    ["Сделка", "№ заказа", "Сумма"],
    ["Название сделки", "Номер заказа", "Сумма сделки"],
    ["НАЗВА УГОДИ", "номер замовлення", "Сума"],
    ["Угода", "№ рахунку", "Сума угоди"],
    ["Сделка", "Номер счета", "сумма"],
    ["Сделка", "ID", "Сумма"],
    ["Сделка", "Код", "Сумма"],
    ["Сделка", "External id", "Сумма"],
  ];
  test.each(headings)("by %s, %s, %s", (...heading) => {
    expect(readDealSheet([heading, ["Кеды", "А-1", "100"]])).toMatchObject({ kind: "deals", problems: [] });
  });
  test("also with a date of its own", () => {
    expect(readDealSheet(deal("Дата", "12.03.2026")).kind).toBe("deals");
  });
  test("and tells all it has", () => {
    const rows: Rows = [
      [
        ["Код", "Сделка", "№ заказа", "№ счёта", "Стадия", "Покупатель", "ИНН", "Менеджер"],
        ["Сумма", "Валюта", "Оплачено", "Срок оплаты", "Наша пометка"],
      ].flat(),
      [
        ["ord-1", "Кроссовки  для сборной", "ЗП-2026-0112", "С-2026-0041", "В работе", "ООО «Олимпик»"],
        ["9603000215", "Петренко М. Р.", "150\u00a0000,00 ₽", "руб.", "45 000", "25.03.2026", "!"],
      ].flat(),
    ];
    expect(readDealSheet(rows)).toMatchObject({
      kind: "deals",
      problems: [],
      warnings: [],
      rows: [
        {
          row: 2,
          key: "ord-1",
          name: "Кроссовки для сборной",
          orderNumber: "ЗП-2026-0112",
          invoiceNumber: "С-2026-0041",
          stage: "В работе",
          customer: "ООО «Олимпик»",
          customerInn: "9603000215",
          manager: "Петренко М. Р.",
          total: 15_000_000,
          currency: "RUB",
          paid: 4_500_000,
          dueOn: "2026-03-25",
        },
      ],
    });
  });
});

describe("a sheet of payments is known", () => {
  const headings = [
    ["Дата оплаты", "№ заказа", "Сумма"],
    ["Дата", "№ счёта", "Сумма оплаты"],
    ["Дата сплати", "Номер рахунку", "Сума оплати"],
    ["Дата оплати", "Номер замовлення", "Сума"],
    ["Дата платежа", "Код сделки", "Сумма платежа"],
  ];
  test.each(headings)("by %s, %s, %s", (...heading) => {
    expect(readDealSheet([heading, ["12.03.2026", "А-1", "100"]])).toMatchObject({
      kind: "payments",
      problems: [],
    });
  });
  test("and tells all it has", () => {
    const rows: Rows = [
      [
        ["Код сделки", "№ заказа", "№ счёта", "Сумма", "Дата", "Номер п/п", "Плательщик", "ИНН"],
        ["Назначение платежа", "Валюта", "Код"],
      ].flat(),
      [
        ["ord-1", "ЗП-1", "С-1", "-20 000,50", "2026-03-12", "000118", "ООО «Олимпик»", "9603000215"],
        ["Возврат по счёту № С-1", "UAH", "pay-1"],
      ].flat(),
    ];
    expect(rowOf(rows)).toEqual({
      row: 2,
      dealKey: "ord-1",
      orderNumber: "ЗП-1",
      orderKey: "ЗП1",
      invoiceNumber: "С-1",
      invoiceKey: "С1",
      amount: -2_000_050,
      paidOn: "2026-03-12",
      number: "000118",
      payer: "ООО «Олимпик»",
      payerInn: "9603000215",
      purpose: "Возврат по счёту № С-1",
      currency: "UAH",
      key: "pay-1",
    });
  });
  test("where «№ п/п» counts rows and is no payment order", () => {
    expect(rowOf(payment("№ п/п", "1"))).not.toHaveProperty("number");
  });
});

describe("what the sheet is can't be told", () => {
  test("when the headings are those of both", () => {
    expect(words([["Сделка", "№ заказа", "Сумма", "Дата оплаты"]])).toEqual([
      "строка 1: столбец «Сделка» у сделок, столбец «Дата оплаты» у оплат: пришлите их двумя файлами",
    ]);
    expect(words(deal("Назначение платежа", "x"), "en")).toEqual([
      "row 1: column «Сделка» is of deals, column «Назначение платежа» of payments: send them as two files",
    ]);
  });
  test("when they are those of neither, such as a sheet of goods", () => {
    expect(
      words([
        ["Артикул", "Наименование", "Кол-во", "Сумма"],
        ["ОБ-1", "Кеды", "2", "100"],
      ]),
    ).toEqual([
      "строка 1: нет ни столбца сделок («Сделка», «Название сделки», «Назва угоди»), ни столбца оплат («Дата оплаты», «Дата оплати»)",
    ]);
    expect(words([])).toHaveLength(1);
  });
});

describe("a sheet is refused as a whole", () => {
  test("when a column is missing that every row needs", () => {
    expect(words([["Сделка", "№ заказа"]])).toEqual([
      "строка 1: нет столбца «Сумма», «Сума», «Сумма сделки»",
    ]);
    expect(words([["Сделка", "Сумма"]])).toEqual(["строка 1: нет столбца «№ заказа», «№ счёта», «Код»"]);
    expect(words([["Дата", "Сумма"]])).toEqual(["строка 1: нет столбца «№ заказа», «№ счёта», «Код сделки»"]);
    expect(words([["Назначение платежа", "№ счёта"]])).toHaveLength(2);
  });
  test("when two columns mean the same", () => {
    expect(words(deal("Номер заказа", "ЗП-2"))).toEqual([
      "строка 1: столбец A «№ заказа», столбец D «Номер заказа»: значат одно и то же",
    ]);
  });
  test("when there is nothing under the headings", () => {
    expect(
      words([
        ["Сделка", "№ заказа", "Сумма"],
        ["", " ", ""],
      ]),
    ).toEqual(["под заголовками нет ни одной строки"]);
  });
  test("when it has more rows than are taken at once", () => {
    const rows = [
      ["Сделка", "№ заказа", "Сумма"],
      ...Array<string[]>(dealRowsMax + 1).fill(["Кеды", "1", "2"]),
    ];
    expect(words(rows)).toEqual(["строк больше 50\u00a0000"]);
  });
});

describe("a cell is refused with its row, its column and what stands there", () => {
  const cases: [string, Rows, string][] = [
    ["a sum of words", deal("Оплачено", "сто"), "D «Оплачено»: нужна сумма: 5000 или 5 000,50 (сто)"],
    ["a total below zero", deal("Оплачено", "-5"), "D «Оплачено»: нужна сумма: 5000 или 5 000,50 (-5)"],
    ["three decimals", deal("Оплачено", "1,005"), "D «Оплачено»: нужна сумма: 5000 или 5 000,50 (1,005)"],
    [
      "a date that isn't",
      deal("Срок оплаты", "31.02.2026"),
      "D «Срок оплаты»: нужна дата: 2026-01-12 (31.02.2026)",
    ],
    [
      "a serial number of a day",
      deal("Срок оплаты", "46092"),
      "D «Срок оплаты»: нужна дата: 2026-01-12 (46092)",
    ],
    [
      "an American date",
      deal("Срок оплаты", "03/25/2026"),
      "D «Срок оплаты»: нужна дата: 2026-01-12 (03/25/2026)",
    ],
    [
      "another century",
      deal("Срок оплаты", "25.03.0026"),
      "D «Срок оплаты»: нужна дата: 2026-01-12 (25.03.0026)",
    ],
    ["another currency", deal("Валюта", "USD"), "D «Валюта»: нужно одно из: RUB, UAH (USD)"],
    [
      "letters for a tax number",
      deal("ИНН", "нет"),
      "D «ИНН»: нужен ИНН из 10 или 12 цифр либо ЄДРПОУ из 8 (нет)",
    ],
    [
      "a name too long",
      deal("Покупатель", "ы".repeat(301)),
      `D «Покупатель»: не длиннее 300 знаков (${"ы".repeat(39)}…)`,
    ],
    [
      "a number too long",
      deal("№ счёта", "9".repeat(65)),
      `D «№ счёта»: не длиннее 64 знаков (${"9".repeat(39)}…)`,
    ],
  ];
  test.each(cases)("%s", (_, rows, expected) =>
    expect(words(rows)).toEqual([`строка 2, столбец ${expected}`]),
  );

  test("every bad row of a sheet, while the good ones are read", () => {
    const rows: Rows = [
      ["№ заказа", "Дата", "Сумма"],
      ["ЗП-1", "12.03.2026", "0,00"],
      ["ЗП-1", "12.03.2026", "60 000"],
      ["", "", ""],
      ["б/н", "12.03.2026", "5"],
      ["ЗП-1", "", "5"],
    ];
    expect(words(rows)).toEqual([
      "строка 2, столбец C «Сумма»: нужна сумма не из одних нулей: 5000, 5 000,50, для возврата −5 000,50 (0,00)",
      "строка 5: нет ни номера заказа, ни номера счёта, ни кода сделки",
      "строка 6, столбец B «Дата»: не заполнено",
    ]);
    expect(rowOf(rows)).toMatchObject({ row: 3, amount: 6_000_000 });
  });
  test("a row that names two currencies, by its column or behind its sums", () => {
    expect(words(deal("Валюта", "₽"))).toEqual([]);
    const rows: Rows = [
      ["№ заказа", "Сделка", "Сумма", "Оплачено"],
      ["ЗП-1", "Кеды", "100 ₽", "5 грн"],
    ];
    expect(words(rows)).toEqual(["строка 2: в строке две разные валюты"]);
  });
});

describe("what another system writes is understood", () => {
  const days: [string, string][] = [
    ["12.03.2026", "2026-03-12"],
    ["2026-03-12", "2026-03-12"],
    ["12.03.2026 0:00:00", "2026-03-12"],
    ["12.03.2026 23:59", "2026-03-12"],
    ["2026-03-12T10:15:00", "2026-03-12"],
    ["29.02.2028", "2028-02-29"],
  ];
  test.each(days)("a day written %s", (text, dueOn) => {
    expect(rowOf(deal("Срок оплаты", text))).toMatchObject({ dueOn });
  });
  const currencies: [string, string][] = [
    ["₽", "RUB"],
    ["руб.", "RUB"],
    ["643", "RUB"],
    ["ГРН", "UAH"],
    ["₴", "UAH"],
    ["uah", "UAH"],
  ];
  test.each(currencies)("a currency written %s", (text, currency) => {
    expect(rowOf(deal("Валюта", text))).toMatchObject({ currency });
  });
  const numbers: [string, string][] = [
    ["9603000215", "9603000215"],
    ["96 0300 0215", "9603000215"],
    ["90000015", "90000015"],
    ["32129", "00032129"],
    ["500100732259", "500100732259"],
    ["105001234", "0105001234"],
  ];
  test.each(numbers)(
    "a tax number %s, its lost zeros put back where the check digit then fits",
    (text, customerInn) => {
      expect(rowOf(deal("ИНН", text))).toMatchObject({ customerInn });
    },
  );
  test.each(["№ С-41", "№С-41", "N С-41", "No. С-41"])("a number %s without its sign", (text) => {
    expect(rowOf(deal("№ счёта", text))).toMatchObject({ invoiceNumber: "С-41" });
  });
  test("a dash in place of a number is none", () => {
    expect(rowOf(deal("№ счёта", "—"))).not.toHaveProperty("invoiceNumber");
  });
  test("a tax number that fails its check is kept and doubted, for it was typed elsewhere (domain 4)", () => {
    const sheet = readDealSheet(deal("ИНН", "7707083894"));
    expect(sheet).toMatchObject({ kind: "deals", problems: [], rows: [{ customerInn: "7707083894" }] });
    expect(sheet.kind === "deals" && sheet.warnings.map((one) => sheetProblemWords(one, "uk"))).toEqual([
      "рядок 2, стовпець D «ИНН»: податковий номер не проходить перевірку (7707083894)",
    ]);
  });
  test("a formula in a name stays the text that it is", () => {
    const name = '=HYPERLINK("http://example.com";"Кеды")';
    expect(
      rowOf([
        ["Сделка", "№ заказа", "Сумма"],
        [name, "+7", "100"],
      ]),
    ).toMatchObject({ name, orderNumber: "+7" });
  });
  test("what can't be seen goes out of a name", () => {
    expect(rowOf(deal("Покупатель", "ООО\u202e «Пульс»\u200b\n2"))).toMatchObject({
      customer: "ООО «Пульс» 2",
    });
  });
});
