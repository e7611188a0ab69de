/** The dialogue of filing: one pure step from a draft and an input to the draft that follows, with what to say and do. */
import { goodsOf } from "../engine/answers.ts";
import type { Around } from "./catalogue.ts";
import { hasContent, type At, type AtPlace, type AtQuestion, type Draft } from "./draft.ts";
import { pressedGoods, tableRead, typedGoods } from "./goods-dialogue.ts";
import { withLines } from "./goods-lines.ts";
import { isSoldAt } from "./goods-search.ts";
import type { Button, Input } from "./input.ts";
import { withFreshReason } from "./invoice-warnings.ts";
import { askedQuestions, backward, beginning, enter } from "./order.ts";
import { pressedPhotos, takePicture } from "./photos-dialogue.ts";
import { placesOffered } from "./places-offered.ts";
import { pressedPlain, typedPlain } from "./plain-dialogue.ts";
import { pressedReason, typedReason } from "./reason-dialogue.ts";
import { send } from "./submission.ts";
import { pick, pressedSupplier, typedSupplier } from "./supplier-dialogue.ts";
import { goTo, on, type Turned } from "./turned.ts";

/** One step. Nothing that was answered is ever lost by an input that isn't understood. */
export function step(draft: Draft, input: Input, around: Around): Turned {
  const turned = stepped(draft, input, around);
  return { ...turned, draft: withFreshReason(draft, turned.draft, around) };
}

function stepped(draft: Draft, input: Input, around: Around): Turned {
  switch (input.kind) {
    case "text":
      return typed(draft, input.text, around);
    case "press":
      return pressed(draft, input.button, around);
    case "picture":
      return takePicture(draft, input.media, input.caption, around);
    case "table":
      return readTable(draft, input.uniqueId, around);
    case "table-read": {
      const at = draft.at;
      const reads = at.kind === "goods" && at.step.kind === "reading" && at.step.uniqueId === input.uniqueId;
      return reads
        ? tableRead(draft, at, input.read, around)
        : { draft, remarks: [], after: { kind: "counted" } };
    }
    case "file-refused":
      return on(draft, input.refusal);
    case "other":
      return on(draft, { kind: "wrong-kind", what: input.what });
    case "settled":
      return draft.at.kind === "checking"
        ? send(draft, around)
        : { draft, remarks: [], after: { kind: "counted" } };
    case "supplier-added":
      return draft.at.kind === "supplier"
        ? pick(draft, draft.at, input.supplier, around, { kind: "supplier-added", supplier: input.supplier })
        : on(draft);
  }
}

function typed(draft: Draft, text: string, around: Around): Turned {
  const { at } = draft;
  switch (at.kind) {
    case "goods":
      return typedGoods(draft, at, text, around);
    case "reason":
      return typedReason(draft, at, text, around);
    case "supplier":
      return typedSupplier(draft, at, text, around);
    case "plain":
      return typedPlain(draft, at, text, around);
    case "place":
    case "photos":
    case "preview":
    case "change":
    case "checking":
    case "resume":
    case "cancel":
      return on(draft, { kind: "choose-one" });
  }
}

function pressed(draft: Draft, button: Button, around: Around): Turned {
  const { at } = draft;
  if (button.kind === "cancel") return cancel(draft);
  if (button.kind === "back") return back(draft, around);
  switch (at.kind) {
    case "goods":
      return pressedGoods(draft, at, button, around);
    case "reason":
      return pressedReason(draft, at, button, around);
    case "photos":
      return pressedPhotos(draft, at, button, around);
    case "supplier":
      return pressedSupplier(draft, at, button, around);
    case "plain":
      return pressedPlain(draft, at, button, around);
    case "place":
      return button.kind === "place" ? choosePlace(draft, button, around) : on(draft, { kind: "choose-one" });
    case "preview":
    case "change":
    case "checking":
      return pressedAtEnd(draft, button, around);
    case "resume":
      if (button.kind === "resume") return goTo(draft, at.back);
      return button.kind === "start-over"
        ? { draft, remarks: [], after: { kind: "start-over" } }
        : on(draft, { kind: "choose-one" });
    case "cancel":
      if (button.kind !== "keep-draft" && button.kind !== "delete-draft")
        return on(draft, { kind: "choose-one" });
      return {
        draft: { ...draft, at: at.back },
        remarks: [],
        after: { kind: "leave", keep: button.kind === "keep-draft" },
      };
  }
}

/** The preview and what hangs on it: sending, and choosing what to change. */
function pressedAtEnd(draft: Draft, button: Button, around: Around): Turned {
  if (button.kind === "submit") return send(draft, around);
  if (button.kind === "change") return goTo(draft, { kind: "change" });
  if (button.kind === "change-place") return goTo(draft, { kind: "place" });
  const question =
    button.kind === "question"
      ? askedQuestions(around).find((known) => known.id === button.question)
      : undefined;
  return question === undefined
    ? on(draft, { kind: "choose-one" })
    : goTo({ ...draft, previewed: true }, enter(question, draft, around));
}

function choosePlace(draft: Draft, button: Extract<Button, { kind: "place" }>, around: Around): Turned {
  if (!placesOffered(around).includes(button.place)) return on(draft, { kind: "choose-one" });
  const moved: Draft = { ...draft, place: button.place };
  const question = around.process.form.find((known) => known.kind === "goods")?.id;
  const gone = goodsOf(draft.answers).filter((line) => {
    const product = line.sku === undefined ? undefined : around.catalogue.product(line.sku);
    return product !== undefined && !isSoldAt(product, moved, around);
  });
  const next =
    question === undefined || gone.length === 0
      ? moved
      : withLines(
          moved,
          question,
          goodsOf(draft.answers).filter((line) => !gone.includes(line)),
          around,
        );
  const at: At = draft.previewed ? { kind: "preview" } : beginning(next, around);
  return goTo(next, at, ...(gone.length === 0 ? [] : [{ kind: "not-sold-here", lines: gone } as const]));
}

/** A table of goods is taken at any question: the dialogue goes to the goods and waits for it to be read. */
function readTable(draft: Draft, uniqueId: string, around: Around): Turned {
  const question = askedQuestions(around).find((known) => known.kind === "goods");
  if (question === undefined || draft.at.kind === "place") return on(draft, { kind: "no-table-here" });
  return goTo(draft, { kind: "goods", question: question.id, step: { kind: "reading", uniqueId } });
}

/** Leaving asks what to do with the draft, unless nothing would be lost. */
function cancel(draft: Draft): Turned {
  if (draft.at.kind === "cancel") return on(draft, { kind: "choose-one" });
  const back = draft.at.kind === "resume" ? draft.at.back : draft.at;
  return hasContent(draft)
    ? goTo(draft, { kind: "cancel", back: back.kind === "checking" ? { kind: "preview" } : back })
    : { draft, remarks: [], after: { kind: "leave", keep: false } };
}

function back(draft: Draft, around: Around): Turned {
  const to = before(draft, around);
  return to === undefined ? on(draft, { kind: "choose-one" }) : goTo(draft, to);
}

/** Where «Назад» leads: out of a step inside a question, else to the question before; undefined: nowhere. */
export function before(draft: Draft, around: Around): AtPlace | undefined {
  const { at } = draft;
  switch (at.kind) {
    case "goods":
    case "reason":
    case "photos":
    case "supplier":
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
  const picks = at.kind === "supplier" && at.step.kind === "pick" && at.step.text === undefined;
  if (at.kind === "supplier" && at.step.kind !== "split" && !picks) return { ...at, step: { kind: "pick" } };
  return undefined;
}
