/** A photo with nothing open: «Что оформляем?», and within 10 minutes after sending, «Добавить к № 17?» (F42). */
import { markDirty } from "../../../db/cards.ts";
import {
  conversation,
  draftOf,
  endDraft,
  enterDraft,
  lastSubmission,
  openDraft,
  saveDraft,
  type DraftRow,
} from "../../../db/drafts.ts";
import { execute } from "../../../db/execute.ts";
import { loadProcess } from "../../../db/processes.ts";
import { loadRequest } from "../../../db/requests.ts";
import { uploadOf } from "../../../db/uploads.ts";
import { addPicture, type Picture } from "../../../flows/engine/answers.ts";
import type { Media } from "../../../flows/filing/draft.ts";
import type { Button, Buttons } from "../../../flows/filing/input.ts";
import { photosQuestion } from "../../../flows/filing/photos-dialogue.ts";
import type { RequestId } from "../../../flows/ids.ts";
import { subject } from "../../live.ts";
import { refusalText } from "../../refusals.ts";
import type { Turn } from "../../work.ts";
import { home } from "../home.ts";
import { buttonMeant, keyboardOf, type Labelling } from "./labels.ts";
import { freshMs, isLoose, leaveLoose, looseOf, noProcess, type Loose } from "./loose-row.ts";
import { farewell, repaintCounter } from "./open-draft.ts";
import { whysWords } from "./remark-words.ts";
import { mayFile, startDraft } from "./start.ts";
import { numbersOf } from "./submit.ts";

/** How long after sending a photo is thought to belong to what was sent. */
const lateMs = 10 * 60_000;
const photosMax = 10;

/** Keeps a picture and asks, once for all that come together, what it is for. True: it is kept and must be checked. */
export function keepLoose(turn: Turn, media: Media, caption?: string): boolean {
  const row = draftOf(turn.tx, turn.me.id, noProcess);
  const open = row !== undefined && conversation(turn.tx, turn.me.id)?.draft === row.id;
  const stale = row !== undefined && turn.now - row.updatedAt > freshMs;
  const before = row === undefined || stale ? undefined : looseOf(row);
  if (before === undefined || !open) {
    const requests = recentRequests(turn);
    const offered = mayFile(turn.tx, turn.company, turn.me.id);
    if (requests.length === 0 && offered.length === 0) {
      home(turn, turn.words("filing-photo-for-nothing"));
      return false;
    }
    const fresh: Loose = {
      schema: 1,
      media: before?.media ?? [],
      over: 0,
      captions: before?.captions ?? [],
      counted: false,
      requests,
      ...(before?.addTo === undefined ? {} : { addTo: before.addTo }),
    };
    ask(turn, row, add(fresh, media, caption));
    return true;
  }
  const next = add(before, media, caption);
  count(turn, row, next);
  return next.media.length > before.media.length;
}

/** Captions of one message are short; more than a comment holds would be cut later anyway. */
const captionsMax = 10;

function add(loose: Loose, media: Media, caption: string | undefined): Loose {
  const added = addPicture(loose.media, media, photosMax);
  if (added.kind === "over") return { ...loose, over: loose.over + 1 };
  if (added.kind === "known") return loose;
  const said = caption === undefined ? [] : [caption];
  return { ...loose, media: added.pictures, captions: [...loose.captions, ...said].slice(0, captionsMax) };
}

function ask(turn: Turn, row: DraftRow | undefined, loose: Loose): void {
  const id = saveLoose(turn, row, loose);
  enterDraft(turn.tx, turn.me.id, id, turn.now);
  sayWhatFor(turn, loose);
  count(turn, { id }, loose);
}

function sayWhatFor(turn: Turn, loose: Loose, before = ""): void {
  const question =
    loose.requests.length === 0
      ? turn.words("filing-what")
      : turn.words("filing-late-or-new", { numbers: numbersOf(turn, loose.requests) });
  turn.say({ text: `${before}${question}`, keyboard: keyboardOf(buttonsOf(turn, loose), labellingOf(turn)) });
}

/** Words that mean nothing while photos wait to be told what they are for: it is asked again, with its buttons. */
export function askWhatFor(turn: Turn): boolean {
  const row = openDraft(turn.tx, turn.me.id);
  if (row === undefined || !isLoose(row) || turn.now - row.updatedAt > freshMs) return false;
  const loose = looseOf(row);
  if (loose.addTo !== undefined) return false;
  sayWhatFor(turn, loose, `${turn.words("filing-choose-one")}\n\n`);
  return true;
}

function saveLoose(turn: Turn, row: Pick<DraftRow, "id"> | undefined, loose: Loose): number {
  return saveDraft(turn.tx, {
    ...(row === undefined ? {} : { id: row.id }),
    person: turn.me.id,
    process: noProcess,
    state: loose,
    now: turn.now,
  });
}

function count(turn: Turn, row: Pick<DraftRow, "id">, loose: Loose): void {
  saveLoose(turn, row, { ...loose, counted: true });
  const ring = !loose.counted;
  markDirty(turn.tx, turn.me.id, subject("photos", row.id), { ring, lane: "answer", now: turn.now });
}

/** What the person sent within the last minutes, as far as photos can still be added to it. */
function recentRequests(turn: Turn): readonly RequestId[] {
  const last = lastSubmission(turn.tx, turn.me.id);
  if (last === undefined || turn.now - last.at > lateMs) return [];
  return last.requests.filter((request) => {
    const found = loadRequest(turn.tx, request);
    if (found === undefined || found.status === "ended" || found.status === "withdrawn") return false;
    const process = loadProcess(turn.tx, found.process, found.processVersion);
    return photosQuestion({ process }) !== undefined; // a paper is not added to, it is sent anew
  });
}

function buttonsOf(turn: Turn, { requests }: Loose): Buttons {
  const attach = requests.map((request): readonly Button[] => [{ kind: "attach", request }]);
  const titles = mayFile(turn.tx, turn.company, turn.me.id).map((process): readonly Button[] => [
    { kind: "process", process: process.id },
  ]);
  return [...attach, ...titles, [{ kind: "not-needed" }]];
}

function labellingOf(turn: Turn): Labelling {
  const offered = mayFile(turn.tx, turn.company, turn.me.id);
  return {
    company: turn.company,
    form: [],
    titles: new Map(offered.map((process) => [process.id, process.title[turn.me.language]])),
    words: turn.words,
    language: turn.me.language,
  };
}

/** The person's answer to what the photos are for; false: it means something else. */
export function answerLoose(turn: Turn, row: DraftRow, text: string): boolean {
  const loose = looseOf(row);
  const button = buttonMeant(text, buttonsOf(turn, loose), labellingOf(turn));
  switch (button?.kind) {
    case "attach":
      attachWhenChecked(turn, row, { ...loose, addTo: button.request }, true);
      return true;
    case "process":
      startDraft(turn, button.process);
      return true;
    case "not-needed":
      leaveLoose(turn, row.id);
      return true;
    default:
      return false;
  }
}

/** A picture was checked: what waits for it goes on. */
export function looseSettled(turn: Turn, row: DraftRow): void {
  const loose = looseOf(row);
  if (loose.addTo !== undefined) attachWhenChecked(turn, row, loose, false);
  else repaintCounter(turn, row.id);
}

function attachWhenChecked(turn: Turn, row: DraftRow, loose: Loose, told: boolean): void {
  const uploads = loose.media.map((media) => ({ media, upload: uploadOf(turn.tx, media.uniqueId) }));
  if (uploads.some(({ upload }) => upload?.status === "pending")) {
    if (told)
      turn.say({
        text: turn.words("filing-ask-checking"),
        keyboard: [[turn.words("filing-button-not-needed")]],
      });
    return count(turn, row, { ...loose, counted: loose.counted && !told });
  }
  const pictures = uploads.flatMap(({ media: { uniqueId, fileId, kind, sentAs }, upload }): Picture[] =>
    upload?.hash === undefined ? [] : [{ hash: upload.hash, uniqueId, fileId, kind, sentAs }],
  );
  const refused = uploads.flatMap(({ upload }) =>
    upload?.hash === undefined ? [upload?.why ?? "gone"] : [],
  );
  endDraft(turn.tx, row.id);
  repaintCounter(turn, row.id);
  const said =
    refused.length === 0
      ? []
      : [turn.words("filing-photos-refused", { count: refused.length, why: whysWords(turn, refused) })];
  farewell(turn, [...said, ...attach(turn, loose, pictures)].join("\n"));
}

/** Adds as many as there is room for; says what came of it. */
function attach(turn: Turn, { addTo: id, captions }: Loose, pictures: readonly Picture[]): string[] {
  if (id === undefined || pictures.length === 0) return [];
  const text = captions.join("\n");
  const before = loadRequest(turn.tx, id)?.late.length ?? 0;
  const command = { kind: "attach", by: turn.me.id, at: turn.now, pictures, text } as const;
  const done = execute(turn.tx, { request: id }, command);
  if (!("refusal" in done)) {
    const count = done.request.late.length - before;
    const left = pictures.length - count;
    const said = turn.words("filing-attached", { count, number: String(id) });
    return left === 0 ? [said] : [said, turn.words("filing-attached-not", { count: left })];
  }
  const request = loadRequest(turn.tx, id);
  if (request === undefined) return [turn.words("refusal-no-such-request")];
  const process = loadProcess(turn.tx, request.process, request.processVersion);
  const { company, now, words, me } = turn;
  return [
    refusalText(done.refusal, { company, process, place: request.place, now, words, language: me.language }),
  ];
}
