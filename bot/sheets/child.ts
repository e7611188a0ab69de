/** The process in which a sheet file is read: gets its bytes, answers its rows, ends. */
import { readSheet } from "./read-sheet.ts";

process.once("message", (bytes: Uint8Array) => {
  void readSheet(Buffer.from(bytes)).then((answer) => process.send?.(answer));
});
