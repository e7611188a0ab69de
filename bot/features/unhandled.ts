/** Last of all: what nobody understood gets a friendly word and the way home. */
import type { Claim } from "../claims.ts";
import { askWhatFor } from "./filing/loose-photos.ts";
import type { Turn } from "../work.ts";
import { home } from "./home.ts";

/** A message that was changed after it was taken: what was taken stands, and that is said (F32). The keyboard stays. */
export function ignoreEdit(turn: Turn, message: number): void {
  turn.say({ text: turn.words("unhandled-edit"), replyTo: message });
}

export const unhandled: Claim = (turn, message) => {
  if (message.text !== undefined && askWhatFor(turn)) return true;
  home(turn, turn.words(message.text === undefined ? "unhandled-kind" : "unhandled-text"));
  return true;
};
