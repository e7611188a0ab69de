/** What administrators must hear of the program itself: written into the outbox of the transaction that found it. */
import { loadCompany } from "../../db/company.ts";
import { enqueue } from "../../db/outbox.ts";
import type { Tx } from "../../db/write.ts";
import { activeAdministrators, personById } from "../../flows/company/directory.ts";
import type { Instant, Language } from "../../flows/ids.ts";
import { wordsIn, type Words } from "../texts.ts";
import { messageCall } from "./message.ts";

/**
 * @param say the text in an administrator's language, Telegram HTML
 * @param key an alarm with a key is raised once, however often its cause is met
 */
export function alarm(
  tx: Tx,
  say: (words: Words, language: Language) => string,
  now: Instant,
  key?: string,
): void {
  const company = loadCompany(tx);
  for (const id of activeAdministrators(company)) {
    const administrator = personById(company, id);
    if (administrator?.telegram === undefined) continue;
    const { method, payload } = messageCall({
      text: say(wordsIn(administrator.language), administrator.language),
    });
    const once = key !== undefined && { key: `alarm:${key}:${id}` };
    enqueue(tx, { chat: administrator.telegram, lane: "decision", method, payload, ...once, at: now });
  }
}
