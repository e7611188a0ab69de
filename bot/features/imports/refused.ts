/** A file that can't be imported: why, in the person's language; nothing of it is taken. */
import { moveImport, type ImportRow } from "../../../db/imports.ts";
import type { StatementFileRefusal } from "../../statements/read-statement-file.ts";
import { sheetRefusalWords } from "../../sheets/words.ts";
import type { SheetRefusal } from "../../sheets/sheet.ts";
import { line } from "../../cards/shown-text.ts";
import { statementRefusalWords } from "../../imports/statement-refusals.ts";
import type { Turn } from "../../work.ts";
import { whyWords } from "../filing/remark-words.ts";

export type ImportRefusal =
  | { readonly kind: "not-fetched"; readonly why: string }
  | { readonly kind: "statement"; readonly refusal: StatementFileRefusal }
  | { readonly kind: "sheet"; readonly refusal: SheetRefusal };

export function refuseImport(turn: Turn, row: ImportRow, refusal: ImportRefusal): void {
  if (!moveImport(turn.tx, row, { status: "refused" })) return;
  turn.say({ text: turn.words("import-refused", { why: wordsOf(turn, refusal) }) });
}

function wordsOf(turn: Turn, refusal: ImportRefusal): string {
  switch (refusal.kind) {
    case "not-fetched":
      return whyWords(turn, refusal.why);
    case "statement":
      return statementRefusalWords(refusal.refusal, turn.words);
    case "sheet":
      return line(sheetRefusalWords(refusal.refusal, turn.me.language), 300);
  }
}
