/** What a process is: data, storable, versioned, comparable (S0.25, D22, D34); read and checked by `process-schema`. */
import type { PostId, ProcessId, QuestionId, StageId, Text, VisaId } from "../ids.ts";
import { id } from "../ids.ts";
import type { LetterKind } from "../mail/letter.ts";
import type { Question } from "./questions.ts";
import type { Condition } from "./rules.ts";

/** Whom something is addressed to, in words; people are found when it matters, not when it is declared. */
export type Address =
  /** Sought at the request's place, then up the parents, then among holders without a place. */
  | { readonly post: PostId }
  /** The head of the request's place, or n levels above it (1 = the head of the parent). */
  | { readonly headOfPlace: number }
  | { readonly filer: true }
  /** The person whom this question's answer names; where it names nobody, all holders of the post (O5). */
  | { readonly chosen: QuestionId; readonly else: PostId };

/** One required signature of a stage. */
export interface Visa {
  readonly title: Text;
  readonly to: Address;
  /** What its signer is asked on his card. */
  readonly asks: readonly Question[];
  /** Answers it covers: when one of these changes on resubmission it is asked anew. Absent: everything but the comment. */
  readonly covers?: readonly QuestionId[];
  /** Required only if this holds when the stage is entered. */
  readonly when?: Condition;
  readonly quickReject: readonly Text[];
  readonly quickRework: readonly Text[];
  /** One of several may take it: from then on it is his, and the others see who has it (S1.11). */
  readonly shared?: boolean;
}

/** What reaching a stage causes. */
export type Effect =
  | {
      readonly kind: "document";
      readonly document: string;
      /** Prefix of the paper's number: «СП» (domain 5). */
      readonly series: string;
      readonly title: Text;
      /** Posts that may take it under «Скачать акт» besides filer and signers. */
      readonly alsoFor: readonly PostId[];
    }
  /**
   * To the supplier, once per request; held while it can be undone (S1.2, O13), or for so many working milliseconds, and
   * then sent only if the request still stands there.
   */
  | { readonly kind: "letter"; readonly letter: LetterKind; readonly after?: number };

/** The papers among the effects of a stage. */
export const documentsOf = (effects: readonly Effect[]): readonly Extract<Effect, { kind: "document" }>[] =>
  effects.filter((effect) => effect.kind === "document");

/** How long somebody may take, in working milliseconds; absent: never. */
interface Terms {
  /** From a step's opening or taking. */
  readonly remindAfter?: number;
  /** After the first reminder, again and again; absent: reminded once. */
  readonly remindEvery?: number;
  readonly escalateAfter?: number;
}

export interface VisasStage extends Terms {
  readonly kind: "visas";
  readonly title: Text;
  readonly visas: Readonly<Record<string, Visa>>;
  /** How many approvals end it well. The first rejection that makes this impossible ends it badly (O1). */
  readonly need: "all" | "any" | number;
  readonly approved: StageId;
  readonly rejected: StageId;
  /** Whether a signer may send it back to the store. */
  readonly rework: boolean;
}

/** What the doer of a task does to end it. */
export type Work =
  /** Books payments until they make up the request's total (S1.15). */
  | { readonly kind: "payment"; readonly to: StageId }
  /** Answers what he is asked, then says that it is done. */
  | { readonly kind: "answers"; readonly says: Text; readonly to: StageId };

/** Work for one person: an address, of whom the first to come takes it where it has to be taken (S1.9, S1.14). */
export interface TaskStage extends Terms {
  readonly kind: "task";
  readonly title: Text;
  /** Name of its step. A stage with the name of the one before goes on with the same step, in the same hands. */
  readonly step: VisaId;
  /** Whose step it is: «Бухгалтер». */
  readonly who: Text;
  readonly to: Address;
  /** What its doer is asked on his card. */
  readonly asks: readonly Question[];
  /** Present: it waits to be taken, by this button, and then stands in that stage. */
  readonly take?: { readonly says: Text; readonly to: StageId };
  /** Questions that say for which day the work is meant, the first answered counts: its time runs from that day. */
  readonly dueOn?: readonly QuestionId[];
  /** Where giving it back leads; absent: it can't be given back. */
  readonly release?: StageId;
  readonly work?: Work;
  /** Whether its doer may send the request back to the filer. */
  readonly rework: boolean;
  readonly effects: readonly Effect[];
  readonly quickRework: readonly Text[];
}

/** A stage that is reached, told and left at once: «Оплачен». */
export interface PassStage {
  readonly kind: "pass";
  readonly title: Text;
  /** What the filer hears. */
  readonly says?: Text;
  readonly next: StageId;
  readonly effects: readonly Effect[];
}

export interface FinalStage {
  readonly kind: "final";
  readonly title: Text;
  readonly outcome: "positive" | "negative";
  /** What the filer hears: «Списание согласовано». */
  readonly says: Text;
  /** What the filer should do now. */
  readonly todo?: Text;
  /** Held for `undoMinutes` before it takes effect (O13). */
  readonly undoable: boolean;
  readonly effects: readonly Effect[];
  /** Who hears of it besides the filer: whoever did these steps, and in what words; {number} is the request's (S1.19). */
  readonly tells?: readonly { readonly doer: VisaId; readonly says: Text }[];
}

export type Stage = VisasStage | TaskStage | PassStage | FinalStage;

export interface Process {
  readonly id: ProcessId;
  /** «Списание»: the button that starts it, the first word of its cards. */
  readonly title: Text;
  /** What is approved, in the accusative, as on a button: «Согласовать {списание}». */
  readonly object: Text;
  readonly filedBy: readonly PostId[];
  readonly form: readonly Question[];
  /**
   * Sent back, or filed again as a copy, it is mended from this question on: files and persons from there on are given
   * anew, the other answers stay and can be changed (S1.12). Absent: whatever is wrong.
   */
  readonly reworkFrom?: QuestionId;
  readonly first: StageId;
  readonly stages: Readonly<Record<string, Stage>>;
}

/** Working hours as working milliseconds, as declarations write them. */
export const hours = (count: number): number => count * 3_600_000;

export const post = (name_: string): Address => ({ post: id<PostId>(name_) });

/** The visas stage of that name, or undefined where it is of another kind. */
export function visasStage(declared: Process, stage: StageId): VisasStage | undefined {
  const found = declared.stages[stage];
  return found?.kind === "visas" ? found : undefined;
}
export function finalStage(declared: Process, stage: StageId): FinalStage | undefined {
  const found = declared.stages[stage];
  return found?.kind === "final" ? found : undefined;
}
export function taskStage(declared: Process, stage: StageId): TaskStage | undefined {
  const found = declared.stages[stage];
  return found?.kind === "task" ? found : undefined;
}
/** A declared visa by id. Throws on an id that the process doesn't declare: steps are only made from it. */
export function visaOf(declared: Process, stage: StageId, visa: VisaId): Visa {
  const found = visasStage(declared, stage)?.visas[visa];
  if (found === undefined) throw new Error(`process ${declared.id} has no visa ${visa} in stage ${stage}`);
  return found;
}

/** The stage of this step: the one that the request stands in where the step is its own, else the first that has it. */
export function stageOfStep(
  declared: Process,
  stage: StageId,
  step: VisaId,
): VisasStage | TaskStage | undefined {
  const has = (one: Stage | undefined): one is VisasStage | TaskStage =>
    one?.kind === "visas" ? Object.hasOwn(one.visas, step) : one?.kind === "task" && one.step === step;
  return [declared.stages[stage], ...Object.values(declared.stages)].find(has);
}
/** Whose step it is, in words: «Мерчендайзер», «Бухгалтер». */
export function stepTitle(declared: Process, stage: StageId, step: VisaId): Text | undefined {
  const found = stageOfStep(declared, stage, step);
  return found?.kind === "visas" ? found.visas[step]?.title : found?.who;
}
/** The step that pays, if the process has one. */
export function paymentStep(declared: Process): VisaId | undefined {
  for (const stage of Object.values(declared.stages))
    if (stage.kind === "task" && stage.work?.kind === "payment") return stage.step;
  return undefined;
}
/** What the doer of a step is asked on his card. */
export function asksOf(declared: Process, stage: StageId, step: VisaId): readonly Question[] {
  const found = stageOfStep(declared, stage, step);
  return (found?.kind === "visas" ? found.visas[step]?.asks : found?.asks) ?? [];
}
