/** Letters that the mail server took, kept with the chats and shown on the page. */
import PostalMime, { decodeWords, type Address, type Email } from "postal-mime";
import type { MovableClock } from "./clock.ts";
import type { Events } from "./events.ts";
import type { ArrivedMail } from "./mail-server.ts";
import type { Store } from "./store.ts";

/** A letter in the list. */
export interface LetterLine {
  n: number;
  /** Epoch milliseconds. */
  at: number;
  from: string;
  /** Whom it went to: the envelope's recipients. */
  to: string[];
  subject: string;
  attachments: number;
  seen: boolean;
}

export interface LetterFile {
  name: string;
  mime: string;
  size: number;
}

/** A letter that was opened. */
export interface OpenLetter extends LetterLine {
  headers: { name: string; value: string }[];
  text: string;
  hasHtml: boolean;
  files: LetterFile[];
}

interface Row {
  n: number;
  hash: string;
  seen: number;
  body: string;
}
type Body = Omit<LetterLine, "n" | "seen">;

export class Mailbox {
  readonly #store: Store;
  readonly #clock: Pick<MovableClock, "now">;
  readonly #events: Events;

  constructor(store: Store, clock: Pick<MovableClock, "now">, events: Events) {
    this.#store = store;
    this.#clock = clock;
    this.#events = events;
  }

  /** Keeps a letter as it came; resolves once it is kept. */
  async keep({ recipients, sender, bytes }: ArrivedMail): Promise<void> {
    const { from, subject, attachments } = await read(bytes);
    const body: Body = {
      at: this.#clock.now(),
      from: from === undefined ? sender : nameOf(from),
      to: [...recipients],
      subject: subject ?? "",
      attachments: attachments.length,
    };
    const hash = this.#store.keep(bytes);
    const { lastInsertRowid } = this.#store.db
      .prepare("INSERT INTO letter (hash, seen, body) VALUES (?, 0, ?)")
      .run(hash, JSON.stringify(body));
    this.#events.add("letter", { letter: { ...body, n: Number(lastInsertRowid), seen: false } });
  }

  /** The newest letters, newest first. */
  list(limit = 200): LetterLine[] {
    return this.#store.db
      .prepare<[number], Row>("SELECT n, hash, seen, body FROM letter ORDER BY n DESC LIMIT ?")
      .all(limit)
      .map(lineOf);
  }

  get unseen(): number {
    return (
      this.#store.db.prepare<[], { n: number }>("SELECT count(*) AS n FROM letter WHERE seen = 0").get()?.n ??
      0
    );
  }

  /** The whole message, byte for byte. */
  raw(n: number): Uint8Array | undefined {
    const row = this.#row(n);
    return row && this.#store.read(row.hash);
  }

  async parsed(n: number): Promise<Email | undefined> {
    const bytes = this.raw(n);
    return bytes && read(bytes);
  }

  /** Opens a letter: it counts as seen from now on. */
  async open(n: number): Promise<OpenLetter | undefined> {
    const row = this.#row(n);
    if (!row) return undefined;
    const { headers, text = "", html, attachments } = await read(this.#store.read(row.hash));
    this.#store.db.prepare("UPDATE letter SET seen = 1 WHERE n = ?").run(n);
    return {
      ...lineOf(row),
      seen: true,
      headers: headers.map(({ originalKey, value }) => ({ name: originalKey, value: decodeWords(value) })),
      text,
      hasHtml: html !== undefined,
      files: attachments.map(({ filename, mimeType, content }) => ({
        name: filename ?? "file",
        mime: mimeType,
        size: typeof content === "string" ? content.length : content.byteLength,
      })),
    };
  }

  #row(n: number): Row | undefined {
    return this.#store.db.prepare<[number], Row>("SELECT n, hash, seen, body FROM letter WHERE n = ?").get(n);
  }
}

/** A message too odd to be taken apart is shown as it came. */
async function read(bytes: Uint8Array): Promise<Email> {
  const asItCame: Email = { headers: [], headerLines: [], attachments: [] };
  return PostalMime.parse(bytes).catch(() => ({ ...asItCame, text: Buffer.from(bytes).toString() }));
}

function lineOf({ n, seen, body }: Row): LetterLine {
  // Written by `keep` above.
  return { ...(JSON.parse(body) as Body), n, seen: seen === 1 };
}

function nameOf({ name, address }: Address): string {
  return address === undefined ? name : name === "" ? address : `${name} <${address}>`;
}
