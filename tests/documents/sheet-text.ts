/** The words of printed sheets, part by part, before any layout: what forms say. */
import { printedDocument } from "../../flows/documents/document.ts";
import type { Paper } from "../../flows/documents/paper.ts";
import type { Part, Sheet, SheetKind, TableCell, Words } from "../../flows/documents/parts.ts";

const plain = (words: Words): string =>
  typeof words === "string" ? words : words.map((run) => run.text).join("");
const cellText = (cell: TableCell): string => (typeof cell === "string" ? cell : plain(cell.text));

function textsOf(part: Part): readonly string[] {
  switch (part.kind) {
    case "paragraph":
      return [plain(part.text)];
    case "line":
      return [
        part.cells
          .map((cell) => [plain(cell.text ?? ""), cell.hint && `(${cell.hint})`].filter(Boolean).join(" "))
          .join(" | "),
      ];
    case "codes":
      return part.rows.map((row) => `${row.label} | ${row.code}`);
    case "numbered-title":
      return [...part.title, ...part.boxes.map((box) => `${box.title} | ${box.value}`)];
    case "table":
      return [
        part.columns.map((column) => column.title).join(" | "),
        ...[...part.rows, ...(part.totals ?? [])].map((row) => row.map(cellText).join(" | ")),
      ];
    case "columns":
      return part.columns.flatMap((column) => column.parts.flatMap(textsOf));
    case "together":
      return part.parts.flatMap(textsOf);
    case "photos":
      return [...part.photos.flatMap((photo) => photo.caption), part.missing];
    case "gap":
    case "new-page":
      return [];
  }
}

/** One text a line of the sheet; no-break spaces as plain ones, so that tests can be typed. */
export function linesOf(sheet: Sheet): readonly string[] {
  return sheet.parts.flatMap(textsOf).map((text) => text.replaceAll("\u00a0", " "));
}

/** The lines of one of the sheets that are printed of a paper. */
export function linesIn(paper: Paper, kind: SheetKind): readonly string[] {
  const sheet = printedDocument(paper).sheets.find((one) => one.kind === kind);
  if (!sheet) throw new Error(`No ${kind} among the sheets`);
  return linesOf(sheet);
}

export const textIn = (paper: Paper, kind: SheetKind): string => linesIn(paper, kind).join("\n");
