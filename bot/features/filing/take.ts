/** A message for filing: an answer to the open question, a picture, a title that begins something. False: it is not ours. */
import { enterDraft, lastSubmission, openDraft, type DraftRow } from "../../../db/drafts.ts";
import { currentProcesses } from "../../../db/processes.ts";
import { loadRequest } from "../../../db/requests.ts";
import { noteUpload, postponeUpload } from "../../../db/uploads.ts";
import type { Process } from "../../../flows/engine/process.ts";
import type { OtherKind } from "../../../flows/filing/input.ts";
import { step } from "../../../flows/filing/dialogue.ts";
import { cleanFileName } from "../../../flows/filing/papers.ts";
import { promptOf } from "../../../flows/filing/prompting.ts";
import { languages } from "../../../flows/ids.ts";
import { wordsIn } from "../../texts.ts";
import type { Turn } from "../../work.ts";
import { home } from "../home.ts";
import { advance, carryOut } from "./advance.ts";
import type { FileNote, Incoming } from "./incoming.ts";
import { buttonMeant } from "./labels.ts";
import { answerLoose, keepLoose } from "./loose-photos.ts";
import { isLoose } from "./loose-row.ts";
import { labelling, openRow, type OpenDraft } from "./open-draft.ts";
import { remarkWords } from "./remark-words.ts";
import { startDraft, startWithPaper } from "./start.ts";
import { numbersOf } from "./submit.ts";

/** How long after sending a second press of «Отправить» is answered with what was sent. */
const sentMs = 24 * 3_600_000;

export function take(turn: Turn, message: Incoming): boolean {
  switch (message.kind) {
    case "text":
      return takeText(turn, message.text);
    case "other":
      return takeOther(turn, message.what);
    case "picture":
      takePicture(turn, message);
      return true;
    case "paper":
      takePaper(turn, message);
      return true;
    case "table":
      takeTable(turn, message.note);
      return true;
    case "file-refused": {
      const open = current(turn);
      if (open !== undefined) advance(turn, open, { kind: "file-refused", refusal: message.refusal });
      else home(turn, fileRefused(turn, message.refusal));
      return true;
    }
  }
}

/** The form that the person is in; undefined: none, or photos that belong to none. */
function current(turn: Turn): OpenDraft | undefined {
  const row = openDraft(turn.tx, turn.me.id);
  return row === undefined || isLoose(row) ? undefined : openOrLeave(turn, row);
}

/** A draft that can't be gone on with is left; its row stays for whoever looks into it. */
function openOrLeave(turn: Turn, row: DraftRow): OpenDraft | undefined {
  const open = openRow(turn, row);
  if (open === undefined) enterDraft(turn.tx, turn.me.id, undefined, turn.now);
  return open;
}

/** An answer to the open question, the title of a process, or a second press of «Отправить». */
function takeText(turn: Turn, text: string): boolean {
  const row = openDraft(turn.tx, turn.me.id);
  if (row !== undefined && isLoose(row) && answerLoose(turn, row, text)) return true;
  const titled = processTitled(turn, text);
  if (titled !== undefined) {
    startDraft(turn, titled.id);
    return true;
  }
  const open = current(turn);
  if (open !== undefined) {
    const button = buttonMeant(text, promptOf(open.draft, open.around).buttons, labelling(turn, open.around));
    advance(turn, open, button === undefined ? { kind: "text", text } : { kind: "press", button });
    return true;
  }
  return pressedAgain(turn, text);
}

function processTitled(turn: Turn, text: string): Process | undefined {
  const meant = text.trim().toLowerCase();
  return currentProcesses(turn.tx).find((process) =>
    languages.some((language) => process.title[language].toLowerCase() === meant),
  );
}

/** Buttons of a dialogue that is over: sending twice made one request, and that is said; «Не нужно» leads home. */
function pressedAgain(turn: Turn, text: string): boolean {
  const meant = text.trim().toLowerCase();
  const says = (key: string): boolean =>
    languages.some((language) => wordsIn(language)(key).toLowerCase() === meant);
  if (says("filing-button-not-needed")) {
    home(turn);
    return true;
  }
  const last = says("filing-button-submit") ? lastSubmission(turn.tx, turn.me.id) : undefined;
  if (last === undefined || turn.now - last.at > sentMs) return false;
  const { requests } = last;
  const process = requests[0] === undefined ? "" : (loadRequest(turn.tx, requests[0])?.process ?? "");
  home(
    turn,
    turn.words("filing-sent-already", {
      process,
      count: requests.length,
      numbers: numbersOf(turn, requests),
    }),
  );
  return true;
}

/** A sticker, a voice message, a place: said what is wanted instead, while a form is open. */
function takeOther(turn: Turn, what: OtherKind): boolean {
  const open = current(turn);
  if (open === undefined) return false;
  advance(turn, open, { kind: "other", what });
  return true;
}

function takePicture(turn: Turn, { media, note, caption }: Extract<Incoming, { kind: "picture" }>): void {
  const open = current(turn);
  if (open === undefined) {
    if (keepLoose(turn, media, caption)) noteFile(turn, note);
    return;
  }
  const said = caption === undefined ? {} : { caption };
  const named = note.name === undefined ? {} : { name: cleanFileName(note.name) };
  const turned = step(open.draft, { kind: "picture", media, ...said, ...named }, open.around);
  const { draft } = turned;
  const wanted =
    draft.media.some((known) => known.uniqueId === media.uniqueId && known.hash === undefined) ||
    draft.papers.some((known) => known.uniqueId === media.uniqueId && known.kept === undefined);
  if (wanted) noteFile(turn, note);
  carryOut(turn, open, turned);
}

/** A PDF goes into the form that is open; with none open it begins an invoice. */
function takePaper(turn: Turn, { note, caption }: Extract<Incoming, { kind: "paper" }>): void {
  const { uniqueId, fileId, name } = note;
  const named = name === undefined ? {} : { name: cleanFileName(name) };
  const said = caption === undefined ? {} : { caption };
  const input = {
    kind: "paper",
    paper: { uniqueId, fileId, sentAs: "document", ...named },
    ...said,
  } as const;
  const open = current(turn);
  if (open === undefined) {
    if (!startWithPaper(turn, input, () => noteFile(turn, note)))
      home(turn, fileRefused(turn, { kind: "unknown-file" }));
    return;
  }
  const turned = step(open.draft, input, open.around);
  if (turned.draft.papers.some((known) => known.uniqueId === uniqueId && known.kept === undefined))
    noteFile(turn, note);
  carryOut(turn, open, turned);
}

/** A table is read anew each time it is sent: the catalogue may have changed since. */
function takeTable(turn: Turn, note: FileNote): void {
  const open = current(turn);
  if (open === undefined) return home(turn, turn.words("filing-table-for-nothing"));
  const turned = step(open.draft, { kind: "table", uniqueId: note.uniqueId }, open.around);
  const { at } = turned.draft;
  const reading = at.kind === "goods" && at.step.kind === "reading" && at.step.uniqueId === note.uniqueId;
  if (reading && noteFile(turn, note) !== "pending") postponeUpload(turn.tx, note.uniqueId, turn.now);
  carryOut(turn, open, turned);
}

function noteFile(turn: Turn, note: FileNote): "pending" | "ready" | "refused" {
  return noteUpload(turn.tx, { ...note, person: turn.me.id, at: turn.now }).status;
}

function fileRefused(turn: Turn, refusal: Extract<Incoming, { kind: "file-refused" }>["refusal"]): string {
  const [process] = currentProcesses(turn.tx);
  if (process === undefined) throw new Error("no process is stored: it is done at start");
  return remarkWords(refusal, { turn, process, shop: { turn, place: undefined } });
}
