/** R18 Two programs poll one store: each alert is sent once; when the one that delivers is killed, the other goes on by itself. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sqlite3 } from "../foreign-sqlite.ts";
import { openBed, until, type Bed, type Program } from "./killed-process.ts";
import { payEach, salesCompany } from "./sales-company.ts";

const sales = salesCompany(20);
const accountOf = new Map([...sales.heads, ...sales.managers].map((who, n) => [who, sales.accounts[n] ?? 0]));
const all = Array.from({ length: sales.dealCount }, (_, n) => n + 1);

let bed: Bed;
let programs: Program[];
beforeAll(async () => {
  bed = await openBed({
    people: sales.accounts.map((id) => ({
      id,
      name: `Человек ${id}`,
      firstName: "Человек",
      languageCode: "ru",
    })),
    company: sales.company,
    paymentsCron: "* * * * * *", // both in the same moment, each second
  });
  programs = [await bed.start({ once: true }), await bed.start({ once: true })]; // Telegram refuses the one or the other: 409
  for (const account of sales.accounts) bed.telegram.person(account).start();
  await until(
    bed.telegram,
    () => sales.accounts.every((account) => seenBy(account).length > 0),
    "all greetings",
  );
  sqlite3(bed.file, sales.deals);
  await vi.waitFor(() => expect(bed.count("changed_deals")).toBe(0), { timeout: 30_000 }); // seen with nothing paid
}, 120_000);
afterAll(() => bed.close());

function seenBy(account: number): string[] {
  return bed.telegram
    .person(account)
    .messages()
    .filter(({ from }) => from === "bot")
    .map(({ text }) => text ?? "");
}
/** How often a deal is told to a person with so much paid, in alerts of their own and in lists. */
function told(who: string, deal: number, percent: number): number {
  const said = seenBy(accountOf.get(who) ?? 0).join("\n\n");
  const words = `Сделка ${deal}\n(?:   |Сумма[^\n]*\n)[^\n]*: ${percent}\u00a0%`;
  return said.match(new RegExp(words, "g"))?.length ?? 0;
}
const everyoneKnows = (deals: readonly number[], percent: number): boolean =>
  deals.every(
    (deal) => told(sales.managerOf(deal), deal, percent) > 0 && told(sales.headOf(deal), deal, percent) > 0,
  );
const timesTold = (deals: readonly number[], percent: number): number[] =>
  deals.flatMap((deal) => [
    told(sales.managerOf(deal), deal, percent),
    told(sales.headOf(deal), deal, percent),
  ]);

/** Everything was sent and marked: who is killed now has nothing on its way. */
const allSent = (): Promise<void> =>
  vi.waitFor(() => expect(bed.count("outbox WHERE status <> 'sent'")).toBe(0), { timeout: 30_000 });

test("a hundred payments come while both poll: every manager and every head reads each of them once", async () => {
  sqlite3(bed.file, payEach(all, 30_000));
  await until(bed.telegram, () => everyoneKnows(all, 30), "a hundred alerts");
  await allSent();
  expect(timesTold(all, 30)).toEqual(all.flatMap(() => [1, 1]));
  expect(programs.filter(({ sends }) => sends)).toHaveLength(1); // one of them sent all of it
}, 90_000);

test("the one that delivers is killed: the other looks and delivers by itself", async () => {
  const delivering = programs.find(({ sends }) => sends);
  const other = programs.find(({ sends }) => !sends);
  await delivering?.kill();
  const some = all.filter((deal) => deal % 10 === 0);
  sqlite3(bed.file, payEach(some, 20_000));
  await until(bed.telegram, () => everyoneKnows(some, 50), "the alerts of the one that is left");
  await allSent();
  expect(timesTold(some, 50)).toEqual(some.flatMap(() => [1, 1]));
  expect(timesTold(all, 30)).toEqual(all.flatMap(() => [1, 1]));
  expect(other?.sends).toBe(true);
}, 60_000);
