/** What the test tells the bot that it kills, and what it hears from it. */
import { z } from "zod";
import { crashPoints, type CrashPointName } from "../../bot/crash-points.ts";

const names = Object.keys(crashPoints) as [CrashPointName, ...CrashPointName[]]; // keys of that very object
export const orderSchema = z.discriminatedUnion("kind", [
  /** `passage`: at which passage of the point from now on; default: the first. */
  z.object({ kind: z.literal("die-at"), point: z.enum(names), passage: z.number().int().optional() }),
  z.object({ kind: z.literal("advance"), ms: z.number() }),
]);
export type Order = z.infer<typeof orderSchema>;
/** It has started; it did what it was told; it is about to send its first message. */
export type Word = "ready" | "obeyed" | "sends";
