/** The printer's own process: pictures are decoded and pages set here, so that a hostile picture can kill nothing else (F19). */
import { printedDocument } from "../../flows/documents/document.ts";
import { pdf } from "./pdf.ts";
import { checkPhoto, cleanPhoto, printedPhoto } from "./photo-file.ts";
import type { ChildMessage, PrinterJob } from "./printer-jobs.ts";

/** Memory that decoded pictures may take beside the heap, which has a limit of its own. */
const residentBytesMax = 900 * 1024 * 1024;
const lookEveryMs = 200;

setInterval(() => {
  if (process.memoryUsage.rss() > residentBytesMax) process.exit(1);
}, lookEveryMs).unref();
// Ctrl-C in a terminal reaches every process of it; this one goes when its parent has finished.
process.on("SIGINT", () => undefined);
process.on("disconnect", () => process.exit(0));
// One job at a time: the parent sends the next after the answer.
process.on("message", (job: PrinterJob) => void answer(job));
send({ ready: true });

function send(message: ChildMessage): void {
  process.send?.(message);
}

async function answer(job: PrinterJob): Promise<void> {
  try {
    send({ result: await done(job) });
  } catch (error) {
    send({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

async function done(job: PrinterJob): Promise<unknown> {
  switch (job.kind) {
    case "check-photo":
      return checkPhoto(job.path);
    case "clean-photo":
      return cleanPhoto(job.path);
    case "print": {
      const pictures = new Map<string, Uint8Array>();
      // One after another: a decoded photo takes much memory.
      for (const [hash, path] of Object.entries(job.photos)) {
        const picture = await printedPhoto(path, hash);
        if (picture) pictures.set(hash, picture);
      }
      return pdf(printedDocument(job.paper), pictures);
    }
    // Loaded when they are needed first: most children never are asked for them.
    case "first-page":
      return (await import("./pdf-page.ts")).firstPage(job.path);
    case "chart":
      return (await import("./chart.ts")).chart(job.spec);
    case "sheet":
      return (await import("./sheet-file.ts")).sheetFile(job.table, job.format);
  }
}
