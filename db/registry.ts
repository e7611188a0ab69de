/** Keeps the registry in step with each request: what it is filtered and found by, in the same commit (S3.8). */
import { localDate } from "../flows/company/calendar.ts";
import type { Company } from "../flows/company/company.ts";
import { departmentOf, timeZoneOf } from "../flows/company/places.ts";
import { totalOf } from "../flows/engine/answers.ts";
import { finalStage, type Process } from "../flows/engine/process.ts";
import { supplierOf, wordsOfRequest } from "../flows/engine/registry-words.ts";
import type { Request } from "../flows/engine/request.ts";
import type { DepartmentId, Minor, PersonId, SupplierId } from "../flows/ids.ts";
import { shelfOf } from "./registry-shelves.ts";
import { change, one, rows } from "./rows.ts";
import { countSupplier, everybody, type Counted } from "./supplier-counts.ts";
import { supplier as supplierById } from "./suppliers.ts";
import type { Tx } from "./write.ts";

interface Row {
  readonly shelf: number;
  readonly filedOn: string;
  readonly supplier?: SupplierId;
  readonly rework: number;
  readonly rejected: 0 | 1;
  readonly total: Minor;
  readonly search: string;
  readonly who: string;
}

/** @param before spares making the words anew where nothing of them changed; undefined: they are made */
export function keepRegistry(
  tx: Tx,
  process: Process,
  before: Request | undefined,
  request: Request,
  company: Company,
): void {
  const had = one<Row>(
    tx,
    `SELECT shelf, filed_on AS filedOn, supplier, rework, rejected, total, search, who FROM registry WHERE request = ?`,
    request.id,
  );
  const people = rows<{ person: PersonId; shelf?: number }>(
    tx,
    "SELECT person, shelf FROM participants WHERE request = ? ORDER BY person",
    request.id,
  );
  const everyone = people.map((one_) => one_.person);
  const sameWords = had !== undefined && before !== undefined && saysTheSame(before, request);
  const has = rowOf(tx, process, request, company, {
    who: whoOf(request.place, everyone),
    ...(sameWords && { search: had.search }),
  });
  if (had !== undefined && isSame(had, has) && people.every((one_) => one_.shelf !== undefined)) return;
  write(tx, request, has);
  const known = people.filter((one_) => one_.shelf !== undefined).map((one_) => one_.person);
  if (had !== undefined) count(tx, [everybody, ...known], had, -1);
  count(tx, [everybody, ...everyone], has, 1);
}

const saysTheSame = (before: Request, after: Request): boolean =>
  before.answers === after.answers && before.papers === after.papers;
const isSame = (one_: Row, other: Row): boolean =>
  one_.shelf === other.shelf &&
  one_.filedOn === other.filedOn &&
  one_.supplier === other.supplier &&
  one_.rework === other.rework &&
  one_.rejected === other.rejected &&
  one_.total === other.total &&
  one_.search === other.search &&
  one_.who === other.who;

function rowOf(
  tx: Tx,
  process: Process,
  request: Request,
  company: Company,
  { who, search }: { readonly who: string; readonly search?: string },
): Row {
  const supplier = supplierOf(request.answers);
  const rejected =
    request.status === "ended" && finalStage(process, request.stage)?.outcome === "negative" ? 1 : 0;
  return {
    shelf: shelfOf(tx, request),
    filedOn: localDate(request.filedAt, zoneAt(company, request.place)),
    ...(supplier !== undefined && { supplier }),
    rework: request.round - 1 + (request.rework === undefined ? 0 : 1),
    rejected,
    total: totalOf(request.answers).total,
    search: search ?? wordsOfRequest(request, supplier && supplierById(tx, supplier)?.inn),
    who,
  };
}

/** The clock of a place; of one that is gone: that of the company's first entity. */
function zoneAt(company: Company, place: DepartmentId): string {
  if (departmentOf(company, place) !== undefined) return timeZoneOf(company, place);
  return company.entities[0]?.timeZone ?? "Europe/Moscow";
}

/** A place or a person as a word of the full-text index, of letters and digits only. */
export const placeWord = (place: DepartmentId): string => `p${Buffer.from(place).toString("hex")}`;
export const personWord = (person: PersonId): string => `u${Buffer.from(person).toString("hex")}`;
const whoOf = (place: DepartmentId, people: readonly PersonId[]): string =>
  [placeWord(place), ...people.map(personWord)].join(" ");

function write(tx: Tx, request: Request, row: Row): void {
  change(
    tx,
    `INSERT INTO registry (request, shelf, filed_on, supplier, rework, rejected, total, search, who)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (request) DO UPDATE SET shelf = excluded.shelf, filed_on = excluded.filed_on,
       supplier = excluded.supplier, rework = excluded.rework, rejected = excluded.rejected,
       total = excluded.total, search = excluded.search, who = excluded.who`,
    request.id,
    row.shelf,
    row.filedOn,
    row.supplier,
    row.rework,
    row.rejected,
    row.total,
    row.search,
    row.who,
  );
  change(
    tx,
    `UPDATE participants SET shelf = ?, filed_on = ?, supplier = ?
     WHERE request = ? AND (shelf, filed_on, supplier) IS NOT (?, ?, ?)`,
    row.shelf,
    row.filedOn,
    row.supplier,
    request.id,
    row.shelf,
    row.filedOn,
    row.supplier,
  );
}

/** For everybody, and for each of these people. */
function count(tx: Tx, people: readonly PersonId[], row: Row, times: 1 | -1): void {
  const { supplier } = row;
  if (supplier === undefined) return;
  const counted: Counted = { ...row, supplier };
  countSupplier(tx, people, counted, times);
}
