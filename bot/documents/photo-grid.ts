/** Photos of an annex, two in a row, each with its caption. */
import type { Column, Content } from "pdfmake/interfaces.js";
import type { Part } from "../../flows/documents/parts.ts";
import { sizes } from "./text-style.ts";

type Photos = Extract<Part, { kind: "photos" }>;

/** Points; two rows fit on a page below its title. */
const pictureHeight = 285;
const gap = 14;

/** `shown`: the hashes of photos whose pictures can be drawn; the others are framed blanks that say so. */
export function photoGrid({ photos, missing }: Photos, width: number, shown: ReadonlySet<string>): Content {
  const pictureWidth = (width - gap) / 2;
  const one = (photo: Photos["photos"][number]): Column => ({
    width: pictureWidth,
    stack: [
      shown.has(photo.hash)
        ? { image: photo.hash, fit: [pictureWidth, pictureHeight], alignment: "center" }
        : framedBlank(missing, pictureWidth),
      ...photo.caption.map((text) => ({ text, fontSize: sizes.small })),
    ],
  });
  const rows = Array.from({ length: Math.ceil(photos.length / 2) }, (_, row) =>
    photos.slice(2 * row, 2 * row + 2),
  );
  return {
    stack: rows.map((row) => ({
      columns: row.map(one),
      columnGap: gap,
      unbreakable: true,
      margin: [0, 6, 0, 8] as [number, number, number, number],
    })),
  };
}

function framedBlank(text: string, width: number): Content {
  return {
    table: {
      widths: [width - 12],
      heights: [90],
      body: [[{ text, alignment: "center", verticalAlignment: "middle" }]],
    },
  };
}
