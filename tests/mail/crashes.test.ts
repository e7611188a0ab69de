/** F68 The program dies at each step of a letter: never lost, and a second copy only between the server's 250 and our mark. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { crashPoints, type CrashPointName } from "../../bot/crash-points.ts";
import { fileOf } from "../../db/files.ts";
import { Crash } from "../harness.ts";
import { desk, hourMs, type Desk } from "./desk.ts";

const points = (Object.keys(crashPoints) as CrashPointName[]).filter((name) => name.startsWith("L")); // keys of that very object
/** Copies that may arrive. */
const copies = (point: CrashPointName): number => (point === "L2" ? 2 : 1);

async function endsWell(at: Desk, point: CrashPointName): Promise<void> {
  const read = await at.hole.read();
  expect(read).toHaveLength(copies(point));
  expect(new Set(read.map(({ messageId }) => messageId)).size).toBe(1);
  const row = at.row("handed-over");
  expect(row.status).toBe("sent");
  expect(row.eml && fileOf(at.store, row.eml)).toMatchObject({ mime: "message/rfc822" });
}

test("the points are those before the conversation, after its end and after the mark", async () => {
  const passed: string[] = [];
  const at = await desk({ crashPoint: (name) => void passed.push(name) });
  at.plan("handed-over");
  await at.later(0);
  expect(passed).toEqual(points);
});

describe("the program dies", () => {
  test.each(points)("%s: the letter arrives, the end is the same", async (point) => {
    let dies = true;
    const at = await desk({
      crashPoint(name) {
        if (name !== point || !dies) return;
        dies = false;
        throw new Crash(`the program dies at ${name}`);
      },
    });
    at.plan("handed-over");
    await expect(at.pass()).rejects.toThrow("dies");
    at.restart();
    await at.later(60);
    await endsWell(at, point);
    expect(at.heard).toEqual(["sent handed-over"]);
  });

  test("in a conversation that was cut as well: one letter is read, whatever arrived", async () => {
    let dies = true;
    const at = await desk({
      crashPoint(name) {
        if (name !== "L2" || !dies) return;
        dies = false;
        throw new Crash("the program dies");
      },
    });
    at.hole.server.faults.add({ kind: "cut-before" });
    at.plan("handed-over");
    await expect(at.pass()).rejects.toThrow("dies");
    at.restart();
    await at.later(60);
    await endsWell(at, "L1");
  });
});

describe("the process is killed with SIGKILL", () => {
  const program = fileURLToPath(new URL("killed-sender.ts", import.meta.url));

  test.each(points)("%s: started again, the letter arrives", async (point) => {
    const at = await desk();
    at.plan("handed-over");
    at.store.sqlite.pragma("wal_checkpoint(TRUNCATE)");
    const args = [at.store.sqlite.name, at.filesDir, at.hole.server.url, String(at.clock.now()), point];
    const child = fork(program, args, { execArgv: ["--import", "tsx"], stdio: "inherit" });
    const [, signal] = (await once(child, "exit")) as [unknown, string]; // what a child's end tells
    expect(signal).toBe("SIGKILL");
    at.restart();
    await at.later(60);
    await endsWell(at, point);
  });
});

test("what a crash leaves in the middle is taken up once its lease is over, not before", async () => {
  const at = await desk({
    crashPoint(name) {
      if (name === "L1") throw new Crash("the program dies");
    },
  });
  at.plan("handed-over");
  await expect(at.pass()).rejects.toThrow("dies");
  at.restart();
  expect(await at.pass()).toBe(false);
  expect(at.row("handed-over").status).toBe("sending");
  expect(at.row("handed-over").dueAt).toBeLessThan(at.now() + hourMs);
});
