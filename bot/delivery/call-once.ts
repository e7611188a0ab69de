/** One call of a message; where its HTML is refused, the same words as plain text: nothing is lost for its marks (F59). */
import type { Answer } from "../channels/telegram.ts";
import { plainText, type Call } from "./message.ts";
import type { Sending } from "./sending.ts";

export async function callOnce(of: Sending, { method, payload }: Call): Promise<Answer> {
  const answer = await of.channel.call(method, payload);
  if (!isSaid(answer, "can't parse entities")) return answer;
  of.log.error({ method, description: answer.description }, "HTML was refused: sent as plain text");
  const { parse_mode: _, ...rest } = payload;
  const plain: Record<string, unknown> = rest;
  for (const field of ["text", "caption"])
    if (typeof plain[field] === "string") plain[field] = plainText(plain[field]);
  return of.channel.call(method, plain);
}

/** Whether a call was refused in such words. */
export function isSaid(
  answer: Answer,
  words: string | RegExp,
): answer is Extract<Answer, { kind: "refused" }> {
  if (answer.kind !== "refused") return false;
  return typeof words === "string" ? answer.description.includes(words) : words.test(answer.description);
}
