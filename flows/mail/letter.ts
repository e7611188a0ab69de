/** A letter as its feature words it: to whom and what; how it leaves the house is the business of `bot/channels/mail`. */
import type { FileHash, RequestId } from "../ids.ts";

/** One mailbox, with the name that stands before it. The address has passed `checkAddress`. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** Subject and body: always both as text and as simple HTML. */
export interface LetterText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface LetterContent extends LetterText {
  /** Stands before the company's own address: «ООО «Северный шаг»». */
  readonly fromName: string;
  /** The supplier's contact or name; the address is that of the letter's row, which its card shows. */
  readonly toName: string;
  /** Whom the supplier's answer goes to: the manager who filed the request. */
  readonly replyTo?: Mailbox;
  /** Gets a copy of his own once the supplier's is accepted. */
  readonly cc?: Mailbox;
  /** Files of `DATA_DIR/files`, under the names they came with. */
  readonly attachments: readonly { readonly name: string; readonly mime: string; readonly file: FileHash }[];
}

/** The letters of a supplier invoice (domain 10), in the order in which they leave. */
export const letterKinds = ["handed-over", "paid", "closing-documents"] as const;
export type LetterKind = (typeof letterKinds)[number];

/** The stable id of a letter: a second copy of it is recognised by the recipient's mailbox (F68). */
export function messageIdOf(request: RequestId, n: number, domain: string): string {
  return `<inv-${request}-${n}@${domain}>`;
}
