/** Collects what is wrong and what is doubtful while a plan is made, by row and cell. */
import type { FieldProblem } from "../company/file-problems.ts";
import type { ColumnPlace } from "../sheets/columns.ts";
import type { DealProblem, RowProblem } from "./deal-problems.ts";
import type { RefusedPlan } from "./plan-schema.ts";

const problemsMax = 1_000;

/** Says something of a row's cell; without a field, of the row. `found` is what stands there. */
export interface PlanNotes<Field extends string> {
  readonly refuse: (row: number, field: Field | undefined, found: string, problem: Problem) => void;
  readonly doubt: (row: number, field: Field | undefined, found: string, problem: Problem) => void;
  /** What is doubtful, for a plan that can be taken. */
  readonly doubts: () => { readonly warnings: readonly RowProblem[]; readonly doubts: number };
  /** The plan that takes nothing, if anything was refused. */
  readonly refused: () => RefusedPlan | undefined;
}
type Problem = FieldProblem | DealProblem;

/** Notes that begin with what was found when the sheet was read. */
export function startNotes<Field extends string>(sheet: {
  readonly kind: "deals" | "payments";
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly RowProblem[];
  readonly places: { readonly [F in Field]?: ColumnPlace };
}): PlanNotes<Field> {
  const problems = [...sheet.problems];
  const warnings = [...sheet.warnings];
  const noteIn =
    (list: RowProblem[]) => (row: number, field: Field | undefined, found: string, problem: Problem) => {
      const column = field && sheet.places[field];
      list.push({ kind: "bad-cell", row, ...(column && { column }), found, problem });
    };
  return {
    refuse: noteIn(problems),
    doubt: noteIn(warnings),
    doubts: () => ({ warnings: firstOf(warnings), doubts: warnings.length }),
    refused: () =>
      problems.length === 0
        ? undefined
        : {
            kind: "refused",
            of: sheet.kind,
            problems: firstOf(problems),
            count: problems.length,
          },
  };
}

function firstOf(problems: readonly RowProblem[]): RowProblem[] {
  return [...problems].sort((a, b) => a.row - b.row).slice(0, problemsMax);
}
