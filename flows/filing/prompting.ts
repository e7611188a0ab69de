/** The question that a draft stands at, with the buttons that answer it. */
import { goodsOf } from "../engine/answers.ts";
import type { Around } from "./catalogue.ts";
import type { At, Draft } from "./draft.ts";
import { goodsAsk } from "./goods-prompts.ts";
import type { Button, Buttons } from "./input.ts";
import { progressOf, questionsNow } from "./order.ts";
import { accountAsk, filesAsk, personAsk, sumAsk } from "./paper-prompts.ts";
import { placesOffered } from "./places-offered.ts";
import { previewOf } from "./preview.ts";
import type { Prompt } from "./prompt.ts";
import { photosAsk, plainAsk, reasonAsk, supplierAsk } from "./question-prompts.ts";
import { before } from "./way-back.ts";

const cancel: Button = { kind: "cancel" };
const back: Button = { kind: "back" };

export function promptOf(draft: Draft, around: Around): Prompt {
  const { at } = draft;
  const { ask, buttons } = asked(draft, at, around);
  const progress =
    "question" in at && !draft.previewed ? { progress: progressOf(at.question, draft, around) } : {};
  return { ask, buttons: [...buttons, ...controls(draft, at, around)], ...progress };
}

/** The last row: «Назад», where it leads somewhere, and «Отмена». */
function controls(draft: Draft, at: At, around: Around): Buttons {
  if (at.kind === "cancel") return [[back]];
  if (at.kind === "preview") return [[{ kind: "change" }, cancel]];
  if (at.kind === "resume" || before(draft, around) === undefined) return [[cancel]];
  return [[back, cancel]];
}

function asked(draft: Draft, at: At, around: Around): Pick<Prompt, "ask" | "buttons"> {
  switch (at.kind) {
    case "goods":
      return goodsAsk(draft, at, around);
    case "reason":
      return reasonAsk(draft, at, around);
    case "photos":
      return photosAsk(draft, around);
    case "supplier":
      return supplierAsk(draft, at, around);
    case "plain":
      return plainAsk(draft, at, around);
    case "files":
      return filesAsk(draft, around);
    case "sum":
      return sumAsk(draft, at, around);
    case "person":
      return personAsk(draft, at, around);
    case "account":
      return accountAsk(draft, at, around);
    case "place":
      return {
        ask: { kind: "place" },
        buttons: placesOffered(around).map((place) => [{ kind: "place", place }]),
      };
    case "preview":
      return { ask: previewOf(draft, around), buttons: [[{ kind: "submit" }]] };
    case "change":
      return { ask: { kind: "change" }, buttons: changeable(draft, around) };
    case "checking":
      return { ask: { kind: "checking" }, buttons: [] };
    case "resume": {
      const photos = draft.media.length;
      const ask = {
        kind: "resume",
        lines: goodsOf(draft.answers).length,
        photos,
        files: draft.papers.length,
      } as const;
      return { ask, buttons: [[{ kind: "resume" }], [{ kind: "start-over" }]] };
    }
    case "cancel":
      return { ask: { kind: "cancel" }, buttons: [[{ kind: "keep-draft" }, { kind: "delete-draft" }]] };
  }
}

/** Every answer can be changed from the preview; the place too, where there is a choice and the request isn't filed yet. */
function changeable(draft: Draft, around: Around): Buttons {
  const questions = questionsNow(draft, around).map(({ id }): readonly Button[] => [
    { kind: "question", question: id },
  ]);
  const places = around.request === undefined && placesOffered(around).length > 1;
  return places ? [...questions, [{ kind: "change-place" }]] : questions;
}
