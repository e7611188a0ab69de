/** Bytes that are made for a message at the moment it is sent: a chart, a workbook, a ZIP. Where that fails, its words go alone. */
import { InputFile } from "grammy";
import type { ChartSpec } from "../documents/chart-spec.ts";
import type { SheetFormat } from "../documents/printer.ts";
import { zipFile, type ZipEntry } from "../documents/zip-file.ts";
import type { SheetTable } from "../sheets/table.ts";
import type { Call } from "./message.ts";
import type { Sending } from "./sending.ts";

/** What is to be made: by the printer, or out of kept files. */
export type Making =
  | { readonly kind: "chart"; readonly spec: ChartSpec }
  | { readonly kind: "sheet"; readonly table: SheetTable; readonly format: SheetFormat }
  | { readonly kind: "zip"; readonly files: readonly ZipEntry[] };

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
    const file = new InputFile(await made(of, making), fileName);
    return { ...call, payload: { ...call.payload, [as]: file } };
  } catch (error) {
    of.log.error({ err: error, making: making.kind }, "a file could not be made: its words are sent alone");
    return otherwise;
  }
}

function made({ printer, filesDir }: Sending, making: Making): Promise<Uint8Array> {
  switch (making.kind) {
    case "chart":
      return printer.chart(making.spec);
    case "sheet":
      return printer.sheet(making.table, making.format);
    case "zip":
      return zipFile(making.files, filesDir);
  }
}
