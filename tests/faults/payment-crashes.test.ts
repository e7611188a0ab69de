/** F3, F6–F8, F11 The bot dies at every passage of a payment poll: every alert is delivered, none doubled save the one in flight. */
import { afterAll, describe, expect, test } from "vitest";
import type { CrashPointName } from "../../bot/crash-points.ts";
import { Crash, type Story } from "../harness.ts";
import { alertsTo } from "../stories/payments/books.ts";
import { booksOf, paidOnEach } from "./payment-run.ts";
import { salesCompany } from "./sales-company.ts";
import { sentOf, surplus } from "./write-off-run.ts";

/** The points that a poll passes: looking at deals, telling people, sending. */
const ofPoll: readonly CrashPointName[] = ["F3", "F6", "F7", "F8", "F11"];

describe("one poll with 100 changes, and the bot dies wherever it comes for the first time", () => {
  const sales = salesCompany(20);
  let open: Story[] = [];
  afterAll(async () => {
    for (const told of open) await told.close();
    open = [];
  });

  /** Where the poll stands, as the store knows it: the same place is passed again only after a death. */
  const placeOf = (told: Story): string =>
    ["changed_deals", "alert_queue", "outbox WHERE status = 'waiting'"]
      .map((what) => String(told.store.sqlite.prepare(`SELECT count(*) FROM ${what}`).pluck().get()))
      .join(" ");

  test("every alert is delivered, and those doubled are those that the bot died over at F7, each once", async () => {
    const quiet = await paidOnEach(sales);
    open.push(quiet);
    const before = quiet.passages.length;
    await quiet.payments();

    let armed = false;
    const died = new Map<string, CrashPointName>();
    const told: Story = await paidOnEach(sales, {
      crashPoint(name) {
        if (!armed) return;
        const place = `${name} ${placeOf(told)}`;
        if (died.has(place)) return;
        died.set(place, name);
        throw new Crash(`the bot dies at ${place}`);
      },
    });
    open.push(told);
    armed = true;
    await told.payments();

    // each passage of the undisturbed poll was the place of one death
    expect([...died.values()].sort()).toEqual(quiet.passages.slice(before).sort());
    expect(new Set(died.values())).toEqual(new Set(ofPoll));
    expect(booksOf(told)).toEqual(booksOf(quiet));

    const [once, twice] = [sentOf(quiet), sentOf(told)];
    expect(surplus(once, twice)).toEqual([]);
    const copies = surplus(twice, once);
    expect(copies).toHaveLength([...died.values()].filter((name) => name === "F7").length);
    expect(new Set(copies).size).toBe(copies.length);

    for (let deal = 1; deal <= sales.dealCount; deal += 1) {
      const of = alertsTo(quiet, sales.managerOf(deal)).filter((text) => text.includes(`: Сделка ${deal}\n`));
      expect(of).toHaveLength(1);
      const lists = alertsTo(quiet, sales.headOf(deal)).filter((text) => text.includes(`• Сделка ${deal}\n`));
      expect(lists).toHaveLength(1);
    }
  });
});

const small = salesCompany(2);
async function run(crashAt?: number) {
  const told = await paidOnEach(small, crashAt === undefined ? {} : { crashAt });
  try {
    const before = told.passages.length;
    await told.payments();
    return { state: booksOf(told), sent: sentOf(told), before, passages: told.passages.slice(before) };
  } finally {
    await told.close();
  }
}
const undisturbed = await run();

describe("one death in a poll with 10 changes", () => {
  test("the undisturbed poll passes every point, in both halves and for each send", () => {
    expect(new Set(undisturbed.passages)).toEqual(new Set(ofPoll));
    const times = (name: CrashPointName) => undisturbed.passages.filter((one) => one === name).length;
    expect([times("F3"), times("F11")]).toEqual([4, 4]); // ten deals at once, then two managers and their head
    expect([times("F6"), times("F7"), times("F8")]).toEqual([11, 11, 11]); // ten alerts and one list
  });

  test.each(undisturbed.passages.map((name, index) => [name, index + 1] as const))(
    "%s at passage %i: the books are the same to the byte, nothing is lost or doubled",
    async (name, passage) => {
      const disturbed = await run(undisturbed.before + passage);
      expect(disturbed.state).toEqual(undisturbed.state);
      expect(surplus(undisturbed.sent, disturbed.sent)).toEqual([]);
      // only between Telegram's taking and our marking may a message be sent a second time
      expect(surplus(disturbed.sent, undisturbed.sent)).toHaveLength(name === "F7" ? 1 : 0);
    },
  );
});
