/** Shelves of the registry: requests of one place, process, stage and standing, which the same people see by right. */
import type { Company } from "../flows/company/company.ts";
import { isActive } from "../flows/company/directory.ts";
import { seesAllOf } from "../flows/company/rights.ts";
import { takesPapers } from "../flows/engine/paper-takers.ts";
import type { Request } from "../flows/engine/request.ts";
import type { DepartmentId, PersonId, ProcessId, StageId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { loadProcess } from "./processes.ts";
import { insert, one, rows } from "./rows.ts";
import type { shelfStatuses } from "./schema.ts";
import type { Tx } from "./write.ts";

export type ShelfStatus = (typeof shelfStatuses)[number];
export interface Shelf {
  readonly id: number;
  readonly place: DepartmentId;
  readonly process: ProcessId;
  readonly processVersion: number;
  readonly stage: StageId;
  readonly status: ShelfStatus;
  /** 1: papers were issued. */
  readonly papers: 0 | 1;
}

/** The shelf on which a request stands now; made when it is the first there. */
export function shelfOf(tx: Tx, request: Request): number {
  const of = [
    request.place,
    request.process,
    request.processVersion,
    request.stage,
    request.status === "held" ? "open" : request.status,
    request.papers.length > 0 ? 1 : 0,
  ];
  const found = one<{ id: number }>(
    tx,
    `SELECT id FROM registry_shelves
     WHERE place = ? AND process = ? AND process_version = ? AND stage = ? AND status = ? AND papers = ?`,
    ...of,
  );
  return (
    found?.id ??
    insert(
      tx,
      "INSERT INTO registry_shelves (place, process, process_version, stage, status, papers) VALUES (?, ?, ?, ?, ?, ?)",
      ...of,
    )
  );
}

/** What a person may see of the registry. */
export interface Sight {
  readonly person: PersonId;
  /** Shelves of which he sees everything, by right. */
  readonly whole: readonly Shelf[];
  /** The others: there he sees what he is concerned with (`participants`). */
  readonly own: readonly Shelf[];
}

/** The same rule that decides whether he may open a card (bot/cards/case.ts), asked once per shelf instead of per request. */
export function sightOf(store: Store, company: Company, person: PersonId): Sight {
  if (!isActive(company, person)) return { person, whole: [], own: [] };
  const all = rows<Shelf>(
    store,
    "SELECT id, place, process, process_version AS processVersion, stage, status, papers FROM registry_shelves",
  );
  const known = new Map<string, boolean>();
  const byPlace = ({ place, process, processVersion }: Shelf): boolean => {
    const key = `${place} ${process} ${processVersion}`;
    const { filedBy } = loadProcess(store, process, processVersion);
    const sees = known.get(key) ?? seesAllOf(company, person, { place, filedBy });
    known.set(key, sees);
    return sees;
  };
  const byPapers = (shelf: Shelf): boolean =>
    shelf.papers === 1 &&
    shelf.status === "ended" &&
    takesPapers(company, person, {
      process: loadProcess(store, shelf.process, shelf.processVersion),
      stage: shelf.stage,
      place: shelf.place,
    });
  const isWhole = (shelf: Shelf): boolean => byPlace(shelf) || byPapers(shelf);
  const whole = all.filter(isWhole);
  const seen = new Set(whole);
  return { person, whole, own: all.filter((shelf) => !seen.has(shelf)) };
}
