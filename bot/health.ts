/** How the program is doing, for whoever watches it: answered as /health and /metrics (W28). */
import { gauges } from "../db/gauges.ts";
import type { Store } from "../db/open.ts";
import type { Clock } from "./clock.ts";

/** ok · unreachable: no answer · conflict: another program polls with our token (F26) · unauthorized: the token is revoked (F27). */
export type TelegramState = "ok" | "unreachable" | "conflict" | "unauthorized";

export interface Health {
  /** Called by the poll or the webhook after each answer of Telegram. */
  telegram(state: TelegramState): void;
  /** Healthy: the store answers and Telegram has been reached within five minutes. */
  report(): { readonly healthy: boolean; readonly body: Readonly<Record<string, unknown>> };
  /** Plain text, one figure a line. */
  metrics(): string;
}

const patienceMs = 300_000;

export function openHealth(store: Store, clock: Clock): Health {
  const startedAt = clock.now();
  let state: TelegramState = "ok";
  let okAt = startedAt;
  let handled = 0;
  return {
    telegram(found) {
      state = found;
      if (found !== "ok") return;
      okAt = clock.now();
      handled += 1;
    },
    report() {
      const now = clock.now();
      const healthy = now - okAt <= patienceMs;
      const { waiting, oldestWaitingAt, dead, quarantined } = gauges(store);
      const oldest =
        oldestWaitingAt === undefined ? 0 : Math.max(0, Math.round((now - oldestWaitingAt) / 1000));
      return {
        healthy,
        body: { ok: healthy, telegram: state, waiting, oldestWaitingSeconds: oldest, dead, quarantined },
      };
    },
    metrics() {
      const now = clock.now();
      const found = gauges(store);
      const age = (at: number | undefined) => (at === undefined ? 0 : Math.max(0, (now - at) / 1000));
      const figures: readonly (readonly [name: string, value: number])[] = [
        ["countersign_up_seconds", (now - startedAt) / 1000],
        ["countersign_telegram_ok", state === "ok" ? 1 : 0],
        ["countersign_telegram_silent_seconds", (now - okAt) / 1000],
        ["countersign_telegram_answers_total", handled],
        ["countersign_messages_waiting", found.waiting],
        ["countersign_messages_oldest_seconds", age(found.oldestWaitingAt)],
        ["countersign_messages_dead_total", found.dead],
        ["countersign_cards_waiting", found.cards],
        ["countersign_uploads_waiting", found.uploads],
        ["countersign_papers_waiting", found.papers],
        ["countersign_letters_waiting", found.letters],
        ["countersign_timers_oldest_seconds", age(found.oldestTimerAt)],
        ["countersign_updates_quarantined_total", found.quarantined],
        ["countersign_memory_bytes", process.memoryUsage.rss()],
      ];
      return figures.map(([name, value]) => `${name} ${Math.round(value * 1000) / 1000}\n`).join("");
    },
  };
}
