/** What the transport is given to carry: the chat's features, how live messages look, what is worded when it is sent. */
import type { Composer } from "grammy";
import type { Store } from "../db/open.ts";
import type { UploadRow } from "../db/uploads.ts";
import type { Language } from "../flows/ids.ts";
import type { Wording } from "./delivery/wording.ts";
import type { Draw, SubjectKind } from "./live.ts";
import type { Ctx, Turn } from "./work.ts";

/** What a feature does with files that were fetched and looked at. */
export interface Arrivals<Goods = unknown> {
  /** A table with goods lines: read instead of being looked at as a picture. */
  isGoodsFile(upload: Pick<UploadRow, "sentAs" | "name" | "mime">): boolean;
  /** A file that is read by its owner later (an import): kept as it came. */
  isKeptAsIs(store: Store, upload: Pick<UploadRow, "uniqueId">): boolean;
  /** Outside any transaction; bad files are an answer, not an error. */
  readGoods(bytes: Uint8Array, name: string): Promise<Goods>;
  /** A picture or video is ready or refused: what waited for it goes on. */
  uploadSettled(turn: Turn, uniqueId: string): void;
  goodsFileSettled(turn: Turn, uniqueId: string, read: Goods | { readonly refused: string }): void;
}

export interface Parts {
  /** Registers the features in their order; `reading` is for screens that change nothing. */
  register(chat: Composer<Ctx>, reading: { readonly store: Store; readonly clock: { now(): number } }): void;
  readonly subjects: Readonly<Record<SubjectKind, Draw>>;
  readonly wording: Wording;
  readonly arrivals: Arrivals;
  /** What the command menu of Telegram lists in a language. */
  commands(language: Language): readonly { readonly command: string; readonly description: string }[];
}
