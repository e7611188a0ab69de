/** A visa as its process declares it. A button names it, so the name may be anything (W2). */
import type { Process, Visa } from "../../flows/engine/process.ts";
import type { StageId, VisaId } from "../../flows/ids.ts";

/** Of the stage a request stands in, else of whatever stage declares one by that name; undefined: none does. */
export function declaredVisa(process: Process, visa: VisaId, here?: StageId): Visa | undefined {
  const first = here === undefined ? undefined : process.stages[here];
  for (const stage of [first, ...Object.values(process.stages)])
    if (stage?.kind === "visas" && Object.hasOwn(stage.visas, visa)) return stage.visas[visa];
  return undefined;
}
