/** Three kinds of failure, three ways (R2): refusals are values; this tells poison from trouble with the store. */
import { loadCompany } from "../../db/company.ts";
import { markProcessed, quarantine } from "../../db/updates.ts";
import type { Tx } from "../../db/write.ts";
import { personByTelegram } from "../../flows/company/directory.ts";
import type { Instant } from "../../flows/ids.ts";
import type { Update } from "grammy/types";
import { alarm } from "../delivery/alarm.ts";
import { loggable } from "../log.ts";
import { wordsIn } from "../texts.ts";
import { isSound } from "./sound-update.ts";
import { languageOf, post } from "./turn.ts";

/** Tries before an update is put aside. */
export const triesMax = 5;

const trouble = ["SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_NOMEM", "SQLITE_INTERRUPT"];
/** After these the process must start anew on what is on disk (F101). */
const fatal = ["SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_CANTOPEN"];

/** `trouble`: the store can't write now, nothing is confirmed and it is tried again; `fatal`: the process must end. */
export function storeFailure(error: unknown): "trouble" | "fatal" | undefined {
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  if (typeof code !== "string") return undefined;
  if (fatal.some((prefix) => code.startsWith(prefix))) return "fatal";
  return trouble.some((prefix) => code.startsWith(prefix)) ? "trouble" : undefined;
}

/**
 * Puts an update into quarantine: it counts as handled, the sender gets a neutral sentence with a number, administrators
 * hear (W16, F18).
 */
export function putAside(tx: Tx, update: Update, error: unknown, now: Instant): void {
  const { name, message } = loggable(error);
  markProcessed(tx, update.update_id, now);
  quarantine(tx, update.update_id, written(update), `${name}: ${message}`, now);
  const company = loadCompany(tx);
  const from = isSound(update) ? (update.message?.from ?? update.callback_query?.from) : undefined;
  const person = from && personByTelegram(company, from.id);
  if (from !== undefined) {
    const words = wordsIn(person?.language ?? languageOf(from.language_code, company.language));
    post(tx, from.id, "answer", { text: words("intake-failed", { number: String(update.update_id) }) }, now);
  }
  alarm(tx, (words) => words("transport-update-put-aside", { number: String(update.update_id) }), now);
}

/** What is nested too deep to be written down must not keep its update from being put aside. */
function written(update: Update): string {
  try {
    return JSON.stringify(update);
  } catch {
    return `{"update_id":${update.update_id}}`;
  }
}
