/** The process in which a sheet file is read: gets its bytes and its limits, answers its rows, ends. */
import { readSheet } from "./read-sheet.ts";
import type { SheetLimits } from "./sheet.ts";

process.once("message", ({ bytes, limits }: { bytes: Uint8Array; limits: SheetLimits }) => {
  void readSheet(Buffer.from(bytes), limits).then((answer) => process.send?.(answer));
});
