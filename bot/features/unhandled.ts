/** Last of all: what nobody understood gets a friendly word and the way home. */
import type { Claim } from "../claims.ts";
import { home } from "./home.ts";

export const unhandled: Claim = (turn, message) => {
  home(turn, turn.words(message.text === undefined ? "unhandled-kind" : "unhandled-text"));
  return true;
};
