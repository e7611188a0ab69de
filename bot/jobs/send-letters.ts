/** Sends letters that are due: marked before the mail server is spoken to and after, so that a crash costs at most a second copy (F68, O7). */
import { markOthersDirty } from "../../db/cards.ts";
import { noteFile, putFile, readFile } from "../../db/files.ts";
import {
  beginSending,
  dueLetters,
  letterSent,
  letterStopped,
  nextLetterAt,
  postponeLetter,
  releaseHeldLetters,
} from "../../db/letter-sending.ts";
import { letterOf, mailIsOn, threadBefore, type LetterRow } from "../../db/letters.ts";
import { getMeta, setMeta } from "../../db/meta.ts";
import type { Store } from "../../db/open.ts";
import { write, type Tx } from "../../db/write.ts";
import { units, type FileHash, type Instant } from "../../flows/ids.ts";
import { messageIdOf } from "../../flows/mail/letter.ts";
import { nextLetterTry } from "../../flows/mail/schedule.ts";
import { sendingLeaseMs, type MailChannel } from "../channels/mail.ts";
import type { Letter, Sealed } from "../channels/mail-letter.ts";
import type { Outcome, ShutOut } from "../channels/mail-outcome.ts";
import { instant } from "../clock.ts";
import { alarm } from "../delivery/alarm.ts";
import type { Job, JobOf } from "./job.ts";

/** After the mail server let us in no more: a password tried again and again gets an account locked. */
const restMs = 3_600_000;

export const sendLetters: Job = {
  name: "send letters",
  nextAt(store) {
    if (!mailIsOn(store)) return nextLetterAt(store, true);
    const next = nextLetterAt(store);
    return next === undefined ? undefined : units<Instant>(Math.max(next, restsUntil(store)));
  },
  async pass(of) {
    let did = release(of);
    const { mail } = of;
    while (mail !== undefined && restsUntil(of.store) <= of.clock.now()) {
      const [due] = dueLetters(of.store, instant(of.clock), 1);
      if (due === undefined) break;
      did = true;
      await sendOne(of, mail, due);
      of.committed();
    }
    return did;
  },
};

const restsUntil = (store: Store): number => Number(getMeta(store, "mail-rests-until") ?? 0);

/** Undo windows that are over. */
function release(of: JobOf): boolean {
  const now = instant(of.clock);
  if ((nextLetterAt(of.store, true) ?? Infinity) > now) return false;
  write(of.store, (tx) => {
    for (const request of releaseHeldLetters(tx, now)) markOthersDirty(tx, request, new Set(), now);
  });
  of.crashPoint("L0");
  of.committed();
  return true;
}

async function sendOne(of: JobOf, mail: MailChannel, due: LetterRow): Promise<void> {
  const messageId = due.messageId ?? messageIdOf(due.request, due.n, mail.domain);
  let sealed: Awaited<ReturnType<MailChannel["seal"]>>;
  try {
    const letter = await letterFor(of, due, messageId);
    if (letter === undefined) return write(of.store, (tx) => drop(tx, due, instant(of.clock)));
    sealed = await mail.seal(letter);
  } catch (error) {
    of.log.error({ err: error, request: due.request, letter: due.kind }, "a letter could not be written");
    return write(of.store, (tx) => unwritten(of, tx, due, instant(of.clock)));
  }
  if ("fault" in sealed) {
    const { fault } = sealed;
    return write(of.store, (tx) => refuse(of, tx, due, { why: fault }));
  }
  await converse(of, mail, { due, messageId, sealed });
}

/** Undefined: nobody wants it any more. */
async function letterFor(of: JobOf, due: LetterRow, messageId: string): Promise<Letter | undefined> {
  const at = instant(of.clock);
  const content = of.letters.compose(of.store, due, at);
  if (content === undefined) return undefined;
  const { toName, attachments, ...rest } = content;
  return {
    ...rest,
    at,
    messageId,
    to: { name: toName, address: due.address ?? "" },
    thread: threadBefore(of.store, due),
    attachments: await Promise.all(
      attachments.map(async ({ name, mime, file }) => ({
        name,
        mime,
        bytes: await readFile(of.filesDir, file),
      })),
    ),
  };
}

async function converse(
  of: JobOf,
  mail: MailChannel,
  { due, messageId, sealed }: { due: LetterRow; messageId: string; sealed: Sealed },
): Promise<void> {
  const eml = await putFile(of.filesDir, sealed.eml);
  const now = instant(of.clock);
  const leaseUntil = units<Instant>(now + sendingLeaseMs);
  if (!write(of.store, (tx) => beginSending(tx, due, { messageId, leaseUntil, now }))) return; // cancelled meanwhile (F70)
  of.crashPoint("L1");
  const outcome = await mail.send(sealed);
  of.crashPoint("L2");
  write(of.store, (tx) => settle(of, tx, due, outcome, { eml, bytes: sealed.eml.length }));
  of.crashPoint("L3");
  if (outcome.kind === "sent" && outcome.copyLost !== undefined)
    of.log.warn({ request: due.request, answer: outcome.copyLost }, "the copy of a letter was not taken");
}

interface Kept {
  readonly eml: FileHash;
  readonly bytes: number;
}

function settle(of: JobOf, tx: Tx, due: LetterRow, outcome: Outcome, kept: Kept): void {
  const now = instant(of.clock);
  const { eml } = kept;
  switch (outcome.kind) {
    case "sent":
      keep(tx, kept, now);
      letterSent(tx, due.id, { answer: outcome.answer, eml, at: now });
      of.letters.events.sent(tx, asMarked(tx, due), now);
      break;
    case "refused":
      return refuse(of, tx, due, outcome);
    case "later":
      if (outcome.ambiguous) keep(tx, kept, now);
      return tryLater(of, tx, due, {
        why: "server",
        answer: outcome.answer,
        ...(outcome.ambiguous && { eml }),
      });
    case "shut-out":
      postponeLetter(tx, due.id, { ...outcome, dueAt: now, tries: due.tries });
      rest(tx, outcome.why, now);
      break;
  }
  markOthersDirty(tx, due.request, new Set(), now);
}

function keep(tx: Tx, { eml, bytes }: Kept, at: Instant): void {
  noteFile(tx, { hash: eml, mime: "message/rfc822", bytes, at });
}

function refuse(of: JobOf, tx: Tx, due: LetterRow, said: { why: string; answer?: string }): void {
  const now = instant(of.clock);
  letterStopped(tx, due.id, { status: "refused", at: now, ...said });
  of.letters.events.refused(tx, asMarked(tx, due), now);
  markOthersDirty(tx, due.request, new Set(), now);
}

/** Later by the schedule, or given up for everybody to see. */
function tryLater(
  of: JobOf,
  tx: Tx,
  due: LetterRow,
  said: { why: string; answer?: string; eml?: FileHash },
): void {
  const now = instant(of.clock);
  const tries = due.tries + 1;
  const dueAt = nextLetterTry(now, tries);
  if (dueAt !== undefined) postponeLetter(tx, due.id, { ...said, dueAt, tries });
  else {
    letterStopped(tx, due.id, { ...said, status: "failed", at: now, tries });
    of.letters.events.gaveUp(tx, asMarked(tx, due), now);
  }
  markOthersDirty(tx, due.request, new Set(), now);
}

/** A bug or a lost file: others are not held up by it, and administrators hear once it is given up (F67). */
function unwritten(of: JobOf, tx: Tx, due: LetterRow, now: Instant): void {
  tryLater(of, tx, due, { why: "bug" });
  if (asMarked(tx, due).status === "failed")
    alarm(tx, (words) => words("transport-letter-dead", { number: due.request }), now, `letter:${due.id}`);
}

function drop(tx: Tx, due: LetterRow, now: Instant): void {
  letterStopped(tx, due.id, { status: "cancelled", at: now, why: "unwanted" });
  markOthersDirty(tx, due.request, new Set(), now);
}

/** Nothing is sent for a while, and administrators hear once a day why (F69). */
function rest(tx: Tx, why: ShutOut, now: Instant): void {
  setMeta(tx, "mail-rests-until", String(now + restMs));
  const day = new Date(now).toISOString().slice(0, 10);
  alarm(tx, (words) => words("transport-mail-shut-out", { why }), now, `mail:${why}:${day}`);
}

function asMarked(tx: Tx, { request, kind }: LetterRow): LetterRow {
  const found = letterOf(tx, request, kind);
  if (found === undefined) throw new Error(`the letter ${kind} of request ${request} is gone`);
  return found;
}
