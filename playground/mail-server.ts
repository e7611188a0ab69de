/** A real SMTP server on loopback that takes any letter to anybody and lets nothing out of the machine. */
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer } from "smtp-server";
import type { SMTPServerDataStream, SMTPServerOptions, SMTPServerSession } from "smtp-server";
import { MailFaults } from "./mail-faults.ts";

/** A letter as it came in: the envelope, and the message itself. */
export interface ArrivedMail {
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly bytes: Uint8Array;
}

export interface MailServer {
  /** `smtp://…`, with the name and password that it takes. */
  readonly url: string;
  readonly faults: MailFaults;
  /** Who keeps the letters; before that every conversation is put off. */
  deliverTo(keep: (mail: ArrivedMail) => Promise<void>): void;
  close(): Promise<void>;
}

export interface MailServerOptions {
  readonly now: () => number;
  /** Default: a free one. */
  readonly port?: number;
  readonly host?: string;
  /** Only these may send; default: anybody, with any name and password or none. */
  readonly login?: { readonly user: string; readonly pass: string };
}

const bytesMax = 50 * 1024 * 1024;
const closeMs = 200;

export async function openMailServer(options: MailServerOptions): Promise<MailServer> {
  const faults = new MailFaults();
  const sockets = new Map<number, Socket>();
  let keep: ((mail: ArrivedMail) => Promise<void>) | undefined;
  const cut = ({ remotePort }: SMTPServerSession): void => void sockets.get(remotePort)?.destroy();

  async function data(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const fault = faults.take("message");
    const chunks: Buffer[] = [];
    for await (const chunk of stream) {
      if (fault === "cut-message") return cut(session);
      chunks.push(Buffer.from(chunk as Uint8Array)); // the stream of a socket gives bytes
    }
    if (fault === "hang") {
      await faults.hang();
      return cut(session);
    }
    if (fault === "cut-before") return cut(session);
    const { mailFrom, rcptTo } = session.envelope;
    await keep?.({
      sender: mailFrom === false ? "" : mailFrom.address,
      recipients: rcptTo.map(({ address }) => address),
      bytes: Buffer.concat(chunks),
    });
    if (fault === "cut-kept") return cut(session);
    // once what is to be written now has gone out
    if (fault === "cut-after") setImmediate(() => sockets.get(session.remotePort)?.destroySoon());
  }

  const server = new SMTPServer({
    ...kind(options),
    onConnect(session, done) {
      const fault = faults.take("greeting");
      if (fault === "cut-greeting") return cut(session);
      done(fault === "421" || keep === undefined ? reply(421, "Service not available, try later") : null);
    },
    onAuth({ username, password }, _session, done) {
      const { login } = options;
      const right = login === undefined || (login.user === username && login.pass === password);
      if (faults.take("login") === undefined && right) done(null, { user: username });
      else done(reply(535, "Authentication credentials invalid"));
    },
    onRcptTo({ address }, session, done) {
      const fault = faults.take("recipient");
      if (fault === "cut-recipient") return cut(session);
      const { mailFrom } = session.envelope;
      if (fault === "550") done(reply(550, "No such user here"));
      else if (fault === "451") done(reply(451, "Requested action aborted: local error in processing"));
      else if (faults.mustWait(mailFrom === false ? "" : mailFrom.address, address, options.now()))
        done(reply(451, "Greylisted, please try again in 5 minutes"));
      else done();
    },
    onData(stream, session, done) {
      data(stream, session).then(
        () => done(),
        (error: unknown) =>
          done(reply(451, error instanceof Error ? error.message : "the letter was not kept")),
      );
    },
  });
  server.on("error", () => undefined); // a peer that hangs up is nobody's concern here
  server.server.on("connection", (socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once("close", () => sockets.delete(port));
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(options.port ?? 0, options.host ?? "127.0.0.1", resolve);
  });
  // a TCP server's address is never a path
  const { port } = server.server.address() as AddressInfo;
  const { user, pass } = options.login ?? { user: "playground", pass: "playground" };
  return {
    url: `smtp://${encodeURIComponent(user)}:${encodeURIComponent(pass)}@${options.host ?? "127.0.0.1"}:${port}`,
    faults,
    deliverTo: (keeper) => void (keep = keeper),
    close: () =>
      new Promise((closed) => {
        faults.clear();
        server.close(() => closed());
      }),
  };
}

function kind({ login }: MailServerOptions): SMTPServerOptions {
  return {
    name: "mail.playground",
    banner: "playground mailbox",
    disabledCommands: ["STARTTLS"], // there is nobody to hide from on loopback, and no certificate to show
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    size: bytesMax,
    closeTimeout: closeMs,
    logger: false,
  };
}

function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
