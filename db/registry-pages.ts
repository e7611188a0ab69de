/** Pages, counts and search of the registry: what a person may see is asked inside every query, before anything is limited. */
import { ftsQuery, queryTokens } from "../flows/goods/search.ts";
import { units, type ProcessId, type RequestId, type StageId, type SupplierId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import type { Shelf, ShelfStatus, Sight } from "./registry-shelves.ts";
import { personWord, placeWord } from "./registry.ts";
import { one, rows, type Value } from "./rows.ts";

/** What is wanted of the registry; absent: all of it. Dates are calendar dates on the clock of each place, both included. */
export interface RegistryFilter {
  readonly process?: ProcessId;
  readonly stage?: StageId;
  /** Beside a stage: that stage itself, without what was sent back or taken back in it. */
  readonly status?: ShelfStatus;
  readonly supplier?: SupplierId;
  readonly from?: string;
  readonly to?: string;
  /** Typed words or a number. */
  readonly words?: string;
  /** The words as they are, not as beginnings of others: № 17 without 170. */
  readonly whole?: boolean;
}

/** Counted up to here; more is shown as "1000+". */
export const registryCountMax = 1000;
const [ever, never] = ["0000-00-00", "9999-99-99"];
const newest = Number.MAX_SAFE_INTEGER;

interface Found {
  readonly request: RequestId;
  readonly filedOn: string;
}
/** The next page begins before this one. */
interface Page {
  readonly before?: RequestId;
  readonly limit: number;
}

/** The numbers of requests that fit, newest first. */
export function registryPage(
  store: Store,
  sight: Sight,
  filter: RegistryFilter,
  page: Page,
): readonly RequestId[] {
  const seen = narrowed(sight, filter);
  if (filter.words !== undefined) return searched(store, seen, filter, page);
  const ranges = [
    isEverything(seen, filter) ? everything : rangesOf("registry", seen.whole, filter),
    rangesOf("participants", seen.own, filter, sight.person),
  ].flatMap((range) => range ?? []);
  const upTo = position(store, page.before) ?? { filedOn: filter.to ?? never, request: newest };
  return ranges
    .flatMap(({ pageSql, values }) =>
      rows<Found>(
        store,
        pageSql,
        ...values,
        filter.from ?? ever,
        upTo.filedOn,
        upTo.request,
        page.limit,
        page.limit,
      ),
    )
    .toSorted((a, b) => (a.filedOn === b.filedOn ? b.request - a.request : a.filedOn < b.filedOn ? 1 : -1))
    .slice(0, page.limit)
    .map((found) => found.request);
}

/** How many fit, counted up to `registryCountMax` + 1. */
export function registryCount(store: Store, sight: Sight, filter: RegistryFilter): number {
  const seen = narrowed(sight, filter);
  const most = registryCountMax + 1;
  if (filter.words !== undefined) return searched(store, seen, filter, { limit: most }).length;
  const ranges = [
    rangesOf("registry", seen.whole, filter),
    rangesOf("participants", seen.own, filter, sight.person),
  ].flatMap((range) => range ?? []);
  const sum = ranges.reduce(
    (all, { countSql, values }) =>
      all +
      (one<{ n: number }>(store, countSql, ...values, filter.from ?? ever, filter.to ?? never, most)?.n ?? 0),
    0,
  );
  return Math.min(sum, most);
}

/** Of what a person sees, only the shelves that answer the filter. */
export function narrowed(
  { person, whole, own }: Sight,
  { process, stage, status }: Pick<RegistryFilter, "process" | "stage" | "status">,
): Sight {
  const fits = (shelf: Shelf): boolean =>
    (process === undefined || shelf.process === process) &&
    (stage === undefined || shelf.stage === stage) &&
    (status === undefined
      ? stage === undefined || shelf.status === "open" || shelf.status === "ended"
      : shelf.status === status);
  return { person, whole: whole.filter(fits), own: own.filter(fits) };
}

function position(store: Store, before: RequestId | undefined): Found | undefined {
  if (before === undefined) return undefined;
  return one<Found>(store, "SELECT request, filed_on AS filedOn FROM registry WHERE request = ?", before);
}

interface Range {
  /** To be followed by the first day, the position before which the page begins, and twice its length. */
  readonly pageSql: string;
  /** To be followed by the first day, the last, and the most. */
  readonly countSql: string;
  readonly values: readonly Value[];
}

/** Who sees every shelf and wants no part of it reads the index of days: no look at each shelf. */
const isEverything = ({ whole, own }: Sight, { process, stage, status, supplier }: RegistryFilter): boolean =>
  whole.length > 0 &&
  own.length === 0 &&
  [process, stage, status, supplier].every((part) => part === undefined);
const everything: Pick<Range, "pageSql" | "values"> = {
  pageSql: `SELECT request, filed_on AS filedOn FROM registry INDEXED BY registry_day
    WHERE filed_on >= ? AND (filed_on, request) < (?, ?) ORDER BY filed_on DESC, request DESC LIMIT min(?, ?)`,
  values: [],
};

/** A few rows of each shelf's range of an index, the newest of them put together; undefined: no shelf comes into question. */
function rangesOf(
  table: "registry" | "participants",
  shelves: readonly Shelf[],
  { supplier }: RegistryFilter,
  person?: Sight["person"],
): Range | undefined {
  if (shelves.length === 0) return undefined;
  const index = `${table}_${supplier === undefined ? "shelf" : "supplier"}`;
  const whose = [
    ...(person === undefined ? [] : ["one.person = ?"]),
    ...(supplier === undefined ? [] : ["one.supplier = ?"]),
    "one.shelf = shelves.value",
    "one.filed_on >= ?",
  ].join(" AND ");
  return {
    pageSql: `SELECT registry.request, registry.filed_on AS filedOn
      FROM json_each(?) AS shelves CROSS JOIN registry ON registry.request IN (
        SELECT one.request FROM ${table} AS one INDEXED BY ${index}
        WHERE ${whose} AND (one.filed_on, one.request) < (?, ?)
        ORDER BY one.filed_on DESC, one.request DESC LIMIT ?)
      ORDER BY registry.filed_on DESC, registry.request DESC LIMIT ?`,
    countSql: `SELECT count(*) AS n FROM (
        SELECT 1 FROM json_each(?) AS shelves CROSS JOIN ${table} AS one INDEXED BY ${index}
        WHERE ${whose} AND one.filed_on <= ? LIMIT ?)`,
    values: [
      JSON.stringify(shelves.map((shelf) => shelf.id)),
      ...(person === undefined ? [] : [person]),
      ...(supplier === undefined ? [] : [supplier]),
    ],
  };
}

/** By words: the full-text index narrows them to his places and himself, the shelf decides. */
function searched(
  store: Store,
  { person, whole, own }: Sight,
  filter: RegistryFilter,
  page: Page,
): readonly RequestId[] {
  const typed = filter.words ?? "";
  const asked = filter.whole === true ? wholeWords(typed) : ftsQuery(typed);
  if (asked === undefined || whole.length + own.length === 0) return [];
  const places = [...new Set(whole.map((shelf) => shelf.place))].map(placeWord);
  const who = [...places, ...(own.length === 0 ? [] : [personWord(person)])].map((word) => `"${word}"`);
  return rows<{ request: RequestId }>(
    store,
    `SELECT registry.request FROM registry_search CROSS JOIN registry ON registry.request = registry_search.rowid
     WHERE registry_search MATCH ? AND registry_search.rowid < ? AND registry.filed_on >= ? AND registry.filed_on <= ?
       AND (? IS NULL OR registry.supplier = ?)
       AND (registry.shelf IN (SELECT value FROM json_each(?))
         OR registry.shelf IN (SELECT value FROM json_each(?)) AND EXISTS (
           SELECT 1 FROM participants WHERE participants.request = registry.request AND participants.person = ?))
     ORDER BY registry_search.rowid DESC LIMIT ?`,
    own.length === 0 ? `search : (${asked})` : `search : (${asked}) AND who : (${who.join(" OR ")})`,
    page.before ?? newest,
    filter.from ?? ever,
    filter.to ?? never,
    filter.supplier,
    filter.supplier,
    JSON.stringify(whole.map((shelf) => shelf.id)),
    JSON.stringify(own.map((shelf) => shelf.id)),
    person,
    page.limit,
  ).map((found) => units<RequestId>(found.request));
}

function wholeWords(text: string): string | undefined {
  const tokens = queryTokens(text);
  return tokens.length === 0 ? undefined : tokens.map((token) => `"${token}"`).join(" ");
}
