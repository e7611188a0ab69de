/** «Начать»: going through what waits for me, one card at a time; the next comes by itself after each decision. */
import { markDirty, requestSubject } from "../../db/cards.ts";
import { inbox } from "../../db/inbox.ts";
import { endPile, pileOf, savePile, type Pile, type PileFilter } from "../../db/piles.ts";
import type { RequestId } from "../../flows/ids.ts";
import { repaint, showCard, type Taps } from "../act.ts";
import type { Turn } from "../work.ts";
import { home } from "./home.ts";

/** Counting stops here: a pile this high is «1000» to anybody. */
const countMax = 1000;

/** Begins at the oldest of what fits the filter. */
export function beginPile(turn: Turn, filter: PileFilter = {}): void {
  const lines = inbox(turn.tx, turn.me.id, { ...asked(turn, filter), limit: countMax });
  const [first] = lines;
  if (first === undefined) {
    endPile(turn.tx, turn.me.id);
    return home(turn, turn.words("pile-empty"));
  }
  go(turn, { ...filter, current: first.request, n: 1, of: lines.length, skipped: [] });
}

/** After something was done with a request: if it was the pile's current card, the next one comes. */
export function nextInPile(turn: Turn, done: RequestId, passedOver = false): void {
  const pile = pileOf(turn.tx, turn.me.id);
  if (pile?.current !== done) return;
  const skipped = passedOver ? [...pile.skipped, done] : pile.skipped;
  const next = firstBut(turn, pile, [...skipped, done]);
  repaint(turn, done);
  if (next === undefined) {
    endPile(turn.tx, turn.me.id);
    return home(turn, turn.words("pile-done", { of: String(pile.of) }));
  }
  const n = pile.n + 1;
  go(turn, { ...pile, current: next, n, of: Math.max(n, pile.of), skipped });
}

function go(turn: Turn, pile: Pile): void {
  savePile(turn.tx, turn.me.id, pile, turn.now);
  showCard(turn, pile.current);
}

/** The oldest that still waits and isn't one of those. */
function firstBut(turn: Turn, filter: PileFilter, but: readonly RequestId[]): RequestId | undefined {
  const passed = new Set(but);
  const lines = inbox(turn.tx, turn.me.id, { ...asked(turn, filter), limit: passed.size + 1 });
  return lines.find((line) => !passed.has(line.request))?.request;
}

function asked(turn: Turn, { place, process, overdue }: PileFilter) {
  return {
    ...(place === undefined ? {} : { place }),
    ...(process === undefined ? {} : { process }),
    ...(overdue === true ? { overdueAt: turn.now } : {}),
  };
}

export const pileTaps: Taps<"begin" | "pass-over" | "stop-pile"> = {
  begin: (turn) => beginPile(turn),
  "pass-over": (turn, { request }) => {
    const pile = pileOf(turn.tx, turn.me.id);
    if (pile?.current === request) return nextInPile(turn, request, true);
    turn.toast(turn.words("pile-moved-on"));
    repaint(turn, request);
  },
  "stop-pile": (turn) => {
    const pile = pileOf(turn.tx, turn.me.id);
    endPile(turn.tx, turn.me.id);
    if (pile !== undefined)
      markDirty(turn.tx, turn.me.id, requestSubject(pile.current), {
        ring: false,
        lane: "answer",
        now: turn.now,
      });
    home(turn, turn.words("pile-stopped"));
  },
};
