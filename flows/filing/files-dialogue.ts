/** The question about a paper: PDF or photos of its pages, each once, up to the allowed number; taken at any step. */
import type { Around } from "./catalogue.ts";
import type { AtQuestion, Draft, Paper } from "./draft.ts";
import type { Button, FileRefusal, Input } from "./input.ts";
import { isNeeded, onward } from "./order.ts";
import { filesQuestion, filesTaken, papersCheck, standing } from "./papers.ts";
import { withCaption } from "./photos-dialogue.ts";
import type { Remark } from "./remarks.ts";
import { goTo, on, type Turned } from "./turned.ts";

export type AtFiles = Extract<AtQuestion, { kind: "files" }>;

/** A paper, at whatever question: the place in the dialogue stays, only the counter shows it. */
export function takePaper(draft: Draft, paper: Paper, caption: string | undefined, around: Around): Turned {
  const max = filesQuestion(around)?.max ?? 0;
  const noted = caption === undefined ? draft : withCaption(draft, caption, around);
  const kept = standing(noted, around.catalogue);
  if (kept.papers.some((known) => known.uniqueId === paper.uniqueId)) return counted(kept);
  if (kept.papers.length >= max) return counted({ ...kept, over: kept.over + 1 });
  return counted({ ...kept, papers: [...kept.papers, paper] });
}

/** A picture where papers are wanted is a photo of a page; a video is none. */
export function takePage(
  draft: Draft,
  { media, caption, name }: Omit<Extract<Input, { kind: "picture" }>, "kind">,
  around: Around,
): Turned {
  const { uniqueId, fileId, sentAs } = media;
  const named = name === undefined ? {} : { name };
  return sentAs === "video" || media.kind === "video"
    ? on(draft, { kind: "not-a-paper" })
    : takePaper(draft, { uniqueId, fileId, sentAs, ...named }, caption, around);
}

const counted = (draft: Draft): Turned => ({ draft, remarks: [], after: { kind: "counted" } });

/** Why a file isn't even noted, said with what to do instead. */
export function paperRefusal(refusal: FileRefusal): Remark {
  if (refusal.kind === "file-too-big") return { ...refusal, kind: "paper-too-big" };
  return refusal.kind === "unknown-file" ? { kind: "not-a-paper" } : refusal;
}

/** What is said of refused papers; they are taken out of the draft by whoever says it. */
export function refusedRemarks(draft: Draft, around: Around): readonly Remark[] {
  const { refused } = papersCheck(draft, around.catalogue);
  return refused.length === 0 ? [] : [{ kind: "papers-refused", refused }];
}

/** A paper's check has come to its end: a refused one is told at once and makes room for another. */
export function settledPapers(draft: Draft, around: Around): Turned | undefined {
  const remarks = refusedRemarks(draft, around);
  const question = filesQuestion(around);
  if (remarks.length === 0 || question === undefined) return undefined;
  const kept = standing(draft, around.catalogue);
  return kept.at.kind === "checking"
    ? goTo(kept, { kind: "files", question: question.id }, ...remarks)
    : on(kept, ...remarks);
}

export function pressedFiles(draft: Draft, at: AtFiles, button: Button, around: Around): Turned {
  switch (button.kind) {
    case "done":
    case "next":
    case "skip":
      return finish(draft, at, around);
    case "drop-last-photo":
      return drop(draft, standing(draft, around.catalogue).papers.slice(0, -1));
    case "drop-photos":
      return drop(draft, []);
    default:
      return on(draft, { kind: "choose-one" });
  }
}

function drop(draft: Draft, papers: readonly Paper[]): Turned {
  const count = draft.papers.length - papers.length;
  return on({ ...draft, papers, over: 0 }, { kind: "photos-dropped", count });
}

function finish(draft: Draft, at: AtFiles, around: Around): Turned {
  const remarks = refusedRemarks(draft, around);
  const kept = { ...standing(draft, around.catalogue), over: 0 };
  const question = filesQuestion(around);
  const none = filesTaken(kept, around.catalogue).length === 0;
  if (none && question !== undefined && isNeeded(question, kept, around))
    return goTo(kept, at, ...remarks, { kind: "paper-needed" });
  if (remarks.length > 0) return goTo(kept, at, ...remarks);
  const { [at.question]: _skipped, ...rest } = kept.answers;
  const answers = none ? { ...rest, [at.question]: { kind: "skipped" } as const } : rest;
  return on(onward({ ...kept, answers }, at.question, around));
}
