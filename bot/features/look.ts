/** Looking closer: details, photos, history, papers, also as files. Changes nothing but what stands in the chat. */
import { exportHistory } from "../../db/history.ts";
import { lettersOf } from "../../db/letters.ts";
import { logOf } from "../../db/log.ts";
import { enqueue } from "../../db/outbox.ts";
import { photosOpened } from "../../db/opened-photos.ts";
import { paper } from "../../db/papers.ts";
import { picturesOf, type Picture } from "../../flows/engine/answers.ts";
import { readerOf, showCard, withCase, type Taps } from "../act.ts";
import { button } from "../buttons.ts";
import { detailsOf } from "../cards/details.ts";
import { caseName, firstLine } from "../cards/first-line.ts";
import { messagesOf } from "../cards/fit.ts";
import { historyLines } from "../cards/history.ts";
import { lettersBeside } from "../cards/letter-history.ts";
import { viewOf } from "../cards/view.ts";
import { plainText } from "../delivery/message.ts";
import { plain } from "../refusals.ts";
import type { Turn } from "../work.ts";

/** A request of 500 lines would flood the chat: what doesn't fit into so many messages comes as a file. */
const messagesMax = 4;
/** Newest events that are shown in the chat; the file has all. */
const eventsMax = 40;

export const lookTaps: Taps<"open" | "details" | "photos" | "history" | "history-file" | "paper"> = {
  open: (turn, { request }) => withCase(turn, request, () => showCard(turn, request)),
  details: (turn, { request }) =>
    withCase(turn, request, (found) => {
      const messages = detailsOf(viewOf(turn.tx, turn.company, turn.me, found, turn.now));
      if (messages.length <= messagesMax) {
        for (const text of messages) turn.say({ text });
        return;
      }
      turn.say({ text: messages[0] ?? "" });
      sendText(turn, `request-${request}.txt`, messages.map(plainText).join("\n"), "details-file");
    }),
  photos: (turn, { request }) =>
    withCase(turn, request, (found) => {
      const pictures = [...picturesOf(found.request.answers), ...found.request.late];
      if (pictures.length === 0) turn.toast(turn.words("photos-none"));
      photosOpened(turn.tx, turn.me.id, found.request);
      for (const album of albumsOf(pictures)) sendAlbum(turn, album, caseName(found, readerOf(turn)));
    }),
  history: (turn, { request }) =>
    withCase(turn, request, (found) => {
      const events = logOf(turn.tx, request).map((row) => row.event);
      const letters = lettersBeside(lettersOf(turn.tx, request), readerOf(turn));
      const lines = historyLines(events, found, readerOf(turn), turn.now, letters);
      const head = `<b>${turn.words("history-title", { number: String(request) })}</b>`;
      const cutOff =
        lines.length > eventsMax ? [turn.words("history-earlier", { count: lines.length - eventsMax })] : [];
      const messages = messagesOf([head, ...cutOff, ...lines.slice(-eventsMax)]);
      const asFile = [[button(turn.words("button-history-file"), { kind: "history-file", request })]];
      for (const [index, text] of messages.entries())
        turn.say({ text, ...(index === messages.length - 1 ? { buttons: asFile } : {}) });
    }),
  "history-file": (turn, { request }) =>
    withCase(turn, request, (found) => {
      const rows = exportHistory(turn.tx, request);
      const log = logOf(turn.tx, request);
      const reader = readerOf(turn);
      const lines = historyLines(
        log.map((row) => row.event),
        found,
        reader,
        turn.now,
        lettersBeside(lettersOf(turn.tx, request), reader),
      ).map(plainText);
      const head = plainText(
        `${turn.words("history-title", { number: String(request) })} · ${firstLine(found, reader)}`,
      );
      const body = [
        head,
        "",
        ...lines,
        "",
        turn.words("history-rows"),
        ...rows.map((row) => JSON.stringify(row)),
      ];
      sendText(turn, `history-${request}.txt`, body.join("\n"), "history-file");
    }),
  paper: (turn, { request, index }) =>
    withCase(turn, request, (found) => {
      const issued = found.request.papers[index];
      if (issued === undefined || turn.me.telegram === undefined)
        return turn.toast(plain(turn.words("refusal-outdated")), true);
      const printed = paper(turn.tx, request, issued.document)?.file !== undefined;
      if (!printed) return turn.toast(turn.words("paper-pending"), true);
      const payload = { request, document: issued.document };
      enqueue(turn.tx, { chat: turn.me.telegram, lane: "answer", method: "paper", payload, at: turn.now });
      return undefined;
    }),
};

/** A text too long for the chat, as a file with a word under it. */
export function sendText(turn: Turn, name: string, text: string, caption: string): void {
  if (turn.me.telegram === undefined) return;
  const payload = { name, text, caption: turn.words(caption) };
  enqueue(turn.tx, { chat: turn.me.telegram, lane: "answer", method: "text-file", payload, at: turn.now });
}

/** Albums of at most ten; photos and videos mix, documents don't mix with them (T51). */
function albumsOf(pictures: readonly Picture[]): readonly (readonly Picture[])[] {
  const documents = pictures.filter((one) => one.sentAs === "document");
  const others = pictures.filter((one) => one.sentAs !== "document");
  return [others, documents].flatMap((list) =>
    Array.from({ length: Math.ceil(list.length / 10) }, (_, part) => list.slice(part * 10, part * 10 + 10)),
  );
}

const single = { photo: "sendPhoto", document: "sendDocument", video: "sendVideo" } as const;

function sendAlbum(turn: Turn, album: readonly Picture[], caption: string): void {
  const [first] = album;
  if (first === undefined || turn.me.telegram === undefined) return;
  const to = { chat: turn.me.telegram, lane: "answer" as const, at: turn.now };
  if (album.length === 1) {
    const payload = { [first.sentAs]: first.fileId, caption, parse_mode: "HTML" };
    enqueue(turn.tx, { ...to, method: single[first.sentAs], payload });
    return;
  }
  const media = album.map((one, position) => ({
    type: one.sentAs,
    media: one.fileId,
    ...(position === 0 ? { caption, parse_mode: "HTML" } : {}),
  }));
  enqueue(turn.tx, { ...to, method: "sendMediaGroup", payload: { media } });
}
