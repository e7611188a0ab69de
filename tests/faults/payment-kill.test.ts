/** F3, F6–F8, F11 The real process is killed with SIGKILL in a poll, while the `sqlite3` command line inserts payments. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { CrashPointName } from "../../bot/crash-points.ts";
import type { Persona } from "../../playground/people.ts";
import { sqlite3 } from "../foreign-sqlite.ts";
import { openBed, until, type Bed, type Program } from "./killed-process.ts";
import { payEach } from "./sales-company.ts";

const people: Persona[] = [
  { id: 1007, name: "Петренко", firstName: "Максим", languageCode: "ru" },
  { id: 1002, name: "Громов", firstName: "Павел", languageCode: "ru" },
];
const [manager, head] = [1007, 1002];
/** Deals that are paid in one poll: as many alerts come one by one. */
const perPoll = 3;
/** Where the process dies, and at which passage after the payments came: looking at deals is the first transaction of a poll. */
const deaths: readonly (readonly [point: CrashPointName, passage: number, when: string])[] = [
  ["F3", 1, "deals are looked at, nothing of it is committed"],
  ["F11", 1, "deals were looked at, nobody is told yet"],
  ["F3", 2, "the first person's alerts leave the queue, not committed"],
  ["F11", 2, "the first person's alerts are in the outbox, the head's are not"],
  ["F6", 2, "an alert is about to be sent"],
  ["F7", 2, "Telegram has taken an alert, it is not marked"],
  ["F8", 2, "an alert is marked as sent"],
];

let bed: Bed;
let program: Program;
beforeAll(async () => {
  bed = await openBed({
    people,
    company: "playground/demo/company.yaml",
    paymentsCron: "* * * * * *", // each second
  });
  program = await bed.start();
  // the head presses Start at the very end: one chat at a time is written to, so that one send at most is on its way
  bed.telegram.person(manager).start();
  await until(bed.telegram, () => bed.telegram.person(manager).messages().length > 1, "the greeting");
  const deals = Array.from(
    { length: deaths.length * perPoll },
    (_, n) => `('Сделка ${n + 1}', 'petrenko', 100000)`,
  );
  sqlite3(bed.file, `INSERT INTO deals (name, manager, total) VALUES ${deals.join(", ")};`);
  await atRest();
}, 60_000);
afterAll(() => bed.close());

/** Nothing of the poll is left to be done: no deal to look at, nobody to tell, nothing to send to the manager. */
const atRest = (): Promise<void> =>
  vi.waitFor(
    () => {
      const waiting = bed.count(`outbox WHERE status = 'waiting' AND chat = ${manager}`);
      expect([bed.count("changed_deals"), bed.count("alert_queue"), waiting]).toEqual([0, 0, 0]);
    },
    { timeout: 30_000 },
  );

/** How many alerts about a deal a person sees. */
const alerts = (person: number, deal: number): number =>
  bed.telegram
    .person(person)
    .messages()
    .filter(({ text }) => text?.includes(`Название сделки: Сделка ${deal}\n`) === true).length;
const dealsOf = (nth: number): number[] => Array.from({ length: perPoll }, (_, n) => nth * perPoll + n + 1);

test.each(deaths.map((death, nth) => [...death, nth] as const))(
  "%s at passage %i, %s: each alert comes once",
  async (point, passage, _when, nth) => {
    const deals = dealsOf(nth);
    const kills = program.kills;
    await program.order({ kind: "die-at", point, passage });
    sqlite3(bed.file, payEach(deals, 30_000));
    await until(
      bed.telegram,
      () => deals.every((deal) => alerts(manager, deal) > 0),
      `alerts about ${deals.join(", ")}`,
    );
    await atRest();
    expect(program.kills).toBe(kills + 1);
    // only between Telegram's taking and our marking may one come a second time
    expect(deals.map((deal) => alerts(manager, deal))).toEqual(point === "F7" ? [1, 2, 1] : [1, 1, 1]);
  },
  60_000,
);

test("after all those deaths nothing more is told, and the head, for whom all of it waited, reads each once", async () => {
  const all = deaths.flatMap((_, nth) => dealsOf(nth));
  bed.telegram.person(head).start();
  await until(bed.telegram, () => all.every((deal) => alerts(head, deal) > 0), "the head's alerts");
  await vi.waitFor(() => expect(bed.count("outbox WHERE status = 'waiting'")).toBe(0), { timeout: 30_000 });
  expect(all.map((deal) => alerts(head, deal))).toEqual(all.map(() => 1));
  const doubled = all.filter((deal) => alerts(manager, deal) > 1);
  expect(doubled).toHaveLength(deaths.filter(([point]) => point === "F7").length);
}, 60_000);
