/** Reads a stranger's sheet file in a process of its own: whatever is in it, the bot goes on and answers others. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { sheetLimits, type Sheet, type SheetRefusal } from "./sheet.ts";

const child = fileURLToPath(new URL("./child.ts", import.meta.url));

/** Files are read one after another: twenty at once would want twenty processes' memory. Ends when the last is read. */
let lastRead: Promise<unknown> = Promise.resolve();

/** Like `readSheet`, but a file that eats time or memory costs only its own process. */
export function readSheetApart(bytes: Buffer): Promise<Sheet | SheetRefusal> {
  if (bytes.length > sheetLimits.bytesMax) {
    return Promise.resolve({ kind: "too-big", bytesMax: sheetLimits.bytesMax });
  }
  const reading = lastRead.then(() => readInChild(bytes));
  lastRead = reading;
  return reading;
}

/** Never rejects: a child that dies without a word has found a file too hard for its time and memory. */
function readInChild(bytes: Buffer): Promise<Sheet | SheetRefusal> {
  return new Promise((resolve) => {
    const reader = fork(child, {
      execArgv: ["--import", "tsx", `--max-old-space-size=${sheetLimits.memoryMbMax}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      timeout: sheetLimits.msMax,
      killSignal: "SIGKILL",
    });
    // The first word counts; a promise can't be resolved twice.
    reader.once("message", (answer) => {
      resolve(answer as Sheet | SheetRefusal); // our own child's words
      reader.kill("SIGKILL");
    });
    reader.once("error", () => resolve({ kind: "took-too-long" }));
    reader.once("exit", () => resolve({ kind: "took-too-long" }));
    reader.send(bytes, () => undefined); // a child that is gone already says so by its exit
  });
}
