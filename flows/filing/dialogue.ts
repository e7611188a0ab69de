/** The dialogue of filing: one pure step from a draft and an input to the draft that follows, with what to say and do. */
import { goodsOf } from "../engine/answers.ts";
import { pressedAccount, typedAccount } from "./account-dialogue.ts";
import type { Around } from "./catalogue.ts";
import { hasContent, type At, type Draft } from "./draft.ts";
import { paperRefusal, pressedFiles, settledPapers, takePage, takePaper } from "./files-dialogue.ts";
import { pressedGoods, tableRead, typedGoods } from "./goods-dialogue.ts";
import { withLines } from "./goods-lines.ts";
import { isSoldAt } from "./goods-search.ts";
import type { Button, Input } from "./input.ts";
import { withFreshReason } from "./invoice-warnings.ts";
import { askedQuestions, beginning, enter } from "./order.ts";
import { filesQuestion } from "./papers.ts";
import { pressedPerson, typedPerson } from "./person-dialogue.ts";
import { photosQuestion, pressedPhotos, takePicture } from "./photos-dialogue.ts";
import { placesOffered } from "./places-offered.ts";
import { pressedPlain, typedPlain } from "./plain-dialogue.ts";
import { pressedReason, typedReason } from "./reason-dialogue.ts";
import { send } from "./submission.ts";
import { pressedSum, typedSum } from "./sum-dialogue.ts";
import { pick, pressedSupplier, typedSupplier } from "./supplier-dialogue.ts";
import { goTo, on, type Turned } from "./turned.ts";
import { before } from "./way-back.ts";

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
      return photosQuestion(around) === undefined && filesQuestion(around) !== undefined
        ? takePage(draft, input, around)
        : takePicture(draft, input.media, input.caption, around);
    case "paper":
      return filesQuestion(around) === undefined
        ? on(draft, { kind: "unknown-file" })
        : takePaper(draft, input.paper, input.caption, around);
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
      return on(draft, filesQuestion(around) === undefined ? input.refusal : paperRefusal(input.refusal));
    case "other":
      return on(draft, { kind: "wrong-kind", what: input.what });
    case "settled":
      return settledPapers(draft, around) ?? settled(draft, around);
    case "supplier-added":
      return draft.at.kind === "supplier"
        ? pick(draft, draft.at, input.supplier, around, { kind: "supplier-added", supplier: input.supplier })
        : on(draft);
  }
}

/** What was sent while files were being checked goes off when the last one is. */
function settled(draft: Draft, around: Around): Turned {
  return draft.at.kind === "checking"
    ? send(draft, around)
    : { draft, remarks: [], after: { kind: "counted" } };
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
    case "sum":
      return typedSum(draft, at, text, around);
    case "person":
      return typedPerson(draft, at, text, around);
    case "account":
      return typedAccount(draft, at, text, around);
    case "place":
    case "photos":
    case "files":
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
    case "files":
      return pressedFiles(draft, at, button, around);
    case "sum":
      return pressedSum(draft, at, button, around);
    case "person":
      return pressedPerson(draft, at, button, around);
    case "account":
      return pressedAccount(draft, at, button, around);
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
      ? askedQuestions(draft, around).find((known) => known.id === button.question)
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
  const question = askedQuestions(draft, around).find((known) => known.kind === "goods");
  if (question === undefined && filesQuestion(around) !== undefined)
    return on(draft, { kind: "not-a-paper" });
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
