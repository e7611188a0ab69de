/** Photos and videos: taken at any step, each once, up to the allowed number; and the question about them. */
import { addPicture } from "../engine/answers.ts";
import { reasonsOf } from "../engine/form.ts";
import type { Question } from "../engine/questions.ts";
import type { Around } from "./catalogue.ts";
import type { AtQuestion, Draft, Media } from "./draft.ts";
import type { Button } from "./input.ts";
import { checkOf, isNeeded, onward } from "./order.ts";
import { goTo, on, type Turned } from "./turned.ts";

export type AtPhotos = Extract<AtQuestion, { kind: "photos" }>;
type PhotosQuestion = Extract<Question, { kind: "photos" }>;

export function photosQuestion(around: Pick<Around, "process">): PhotosQuestion | undefined {
  return around.process.form.find((question) => question.kind === "photos");
}

/** A photo or video, at whatever question: the place in the dialogue stays, only the counter shows it. */
export function takePicture(draft: Draft, media: Media, caption: string | undefined, around: Around): Turned {
  const taken = addPicture(withoutRefused(draft, around).media, media, photosQuestion(around)?.max ?? 0);
  const noted = caption === undefined ? draft : withCaption(draft, caption, around);
  switch (taken.kind) {
    case "added":
      return counted({ ...noted, media: taken.pictures });
    case "known":
      return counted(noted);
    case "over":
      return counted({ ...noted, over: noted.over + 1 });
  }
}

const counted = (draft: Draft): Turned => ({ draft, remarks: [], after: { kind: "counted" } });

/** What was refused makes room for another. */
function withoutRefused(draft: Draft, around: Around): Draft {
  const media = draft.media.filter(
    (known) => known.hash !== undefined || around.catalogue.upload(known.uniqueId).kind !== "refused",
  );
  return { ...draft, media };
}

/** A caption is a comment given early; captions of several pictures are joined in order (F43). */
export function withCaption(draft: Draft, caption: string, around: Around): Draft {
  const question = around.process.form.find((known) => known.kind === "text" && known.id === "comment");
  if (question?.kind !== "text") return draft;
  const before = draft.answers[question.id];
  const said = before?.kind === "text" ? before.text : "";
  const text = caption.trim();
  if (text === "" || said.includes(text)) return draft;
  const whole = said === "" ? text : `${said}\n${text}`;
  if (whole.length > question.max) return draft;
  return { ...draft, answers: { ...draft.answers, [question.id]: { kind: "text", text: whole } } };
}

/** The photos question's buttons: done, skip, take back the last or all. */
export function pressedPhotos(draft: Draft, at: AtPhotos, button: Button, around: Around): Turned {
  switch (button.kind) {
    case "done":
    case "next":
    case "skip":
      return finish(draft, at, around);
    case "drop-last-photo":
      return drop(draft, draft.media.slice(0, -1));
    case "drop-photos":
      return drop(draft, []);
    default:
      return on(draft, { kind: "choose-one" });
  }
}

function drop(draft: Draft, media: readonly Media[]): Turned {
  const count = draft.media.length - media.length;
  return on({ ...draft, media, over: 0 }, { kind: "photos-dropped", count });
}

function finish(draft: Draft, at: AtPhotos, around: Around): Turned {
  const { refused } = checkOf(draft, around.catalogue);
  const kept = { ...withoutRefused(draft, around), over: 0 };
  const remarks = refused.length === 0 ? [] : [{ kind: "photos-refused", whys: refused } as const];
  const question = photosQuestion(around);
  const photos = kept.media.filter((media) => media.kind === "photo").length;
  if (photos === 0 && question !== undefined && isNeeded(question, kept, around))
    return goTo(kept, at, ...remarks, { kind: "photo-needed", reasons: reasonsThat("photo", kept, around) });
  if (remarks.length > 0) return goTo(kept, at, ...remarks);
  const answers =
    kept.media.length > 0
      ? withoutAnswer(kept, at)
      : { ...kept.answers, [at.question]: { kind: "skipped" } as const };
  return on(onward({ ...kept, answers }, at.question, around));
}

function withoutAnswer(draft: Draft, at: AtPhotos): Draft["answers"] {
  const { [at.question]: _skipped, ...rest } = draft.answers;
  return rest;
}

/** Codes of the chosen reasons that ask for a photo or a comment. */
export function reasonsThat(what: "photo" | "comment", draft: Draft, around: Around): readonly string[] {
  return reasonsOf(draft.answers, around.company.reasons)
    .filter((reason) => reason[what])
    .map((reason) => reason.code);
}
