/** Rules are words, not functions: so a process can be stored, compared and tried on past requests. */
import { z } from "zod";

/** A condition over the answers of a request. `total` is the sum of its goods in minor units. */
export type Condition =
  | { readonly is: readonly [field: string, value: string] }
  | { readonly in: readonly [field: string, values: readonly string[]] }
  | { readonly above: readonly [field: "total", minor: number] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ is: z.tuple([z.string().min(1), z.string()]) }),
    z.strictObject({ in: z.tuple([z.string().min(1), z.array(z.string())]) }),
    z.strictObject({ above: z.tuple([z.literal("total"), z.number().int()]) }),
    z.strictObject({ all: z.array(conditionSchema) }),
    z.strictObject({ any: z.array(conditionSchema) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

/** What a condition may ask about: a field's value as a word, and the total. */
export interface Facts {
  readonly word: (field: string) => string | undefined;
  readonly total: number;
}

/** Whether the condition holds. Unknown fields make `is` and `in` false. */
export function holds(condition: Condition, facts: Facts): boolean {
  if ("is" in condition) return facts.word(condition.is[0]) === condition.is[1];
  if ("in" in condition) return condition.in[1].includes(facts.word(condition.in[0]) ?? "\u0000");
  if ("above" in condition) return facts.total > condition.above[1];
  if ("all" in condition) return condition.all.every((part) => holds(part, facts));
  if ("any" in condition) return condition.any.some((part) => holds(part, facts));
  return !holds(condition.not, facts);
}
