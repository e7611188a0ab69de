/** What an SMTP conversation came to: every answer of a mail server becomes a value that the job can act on. */
import type { NodemailerError } from "nodemailer";
import { withoutSecrets } from "../log.ts";

export type Outcome =
  /** The server took it. `copyLost`: but not the manager's copy, with its words. */
  | { readonly kind: "sent"; readonly answer: string; readonly copyLost?: string }
  /** It never will: another address or a smaller file is needed. */
  | { readonly kind: "refused"; readonly why: "server" | "too-big" | "bad-address"; readonly answer: string }
  /** Not now (4xx, no connection, greylisting); `ambiguous`: the whole letter was on the wire, it may have been delivered. */
  | { readonly kind: "later"; readonly answer: string; readonly ambiguous: boolean }
  /** No letter at all gets out: name and password, our own address, or the encrypted connection is not accepted (F69). */
  | { readonly kind: "shut-out"; readonly why: ShutOut; readonly answer: string };
export type ShutOut = "password" | "sender" | "encryption";

const answerMax = 300;
/** RFC 4954: authentication required, mechanism too weak, credentials invalid … */
const wantsPassword = new Set([530, 534, 535, 538]);
const certificate = /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH)/;

/** @param wholeSent all bytes of the letter had been handed to the connection */
export function outcomeOf(error: unknown, wholeSent: boolean): Outcome {
  if (!(error instanceof Error)) throw error;
  const failed: NodemailerError = error; // whatever it is, its fields are optional
  const { code = "", command, responseCode, permanent, originalCode = "", response } = failed;
  const answer = withoutSecrets(response ?? error.message).slice(0, answerMax);
  if (code === "EAUTH" || code === "ENOAUTH")
    return permanent === false ? later(answer, false) : { kind: "shut-out", why: "password", answer };
  if (responseCode !== undefined && wantsPassword.has(responseCode))
    return { kind: "shut-out", why: "password", answer };
  if (code === "ETLS" || certificate.test(originalCode))
    return { kind: "shut-out", why: "encryption", answer };
  if (responseCode === 552 || (code === "EMESSAGE" && command === "MAIL FROM"))
    return { kind: "refused", why: "too-big", answer };
  if (permanent === true)
    return command === "MAIL FROM" ? { kind: "shut-out", why: "sender", answer } : refusedBy(command, answer);
  if (code === "EENVELOPE" && responseCode === undefined)
    return { kind: "refused", why: "bad-address", answer };
  return later(answer, wholeSent && responseCode === undefined);
}

/** A recipient or a letter is refused for good; a 5xx before either (at the greeting) says nothing about this letter. */
function refusedBy(command: string | undefined, answer: string): Outcome {
  return command === "RCPT TO" || command === "DATA"
    ? { kind: "refused", why: "server", answer }
    : later(answer, false);
}

function later(answer: string, ambiguous: boolean): Outcome {
  return { kind: "later", answer, ambiguous };
}
