/** One printed document: the paper of a request with its annexes, in the order in which they leave the printer. */
import type { Instant } from "../ids.ts";
import type { PaperLanguage } from "./amount-in-words.ts";
import { claimLetter } from "./claim-letter.ts";
import { paperLanguage, printablePaper } from "./paper.ts";
import type { Paper, PaperKind } from "./paper.ts";
import { paperWords } from "./paper-words.ts";
import type { Sheet } from "./parts.ts";
import { photoAnnex } from "./photo-annex.ts";
import { returnNoteUa } from "./return-note-ua.ts";
import { specification } from "./specification.ts";
import { torg12 } from "./torg-12.ts";
import { torg16 } from "./torg-16.ts";
import { visaSheet } from "./visa-sheet.ts";
import { writeOffActUa } from "./write-off-act-ua.ts";

export interface PrintedDocument {
  readonly title: string;
  readonly author: string;
  readonly language: PaperLanguage;
  readonly issuedAt: Instant;
  /** At the foot of every page: «СП-2026-000017 · Заявка № 17». */
  readonly foot: string;
  readonly pageOf: (page: number, of: number) => string;
  readonly sheets: readonly Sheet[];
}

const title: Record<PaperKind, Record<PaperLanguage, string>> = {
  "write-off-act": { ru: "Акт о списании товаров", uk: "Акт списання товарів" },
  "return-note": { ru: "Возврат поставщику", uk: "Повернення постачальнику" },
  "claim-letter": { ru: "Претензия", uk: "Претензія" },
};

/** A claim that is printed alone goes to the supplier, so it has no sheet of visas. */
function sheetsOf(paper: Paper): readonly Sheet[] {
  const photos = paper.photos.length === 0 ? [] : [photoAnnex(paper)];
  switch (paper.kind) {
    case "write-off-act":
      return [writeOffAct(paper), specification(paper), visaSheet(paper), ...photos];
    case "return-note":
      return [returnNote(paper), claimLetter(paper), specification(paper), visaSheet(paper), ...photos];
    case "claim-letter":
      return [claimLetter(paper), specification(paper), ...photos];
  }
}

/** The form of the entity's country. */
function writeOffAct(paper: Paper): Sheet {
  return paper.entity.country === "RU" ? torg16(paper) : writeOffActUa(paper);
}

/** The form of the entity's country. */
function returnNote(paper: Paper): Sheet {
  return paper.entity.country === "RU" ? torg12(paper) : returnNoteUa(paper);
}

/** Everything that is printed of a paper; the same facts always give the same document. */
export function printedDocument(facts: Paper): PrintedDocument {
  const paper = printablePaper(facts);
  const language = paperLanguage(paper);
  return {
    title: `${title[paper.kind][language]} № ${paper.number}`,
    author: paper.entity.name,
    language,
    issuedAt: paper.issuedAt,
    foot: `${paper.number} · ${paperWords[language].request(paper.request.id)}`,
    pageOf: paperWords[language].page,
    sheets: sheetsOf(paper),
  };
}
