/** Photos that came with no form open, kept until the person says what they are for. One row per person, without a process. */
import { z } from "zod";
import { draftOf, endDraft, type DraftRow } from "../../../db/drafts.ts";
import { mediaSchema } from "../../../flows/filing/draft-schema.ts";
import type { Media } from "../../../flows/filing/draft.ts";
import { id, type ProcessId, type RequestId } from "../../../flows/ids.ts";
import type { Turn } from "../../work.ts";
import { home } from "../home.ts";
import { repaintCounter } from "./open-draft.ts";

export interface Loose {
  readonly schema: 1;
  readonly media: readonly Media[];
  /** Came beyond the allowed number. */
  readonly over: number;
  /** What was written under them, in order. */
  readonly captions: readonly string[];
  /** The counter stands below the question. */
  readonly counted: boolean;
  /** What was sent shortly before: «Добавить к № 17?» */
  readonly requests: readonly RequestId[];
  /** The one that they are to be added to as soon as they are checked. */
  readonly addTo?: RequestId;
}

/** No process has an empty id: this row can't be taken for a form. */
export const noProcess = id<ProcessId>("");
/** Older photos were about something else. */
export const freshMs = 24 * 3_600_000;

const schema = z.strictObject({
  schema: z.literal(1),
  media: z.array(mediaSchema),
  over: z.number().int(),
  captions: z.array(z.string()),
  counted: z.boolean(),
  requests: z.array(z.number().int()),
  addTo: z.number().int().optional(),
});

export const isLoose = (row: Pick<DraftRow, "process">): boolean => row.process === noProcess;

/** Reads the row's state; throws on what no release wrote. */
export function looseOf(row: DraftRow): Loose {
  return schema.parse(row.state) as unknown as Loose; // the brands exist at compile time only
}

/** Takes the person's loose photos away from where they were kept: they go into a form. */
export function takeLoose(turn: Turn): Pick<Loose, "media" | "captions"> {
  const row = draftOf(turn.tx, turn.me.id, noProcess);
  const none = { media: [], captions: [] };
  if (row === undefined) return none;
  const { media, captions, addTo } = looseOf(row);
  if (addTo !== undefined) return none;
  endDraft(turn.tx, row.id);
  repaintCounter(turn, row.id);
  return turn.now - row.updatedAt <= freshMs ? { media, captions } : none;
}

/** They are for nothing. */
export function leaveLoose(turn: Turn, row: number): void {
  endDraft(turn.tx, row);
  repaintCounter(turn, row);
  home(turn, turn.words("filing-photos-left"));
}
