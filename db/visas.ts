/** Second lock against double decisions (R6): one closing per visa and round, one visa per natural person and round. */
import type { Company } from "../flows/company/company.ts";
import { humanOf } from "../flows/company/directory.ts";
import type { Event } from "../flows/engine/events.ts";
import type { Request } from "../flows/engine/request.ts";
import type { Instant, PersonId } from "../flows/ids.ts";
import { change } from "./rows.ts";
import type { Tx } from "./write.ts";

/** Writes the signatures of a command; who sends a request back out of a task signs none. A second one throws: a bug. */
export function keepVisas(tx: Tx, after: Request, events: readonly Event[], company: Company): void {
  const isTask = (event: { round: number; visa: string }): boolean =>
    after.steps.some((step) => step.visa === event.visa && step.round === event.round && step.task === true);
  const give = (event: { round: number; visa: string; by: PersonId }, signedAt: Instant): void => {
    change(
      tx,
      "INSERT INTO visas (request, round, visa, human, signed_at) VALUES (?, ?, ?, ?, ?)",
      after.id,
      event.round,
      event.visa,
      humanOf(company, event.by),
      signedAt,
    );
  };
  for (const event of events) {
    if (event.kind === "signed" && !isTask(event)) give(event, event.at);
    if (event.kind === "step-carried") give(event, event.signedAt);
    if (event.kind === "undone")
      change(
        tx,
        "DELETE FROM visas WHERE request = ? AND round = ? AND visa = ?",
        after.id,
        event.round,
        event.visa,
      );
  }
}
