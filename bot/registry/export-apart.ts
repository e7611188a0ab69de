/** Writes the registry into a file in a process of its own: fifty thousand requests are read and set without holding up anybody. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ExportAnswer, Exported, ExportJob } from "./export-job.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const child = fileURLToPath(new URL("./export-child.ts", import.meta.url));
/** What one export may take. */
const limits = { memoryMbMax: 1024, msMax: 180_000 } as const;

/** One after another: two at once would want twice the memory. Ends when the last is written. */
let lastWritten: Promise<unknown> = Promise.resolve();

/** Throws when it could not be written in its time and memory. */
export function exportApart(job: ExportJob): Promise<Exported> {
  const writing = lastWritten.then(() => writeInChild(job));
  lastWritten = writing.catch(() => undefined);
  return writing;
}

function writeInChild(job: ExportJob): Promise<Exported> {
  return new Promise((resolve, reject) => {
    const writer = fork(child, {
      cwd: root,
      env: {},
      execArgv: ["--import", "tsx", `--max-old-space-size=${limits.memoryMbMax}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      timeout: limits.msMax,
      killSignal: "SIGKILL",
    });
    writer.once("message", (said) => {
      const answer = said as ExportAnswer; // our own child's words
      if ("error" in answer) reject(new Error(answer.error));
      else resolve(answer);
    });
    writer.once("error", reject);
    // comes after its answer as well: a promise is settled once
    writer.once("exit", () => reject(new Error("the registry took too much time or memory to be written")));
    writer.send(job);
  });
}
