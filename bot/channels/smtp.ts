/** One SMTP conversation, from the connection to the server's last word; it knows how much of the letter was on the wire. */
import { Readable } from "node:stream";
import SMTPConnection, { type SMTPConnectionOptions } from "nodemailer/lib/smtp-connection";
import { outcomeOf, type Outcome } from "./mail-outcome.ts";

/** Where letters go out. */
export interface MailServer {
  readonly options: SMTPConnectionOptions;
  readonly login?: { readonly user: string; readonly pass: string };
}

const chunkBytes = 64 * 1024;
/** A server may drip for so many patiences, then the conversation is broken off. */
const conversationPatiences = 4;

/**
 * Reads `smtp://name:password@host:port` or `smtps://…`. A password never goes over the network in the clear: without
 * encryption such a server is not spoken to (W6). On this very machine there is nobody to hide from.
 * @param patienceMs for the connection, the greeting, and each answer
 */
export function mailServerOf(address: string, patienceMs: number): MailServer {
  const url = new URL(address);
  const secure = url.protocol === "smtps:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const onThisMachine = ["127.0.0.1", "::1", "localhost"].includes(host);
  const named = url.username !== "";
  return {
    options: {
      host,
      port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
      secure,
      requireTLS: !secure && named && !onThisMachine,
      ignoreTLS: !secure && onThisMachine,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      dnsTimeout: patienceMs,
      socketTimeout: patienceMs,
      logger: false,
    },
    ...(named && {
      login: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
  };
}

/** Gives one letter to the server, for one recipient. */
export function converse(
  { options, login }: MailServer,
  { from, to, eml }: { readonly from: string; readonly to: string; readonly eml: Buffer },
): Promise<Outcome> {
  return new Promise((resolve) => {
    let wholeSent = false;
    const message = Readable.from(chunksOf(eml), { objectMode: false }).once("end", () => (wholeSent = true));
    const connection = new SMTPConnection(options);
    const end = (outcome: Outcome): void => {
      clearTimeout(timer);
      message.destroy();
      connection.close();
      resolve(outcome);
    };
    const failed = (error: Error): void => end(outcomeOf(error, wholeSent));
    const timer = setTimeout(
      () => failed(new Error("the mail server did not come to an end")),
      conversationPatiences * (options.socketTimeout ?? 0),
    );
    const send = (): void =>
      connection.send({ from, to, size: eml.length }, message, (error, info) =>
        error === null ? end({ kind: "sent", answer: info.response ?? "" }) : failed(error),
      );
    connection.on("error", failed);
    connection.connect((error) => {
      if (error) return failed(error);
      if (login === undefined || !connection.allowsAuth) return send();
      connection.login({ credentials: login }, (refused) => (refused ? failed(refused) : send()));
    });
  });
}

/** In pieces, so that the end is reached only as fast as the network takes them. */
function* chunksOf(eml: Buffer): Generator<Buffer> {
  for (let at = 0; at < eml.length; at += chunkBytes) yield eml.subarray(at, at + chunkBytes);
}
