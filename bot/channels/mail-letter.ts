/** A letter as bytes: its headers checked, its parts put together; what is kept as .eml is what goes over the wire. */
import { domainToASCII } from "node:url";
import MailComposer from "nodemailer/lib/mail-composer";
import { checkAddress } from "../../flows/mail/address.ts";
import type { LetterText, Mailbox } from "../../flows/mail/letter.ts";

export interface Letter extends LetterText {
  /** Epoch milliseconds: its Date. */
  readonly at: number;
  /** With its angle brackets; the same on every try. */
  readonly messageId: string;
  readonly fromName: string;
  readonly to: Mailbox;
  readonly replyTo?: Mailbox;
  readonly cc?: Mailbox;
  /** Message-IDs of the thread before it, oldest first. */
  readonly thread?: readonly string[];
  readonly attachments: readonly {
    readonly name: string;
    readonly mime: string;
    readonly bytes: Uint8Array;
  }[];
}

/** Why a letter is not even shown to the mail server. */
export type LetterFault = "no-address" | "bad-address" | "line-break";

/** The address as mail servers know it: a Cyrillic domain in its ASCII spelling; undefined: it is none (W21). */
export function wireAddress(typed: string): string | undefined {
  const checked = checkAddress(typed);
  if (checked.kind !== "address") return undefined;
  const domain = domainToASCII(checked.domain);
  return domain === "" || domain.length > 253 ? undefined : `${checked.local}@${domain}`;
}

// eslint-disable-next-line no-control-regex -- these would begin a header of their own
const breaking = /[\r\n\u0000]/;

/** A value that could begin a header of its own is refused, not mended (F127). */
function hasLineBreak(letter: Letter): boolean {
  const boxes = [letter.to, letter.replyTo, letter.cc].flatMap((box) =>
    box === undefined ? [] : [box.name, box.address],
  );
  const files = letter.attachments.flatMap(({ name, mime }) => [name, mime]);
  const headers = [letter.subject, letter.fromName, letter.messageId, ...(letter.thread ?? [])];
  return [...boxes, ...files, ...headers].some((value) => breaking.test(value));
}

/** Recipients as the envelope names them, and the whole message. */
export interface Sealed {
  readonly to: string;
  readonly cc?: string;
  readonly eml: Buffer;
}

/** @param from the company's own address, in its wire form */
export async function seal(letter: Letter, from: string): Promise<Sealed | { readonly fault: LetterFault }> {
  if (letter.to.address.trim() === "") return { fault: "no-address" };
  if (hasLineBreak(letter)) return { fault: "line-break" };
  const to = wireAddress(letter.to.address);
  const cc = letter.cc && wireAddress(letter.cc.address);
  const replyTo = letter.replyTo && wireAddress(letter.replyTo.address);
  if (to === undefined) return { fault: "bad-address" };
  const thread = letter.thread ?? [];
  const inReplyTo = thread.at(-1);
  const message = new MailComposer({
    from: { name: letter.fromName, address: from },
    to: { name: letter.to.name, address: to },
    // a manager's own address may be missing or wrong: his supplier's letter leaves all the same
    ...(letter.cc && cc !== undefined && { cc: { name: letter.cc.name, address: cc } }),
    ...(letter.replyTo &&
      replyTo !== undefined && { replyTo: { name: letter.replyTo.name, address: replyTo } }),
    ...(inReplyTo !== undefined && { inReplyTo, references: [...thread] }),
    messageId: letter.messageId,
    date: new Date(letter.at),
    subject: letter.subject,
    headers: { "Auto-Submitted": "auto-generated" },
    text: letter.text,
    html: letter.html,
    attachments: letter.attachments.map(({ name, mime, bytes }) => ({
      filename: name,
      contentType: mime,
      content: Buffer.from(bytes),
      contentDisposition: "attachment" as const,
    })),
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { to, ...(cc !== undefined && { cc }), eml: await message.compile().build() };
}
