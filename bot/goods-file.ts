/** A file with goods lines that store staff send in the chat: which goods, how many; all of it is taken or nothing. */
import { readRequestRows, type RequestRow } from "../flows/goods/request-rows.ts";
import type { SheetProblem } from "../flows/sheets/problems.ts";
import type { Language } from "../flows/ids.ts";
import { readFileApart } from "./files/apart.ts";
import type { SheetRefusal } from "./sheets/sheet.ts";
import { sheetProblemWords, sheetRefusalWords } from "./sheets/words.ts";

export type GoodsFile =
  | { readonly kind: "rows"; readonly rows: readonly RequestRow[] }
  | { readonly kind: "problems"; readonly problems: readonly SheetProblem[] }
  | { readonly kind: "refused"; readonly refusal: SheetRefusal };

/** Reads the bytes of an .xlsx or .csv file (F125), in a process of its own; the file's name doesn't matter. */
export async function readGoodsFile(bytes: Buffer): Promise<GoodsFile> {
  const sheet = await readFileApart({ kind: "sheet", bytes });
  return sheet.kind === "sheet" ? readRequestRows(sheet.rows) : { kind: "refused", refusal: sheet };
}

/** The problems of a file, one a line, at most so many; says how many more there are. */
export function goodsFileWords(
  file: Exclude<GoodsFile, { readonly kind: "rows" }>,
  language: Language,
  linesMax = 10,
): string {
  if (file.kind === "refused") return sheetRefusalWords(file.refusal, language);
  const shown = file.problems.slice(0, linesMax).map((problem) => sheetProblemWords(problem, language));
  const left = file.problems.length - shown.length;
  const more = { ru: `… и ещё ${left}`, uk: `… і ще ${left}`, en: `… and ${left} more` }[language];
  return [...shown, ...(left > 0 ? [more] : [])].join("\n");
}
