/** F1–F8 F68 The real process is killed with SIGKILL between taking an invoice and its letter's end: one letter, one owner. */
import { dirname } from "node:path";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { CrashPointName } from "../../bot/crash-points.ts";
import { openStore } from "../../db/open.ts";
import type { RequestId } from "../../flows/ids.ts";
import { openMailServer, type MailServer } from "../../playground/mail-server.ts";
import type { Persona } from "../../playground/people.ts";
import { approved, minute } from "../stories/invoices/invoice.ts";
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

async function taken(request: RequestId): Promise<void> {
  bed.telegram.person(accountant).text(`беру ${request}`);
  const promised = (): boolean =>
    bed.telegram
      .person(accountant)
      .messages()
      .some(({ text }) => text?.includes("уйдёт письмо") === true && text.includes(`№\u00a0${request} `));
  await until(bed.telegram, promised, `the promise of ${request}`);
}

/** Waits for the letter; what a death left in the middle is taken up once its lease is over. */
async function sent(request: RequestId): Promise<number> {
  await later(2 * minute);
  await later(11 * minute);
  await vi.waitFor(
    () => expect(bed.count(`letters WHERE request = ${request} AND status = 'sent'`)).toBe(1),
    {
      timeout: patienceMs,
    },
  );
  expect(bed.count(`letters WHERE request = ${request}`)).toBe(1);
  return arrived.filter((messageId) => messageId === `<inv-${request}-1@north-step.example>`).length;
}

test.each(ofTaking)(
  "%s while it is being taken: it is the accountant's, one letter leaves",
  async (point) => {
    const request = await invoice();
    const { kills } = program;
    await program.order({ kind: "die-at", point });
    await taken(request);
    await vi.waitFor(() => expect(program.kills).toBe(kills + 1), { timeout: patienceMs });
    expect(await sent(request)).toBe(1);
    expect(bed.count(`log WHERE request = ${request} AND json_extract(event, '$.kind') = 'taken'`)).toBe(1);
  },
  2 * patienceMs,
);

test.each(ofLetter)(
  "%s while the letter leaves: it arrives, twice only if the server had taken it and nobody had written that down",
  async (point) => {
    const request = await invoice();
    const { kills } = program;
    await taken(request);
    await program.order({ kind: "die-at", point });
    await later(2 * minute);
    await vi.waitFor(() => expect(program.kills).toBe(kills + 1), { timeout: patienceMs });
    expect(await sent(request)).toBe(point === "L2" ? 2 : 1);
  },
  2 * patienceMs,
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
    expect(await sent(request)).toBe(1);
  },
  2 * patienceMs,
);
