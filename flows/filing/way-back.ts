/** «Назад»: out of a step inside a question, or to the question before. */
import type { Around } from "./catalogue.ts";
import type { AtPlace, AtQuestion, Draft } from "./draft.ts";
import { backward } from "./order.ts";

/** Where «Назад» leads: out of a step inside a question, else to the question before; undefined: nowhere. */
export function before(draft: Draft, around: Around): AtPlace | undefined {
  const { at } = draft;
  switch (at.kind) {
    case "goods":
    case "reason":
    case "photos":
    case "supplier":
    case "files":
    case "sum":
    case "person":
    case "account":
    case "plain":
      return outOf(at) ?? backward(draft, at.question, around);
    case "place":
      return draft.previewed ? { kind: "preview" } : undefined;
    case "preview":
      return undefined;
    case "change":
    case "checking":
      return { kind: "preview" };
    case "resume":
    case "cancel":
      return at.back;
  }
}

/** The outer step of a question that one stands inside of; undefined: it is the outermost. */
function outOf(at: AtQuestion): AtQuestion | undefined {
  if (at.kind === "goods" && at.step.kind === "quantity" && at.step.line !== undefined)
    return { ...at, step: { kind: "line", line: at.step.line } };
  if (at.kind === "goods" && at.step.kind !== "list") return { ...at, step: { kind: "list" } };
  if (at.kind === "reason" && at.line !== undefined) return { kind: "reason", question: at.question };
  if (at.kind === "account" && at.account !== undefined) return { kind: "account", question: at.question };
  if (at.kind === "sum") return outOfSum(at);
  const picks = at.kind === "supplier" && at.step.kind === "pick" && at.step.text === undefined;
  if (at.kind === "supplier" && at.step.kind !== "split" && !picks) return { ...at, step: { kind: "pick" } };
  return undefined;
}

function outOfSum(at: Extract<AtQuestion, { kind: "sum" }>): AtQuestion | undefined {
  const { step } = at;
  switch (step.kind) {
    case "sum":
      return undefined;
    case "rate":
      return { ...at, step: { kind: "sum" } };
    case "vat":
      return { ...at, step: { kind: "rate", sum: step.sum } };
    case "confirm":
      return { ...at, step: { kind: "vat", sum: step.sum, percent: step.percent } };
  }
}
