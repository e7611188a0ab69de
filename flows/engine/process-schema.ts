/** Reads and checks declarations of processes: at start, not at the tap (style 16). */
import { z } from "zod";
import type { Plain } from "../ids.ts";
import { letterKinds } from "../mail/letter.ts";
import type { Process } from "./process.ts";
import { questionSchema } from "./questions.ts";
import { conditionSchema } from "./rules.ts";
import { textSchema } from "./words.ts";

const name = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);
const addressSchema = z.union([
  z.strictObject({ post: name }),
  z.strictObject({ headOfPlace: z.number().int().min(0).max(10) }),
  z.strictObject({ filer: z.literal(true) }),
  z.strictObject({ chosen: name, else: name }),
]);
const workingMs = z.number().int().positive();
const terms = {
  remindAfter: workingMs.optional(),
  remindEvery: workingMs.optional(),
  escalateAfter: workingMs.optional(),
};
const visaSchema = z.strictObject({
  title: textSchema,
  to: addressSchema,
  asks: z.array(questionSchema),
  covers: z.array(name).optional(),
  when: conditionSchema.optional(),
  quickReject: z.array(textSchema).max(8),
  quickRework: z.array(textSchema).max(8),
  shared: z.boolean().optional(),
});
const effectSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("document"),
    document: name,
    series: z.string().min(1).max(4),
    title: textSchema,
    alsoFor: z.array(name),
  }),
  z.strictObject({ kind: z.literal("letter"), letter: z.enum(letterKinds), after: workingMs.optional() }),
]);
const workSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("payment"), to: name }),
  z.strictObject({ kind: z.literal("answers"), says: textSchema, to: name }),
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
    ...terms,
  }),
  z.strictObject({
    kind: z.literal("task"),
    title: textSchema,
    step: name,
    who: textSchema,
    to: addressSchema,
    asks: z.array(questionSchema),
    take: z.strictObject({ says: textSchema, to: name }).optional(),
    dueOn: z.array(name).optional(),
    release: name.optional(),
    work: workSchema.optional(),
    rework: z.boolean(),
    effects: z.array(effectSchema),
    quickRework: z.array(textSchema).max(8),
    ...terms,
  }),
  z.strictObject({
    kind: z.literal("pass"),
    title: textSchema,
    says: textSchema.optional(),
    next: name,
    effects: z.array(effectSchema),
  }),
  z.strictObject({
    kind: z.literal("final"),
    title: textSchema,
    outcome: z.enum(["positive", "negative"]),
    says: textSchema,
    todo: textSchema.optional(),
    undoable: z.boolean(),
    effects: z.array(effectSchema),
    tells: z.array(z.strictObject({ doer: name, says: textSchema })).optional(),
  }),
]);
const processSchema = z
  .strictObject({
    id: name,
    title: textSchema,
    object: textSchema,
    filedBy: z.array(name).min(1),
    form: z.array(questionSchema).min(1),
    reworkFrom: name.optional(),
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
  for (const question of declared.form) {
    const earlier = question.kind === "date" ? question.notBefore : undefined;
    if (earlier !== undefined && !declared.form.some((one) => one.id === earlier && one.kind === "date"))
      problems.push(`"${question.id}" is to be no earlier than "${earlier}", which is no date`);
  }
  if (!(declared.first in declared.stages))
    problems.push(`the first stage "${declared.first}" is not declared`);
  const known = (from: string, to: string | undefined): void => {
    if (to !== undefined && !(to in declared.stages))
      problems.push(`stage "${from}" leads to "${to}", which is not declared`);
  };
  if (declared.reworkFrom !== undefined && !questions.includes(declared.reworkFrom))
    problems.push(`the question "${declared.reworkFrom}", at which mending begins, is not declared`);
  for (const [stageId, stage] of Object.entries(declared.stages)) {
    if (stage.kind === "pass") known(stageId, stage.next);
    if (stage.kind === "task") {
      for (const next of [stage.take?.to, stage.release, stage.work?.to]) known(stageId, next);
      if (stage.take === undefined && stage.work === undefined)
        problems.push(`stage "${stageId}" leads nowhere`);
      for (const same of [stage.take?.to, stage.release]) {
        const other = same === undefined ? undefined : declared.stages[same];
        if (other !== undefined && !(other.kind === "task" && other.step === stage.step))
          problems.push(`stage "${stageId}" hands its step on to a stage without it`);
      }
    }
    if (stage.kind !== "visas") continue;
    const visas = Object.values(stage.visas);
    if (visas.length === 0) problems.push(`stage "${stageId}" asks for no visa`);
    if (typeof stage.need === "number" && stage.need > visas.length)
      problems.push(`stage "${stageId}" needs more visas than it has`);
    for (const next of [stage.approved, stage.rejected]) known(stageId, next);
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
