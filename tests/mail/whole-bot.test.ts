/** A letter of a whole bot: planned with a request, sent when time passes, seen in the playground's mailbox. */
import { afterEach, expect, test } from "vitest";
import { product } from "../../bot/product.ts";
import { letterOf, mailIsOn, planLetter } from "../../db/letters.ts";
import { write } from "../../db/write.ts";
import { units, type Instant, type RequestId } from "../../flows/ids.ts";
import { quickPrinter } from "../faults/quick-printer.ts";
import { writeOff } from "../faults/write-off-run.ts";
import { story, type Story } from "../harness.ts";
import { content } from "./content.ts";

let told: Story | undefined;
afterEach(() => told?.close());

const first = units<RequestId>(1);
const minuteMs = 60_000;
const parts = {
  ...product,
  letters: {
    compose: (_store: unknown, letter: Parameters<typeof content>[0]) => content(letter),
    events: product.letters.events,
  },
};

async function withLetter(mail: boolean): Promise<Story> {
  told = await story({ mail, parts, printer: quickPrinter });
  await writeOff(told);
  const { store, clock } = told;
  const at = units<Instant>(clock.now());
  const dueAt = units<Instant>(at + 2 * minuteMs);
  write(store, (tx) =>
    planLetter(tx, { request: first, kind: "handed-over", address: "sales@vihr-opt.example", at, dueAt }),
  );
  return told;
}

test("it leaves when its undo window is over, and again after a refusal, at the minute", async () => {
  const of = await withLetter(true);
  of.mail?.faults.add({ kind: "451" });
  await of.later(2 * minuteMs);
  expect(of.telegram.mailbox.list()).toEqual([]);
  await of.later(minuteMs);
  expect(of.telegram.mailbox.list()).toMatchObject([
    { to: ["sales@vihr-opt.example"], subject: "Письмо handed-over" },
  ]);
  expect(letterOf(of.store, first, "handed-over")?.status).toBe("sent");
});

test("without a mail server it waits, and the store knows that it does", async () => {
  const of = await withLetter(false);
  await of.later(60 * minuteMs);
  expect(mailIsOn(of.store)).toBe(false);
  expect(letterOf(of.store, first, "handed-over")?.status).toBe("waiting");
});
