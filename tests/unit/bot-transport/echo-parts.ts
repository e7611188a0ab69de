/** The smallest features there can be, so that the transport is seen alone: echoes texts, keeps a live counter per person. */
import { markDirty } from "../../../db/cards.ts";
import { enqueue } from "../../../db/outbox.ts";
import { change, one } from "../../../db/rows.ts";
import type { Store } from "../../../db/open.ts";
import type { Parts } from "../../../bot/parts.ts";
import type { Turn } from "../../../bot/work.ts";

/** What was counted so far, kept in the store's own facts. */
export function counted(store: Store): number {
  return Number(one<{ value: string }>(store, "SELECT value FROM meta WHERE key = 'counted'")?.value ?? 0);
}

function count(turn: Turn): void {
  change(
    turn.tx,
    "INSERT INTO meta (key, value) VALUES ('counted', '1') ON CONFLICT (key) DO UPDATE SET value = value + 1",
  );
}

/** How the echo behaves: given by a test. */
export interface Behaviour {
  /** Called inside the transaction with each text; what it throws is a bug of a feature. */
  readonly onText?: (turn: Turn, text: string) => void;
  /** What the counter's card shows. */
  readonly card?: (count: number) => string;
}

export const echo = (behaviour: Behaviour = {}): Parts => ({
  register(chat) {
    chat.on("callback_query:data", (ctx) => {
      const { data } = ctx.callbackQuery;
      ctx.work("press", (turn) => {
        if (data === "refuse") turn.refused();
        else count(turn);
        markDirty(turn.tx, turn.me.id, "photos:1", { ring: false, lane: "answer", now: turn.now });
        turn.toast(`pressed ${data}`);
      });
    });
    chat.on("message:text", (ctx) => {
      const { text } = ctx.message;
      if (ctx.person === undefined)
        return ctx.strangerWork("stranger", (turn) => turn.say({ text: `stranger ${turn.telegram}` }));
      ctx.work("text", (turn) => {
        behaviour.onText?.(turn, text);
        count(turn);
        if (text === "card" || text === "ring")
          markDirty(turn.tx, turn.me.id, "photos:1", { ring: text === "ring", lane: "card", now: turn.now });
        else if (text === "broken html")
          enqueue(turn.tx, {
            chat: turn.me.telegram ?? 0,
            lane: "answer",
            method: "sendMessage",
            payload: { text: "<b>half a &lt;mark", parse_mode: "HTML" },
            at: turn.now,
          });
        else turn.say({ text: `echo ${text}` });
      });
    });
  },
  subjects: {
    request: () => undefined,
    photos: ({ store }) => ({
      text: behaviour.card?.(counted(store)) ?? `counted ${counted(store)}`,
      buttons: [[{ text: "More", callback_data: "more" }]],
    }),
  },
  wording: {
    notice: (notice) => ({ text: `notice ${notice.kind}` }),
    reminder: (items) => ({ text: `reminder of ${items.map((item) => item.request).join(", ")}` }),
    digest: () => undefined,
    alert: (change) => ({ text: `alert ${change}` }),
    alerts: (changes) => ({ text: `alerts ${changes.join(", ")}` }),
    paper: () => ({ caption: "paper", fileName: "paper.pdf" }),
    made: () => undefined,
  },
  arrivals: {
    isGoodsFile: () => false,
    isPaper: () => false,
    isKeptAsIs: () => false,
    readGoods: () => Promise.resolve(undefined),
    uploadSettled: () => undefined,
    goodsFileSettled: () => undefined,
  },
  letters: {
    compose: () => undefined,
    events: { sent: () => undefined, refused: () => undefined, gaveUp: () => undefined },
  },
  commands: () => [{ command: "help", description: "help" }],
});
