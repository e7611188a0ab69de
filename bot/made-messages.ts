/** Messages whose file is made when they are sent, by what an outbox row of the method `made` names. */
import { z } from "zod";
import type { RegistryFilter } from "../db/registry-pages.ts";
import { registryFilterSchema } from "../db/registry-screens.ts";
import { dealById } from "../db/deals.ts";
import type { Span } from "../db/day-entries.ts";
import { enqueue, type Lane } from "../db/outbox.ts";
import type { Tx } from "../db/write.ts";
import { localDate } from "../flows/company/calendar.ts";
import { id, units, type DealId, type Instant, type PersonId, type RequestId } from "../flows/ids.ts";
import type { CurrencyCode } from "../flows/payments/deal.ts";
import { registryFormats, type RegistryFormat } from "./button-fields.ts";
import { zoneOf } from "./delivery/silence.ts";
import { dayPapers } from "./accounting/day-papers.ts";
import { dayRegister } from "./accounting/day-register.ts";
import type { MadeMessage, PaperOf, Reader } from "./delivery/wording.ts";
import { dealPicture } from "./payments/deal-screen.ts";
import { registryFile } from "./registry/registry-file.ts";
import { reportPicture } from "./reports/report-picture.ts";
import { reportFor, type ReportAsked } from "./reports/report-scope.ts";
import { reportSheet } from "./reports/report-sheet.ts";
import { wordsIn } from "./texts.ts";

const asked = {
  from: z.iso.date(),
  to: z.iso.date(),
  /** One of the managers; absent: all whom the reader may see. */
  manager: z
    .string()
    .transform((text) => id<PersonId>(text))
    .optional(),
};
const moment = z
  .number()
  .int()
  .transform((at) => units<Instant>(at));
const span = { from: moment, to: moment };
const paperOf = z.strictObject({
  request: z
    .number()
    .int()
    .transform((request) => units<RequestId>(request)),
  document: z.string(),
});
const schema = z.discriminatedUnion("what", [
  z.strictObject({ what: z.literal("report-picture"), ...asked, currency: z.enum(["RUB", "UAH"]) }),
  z.strictObject({ what: z.literal("report-sheet"), ...asked }),
  z.strictObject({ what: z.literal("deal"), deal: z.number().int() }),
  z.strictObject({ what: z.literal("day-register"), ...span }),
  z.strictObject({ what: z.literal("day-papers"), ...span, papers: z.array(paperOf) }),
  z.strictObject({
    what: z.literal("registry"),
    format: z.enum(registryFormats),
    filter: registryFilterSchema,
  }),
]);

export type MadeRow =
  | (ReportAsked & { readonly what: "report-picture"; readonly currency: CurrencyCode })
  | (ReportAsked & { readonly what: "report-sheet" })
  | { readonly what: "deal"; readonly deal: DealId }
  | (Span & { readonly what: "day-register" })
  | (Span & { readonly what: "day-papers"; readonly papers: readonly PaperOf[] })
  | { readonly what: "registry"; readonly format: RegistryFormat; readonly filter: RegistryFilter };

/** Puts such a message into the outbox of this transaction. False: its key was written before. */
export function enqueueMade(
  tx: Tx,
  row: {
    readonly chat: number;
    readonly lane: Lane;
    readonly made: MadeRow;
    readonly key?: string;
    readonly at: Instant;
  },
): boolean {
  const { made, ...rest } = row;
  return enqueue(tx, { ...rest, method: "made", payload: made }) !== undefined;
}

/** What it shows now, to this reader; undefined: there is nothing to show any more. */
export function madeMessage(payload: unknown, of: Reader): MadeMessage | undefined {
  const row = schema.parse(payload);
  switch (row.what) {
    case "deal": {
      const deal = dealById(of.store, units<DealId>(row.deal));
      return deal && dealPicture(deal, of);
    }
    case "day-register":
      return dayRegister(row, of);
    case "day-papers":
      return dayPapers(row, row.papers, of);
    case "registry":
      return registryFile(row.format, row.filter as RegistryFilter, of); // the brands exist at compile time only
    default:
      return reportMessage(row, of);
  }
}

function reportMessage(
  { manager, ...row }: Extract<z.infer<typeof schema>, { what: "report-picture" | "report-sheet" }>,
  { store, company, person, now }: Reader,
): MadeMessage | undefined {
  const period = { from: row.from, to: row.to };
  const whose = manager !== undefined && { manager };
  const today = localDate(now, zoneOf(company, person));
  const report = reportFor(store, company, person.id, { ...period, ...whose }, today);
  const reader = { company, words: wordsIn(person.language), language: person.language };
  switch (row.what) {
    case "report-picture":
      return reportPicture(report, period, row.currency, reader);
    case "report-sheet":
      return reportSheet(report, period, reader);
  }
}
