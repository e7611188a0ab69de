/** What the printer's two halves say to each other. */
import { z } from "zod";
import type { Paper } from "../../flows/documents/paper.ts";
import type { SheetTable } from "../sheets/table.ts";
import type { ChartSpec } from "./chart-spec.ts";

const photoFormats = ["jpeg", "png", "webp"] as const;
export type PhotoFormat = (typeof photoFormats)[number];
const photoRefusals = ["not-an-image", "damaged", "too-many-pixels", "animated"] as const;
export type PhotoRefusal = (typeof photoRefusals)[number];
const pdfRefusals = ["not-a-pdf", "password", "damaged"] as const;
export type PdfRefusal = (typeof pdfRefusals)[number];

export type PrinterJob =
  /** `photos`: absolute paths by hash. */
  | { readonly kind: "print"; readonly paper: Paper; readonly photos: Readonly<Record<string, string>> }
  | { readonly kind: "check-photo"; readonly path: string }
  | { readonly kind: "clean-photo"; readonly path: string }
  | { readonly kind: "first-page"; readonly path: string }
  | { readonly kind: "chart"; readonly spec: ChartSpec }
  | { readonly kind: "sheet"; readonly table: SheetTable; readonly format: SheetFormat };

/** A workbook, or CSV for other programs. */
export type SheetFormat = "xlsx" | "csv";

const refused = z.object({ refused: z.enum(photoRefusals) });
const bytes = z.instanceof(Uint8Array);
const pixels = z.int().positive();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What comes back, by kind of job. Parsed, since the child has looked at pictures that strangers sent. */
export const jobResults = {
  print: bytes,
  "check-photo": z.union([
    refused,
    z.object({ width: pixels, height: pixels, format: z.enum(photoFormats), bytes: pixels, sha256 }),
  ]),
  "clean-photo": z.union([refused, z.object({ jpeg: bytes, width: pixels, height: pixels, sha256 })]),
  "first-page": z.union([
    z.object({ refused: z.enum(pdfRefusals) }),
    z.object({ jpeg: bytes, width: pixels, height: pixels }),
  ]),
  chart: bytes,
  sheet: bytes,
} as const;

/** Width and height in pixels, as it is seen upright. */
export type PhotoCheck = z.infer<(typeof jobResults)["check-photo"]>;
export type CleanPhoto = z.infer<(typeof jobResults)["clean-photo"]>;
export type FirstPage = z.infer<(typeof jobResults)["first-page"]>;

/** `ready` comes once, when the child has loaded; then one answer a job. */
export const childMessage = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ result: z.unknown() }),
  z.object({ error: z.string() }),
]);
export type ChildMessage = z.infer<typeof childMessage>;
