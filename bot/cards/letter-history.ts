/** Letters to a supplier for the history of their request: what left the house, what didn't and why, what nobody wanted (O7). */
import type { LetterRow } from "../../db/letters.ts";
import type { Instant } from "../../flows/ids.ts";
import type { Reader } from "./first-line.ts";
import { nameOf } from "./place.ts";
import { line } from "./shown-text.ts";

/** What was done beside the log, as HTML, and when. */
export interface Beside {
  readonly at: Instant;
  readonly said: string;
}

/** One for each letter that has come to its end; what was called off by what happened to the request, the log itself tells. */
export function lettersBeside(letters: readonly LetterRow[], reader: Reader): readonly Beside[] {
  return letters.flatMap((letter) => {
    const at = letter.sentAt ?? letter.stoppedAt;
    const said = sentence(letter, reader);
    return at === undefined || said === undefined ? [] : [{ at, said }];
  });
}

function sentence(letter: LetterRow, { words, company }: Reader): string | undefined {
  const { kind, status, why = "", decidedBy } = letter;
  const address = letter.address === undefined ? "" : line(letter.address, 80);
  const answer = letter.answer === undefined ? "" : ` (${line(letter.answer, 120)})`;
  switch (status) {
    case "sent":
      return words("history-letter-sent", { kind, address });
    case "refused":
    case "failed":
      return words("history-letter-stopped", { kind, status, why, answer, address });
    case "cancelled":
      if (why !== "not-wanted" || decidedBy === undefined) return undefined;
      return words("history-letter-without", { kind, name: nameOf(company, decidedBy) });
    case "held":
    case "waiting":
    case "sending":
      return undefined;
  }
}
