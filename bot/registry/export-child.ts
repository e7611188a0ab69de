/** The process that writes the registry into a file: opens the store to read, answers once, ends. */
import { openToRead } from "../../db/open.ts";
import { exportFile } from "./export-file.ts";
import type { ExportAnswer, ExportJob } from "./export-job.ts";

process.once("message", (job: ExportJob) => void answer(job));

async function answer(job: ExportJob): Promise<void> {
  say(await done(job));
}

async function done(job: ExportJob): Promise<ExportAnswer> {
  try {
    const store = openToRead(job.store);
    try {
      return await exportFile(store, job);
    } finally {
      store.close();
    }
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** It goes when what it said has been taken. */
function say(answer: ExportAnswer): void {
  process.send?.(answer, () => process.disconnect());
}
