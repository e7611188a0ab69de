/** The log tells on whoever touches it: the first row that was edited, deleted, inserted or moved is named (F108, F109). */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore, type Store } from "../../../db/open.ts";
import { exportHistory } from "../../../db/history.ts";
import { hashOf, type LogRow } from "../../../db/log.ts";
import { verifyLog } from "../../../db/verify-log.ts";
import { at, company, file, hour, openFilled, perform, person, sign, supplierReturn } from "./fixture.ts";

let store: Store;
beforeEach(() => {
  store = openFilled();
  const first = file(store).id;
  const second = file(store, { process: supplierReturn }).id;
  sign(store, first, "merch");
  sign(store, second, "merch");
  perform(store, { request: first }, { kind: "tick" }, at(hour));
  perform(store, { request: second }, { kind: "withdraw", by: person("clerk") }, at(hour));
  for (const name of ["log_no_update", "log_no_delete", "log_at_end"])
    store.sqlite.exec(`DROP TRIGGER ${name}`); // whoever tampers has the file
});
afterEach(() => {
  store.close();
});

const run = (sql: string, ...values: unknown[]): void => {
  store.sqlite.prepare(sql).run(...values);
};
const row = (seq: number): LogRow =>
  store.sqlite.prepare("SELECT * FROM log WHERE seq = ?").get(seq) as LogRow; // the columns of the log
const last = (): number => store.sqlite.prepare("SELECT max(seq) FROM log").pluck().get() as number; // a count
/** Makes room before a row by moving it and all later ones up. */
const shift = (seq: number): void => {
  run("UPDATE log SET seq = -seq WHERE seq >= ?", seq);
  run("UPDATE log SET seq = -seq + 1 WHERE seq < 0");
};

test("an untouched log is whole, also its last rows only", () => {
  expect(verifyLog(store)).toEqual({ ok: true, rows: last(), requests: 2 });
  expect(verifyLog(store, { last: 3 })).toMatchObject({ ok: true, rows: 3 });
});

test.each([
  ["event", '{"at":1,"kind":"stage-entered","stage":"approved"}'],
  ["at", 77],
  ["request", 77],
  ["n", 77],
  ["prev", "77"],
  ["hash", "77"],
])("an edited %s is found at its row", (column, value) => {
  run(`UPDATE log SET ${column} = ? WHERE seq = 4`, value);
  expect(verifyLog(store)).toMatchObject({ ok: false, seq: 4 });
});

test("an edit whose hash was computed anew is found as well: the next row doesn't follow it", () => {
  const edited = { ...row(5), event: row(5).event.replace(/"at":\d+/, '"at":1'), at: 1 } as LogRow; // a forged instant
  run("UPDATE log SET event = ?, at = ?, hash = ? WHERE seq = 5", edited.event, 1, hashOf(edited, ""));
  expect(verifyLog(store)).toMatchObject({ ok: false, fault: "edited", seq: 5 });
});

test("the last row edited, hash and all, differs from what the store remembers of its end", () => {
  const end = last();
  const edited = { ...row(end), event: row(end).event.replace(/"at":\d+/, '"at":1'), at: 1 } as LogRow; // as above
  run("UPDATE log SET event = ?, at = ?, hash = ? WHERE seq = ?", edited.event, 1, hashOf(edited, ""), end);
  expect(verifyLog(store)).toMatchObject({ ok: false, fault: "edited", seq: end });
});

test("a row deleted from the middle, from the start or from the end is missed", () => {
  for (const seq of [1, 5, last()]) {
    store.sqlite.exec("SAVEPOINT before");
    run("DELETE FROM log WHERE seq = ?", seq);
    expect(verifyLog(store)).toEqual({ ok: false, fault: "deleted", seq });
    store.sqlite.exec("ROLLBACK TO before; RELEASE before");
  }
});

test("a piece cut out of the middle is missed even where the rest was moved up to close the gap", () => {
  run("DELETE FROM log WHERE seq IN (4, 5)");
  run("UPDATE log SET seq = -seq WHERE seq > 5");
  run("UPDATE log SET seq = -seq - 2 WHERE seq < 0");
  expect(verifyLog(store)).toMatchObject({ ok: false, fault: "moved", seq: 4 });
});

test("an inserted row is named, though its own hash is right", () => {
  shift(6);
  const forged = { ...row(5), seq: 6, prev: row(5).hash, n: 50 };
  run(
    "INSERT INTO log (seq, request, n, at, event, prev, hash) VALUES (6, ?, 50, ?, ?, ?, ?)",
    forged.request,
    forged.at,
    forged.event,
    forged.prev,
    hashOf(forged, ""),
  );
  expect(verifyLog(store)).toMatchObject({ ok: false, fault: "inserted", seq: 6 });
});

test("a row added at the end behind the store's back is named", () => {
  const end = row(last());
  const forged = { ...end, seq: end.seq + 1, n: end.n + 1, prev: end.hash, event: '{"kind":"x"}' };
  run(
    "INSERT INTO log (seq, request, n, at, event, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
    forged.seq,
    forged.request,
    forged.n,
    forged.at,
    forged.event,
    forged.prev,
    hashOf(forged, ""),
  );
  expect(verifyLog(store)).toMatchObject({ ok: false, seq: forged.seq });
});

test("two rows that changed places are found at the first of them", () => {
  run("UPDATE log SET seq = -5 WHERE seq = 5");
  run("UPDATE log SET seq = 5 WHERE seq = 6");
  run("UPDATE log SET seq = 6 WHERE seq = -5");
  expect(verifyLog(store)).toMatchObject({ ok: false, fault: "moved", seq: 5 });
});

test("a decision edited in the state is told from the log, and so is a column that lists show (R10)", () => {
  run("UPDATE requests SET state = replace(state, 'merch', 'manager') WHERE id = 1");
  expect(verifyLog(store)).toEqual({ ok: false, fault: "state-edited", request: 1 });
  run("UPDATE requests SET state = replace(state, 'manager', 'merch') WHERE id = 1");
  run("UPDATE requests SET total = 1 WHERE id = 2");
  expect(verifyLog(store)).toMatchObject({ ok: false, fault: "state-edited", request: 2 });
});

test("rules edited after requests were decided by them are found, hash and all", () => {
  run("UPDATE processes SET declaration = replace(declaration, 'all', 'any') WHERE id = 'return'");
  expect(verifyLog(store)).toEqual({ ok: false, fault: "process-edited", process: "return", version: 1 });
  run("UPDATE processes SET declaration = replace(declaration, 'any', 'all') WHERE id = 'return'");
  run("UPDATE processes SET hash = 'x', declaration = 'x' WHERE id = 'none'");
  expect(verifyLog(store)).toMatchObject({ ok: true });
});

test("an exported history can be checked by anybody: each row's hash is that of its own text", () => {
  const history = exportHistory(store, file(store).id);
  expect(history.length).toBeGreaterThan(1);
  for (const one of history.slice(1)) expect(hashOf(one, "")).toBe(one.hash);
  expect(history[1]?.prev).toBe(history[0]?.hash);
});

test("npm run verify-log prints the verdict, and its exit code is 1 on a fault or without a store", () => {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "countersign-verify-"));
  const check = (): { code: number | null; said: string } => {
    const done = spawnSync(process.execPath, ["--import", "tsx", "bot/cli/verify-log.ts", folder], {
      cwd: root,
      encoding: "utf8",
    });
    return { code: done.status, said: done.stdout + done.stderr };
  };
  expect(check()).toMatchObject({ code: 1 });
  const kept = openFilled(company(), join(folder, "countersign.sqlite"));
  file(kept);
  kept.close();
  expect(check()).toMatchObject({ code: 0 });
  const tampered = openStore(join(folder, "countersign.sqlite"));
  tampered.sqlite.exec("DROP TRIGGER log_no_update; UPDATE log SET at = 1 WHERE seq = 2");
  tampered.close();
  const found = check();
  expect(found.code).toBe(1);
  expect(found.said).toContain("row 2 (request 1) was edited");
  rmSync(folder, { recursive: true });
});
