/** Takes updates by webhook: closed without the secret, answered only after the commit (R16, F22, F123). */
import { createHash, timingSafeEqual } from "node:crypto";
import { setImmediate as turnOfOthers } from "node:timers/promises";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Update } from "grammy/types";
import { z } from "zod";
import type { Health } from "../health.ts";
import type { Logger } from "../log.ts";
import type { Intake } from "./intake.ts";

const bodyBytesMax = 1024 * 1024;
/** Telegram is answered within this: not done by then, it comes again. */
const budgetMs = 8000;
const slowBodyMs = 10_000;
/** Updates of one batch. */
const batchMax = 100;
/** What must be there to call it an update; the rest is looked at where it is used (F34). */
const updateShape = z.looseObject({ update_id: z.number().int() });

export interface WebhookOf {
  readonly intake: Intake;
  readonly secret: string;
  readonly health: Health;
  readonly log: Logger;
}

export function webhook({ intake, secret, health, log }: WebhookOf): Hono {
  const accept = together(intake, log);
  const app = new Hono();
  app.post(
    "/",
    async (c, next) => {
      if (!same(c.req.header("x-telegram-bot-api-secret-token") ?? "", secret)) return c.body(null, 401);
      return next();
    },
    bodyLimit({ maxSize: bodyBytesMax, onError: (c) => c.body(null, 413) }),
    async (c) => {
      const text = await within(c.req.text(), slowBodyMs);
      if (text === undefined) return c.body(null, 408);
      const update = parsed(text);
      if (update === undefined) return c.body(null, 400);
      health.telegram("ok");
      const done = await within(accept(update), budgetMs);
      return c.body(null, done === true ? 200 : 503);
    },
  );
  return app;
}

/** Compares in constant time, whatever the lengths. */
function same(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function parsed(text: string): Update | undefined {
  try {
    const read = updateShape.safeParse(JSON.parse(text));
    return read.success ? (read.data as Update) : undefined; // Telegram's word, told by the secret; fields are looked at where used
  } catch {
    return undefined;
  }
}

/** Undefined when it takes longer; the work itself goes on. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Updates that come at once are committed at once: calls wait for each other instead of racing. */
function together(intake: Intake, log: Logger): (update: Update) => Promise<boolean> {
  const waiting: { update: Update; settle: (done: boolean) => void }[] = [];
  let working = false;
  async function work(): Promise<void> {
    working = true;
    await turnOfOthers();
    while (waiting.length > 0) {
      const batch = waiting.splice(0, batchMax);
      try {
        const done = await intake.take(batch.map((one) => one.update));
        for (const { update, settle } of batch) settle(done.has(update.update_id));
      } catch (error) {
        log.error({ err: error }, "updates could not be taken in");
        for (const { settle } of batch) settle(false);
      }
    }
    working = false;
  }
  return (update) =>
    new Promise((settle) => {
      waiting.push({ update, settle });
      if (!working) void work();
    });
}
