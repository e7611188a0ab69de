/** F1–F8 F68 The real process is killed with SIGKILL between taking an invoice and its letter's end: one letter, one owner. */
import { dirname } from "node:path";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sendingLeaseMs } from "../../bot/channels/mail.ts";
import type { CrashPointName } from "../../bot/crash-points.ts";
import { openStore } from "../../db/open.ts";
import type { RequestId } from "../../flows/ids.ts";
import type { ChatMessage } from "../../playground/chat-view.ts";
import { openMailServer, type MailServer } from "../../playground/mail-server.ts";
import type { Persona } from "../../playground/people.ts";
import { approved, minute, plain, take } from "../stories/invoices/invoice.ts";
import { openBed, until, type Bed, type Program } from "./killed-process.ts";

const people: Persona[] = [{ id: 1005, name: "Орлова", firstName: "Наталья", languageCode: "ru" }];
const [accountant] = [1005];
const ofTaking = [
  "F1",
  "F2",
  "F3",
  "F4",
  "F5",
  "F6",
  "F7",
  "F8",
] as const satisfies readonly CrashPointName[];
const ofLetter = ["L0", "L1", "L2", "L3"] as const satisfies readonly CrashPointName[];
const patienceMs = 60_000;
/** What a death left in the middle of being sent is taken up once its lease is over. */
const lease = sendingLeaseMs + minute;

let bed: Bed;
let program: Program;
let mail: MailServer;
const arrived: string[] = [];
/** Both clocks are the machine's, moved on by as much. */
let moved = 0;

beforeAll(async () => {
  mail = await openMailServer({ now: () => Date.now() + moved });
  mail.deliverTo(async ({ bytes }) => void arrived.push((await PostalMime.parse(bytes)).messageId ?? ""));
  bed = await openBed({ people, company: "playground/demo/company.yaml", smtpUrl: mail.url });
  program = await bed.start();
  bed.telegram.person(accountant).start();
  await until(bed.telegram, () => bed.telegram.person(accountant).messages().length > 1, "the greeting");
}, patienceMs);
afterAll(async () => {
  await bed.close();
  await mail.close();
});

async function later(ms: number): Promise<void> {
  moved += ms;
  await bed.advance(program, ms);
}

/** Another invoice for the accountant, written as another program would. */
async function invoice(): Promise<RequestId> {
  const store = openStore(bed.file);
  const clock = { now: () => Date.now() + moved };
  try {
    return await approved({ store, clock, dataDir: dirname(bed.file), settle: () => Promise.resolve() });
  } finally {
    store.close();
  }
}

/** Her card of that invoice, opened by her. */
async function card(request: RequestId): Promise<ChatMessage> {
  const orlova = bed.telegram.person(accountant);
  orlova.text(`/open ${request}`);
  const found = (): ChatMessage | undefined =>
    orlova.messages().findLast((one) => about(one, request) && buttonOf(one) !== undefined);
  await until(bed.telegram, () => found() !== undefined, `the card of ${request}`);
  const opened = found();
  if (opened === undefined) throw new Error(`the card of ${request} is gone`);
  return opened;
}
const words = ({ text, caption }: ChatMessage): string => plain(text ?? caption ?? "");
const about = (one: ChatMessage, request: RequestId): boolean => words(one).includes(`№ ${request} `);
const buttonOf = ({ buttons }: ChatMessage) => buttons.flat().find(({ text }) => text === take);

/** Taken by its button, and promised to the supplier; `dieAt`: the bot is to die there meanwhile. */
async function taken(request: RequestId, dieAt?: CrashPointName): Promise<void> {
  const orlova = bed.telegram.person(accountant);
  const opened = await card(request);
  if (dieAt !== undefined) await program.order({ kind: "die-at", point: dieAt });
  orlova.press(opened.id, buttonOf(opened)?.data ?? "");
  const promised = (): boolean =>
    orlova.messages().some((one) => about(one, request) && words(one).includes("уйдёт письмо"));
  await until(bed.telegram, promised, `the promise of ${request}`);
}

async function died(kills: number): Promise<void> {
  await vi.waitFor(() => expect(program.kills).toBe(kills + 1), { timeout: patienceMs });
}

/** Waits for the letter, and counts its copies. */
async function sent(request: RequestId): Promise<number> {
  await vi.waitFor(
    () => expect(bed.count(`letters WHERE request = ${request} AND status = 'sent'`)).toBe(1),
    { timeout: patienceMs },
  );
  expect(bed.count(`letters WHERE request = ${request}`)).toBe(1);
  return arrived.filter((messageId) => messageId === `<inv-${request}-1@north-step.example>`).length;
}

/** Taken while the bot died, by the time it did. */
const takenThen: RequestId[] = [];

test.each(ofTaking)(
  "%s while it is being taken: it is the accountant's, one letter is planned",
  async (point) => {
    const request = await invoice();
    takenThen.push(request);
    const { kills } = program;
    await taken(request, point);
    await died(kills);
    expect(bed.count(`log WHERE request = ${request} AND json_extract(event, '$.kind') = 'taken'`)).toBe(1);
    expect(bed.count(`letters WHERE request = ${request} AND status = 'held'`)).toBe(1);
  },
  patienceMs,
);

test(
  "after all those deaths each of their suppliers gets one letter",
  async () => {
    await later(2 * minute);
    const copies: number[] = [];
    for (const request of takenThen) copies.push(await sent(request));
    expect(copies).toEqual(ofTaking.map(() => 1));
  },
  patienceMs,
);

test.each(ofLetter)(
  "%s while the letter leaves: it arrives, twice only if the server had taken it and nobody had written that down",
  async (point) => {
    const request = await invoice();
    const { kills } = program;
    await taken(request);
    await program.order({ kind: "die-at", point });
    await later(2 * minute);
    await died(kills);
    await later(lease);
    expect(await sent(request)).toBe(point === "L2" ? 2 : 1);
  },
  patienceMs,
);

test(
  "in the middle of the conversation: it arrives once",
  async () => {
    const request = await invoice();
    await taken(request);
    mail.faults.add({ kind: "hang" });
    await later(2 * minute);
    await vi.waitFor(() => expect(mail.faults.waiting()).toEqual([]), { timeout: patienceMs });
    await program.kill();
    mail.faults.clear();
    await later(lease);
    expect(await sent(request)).toBe(1);
  },
  patienceMs,
);
