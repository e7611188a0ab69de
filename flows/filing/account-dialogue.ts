/** A bank account to be paid to: 20 digits with the bank's БИК, or an IBAN; typed here, so a wrong check digit is refused (domain 4). */
import { oneLine } from "../company/clean-text.ts";
import { isAccount, isBik, isIban, withoutSpaces } from "../company/identifiers.ts";
import type { Answer } from "../engine/answers.ts";
import { countryAt } from "./at-place.ts";
import type { Around } from "./catalogue.ts";
import type { AtQuestion, Draft } from "./draft.ts";
import type { Button } from "./input.ts";
import { isNeeded, onward } from "./order.ts";
import type { Remark } from "./remarks.ts";
import { goTo, on, type Turned } from "./turned.ts";

export type AtAccount = Extract<AtQuestion, { kind: "account" }>;

/** What a text says: an IBAN, an account and a bank, or one of the two. */
interface Said {
  readonly iban?: string;
  readonly account?: string;
  readonly bank?: string;
}

/** Words like «р/с» and «БИК» may stand around the numbers, and spaces between their digits. */
function said(text: string): Said {
  const typed = oneLine(text).toUpperCase();
  const compact = withoutSpaces(typed);
  if (/^(IBAN:?)?[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact))
    return { iban: compact.replace(/^IBAN:?/, "") };
  const runs = typed.replace(/(?<=\d)[\s\u00a0\u202f.]+(?=\d)/g, "").match(/\d+/g) ?? [];
  const digits = runs.join("");
  if (runs.length > 2 || !/^(\d{9}|\d{20}|\d{29})$/.test(digits)) return {};
  if (digits.length === 9) return { bank: digits };
  if (digits.length === 20) return { account: digits };
  const bankFirst =
    runs[0]?.length === 9 || (runs.length === 1 && !isAccount(digits.slice(0, 20), digits.slice(20)));
  return bankFirst
    ? { bank: digits.slice(0, 9), account: digits.slice(9) }
    : { account: digits.slice(0, 20), bank: digits.slice(20) };
}

export function typedAccount(draft: Draft, at: AtAccount, text: string, around: Around): Turned {
  const country = countryAt(draft, around);
  const bad = (why: Extract<Remark, { kind: "bad-account" }>["why"]): Turned =>
    on(draft, { kind: "bad-account", why, country });
  const { iban, account = at.account, bank } = said(text);
  if (iban !== undefined)
    return isIban(iban) ? give(draft, at, { kind: "account", account: iban }, around) : bad("iban");
  if (account === undefined) return bad("form");
  if (bank === undefined) return at.account === undefined ? goTo(draft, { ...at, account }) : bad("bank");
  // Which of the two is mistyped can't be told: both are asked anew.
  if (!isBik(bank) || !isAccount(account, bank))
    return { ...bad("check"), draft: { ...draft, at: withoutOne(at) } };
  return give(draft, at, { kind: "account", account, bank }, around);
}

const withoutOne = ({ kind, question }: AtAccount): AtAccount => ({ kind, question });

export function pressedAccount(draft: Draft, at: AtAccount, button: Button, around: Around): Turned {
  const question = around.process.form.find((known) => known.id === at.question);
  if (button.kind === "next" && draft.answers[at.question] !== undefined)
    return on(onward(draft, at.question, around));
  if (button.kind !== "skip" || question === undefined) return on(draft, { kind: "choose-one" });
  return isNeeded(question, draft, around)
    ? on(draft, { kind: "answer-needed", reasons: [] })
    : give(draft, at, { kind: "skipped" }, around);
}

function give(draft: Draft, at: AtAccount, answer: Answer, around: Around): Turned {
  return on(onward({ ...draft, answers: { ...draft.answers, [at.question]: answer } }, at.question, around));
}
