/** Facts about the store itself: whose bot it is, which company file was applied last, where the log ends. */
import { change, one } from "./rows.ts";
import type { Store } from "./open.ts";
import type { Tx } from "./write.ts";

/**
 * `bot`: its Telegram id · `company-file`: hash last applied · `company`: hash of the company · `log-head`, `payment-log-head` · `processes` ·
 * `mail`: `on` where letters can be sent · `mail-rests-until`: the mail server let us in no more, instant of the next try ·
 * `evening` with a time zone: until when accounting's evenings have told what happened.
 * `registry-left`: requests up to this number are still to be taken into the registry; absent or 0: none.
 */
export type MetaKey =
  | "bot"
  | "company-file"
  | "company"
  | "log-head"
  | "payment-log-head"
  | "processes"
  | "running"
  | "alive"
  | "mail"
  | "mail-rests-until"
  | `evening ${string}`
  | "registry-left";

export function getMeta(store: Store, key: MetaKey): string | undefined {
  return one<{ value: string }>(store, "SELECT value FROM meta WHERE key = ?", key)?.value;
}

export function setMeta(tx: Tx, key: MetaKey, value: string): void {
  change(
    tx,
    "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    key,
    value,
  );
}
