/** What the test tells the bot that it kills. */
import { z } from "zod";
import { crashPoints, type CrashPointName } from "../../bot/crash-points.ts";

const names = Object.keys(crashPoints) as [CrashPointName, ...CrashPointName[]]; // keys of that very object
export const orderSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("die-at"), point: z.enum(names) }),
  z.object({ kind: z.literal("advance"), ms: z.number() }),
]);
export type Order = z.infer<typeof orderSchema>;
