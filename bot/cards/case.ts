/** A request together with the process it runs on, for somebody who may see it. */
import { loadProcess } from "../../db/processes.ts";
import { loadRequest, visibleRequest } from "../../db/requests.ts";
import type { Store } from "../../db/open.ts";
import type { Company } from "../../flows/company/company.ts";
import type { Effect, Process } from "../../flows/engine/process.ts";
import { documentsOf, finalStage } from "../../flows/engine/process.ts";
import { takesPapers } from "../../flows/engine/paper-takers.ts";
import type { Request } from "../../flows/engine/request.ts";
import type { PersonId, RequestId } from "../../flows/ids.ts";

export interface Case {
  readonly request: Request;
  readonly process: Process;
}

/** The case, if the person may know of it; undefined for all others alike, so that nothing leaks. */
export function caseFor(store: Store, company: Company, person: PersonId, id: RequestId): Case | undefined {
  const visible = visibleRequest(store, company, id, person);
  if (visible !== undefined) return caseOf(store, visible);
  const request = loadRequest(store, id);
  if (request === undefined || request.papers.length === 0 || request.status !== "ended") return undefined;
  const found = caseOf(store, request);
  return takesPapers(company, person, { ...request, process: found.process }) ? found : undefined;
}

function caseOf(store: Store, request: Request): Case {
  return { request, process: loadProcess(store, request.process, request.processVersion) };
}

type Printed = Extract<Effect, { kind: "document" }>;

/** The papers that the reached stage issued. */
export function effectsOf({ request, process }: Case): readonly Printed[] {
  return documentsOf(request.status === "ended" ? (finalStage(process, request.stage)?.effects ?? []) : []);
}
