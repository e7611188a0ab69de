/** What a chart shows, as plain data: checked on both sides of the printer, drawn by its child (domain 11). */
import { z } from "zod";

/** Rows of bars that can be read on a phone; more must be added up before. */
export const barRowsMax = 16;
/** Steps of one line; an older past is left out before. */
export const stepsMax = 500;
const textMax = 400;

/** Other people's words come as they are: they are cleaned, shortened to their room, and never parsed. */
const text = z.string().max(textMax);
const value = z.number().min(-1e15).max(1e15);
const date = z.iso.date();

const heading = {
  /** What is shown: «Продажи · Петренко М. Р.» */
  title: text,
  /** Period and unit: «март 2026, ₽» */
  subtitle: text,
};

export const chartSpec = z.discriminatedUnion("kind", [
  /** Horizontal bars, for each row one of every series, each with its value in words at its end. */
  z.strictObject({
    kind: z.literal("bars"),
    ...heading,
    /** Names of the one or two series, for the legend. */
    series: z.array(text).min(1).max(2),
    rows: z
      .array(z.strictObject({ label: text, values: z.array(z.strictObject({ value, text })).min(1).max(2) }))
      .min(1)
      .max(barRowsMax),
    /** What the bars leave out, in a line under them. */
    note: text.optional(),
  }),
  /** A percentage that changes in steps: each holds from its date until the next one. */
  z.strictObject({
    kind: z.literal("steps"),
    ...heading,
    /** In order of time, `YYYY-MM-DD`; several on one day: the day ends with the last. */
    steps: z
      .array(z.strictObject({ on: date, percent: value, text }))
      .min(1)
      .max(stepsMax),
    /** The line is drawn up to this date. */
    until: date,
  }),
]);

/** A chart to be drawn. */
export type ChartSpec = z.infer<typeof chartSpec>;
export type BarsSpec = Extract<ChartSpec, { kind: "bars" }>;
export type StepsSpec = Extract<ChartSpec, { kind: "steps" }>;
