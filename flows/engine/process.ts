/** What a process is: data, checked by a schema, storable, versioned, comparable (S0.25, D22, D34). */
import { z } from "zod";
import type { Plain, PostId, ProcessId, QuestionId, StageId, Text, VisaId } from "../ids.ts";
import { id } from "../ids.ts";
import { questionSchema, type Question } from "./questions.ts";
import { conditionSchema, type Condition } from "./rules.ts";
import { textSchema } from "./words.ts";

/** Whom something is addressed to, in words; people are found when it matters, not when it is declared. */
export type Address =
  /** Sought at the request's place, then up the parents, then among holders without a place. */
  | { readonly post: PostId }
  /** The head of the request's place, or n levels above it (1 = the head of the parent). */
  | { readonly headOfPlace: number }
  | { readonly filer: true };

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
}

/** What reaching a final stage causes. */
export type Effect = {
  readonly kind: "document";
  readonly document: string;
  /** Prefix of the paper's number: «СП» (domain 5). */
  readonly series: string;
  readonly title: Text;
  /** Posts that may take it under «Скачать акт» besides filer and signers. */
  readonly alsoFor: readonly PostId[];
};

export interface VisasStage {
  readonly kind: "visas";
  readonly title: Text;
  readonly visas: Readonly<Record<string, Visa>>;
  /** How many approvals end it well. The first rejection that makes this impossible ends it badly (O1). */
  readonly need: "all" | "any" | number;
  readonly approved: StageId;
  readonly rejected: StageId;
  /** Whether a signer may send it back to the store. */
  readonly rework: boolean;
  /** Working milliseconds from a step's opening; absent: never. */
  readonly remindAfter?: number;
  readonly escalateAfter?: number;
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
}

export type Stage = VisasStage | FinalStage;

export interface Process {
  readonly id: ProcessId;
  /** «Списание»: the button that starts it, the first word of its cards. */
  readonly title: Text;
  /** What is approved, in the accusative, as on a button: «Согласовать {списание}». */
  readonly object: Text;
  readonly filedBy: readonly PostId[];
  readonly form: readonly Question[];
  readonly first: StageId;
  readonly stages: Readonly<Record<string, Stage>>;
}

const name = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);
const addressSchema = z.union([
  z.strictObject({ post: name }),
  z.strictObject({ headOfPlace: z.number().int().min(0).max(10) }),
  z.strictObject({ filer: z.literal(true) }),
]);
const visaSchema = z.strictObject({
  title: textSchema,
  to: addressSchema,
  asks: z.array(questionSchema),
  covers: z.array(name).optional(),
  when: conditionSchema.optional(),
  quickReject: z.array(textSchema).max(8),
  quickRework: z.array(textSchema).max(8),
});
const effectSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("document"),
    document: name,
    series: z.string().min(1).max(4),
    title: textSchema,
    alsoFor: z.array(name),
  }),
]);
const stageSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("visas"),
    title: textSchema,
    visas: z.record(name, visaSchema),
    need: z.union([z.literal("all"), z.literal("any"), z.number().int().positive()]),
    approved: name,
    rejected: name,
    rework: z.boolean(),
    remindAfter: z.number().int().positive().optional(),
    escalateAfter: z.number().int().positive().optional(),
  }),
  z.strictObject({
    kind: z.literal("final"),
    title: textSchema,
    outcome: z.enum(["positive", "negative"]),
    says: textSchema,
    todo: textSchema.optional(),
    undoable: z.boolean(),
    effects: z.array(effectSchema),
  }),
]);
const processSchema = z
  .strictObject({
    id: name,
    title: textSchema,
    object: textSchema,
    filedBy: z.array(name).min(1),
    form: z.array(questionSchema).min(1),
    first: name,
    stages: z.record(name, stageSchema),
  })
  .superRefine((declared, ctx) => {
    for (const problem of problemsOf(declared as unknown as Process))
      ctx.addIssue({ code: "custom", message: problem }); // same shape, brands apart
  });

/** What is wrong with a declaration beyond its shape: duplicate questions, unknown stages, no way to an end. */
function problemsOf(declared: Process): string[] {
  const problems: string[] = [];
  const questions = declared.form.map((question) => question.id);
  if (new Set(questions).size !== questions.length) problems.push("two questions share an id");
  if (declared.form.filter((question) => question.kind === "goods").length > 1)
    problems.push("more than one goods question");
  if (!(declared.first in declared.stages))
    problems.push(`the first stage "${declared.first}" is not declared`);
  for (const [stageId, stage] of Object.entries(declared.stages)) {
    if (stage.kind !== "visas") continue;
    const visas = Object.values(stage.visas);
    if (visas.length === 0) problems.push(`stage "${stageId}" asks for no visa`);
    if (typeof stage.need === "number" && stage.need > visas.length)
      problems.push(`stage "${stageId}" needs more visas than it has`);
    for (const next of [stage.approved, stage.rejected])
      if (!(next in declared.stages))
        problems.push(`stage "${stageId}" leads to "${next}", which is not declared`);
    for (const visa of visas)
      for (const covered of visa.covers ?? [])
        if (!questions.includes(covered))
          problems.push(`stage "${stageId}" covers "${covered}", which is no question`);
  }
  return problems;
}

/** Reads a stored or imported declaration. Throws with every fault named. */
export function parseProcess(raw: unknown): Process {
  const read = processSchema.safeParse(raw);
  if (!read.success) throw new Error(`a process is declared wrongly:\n${z.prettifyError(read.error)}`);
  return read.data as unknown as Process; // the brands exist at compile time only
}

/** Declares a process: checks it at start, not at the tap (style 16), and returns it frozen in shape. */
export function process(declared: Plain<Process>): Process {
  return parseProcess(declared);
}

/** Working hours as working milliseconds, as declarations write them. */
export const hours = (count: number): number => count * 3_600_000;

export const post = (name_: string): Address => ({ post: id<PostId>(name_) });

/** The visas stage that a request stands in, or undefined at a final one. */
export function visasStage(declared: Process, stage: StageId): VisasStage | undefined {
  const found = declared.stages[stage];
  return found?.kind === "visas" ? found : undefined;
}
export function finalStage(declared: Process, stage: StageId): FinalStage | undefined {
  const found = declared.stages[stage];
  return found?.kind === "final" ? found : undefined;
}
/** A declared visa by id. Throws on an id that the process doesn't declare: steps are only made from it. */
export function visaOf(declared: Process, stage: StageId, visa: VisaId): Visa {
  const found = visasStage(declared, stage)?.visas[visa];
  if (found === undefined) throw new Error(`process ${declared.id} has no visa ${visa} in stage ${stage}`);
  return found;
}
