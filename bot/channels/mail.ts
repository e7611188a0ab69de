/** Letters through SMTP: one conversation a letter, its end always a value; nothing is retried here (F68, domain 10). */
import { seal, wireAddress, type Letter, type LetterFault, type Sealed } from "./mail-letter.ts";
import type { Outcome } from "./mail-outcome.ts";
import { converse, mailServerOf } from "./smtp.ts";

export interface MailSettings {
  /** `smtp://` (encrypted by STARTTLS) or `smtps://`, with name and password where the server asks for them. */
  readonly url: string;
  /** The company's own address. */
  readonly from: string;
  /** Milliseconds; smaller ones in tests. */
  readonly patienceMs?: number;
}

export interface MailChannel {
  /** Of the company's address: what Message-IDs end with. */
  readonly domain: string;
  /** Checks a letter and puts it together: what goes over the wire, and is kept as .eml. */
  seal(letter: Letter): Promise<Sealed | { readonly fault: LetterFault }>;
  /** Gives it to the mail server for its recipient, and then, apart, for whoever gets a copy. */
  send(sealed: Sealed): Promise<Outcome>;
}

const defaultPatienceMs = 30_000;
/** After this a letter that was being sent is surely in no conversation any more. */
export const sendingLeaseMs = 10 * 60_000;

/** @throws when the company's own address is none: settings are checked before (`bot/config`) */
export function openMailChannel({
  url,
  from: own,
  patienceMs = defaultPatienceMs,
}: MailSettings): MailChannel {
  const from = wireAddress(own);
  if (from === undefined) throw new Error("the company's own mail address is none");
  const server = mailServerOf(url, patienceMs);
  return {
    domain: from.slice(from.indexOf("@") + 1),
    seal: (letter) => seal(letter, from),
    async send({ to, cc, eml }) {
      const outcome = await converse(server, { from, to, eml });
      if (outcome.kind !== "sent" || cc === undefined) return outcome;
      // apart: a copy that is refused must not make the supplier's letter go twice
      const copy = await converse(server, { from, to: cc, eml });
      return copy.kind === "sent" ? outcome : { ...outcome, copyLost: copy.answer };
    },
  };
}
