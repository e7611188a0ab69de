/** F1–F8 F68 The bot dies at every passage between an accountant's tap and the end of the letter: one letter, one owner. */
import { describe, expect, test } from "vitest";
import { lettersOf } from "../../db/letters.ts";
import type { CrashPointName } from "../../bot/crash-points.ts";
import type { Story } from "../harness.ts";
import { approved, minute, take } from "../stories/invoices/invoice.ts";
import { story } from "../harness.ts";
import { quickPrinter } from "./quick-printer.ts";
import { sentOf, stateOf, surplus } from "./write-off-run.ts";

/** The points on the way: an update, messages, a letter. */
const ofTheWay: readonly CrashPointName[] = [
  "F1",
  "F2",
  "F3",
  "F4",
  "F5",
  "F6",
  "F7",
  "F8",
  "L0",
  "L1",
  "L2",
  "L3",
];

async function run(crashAt?: number) {
  const of = crashAt === undefined ? {} : { crashAt };
  const told = await story({
    mail: true,
    printer: quickPrinter,
    limits: { inFlight: 1 },
    ...of,
  });
  try {
    for (const who of ["petrenko", "gromov", "orlova", "demina"]) await told.person(who).start();
    const request = await approved(told);
    const before = told.passages.length;
    for (const who of ["orlova", "demina"]) told.person(who).raw.tap(take);
    await told.settle();
    await told.later(60 * minute);
    const [letter] = lettersOf(told.store, request);
    if (letter === undefined) throw new Error("no letter was planned");
    return {
      state: stateOf(told),
      letter: { status: letter.status, address: letter.address, messageId: letter.messageId },
      arrived: await messageIds(told),
      sent: sentOf(told),
      before,
      passages: told.passages.slice(before),
    };
  } finally {
    await told.close();
  }
}

async function messageIds(told: Story): Promise<string[]> {
  const list = told.telegram.mailbox.list();
  const opened = await Promise.all(list.map(({ n }) => told.telegram.mailbox.open(n)));
  return opened.flatMap((one) =>
    (one?.headers ?? []).flatMap(({ name, value }) => (name.toLowerCase() === "message-id" ? [value] : [])),
  );
}

const undisturbed = await run();

describe("two accountants take an invoice in the same tick, and the bot dies", () => {
  test("the undisturbed run passes every point and ends with one letter", () => {
    expect(new Set(undisturbed.passages)).toEqual(new Set(ofTheWay));
    expect(undisturbed.letter.status).toBe("sent");
    expect(undisturbed.arrived).toHaveLength(1);
  });

  test.each(undisturbed.passages.map((name, index) => [name, index + 1] as const))(
    "%s at passage %i: the same owner, the same end, never two letters",
    async (name, passage) => {
      const disturbed = await run(undisturbed.before + passage);
      expect(disturbed.letter).toEqual(undisturbed.letter);
      expect(disturbed.state).toEqual(undisturbed.state);
      // only between the server's 250 and our mark may a second copy leave, which mailboxes know for the same letter
      expect(disturbed.arrived).toHaveLength(name === "L2" ? 2 : 1);
      expect(new Set(disturbed.arrived)).toEqual(new Set(undisturbed.arrived));
      const notices = (sent: readonly string[]): string[] => sent.filter((one) => !one.includes("✉️"));
      expect(surplus(notices(undisturbed.sent), notices(disturbed.sent))).toEqual([]);
      expect(surplus(notices(disturbed.sent), notices(undisturbed.sent)).length).toBeLessThanOrEqual(
        name === "F7" ? 1 : 0,
      );
    },
  );
});
