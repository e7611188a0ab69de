/** Printed documents as PDF: parts of the forms become pdfmake's, in PT Sans, with nothing read from outside. */
import pdfmake from "pdfmake";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { PrintedDocument } from "../../flows/documents/document.ts";
import type { Part, Sheet } from "../../flows/documents/parts.ts";
import { fontFolder, ptSans } from "./font-files.ts";
import { codesBox, framedTable, numberedTitle } from "./framed-table.ts";
import { photoGrid } from "./photo-grid.ts";
import { ruledLine } from "./ruled-line.ts";
import { inlines, sizes } from "./text-style.ts";

/** JPEG bytes by the hash of the photo; a photo that isn't there is printed as a framed blank. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

pdfmake.setFonts({ PTSans: ptSans });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontFolder));

/** Points: left, top, right, bottom. The left is the wider one, for the binder. */
const margins = { portrait: [45, 30, 30, 36], landscape: [36, 22, 30, 30] } as const;
const a4 = { short: 595.28, long: 841.89 };

function widthOf({ orientation }: Sheet): number {
  const [left, , right] = margins[orientation];
  return (orientation === "portrait" ? a4.short : a4.long) - left - right;
}

/** Same document and pictures, same bytes: the dates come from the paper, not from the clock. */
export async function pdf(document: PrintedDocument, pictures: Pictures): Promise<Uint8Array> {
  return new Uint8Array(await pdfmake.createPdf(definition(document, pictures)).getBuffer());
}

function definition(document: PrintedDocument, pictures: Pictures): TDocumentDefinitions {
  const issued = new Date(document.issuedAt);
  return {
    content: document.sheets.flatMap((sheet, at) =>
      sheet.below === true ? [] : [section(sheet, document.sheets.slice(at + 1), pictures)],
    ),
    defaultStyle: { font: "PTSans", fontSize: sizes.normal },
    pageSize: "A4",
    language: document.language,
    displayTitle: true,
    images: Object.fromEntries(
      [...pictures].map(([hash, jpeg]) => [
        hash,
        `data:image/jpeg;base64,${Buffer.from(jpeg).toString("base64")}`,
      ]),
    ),
    info: {
      title: document.title,
      author: document.author,
      creator: "Countersign",
      producer: "Countersign",
      creationDate: issued,
      modDate: issued,
    },
    footer: (page, count, size) => ({
      columns: [{ text: document.foot }, { text: document.pageOf(page, count), alignment: "right" }],
      margin: [margins[size.orientation][0], 8, margins[size.orientation][2], 0],
      fontSize: sizes.hint,
      color: "#444444",
    }),
  };
}

/** A sheet and those that go on below it, on pages of their own. */
function section(sheet: Sheet, next: readonly Sheet[], pictures: Pictures): Content {
  const apart = next.findIndex((other) => other.below !== true);
  const below = next.slice(0, apart === -1 ? next.length : apart);
  return {
    section: [sheet, ...below].map((one) => ({ stack: parts(one.parts, widthOf(one), pictures) })),
    pageOrientation: sheet.orientation,
    pageMargins: [...margins[sheet.orientation]],
  };
}

/** What can't be torn must fit on a page, or pdfmake would drop the rest of it: signatures of a dozen people do, characters of their parts. */
const togetherMax = 4500;

function parts(of: readonly Part[], width: number, pictures: Pictures): Content[] {
  return of.map((part) => content(part, width, pictures));
}

function content(part: Part, width: number, pictures: Pictures): Content {
  switch (part.kind) {
    case "paragraph":
      return {
        stack: [inlines(part.text, part.bold)],
        fontSize: sizes[part.size ?? "normal"],
        alignment: part.align ?? "left",
        margin: [0, 1, 0, 2],
      };
    case "line":
      return ruledLine(part.cells, width);
    case "codes":
      return codesBox(part, width);
    case "numbered-title":
      return numberedTitle(part, width);
    case "table":
      return framedTable(part, width);
    case "columns":
      return {
        columns: part.columns.map((column) => ({
          width: column.share * width,
          stack: parts(column.parts, column.share * width, pictures),
        })),
      };
    case "together":
      return {
        stack: parts(part.parts, width, pictures),
        unbreakable: JSON.stringify(part.parts).length < togetherMax,
      };
    case "gap":
      return { text: " ", fontSize: sizes.hint };
    case "new-page":
      return { text: "", pageBreak: "after", fontSize: 1 };
    case "photos":
      return photoGrid(part, width, new Set(pictures.keys()));
  }
}
