/** What people hear of letters that did not leave: whoever pays the invoice and who filed it, once each time (O7). */
import { loadCompany } from "../../db/company.ts";
import type { LetterRow } from "../../db/letters.ts";
import { enqueue } from "../../db/outbox.ts";
import { loadProcess } from "../../db/processes.ts";
import { loadRequest } from "../../db/requests.ts";
import type { Tx } from "../../db/write.ts";
import { personById } from "../../flows/company/directory.ts";
import type { Instant } from "../../flows/ids.ts";
import { keepersOf } from "../../flows/mail/keepers.ts";
import { button } from "../buttons.ts";
import { caseFor } from "../cards/case.ts";
import { caseName } from "../cards/first-line.ts";
import { letterLine } from "../cards/letter-lines.ts";
import { retryRow } from "../cards/letter-buttons.ts";
import { messageCall } from "../delivery/message.ts";
import type { LetterEvents } from "../parts.ts";
import { wordsIn } from "../texts.ts";

export const letterEvents: LetterEvents = {
  sent: () => undefined,
  refused: tellKeepers,
  gaveUp: tellKeepers,
};

/** Who left the company, or may no longer see the request, hears nothing. */
function tellKeepers(tx: Tx, letter: LetterRow, now: Instant): void {
  const company = loadCompany(tx);
  const { request } = letter;
  const about = loadRequest(tx, request);
  if (about === undefined) return;
  for (const id of keepersOf(loadProcess(tx, about.process, about.processVersion), about, company)) {
    const person = personById(company, id);
    const found = caseFor(tx, company, id, request);
    if (person?.telegram === undefined || !person.active || found === undefined) continue;
    const words = wordsIn(person.language);
    const reader = { company, words, language: person.language };
    const said = letterLine(letter, { ...reader, place: found.request.place, mailIsOn: true, base: now });
    const { method, payload } = messageCall({
      text: `${words("letter-not-sent", { case: caseName(found, reader) })}\n${said}`,
      buttons: [
        retryRow(letter, words),
        [button(words("button-open", { number: String(request) }), { kind: "open", request })],
      ],
    });
    enqueue(tx, { chat: person.telegram, lane: "decision", method, payload, at: now });
  }
}
