/** ТОРГ-12 as the note of a return to the supplier (ОКУД 0330212): we are the sender, he is the consignee (domain 5.4, 5.5). */
import { amountParts, countInWords } from "./amount-in-words.ts";
import { shortDate } from "./dates.ts";
import { formatSum } from "../goods/money.ts";
import { formatNumber } from "../goods/quantity.ts";
import { unitOf } from "../goods/units.ts";
import {
  basisOfReturn,
  blank,
  dateOrBlank,
  departmentLine,
  entityRequisites,
  signature,
  supplierRequisites,
} from "./form-lines.ts";
import { lineNet, lineNetPrice, lineSum, lineVat, paperDate, quantityTotal, totals } from "./paper.ts";
import type { Paper, PaperLine } from "./paper.ts";
import type { Column, Part, Sheet, TableCell } from "./parts.ts";

export function torg12(paper: Paper): Sheet {
  return {
    kind: "return-note",
    orientation: "landscape",
    parts: [
      {
        kind: "paragraph",
        text: "Унифицированная форма № ТОРГ-12\nУтверждена постановлением Госкомстата России от 25.12.98 № 132",
        size: "hint",
        align: "right",
      },
      {
        kind: "columns",
        columns: [
          { share: 0.7, parts: header(paper) },
          { share: 0.3, parts: [codes(paper)] },
        ],
      },
      {
        kind: "numbered-title",
        title: ["ТОВАРНАЯ НАКЛАДНАЯ", "(ВОЗВРАТ ПОСТАВЩИКУ)"],
        boxes: [
          { title: "Номер документа", value: paper.number },
          { title: "Дата составления", value: shortDate(paperDate(paper)) },
        ],
      },
      { kind: "gap" },
      goodsTable(paper),
      { kind: "together", parts: [...counts(paper), { kind: "columns", columns: signatures(paper) }] },
    ],
  };
}

function header(paper: Paper): readonly Part[] {
  const supplier = supplierRequisites(paper.supplier, "ru");
  return [
    blank("", entityRequisites(paper, "ru", true), {
      share: 0,
      hint: "организация-грузоотправитель, адрес, телефон, факс, банковские реквизиты",
    }),
    blank("", departmentLine(paper), { share: 0, hint: "структурное подразделение" }),
    party("Грузополучатель", supplier),
    party("Поставщик", entityRequisites(paper, "ru")),
    party("Плательщик", supplier),
    blank("Основание", `возврат: ${basisOfReturn(paper.supplier, "ru")}`, {
      share: 0.15,
      hint: "договор, накладная поставщика",
    }),
  ];
}

const party = (label: string, value: string): Part =>
  blank(label, value, { share: 0.15, hint: "организация, адрес, телефон, факс, банковские реквизиты" });

function codes(paper: Paper): Part {
  const okpo = paper.entity.okpo ?? "";
  return {
    kind: "codes",
    title: "Коды",
    rows: [
      { label: "Форма по ОКУД", code: "0330212" },
      { label: "по ОКПО", code: okpo },
      { label: "Вид деятельности по ОКДП", code: "" },
      { label: "Грузополучатель по ОКПО", code: "" },
      { label: "Поставщик по ОКПО", code: okpo },
      { label: "Плательщик по ОКПО", code: "" },
      { label: "Транспортная накладная: номер", code: "" },
      { label: "дата", code: "" },
      { label: "Вид операции", code: "возврат" },
    ],
  };
}

const columns: readonly Column[] = [
  { share: 0.03, title: "Но-\nмер", align: "center" },
  { share: 0.175, group: "Товар", title: "наименование, характеристика, сорт, артикул товара" },
  { share: 0.085, group: "Товар", title: "код", align: "center" },
  { share: 0.045, group: "Единица измерения", title: "наимен.", align: "center" },
  { share: 0.045, group: "Единица измерения", title: "код по ОКЕИ", align: "center" },
  { share: 0.05, title: "Вид упа-ковки", align: "center" },
  { share: 0.05, group: "Количество", title: "в одном месте", align: "right" },
  { share: 0.045, group: "Количество", title: "мест, штук", align: "right" },
  { share: 0.05, title: "Масса брутто", align: "right" },
  { share: 0.065, title: "Количество (масса нетто)", align: "right" },
  { share: 0.075, title: "Цена, руб. коп.", align: "right" },
  { share: 0.08, title: "Сумма без учёта НДС, руб. коп.", align: "right" },
  { share: 0.05, group: "НДС", title: "ставка, %", align: "center" },
  { share: 0.07, group: "НДС", title: "сумма, руб. коп.", align: "right" },
  { share: 0.085, title: "Сумма с учётом НДС, руб. коп.", align: "right" },
];

function goodsTable(paper: Paper): Part {
  const all = totals(paper.lines);
  const count = quantityTotal(paper.lines);
  const crossed: TableCell = { text: "X", align: "center" };
  const totalRow = (label: string): readonly TableCell[] => [
    { text: label, columns: 7, align: "right", bold: true },
    "",
    "",
    count === undefined ? crossed : formatNumber(count),
    crossed,
    all.complete ? formatSum(all.net) : "",
    crossed,
    all.complete ? formatSum(all.vat) : "",
    { text: all.complete ? formatSum(all.sum) : "", bold: true },
  ];
  return {
    kind: "table",
    numbered: true,
    columns,
    rows: paper.lines.map(goodsRow),
    totals: [totalRow("Итого"), totalRow("Всего по накладной")],
  };
}

function goodsRow(line: PaperLine, at: number): readonly TableCell[] {
  const [sum, net, vat, price] = [lineSum(line), lineNet(line), lineVat(line), lineNetPrice(line)];
  return [
    String(at + 1),
    [line.name, line.sku && `арт. ${line.sku}`].filter(Boolean).join(", "),
    line.barcode ?? "",
    line.unit,
    unitOf(line.unit)?.okei ?? "",
    "",
    "",
    "",
    "",
    formatNumber(line.quantity),
    price === undefined ? "" : formatSum(price),
    net === undefined ? "" : formatSum(net),
    line.vat === undefined ? "без НДС" : String(line.vat),
    vat === undefined ? "" : formatSum(vat),
    sum === undefined ? "" : formatSum(sum),
  ];
}

function counts(paper: Paper): readonly Part[] {
  return [
    {
      kind: "line",
      cells: [
        { share: 0.25, text: "Товарная накладная имеет приложение на" },
        { share: 0.12, ruled: true },
        { share: 0.12, text: "листах и содержит", align: "center" },
        {
          share: 0.3,
          text: countInWords(paper.lines.length, "ru"),
          ruled: true,
          hint: "прописью",
          align: "center",
        },
        { share: 0.21, text: "порядковых номеров записей", align: "center" },
      ],
    },
    {
      kind: "line",
      cells: [
        { share: 0.1, text: "Всего мест" },
        { share: 0.22, ruled: true, hint: "прописью" },
        { share: 0.14, text: "Масса груза (нетто)", align: "right" },
        { share: 0.2, ruled: true, hint: "прописью" },
        { share: 0.14, text: "Масса груза (брутто)", align: "right" },
        { share: 0.2, ruled: true, hint: "прописью" },
      ],
    },
  ];
}

function signatures(paper: Paper): Extract<Part, { kind: "columns" }>["columns"] {
  const all = totals(paper.lines);
  const { whole, kopecks } = all.complete ? amountParts(all.sum, "ru") : { whole: "", kopecks: "" };
  const stamp: Part = {
    kind: "line",
    cells: [
      { share: 0.3, text: "М. П.", align: "center" },
      { share: 0.7, text: dateOrBlank(undefined, "ru") },
    ],
  };
  return [
    {
      share: 0.49,
      parts: [
        {
          kind: "line",
          cells: [
            { share: 0.64, text: "Приложение (паспорта, сертификаты и т. п.) на" },
            { share: 0.2, ruled: true, hint: "прописью" },
            { share: 0.16, text: "листах", align: "center" },
          ],
        },
        blank("Всего отпущено на сумму", whole && `${whole} руб. ${kopecks} коп.`, {
          share: 0.32,
          hint: "прописью",
        }),
        signature("Отпуск разрешил", paper.head, "ru"),
        signature("Главный (старший) бухгалтер", paper.accountant, "ru"),
        signature("Отпуск груза произвёл", paper.responsible, "ru"),
        stamp,
      ],
    },
    { share: 0.02, parts: [] },
    {
      share: 0.49,
      parts: [
        {
          kind: "line",
          cells: [
            { share: 0.24, text: "По доверенности №" },
            { share: 0.28, ruled: true },
            { share: 0.08, text: "от", align: "center" },
            { share: 0.4, text: dateOrBlank(undefined, "ru"), align: "center" },
          ],
        },
        blank("выданной", "", { share: 0.24, hint: "кем, кому (организация, должность, фамилия, и., о.)" }),
        signature("Груз принял", undefined, "ru"),
        signature("Груз получил грузополучатель", undefined, "ru"),
        stamp,
      ],
    },
  ];
}
