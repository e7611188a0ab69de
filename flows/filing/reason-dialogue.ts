/** The reason question: one for the request, or, by «Разные причины», one for each line (domain 5.8). */
import type { Reason } from "../company/company.ts";
import { oneLine } from "../company/clean-text.ts";
import { reasonsFor } from "../company/reasons.ts";
import { goodsOf, type GoodsLine } from "../engine/answers.ts";
import type { Question } from "../engine/questions.ts";
import { languages } from "../ids.ts";
import type { Around } from "./catalogue.ts";
import type { AtQuestion, Draft } from "./draft.ts";
import type { Button } from "./input.ts";
import { onward } from "./order.ts";
import { withLines } from "./goods-lines.ts";
import { goTo, on, type Turned } from "./turned.ts";

export type AtReason = Extract<AtQuestion, { kind: "reason" }>;
type ReasonQuestion = Extract<Question, { kind: "reason" }>;

/** The reason question of a process that stands at it. */
function reasonQuestion(at: AtReason, around: Around): ReasonQuestion {
  const question = around.process.form.find((known) => known.id === at.question);
  if (question?.kind !== "reason")
    throw new Error(`${at.question} is no reason question of ${around.process.id}`);
  return question;
}

/** The reasons offered, in the company's order. */
export function reasonsOffered(at: AtReason, around: Around): readonly Reason[] {
  return reasonsFor(around.company.reasons, reasonQuestion(at, around).use);
}

/** A typed reason: its code, its words, or a part that only one reason has, in any language of the interface. */
export function typedReason(draft: Draft, at: AtReason, text: string, around: Around): Turned {
  const meant = oneLine(text).toLowerCase();
  if (meant === "") return on(draft, { kind: "empty" });
  const offered = reasonsOffered(at, around);
  const exact = offered.find(
    (reason) => reason.code === meant.padStart(2, "0") || wordsOf(reason).some((words) => words === meant),
  );
  const [only, other] = exact === undefined ? offered.filter((reason) => hasPart(reason, meant)) : [exact];
  return only === undefined || other !== undefined
    ? on(draft, { kind: "choose-one" })
    : takeReason(draft, at, only.code, around);
}

function wordsOf(reason: Reason): string[] {
  return languages.flatMap((language) => [
    reason.title[language].toLowerCase(),
    reason.short[language].toLowerCase(),
  ]);
}

const hasPart = (reason: Reason, meant: string): boolean =>
  meant.length >= 3 && wordsOf(reason).some((words) => words.includes(meant));

export function pressedReason(draft: Draft, at: AtReason, button: Button, around: Around): Turned {
  if (button.kind === "reason") return takeReason(draft, at, button.code, around);
  if (button.kind === "different-reasons") return startPerLine(draft, at, around);
  if (button.kind === "one-reason") return goTo(draft, { kind: "reason", question: at.question });
  if (button.kind === "next" && isReasonGiven(draft, at, around))
    return on(onward(draft, at.question, around));
  return on(draft, { kind: "choose-one" });
}

/** Whether reasons stand for everything. */
export function isReasonGiven(draft: Draft, at: AtReason, around: Around): boolean {
  const answer = draft.answers[at.question];
  if (answer?.kind !== "reason") return false;
  const codes = answer.code === undefined ? goodsOf(draft.answers).map((line) => line.reason) : [answer.code];
  const offered = reasonsOffered(at, around);
  return codes.length > 0 && codes.every((code) => offered.some((reason) => reason.code === code));
}

/** The first line that has no reason yet. */
function lineWithoutReason(draft: Draft): GoodsLine | undefined {
  return goodsOf(draft.answers).find((line) => line.reason === undefined);
}

/** Lines keep nothing of an earlier round of reasons: each is asked. */
function startPerLine(draft: Draft, at: AtReason, around: Around): Turned {
  const cleared = withReasons(draft, around, (line) => {
    const { reason: _before, ...rest } = line;
    return rest;
  });
  const first = lineWithoutReason(cleared);
  if (first === undefined) return on(draft, { kind: "choose-one" });
  return goTo(cleared, { ...at, line: first.line });
}

function takeReason(draft: Draft, at: AtReason, code: string, around: Around): Turned {
  if (!reasonsOffered(at, around).some((reason) => reason.code === code))
    return on(draft, { kind: "choose-one" });
  if (at.line === undefined) {
    const cleared = withReasons(draft, around, ({ reason: _before, ...line }) => line);
    const answers = { ...cleared.answers, [at.question]: { kind: "reason", code } as const };
    return on(onward({ ...cleared, answers }, at.question, around));
  }
  const given = withReasons(draft, around, (line) =>
    line.line === at.line ? { ...line, reason: code } : line,
  );
  const next: Draft = { ...given, answers: { ...given.answers, [at.question]: { kind: "reason" } } };
  const following = lineWithoutReason(next);
  return following === undefined
    ? on(onward(next, at.question, around))
    : goTo(next, { ...at, line: following.line });
}

function withReasons(draft: Draft, around: Around, change: (line: GoodsLine) => GoodsLine): Draft {
  const question = around.process.form.find((known) => known.kind === "goods")?.id;
  return question === undefined
    ? draft
    : withLines(draft, question, goodsOf(draft.answers).map(change), around);
}
