/** Reads a stored request back: its JSON is checked once, and anything that doesn't fit is refused, not guessed (R10). */
import { z } from "zod";
import { parseAnswers, picturesOf, type Picture } from "../flows/engine/answers.ts";
import {
  outcomes,
  statuses,
  type BookedPayment,
  type Request,
  type Step,
  type Talk,
} from "../flows/engine/request.ts";

const instant = z.number().int();
const who = z.string().min(1);
const answers = z.unknown().transform(parseAnswers);
const pictures = z
  .unknown()
  .transform((raw): readonly Picture[] =>
    picturesOf(parseAnswers({ pictures: { kind: "photos", pictures: raw } })),
  );

const step = {
  visa: who,
  task: z.literal(true).optional(),
  round: z.number().int(),
  openedAt: instant,
  asked: z.array(who),
  answers,
  taken: z.strictObject({ by: who, at: instant }).optional(),
  delegated: z.strictObject({ to: who, by: who, at: instant }).optional(),
  consulted: z.array(z.strictObject({ of: who, by: who, at: instant })).optional(),
  outcome: z.enum(outcomes).optional(),
  by: who.optional(),
  forPerson: who.optional(),
  closedAt: instant.optional(),
  reason: z.string().optional(),
  hash: z.string().optional(),
  question: z.strictObject({ by: who, text: z.string(), at: instant }).optional(),
  pauses: z.array(z.strictObject({ from: instant, to: instant })),
  reminded: z.number().int(),
  remindedAt: instant.optional(),
  escalated: z.number().int(),
  added: z.array(who),
  vacantTold: z.boolean(),
} satisfies Record<keyof Step, z.ZodType>;

const talk = {
  visa: who,
  by: who,
  at: instant,
  text: z.string(),
  kind: z.enum(["question", "answer", "consulted", "advice"]),
  to: who.optional(),
} satisfies Record<keyof Talk, z.ZodType>;

const booked = {
  n: z.number().int().positive(),
  date: z.iso.date(),
  sum: z.number().int().positive(),
  order: z.string().optional(),
  line: z.number().int().optional(),
  by: who,
  at: instant,
  back: z.strictObject({ by: who, at: instant }).optional(),
} satisfies Record<keyof BookedPayment, z.ZodType>;

const request = {
  id: z.number().int().positive(),
  process: who,
  processVersion: z.number().int().positive(),
  place: who,
  filer: who,
  filedAt: instant,
  copyOf: z.number().int().optional(),
  answers,
  changed: z.array(z.string()),
  before: answers.optional(),
  late: pictures,
  stage: z.string(),
  status: z.enum(statuses),
  round: z.number().int(),
  steps: z.array(z.strictObject(step)),
  talk: z.array(z.strictObject(talk)),
  authors: z.array(who),
  rework: z.strictObject({ visa: who, by: who, at: instant, text: z.string() }).optional(),
  held: z.strictObject({ stage: who, until: instant, visa: who }).optional(),
  endedAt: instant.optional(),
  paid: z.array(z.strictObject(booked)).optional(),
  papers: z.array(z.strictObject({ document: who, number: z.string(), date: z.iso.date() })),
  revision: z.number().int(),
  version: z.number().int(),
} satisfies Record<keyof Request, z.ZodType>;

/** A field that a request has and this doesn't name is refused by the compiler above, and at read by `strict`. */
const requestSchema = z.strictObject(request);

/** @throws when the stored text is not a whole request */
export function parseRequest(state: string): Request {
  return requestSchema.parse(JSON.parse(state)) as unknown as Request; // the brands exist at compile time only
}
