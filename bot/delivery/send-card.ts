/** Brings one live message up to date: drawn from the state, sent, edited or withdrawn, skipped when nothing changed (design 5). */
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { InputFile } from "grammy";
import { z } from "zod";
import {
  cardStands,
  cardUnchanged,
  forgetCard,
  lostCard,
  postponeCard,
  type CardForm,
  type CardRow,
} from "../../db/cards.ts";
import { loadCompany } from "../../db/company.ts";
import { filePath } from "../../db/files.ts";
import { withdraw } from "../../db/withdrawals.ts";
import type { Tx } from "../../db/write.ts";
import type { Company, Person } from "../../flows/company/company.ts";
import { personById } from "../../flows/company/directory.ts";
import type { Instant } from "../../flows/ids.ts";
import type { Answer } from "../channels/telegram.ts";
import { instant } from "../clock.ts";
import { subjectKinds, type Drawn } from "../live.ts";
import { alarm } from "./alarm.ts";
import { cantReach, flooded } from "./hindrances.ts";
import { mark } from "./mark.ts";
import { callOnce, isSaid } from "./call-once.ts";
import { bugTriesMax, nextTry } from "./retry.ts";
import type { Sending } from "./sending.ts";
import { isQuietTime } from "./silence.ts";

const sent = z.object({ message_id: z.number().int() });

/** A card with what it should show now. */
interface Wanted {
  readonly card: CardRow;
  readonly chat: number;
  readonly drawn: Drawn;
  readonly form: CardForm;
  /** What it stands under; absent: it is a text. */
  readonly photo?: string | InputFile;
  /** Hash of the photo and hash of the rest: tells which method edits it. */
  readonly shown: string;
  readonly silent: boolean;
}

export async function sendCard(of: Sending, card: CardRow, chat: number): Promise<void> {
  const now = instant(of.clock);
  const company = loadCompany(of.store);
  const person = personById(company, card.person);
  let drawn: Drawn | undefined;
  try {
    drawn = person?.active === true ? draw(of, card, company, person, now) : undefined;
  } catch (error) {
    of.log.error({ err: error, subject: card.subject, person: card.person }, "a card could not be drawn");
    return mark(of, (tx) => failedForGood(tx, card, card.tries + 1 < bugTriesMax, now));
  }
  if (drawn === undefined || person === undefined) return mark(of, (tx) => takeAway(tx, card, chat, now));
  const photo = photoOf(of, drawn);
  const form = photo === undefined ? "text" : "photo";
  const silent = card.lane !== "answer" && (card.ring === 0 || isQuietTime(company, person, now));
  const shown = shownBy(drawn);
  const wanted: Wanted = { card, chat, drawn, form, shown, silent, ...(photo !== undefined && { photo }) };
  const stands = card.message !== undefined && card.ring === 0;
  if (stands && card.shown === wanted.shown) return mark(of, (tx) => cardUnchanged(tx, card));
  if (stands && card.form === form) await edit(of, wanted, card.message);
  else await sendAnew(of, wanted);
}

function draw(of: Sending, card: CardRow, company: Company, person: Person, now: Instant): Drawn | undefined {
  const [name, number] = card.subject.split(":");
  const kind = subjectKinds.find((known) => known === name);
  if (kind === undefined) throw new Error(`nothing draws the subject "${card.subject}"`);
  const wanted = card.ring === 1 && card.lane === "answer";
  return of.subjects[kind]({ store: of.store, company, person, id: Number(number), now, wanted });
}

/** Telegram takes no larger pictures as photos: such a card is a text, and its button brings the picture. */
const photoBytesMax = 10 * 1024 * 1024;

function photoOf(of: Sending, { photo, photoFile }: Drawn): string | InputFile | undefined {
  if (photo !== undefined || photoFile === undefined) return photo;
  const path = filePath(of.filesDir, photoFile);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? Infinity;
  return size > photoBytesMax ? undefined : new InputFile(path, "photo.jpg");
}

const hash = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 24);
const shownBy = (drawn: Drawn): string =>
  `${hash(drawn.photo ?? drawn.photoFile ?? "")}.${hash([drawn.text, drawn.buttons])}`;

async function edit(of: Sending, wanted: Wanted, message: number): Promise<void> {
  const { card, chat } = wanted;
  of.crashPoint("F6");
  const answer = await callOnce(of, {
    method: editMethod(wanted),
    payload: { chat_id: chat, message_id: message, ...content(wanted, true) },
  });
  const now = instant(of.clock);
  const stands = { message, form: wanted.form, shown: wanted.shown, sentAt: card.sentAt ?? now };
  if (answer.kind === "done" || isSaid(answer, "message is not modified")) {
    of.crashPoint("F7");
    await mark(of, (tx) => cardStands(tx, card, stands));
    of.crashPoint("F8");
  } else if (
    isSaid(answer, /to edit not found|can't be edited|there is no (text|caption)|MESSAGE_ID_INVALID/)
  )
    await mark(of, (tx) => lostCard(tx, card, now)); // gone from the chat: sent anew, the old one forgotten (F58)
  else await mark(of, (tx) => failed(of, tx, wanted, answer, now));
}

function editMethod({ form, card, shown }: Wanted): string {
  if (form === "text") return "editMessageText";
  return card.shown?.split(".")[0] === shown.split(".")[0] ? "editMessageCaption" : "editMessageMedia";
}

async function sendAnew(of: Sending, wanted: Wanted): Promise<void> {
  const { card, chat } = wanted;
  of.crashPoint("F6");
  let { form } = wanted;
  const silent = wanted.silent && { disable_notification: true };
  const method = form === "photo" ? "sendPhoto" : "sendMessage";
  let answer = await callOnce(of, {
    method,
    payload: { chat_id: chat, ...content(wanted, false), ...silent },
  });
  if (form === "photo" && isSaid(answer, /file|photo|IMAGE|PHOTO/i)) {
    of.log.error({ subject: card.subject, description: answer.description }, "a card's photo was refused");
    form = "text"; // better a card without its photo than none
    answer = await callOnce(of, {
      method: "sendMessage",
      payload: { chat_id: chat, ...content({ ...wanted, form }, false), ...silent },
    });
  }
  const now = instant(of.clock);
  if (answer.kind !== "done") return mark(of, (tx) => failed(of, tx, wanted, answer, now));
  of.crashPoint("F7");
  const { message_id: message } = sent.parse(answer.result);
  await mark(of, (tx) => {
    withdrawOld(tx, card, chat, now);
    cardStands(tx, card, { message, form, shown: wanted.shown, sentAt: now });
  });
  of.crashPoint("F8");
}

function content(
  { form, drawn, photo, card, shown }: Wanted,
  editing: boolean,
): Readonly<Record<string, unknown>> {
  const reply_markup = { inline_keyboard: drawn.buttons };
  if (form === "text")
    return {
      text: drawn.text,
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
      reply_markup,
    };
  const caption = { caption: drawn.text, parse_mode: "HTML" };
  if (!editing) return { photo, ...caption, reply_markup };
  const samePhoto = card.shown?.split(".")[0] === shown.split(".")[0];
  return samePhoto
    ? { ...caption, reply_markup }
    : { media: { type: "photo", media: photo, ...caption }, reply_markup };
}

function failed(
  of: Sending,
  tx: Tx,
  { card, chat }: Wanted,
  answer: Exclude<Answer, { kind: "done" }>,
  now: Instant,
): void {
  switch (answer.kind) {
    case "flood":
      return flooded(of, tx, chat, answer.waitMs, now);
    case "blocked":
    case "unknown-chat":
      if (!cantReach(of, tx, chat, answer, now)) forgetCard(tx, card);
      return;
    case "refused":
      of.log.error(
        { subject: card.subject, person: card.person, description: answer.description },
        "a card was refused",
      );
      return failedForGood(tx, card, false, now);
    case "lost":
      of.log.warn(
        { subject: card.subject, person: card.person, error: answer.error },
        "a card may not have been sent",
      );
      return postponeCard(
        tx,
        card,
        nextTry(now, card.tries, answer.ambiguous && (card.message === undefined || card.ring === 1)),
      );
  }
}

/** Tried again a few times; then left until the request changes, and administrators hear. */
function failedForGood(tx: Tx, card: CardRow, again: boolean, now: Instant): void {
  if (again) return postponeCard(tx, card, nextTry(now, card.tries, false));
  cardUnchanged(tx, card);
  const number = card.subject.split(":")[1] ?? "";
  alarm(
    tx,
    (words) => words("transport-card-dead", { number }),
    now,
    `card:${card.subject}:${Math.floor(now / 3_600_000)}`,
  );
}

function takeAway(tx: Tx, card: CardRow, chat: number, now: Instant): void {
  withdrawOld(tx, card, chat, now);
  forgetCard(tx, card);
}

function withdrawOld(tx: Tx, { message, form, sentAt }: CardRow, chat: number, now: Instant): void {
  if (message !== undefined && form !== undefined)
    withdraw(tx, { chat, message, form, sentAt: sentAt ?? now, now });
}
