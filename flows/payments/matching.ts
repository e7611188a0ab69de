/**
 * Which deal a payment of a bank statement belongs to (domain 9.3.1): by the number of an invoice or order that its purpose
 * names, if the payer is the customer; everything less than that is asked of a person. Never guessed from a sum alone.
 */
import type { DealId, Minor } from "../ids.ts";
import type { CurrencyCode } from "./deal.ts";
import { numbersNamed, type NamedNumber } from "./purpose.ts";
import type { StatementLine } from "./statement-line.ts";

/** A deal that comes into question, as the store found it. */
export interface FoundDeal {
  readonly id: DealId;
  /** ИНН or ЄДРПОУ; absent: nobody has said it. */
  readonly customerInn?: string;
  readonly currency: CurrencyCode;
  /** Total less what is paid, minor units; zero or below: nothing is to come. */
  readonly remaining: Minor;
  /** Their `numberKey`; absent: the deal has no such number. */
  readonly invoiceKey?: string;
  readonly orderKey?: string;
  /** A payment of this sum and day is booked on it already, from elsewhere: it may be this very one. */
  readonly alikeBooked?: boolean;
}

export interface Found {
  /** Deals with a number among `numbersIn(purpose)`. */
  readonly byNumber: readonly FoundDeal[];
  /** Deals of the payer's ИНН on which money is still to come. */
  readonly ofPayer: readonly FoundDeal[];
}

export type NumberKind = "invoice" | "order";

/** Why a person is asked. */
export type AskWhy =
  /** The purpose speaks of money given back: «возврат», «излишне». */
  | { readonly kind: "refund" }
  /** Two deals have the number. */
  | { readonly kind: "same-number" }
  /** The purpose names several deals: the sum is to be divided. */
  | { readonly kind: "several-deals" }
  /** The number is right and somebody else's ИНН than the customer's has paid. */
  | { readonly kind: "other-payer"; readonly by: NumberKind }
  /** The number is right and the bank gives no ИНН of the payer. */
  | { readonly kind: "payer-unknown"; readonly by: NumberKind }
  /** The number is right and nobody knows the customer's ИНН. */
  | { readonly kind: "customer-unknown"; readonly by: NumberKind }
  /** The number is right and the purpose calls it another thing: an order's number an invoice, a contract. */
  | { readonly kind: "called-otherwise"; readonly by: NumberKind }
  /** The number is right and the deal is paid already. */
  | { readonly kind: "paid-already"; readonly by: NumberKind }
  /** The number is right and a payment of this sum and day is booked already. */
  | { readonly kind: "booked-already"; readonly by: NumberKind }
  /** No number, and exactly one open deal of the payer lacks exactly this sum. It stands first. */
  | { readonly kind: "exact-sum" }
  /** No number: only the payer is known. */
  | { readonly kind: "payer-only" }
  /** The deal that is named is in another currency than the money; those offered are not. */
  | { readonly kind: "other-currency"; readonly currency: CurrencyCode };

/** Why nothing can be offered. */
export type UnmatchedWhy =
  | { readonly kind: "not-incoming" | "refund" | "nothing-known" }
  /** What would fit is in this currency, and the money isn't. */
  | { readonly kind: "other-currency"; readonly currency: CurrencyCode };

export type Match =
  | { readonly kind: "certain"; readonly deal: DealId; readonly by: NumberKind }
  /** The likeliest first, at most `candidatesMax`, at least one. */
  | { readonly kind: "ask"; readonly why: AskWhy; readonly candidates: readonly DealId[] }
  | { readonly kind: "unmatched"; readonly why: UnmatchedWhy };

export const candidatesMax = 8;
const refundWords = /возврат|излишн|ошибочн|повернен|помилков|надлишк/iu;

/** A deal whose number stands in the purpose. */
interface Hit {
  readonly deal: FoundDeal;
  readonly by: NumberKind;
  readonly key: string;
  /** Whether the purpose calls the number what it is, or nothing at all. */
  readonly rightly: boolean;
}

function hitsOf(named: readonly NamedNumber[], deals: readonly FoundDeal[]): Hit[] {
  return named.flatMap(({ key, called }) =>
    deals.flatMap((deal) => {
      const kinds = (["invoice", "order"] as const).filter(
        (kind) => (kind === "invoice" ? deal.invoiceKey : deal.orderKey) === key,
      );
      return kinds.map((by) => ({ deal, by, key, rightly: called === "any" || called === by }));
    }),
  );
}

type Line = Pick<StatementLine, "direction" | "amount" | "currency" | "partyInn" | "purpose">;

/**
 * @param line of a statement; one that isn't incoming matches nothing
 * @param found what the store has for `numbersIn(line.purpose)` and for the payer's ИНН
 */
export function matchLine(line: Line, found: Found): Match {
  if (line.direction !== "in") return { kind: "unmatched", why: { kind: "not-incoming" } };
  const keys = found.byNumber.flatMap(({ invoiceKey, orderKey }) => [invoiceKey, orderKey]);
  const known = new Set(keys.flatMap((key) => key ?? []));
  const hits = hitsOf(numbersNamed(line.purpose, known), found.byNumber);
  const inCurrency = hits.filter(({ deal }) => deal.currency === line.currency);
  const open = found.ofPayer.filter(
    (deal) => deal.customerInn === line.partyInn && line.partyInn !== undefined && deal.remaining > 0,
  );
  const openHere = open.filter((deal) => deal.currency === line.currency);
  const exact = openHere.filter((deal) => deal.remaining === line.amount);
  const candidates = ordered(line, inCurrency, [...exact, ...openHere]);
  const ask = (why: AskWhy): Match => ({ kind: "ask", why, candidates });

  if (refundWords.test(line.purpose))
    return candidates.length > 0 ? ask({ kind: "refund" }) : { kind: "unmatched", why: { kind: "refund" } };
  if (inCurrency.length > 0) {
    const match = byNumber(line, inCurrency);
    return match.kind === "certain" ? match : ask(match);
  }
  const foreign = hits[0]?.deal ?? (openHere.length === 0 ? open[0] : undefined);
  if (foreign !== undefined) {
    const why = { kind: "other-currency", currency: foreign.currency } as const;
    return candidates.length > 0 ? ask(why) : { kind: "unmatched", why };
  }
  if (openHere.length === 0) return { kind: "unmatched", why: { kind: "nothing-known" } };
  return ask({ kind: exact.length === 1 ? "exact-sum" : "payer-only" });
}

/** Named deals first, the payer's own and rightly called before others, then the rest in the order given; each once. */
function ordered(line: Line, hits: readonly Hit[], rest: readonly FoundDeal[]): readonly DealId[] {
  const rank = ({ deal, rightly }: Hit): number =>
    (deal.customerInn === line.partyInn ? 0 : 4) + (rightly ? 0 : 2) + (deal.remaining > 0 ? 0 : 1);
  const named = hits.toSorted((a, b) => rank(a) - rank(b)).map(({ deal }) => deal.id);
  return [...new Set([...named, ...rest.map((deal) => deal.id)])].slice(0, candidatesMax);
}

/** What the numbers say, at least one of which is a deal's: a deal, or why not. */
function byNumber(line: Line, hits: readonly Hit[]): (Match & { readonly kind: "certain" }) | AskWhy {
  const rightly = hits.filter((hit) => hit.rightly);
  const [wrongly] = hits;
  if (rightly.length === 0) return { kind: "called-otherwise", by: wrongly?.by ?? "invoice" };
  const named = new Map<DealId, Hit>();
  for (const key of new Set(rightly.map((hit) => hit.key))) {
    const deals = narrowed(
      line,
      rightly.filter((hit) => hit.key === key),
    );
    if (new Set(deals.map(({ deal }) => deal.id)).size > 1) return { kind: "same-number" };
    // Rule 1, the invoice, comes before rule 2, the order.
    for (const hit of deals) if (named.get(hit.deal.id)?.by !== "invoice") named.set(hit.deal.id, hit);
  }
  const [hit, second] = named.values();
  if (hit === undefined || second !== undefined) return { kind: "several-deals" };
  const { deal, by } = hit;
  if (line.partyInn === undefined) return { kind: "payer-unknown", by };
  if (deal.customerInn === undefined) return { kind: "customer-unknown", by };
  if (deal.customerInn !== line.partyInn) return { kind: "other-payer", by };
  if (deal.remaining <= 0) return { kind: "paid-already", by };
  if (deal.alikeBooked === true) return { kind: "booked-already", by };
  return { kind: "certain", deal: deal.id, by };
}

/** Of deals with one number those of the payer, if all the others are known to be somebody else's. */
function narrowed(line: Line, hits: readonly Hit[]): readonly Hit[] {
  const own = hits.filter(({ deal }) => deal.customerInn === line.partyInn);
  const known = line.partyInn !== undefined && hits.every(({ deal }) => deal.customerInn !== undefined);
  return known && own.length > 0 ? own : hits;
}
