/** Reads a stranger's file in a process of its own: whatever is in it, the bot goes on and answers others. */
import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { joined, limitsOf } from "./jobs.ts";
import type {
  DealSheetAnswer,
  DealSheetJob,
  FileAnswer,
  FileJob,
  Piece,
  Said,
  SheetAnswer,
  SheetJob,
  StatementAnswer,
  StatementJob,
} from "./jobs.ts";

const child = fileURLToPath(new URL("./child.ts", import.meta.url));

/** Files are read one after another: twenty at once would want twenty processes' memory. Ends when the last is read. */
let lastRead: Promise<unknown> = Promise.resolve();

/** Like `readFileHere`, but a file that eats time or memory costs only its own process. Never rejects. */
export function readFileApart(job: SheetJob): Promise<SheetAnswer>;
export function readFileApart(job: StatementJob): Promise<StatementAnswer>;
export function readFileApart(job: DealSheetJob): Promise<DealSheetAnswer>;
export function readFileApart(job: FileJob): Promise<FileAnswer> {
  const { bytesMax } = limitsOf(job);
  if (job.bytes.length > bytesMax) return Promise.resolve({ kind: "too-big", bytesMax });
  const reading = lastRead.then(() => readInChild(job));
  lastRead = reading;
  return reading;
}

/** Of a file, given to the child at once: more would hold up everybody else. */
const partMax = 256 * 1024;

function say(reader: ChildProcess, said: Said): Promise<void> {
  // A child that is gone already says so by its exit.
  return new Promise((done) => reader.send(said, () => done()));
}

async function hand(reader: ChildProcess, { bytes, ...what }: FileJob): Promise<void> {
  for (let at = 0; at < bytes.length; at += partMax) await say(reader, bytes.subarray(at, at + partMax));
  await say(reader, what);
}

/** A child that dies without a word has found a file too hard for its time and memory. */
function readInChild(job: FileJob): Promise<FileAnswer> {
  const { memoryMbMax, msMax } = limitsOf(job);
  return new Promise((resolve) => {
    const reader = fork(child, {
      execArgv: ["--import", "tsx", `--max-old-space-size=${memoryMbMax}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      timeout: msMax,
      killSignal: "SIGKILL",
    });
    const pieces: Piece[] = [];
    reader.on("message", (said) => {
      const piece = said as Piece; // our own child's words
      if (piece.kind === "end") {
        resolve(joined(pieces, piece.answer)); // what comes after it can't resolve the promise again
        reader.kill("SIGKILL");
      } else {
        pieces.push(piece);
        void say(reader, "more");
      }
    });
    reader.once("error", () => resolve({ kind: "took-too-long" }));
    reader.once("exit", () => resolve({ kind: "took-too-long" }));
    void hand(reader, job);
  });
}
