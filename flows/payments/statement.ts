/**
 * A bank statement in the format `1CClientBankExchange` (domain 9.3.1): text in, movements of money on our accounts out.
 * All of it is taken or nothing: one document that can't be read, or a file cut short, refuses the whole.
 */
import { ownAccount, currencyOfAccount } from "./bank-account.ts";
import { checkAccount, type AccountSums, type Moved, type StatementWarning } from "./statement-checks.ts";
import { readDocument, statementDate, statementLimits } from "./statement-line.ts";
import type { DocumentFault, LeftOut, StatementLine } from "./statement-line.ts";
import { sectionsOf, type Section, type StructureFault } from "./statement-sections.ts";

export interface Statement {
  readonly kind: "statement";
  /** Accounts of ours that it speaks of, as the company file has them. */
  readonly accounts: readonly AccountSums[];
  /** Calendar dates, both included; absent: the file doesn't say. */
  readonly period?: { readonly from: string; readonly to: string };
  /** In the order of the file. */
  readonly lines: readonly StatementLine[];
  /** Documents that were counted and not taken; `repeated` ones are in the file twice. */
  readonly leftOut: { readonly [Why in LeftOut | "repeated"]: number };
  /** What doesn't add up: nothing is refused for it, a person should know. */
  readonly warnings: readonly StatementWarning[];
}

export type StatementRefusal =
  | StructureFault
  | DocumentFault
  /** None of the accounts it is of is ours. */
  | { readonly kind: "not-our-account"; readonly accounts: readonly string[] }
  /** It is of accounts of ours in other currencies than RUB and UAH only. */
  | { readonly kind: "other-currency"; readonly accounts: readonly string[] };

/** Accounts named in a refusal. */
const namedMax = 5;

interface Taken {
  readonly lines: Map<string, StatementLine>;
  readonly moved: Moved[];
  readonly leftOut: { [Why in LeftOut | "repeated"]: number };
  /** Header and accounts. */
  readonly heads: Section[];
}

/** Goes through the file once; stops at the first thing that refuses it. */
function take(
  text: string,
  ours: readonly string[],
  hash: (text: string) => string,
): Taken | StructureFault | DocumentFault {
  const leftOut = { unmoved: 0, "not-ours": 0, "other-currency": 0, repeated: 0 };
  const taken: Taken = { lines: new Map<string, StatementLine>(), moved: [], leftOut, heads: [] };
  for (const section of sectionsOf(text, statementLimits.documentsMax)) {
    if (!("values" in section)) return section;
    if (section.kind !== "document") taken.heads.push(section);
    else {
      const read = readDocument(section, ours, hash);
      if (read.kind === "bad-document") return read;
      if (read.kind === "left-out") leftOut[read.why] += 1;
      else if (taken.lines.has(read.line.key)) leftOut.repeated += 1;
      else {
        taken.lines.set(read.line.key, read.line);
        taken.moved.push({ ...read.ends, amount: read.line.amount });
      }
    }
  }
  return taken;
}

/** The numbers given for a key in header and sections of accounts, each once. */
const given = (heads: readonly Section[], key: string): string[] => [
  ...new Set(heads.flatMap((head) => head.values.get(key) ?? []).flatMap(({ text }) => text || [])),
];

/** From the first of the days that the file begins with to the last that it ends with. */
function periodOf(heads: readonly Section[]): Statement["period"] {
  const days = (key: string) =>
    given(heads, key)
      .flatMap((text) => statementDate(text) ?? [])
      .toSorted();
  const [from, to] = [days("ДатаНачала")[0], days("ДатаКонца").at(-1)];
  return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined;
}

/**
 * @param text the decoded file; what isn't a statement is refused as such
 * @param ours our accounts, of `accountsOf(company)`
 * @param hash SHA-256 of a text, lower-case hex
 */
export function readStatement(
  text: string,
  ours: readonly string[],
  hash: (text: string) => string,
): Statement | StatementRefusal {
  const taken = take(text, ours, hash);
  if ("kind" in taken) return taken;
  const { lines, moved, leftOut, heads } = taken;
  const named = given(heads, "РасчСчет");
  const accounts = [...new Set(named.flatMap((number) => ownAccount(ours, number) ?? []))];
  if (accounts.length === 0) return { kind: "not-our-account", accounts: named.slice(0, namedMax) };
  if (accounts.every((account) => currencyOfAccount(account) === undefined))
    return { kind: "other-currency", accounts };
  const checks = accounts.map((account) => {
    const isOf = (section: Section): boolean =>
      section.kind === "account" &&
      given([section], "РасчСчет").some((number) => ownAccount(ours, number) === account);
    return checkAccount(account, heads.filter(isOf), moved);
  });
  const period = periodOf(heads);
  return {
    kind: "statement",
    accounts: checks.map((check) => check.sums),
    ...(period && { period }),
    lines: [...lines.values()],
    leftOut,
    warnings: checks.flatMap((check) => check.warnings),
  };
}
