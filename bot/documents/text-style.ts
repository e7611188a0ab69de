/** How words look on paper: sizes in points, alignment, struck-out runs, drawn marks. */
import type { Content } from "pdfmake/interfaces.js";
import type { Mark, Size, Words } from "../../flows/documents/parts.ts";

/** Points. */
export const sizes: Record<Size, number> = { hint: 6.5, small: 7.5, normal: 9, large: 12 };

export function inlines(words: Words, bold = false): Content {
  if (typeof words === "string") return { text: words, bold };
  return {
    text: words.map((run) => ({
      text: run.text,
      bold: run.bold ?? bold,
      ...(run.struck ? { decoration: "lineThrough" as const } : {}),
    })),
  };
}

/** Corners of the strokes of each mark, in a square of 7 points. */
const strokes: Record<Mark, readonly (readonly { x: number; y: number }[])[]> = {
  given: [
    [
      { x: 0.5, y: 4 },
      { x: 2.7, y: 6.5 },
      { x: 6.5, y: 1 },
    ],
  ],
  refused: [
    [
      { x: 1, y: 1 },
      { x: 6, y: 6.5 },
    ],
    [
      { x: 6, y: 1 },
      { x: 1, y: 6.5 },
    ],
  ],
  returned: [
    [
      { x: 3, y: 1 },
      { x: 0.5, y: 3.5 },
      { x: 3, y: 6 },
    ],
    [
      { x: 0.5, y: 3.5 },
      { x: 6.5, y: 3.5 },
    ],
  ],
  none: [
    [
      { x: 1, y: 4 },
      { x: 6, y: 4 },
    ],
  ],
};

/** A mark drawn in front of words: the font has no ✓, ✗ or arrows. */
export function marked(mark: Mark, words: Content): Content {
  return {
    columns: [
      {
        width: 10,
        canvas: strokes[mark].map((points) => ({
          type: "polyline" as const,
          // Copied, because pdfmake moves the points that it is given.
          points: points.map((point) => ({ ...point })),
          lineWidth: 1.1,
          lineColor: "black",
        })),
        margin: [0, 1, 0, 0],
      },
      { width: "*", stack: [words] },
    ],
  };
}
