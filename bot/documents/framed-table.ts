/** Framed tables: goods with grouped headings and column numbers, the box of codes, a title with its number. */
import type { Content, CustomTableLayout, TableCell as PdfCell } from "pdfmake/interfaces.js";
import type { Cell, Column, Part, Table, TableCell } from "../../flows/documents/parts.ts";
import { inlines, marked, sizes } from "./text-style.ts";

const line = 0.5;
const side = 2;
const frame: CustomTableLayout = {
  hLineWidth: () => line,
  vLineWidth: () => line,
  paddingLeft: () => side,
  paddingRight: () => side,
  paddingTop: () => 1.5,
  paddingBottom: () => 1.5,
};

/** Lines of text in a cell; a row with more may be torn over two pages, because pdfmake would cut it otherwise. */
const wholeLinesMax = 25;
/** Width of a letter, points, rather too wide than too narrow. */
const letter = 5;

/** The points that a column of this share has for its text. */
const inner = (share: number, width: number): number => share * width - 2 * side - line;

export function framedTable(table: Table, width: number): Content {
  const headings = headingRows(table);
  const rows = [...table.rows, ...(table.totals ?? [])];
  const torn = table.rows.some((row) =>
    row.some((cell, at) => linesOf(cell, inner(table.columns[at]?.share ?? 1, width)) > wholeLinesMax),
  );
  return {
    fontSize: sizes[table.size ?? "small"],
    table: {
      headerRows: headings.length,
      keepWithHeaderRows: torn || rows.length === 0 ? 0 : 1,
      dontBreakRows: !torn,
      widths: table.columns.map((column) => inner(column.share, width)),
      body: [...headings, ...rows.map((row) => bodyRow(row, table.columns))],
    },
    layout: frame,
  };
}

/** About how many lines the text of a cell takes. */
function linesOf(cell: TableCell, width: number): number {
  const words = typeof cell === "string" ? cell : cell.text;
  const text = typeof words === "string" ? words : words.map((run) => run.text).join("");
  return text.split("\n").reduce((lines, line) => lines + Math.ceil((line.length * letter) / width), 0);
}

/** Groups above titles above numbers; a column without a group takes both of the upper rows. */
function headingRows({ columns, numbered }: Table): PdfCell[][] {
  const grouped = columns.some((column) => column.group !== undefined);
  const heading = (text: string): { text: string; alignment: "center"; verticalAlignment: "middle" } => ({
    text,
    alignment: "center",
    verticalAlignment: "middle",
  });
  const titles = columns.map((column) => heading(column.title));
  const rows: PdfCell[][] = grouped
    ? [
        columns.map((column, at): PdfCell => {
          if (column.group === undefined) return { ...heading(column.title), rowSpan: 2 };
          if (columns[at - 1]?.group === column.group) return {};
          const span = columns.filter((other) => other.group === column.group).length;
          return { ...heading(column.group), colSpan: span };
        }),
        columns.map((column, at): PdfCell => (column.group === undefined ? {} : (titles[at] ?? {}))),
      ]
    : [titles];
  return numbered ? [...rows, columns.map((_, at) => heading(String(at + 1)))] : rows;
}

/** Cells that a wider one covers are left empty, as pdfmake wants it. */
function bodyRow(row: readonly TableCell[], columns: readonly Column[]): PdfCell[] {
  const cells: PdfCell[] = [];
  for (const given of row) {
    const cell: Cell = typeof given === "string" ? { text: given } : given;
    const words = inlines(cell.text, cell.bold);
    cells.push({
      stack: [cell.mark ? marked(cell.mark, words) : words],
      alignment: cell.align ?? columns[cells.length]?.align ?? "left",
      ...(cell.columns === undefined ? {} : { colSpan: cell.columns }),
    });
    for (let covered = 1; covered < (cell.columns ?? 1); covered++) cells.push({});
  }
  return cells;
}

/** «Коды»: labels without a frame, codes in one. */
export function codesBox({ title, rows }: Extract<Part, { kind: "codes" }>, width: number): Content {
  const noFrame: [boolean, boolean, boolean, boolean] = [false, false, false, false];
  const code = (text: string): PdfCell => ({ text, alignment: "center", verticalAlignment: "middle" });
  return {
    table: {
      widths: [inner(0.58, width), inner(0.42, width)],
      heights: 11,
      body: [
        [{ text: "", border: noFrame }, code(title)],
        ...rows.map((row): PdfCell[] => [
          { text: row.label, alignment: "right", border: noFrame },
          code(row.code === "" ? "\u00a0" : row.code),
        ]),
      ],
    },
    layout: frame,
  };
}

/** «АКТ | Номер документа | Дата составления». */
export function numberedTitle(
  { title, boxes }: Extract<Part, { kind: "numbered-title" }>,
  width: number,
): Content {
  const boxesWidth = Math.min(220, width * 0.5);
  return {
    columns: [
      {
        width: width - boxesWidth,
        stack: title.map((text) => ({
          text,
          bold: true,
          fontSize: sizes.large,
          alignment: "center" as const,
        })),
        margin: [0, 6, 0, 0],
      },
      {
        width: boxesWidth,
        table: {
          widths: boxes.map(() => inner(1 / boxes.length, boxesWidth)),
          body: [
            boxes.map((box): PdfCell => ({ text: box.title, alignment: "center", fontSize: sizes.small })),
            boxes.map((box): PdfCell => ({ text: box.value, alignment: "center", bold: true })),
          ],
        },
        layout: frame,
      },
    ],
  };
}
