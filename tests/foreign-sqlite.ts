/** The `sqlite3` command line: another program that writes the store, in a process of its own, with none of our code. */
import { spawnSync } from "node:child_process";

/** What it says to SQL that the store refuses; undefined: the store took it. It stops at the first refusal. */
export function refusedBySqlite3(file: string, sql: string): string | undefined {
  const { status, stderr } = run(file, sql);
  return status === 0 ? undefined : stderr.trim();
}

/** Runs SQL, each statement in a transaction of its own unless it says BEGIN; gives what it prints. Throws when it is refused. */
export function sqlite3(file: string, sql: string): string {
  const { status, stdout, stderr } = run(file, sql);
  if (status !== 0) throw new Error(`sqlite3 was refused: ${stderr}`);
  return stdout;
}

function run(file: string, sql: string): { status: number | null; stdout: string; stderr: string } {
  const done = spawnSync("sqlite3", ["-batch", "-bail", "-cmd", ".timeout 5000", file], {
    input: sql,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (done.error !== undefined) throw done.error;
  return done;
}
