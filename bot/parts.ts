/** What the transport is given to carry: the chat's features, how live messages look, what is worded when it is sent. */
import type { Composer } from "grammy";
import type { LetterRow } from "../db/letters.ts";
import type { Store } from "../db/open.ts";
import type { UploadRow } from "../db/uploads.ts";
import type { Tx } from "../db/write.ts";
import type { Instant, Language } from "../flows/ids.ts";
import type { LetterContent } from "../flows/mail/letter.ts";
import type { Wording } from "./delivery/wording.ts";
import type { Draw, SubjectKind } from "./live.ts";
import type { Ctx, Turn } from "./work.ts";

/** What a feature does with files that were fetched and looked at. */
export interface Arrivals<Goods = unknown> {
  /** A table with goods lines: read instead of being looked at as a picture. */
  isGoodsFile(upload: Pick<UploadRow, "sentAs" | "name" | "mime">): boolean;
  /** A paper: kept as it came, its first page made a picture. */
  isPaper(upload: Pick<UploadRow, "sentAs" | "name" | "mime">): boolean;
  /** A file that is read by its owner later (an import): kept as it came. */
  isKeptAsIs(store: Store, upload: Pick<UploadRow, "uniqueId">): boolean;
  /** Outside any transaction; bad files are an answer, not an error. */
  readGoods(bytes: Uint8Array, name: string): Promise<Goods>;
  /** A picture or video is ready or refused: what waited for it goes on. */
  uploadSettled(turn: Turn, uniqueId: string): void;
  goodsFileSettled(turn: Turn, uniqueId: string, read: Goods | { readonly refused: string }): void;
}

/** What follows from a letter's end, in the transaction that marks it; `letter` is as marked. Its cards are drawn anew anyway. */
export interface LetterEvents {
  sent(tx: Tx, letter: LetterRow, now: Instant): void;
  /** It will never leave as it is: `letter.why`, with the server's words in `letter.answer`. */
  refused(tx: Tx, letter: LetterRow, now: Instant): void;
  /** Its last try failed (O7). */
  gaveUp(tx: Tx, letter: LetterRow, now: Instant): void;
}

/** What a feature makes of the letters that it planned. */
export interface Letters {
  /** What a letter says, asked when it is sent; undefined: nobody wants it any more, it is cancelled. */
  compose(store: Store, letter: LetterRow, now: Instant): LetterContent | undefined;
  readonly events: LetterEvents;
}

export interface Parts {
  /** Registers the features in their order; `reading` is for screens that change nothing. */
  register(chat: Composer<Ctx>, reading: { readonly store: Store; readonly clock: { now(): number } }): void;
  readonly subjects: Readonly<Record<SubjectKind, Draw>>;
  readonly wording: Wording;
  readonly arrivals: Arrivals;
  readonly letters: Letters;
  /** What the command menu of Telegram lists in a language. */
  commands(language: Language): readonly { readonly command: string; readonly description: string }[];
}
