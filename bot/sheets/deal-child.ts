/** The process in which a sheet of deals or payments is read: gets its bytes and limits, answers its checked rows, ends. */
import { readDealSheet } from "../../flows/payments/deal-rows.ts";
import { readSheet } from "./read-sheet.ts";
import type { SheetLimits } from "./sheet.ts";

process.once("message", ({ bytes, limits }: { bytes: Uint8Array; limits: SheetLimits }) => {
  void readSheet(Buffer.from(bytes), limits).then((answer) =>
    process.send?.(answer.kind === "sheet" ? readDealSheet(answer.rows) : answer),
  );
});
