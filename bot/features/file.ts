/** Filing in the chat: every message that belongs to a form, or begins one. */
import type { Claim } from "../claims.ts";
import { incoming } from "./filing/incoming.ts";
import { take } from "./filing/take.ts";

export const fileClaim: Claim = (turn, message) => take(turn, incoming(message));
