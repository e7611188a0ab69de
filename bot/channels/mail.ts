/** Letters through SMTP: one conversation a letter, its end always a value; nothing is retried here (F68, domain 10). */
import { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import type { SMTPTransportOptions } from "nodemailer";
import { seal, wireAddress, type Letter, type LetterFault, type Sealed } from "./mail-letter.ts";
import { outcomeOf, type Outcome } from "./mail-outcome.ts";

export interface MailSettings {
  /** `smtp://` (STARTTLS where it is offered) or `smtps://`, with name and password where the server asks for them. */
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

/** For a connection, a greeting, and each answer. */
const defaultPatienceMs = 30_000;
/** A server may drip for so many patiences, then the conversation is broken off. */
const conversationPatiences = 4;
/** After this a letter that was being sent is surely in no conversation any more. */
export const sendingLeaseMs = 5 * 60_000;

export function openMailChannel(settings: MailSettings): MailChannel {
  const from = wireAddress(settings.from);
  if (from === undefined) throw new Error("the company's own mail address is none");
  const patienceMs = settings.patienceMs ?? defaultPatienceMs;
  // one conversation a letter: a pool would take a broken one up again by itself, and letters are few
  const transport = createTransport({ ...serverOf(settings.url), ...timeouts(patienceMs) });

  async function converse(to: string, eml: Buffer): Promise<Outcome> {
    let wholeSent = false;
    const raw = Readable.from([eml], { objectMode: false }).once("end", () => (wholeSent = true));
    const signal = AbortSignal.timeout(conversationPatiences * patienceMs);
    try {
      const envelope = { from, to: [to], size: eml.length };
      const { response = "" } = await transport.sendMail({ envelope, raw, signal });
      return { kind: "sent", answer: response };
    } catch (error) {
      return outcomeOf(error, wholeSent);
    }
  }

  return {
    domain: from.slice(from.indexOf("@") + 1),
    seal: (letter) => seal(letter, from),
    async send({ to, cc, eml }) {
      const outcome = await converse(to, eml);
      if (outcome.kind !== "sent" || cc === undefined) return outcome;
      // apart: a copy that is refused must not make the supplier's letter go twice
      const copy = await converse(cc, eml);
      return copy.kind === "sent" ? outcome : { ...outcome, copyLost: copy.answer };
    },
  };
}

/** A password never goes over the network in the clear: without encryption such a server is not spoken to (W6). */
function serverOf(address: string): SMTPTransportOptions {
  const url = new URL(address);
  const secure = url.protocol === "smtps:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const onThisMachine = ["127.0.0.1", "::1", "localhost"].includes(host);
  const named = url.username !== "";
  return {
    host,
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && named && !onThisMachine,
    ignoreTLS: !secure && onThisMachine,
    ...(named && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
  };
}

function timeouts(patienceMs: number): SMTPTransportOptions {
  return {
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    dnsTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  };
}
