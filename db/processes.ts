/** Processes with their versions: a running request keeps the version it started on (D22, F86). */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Process } from "../flows/engine/process.ts";
import { parseProcess } from "../flows/engine/process-schema.ts";
import type { Instant, ProcessId } from "../flows/ids.ts";
import { getMeta, setMeta } from "./meta.ts";
import type { Store } from "./open.ts";
import { change, one } from "./rows.ts";
import type { Tx } from "./write.ts";

export interface StoredProcess {
  readonly process: Process;
  readonly version: number;
  /** SHA-256 of the declaration: the first row of each request's log is bound to it. */
  readonly hash: string;
}

/** Declarations that were parsed, by hash: what a hash stands for never changes. */
const parsedByHash = new WeakMap<Store, Map<string, Process>>();

/** Stores each declaration whose content changed as the next version. They are the ones that can be filed from now on. */
export function storeProcesses(tx: Tx, processes: readonly Process[], now: Instant): void {
  for (const process of processes) {
    const declaration = JSON.stringify(process); // the order of stages and visas is part of what is declared
    const hash = createHash("sha256").update(declaration).digest("hex");
    const latest = latestRow(tx, process.id);
    if (latest?.hash === hash) continue;
    change(
      tx,
      "INSERT INTO processes (id, version, hash, declaration, stored_at) VALUES (?, ?, ?, ?, ?)",
      process.id,
      (latest?.version ?? 0) + 1,
      hash,
      declaration,
      now,
    );
  }
  setMeta(tx, "processes", JSON.stringify(processes.map((process) => process.id)));
}

function latestRow(store: Store, process: ProcessId): { version: number; hash: string } | undefined {
  return one(
    store,
    "SELECT version, hash FROM processes WHERE id = ? ORDER BY version DESC LIMIT 1",
    process,
  );
}

/** A stored version with its hash. Throws when there is none: requests are pinned to stored versions only. */
export function storedProcess(store: Store, process: ProcessId, version: number): StoredProcess {
  const row = one<{ hash: string }>(
    store,
    "SELECT hash FROM processes WHERE id = ? AND version = ?",
    process,
    version,
  );
  if (row === undefined) throw new Error(`process ${process} has no version ${version} in the store`);
  return { process: declared(store, process, version, row.hash), version, hash: row.hash };
}

function declared(store: Store, process: ProcessId, version: number, hash: string): Process {
  const known = parsedByHash.get(store) ?? new Map<string, Process>();
  parsedByHash.set(store, known);
  const parsed = known.get(hash);
  if (parsed !== undefined) return parsed;
  const row = one<{ declaration: string }>(
    store,
    "SELECT declaration FROM processes WHERE id = ? AND version = ?",
    process,
    version,
  );
  const made = parseProcess(JSON.parse(row?.declaration ?? "null"));
  known.set(hash, made);
  return made;
}

export function loadProcess(store: Store, process: ProcessId, version: number): Process {
  return storedProcess(store, process, version).process;
}

/** The version that a new request is pinned to; undefined: there is no such process. */
export function latestProcess(store: Store, process: ProcessId): StoredProcess | undefined {
  const row = latestRow(store, process);
  return row && storedProcess(store, process, row.version);
}

/** The processes that can be filed, latest versions, in the order in which they were given at start. */
export function currentProcesses(store: Store): readonly Process[] {
  const ids = z.array(z.string()).parse(JSON.parse(getMeta(store, "processes") ?? "[]"));
  return ids.flatMap((name) => latestProcess(store, name as ProcessId)?.process ?? []); // ids that storeProcesses wrote
}
