/** The facts that a paper is made of: one plain value, from which everything printed follows. */
import { localDate } from "../company/zone-time.ts";
import { units } from "../ids.ts";
import type { Country, Entity } from "../company/company.ts";
import type { FileHash, Instant, Minor, RequestId, Thousandths } from "../ids.ts";
import type { PaperLanguage } from "./amount-in-words.ts";
import type { CalendarDate } from "./dates.ts";
import { sumOf, total } from "../goods/money.ts";
import { vatInside } from "../goods/vat.ts";
import { oneLine, ownWords } from "./printable-text.ts";

export const paperKinds = ["write-off-act", "return-note", "claim-letter"] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Somebody who signs on paper. Without a post or name the line is left blank. */
export interface Signer {
  readonly post?: string;
  /** Full name in the nominative; papers shorten it themselves. */
  readonly name?: string;
}

/** A reason of domain 5.8, its title in the paper's language. */
export interface PaperReason {
  readonly code: string;
  readonly title: string;
}

export interface PaperLine {
  readonly name: string;
  readonly sku?: string;
  readonly barcode?: string;
  /** «пара», «шт», «кг». */
  readonly unit: string;
  readonly quantity: Thousandths;
  /** Kopecks per unit, with VAT in it; absent: nobody priced it, the cell stays blank. */
  readonly price?: Minor;
  /** Whole percent inside the price; absent: without VAT. */
  readonly vat?: number;
  readonly reason: PaperReason;
}

/** What the supplier manager says of a return on his card; a blank line for each thing that isn't known (domain 5.4). */
export interface PaperSupplier {
  readonly name: string;
  readonly inn?: string;
  readonly kpp?: string;
  readonly address?: string;
  readonly email?: string;
  /** «№ 12 от 01.02.2025». */
  readonly contract?: string;
  readonly waybill?: { readonly number?: string; readonly date?: CalendarDate };
  /** How the goods go back: «самовывоз поставщиком», «транспортной компанией». */
  readonly wayOfReturn?: string;
}

/** A commission by order (domain 5.7). */
export interface PaperCommission {
  /** Number of the order. */
  readonly order?: string;
  readonly date?: CalendarDate;
  readonly chair: Signer;
  readonly members: readonly Signer[];
}

export interface PaperPhoto {
  readonly hash: FileHash;
  readonly at: Instant;
  /** Who sent it. */
  readonly sender: string;
  readonly place: string;
  /** The barcode or marking code read from the photo. */
  readonly code?: string;
}

const visaDecisions = ["approved", "rejected", "sent-back", "not-needed"] as const;
export type VisaDecision = (typeof visaDecisions)[number];

/** One line of the sheet of visas (D24). */
export interface PaperVisa {
  /** In the paper's language: «Мерчендайзер». */
  readonly title: string;
  readonly post: string;
  /** Who signed; absent where the visa was not needed any more. */
  readonly name?: string;
  /** Whom the signer stood in for. */
  readonly forName?: string;
  readonly decision: VisaDecision;
  readonly at: Instant;
  /** Round of rework, from 1. */
  readonly round: number;
  readonly remark?: string;
  /** SHA-256 of what the signer saw. */
  readonly hash?: string;
}

export interface Paper {
  readonly kind: PaperKind;
  /** `СП-2026-000017`. */
  readonly number: string;
  /** When it was issued; its date is the day of this instant in the entity's time zone. */
  readonly issuedAt: Instant;
  readonly entity: Omit<Entity, "id">;
  readonly department: { readonly name: string; readonly address?: string };
  readonly request: {
    readonly id: RequestId;
    readonly filedBy: string;
    readonly filedByPost?: string;
    readonly filedAt: Instant;
  };
  readonly lines: readonly PaperLine[];
  readonly comment?: string;
  /** On returns. */
  readonly supplier?: PaperSupplier;
  /** Absent: blank lines for one. */
  readonly commission?: PaperCommission;
  /** Materially responsible person (МОЛ, МВО). */
  readonly responsible: Signer;
  /** The head who approves on paper («УТВЕРЖДАЮ», «Отпуск разрешил»). */
  readonly head: Signer;
  readonly accountant?: Signer;
  readonly photos: readonly PaperPhoto[];
  readonly visas: readonly PaperVisa[];
}

const languageOf: Record<Country, PaperLanguage> = { RU: "ru", UA: "uk" };

/** The language of the entity's country, whoever reads. */
export function paperLanguage(paper: Paper): PaperLanguage {
  return languageOf[paper.entity.country];
}

export function paperDate(paper: Paper): CalendarDate {
  return localDate(paper.issuedAt, paper.entity.timeZone);
}

/** What a line costs, with VAT; undefined where it has no price. */
export function lineSum(line: PaperLine): Minor | undefined {
  return line.price === undefined ? undefined : sumOf(line.price, line.quantity);
}

/** The VAT inside a line's sum; undefined where there is no price or no VAT. */
export function lineVat(line: PaperLine): Minor | undefined {
  const sum = lineSum(line);
  return sum === undefined || line.vat === undefined ? undefined : vatInside(sum, line.vat);
}

/** What a line costs without VAT; undefined where it has no price. */
export function lineNet(line: PaperLine): Minor | undefined {
  const sum = lineSum(line);
  return sum === undefined ? undefined : units<Minor>(sum - (lineVat(line) ?? 0));
}

/** The price of one unit without VAT, half a kopeck going up; undefined where there is no price. */
export function lineNetPrice(line: PaperLine): Minor | undefined {
  const net = lineNet(line);
  if (net === undefined || line.quantity === 0) return net;
  const quantity = BigInt(line.quantity);
  return units<Minor>(Number((2000n * BigInt(net) + quantity) / (2n * quantity)));
}

export interface PaperTotals {
  /** With VAT. */
  readonly sum: Minor;
  readonly vat: Minor;
  /** Without VAT. */
  readonly net: Minor;
  /** Lines without a price are in no total: the form then leaves the words blank. */
  readonly complete: boolean;
  /** By rate, the highest first; counted per line, then added up (domain 3). */
  readonly byRate: readonly { readonly percent: number; readonly vat: Minor }[];
}

export function totals(lines: readonly PaperLine[]): PaperTotals {
  const rates = [...new Set(lines.flatMap((line) => line.vat ?? []))].toSorted((a, b) => b - a);
  const vatOf = (among: readonly PaperLine[]) => total(among.flatMap((line) => lineVat(line) ?? []));
  return {
    sum: total(lines.flatMap((line) => lineSum(line) ?? [])),
    vat: vatOf(lines),
    net: total(lines.flatMap((line) => lineNet(line) ?? [])),
    complete: lines.every((line) => line.price !== undefined),
    byRate: rates.map((percent) => ({ percent, vat: vatOf(lines.filter((line) => line.vat === percent)) })),
  };
}

/** The quantities added up; undefined where the lines are counted in different units. */
export function quantityTotal(lines: readonly PaperLine[]): Thousandths | undefined {
  if (new Set(lines.map((line) => line.unit)).size !== 1) return undefined;
  return units<Thousandths>(lines.reduce((all, line) => all + line.quantity, 0));
}

/** Every reason that the lines name, once, in their order. */
export function reasonsOf(lines: readonly PaperLine[]): readonly PaperReason[] {
  return [...new Map(lines.map((line) => [line.reason.code, line.reason])).values()];
}

/** Fields in which people write their own words over several lines. */
const ownWordsFields: ReadonlySet<string> = new Set(["comment", "remark"]);

/** The same facts with every text made printable (F116). */
export function printablePaper(paper: Paper): Paper {
  const printable = (value: unknown, field: string): unknown => {
    if (typeof value === "string") return ownWordsFields.has(field) ? ownWords(value) : oneLine(value);
    if (Array.isArray(value)) return value.map((item) => printable(item, field));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printable(inner, key)]));
  };
  return printable(paper, "") as Paper; // the same shape: only texts were replaced by texts
}
