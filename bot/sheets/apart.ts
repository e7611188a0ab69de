/** Reads a stranger's sheet file in a process of its own: whatever is in it, the bot goes on and answers others. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { DealSheet } from "../../flows/payments/deal-rows.ts";
import { dealSheetLimits, sheetLimits, type Sheet, type SheetLimits, type SheetRefusal } from "./sheet.ts";

/** Files are read one after another: twenty at once would want twenty processes' memory. Ends when the last is read. */
let lastRead: Promise<unknown> = Promise.resolve();

/** Like `readSheet`, but a file that eats time or memory costs only its own process. */
export function readSheetApart(
  bytes: Buffer,
  limits: SheetLimits = sheetLimits,
): Promise<Sheet | SheetRefusal> {
  return readApart<Sheet>("child.ts", bytes, limits);
}

/** A sheet of deals or payments, its rows checked in the child as well: fifty thousand would hold up the bot. */
export function readDealSheetApart(bytes: Buffer): Promise<DealSheet | SheetRefusal> {
  return readApart<DealSheet>("deal-child.ts", bytes, dealSheetLimits);
}

function readApart<T>(child: string, bytes: Buffer, limits: SheetLimits): Promise<T | SheetRefusal> {
  if (bytes.length > limits.bytesMax) {
    return Promise.resolve({ kind: "too-big", bytesMax: limits.bytesMax });
  }
  const reading = lastRead.then(() => readInChild<T>(child, bytes, limits));
  lastRead = reading;
  return reading;
}

/** Never rejects: a child that dies without a word has found a file too hard for its time and memory. */
function readInChild<T>(child: string, bytes: Buffer, limits: SheetLimits): Promise<T | SheetRefusal> {
  return new Promise((resolve) => {
    const reader = fork(fileURLToPath(new URL(child, import.meta.url)), {
      execArgv: ["--import", "tsx", `--max-old-space-size=${limits.memoryMbMax}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      timeout: limits.msMax,
      killSignal: "SIGKILL",
    });
    // The first word counts; a promise can't be resolved twice.
    reader.once("message", (answer) => {
      resolve(answer as T | SheetRefusal); // our own child's words
      reader.kill("SIGKILL");
    });
    reader.once("error", () => resolve({ kind: "took-too-long" }));
    reader.once("exit", () => resolve({ kind: "took-too-long" }));
    reader.send({ bytes, limits }, () => undefined); // a child that is gone already says so by its exit
  });
}
