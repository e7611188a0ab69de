/** The day's register: invoices taken, paid and closed, papers issued, in the order in which it happened. */
import { dayEntries, type DayEntry, type Span } from "../../db/day-entries.ts";
import { papersOf } from "../../db/papers.ts";
import { localTime } from "../../flows/company/calendar.ts";
import { countryOf, departmentOf, entityOf } from "../../flows/company/places.ts";
import { totalOf } from "../../flows/engine/answers.ts";
import { currencyOf } from "../../flows/goods/money.ts";
import { invoiceOf } from "../../flows/invoices/invoice.ts";
import { units, type Minor } from "../../flows/ids.ts";
import { caseFor, type Case } from "../cards/case.ts";
import { nameOf, placesMoney } from "../cards/place.ts";
import { line } from "../cards/shown-text.ts";
import { plainText } from "../delivery/message.ts";
import type { MadeMessage, Reader } from "../delivery/wording.ts";
import type { Cell, Column, SheetTable } from "../sheets/table.ts";
import { wordsIn } from "../texts.ts";
import { dayOf, dayStamp } from "./day-words.ts";

/** Entries of a day that are told at all: more are no register that anybody reads. */
export const entriesMax = 5_000;

/** An entry with its case, which the reader may see. */
interface Told {
  readonly entry: DayEntry;
  readonly found: Case;
}

/** The register for one reader; undefined: nothing happened that is his to know. */
export function dayRegister(span: Span, of: Reader): MadeMessage | undefined {
  const { store, company, person } = of;
  const entries = dayEntries(store, span, entriesMax + 1);
  const told = entries.slice(0, entriesMax).flatMap((entry): Told[] => {
    const found = caseFor(store, company, person.id, entry.request);
    return found === undefined ? [] : [{ entry, found }];
  });
  if (told.length === 0) return undefined;
  const words = wordsIn(person.language);
  const counted = (kind: DayEntry["kind"]): number => told.filter(({ entry }) => entry.kind === kind).length;
  const paid = told.map((one) => ({ place: one.found.request.place, total: units<Minor>(paidBy(one) ?? 0) }));
  const more = entries.length > entriesMax ? [words("books-register-more", { count: entriesMax })] : [];
  const summary = words("books-register", {
    day: line(dayOf(span, of), 40),
    taken: counted("taken"),
    paid: counted("paid"),
    sum: placesMoney(
      company,
      paid.filter(({ total }) => total !== 0),
      person.language,
    ),
    closed: counted("closed"),
    papers: counted("paper"),
  });
  const caption = [summary, ...more].join("\n");
  return {
    making: { kind: "sheet", format: "xlsx", table: tableOf(told, span, of) },
    fileName: `${words("books-register-file")} ${dayStamp(span, of)}.xlsx`,
    caption,
    otherwise: `${caption}\n${words("books-no-sheet")}`,
  };
}

/** Minor units that an entry paid; below zero: taken back. Undefined: it is about no payment. */
function paidBy({ entry, found }: Told): number | undefined {
  if (entry.kind !== "paid" && entry.kind !== "unpaid") return undefined;
  const sum: number | undefined = found.request.paid?.find((one) => one.n === entry.n)?.sum;
  return sum === undefined || entry.kind === "paid" ? sum : -sum;
}

const columns = [
  ["time", "text", 8],
  ["what", "text", 22],
  ["request", "text", 8],
  ["title", "text", 22],
  ["paper", "text", 18],
  ["supplier", "text", 30],
  ["total", "money", 15],
  ["paid", "money", 15],
  ["currency", "text", 9],
  ["order", "text", 12],
  ["paid-on", "date", 12],
  ["who", "text", 24],
] as const satisfies readonly (readonly [string, Column["kind"], number])[];

function tableOf(told: readonly Told[], span: Span, of: Reader): SheetTable {
  const words = wordsIn(of.person.language);
  return {
    name: `${words("books-register-file")} ${dayStamp(span, of)}`,
    columns: columns.map(([name, kind, width]) => ({
      title: words(`books-column-${name}`),
      kind,
      width,
    })),
    rows: told.map((one) => rowOf(one, of)),
    totals: totalsOf(told, of),
  };
}

const currencyAt = ({ found }: Told, { company }: Reader): "RUB" | "UAH" =>
  currencyOf(countryOf(company, found.request.place)).code;

function rowOf(one: Told, of: Reader): Cell[] {
  const { company, person, store } = of;
  const { entry, found } = one;
  const { request, process } = found;
  const words = wordsIn(person.language);
  const entity =
    departmentOf(company, request.place) === undefined
      ? company.entities[0]
      : entityOf(company, request.place);
  const supplier = Object.values(request.answers).find((answer) => answer.kind === "supplier");
  const payment = request.paid?.find((paid) => paid.n === entry.n);
  const issued = papersOf(store, request.id).find((paper) => paper.document === entry.document);
  return [
    localTime(entry.at, entity?.timeZone ?? "UTC"),
    words("books-entry", { kind: entry.kind }),
    String(request.id),
    process.title[person.language],
    issued?.number ?? invoiceOf(request.answers, "2000-01-01")?.number ?? null,
    supplier?.supplier.name ?? null,
    totalOf(request.answers).total,
    paidBy(one) ?? null,
    currencyAt(one, of),
    payment?.order ?? null,
    payment?.date ?? null,
    entry.person === undefined ? null : plainText(nameOf(company, entry.person)),
  ];
}

/** What was paid, by currency. */
function totalsOf(told: readonly Told[], of: Reader): Cell[][] {
  const words = wordsIn(of.person.language);
  return (["RUB", "UAH"] as const).flatMap((currency): Cell[][] => {
    const paid = told.filter((one) => currencyAt(one, of) === currency).flatMap((one) => paidBy(one) ?? []);
    if (paid.length === 0) return [];
    const sum = paid.reduce((all, one) => all + one, 0);
    return [[words("books-total"), null, null, null, null, null, null, sum, currency, null, null, null]];
  });
}
