/** The page's own API: its people act through it, and it is told what happens. Refuses other origins. */
import { Hono } from "hono";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { NotPossible } from "./acts.ts";
import { chatMessage, inputLine } from "./chat-view.ts";
import { choices } from "./choices.ts";
import type { Desk } from "./dispatch.ts";
import { faultKinds } from "./faults.ts";
import { unmodelled } from "./methods/unmodelled.ts";
import type { TelegramOptions } from "./options.ts";
import { events } from "./page-events.ts";
import { pageFile, sampleFile, samples } from "./page-files.ts";
import { foreignPage } from "./page-guard.ts";
import type { Mailbox } from "./mailbox.ts";
import { mailApi, mailFaultState } from "./page-mail.ts";
import { peopleApi } from "./page-people.ts";

export interface PageParts {
  desk: Desk;
  mailbox: Mailbox;
  options: TelegramOptions;
  reset: () => void;
  closing: AbortSignal;
}

const pageMessages = 50;
const pageMessagesMax = 200;
const uploadBytesMax = 10 * choices.documentBytesMax;

/** Everything under `/` and `/playground/…`. */
export function pageApi(parts: PageParts): Hono {
  const { desk, mailbox, options } = parts;
  const { world } = desk;
  const app = new Hono();
  app.use("*", async (c, next) => {
    const foreign = foreignPage(c.req.raw.headers, options.pageHosts ?? []);
    return foreign ? c.json({ error: foreign }, 403) : next();
  });
  app.onError((error, c) => {
    if (error instanceof NotPossible) return c.json({ error: error.message }, 409);
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400);
    throw error;
  });
  app.get("/", () => pageFile("index.html"));
  app.get("/playground/page/:name", (c) => pageFile(c.req.param("name")));
  app.get("/playground/samples/:name", (c) => sampleFile(options.samplesDir, c.req.param("name")));
  app.get("/playground/state", (c) => c.json(state(parts)));
  app.get("/playground/unmodelled", (c) => c.json(unmodelled));
  app.get("/playground/people/:id/chat", (c) => {
    const id = Number(c.req.param("id"));
    const limit = Math.min(Number(c.req.query("limit") ?? pageMessages) || pageMessages, pageMessagesMax);
    const before = Number(c.req.query("before") ?? Number.MAX_SAFE_INTEGER);
    if (c.req.query("before") === undefined) markRead(desk, id);
    const messages = world.messages.page(id, before, limit).map((message) => chatMessage(world, message));
    return c.json({ messages, ...inputLine(world.chats.get(id)) });
  });
  app.post("/playground/people/:id/read", (c) => {
    markRead(desk, Number(c.req.param("id")));
    return c.json({});
  });
  app.use("/playground/people/*", bodyLimit({ maxSize: uploadBytesMax }));
  app.route("/playground/people", peopleApi(world, options.samplesDir));
  if (options.mail) app.route("/playground", mailApi(mailbox, options.mail.faults));
  app.get("/playground/files/:id", (c) => storedFile(desk, c));
  app.get("/playground/events", (c) => events(world.events, parts.closing, c));
  app.get("/playground/calls", (c) => c.json(desk.calls.after(Number(c.req.query("after") ?? 0))));
  app.post("/playground/clock", async (c) => c.json(moveClock(parts, clockMove.parse(await c.req.json()))));
  app.post("/playground/faults", async (c) => {
    const order = faultOrder.parse(await c.req.json());
    if (order.kind === "none") desk.faults.clear();
    else if (order.kind === "flood") desk.flood.enabled = order.on;
    else if (order.kind === "repeat") world.updates.repeat(order.updates);
    else if (order.kind === "shuffle") world.updates.shuffle();
    else desk.faults.add(withoutUndefined(order));
    return c.json({ waiting: desk.faults.waiting(), flood: desk.flood.enabled });
  });
  app.post("/playground/reset", (c) => {
    parts.reset();
    return c.json({});
  });
  return app;
}

const clockMove = z.union([
  z.strictObject({
    minutes: z
      .number()
      .min(0)
      .max(60 * 24 * 366),
  }),
  z.strictObject({ to: z.literal("next-working-morning") }),
]);

const faultOrder = z.union([
  z.strictObject({
    kind: z.enum(faultKinds),
    method: z.string().optional(),
    chat: z.number().int().optional(),
    times: z.number().int().min(1).max(1000).optional(),
    retryAfter: z.number().int().min(1).max(100_000).optional(),
  }),
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("flood"), on: z.boolean() }),
  z.strictObject({ kind: z.literal("repeat"), updates: z.number().int().min(1).max(100) }),
  z.strictObject({ kind: z.literal("shuffle") }),
]);

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The same object without fields that hold undefined. */
function withoutUndefined<T extends object>(object: T): Defined<T> {
  // Fields without a value are exactly what is taken out.
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;
}

function state({ desk: { world, flood, faults }, mailbox, options }: PageParts) {
  const { id, username, firstName } = world.people.bot;
  return {
    bot: { id, username, firstName },
    people: world.people.all.map((person) => {
      const chat = world.chats.get(person.id);
      return {
        id: person.id,
        name: person.name,
        label: person.label,
        languageCode: person.languageCode,
        shown: person.shown,
        unread: world.messages.countFromBot(person.id, chat?.readTo ?? 0),
        blocked: chat?.blocked === true,
      };
    }),
    clock: clockState(options.clock),
    samples: samples(options.samplesDir),
    flood: flood.enabled,
    faults: faults.waiting(),
    ...(options.mail && { mail: { unseen: mailbox.unseen, ...mailFaultState(options.mail.faults) } }),
    lastEvent: world.events.last,
  };
}

function clockState(clock: TelegramOptions["clock"]): { now: number; offset: number } {
  const now = clock.now();
  return { now, offset: now - Date.now() };
}

function moveClock({ options }: PageParts, move: z.infer<typeof clockMove>) {
  const { clock, workingMorning } = options;
  const now = clock.now();
  if ("minutes" in move) clock.advance(move.minutes * 60_000);
  else if (!workingMorning) throw new NotPossible("Nobody told what a working morning is here");
  else clock.advance(Math.max(0, workingMorning(now) - now));
  return clockState(clock);
}

function markRead({ world }: Desk, id: number): void {
  const chat = world.chats.get(id);
  const last = world.messages.page(id, Number.MAX_SAFE_INTEGER, 1).at(-1)?.id ?? 0;
  if (chat && last > chat.readTo) world.chats.save({ ...chat, readTo: last });
}

/** The bytes of a file in a chat: images and PDFs are shown, everything else is saved. */
function storedFile({ world }: Desk, c: Context): Response {
  const row = world.files.find(c.req.param("id") ?? "");
  if (!row) return c.json({ error: "There is no such file" }, 404);
  const type = row.mime ?? "application/octet-stream";
  const inline = /^image\/(?:jpeg|png|gif|webp)$/.test(type) || type === "application/pdf";
  const name = encodeURIComponent(row.name ?? "file");
  return new Response(new Uint8Array(world.files.bytes(row)), {
    headers: {
      "Content-Type": inline ? type : "application/octet-stream",
      "Content-Disposition": `${inline ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
      "X-Content-Type-Options": "nosniff",
      // A PDF viewer does not start inside a sandbox.
      ...(type === "application/pdf" ? {} : { "Content-Security-Policy": "sandbox" }),
      "Cache-Control": "private, max-age=86400",
    },
  });
}
