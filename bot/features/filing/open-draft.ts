/** A draft with the row it is kept in: read, saved, shown. */
import { cardOf, markDirty } from "../../../db/cards.ts";
import { openDraft as openDraftRow, saveDraft, type DraftRow } from "../../../db/drafts.ts";
import type { Around } from "../../../flows/filing/catalogue.ts";
import { parseDraft } from "../../../flows/filing/draft-schema.ts";
import type { At, Draft } from "../../../flows/filing/draft.ts";
import { mended } from "../../../flows/filing/mending.ts";
import { promptOf } from "../../../flows/filing/prompting.ts";
import type { Remark } from "../../../flows/filing/remarks.ts";
import { faultOf } from "../../../flows/filing/wrong-answers.ts";
import type { QuestionId } from "../../../flows/ids.ts";
import { messagesOf } from "../../cards/fit.ts";
import { subject } from "../../live.ts";
import type { Turn } from "../../work.ts";
import { home } from "../home.ts";
import { aroundOf, type From } from "./around.ts";
import { keyboardOf, type Labelling } from "./labels.ts";
import { linesShown } from "./goods-words.ts";
import { placeholderOf, promptWords } from "./prompt-words.ts";
import { remarkWords } from "./remark-words.ts";
import { sayTwins } from "./twin-message.ts";

export interface OpenDraft {
  /** Absent: not saved yet. */
  readonly row?: number;
  readonly draft: Draft;
  readonly around: Around;
}

/** The draft of a row, put in order for today; undefined: it can't be gone on with (its process or request is gone). */
export function openRow(from: From, row: DraftRow): OpenDraft | undefined {
  let stored: Draft;
  try {
    stored = parseDraft(row.state);
  } catch {
    return undefined; // answers of a release that nothing here can read: told like a draft that is gone
  }
  const around = aroundOf(from, stored);
  return around === undefined ? undefined : { row: row.id, draft: mended(stored, around), around };
}

/** Writes it down as it stands. */
export function save(turn: Turn, { row, draft }: Pick<OpenDraft, "row" | "draft">): number {
  const { process, place, request, copyOf } = draft;
  return saveDraft(turn.tx, {
    ...(row === undefined ? {} : { id: row }),
    person: turn.me.id,
    process,
    ...(place === undefined ? {} : { place }),
    state: draft,
    ...(request === undefined ? {} : { request }),
    ...(copyOf === undefined ? {} : { copyOf }),
    now: turn.now,
  });
}

export function labelling(turn: Turn, around: Around): Labelling {
  return {
    company: turn.company,
    form: around.process.form,
    words: turn.words,
    language: turn.me.language,
  };
}

/** The question of the form at which it stands, also while leaving or coming back is asked. */
function questionAt(at: At): QuestionId | undefined {
  return "question" in at ? at.question : undefined;
}

/**
 * Saves it and asks its question, with what there is to say before. The next photo gets a counter below this question.
 * @param first sentences (HTML) that come before everything
 */
export function show(
  turn: Turn,
  open: OpenDraft,
  remarks: readonly Remark[] = [],
  first: readonly string[] = [],
): void {
  const draft: Draft = { ...open.draft, counted: false };
  const row = save(turn, { ...open, draft });
  const prompt = promptOf(draft, open.around);
  const shop = { turn, place: draft.place };
  const listed = prompt.ask.kind === "goods-list" && prompt.ask.lines.length <= linesShown;
  const saying = { turn, process: open.around.process, shop, listed };
  const said = [
    ...first,
    ...[...remarks, ...standingFault(draft, open.around, remarks)].map((remark) =>
      remarkWords(remark, saying),
    ),
  ];
  const asked = promptWords(prompt, questionAt(draft.at), { turn, around: open.around, shop });
  const placeholder = placeholderOf(prompt.ask, turn);
  const text = said.length === 0 ? asked : `${said.join("\n")}\n\n${asked}`;
  sayTwins(turn, { ...open, draft });
  const messages = messagesOf(text.split("\n")); // many suppliers or problems of a table need more than one
  for (const message of messages.slice(0, -1)) turn.say({ text: message });
  turn.say({
    text: messages.at(-1) ?? text,
    keyboard: keyboardOf(prompt.buttons, labelling(turn, open.around)),
    ...(placeholder === undefined ? {} : { placeholder }),
  });
  if (draft.at.kind === "checking") countPhotos(turn, { ...open, row, draft });
}

/** Why the answer that stands can't stay, where its question is asked again because another answer has changed. */
function standingFault(draft: Draft, around: Around, remarks: readonly Remark[]): readonly Remark[] {
  const question = around.process.form.find((known) => known.id === questionAt(draft.at));
  const fault = question === undefined ? undefined : faultOf(question, draft, around);
  return fault === undefined || remarks.some(({ kind }) => kind === fault.kind) ? [] : [fault];
}

/** The last word about a form, with the home keyboard; unless the person is in another form by now: its keyboard stays. */
export function farewell(turn: Turn, text: string): void {
  if (openDraftRow(turn.tx, turn.me.id) === undefined) home(turn, text);
  else turn.say({ text });
}

/** Shows the number of photos: in place where the counter stands below the question, else anew. */
export function countPhotos(turn: Turn, open: OpenDraft): void {
  const ring = !open.draft.counted;
  const row = save(turn, { ...open, draft: { ...open.draft, counted: true } });
  markDirty(turn.tx, turn.me.id, subject("photos", row), { ring, lane: "answer", now: turn.now });
}

/** Repaints a counter that stands somewhere; where none stands, none is sent. */
export function repaintCounter(turn: Turn, row: number): void {
  const name = subject("photos", row);
  if (cardOf(turn.tx, turn.me.id, name) !== undefined)
    markDirty(turn.tx, turn.me.id, name, { ring: false, lane: "answer", now: turn.now });
}
