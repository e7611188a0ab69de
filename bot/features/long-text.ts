/** A text over 4096 characters leaves the app in pieces: the last one must never be taken for an answer of its own. */
import type { Claim } from "../claims.ts";

/** Apps cut at a space near the limit, so a full piece is a little shorter than it. */
const fullPiece = 3_500;
/** Pieces of one text carry the same second, or the next. */
const togetherSeconds = 1;
/** So many people are remembered; a piece that is forgotten is merely answered. */
const peopleMax = 1_000;

/** Swallows what follows a full piece: the piece itself was answered as too long. In memory: seconds matter, not restarts. */
export function longTextTail(): Claim {
  const cutAt = new Map<string, number>();
  return (turn, message) => {
    const cut = cutAt.get(turn.me.id);
    const { text } = message;
    if (text === undefined) return false;
    const replies = message.reply_to_message !== undefined; // only the first piece of a text carries the reply
    const seconds = cut === undefined ? undefined : message.date - cut;
    const follows = seconds !== undefined && seconds >= 0 && seconds <= togetherSeconds && !replies;
    if (text.length >= fullPiece) {
      if (cutAt.size >= peopleMax) cutAt.clear();
      cutAt.set(turn.me.id, message.date);
    } else cutAt.delete(turn.me.id);
    return follows;
  };
}
