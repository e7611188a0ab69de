/** Closing documents: files that the doer of a task sends into the chat, until he says that these are all (S1.16–S1.19). */
import type { Message as Incoming } from "grammy/types";
import { endAwaitingOf } from "../../../db/awaiting.ts";
import { conversation } from "../../../db/drafts.ts";
import { fileOf } from "../../../db/files.ts";
import { noteUpload, uploadOf } from "../../../db/uploads.ts";
import { oneLine } from "../../../flows/company/clean-text.ts";
import type { KeptFile } from "../../../flows/engine/answers.ts";
import type { RequestId } from "../../../flows/ids.ts";
import { act, closeMessage, readerOf, refuse, withCase, type Taps } from "../../act.ts";
import {
  endPrompt,
  newestPrompt,
  prompt,
  promptOfMessage,
  promptsOfKind,
  renewPrompt,
  type PromptOf,
} from "../../ask.ts";
import type { AwaitedFile } from "../../awaited.ts";
import { button } from "../../buttons.ts";
import type { Claim } from "../../claims.ts";
import type { Case } from "../../cards/case.ts";
import { caseName } from "../../cards/first-line.ts";
import { plain } from "../../refusals.ts";
import type { Turn } from "../../work.ts";
import { noteOf, type FileNote } from "../filing/incoming.ts";
import { whysWords } from "../filing/remark-words.ts";
import { nextInPile } from "../pile.ts";
import { attachedButtons, filesQuestion, given, mayDo } from "./attached.ts";
import { fetchBytesMax } from "../../files/fetch-max.ts";

type Asked = PromptOf<"documents">;

export const documentsTaps: Taps<"documents" | "task-done"> = {
  documents: (turn, { request, visa }, press) =>
    withCase(turn, request, (found) => {
      if (!mayDo(turn, found, visa, press)) return;
      const question = filesQuestion(found, visa);
      if (question === undefined) return refuse(turn, found, { kind: "not-yours", visa }, { press });
      const files = cameFor(turn, request); // asked for anew, what is still being checked is not forgotten
      endAwaitingOf(turn.tx, turn.me.id, request);
      const awaited = { kind: "documents", visa, question: question.id, files } as const;
      prompt(turn, awaited, request, (row) => ({
        text: askWords(turn, found, question.max),
        buttons: [[button(turn.words("button-cancel"), { kind: "cancel", row })]],
      }));
    }),
  "task-done": (turn, { request, visa }, press) =>
    withCase(turn, request, (found) => {
      const count = beingChecked(turn, request);
      if (count > 0) {
        if (mayDo(turn, found, visa, press))
          turn.toast(plain(turn.words("documents-checking", { count })), true);
        return;
      }
      const command = { kind: "finish", by: turn.me.id, at: turn.now, visa, answers: {} } as const;
      if (!act(turn, found, command, { press })) return;
      quieten(turn, found);
      endAwaitingOf(turn.tx, turn.me.id, request);
      closeMessage(turn, press.message, turn.words("done-task", { number: String(request) }));
      turn.toast(turn.words("toast-task-done"));
      nextInPile(turn, request);
    }),
};

const askWords = (turn: Turn, found: Case, max: number): string =>
  turn.words("ask-documents", { case: caseName(found, readerOf(turn)), max: String(max) });

/** What asked for the documents keeps its words and loses «Отмена»: there is nothing left to cancel. */
function quieten(turn: Turn, found: Case): void {
  for (const asked of promptsOfKind(turn.tx, turn.me.id, "documents")) {
    const max = filesQuestion(found, asked.awaited.visa)?.max;
    if (asked.request === found.request.id && max !== undefined)
      closeMessage(turn, asked.message, askWords(turn, found, max));
  }
}

/** A file or photo while documents are awaited: a reply to the prompt, or what comes next after it. */
export const documentsClaim: Claim = (turn, message) => {
  const note = noteIn(message);
  const asked = note && awaitedNow(turn, message);
  if (note === undefined || asked === undefined) return false;
  keep(turn, asked, note);
  return true;
};

function noteIn(message: Incoming): FileNote | undefined {
  const photo = message.photo?.at(-1);
  if (photo !== undefined) return noteOf(photo, "photo");
  if (message.animation !== undefined || message.document === undefined) return undefined;
  return noteOf(message.document, "document");
}

/**
 * The newer of two has it: the prompt, or a form that was begun after it. Long after the prompt only a reply to it is meant
 * for it: a paper that comes by itself is more likely the beginning of something else.
 */
function awaitedNow(turn: Turn, message: Incoming): Asked | undefined {
  const replied = message.reply_to_message?.message_id;
  const newest = newestPrompt(turn.tx, turn.me.id, turn.now);
  const found =
    (replied === undefined ? undefined : promptOfMessage(turn.tx, turn.me.id, replied)) ??
    (newest?.fresh === true ? newest.prompt : undefined);
  if (found?.awaited.kind !== "documents") return undefined;
  const talk = conversation(turn.tx, turn.me.id);
  const asked = found as Asked; // its kind has just been compared
  return talk?.draft !== undefined && talk.at > asked.at && asked.message !== replied ? undefined : asked;
}

const paper = /^(application\/pdf|image\/(jpeg|png|webp))$/i;
const paperName = /\.(pdf|jpe?g|png|webp)$/i;

function keep(turn: Turn, asked: Asked, note: FileNote): void {
  const { awaited, request } = asked;
  if (note.sentAs === "document" && !paperName.test(note.name ?? "") && !paper.test(note.mime ?? ""))
    return turn.say({ text: turn.words("documents-wrong-kind") });
  if ((note.bytes ?? 0) > fetchBytesMax) return turn.say({ text: turn.words("documents-too-big") });
  withCase(turn, request, (found) => {
    const max = filesQuestion(found, awaited.visa)?.max ?? 0;
    const known = [...given(found, awaited.visa), ...awaited.files];
    if (known.some((one) => one.uniqueId === note.uniqueId))
      return turn.say({ text: turn.words("documents-known") });
    if (known.length >= max)
      return turn.say({ text: turn.words("documents-too-many", { max: String(max) }) });
    noteUpload(turn.tx, { ...note, person: turn.me.id, at: turn.now });
    const { uniqueId, fileId, name } = note;
    const file: AwaitedFile = {
      uniqueId,
      fileId,
      sentAs: note.sentAs === "photo" ? "photo" : "document",
      ...(name === undefined ? {} : { name }),
    };
    const files = [...awaited.files, file];
    renewPrompt(turn, asked, { ...awaited, files });
    return attachWhenChecked(turn, { ...asked, awaited: { ...awaited, files } });
  });
}

/** A file was fetched and checked, or refused: the documents that waited for it are attached. */
export function documentSettled(turn: Turn, uniqueId: string): void {
  for (const asked of promptsOfKind(turn.tx, turn.me.id, "documents"))
    if (asked.awaited.files.some((file) => file.uniqueId === uniqueId)) attachWhenChecked(turn, asked);
}

/** Files of mine that have come for it and are not attached yet. */
const cameFor = (turn: Turn, request: RequestId): readonly AwaitedFile[] =>
  promptsOfKind(turn.tx, turn.me.id, "documents")
    .filter((asked) => asked.request === request)
    .flatMap((asked) => asked.awaited.files);

/** How many of them are still being fetched: closed now, the request would never get them. */
const beingChecked = (turn: Turn, request: RequestId): number =>
  cameFor(turn, request).filter((file) => uploadOf(turn.tx, file.uniqueId)?.status === "pending").length;

/** All that came together are attached together, so that one message tells of them. */
function attachWhenChecked(turn: Turn, asked: Asked): void {
  const { awaited, request } = asked;
  const uploads = awaited.files.map((file) => ({ file, upload: uploadOf(turn.tx, file.uniqueId) }));
  if (uploads.some(({ upload }) => upload?.status === "pending")) return;
  const refused = uploads.flatMap(({ upload }) =>
    upload?.hash === undefined ? [upload?.why ?? "gone"] : [],
  );
  withCase(turn, request, (found) => {
    const before = given(found, awaited.visa);
    const fresh = uploads.flatMap(({ file, upload }, index): KeptFile[] => {
      if (upload?.hash === undefined) return [];
      const { uniqueId, fileId, sentAs } = file;
      const mime = fileOf(turn.tx, upload.hash)?.mime ?? "application/octet-stream";
      const name = oneLine(file.name ?? "").slice(0, 200) || `photo-${before.length + index + 1}.jpg`;
      return [{ hash: upload.hash, name, mime, fileId, uniqueId, sentAs }];
    });
    renewPrompt(turn, asked, { ...awaited, files: [] });
    if (refused.length > 0)
      turn.say({
        text: turn.words("documents-refused", { count: refused.length, why: whysWords(turn, refused) }),
      });
    if (fresh.length > 0) attach(turn, asked, found, [...before, ...fresh], fresh.length);
  });
}

function attach(turn: Turn, asked: Asked, found: Case, files: readonly KeptFile[], count: number): void {
  const { visa, question } = asked.awaited;
  const answers = { [question]: { kind: "files", files } } as const;
  const command = { kind: "fill", by: turn.me.id, at: turn.now, visa, answers } as const;
  if (act(turn, found, command, { typed: true }) === undefined) return endPrompt(turn, asked);
  turn.say({
    text: turn.words("documents-attached", { number: String(asked.request), count, all: files.length }),
    buttons: attachedButtons(turn, found, visa, files.length),
  });
}

/** Words where a file is awaited. */
export function answerDocuments(turn: Turn): void {
  turn.say({ text: turn.words("documents-wrong-kind") });
}
