/** How filing begins: by a process's title, from a rejected request, from one that was sent back; and how it is left. */
import { draftOf, endDraft, enterDraft, openDraft } from "../../../db/drafts.ts";
import type { Store } from "../../../db/open.ts";
import { currentProcesses, latestProcess } from "../../../db/processes.ts";
import type { Company } from "../../../flows/company/company.ts";
import { addPicture } from "../../../flows/engine/answers.ts";
import { actsForStore } from "../../../flows/engine/file.ts";
import type { Process } from "../../../flows/engine/process.ts";
import type { Request } from "../../../flows/engine/request.ts";
import { step } from "../../../flows/filing/dialogue.ts";
import { hasContent, type Media } from "../../../flows/filing/draft.ts";
import { takePage } from "../../../flows/filing/files-dialogue.ts";
import type { Input } from "../../../flows/filing/input.ts";
import { filesQuestion } from "../../../flows/filing/papers.ts";
import { photosQuestion, withCaption } from "../../../flows/filing/photos-dialogue.ts";
import { placesOffered, processesOffered } from "../../../flows/filing/places-offered.ts";
import { draftToCopy, draftToMend, newDraft } from "../../../flows/filing/starting.ts";
import type { PersonId, ProcessId, RequestId } from "../../../flows/ids.ts";
import { caseFor } from "../../cards/case.ts";
import { line } from "../../cards/shown-text.ts";
import { refusalText } from "../../refusals.ts";
import type { Turn } from "../../work.ts";
import { home } from "../home.ts";
import { advance, leave, warned } from "./advance.ts";
import { aroundOf } from "./around.ts";
import { isLoose, leaveLoose, takeLoose } from "./loose-row.ts";
import { openRow, save, show, type OpenDraft } from "./open-draft.ts";

/** The processes that a person may file somewhere, in their declared order. */
export function mayFile(store: Store, company: Company, person: PersonId): readonly Process[] {
  return processesOffered(company, person, currentProcesses(store));
}

/** «Что оформляем?» with the titles that he may file; a single one begins at once. */
export function chooseWhat(turn: Turn): void {
  const offered = mayFile(turn.tx, turn.company, turn.me.id);
  const [only, other] = offered;
  if (only === undefined) return home(turn, turn.words("filing-not-a-filer"));
  if (other === undefined) return startDraft(turn, only.id);
  turn.say({
    text: turn.words("filing-what"),
    keyboard: [
      ...offered.map((process) => [process.title[turn.me.language]]),
      [turn.words("filing-button-not-needed")],
    ],
  });
}

/** Begins a process, or asks whether to go on with the draft of it. Photos that came before go into it. */
export function startDraft(turn: Turn, process: ProcessId): void {
  const found = latestProcess(turn.tx, process)?.process;
  const { company, me } = turn;
  if (found === undefined || placesOffered({ company, me: me.id, process: found }).length === 0)
    return home(turn, turn.words("filing-not-a-filer"));
  const kept = keptWords(turn, process);
  const loose = takeLoose(turn);
  const row = draftOf(turn.tx, me.id, process);
  const standing = row === undefined ? undefined : openRow(turn, row);
  if (standing !== undefined && hasContent(standing.draft))
    return goOn(turn, withCaptions(withMedia(standing, loose.media), loose.captions), kept);
  const around = aroundOf(turn, { process });
  if (around === undefined) throw new Error(`process ${process} was there a moment ago`);
  const { draft } = withCaptions({ draft: newDraft(around, loose.media), around }, loose.captions);
  const open = { ...(row === undefined ? {} : { row: row.id }), draft, around };
  begin(turn, open, [...kept, ...warned(turn, open)]);
}

/** The person is in this draft from now on. */
function begin(turn: Turn, open: OpenDraft, first: readonly string[] = []): void {
  const row = save(turn, open);
  enterDraft(turn.tx, turn.me.id, row, turn.now);
  show(turn, { ...open, row }, [], first);
}

/** «Продолжить черновик?» */
function goOn(turn: Turn, open: OpenDraft, first: readonly string[] = []): void {
  const { at } = open.draft;
  const back = at.kind === "resume" || at.kind === "cancel" ? at.back : at;
  begin(turn, { ...open, draft: { ...open.draft, at: { kind: "resume", back } } }, first);
}

/** A PDF with nothing open begins the first form that takes one, or is added to its draft. False: he may file none. */
export function startWithPaper(
  turn: Turn,
  input: Extract<Input, { kind: "paper" }>,
  note: () => void,
): boolean {
  const process = mayFile(turn.tx, turn.company, turn.me.id).find(
    (one) => filesQuestion({ process: one }) !== undefined,
  );
  if (process === undefined) return false;
  note(); // a file that nobody noted counts as gone
  const row = draftOf(turn.tx, turn.me.id, process.id);
  const standing = row === undefined ? undefined : openRow(turn, row);
  const loose = takeLoose(turn);
  const around = aroundOf(turn, { process: process.id });
  if (around === undefined) throw new Error(`process ${process.id} was there a moment ago`);
  const before = standing ?? { draft: newDraft(around), around };
  const { draft } = step(withMedia(before, loose.media).draft, input, around);
  const open = withCaptions({ ...before, draft }, loose.captions);
  if (standing !== undefined && hasContent(standing.draft)) goOn(turn, open);
  else begin(turn, { ...(row === undefined ? {} : { row: row.id }), ...open }, warned(turn, open));
  return true;
}

function withMedia(open: OpenDraft, media: readonly Media[]): OpenDraft {
  if (photosQuestion(open.around) === undefined && filesQuestion(open.around) !== undefined) {
    const paged = media.reduce(
      (before, one) => takePage(before, { media: one }, open.around).draft,
      open.draft,
    );
    return { ...open, draft: paged };
  }
  const max = photosQuestion(open.around)?.max ?? 0;
  const draft = media.reduce((before, one) => {
    const added = addPicture(before.media, one, max);
    return added.kind === "added" ? { ...before, media: added.pictures } : before;
  }, open.draft);
  return { ...open, draft };
}

function withCaptions(open: OpenDraft, captions: readonly string[]): OpenDraft {
  const draft = captions.reduce((before, caption) => withCaption(before, caption, open.around), open.draft);
  return { ...open, draft };
}

/** The draft of another process that is left for this one is not lost: that is said. */
function keptWords(turn: Turn, process: ProcessId): string[] {
  const row = openDraft(turn.tx, turn.me.id);
  if (row === undefined || isLoose(row) || (row.process === process && row.request === undefined)) return [];
  const open = openRow(turn, row);
  if (open === undefined || !hasContent(open.draft)) return [];
  const title = line(open.around.process.title[turn.me.language], 60);
  return [turn.words("filing-draft-kept", { process: title })];
}

/** «Исправить»: the request that was sent back, at its preview; ends in sending it again. */
export function reworkDraft(turn: Turn, request: RequestId): void {
  const found = caseFor(turn.tx, turn.company, turn.me.id, request);
  if (found === undefined) return home(turn, turn.words("refusal-no-such-request"));
  const { request: standing, process } = found;
  const mine = actsForStore(process, standing, turn.me.id, turn.company);
  if (standing.status !== "rework" || !mine) {
    const refusal = mine ? ({ kind: "not-in-rework" } as const) : ({ kind: "not-a-filer" } as const);
    const { company, now, words, me } = turn;
    const why = refusalText(refusal, {
      company,
      process,
      place: standing.place,
      now,
      words,
      language: me.language,
    });
    return home(turn, why);
  }
  const row = draftOf(turn.tx, turn.me.id, standing.process, request);
  // A draft from an earlier round knows nothing of what was sent since.
  const fresh =
    row !== undefined && row.updatedAt >= (standing.rework?.at ?? 0) ? openRow(turn, row) : undefined;
  if (row !== undefined && fresh === undefined) endDraft(turn.tx, row.id);
  const around = aroundOf(turn, { process: standing.process, request });
  if (around === undefined) throw new Error(`request ${request} was there a moment ago`);
  const reason = standing.rework === undefined ? [] : [reworkWords(turn, standing)];
  begin(turn, fresh ?? { draft: draftToMend(standing, around), around }, reason);
}

function reworkWords(turn: Turn, request: Request): string {
  return turn.words("filing-rework-reason", { text: line(request.rework?.text ?? "", 500) });
}

/** «Подать снова»: a new request that begins with the answers of an old one. A draft that is there is not written over. */
export function copyDraft(turn: Turn, request: RequestId): void {
  const found = caseFor(turn.tx, turn.company, turn.me.id, request);
  if (found === undefined) return home(turn, turn.words("refusal-no-such-request"));
  const { request: old } = found;
  const around = aroundOf(turn, { process: old.process });
  if (around === undefined || placesOffered(around).length === 0)
    return home(turn, turn.words("filing-not-a-filer"));
  const row = draftOf(turn.tx, turn.me.id, old.process);
  const standing = row === undefined ? undefined : openRow(turn, row);
  if (standing !== undefined && hasContent(standing.draft) && standing.draft.copyOf !== request)
    return goOn(turn, standing, [turn.words("filing-draft-first")]);
  const draft = draftToCopy(old, around);
  begin(turn, { ...(row === undefined ? {} : { row: row.id }), draft, around });
}

/** /cancel: asks what to do with the draft that he is in; false: he is in none. */
export function cancelDraft(turn: Turn): boolean {
  const row = openDraft(turn.tx, turn.me.id);
  if (row === undefined) return false;
  if (isLoose(row)) {
    leaveLoose(turn, row.id);
    return true;
  }
  const open = openRow(turn, row);
  if (open === undefined) {
    enterDraft(turn.tx, turn.me.id, undefined, turn.now);
    return false;
  }
  if (open.draft.at.kind === "cancel")
    leave(turn, { ...open, draft: { ...open.draft, at: open.draft.at.back } }, true);
  else advance(turn, open, { kind: "press", button: { kind: "cancel" } });
  return true;
}
