/** Second lock against double decisions (R6): one closing per visa and round, one visa per natural person and round. */
import type { Company } from "../flows/company/company.ts";
import { humanOf } from "../flows/company/directory.ts";
import type { Event } from "../flows/engine/events.ts";
import type { Instant, PersonId, RequestId } from "../flows/ids.ts";
import { change } from "./rows.ts";
import type { Tx } from "./write.ts";

/** Writes the signatures of a command. A second one for the same visa or of the same person throws: that is a bug. */
export function keepVisas(tx: Tx, request: RequestId, events: readonly Event[], company: Company): void {
  const give = (event: { round: number; visa: string; by: PersonId }, signedAt: Instant): void => {
    change(
      tx,
      "INSERT INTO visas (request, round, visa, human, signed_at) VALUES (?, ?, ?, ?, ?)",
      request,
      event.round,
      event.visa,
      humanOf(company, event.by),
      signedAt,
    );
  };
  for (const event of events) {
    if (event.kind === "signed") give(event, event.at);
    if (event.kind === "step-carried") give(event, event.signedAt);
    if (event.kind === "undone")
      change(
        tx,
        "DELETE FROM visas WHERE request = ? AND round = ? AND visa = ?",
        request,
        event.round,
        event.visa,
      );
  }
}
