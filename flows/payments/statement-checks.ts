/** Whether a statement adds up: balances of its accounts, and their totals against the lines (domain 9.3.1). Warns, never refuses. */
import { parseSignedMoney } from "../goods/money.ts";
import { units, type Minor } from "../ids.ts";
import type { Ends } from "./statement-line.ts";
import type { Section } from "./statement-sections.ts";

/** What the file says of an account over its whole period, minor units of its currency; absent: it doesn't say. */
export interface AccountSums {
  readonly account: string;
  /** Below zero: an overdraft. */
  readonly opening?: Minor;
  readonly received?: Minor;
  readonly spent?: Minor;
  readonly closing?: Minor;
}

export type StatementWarning =
  /** Opening balance, plus what was received, minus what was spent, is another sum than the closing balance. */
  | { readonly kind: "balance"; readonly account: string; readonly expected: Minor; readonly closing: Minor }
  /** The lines add up to another sum than the file says. */
  | {
      readonly kind: "received" | "spent";
      readonly account: string;
      readonly said: Minor;
      readonly lines: Minor;
    }
  | {
      readonly kind: "unreadable-sum";
      readonly account: string;
      readonly line: number;
      /** Key of the file: «НачальныйОстаток». */
      readonly key: string;
      readonly found: string;
    };

/** A sum that moved. */
export interface Moved extends Ends {
  readonly amount: Minor;
}

const keys = {
  opening: "НачальныйОстаток",
  received: "ВсегоПоступило",
  spent: "ВсегоСписано",
  closing: "КонечныйОстаток",
} as const;
type Sums = { readonly [Name in keyof typeof keys]?: number };

/** Unlike the sum of a document a balance may be below zero, with its minus before or behind. */
function signed(text: string): Minor | undefined {
  const sum = /[^\d.,\s−–-]/.test(text) ? undefined : parseSignedMoney(text);
  return sum?.kind === "sum" ? sum.minor : undefined;
}

function readSums(section: Section, account: string): { sums: Sums; unreadable: StatementWarning[] } {
  const sums: { -readonly [Name in keyof Sums]: number } = {};
  const unreadable: StatementWarning[] = [];
  for (const name of ["opening", "received", "spent", "closing"] as const) {
    const key = keys[name];
    const value = section.values.get(key)?.[0];
    if (value === undefined || value.text === "") continue;
    const sum = signed(value.text);
    if (sum !== undefined) sums[name] = sum;
    else {
      const { line, text } = value;
      unreadable.push({ kind: "unreadable-sum", account, line, key, found: text.slice(0, 40) });
    }
  }
  return { sums, unreadable };
}

/** The sum of what every part says; undefined, if one of them doesn't, or there are none. */
function added(parts: readonly (number | undefined)[]): number | undefined {
  const said = parts.filter((part) => part !== undefined);
  return parts.length > 0 && said.length === parts.length
    ? said.reduce((all, part) => all + part, 0)
    : undefined;
}

const minor = (value: number): Minor => units<Minor>(value);

/**
 * What the sections of one account say together, and what doesn't add up in them.
 * @param sections of this account: one for the period, or one for each of its days
 * @param moved everything that the file's lines moved
 */
export function checkAccount(
  account: string,
  sections: readonly Section[],
  moved: readonly Moved[],
): { readonly sums: AccountSums; readonly warnings: readonly StatementWarning[] } {
  const read = sections.map((section) => readSums(section, account));
  const parts = read.map(({ sums }) => sums);
  const warnings = read.flatMap(({ unreadable }) => unreadable);
  for (const { opening, received, spent, closing } of parts) {
    if (opening === undefined || received === undefined || spent === undefined || closing === undefined)
      continue;
    const expected = opening + received - spent;
    if (expected !== closing)
      warnings.push({ kind: "balance", account, expected: minor(expected), closing: minor(closing) });
  }
  const received = added(parts.map((part) => part.received));
  const spent = added(parts.map((part) => part.spent));
  const linesOf = (end: keyof Ends): number =>
    moved.reduce((all, one) => (one[end] === account ? all + one.amount : all), 0);
  for (const [kind, said, lines] of [
    ["received", received, linesOf("credited")],
    ["spent", spent, linesOf("debited")],
  ] as const)
    if (said !== undefined && said !== lines)
      warnings.push({ kind, account, said: minor(said), lines: minor(lines) });
  const [opening, closing] = [parts[0]?.opening, parts.at(-1)?.closing];
  return {
    sums: {
      account,
      ...(opening !== undefined && { opening: minor(opening) }),
      ...(received !== undefined && { received: minor(received) }),
      ...(spent !== undefined && { spent: minor(spent) }),
      ...(closing !== undefined && { closing: minor(closing) }),
    },
    warnings,
  };
}
