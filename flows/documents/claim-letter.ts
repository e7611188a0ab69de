/** The letter that goes to the supplier with returned goods: «Претензия», or a notice where the goods have no fault (domain 5.4). */
import { amountInWords } from "./amount-in-words.ts";
import type { PaperLanguage } from "./amount-in-words.ts";
import { claimWords } from "./claim-words.ts";
import type { ClaimWords } from "./claim-words.ts";
import { longDate } from "./dates.ts";
import { formatSum } from "../goods/money.ts";
import { formatNumber } from "../goods/quantity.ts";
import { basisOfReturn, blank, entityRequisites, signature, supplierRequisites } from "./form-lines.ts";
import { lineSum, paperDate, paperLanguage, totals } from "./paper.ts";
import type { Paper, PaperLine } from "./paper.ts";
import { paperWords } from "./paper-words.ts";
import type { Part, Sheet, TableCell } from "./parts.ts";
import { vatTexts } from "./specification.ts";

/** Surplus of a delivery and unsold goods (domain 5.8): agreed returns, of which nobody complains. */
const faultless: ReadonlySet<string> = new Set(["12", "13"]);

export function claimLetter(paper: Paper): Sheet {
  const language = paperLanguage(paper);
  const words = claimWords[language];
  const claims = paper.lines.some((line) => !faultless.has(line.reason.code));
  return {
    kind: "claim-letter",
    orientation: "portrait",
    parts: [
      ...addresses(paper, words, language),
      {
        kind: "paragraph",
        text: claims ? words.claimTitle : words.noticeTitle,
        size: "large",
        align: "center",
        bold: true,
      },
      { kind: "gap" },
      { kind: "paragraph", text: story(paper, words, claims, language) },
      goodsTable(paper, language),
      { kind: "gap" },
      ...(paper.comment ? [described(words, paper.comment)] : []),
      { kind: "paragraph", text: worth(paper, words, language) },
      ...demands(paper, words, claims).map((text): Part => ({ kind: "paragraph", text })),
      blank(words.wayOfReturn, paper.supplier?.wayOfReturn, { share: 0.2 }),
      { kind: "paragraph", text: words.answer },
      { kind: "paragraph", text: enclosures(paper, words) },
      { kind: "gap" },
      { kind: "together", parts: [signature(words.head, paper.head, language)] },
    ],
  };
}

function addresses(paper: Paper, words: ClaimWords, language: PaperLanguage): readonly Part[] {
  const supplier = [supplierRequisites(paper.supplier, language), paper.supplier?.email]
    .filter(Boolean)
    .join(", ");
  return [
    {
      kind: "columns",
      columns: [
        {
          share: 0.42,
          parts: [
            {
              kind: "paragraph",
              text: `${words.outgoing} № ${paper.number}\n${words.of} ${longDate(paperDate(paper), language)}`,
            },
          ],
        },
        {
          share: 0.58,
          parts: [
            blank(words.to, supplier, { share: 0.18 }),
            blank(words.from, entityRequisites(paper, language, true), { share: 0.18 }),
          ],
        },
      ],
    },
    { kind: "gap" },
    { kind: "gap" },
  ];
}

function story(paper: Paper, words: ClaimWords, claims: boolean, language: PaperLanguage): string {
  const basis = basisOfReturn(paper.supplier, language);
  const [before, after] = words.delivered;
  return `${before}${basis}${after} ${claims ? words.claimFound : words.noticeFound}`;
}

const described = (words: ClaimWords, comment: string): Part => ({
  kind: "paragraph",
  text: [{ text: `${words.comment} `, bold: true }, { text: comment }],
});

function worth(paper: Paper, words: ClaimWords, language: PaperLanguage): string {
  const all = totals(paper.lines);
  if (!all.complete) return `${words.total} ____________`;
  const sum = `${formatSum(all.sum)} ${paperWords[language].currency} (${amountInWords(all.sum, language)})`;
  return `${words.total} ${[sum, ...vatTexts(all, language)].join(", ")}.`;
}

function demands(paper: Paper, words: ClaimWords, claims: boolean): readonly string[] {
  const taxed = totals(paper.lines).byRate.length > 0;
  const list = [`${words.takeBack} № ${paper.number}`, words.payBack, ...(taxed ? [words.correctVat] : [])];
  const numbered = list.map((text, at) => `${at + 1}) ${text}${at === list.length - 1 ? "." : ";"}`);
  return [claims ? words.claimLaw : words.noticeAsk, ...numbered];
}

function enclosures(paper: Paper, words: ClaimWords): string {
  const list = [
    `${words.enclosedNote} № ${paper.number}`,
    words.enclosedSpecification,
    ...(paper.photos.length === 0 ? [] : [`${words.enclosedPhotos} ${paper.photos.length}`]),
  ];
  return `${words.enclosed} ${list.join("; ")}.`;
}

function goodsTable(paper: Paper, language: PaperLanguage): Part {
  const words = paperWords[language];
  const all = totals(paper.lines);
  return {
    kind: "table",
    columns: [
      { share: 0.05, title: words.number, align: "center" },
      { share: 0.33, title: words.goods },
      { share: 0.12, title: words.sku },
      { share: 0.07, title: words.unit, align: "center" },
      { share: 0.08, title: words.quantity, align: "right" },
      { share: 0.11, title: words.sum, align: "right" },
      { share: 0.24, title: words.reason },
    ],
    rows: paper.lines.map((line, at) => goodsRow(line, at)),
    totals: [
      [
        { text: words.total, columns: 5, align: "right", bold: true },
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
    line.sku ?? "",
    line.unit,
    formatNumber(line.quantity),
    sum === undefined ? "" : formatSum(sum),
    line.reason.title,
  ];
}
