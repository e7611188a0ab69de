/** «Акт списання товарів» of an enterprise in Ukraine: no unified form, requisites of law 996-XIV art. 9 (domain 6). */
import { amountInWords } from "./amount-in-words.ts";
import { longDate } from "./dates.ts";
import { formatSum } from "../goods/money.ts";
import { formatNumber } from "../goods/quantity.ts";
import {
  blank,
  dateOrBlank,
  departmentLine,
  entityRequisites,
  headSignature,
  numbered,
  signature,
} from "./form-lines.ts";
import { lineSum, paperDate, totals } from "./paper.ts";
import type { Paper, PaperLine, Signer } from "./paper.ts";
import type { Part, Sheet, TableCell } from "./parts.ts";
import { shortName } from "./short-name.ts";

export function writeOffActUa(paper: Paper): Sheet {
  const all = totals(paper.lines);
  return {
    kind: "write-off-act",
    orientation: "portrait",
    parts: [
      ...heading(paper),
      { kind: "paragraph", text: findings(paper) },
      { kind: "gap" },
      goodsTable(paper),
      { kind: "gap" },
      blank("Усього за актом, сума прописом", all.complete ? amountInWords(all.sum, "uk") : "", {
        share: 0.34,
      }),
      blank("Висновок комісії", "перелічені товари підлягають списанню з обліку з указаних причин", {
        share: 0.34,
      }),
      { kind: "gap" },
      { kind: "together", parts: signatures(paper) },
    ],
  };
}

function heading(paper: Paper): readonly Part[] {
  return [
    {
      kind: "columns",
      columns: [
        { share: 0.5, parts: [blank("", entityRequisites(paper, "uk"), { share: 0, hint: "підприємство" })] },
        { share: 0.08, parts: [] },
        { share: 0.42, parts: approval(paper) },
      ],
    },
    { kind: "gap" },
    {
      kind: "paragraph",
      text: `АКТ СПИСАННЯ ТОВАРІВ № ${paper.number}`,
      size: "large",
      align: "center",
      bold: true,
    },
    { kind: "paragraph", text: `від ${longDate(paperDate(paper), "uk")}`, align: "center" },
    blank("Місце складання", departmentLine(paper), { share: 0.2 }),
    { kind: "gap" },
  ];
}

function approval({ head }: Paper): readonly Part[] {
  return [
    { kind: "paragraph", text: "ЗАТВЕРДЖУЮ", bold: true },
    blank("Керівник", head.post, { share: 0.26, hint: "посада" }),
    headSignature(head, "uk"),
    { kind: "paragraph", text: dateOrBlank(undefined, "uk") },
  ];
}

const nobody = "________________________";
const named = (signer: Signer | undefined): string =>
  signer?.name === undefined ? nobody : [signer.post, shortName(signer.name)].filter(Boolean).join(" ");

function findings({ commission, responsible, department }: Paper): string {
  const order = commission?.order === undefined ? "№ ________" : numbered(commission.order);
  const members = commission === undefined ? [nobody, nobody] : commission.members.map(named);
  return [
    `Комісія, призначена наказом від ${dateOrBlank(commission?.date, "uk")} ${order},`,
    `у складі: голова комісії: ${named(commission?.chair)}; члени комісії: ${members.join(", ")},`,
    `здійснила перевірку товарів (місце зберігання: ${department.name};`,
    `матеріально відповідальна особа: ${named(responsible)})`,
    "та встановила, що описані нижче цінності підлягають списанню:",
  ].join(" ");
}

function goodsTable(paper: Paper): Part {
  const all = totals(paper.lines);
  return {
    kind: "table",
    columns: [
      { share: 0.05, title: "№", align: "center" },
      { share: 0.3, title: "Назва" },
      { share: 0.14, title: "Код (артикул)" },
      { share: 0.06, title: "Од.", align: "center" },
      { share: 0.08, title: "Кількість", align: "right" },
      { share: 0.1, title: "Ціна, грн", align: "right" },
      { share: 0.11, title: "Сума, грн", align: "right" },
      { share: 0.16, title: "Причина списання" },
    ],
    rows: paper.lines.map(goodsRow),
    totals: [
      [
        { text: "Усього", columns: 6, align: "right", bold: true },
        { text: all.complete ? formatSum(all.sum) : "", bold: true },
        "",
      ],
    ],
  };
}

function goodsRow(line: PaperLine, at: number): readonly TableCell[] {
  const sum = lineSum(line);
  return [
    String(at + 1),
    line.name,
    [line.sku, line.barcode].filter(Boolean).join("\n"),
    line.unit,
    formatNumber(line.quantity),
    line.price === undefined ? "" : formatSum(line.price),
    sum === undefined ? "" : formatSum(sum),
    `${line.reason.code} ${line.reason.title}`,
  ];
}

function signatures(paper: Paper): readonly Part[] {
  const members = paper.commission?.members ?? [{}, {}];
  return [
    signature("Голова комісії", paper.commission?.chair, "uk"),
    ...members.map((member, at) => signature(at === 0 ? "Члени комісії:" : "", member, "uk")),
    signature("Матеріально відповідальна особа", paper.responsible, "uk"),
    { kind: "gap" },
    { kind: "paragraph", text: "Рішення керівника:", bold: true },
    blank("Вартість списаних товарів віднести на рахунок", "", { share: 0.48 }),
  ];
}
