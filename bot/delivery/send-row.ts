/** Sends one outbox row and writes down how it went: once sent, marked after (R12). */
import { z } from "zod";
import { promptSent } from "../../db/awaiting.ts";
import { markDead, markSent, postpone, type OutboxRow } from "../../db/outbox.ts";
import { paperSent } from "../../db/papers.ts";
import type { Tx } from "../../db/write.ts";
import { units, type Instant } from "../../flows/ids.ts";
import type { Answer } from "../channels/telegram.ts";
import { instant } from "../clock.ts";
import { alarm } from "./alarm.ts";
import { callOnce } from "./call-once.ts";
import { cantReach, flooded } from "./hindrances.ts";
import { withFile } from "./make.ts";
import { mark } from "./mark.ts";
import { render, type Rendered } from "./render.ts";
import { bugTriesMax, giveUpAfterMs, nextTry } from "./retry.ts";
import type { Sending } from "./sending.ts";

const laterMs = 5000;
const sent = z.object({
  message_id: z.number().int(),
  document: z.object({ file_id: z.string() }).optional(),
});
const onSent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("awaiting"), id: z.number().int() }),
]);

export async function sendRow(of: Sending, row: OutboxRow): Promise<void> {
  const now = instant(of.clock);
  let rendered: Rendered;
  try {
    rendered = render(of, row, now);
  } catch (error) {
    of.log.error({ err: error, row: row.id, method: row.method }, "a message could not be rendered");
    return bug(of, row, now);
  }
  if (rendered.kind === "nothing") return mark(of, (tx) => markSent(tx, row.id, undefined, now));
  if (rendered.kind === "later")
    return mark(of, (tx) => postpone(tx, row, units<Instant>(now + laterMs), "its paper is not printed yet"));
  const { call, make } = rendered;
  const { method, payload } = make === undefined ? call : await withFile(of, call, make);
  of.crashPoint("F6");
  const answer = await callOnce(of, { method, payload: { chat_id: row.chat, ...payload } });
  const after = instant(of.clock);
  if (answer.kind === "done") {
    of.crashPoint("F7");
    await mark(of, (tx) => markAll(tx, row, rendered, answer.result, after));
    of.crashPoint("F8");
  } else await mark(of, (tx) => failed(of, tx, row, answer, after));
}

function markAll(
  tx: Tx,
  row: OutboxRow,
  rendered: Extract<Rendered, { kind: "call" }>,
  result: unknown,
  at: Instant,
): void {
  const first: unknown = Array.isArray(result) ? result[0] : result;
  const message = sent.safeParse(first).data;
  for (const one of [row, ...(rendered.with ?? [])]) markSent(tx, one.id, message?.message_id, at);
  if (row.onSent !== undefined && message !== undefined)
    promptSent(tx, onSent.parse(row.onSent).id, message.message_id);
  const fileId = message?.document?.file_id;
  if (rendered.uploads !== undefined && fileId !== undefined)
    paperSent(tx, rendered.uploads.request, rendered.uploads.document, fileId);
}

function failed(
  of: Sending,
  tx: Tx,
  row: OutboxRow,
  answer: Exclude<Answer, { kind: "done" }>,
  now: Instant,
): void {
  switch (answer.kind) {
    case "flood":
      return flooded(of, tx, row.chat, answer.waitMs, now);
    case "blocked":
    case "unknown-chat":
      if (!cantReach(of, tx, row.chat, answer, now)) markDead(tx, row.id, answer.description, now);
      return;
    case "refused":
      if (/^(edit|delete)/.test(row.method)) return markSent(tx, row.id, undefined, now); // what it was about is gone
      of.log.error(
        { row: row.id, method: row.method, description: answer.description },
        "a message was refused",
      );
      return giveUp(tx, row, answer.description, now);
    case "lost":
      of.log.warn(
        { row: row.id, method: row.method, error: answer.error },
        "a message may not have been sent",
      );
      if (now - row.at > giveUpAfterMs) return giveUp(tx, row, answer.error, now);
      return postpone(tx, row, nextTry(now, row.tries, answer.ambiguous), answer.error);
  }
}

function bug(of: Sending, row: OutboxRow, now: Instant): Promise<void> {
  const error = "it could not be rendered";
  return mark(of, (tx) => {
    if (row.tries + 1 >= bugTriesMax) giveUp(tx, row, error, now);
    else postpone(tx, row, nextTry(now, row.tries, false), error);
  });
}

function giveUp(tx: Tx, row: OutboxRow, error: string, now: Instant): void {
  markDead(tx, row.id, error, now);
  alarm(
    tx,
    (words) => words("transport-message-dead", { number: String(row.id) }),
    now,
    `dead:${Math.floor(now / 3_600_000)}`,
  );
}
