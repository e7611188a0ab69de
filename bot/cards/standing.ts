/** How a request stands, in a word or two: its stage, or that it was sent back, is held, was taken back. */
import type { Process } from "../../flows/engine/process.ts";
import type { Status } from "../../flows/engine/request.ts";
import type { StageId } from "../../flows/ids.ts";
import type { Reader } from "./first-line.ts";
import { line } from "./shown-text.ts";

/** As HTML. */
export function standing(
  of: { readonly process: Process; readonly status: Status; readonly stage: StageId },
  { words, language }: Pick<Reader, "words" | "language">,
): string {
  if (of.status !== "open" && of.status !== "ended") return words("list-status", { status: of.status });
  return line(of.process.stages[of.stage]?.title[language] ?? of.stage, 60);
}
