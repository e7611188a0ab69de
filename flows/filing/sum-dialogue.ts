/** The question about a sum: typed, then its VAT by a rate that is in force; the tax on the paper is never "fixed" (domain 3). */
import { oneLine } from "../company/clean-text.ts";
import { countryAt, vatDayOf } from "./at-place.ts";
import type { Answer } from "../engine/answers.ts";
import { currencyIn, currencyOf, parseMoney } from "../goods/money.ts";
import { vatInside, vatRatesOn } from "../goods/vat.ts";
import type { Minor } from "../ids.ts";
import type { Around } from "./catalogue.ts";
import type { AtQuestion, Draft, SumStep } from "./draft.ts";
import type { Button } from "./input.ts";
import { onward } from "./order.ts";
import type { Remark } from "./remarks.ts";
import { goTo, on, type Turned } from "./turned.ts";

export type AtSum = Extract<AtQuestion, { kind: "sum" }>;
type Vat = NonNullable<Extract<Answer, { kind: "sum" }>["vat"]>;

/** A supplier rounds by lines: so much the paper's tax may differ in silence, minor units. */
const roundedMax = 1;

const inside = (at: AtSum, step: SumStep): AtSum => ({ ...at, step });

/** Percents in force on the day of the paper, highest first. */
export function ratesOffered(draft: Draft, around: Around): readonly number[] {
  return vatRatesOn(countryAt(draft, around), vatDayOf(draft, around));
}

export function typedSum(draft: Draft, at: AtSum, text: string, around: Around): Turned {
  const { step } = at;
  if (step.kind === "rate") {
    const [, percent] = /^(\d{1,2}) ?%?$/.exec(oneLine(text)) ?? [];
    return percent === undefined
      ? on(draft, { kind: "choose-one" })
      : rated(draft, at, step.sum, Number(percent), around);
  }
  const read = readSum(draft, text, around, step.kind !== "sum");
  if ("remark" in read) return on(draft, read.remark);
  if (step.kind === "sum") return goTo(draft, inside(at, { kind: "rate", sum: read.minor }));
  return taxed(draft, at, step, read.minor, around);
}

function readSum(
  draft: Draft,
  text: string,
  around: Around,
  mayBeZero: boolean,
): { readonly minor: Minor } | { readonly remark: Remark } {
  const named = currencyIn(text);
  if (named !== undefined && named !== currencyOf(countryAt(draft, around)).code)
    return { remark: { kind: "bad-sum", why: "other-currency" } };
  const read = parseMoney(oneLine(text));
  if (read.kind !== "sum") return { remark: { kind: "bad-sum", why: read.kind } };
  return read.minor === 0 && !mayBeZero
    ? { remark: { kind: "bad-sum", why: "zero" } }
    : { minor: read.minor };
}

function rated(draft: Draft, at: AtSum, sum: Minor, percent: number, around: Around): Turned {
  if (!ratesOffered(draft, around).includes(percent))
    return on(draft, { kind: "bad-rate", date: vatDayOf(draft, around) });
  if (percent === 0) return give(draft, at, sum, { percent, sum: vatInside(sum, 0) }, around);
  return goTo(draft, inside(at, { kind: "vat", sum, percent }));
}

/** The tax as it stands on the paper: the computed one, or one that differs, which is asked about. */
function taxed(
  draft: Draft,
  at: AtSum,
  { sum, percent }: Exclude<SumStep, { kind: "sum" | "rate" }>,
  vat: Minor,
  around: Around,
): Turned {
  if (vat > sum) return on(draft, { kind: "vat-above-sum" });
  if (Math.abs(vat - vatInside(sum, percent)) > roundedMax)
    return goTo(draft, inside(at, { kind: "confirm", sum, percent, vat }));
  return give(draft, at, sum, { percent, sum: vat }, around);
}

export function pressedSum(draft: Draft, at: AtSum, button: Button, around: Around): Turned {
  const { step } = at;
  if (button.kind === "next" && step.kind === "sum" && draft.answers[at.question]?.kind === "sum")
    return on(onward(draft, at.question, around));
  if (button.kind === "rate" && step.kind === "rate")
    return button.percent === undefined
      ? give(draft, at, step.sum, undefined, around)
      : rated(draft, at, step.sum, button.percent, around);
  if (button.kind === "right" && step.kind === "vat")
    return taxed(draft, at, step, vatInside(step.sum, step.percent), around);
  if (button.kind === "as-on-paper" && step.kind === "confirm")
    return give(draft, at, step.sum, { percent: step.percent, sum: step.vat }, around);
  return on(draft, { kind: "choose-one" });
}

function give(draft: Draft, at: AtSum, sum: Minor, vat: Vat | undefined, around: Around): Turned {
  const answer: Answer = { kind: "sum", sum, ...(vat === undefined ? {} : { vat }) };
  return on(onward({ ...draft, answers: { ...draft.answers, [at.question]: answer } }, at.question, around));
}
