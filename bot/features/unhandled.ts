/** Last of all: what nobody understood gets a friendly word and the way home. */
import type { Claim } from "../claims.ts";
import { askWhatFor } from "./filing/loose-photos.ts";
import { home } from "./home.ts";

export const unhandled: Claim = (turn, message) => {
  if (message.text !== undefined && askWhatFor(turn)) return true;
  home(turn, turn.words(message.text === undefined ? "unhandled-kind" : "unhandled-text"));
  return true;
};
