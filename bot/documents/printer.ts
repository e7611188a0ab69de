/** Prints papers, draws charts, writes sheets and looks at photos in one child process: lazy, one job at a time, limited in time and memory. */
import { resolve } from "node:path";
import type { Paper } from "../../flows/documents/paper.ts";
import type { SheetTable } from "../sheets/table.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { jobResults } from "./printer-jobs.ts";
import type {
  ChildMessage,
  CleanPhoto,
  FirstPage,
  PhotoCheck,
  PrinterJob,
  SheetFormat,
} from "./printer-jobs.ts";
import { ChildLost, startChild } from "./printer-process.ts";
import type { Child } from "./printer-process.ts";

export type {
  CleanPhoto,
  FirstPage,
  PhotoCheck,
  PhotoFormat,
  PhotoRefusal,
  SheetFormat,
} from "./printer-jobs.ts";

export interface Printer {
  /**
   * One PDF of a paper and its annexes. `photoPath` says where the file of a photo lies; what is missing or damaged
   * there is printed as a framed blank. Throws when the child failed: try again later.
   */
  print(paper: Paper, photoPath: (hash: string) => string): Promise<Uint8Array>;
  /** Is the file a photo that we take (F46, F47)? A picture that kills the child or takes too long counts as damaged. */
  checkPhoto(path: string): Promise<PhotoCheck>;
  /** The copy to keep: upright JPEG, at most 2560 px, without metadata (F48). */
  cleanPhoto(path: string): Promise<CleanPhoto>;
  /** The first page of a PDF as a JPEG. A PDF that kills the child or takes too long counts as damaged. */
  firstPage(path: string): Promise<FirstPage>;
  /** A PNG, 1000 pixels wide. Throws when the child failed: try again later, or do without. */
  chart(spec: ChartSpec): Promise<Uint8Array>;
  /** A workbook, or CSV, of at most 50,000 rows. Throws when the child failed. */
  sheet(table: SheetTable, format: SheetFormat): Promise<Uint8Array>;
  /** Ends the child after the jobs that were begun; the next job would start another. */
  close(): Promise<void>;
}

export interface PrinterLimits {
  readonly heapMb: number;
  readonly startMs: number;
  readonly printMs: number;
  readonly photoMs: number;
  readonly pageMs: number;
  readonly chartMs: number;
  /** The child goes after having nothing to do for so long. */
  readonly idleMs: number;
}

export const printerLimits: PrinterLimits = {
  heapMb: 512,
  startMs: 30_000,
  printMs: 60_000,
  photoMs: 10_000,
  pageMs: 30_000,
  chartMs: 20_000,
  idleMs: 60_000,
};

export function createPrinter(limits: PrinterLimits = printerLimits): Printer {
  let child: Child | undefined;
  let idle: NodeJS.Timeout | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function ready(): Promise<Child> {
    clearTimeout(idle);
    if (child && !child.gone()) return child;
    const fresh = startChild(limits.heapMb);
    try {
      await fresh.answer(limits.startMs);
    } catch (error) {
      throw new Error(`The printer can't start: ${String(error)}`, { cause: error });
    }
    return (child = fresh);
  }

  async function end(): Promise<void> {
    clearTimeout(idle);
    const last = child;
    child = undefined;
    await last?.kill();
  }

  async function ask(job: PrinterJob, ms: number): Promise<ChildMessage> {
    const at = await ready();
    at.hold(true);
    at.send(job);
    try {
      return await at.answer(ms);
    } catch (error) {
      await end();
      throw error;
    } finally {
      at.hold(false);
    }
  }

  async function run(job: PrinterJob, ms: number): Promise<unknown> {
    const message = await ask(job, ms);
    idle = setTimeout(() => void end(), limits.idleMs).unref();
    if ("result" in message) return message.result;
    throw new Error(`Printer: ${"error" in message ? message.error : "an answer out of turn"}`);
  }

  /** Jobs wait for each other, whatever became of the one before. */
  function inTurn(job: PrinterJob, ms: number): Promise<unknown> {
    const result = queue.then(() => run(job, ms));
    queue = result.catch(() => undefined);
    return result;
  }

  const damagedIfLost = (error: unknown): unknown => {
    if (error instanceof ChildLost) return { refused: "damaged" };
    throw error;
  };

  return {
    async print(paper, photoPath) {
      const photos = Object.fromEntries(paper.photos.map(({ hash }) => [hash, resolve(photoPath(hash))]));
      return jobResults.print.parse(await inTurn({ kind: "print", paper, photos }, limits.printMs));
    },
    async checkPhoto(path) {
      const result = inTurn({ kind: "check-photo", path: resolve(path) }, limits.photoMs);
      return jobResults["check-photo"].parse(await result.catch(damagedIfLost));
    },
    async cleanPhoto(path) {
      const result = inTurn({ kind: "clean-photo", path: resolve(path) }, limits.photoMs);
      return jobResults["clean-photo"].parse(await result.catch(damagedIfLost));
    },
    async firstPage(path) {
      const result = inTurn({ kind: "first-page", path: resolve(path) }, limits.pageMs);
      return jobResults["first-page"].parse(await result.catch(damagedIfLost));
    },
    async chart(spec) {
      return jobResults.chart.parse(await inTurn({ kind: "chart", spec }, limits.chartMs));
    },
    async sheet(table, format) {
      return jobResults.sheet.parse(await inTurn({ kind: "sheet", table, format }, limits.printMs));
    },
    async close() {
      await queue;
      await end();
    },
  };
}
