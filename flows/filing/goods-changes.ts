/** Changing what is in the list: which line, its quantity, its reason, or away with it. */
import { goodsOf } from "../engine/answers.ts";
import type { Around } from "./catalogue.ts";
import type { Draft } from "./draft.ts";
import { list, type AtGoods } from "./goods-at.ts";
import { lineNumbered, withLines } from "./goods-lines.ts";
import type { Button } from "./input.ts";
import { goTo, on, type Turned } from "./turned.ts";

/** The line whose place in the list was typed: «3». */
export function pickLine(draft: Draft, at: AtGoods, text: string): Turned {
  const place = /^\s*(\d{1,3})\s*\.?\s*$/.exec(text)?.[1];
  const line = place === undefined ? undefined : goodsOf(draft.answers)[Number(place) - 1];
  return line === undefined
    ? on(draft, { kind: "no-such-line" })
    : goTo(draft, { ...at, step: { kind: "line", line: line.line } });
}

/** A button of the list or of one line; any other is not understood here. */
export function changeLine(draft: Draft, at: AtGoods, button: Button, around: Around): Turned {
  if (button.kind === "change-lines") {
    const [only, other] = goodsOf(draft.answers);
    if (only === undefined) return goTo(draft, list(at), { kind: "no-goods" });
    const step =
      other === undefined ? ({ kind: "line", line: only.line } as const) : ({ kind: "pick-line" } as const);
    return goTo(draft, { ...at, step });
  }
  if (button.kind === "line") return goTo(draft, { ...at, step: { kind: "line", line: button.line } });
  if (at.step.kind !== "line") return on(draft, { kind: "choose-one" });
  const line = lineNumbered(draft, at.step.line);
  if (line === undefined) return goTo(draft, list(at), { kind: "no-such-line" });
  if (button.kind === "change-quantity") {
    const wanted = line.sku === undefined ? { name: line.name } : { sku: line.sku };
    return goTo(draft, { ...at, step: { kind: "quantity", wanted, line: line.line } });
  }
  if (button.kind === "remove") {
    const lines = goodsOf(draft.answers).filter((known) => known.line !== line.line);
    return goTo(withLines(draft, at.question, lines, around), list(at), { kind: "removed", line });
  }
  const reason = around.process.form.find((question) => question.kind === "reason")?.id;
  if (button.kind === "change-reason" && reason !== undefined)
    return goTo(draft, { kind: "reason", question: reason, line: line.line });
  return on(draft, { kind: "choose-one" });
}
