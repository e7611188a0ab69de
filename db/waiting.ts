/** Keeps the rows of everybody's inbox in step with a request. */
import type { Company } from "../flows/company/company.ts";
import { addressees } from "../flows/engine/addressees.ts";
import { totalOf } from "../flows/engine/answers.ts";
import { overdueAt } from "../flows/engine/deadlines.ts";
import type { Process } from "../flows/engine/process.ts";
import { openSteps, type Request } from "../flows/engine/request.ts";
import type { Instant, PersonId, VisaId } from "../flows/ids.ts";
import { waitingFor } from "./inbox.ts";
import { change } from "./rows.ts";
import type { Tx } from "./write.ts";

interface Awaited {
  readonly visa: VisaId;
  readonly since: Instant;
  readonly dueAt?: Instant;
}

/** Writes who is waited for now; gives everybody who may sign something. */
export function keepWaiting(
  tx: Tx,
  process: Process,
  request: Request,
  company: Company,
): readonly PersonId[] {
  const { total } = totalOf(request.answers);
  const wanted = awaited(process, request, company);
  const everybody = [...wanted.keys()];
  for (const row of waitingFor(tx, request.id)) {
    const now = wanted.get(row.person);
    if (now === undefined)
      change(tx, "DELETE FROM waiting WHERE person = ? AND request = ?", row.person, request.id);
    else if (
      now.visa === row.visa &&
      now.since === row.since &&
      now.dueAt === row.dueAt &&
      total === row.total
    )
      wanted.delete(row.person);
  }
  for (const [person, { visa, since, dueAt }] of wanted)
    change(
      tx,
      `INSERT INTO waiting (person, request, visa, process, place, since, due_at, total) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (person, request) DO UPDATE SET visa = excluded.visa, since = excluded.since,
         due_at = excluded.due_at, total = excluded.total`,
      person,
      request.id,
      visa,
      request.process,
      request.place,
      since,
      dueAt,
      total,
    );
  return everybody;
}

function awaited(process: Process, request: Request, company: Company): Map<PersonId, Awaited> {
  const found = new Map<PersonId, Awaited>();
  const people = addressees(process, request, company);
  for (const step of openSteps(request)) {
    const dueAt = overdueAt(process, request, step, company);
    const row: Awaited = { visa: step.visa, since: step.openedAt, ...(dueAt !== undefined && { dueAt }) };
    for (const person of people.get(step.visa) ?? []) {
      const other = found.get(person);
      if (other === undefined || (dueAt ?? Infinity) < (other.dueAt ?? Infinity)) found.set(person, row);
    }
  }
  return found;
}
