/** A line of a form: labels, values over a rule, small hints under the rule. */
import type { Content, TableCell } from "pdfmake/interfaces.js";
import type { LineCell } from "../../flows/documents/parts.ts";
import { inlines, sizes } from "./text-style.ts";

/** White to the left and right of a cell's text, points. */
const padding = 1;

/** `width`: of the whole line, points. */
export function ruledLine(cells: readonly LineCell[], width: number): Content {
  const values = cells.map((cell): TableCell => {
    const filled = inlines(cell.text === undefined || cell.text === "" ? "\u00a0" : cell.text);
    return {
      stack: [filled],
      alignment: cell.align ?? "left",
      verticalAlignment: "bottom",
      border: [false, false, false, cell.ruled === true],
    };
  });
  const hints = cells.map((cell): TableCell => ({
    text: cell.hint === undefined ? "" : `(${cell.hint})`,
    fontSize: sizes.hint,
    alignment: "center",
  }));
  const hinted = cells.some((cell) => cell.hint !== undefined);
  return {
    table: {
      widths: cells.map((cell) => cell.share * width - 2 * padding),
      body: hinted ? [values, hints] : [values],
    },
    layout: {
      defaultBorder: false,
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
    margin: [0, hinted ? 1 : 2, 0, hinted ? 0 : 1],
  };
}
