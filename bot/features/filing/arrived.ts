/** Files that were fetched and checked: counters are repainted, and what waited for them goes on by itself. */
import { draftsOf, openDraft } from "../../../db/drafts.ts";
import type { UploadRow } from "../../../db/uploads.ts";
import { step } from "../../../flows/filing/dialogue.ts";
import { settledPapers } from "../../../flows/filing/files-dialogue.ts";
import type { TableRead } from "../../../flows/filing/goods-table.ts";
import { goodsFileWords, readGoodsFile, type GoodsFile } from "../../goods-file.ts";
import type { Turn } from "../../work.ts";
import { advance } from "./advance.ts";
import { isTable } from "./incoming.ts";
import { looseSettled } from "./loose-photos.ts";
import { isLoose, looseOf } from "./loose-row.ts";
import { openRow, repaintCounter, save } from "./open-draft.ts";
import { whyWords } from "./remark-words.ts";

export type FiledGoods = GoodsFile;

/** A table with goods lines: it is read, not looked at as a picture. */
export function isGoodsFile(upload: Pick<UploadRow, "sentAs" | "name" | "mime">): boolean {
  return isTable(upload);
}

/** Reads it outside any transaction; a bad file is an answer, not an error. */
export function readFiledGoods(bytes: Uint8Array): Promise<FiledGoods> {
  return readGoodsFile(Buffer.from(bytes));
}

/** A picture, a paper or a video is ready or refused. */
export function uploadSettled(turn: Turn, uniqueId: string): void {
  const inDraft = openDraft(turn.tx, turn.me.id)?.id;
  for (const row of draftsOf(turn.tx, turn.me.id)) {
    if (isLoose(row)) {
      if (looseOf(row).media.some((media) => media.uniqueId === uniqueId)) looseSettled(turn, row);
      continue;
    }
    const open = openRow(turn, row);
    if (open === undefined) continue;
    const { media, papers } = open.draft;
    if (![...media, ...papers].some((one) => one.uniqueId === uniqueId)) continue;
    repaintCounter(turn, row.id);
    // Who is at something else now is told when he comes back to it, or sends it.
    if (row.id === inDraft && settledPapers(open.draft, open.around) !== undefined) {
      advance(turn, open, { kind: "settled" });
      continue;
    }
    if (open.draft.at.kind !== "checking") continue;
    const turned = step(open.draft, { kind: "settled" }, open.around);
    if (turned.draft.at.kind !== "checking") advance(turn, open, { kind: "settled" });
  }
}

/** A table is read, or couldn't be fetched: its lines are echoed in the draft that waits for it. */
export function goodsFileSettled(
  turn: Turn,
  uniqueId: string,
  read: FiledGoods | { readonly refused: string },
): void {
  const inDraft = openDraft(turn.tx, turn.me.id)?.id;
  for (const row of draftsOf(turn.tx, turn.me.id)) {
    const open = isLoose(row) ? undefined : openRow(turn, row);
    const at = open?.draft.at;
    if (open === undefined || at?.kind !== "goods" || at.step.kind !== "reading") continue;
    if (at.step.uniqueId !== uniqueId) continue;
    const input = { kind: "table-read", uniqueId, read: tableRead(turn, read) } as const;
    if (row.id === inDraft) advance(turn, open, input);
    else save(turn, { ...open, draft: step(open.draft, input, open.around).draft }); // he is at something else now
  }
}

function tableRead(turn: Turn, read: FiledGoods | { readonly refused: string }): TableRead {
  if ("refused" in read) return { kind: "unreadable", said: whyWords(turn, read.refused) };
  if (read.kind !== "refused") return read;
  return { kind: "unreadable", said: goodsFileWords(read, turn.me.language) };
}
