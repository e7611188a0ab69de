/** What a decision may know besides the request: a clock reading, the company, the next free numbers. Nothing live. */
import type { Company } from "../company/company.ts";
import type { EntityId, Instant, RequestId } from "../ids.ts";

export interface Context {
  readonly now: Instant;
  readonly company: Company;
  /** The version of the process that a new request is pinned to (D22). */
  readonly processVersion: number;
  /** The number that a new request gets. */
  readonly newId: RequestId;
  /** Next free serial of each series of papers that may be issued now, by `serialKey`. */
  readonly serials: Readonly<Record<string, number>>;
  /** SHA-256 of a text, lower-case hex: `flows` has no cryptography of its own. */
  readonly hash: (text: string) => string;
}

/** A row of numbers without gaps: one per entity, series and year (domain 5). */
export interface Series {
  readonly entity: EntityId;
  readonly series: string;
  readonly year: number;
}
export const serialKey = (of: Series): string => `${of.entity}:${of.series}:${of.year}`;
