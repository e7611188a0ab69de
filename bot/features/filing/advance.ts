/** One answer of the person: the pure step, and what it causes in the store and in the chat. */
import { endDraft, enterDraft } from "../../../db/drafts.ts";
import { addSupplier } from "../../../db/suppliers.ts";
import { step } from "../../../flows/filing/dialogue.ts";
import type { Draft } from "../../../flows/filing/draft.ts";
import type { Input } from "../../../flows/filing/input.ts";
import { nobodyToSign } from "../../../flows/filing/preview.ts";
import { newDraft } from "../../../flows/filing/starting.ts";
import type { After, Turned } from "../../../flows/filing/turned.ts";
import { line } from "../../cards/shown-text.ts";
import { refusalText } from "../../refusals.ts";
import type { Turn } from "../../work.ts";
import { home } from "../home.ts";
import { countPhotos, repaintCounter, save, show, type OpenDraft } from "./open-draft.ts";
import { submit } from "./submit.ts";

/** Takes an input into the draft that the person is in. */
export function advance(turn: Turn, open: OpenDraft, input: Input): void {
  carryOut(turn, open, step(open.draft, input, open.around));
}

export function carryOut(turn: Turn, open: OpenDraft, turned: Turned): void {
  const next: OpenDraft = { ...open, draft: turned.draft };
  const { after } = turned;
  if (after === undefined) {
    const placed = turned.draft.place !== open.draft.place;
    const dropped = filesIn(turned.draft) < filesIn(open.draft);
    if (dropped && open.row !== undefined) repaintCounter(turn, open.row);
    return show(turn, next, turned.remarks, placed ? warned(turn, next) : []);
  }
  carryOutAfter(turn, next, after, open.draft);
}

const filesIn = ({ media, papers }: Draft): number => media.length + papers.length;

function carryOutAfter(turn: Turn, next: OpenDraft, after: After, before: Draft): void {
  switch (after.kind) {
    case "counted":
      if (filesIn(next.draft) === filesIn(before) && next.draft.over === before.over) {
        const row = save(turn, next);
        return repaintCounter(turn, row);
      }
      return countPhotos(turn, next);
    case "add-supplier": {
      const inn = after.number === undefined ? {} : { inn: after.number };
      const supplier = addSupplier(turn.tx, { name: after.name, ...inn }, turn.me.id);
      return advance(turn, next, { kind: "supplier-added", supplier });
    }
    case "leave":
      return leave(turn, next, after.keep);
    case "start-over":
      return show(turn, { ...next, draft: newDraft(next.around) });
    case "submit":
      return submit(turn, next, after.parts);
  }
}

/** Out of the dialogue: the draft waits, or is gone for good. */
export function leave(turn: Turn, open: OpenDraft, keep: boolean): void {
  const row = save(turn, open);
  const process = line(open.around.process.title[turn.me.language], 60);
  if (keep) enterDraft(turn.tx, turn.me.id, undefined, turn.now);
  else endDraft(turn.tx, row);
  repaintCounter(turn, row);
  home(turn, turn.words(keep ? "filing-draft-kept" : "filing-draft-deleted", { process }));
}

/** Told before anything is filled in: nobody could sign it as things stand (O3). */
export function warned(turn: Turn, { draft, around }: OpenDraft): string[] {
  const refusal = nobodyToSign(draft, around);
  if (refusal === undefined || draft.place === undefined) return [];
  const { company, now, words, me } = turn;
  const why = refusalText(refusal, {
    company,
    process: around.process,
    place: draft.place,
    now,
    words,
    language: me.language,
  });
  return [`⚠️ ${why} ${words("filing-nobody-yet")}`];
}
