/** Another program holds the store locked for long: that costs waiting, never an alert lost or doubled, nor an answer. */
import Database from "better-sqlite3";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { CrashPointName } from "../../../bot/crash-points.ts";
import type { Story } from "../../harness.ts";
import { begunByProgram, commandLine, headsTo, pays } from "./books.ts";

let told: Story;
let lock: Database.Database | undefined;
afterEach(async () => {
  release();
  await told.close();
});

/** What happens at crash points and log lines, once the story has begun. */
let onPoint: (name: CrashPointName) => void = () => undefined;
let onLine: (line: string) => void = () => undefined;

async function begun(): Promise<void> {
  onPoint = onLine = () => undefined;
  told = await begunByProgram({ crashPoint: (name) => onPoint(name), log: (line) => onLine(line) });
  told.store.sqlite.pragma("busy_timeout = 1"); // five seconds in earnest
}

/** From here on the other program is in the middle of its writing. */
function hold(): void {
  lock = new Database(join(told.dataDir, "countersign.sqlite"), { timeout: 0 });
  lock.exec("BEGIN IMMEDIATE");
}
/** It has written what it meant to, and goes. */
function release(sql = ""): void {
  lock?.exec(`${sql} COMMIT`);
  lock?.close();
  lock = undefined;
}

const alert = "Оплата 60 000,00 ₽: 70 % (было 30 %)";

test("the lock comes when Telegram has just taken an alert: it is marked once the lock is gone, and not sent again", async () => {
  await begun();
  commandLine(told, pays(1, 6_000_000));
  const waited: string[] = [];
  let taken = 0;
  onPoint = (name) => {
    if (name !== "F7" || taken > 0) return;
    taken += 1;
    hold();
  };
  onLine = (line) => {
    if (!line.includes("the store is locked")) return;
    waited.push(line);
    if (waited.length === 2) release();
  };
  await told.payments();
  expect(waited.length).toBeGreaterThan(1);
  await told.restart({ down: 3_600_000 });
  expect(headsTo(told, "petrenko")).toEqual([alert]);
  expect(headsTo(told, "gromov")).toEqual([alert]);
});

test.each<[when: string, point: CrashPointName, passage: number]>([
  ["before the poll begins", "F11", 0],
  ["between looking at deals and telling", "F11", 1],
  ["between telling one person and the next", "F11", 2],
])("the lock comes %s: the poll fails, is made again, and nothing is lost", async (_, point, passage) => {
  await begun();
  commandLine(told, pays(1, 6_000_000));
  let passed = 0;
  onPoint = (name) => {
    if (name === point && (passed += 1) === passage) hold();
  };
  if (passage === 0) hold();
  await expect(told.payments()).rejects.toThrow("database is locked");
  await expect(told.settle()).rejects.toThrow("database is locked"); // it stays
  release(pays(2, 183_000));
  await told.settle();
  await told.payments();
  expect(headsTo(told, "petrenko")).toEqual([alert]);
  expect(headsTo(told, "zhukova")).toEqual(["Оплата 1 830,00 ₽: 10 % (было 0 %)"]);
  expect(headsTo(told, "gromov")).toHaveLength(2);
});

test("the job that met the lock is run again by its own loop, and a knock during a pass is heard after it", async () => {
  await begun();
  const stopping = new AbortController();
  commandLine(told, pays(1, 6_000_000));
  onLine = (line) => {
    if (line.includes('"job":"payment alerts"')) release();
  };
  let passed = 0;
  onPoint = (name) => {
    if (name === "F11") passed += 1;
    if (name === "F11" && passed === 3) {
      // a deal was looked at, two people were told: the pass is at its end
      commandLine(told, pays(2, 183_000));
      told.app.jobs.knock("payment alerts");
    }
    if (name === "F11" && passed === 6) stopping.abort(); // during a pass: the loop ends after it all the same
  };
  hold();
  told.app.jobs.knock("payment alerts");
  await told.app.jobs.run(stopping.signal);
  await told.settle();
  expect(headsTo(told, "petrenko")).toEqual([alert]);
  expect(headsTo(told, "zhukova")).toHaveLength(1);
  expect(headsTo(told, "gromov")).toHaveLength(2);
});

test("who writes to the bot meanwhile is answered once, when the lock is gone", async () => {
  await begun();
  const petrenko = told.person("petrenko");
  const before = told.messagesTo("petrenko").length;
  hold();
  petrenko.raw.text("/help");
  await expect(told.settle()).rejects.toThrow("database is locked");
  await expect(told.settle()).rejects.toThrow("database is locked");
  expect(told.messagesTo("petrenko")).toHaveLength(before);
  release();
  await told.settle();
  expect(told.messagesTo("petrenko")).toHaveLength(before + 1);
  expect(petrenko.said()).toContain("Что здесь можно");
});

test("a press meanwhile is told that it was not taken, and takes effect once the lock is gone", async () => {
  await begun();
  commandLine(told, pays(1, 6_000_000));
  await told.payments();
  const petrenko = told.person("petrenko");
  hold();
  const press = petrenko.raw.tap("Открыть сделку");
  await expect(told.settle()).rejects.toThrow("database is locked");
  await told.app.intake.quiet();
  const answer = petrenko.raw.answers().find((one) => one.pressId === press);
  expect(answer?.text).toBe("Сейчас записать не получается. Ответ не потерян: повторю сам.");
  release();
  await told.settle();
  const opened = told.messagesTo("petrenko").filter((text) => text.includes("Менеджер: Петренко"));
  expect(opened).toHaveLength(1);
});
