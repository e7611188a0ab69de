/** One person put into the place of another who leaves: posts, departments, open steps and tasks in one transaction (D26). */
import type { Department, Holder } from "../flows/company/company.ts";
import type { Instant, PersonId, RequestId, VisaId } from "../flows/ids.ts";
import { openSteps } from "../flows/engine/request.ts";
import { reassessOpen } from "./apply-company.ts";
import { companyChanged, loadCompany } from "./company.ts";
import { noteChange } from "./company-changes.ts";
import { companyDifferences } from "./company-differences.ts";
import { execute } from "./execute.ts";
import { inbox } from "./inbox.ts";
import type { Store } from "./open.ts";
import { loadRequest } from "./requests.ts";
import { change } from "./rows.ts";
import type { Tx } from "./write.ts";

/** What a person leaves behind. */
export interface LeftBehind {
  readonly posts: readonly Holder[];
  /** Departments that he heads. */
  readonly headed: readonly Department[];
  /** Requests that wait for him. */
  readonly waiting: number;
  /** Steps that he has taken. */
  readonly taken: readonly { readonly request: RequestId; readonly visa: VisaId }[];
}

const page = 500;

/** Everything that would go to his successor. */
export function leftBehind(store: Store, person: PersonId): LeftBehind {
  const company = loadCompany(store);
  const taken: { request: RequestId; visa: VisaId }[] = [];
  let waiting = 0;
  let lines = inbox(store, person, { limit: page });
  while (lines.length > 0) {
    waiting += lines.length;
    for (const { request } of lines) taken.push(...takenBy(store, person, request));
    const last = lines.at(-1);
    lines = last === undefined ? [] : inbox(store, person, { after: last, limit: page });
  }
  return {
    posts: company.holders.filter((holder) => holder.person === person),
    headed: company.departments.filter((department) => department.head === person),
    waiting,
    taken,
  };
}

function takenBy(store: Store, person: PersonId, request: RequestId) {
  const found = loadRequest(store, request);
  const steps = found === undefined ? [] : openSteps(found);
  return steps.flatMap(({ visa, taken }) => (taken?.by === person ? [{ request, visa }] : []));
}

/**
 * The successor holds what `leaves` held, heads what he headed and has what he had taken; whatever else waits is asked
 * anew. Who leaves is shut out, his name stays in what he did. Drafts and requests of his store are the store's.
 */
export function replacePerson(
  tx: Tx,
  of: {
    readonly leaves: PersonId;
    readonly successor: PersonId;
    readonly by: PersonId;
    readonly at: Instant;
  },
): LeftBehind {
  const { leaves, successor, by, at } = of;
  const before = loadCompany(tx);
  const left = leftBehind(tx, leaves);
  change(
    tx,
    `INSERT INTO holders (position, person, post, department)
     SELECT position, ?, post, department FROM holders WHERE person = ? ON CONFLICT DO NOTHING`,
    successor,
    leaves,
  );
  change(tx, "DELETE FROM holders WHERE person = ?", leaves);
  change(tx, "UPDATE departments SET head = ? WHERE head = ?", successor, leaves);
  change(tx, "UPDATE people SET active = 0, administrator = 0 WHERE id = ?", leaves);
  const after = companyChanged(tx);
  noteChange(tx, at, { kind: "handed-over", section: "people", id: leaves, to: successor, by });
  for (const one of companyDifferences(before, after)) noteChange(tx, at, one);
  // what he may not have after all is asked of everybody who may
  for (const { request, visa } of left.taken)
    execute(tx, { request }, { kind: "take", by: successor, at, visa, over: leaves });
  reassessOpen(tx, at);
  return left;
}
