/** Whom a process needs: the posts that its stages address. */
import type { PostId } from "../ids.ts";
import type { Address, Process } from "./process.ts";

/** Posts that are asked for a visa or given a task, in declared order, each once. */
export function postsAsked(process: Process): readonly PostId[] {
  const addresses = Object.values(process.stages).flatMap((stage): readonly Address[] => {
    if (stage.kind === "visas") return Object.values(stage.visas).map((visa) => visa.to);
    return stage.kind === "task" ? [stage.to] : [];
  });
  return [...new Set(addresses.flatMap(postIn))];
}

function postIn(to: Address): readonly PostId[] {
  if ("post" in to) return [to.post];
  return "chosen" in to ? [to.else] : [];
}
