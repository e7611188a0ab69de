/** A typed answer as it is kept: well-formed, not empty, not too long (F117, F118). */
import type { Turn } from "../work.ts";

/** Longer words are no reason but a letter; also what the log takes in one event. */
const answerMax = 1000;

/** The text, or undefined after telling the person what is wrong with it; the prompt stays open then. */
export function textOf(turn: Turn, text: string): string | undefined {
  const clean = text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replaceAll("\u0000", "")
    .trim();
  if (clean === "") {
    turn.say({ text: turn.words("answer-empty") });
    return undefined;
  }
  const { length } = Array.from(clean);
  if (length > answerMax) {
    turn.say({
      text: turn.words("answer-too-long", { max: String(answerMax), length: String(length) }),
    });
    return undefined;
  }
  return clean;
}
