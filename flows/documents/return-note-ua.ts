/** «Накладна на повернення постачальнику» of an enterprise in Ukraine (domain 6). */
import { amountInWords } from "./amount-in-words.ts";
import { longDate } from "./dates.ts";
import { formatSum } from "../goods/money.ts";
import { formatNumber } from "../goods/quantity.ts";
import {
  basisOfReturn,
  blank,
  departmentLine,
  entityRequisites,
  signature,
  supplierRequisites,
} from "./form-lines.ts";
import { lineNet, lineNetPrice, paperDate, totals } from "./paper.ts";
import type { Paper, PaperLine, PaperTotals } from "./paper.ts";
import type { Part, Sheet, TableCell } from "./parts.ts";
import { vatTexts } from "./specification.ts";

export function returnNoteUa(paper: Paper): Sheet {
  const all = totals(paper.lines);
  const inWords = [amountInWords(all.sum, "uk"), ...vatTexts(all, "uk")].join(", ");
  return {
    kind: "return-note",
    orientation: "portrait",
    parts: [
      {
        kind: "paragraph",
        text: `ПОВЕРНЕННЯ ПОСТАЧАЛЬНИКУ № ${paper.number}`,
        size: "large",
        align: "center",
        bold: true,
      },
      { kind: "paragraph", text: `від ${longDate(paperDate(paper), "uk")}`, align: "center" },
      { kind: "gap" },
      blank("Постачальник", supplierRequisites(paper.supplier, "uk"), { share: 0.2 }),
      blank("Покупець", entityRequisites(paper, "uk", true), { share: 0.2 }),
      blank("Місце складання", departmentLine(paper), { share: 0.2 }),
      blank("Підстава", basisOfReturn(paper.supplier, "uk"), { share: 0.2 }),
      blank("Спосіб повернення", paper.supplier?.wayOfReturn, { share: 0.2 }),
      { kind: "gap" },
      goodsTable(paper, all),
      { kind: "gap" },
      blank("Сума прописом", all.complete ? inWords : "", { share: 0.2 }),
      { kind: "gap" },
      {
        kind: "together",
        parts: [
          signature("Відвантажив", paper.responsible, "uk"),
          signature("Дозволив", paper.head, "uk"),
          signature("Отримав", undefined, "uk"),
          { kind: "paragraph", text: "М. П." },
        ],
      },
    ],
  };
}

function goodsTable(paper: Paper, all: PaperTotals): Part {
  const taxed = all.byRate.length > 0;
  const totalRow = (label: string, text: string): readonly TableCell[] => [
    { text: label, columns: 6, align: "right", bold: true },
    { text: all.complete ? text : "", bold: true },
  ];
  return {
    kind: "table",
    columns: [
      { share: 0.05, title: "№", align: "center" },
      { share: 0.41, title: "Найменування" },
      { share: 0.16, title: "Код (артикул)" },
      { share: 0.07, title: "Од.", align: "center" },
      { share: 0.09, title: "Кількість", align: "right" },
      { share: 0.1, title: taxed ? "Ціна без ПДВ, грн" : "Ціна, грн", align: "right" },
      { share: 0.12, title: taxed ? "Сума без ПДВ, грн" : "Сума, грн", align: "right" },
    ],
    rows: paper.lines.map(goodsRow),
    totals: [
      totalRow("Разом", formatSum(all.net)),
      ...(taxed
        ? all.byRate.map(({ percent, vat }) => totalRow(`ПДВ ${percent} %`, formatSum(vat)))
        : [totalRow("ПДВ", "без ПДВ")]),
      totalRow("Всього", formatSum(all.sum)),
    ],
  };
}

function goodsRow(line: PaperLine, at: number): readonly TableCell[] {
  const [net, price] = [lineNet(line), lineNetPrice(line)];
  return [
    String(at + 1),
    line.name,
    [line.sku, line.barcode].filter(Boolean).join("\n"),
    line.unit,
    formatNumber(line.quantity),
    price === undefined ? "" : formatSum(price),
    net === undefined ? "" : formatSum(net),
  ];
}
