/** «Спецификация»: every line of the request with article, barcode, VAT and reason; an annex of each paper. */
import { amountInWords } from "./amount-in-words.ts";
import type { PaperLanguage } from "./amount-in-words.ts";
import { longDate } from "./dates.ts";
import { formatSum } from "../goods/money.ts";
import { formatNumber } from "../goods/quantity.ts";
import { departmentLine } from "./form-lines.ts";
import { lineSum, lineVat, paperDate, paperLanguage, quantityTotal, totals } from "./paper.ts";
import type { Paper, PaperLine, PaperTotals } from "./paper.ts";
import { paperWords } from "./paper-words.ts";
import type { Part, Sheet, TableCell } from "./parts.ts";

const title: Record<PaperLanguage, string> = { ru: "СПЕЦИФИКАЦИЯ", uk: "СПЕЦИФІКАЦІЯ" };
const annex: Record<PaperLanguage, string> = { ru: "Приложение № ", uk: "Додаток № " };
const labels: Record<
  PaperLanguage,
  { organisation: string; department: string; comment: string; count: (lines: number, sum: string) => string }
> = {
  ru: {
    organisation: "Организация:",
    department: "Подразделение:",
    comment: "Комментарий:",
    count: (lines, sum) => `Всего наименований: ${lines}, на сумму ${sum} руб.`,
  },
  uk: {
    organisation: "Підприємство:",
    department: "Підрозділ:",
    comment: "Коментар:",
    count: (lines, sum) => `Усього найменувань: ${lines}, на суму ${sum} грн`,
  },
};

/** «Приложение № 1 к акту о списании товаров № СП-2026-000017 от 14 марта 2026 г.» */
export function annexLine(paper: Paper, number: number): Part {
  const language = paperLanguage(paper);
  const from = language === "ru" ? "от" : "від";
  const date = longDate(paperDate(paper), language);
  return {
    kind: "paragraph",
    text: `${annex[language]}${number} ${paperWords[language].annexTo[paper.kind]} № ${paper.number} ${from} ${date}`,
    size: "small",
    align: "right",
  };
}

/** «в т. ч. НДС 22 %: 1 803,28», one text a rate; «без НДС» where no line has any. */
export function vatTexts(all: PaperTotals, language: PaperLanguage): readonly string[] {
  const words = paperWords[language];
  if (all.byRate.length === 0) return [words.withoutVat];
  return all.byRate.map(({ percent, vat }) => `${words.ofWhichVat(percent)}: ${formatSum(vat)}`);
}

export function specification(paper: Paper): Sheet {
  const language = paperLanguage(paper);
  const label = labels[language];
  const all = totals(paper.lines);
  const words = all.complete ? [amountInWords(all.sum, language), ...vatTexts(all, language)].join(", ") : "";
  return {
    kind: "specification",
    orientation: "landscape",
    parts: [
      annexLine(paper, 1),
      { kind: "paragraph", text: title[language], size: "large", align: "center", bold: true },
      {
        kind: "paragraph",
        text: [{ text: `${label.organisation} `, bold: true }, { text: paper.entity.name }],
      },
      {
        kind: "paragraph",
        text: [{ text: `${label.department} `, bold: true }, { text: departmentLine(paper) }],
      },
      { kind: "gap" },
      table(paper, language),
      { kind: "gap" },
      {
        kind: "together",
        parts: [
          {
            kind: "paragraph",
            text: label.count(paper.lines.length, all.complete ? formatSum(all.sum) : "________"),
          },
          { kind: "paragraph", text: words, bold: true },
        ],
      },
      ...(paper.comment
        ? [
            {
              kind: "paragraph" as const,
              text: [{ text: `${label.comment} `, bold: true }, { text: paper.comment }],
            },
          ]
        : []),
    ],
  };
}

function table(paper: Paper, language: PaperLanguage): Part {
  const words = paperWords[language];
  const all = totals(paper.lines);
  const count = quantityTotal(paper.lines);
  return {
    kind: "table",
    size: "small",
    columns: [
      { share: 0.04, title: words.number, align: "center" },
      { share: 0.25, title: words.goods },
      { share: 0.08, title: words.sku },
      { share: 0.1, title: words.barcode },
      { share: 0.05, title: words.unit, align: "center" },
      { share: 0.06, title: words.quantity, align: "right" },
      { share: 0.08, title: words.price, align: "right" },
      { share: 0.09, title: words.sum, align: "right" },
      { share: 0.05, title: words.rate, align: "center" },
      { share: 0.08, title: words.vatSum, align: "right" },
      { share: 0.12, title: words.reason },
    ],
    rows: paper.lines.map((line, at) => row(line, at + 1, language)),
    totals: [
      [
        { text: words.total, columns: 5, align: "right", bold: true },
        { text: count === undefined ? "" : formatNumber(count), bold: true },
        "",
        { text: all.complete ? formatSum(all.sum) : "", bold: true },
        "",
        { text: all.byRate.length === 0 ? "" : formatSum(all.vat), bold: true },
        "",
      ],
    ],
  };
}

function row(line: PaperLine, number: number, language: PaperLanguage): readonly TableCell[] {
  const [sum, vat] = [lineSum(line), lineVat(line)];
  return [
    String(number),
    line.name,
    line.sku ?? "",
    line.barcode ?? "",
    line.unit,
    formatNumber(line.quantity),
    line.price === undefined ? "" : formatSum(line.price),
    sum === undefined ? "" : formatSum(sum),
    line.vat === undefined ? paperWords[language].withoutVat : `${line.vat} %`,
    vat === undefined ? "" : formatSum(vat),
    `${line.reason.code} ${line.reason.title}`,
  ];
}
