/** Bytes that are made for a message at the moment it is sent: a chart, a workbook, a ZIP. Where that fails, its words go alone. */
import { resolve } from "node:path";
import { InputFile } from "grammy";
import type { ChartSpec } from "../documents/chart-spec.ts";
import type { SheetFormat } from "../documents/printer.ts";
import { zipFile, type ZipEntry } from "../documents/zip-file.ts";
import { exportApart } from "../registry/export-apart.ts";
import type { ExportJob } from "../registry/export-job.ts";
import type { SheetTable } from "../sheets/table.ts";
import type { Call } from "./message.ts";
import type { Sending } from "./sending.ts";

/** What is to be made: by the printer, or out of kept files. */
export type Making =
  | { readonly kind: "chart"; readonly spec: ChartSpec }
  | { readonly kind: "sheet"; readonly table: SheetTable; readonly format: SheetFormat }
  | { readonly kind: "zip"; readonly files: readonly ZipEntry[] }
  /** Read and written in a process of its own, which also says what stands under it. */
  | { readonly kind: "registry"; readonly job: Omit<ExportJob, "store"> };

export interface Make {
  readonly making: Making;
  /** The parameter of the call that takes the file. */
  readonly as: "photo" | "document";
  readonly fileName: string;
  /** Said instead when it can't be made. */
  readonly otherwise: Call;
}

/** The call with its file, made by the printer's child. Never throws: a message is not lost for its picture. */
export async function withFile(
  of: Sending,
  call: Call,
  { making, as, fileName, otherwise }: Make,
): Promise<Call> {
  try {
    const { bytes, ...said } = await made(of, making);
    return { ...call, payload: { ...call.payload, ...said, [as]: new InputFile(bytes, fileName) } };
  } catch (error) {
    of.log.error({ err: error, making: making.kind }, "a file could not be made: its words are sent alone");
    return otherwise;
  }
}

async function made(
  { printer, store, filesDir }: Sending,
  making: Making,
): Promise<{ readonly bytes: Uint8Array; readonly caption?: string }> {
  switch (making.kind) {
    case "chart":
      return { bytes: await printer.chart(making.spec) };
    case "sheet":
      return { bytes: await printer.sheet(making.table, making.format) };
    case "zip":
      return { bytes: await zipFile(making.files, filesDir) };
    case "registry":
      return exportApart({ ...making.job, store: resolve(store.sqlite.name) });
  }
}
