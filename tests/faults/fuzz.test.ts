/** Broken and forged input by the thousand, with fixed seeds: nothing fails, nothing changes that nobody may change. */
import type { Update } from "grammy/types";
import { afterEach, expect, test } from "vitest";
import { loadCompany } from "../../db/company.ts";
import { quarantined } from "../../db/updates.ts";
import { story, type Story } from "../harness.ts";
import { file } from "../unit/cards/chat.ts";
import { asUpdate, everyKind, mutated, pressOf, seeded } from "./mutated-updates.ts";

let told: Story;
afterEach(() => told.close());

/** Everything that is decided or declared: requests, their log, papers, people. */
function decided(of: Story): unknown {
  const all = (sql: string): unknown[] => of.store.sqlite.prepare(sql).raw().all();
  return {
    log: all("SELECT max(seq) FROM log"),
    requests: all("SELECT id, version, state FROM requests"),
    papers: all("SELECT * FROM papers"),
    people: all("SELECT id, name, telegram, active, phone FROM people"),
    holders: loadCompany(of.store).holders,
  };
}

test("F124 20 000 mutated updates: no crash, every one is done with at last, and no request, paper or person changes", async () => {
  told = await story();
  await told.everybody();
  await file(told);
  await file(told, { process: "return", by: "ryabov", place: "store-3" });
  const before = decided(told);
  const unhandled: unknown[] = [];
  const note = (error: unknown): void => void unhandled.push(error);
  process.on("unhandledRejection", note);
  const random = seeded(17);
  // an outsider, a stranger, and a clerk whose press names an old revision of another store's request
  const corpus = [1005, 999_999, 1003].flatMap((from) => everyKind(from, "a:1:0:merchandiser"));
  const pick = (): Update["update_id"] => Math.floor(random() * corpus.length);
  for (let id = 5_000_000; id < 5_020_000;) {
    const batch = Array.from({ length: 100 }, () =>
      asUpdate((id += 1), mutated(corpus[pick()] ?? {}, random)),
    );
    let waiting: readonly Update[] = batch;
    // a failing one is tried five times, and the same person's later words wait for it
    for (let tries = 0; tries < 5 * batch.length && waiting.length > 0; tries += 1) {
      const done = await told.app.intake.take(waiting);
      waiting = waiting.filter((update) => !done.has(update.update_id));
    }
    expect(waiting).toEqual([]);
  }
  await told.app.intake.quiet();
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
  expect(decided(told)).toEqual(before);
  // what is broken is told from what is merely unexpected: nothing of it had to be tried five times and put aside
  expect(quarantined(told.store, 3)).toEqual([]);
}, 120_000);

const codes = "o a r b q w u k y f p s x d i h hf g v vy vn m c n np ns my inbox store language".split(" ");
const parts = ["1", "2", "3", "999", "0", "-1", "9999999999", "merchandiser", "supplier-manager", "director"];
const more = ["constructor", "__proto__", "r", "b", "", "é", "zz", "ff/ff/x/h1", "/0/0/1.0/h1", "\u0000"];

/** Data as a changed app might send it: mostly like ours, with any fields, of any person's view. */
function forgedData(random: () => number): string {
  const one = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? "";
  if (random() < 0.05) return String.fromCharCode(...Array.from({ length: 40 }, () => random() * 0xffff));
  const fields = Array.from({ length: Math.floor(random() * 6) }, () => one(random() < 0.85 ? parts : more));
  return [one(codes), ...fields].join(random() < 0.95 ? ":" : "/");
}

test("F120 F121 5 000 forged presses of people without any right: nothing changes, nobody else hears, no card appears", async () => {
  told = await story();
  await told.everybody();
  await file(told);
  await file(told, { process: "return", by: "ryabov", place: "store-3" });
  await file(told, { by: "gavrilova" });
  const outsiders = [1005, 1006, 1007, 1008, 999_999];
  const before = decided(told);
  const cards = told.store.sqlite.prepare("SELECT count(*) FROM cards").raw().get();
  const sentBefore = told.telegram.calls.count;
  const random = seeded(23);
  for (let id = 6_000_000; id < 6_005_000;) {
    const batch = Array.from({ length: 100 }, () => {
      const from = outsiders[Math.floor(random() * outsiders.length)] ?? 0;
      return asUpdate((id += 1), pressOf(from, forgedData(random)));
    });
    expect((await told.app.intake.take(batch)).size).toBe(batch.length);
  }
  await told.settle();
  expect(decided(told)).toEqual(before);
  expect(quarantined(told.store, 3)).toEqual([]);
  expect(told.store.sqlite.prepare("SELECT count(*) FROM cards").raw().get()).toEqual(cards);
  const chats = told.telegram.calls.after(sentBefore).map((call) => call.params["chat_id"]);
  expect(new Set(chats.filter((chat) => chat !== undefined && !outsiders.includes(Number(chat))))).toEqual(
    new Set(),
  );
}, 120_000);
