/** One document of a bank statement → a movement of money on our account, or why it is none (domain 9.3.1). */
import { oneLine } from "../company/clean-text.ts";
import { date as dateField } from "../company/fields.ts";
import { withoutSpaces } from "../company/identifiers.ts";
import { parseMoney, type MoneyRefusal } from "../goods/money.ts";
import type { Minor } from "../ids.ts";
import { currencyOfAccount, ownAccount } from "./bank-account.ts";
import type { CurrencyCode } from "./deal.ts";
import { documentName, type DocumentName, type Section } from "./statement-sections.ts";

/** What a file may hold at most; texts of a line that are longer are cut, and still count whole in its key. */
export const statementLimits = {
  documentsMax: 50_000,
  purposeMax: 1_000,
  partyMax: 300,
  numberMax: 64,
} as const;

/** The longest IBAN has 34 signs. */
const accountMax = 34;
/** Characters of a sum: longer ones are none. */
const sumMax = 40;

export interface StatementLine {
  /** own: between two accounts of ours, nobody's payment. */
  readonly direction: "in" | "out" | "own";
  /** «Платежное поручение», «Банковский ордер»: as the bank calls it. */
  readonly kind: string;
  /** Number of the payment order. */
  readonly number: string;
  /** The day the money came or went, `YYYY-MM-DD`. */
  readonly paidOn: string;
  /** Minor units of `currency`, above zero in every direction. */
  readonly amount: Minor;
  readonly currency: CurrencyCode;
  /** The other side: who paid, of what went out who received. */
  readonly party: string;
  readonly partyInn?: string;
  readonly partyAccount?: string;
  /** Ours, as the company file has it. */
  readonly account: string;
  readonly purpose: string;
  /** The same movement has the same in every statement, encoding and order of keys: it is booked once (domain 9.3). */
  readonly key: string;
}

/** Why a document is counted and not taken: no money has moved (yet), it isn't ours, our account is in another currency. */
export type LeftOut = "unmoved" | "not-ours" | "other-currency";

/** What is wrong with a document: then nothing of the file is taken. `found` is what stands there, shortened. */
export interface DocumentFault {
  readonly kind: "bad-document";
  readonly document: DocumentName;
  readonly line: number;
  /** Key of the file: «Сумма», «ДатаПоступило». */
  readonly key: string;
  readonly problem: "missing" | "given-twice" | "bad-date" | MoneyRefusal["kind"];
  readonly found: string;
}

export type ReadDocument =
  | { readonly kind: "line"; readonly line: StatementLine; readonly ends: Ends }
  | { readonly kind: "left-out"; readonly why: LeftOut }
  | DocumentFault;

const purposeParts = [1, 2, 3, 4, 5, 6].map((part) => `НазначениеПлатежа${part}`);
const sides = { payer: "Плательщик", payee: "Получатель" } as const;
type Side = (typeof sides)[keyof typeof sides];
/** Keys that may stand once: two values of one would let the reader choose which is true. */
const single = ["Номер", "Дата", "Сумма", "ДатаПоступило", "ДатаСписано", "НазначениеПлатежа"].concat(
  purposeParts,
  Object.values(sides).flatMap((side) => ["", "1", "ИНН", "Счет", "РасчСчет"].map((end) => `${side}${end}`)),
);

/** The value of a key on one line, cleaned (F116, F118); "": there is none. */
const text = (document: Section, key: string): string =>
  oneLine(document.values.get(key)?.find((value) => value.text !== "")?.text ?? "");

/** The whole text first, then its beginning: half a letter that a cut leaves behind goes as well. */
const cut = (value: string, max: number): string => oneLine(value.slice(0, max));

const fault = (document: Section, key: string, problem: DocumentFault["problem"]): DocumentFault => ({
  kind: "bad-document",
  document: documentName(document) ?? { ordinal: document.ordinal, title: document.title },
  line: document.values.get(key)?.at(-1)?.line ?? document.line,
  key,
  problem,
  found: cut(document.values.get(key)?.at(-1)?.text ?? "", 40),
});

/** `дд.мм.гггг` → `YYYY-MM-DD`; undefined: there is no such day. */
export function statementDate(value: string): string | undefined {
  return dateField.safeParse(value).data;
}

/** A sum of a statement in minor units: a point or a comma; a minus before or behind it is said to be one. */
export function statementSum(value: string): ReturnType<typeof parseMoney> {
  const sum = value.trim();
  if (sum.length > sumMax) return { kind: "not-a-sum" };
  if (/^[-−–]|[-−–]$/.test(sum)) return { kind: "negative" };
  return /[^\d.,\s]/.test(sum) ? { kind: "not-a-sum" } : parseMoney(sum);
}

/** The account behind the bank's own comes first: `Счет` may be the bank's where it pays for its client. */
const accountsOf = (document: Section, side: Side): string[] =>
  [`${side}РасчСчет`, `${side}Счет`].map((key) =>
    withoutSpaces(text(document, key)).toUpperCase().slice(0, accountMax),
  );

/** The name without the tax number that some banks put before it: «ИНН 7707083893 КПП 773601001 ООО …». */
function nameOf(document: Section, side: Side): string {
  const name = text(document, `${side}1`) || text(document, side);
  const bare = name.replace(
    /^ИНН(?:\s*\/\s*КПП)?[\s:]*\d{8,12}(?:[\s/,]*(?:КПП[\s:]*)?\d{9}(?!\d))?[\s,/]*/iu,
    "",
  );
  return cut(bare, statementLimits.partyMax);
}

function innOf(document: Section, side: Side): string | undefined {
  const inn = withoutSpaces(text(document, `${side}ИНН`));
  return /^\d{8,12}$/.test(inn) && !/^0+$/.test(inn) ? inn : undefined;
}

/** Accounts of ours between which a sum moved; an end that isn't ours is absent. */
export interface Ends {
  readonly credited?: string;
  readonly debited?: string;
}

interface Movement {
  readonly ends: Ends;
  readonly direction: StatementLine["direction"];
  /** The account whose money it is told of: where the sum arrived, else where it left. */
  readonly account: string;
  readonly currency: CurrencyCode;
  readonly other: Side;
  readonly dateKey: "ДатаПоступило" | "ДатаСписано";
}

/** Which way money went on our accounts; an order that no bank has carried out has neither day. */
function movementOf(
  document: Section,
  payer: string | undefined,
  payee: string | undefined,
): Movement | LeftOut {
  const credited = text(document, "ДатаПоступило") === "" ? undefined : payee;
  const debited = text(document, "ДатаСписано") === "" ? undefined : payer;
  const account = credited ?? debited;
  if (account === undefined) return payer === undefined && payee === undefined ? "not-ours" : "unmoved";
  const currency = currencyOfAccount(account);
  if (currency === undefined) return "other-currency";
  const direction =
    payer !== undefined && payee !== undefined ? "own" : credited === undefined ? "out" : "in";
  const arrived = { other: sides.payer, dateKey: "ДатаПоступило" } as const;
  const left = { other: sides.payee, dateKey: "ДатаСписано" } as const;
  return {
    ends: { ...(credited !== undefined && { credited }), ...(debited !== undefined && { debited }) },
    direction,
    account,
    currency,
    ...(credited === undefined ? left : arrived),
  };
}

/** Days and sum, or what is wrong with one of them. `issuedOn` is the date of the paper itself. */
function factsOf(
  document: Section,
  dateKey: Movement["dateKey"],
): { readonly kind: "facts"; paidOn: string; issuedOn: string; amount: Minor } | DocumentFault {
  const twice = single.find((key) => {
    const texts = document.values.get(key)?.flatMap((value) => value.text || []);
    return new Set(texts).size > 1;
  });
  if (twice !== undefined) return fault(document, twice, "given-twice");
  const missing = ["Номер", "Дата", "Сумма"].find((key) => text(document, key) === "");
  if (missing !== undefined) return fault(document, missing, "missing");
  const paidOn = statementDate(text(document, dateKey));
  if (paidOn === undefined) return fault(document, dateKey, "bad-date");
  const issuedOn = statementDate(text(document, "Дата"));
  if (issuedOn === undefined) return fault(document, "Дата", "bad-date");
  const sum = statementSum(text(document, "Сумма"));
  if (sum.kind !== "sum") return fault(document, "Сумма", sum.kind);
  return { kind: "facts", paidOn, issuedOn, amount: sum.minor };
}

/** Letters and digits alone: quotes and № are lost in some encodings, spaces in some banks. */
const canonical = (value: string): string => value.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");

/**
 * @param ours our accounts, of `accountsOf(company)`
 * @param hash SHA-256 of a text, lower-case hex
 */
export function readDocument(
  document: Section,
  ours: readonly string[],
  hash: (text: string) => string,
): ReadDocument {
  const ownOf = (side: Side): string | undefined =>
    accountsOf(document, side).flatMap((given) => ownAccount(ours, given) ?? [])[0];
  const movement = movementOf(document, ownOf(sides.payer), ownOf(sides.payee));
  if (typeof movement === "string") return { kind: "left-out", why: movement };
  const facts = factsOf(document, movement.dateKey);
  if (facts.kind !== "facts") return facts;
  const { paidOn, issuedOn, amount } = facts;
  if (amount === 0) return { kind: "left-out", why: "unmoved" };

  const { direction, account, currency, other, ends } = movement;
  const { numberMax, purposeMax } = statementLimits;
  const partyInn = innOf(document, other);
  const partyAccount = accountsOf(document, other).find((given) => given !== "");
  const number = text(document, "Номер");
  const purpose =
    text(document, "НазначениеПлатежа") || oneLine(purposeParts.map((key) => text(document, key)).join(" "));
  const paper = [account, canonical(document.title), canonical(number), issuedOn, amount];
  const key = [...paper, partyAccount ?? partyInn ?? "", hash(canonical(purpose))].join("|");
  return {
    kind: "line",
    line: {
      direction,
      paidOn,
      amount,
      currency,
      account,
      key,
      kind: oneLine(document.title),
      number: cut(number, numberMax),
      party: nameOf(document, other),
      ...(partyInn !== undefined && { partyInn }),
      ...(partyAccount !== undefined && { partyAccount }),
      purpose: cut(purpose, purposeMax),
    },
    ends,
  };
}
