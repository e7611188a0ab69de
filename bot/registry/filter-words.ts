/** What a registry message was narrowed to, in words: for its heading, its buttons, the captions of its files. */
import { currentProcesses } from "../../db/processes.ts";
import type { Store } from "../../db/open.ts";
import type { RegistryFilter } from "../../db/registry-pages.ts";
import { supplier as supplierById } from "../../db/suppliers.ts";
import type { ShelfStatus } from "../../db/registry-shelves.ts";
import { periodTitle } from "../../flows/payments/report-period.ts";
import type { Language, ProcessId, StageId } from "../../flows/ids.ts";
import type { Words } from "../texts.ts";

export interface FilterReader {
  readonly store: Store;
  readonly words: Words;
  readonly language: Language;
}

/** A stage that can be chosen, or what stands beside the stages: sent back, taken back. */
export interface StageChoice {
  readonly stage?: StageId;
  readonly status?: ShelfStatus;
  readonly title: string;
}

/** The declared stages of a kind, or of all: stages of one name in several kinds are one choice. */
export function stageChoices(
  { store, words, language }: FilterReader,
  process: ProcessId | undefined,
): readonly StageChoice[] {
  const titles = new Map<string, Set<string>>();
  for (const one of currentProcesses(store))
    if (process === undefined || one.id === process)
      for (const [stage, { title }] of Object.entries(one.stages))
        titles.set(stage, (titles.get(stage) ?? new Set()).add(title[language]));
  return [
    ...[...titles].map(([stage, of]) => ({ stage: stage as StageId, title: [...of].join(" / ") })), // names that a process declares
    { status: "rework", title: words("registry-status", { status: "rework" }) },
    { status: "withdrawn", title: words("registry-status", { status: "withdrawn" }) },
  ];
}

/** The parts of a filter that are set, as plain text. */
export interface FilterWords {
  readonly kind?: string;
  readonly stage?: string;
  readonly supplier?: string;
  readonly period?: string;
  readonly words?: string;
}

export function filterWords(filter: RegistryFilter, of: FilterReader): FilterWords {
  const { process, stage, status, supplier, from, to, words } = filter;
  const kind = currentProcesses(of.store).find((one) => one.id === process)?.title[of.language] ?? process;
  const stands = stageChoices(of, process).find((one) => one.stage === stage && one.status === status);
  return {
    ...(kind !== undefined && { kind }),
    ...((stage ?? status) !== undefined && { stage: stands?.title ?? stage ?? "" }),
    ...(supplier !== undefined && { supplier: supplierById(of.store, supplier)?.name ?? supplier }),
    ...(from !== undefined && to !== undefined && { period: periodTitle({ from, to }, of.language) }),
    ...(words !== undefined && { words }),
  };
}

/** «Вид: Списание», «Период: март 2026»: a line each. */
export function filterLines(filter: RegistryFilter, of: FilterReader): string[] {
  const parts = filterWords(filter, of);
  return Object.entries(parts).map(([part, value]) =>
    of.words("registry-filter", { part, value: String(value) }),
  );
}
