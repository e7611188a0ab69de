/** How much a store has filed lately, beside the network of its country: sums per day, kept in the same commit as the requests. */
import type { Company, Country } from "../flows/company/company.ts";
import { countryOf } from "../flows/company/places.ts";
import { totalOf } from "../flows/engine/answers.ts";
import { finalStage, type Process } from "../flows/engine/process.ts";
import type { Request } from "../flows/engine/request.ts";
import { units, type DepartmentId, type Instant, type Minor, type ProcessId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, one } from "./rows.ts";
import type { Tx } from "./write.ts";

const dayMs = 86_400_000;
/** The row of all stores of a country together: sums in one currency. No place is called so. */
const everyPlaceOf = (country: Country): string => `*${country}`;

export interface PlaceStatistics {
  /** Requests filed by the place, without those rejected or withdrawn, and their sum. */
  readonly count: number;
  readonly total: Minor;
  /** Sum per store of the network, in the same currency. */
  readonly average: Minor;
}

/** What was filed since an instant (from the start of its UTC day). `stores`: how many the network has in that country. */
export function placeStatistics(
  store: Store,
  of: {
    readonly process: ProcessId;
    readonly place: DepartmentId;
    readonly country: Country;
    readonly since: Instant;
    readonly stores: number;
  },
): PlaceStatistics {
  const place = sums(store, of.process, of.place, of.since);
  const network = sums(store, of.process, everyPlaceOf(of.country), of.since);
  return {
    count: place.count,
    total: units<Minor>(place.total),
    average: units<Minor>(Math.round(network.total / Math.max(of.stores, 1))),
  };
}

function sums(
  store: Store,
  process: ProcessId,
  place: string,
  since: Instant,
): { count: number; total: number } {
  const found = one<{ count: number; total: number }>(
    store,
    `SELECT coalesce(sum(count), 0) AS count, coalesce(sum(total), 0) AS total FROM filings
     WHERE process = ? AND place = ? AND day >= ?`,
    process,
    place,
    Math.floor(since / dayMs),
  );
  return found ?? { count: 0, total: 0 };
}

/** Counts a request in, corrects its sum, or takes it out when it was rejected or withdrawn. */
export function keepStatistics(
  tx: Tx,
  process: Process,
  before: Request | undefined,
  after: Request,
  company: Company,
): void {
  const had = before === undefined ? undefined : counted(process, before);
  const has = counted(process, after);
  const count = (has === undefined ? 0 : 1) - (had === undefined ? 0 : 1);
  const total = (has ?? 0) - (had ?? 0);
  if (count === 0 && total === 0) return;
  for (const place of [after.place, everyPlaceOf(countryOf(company, after.place))])
    change(
      tx,
      `INSERT INTO filings (process, place, day, count, total) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (process, place, day) DO UPDATE SET count = count + excluded.count, total = total + excluded.total`,
      after.process,
      place,
      Math.floor(after.filedAt / dayMs),
      count,
      total,
    );
}

function counted(process: Process, request: Request): Minor | undefined {
  if (request.status === "withdrawn") return undefined;
  if (request.status === "ended" && finalStage(process, request.stage)?.outcome === "negative")
    return undefined;
  return totalOf(request.answers).total;
}
