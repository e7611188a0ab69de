/** Rows of one file that tell of the same deal: both rows are named, and neither is taken for the right one. */
import type { DealField } from "./deal-columns.ts";
import type { DealRow } from "./deal-row.ts";
import type { PlanNotes } from "./plan-notes.ts";

/**
 * Notes of each row in turn whether a row above has its key or a number of its own. Rows that both have keys are different
 * deals, whatever their numbers: that is doubtful only. False: the row is refused.
 */
export function startTwins(notes: PlanNotes<DealField>): (row: DealRow) => boolean {
  const fields = [
    ["key", "key"],
    ["orderNumber", "orderKey"],
    ["invoiceNumber", "invoiceKey"],
  ] as const;
  const seen = new Map<string, DealRow>();
  return (row) => {
    let alone = true;
    for (const [field, spelling] of fields) {
      const key = row[spelling];
      if (key === undefined) continue;
      const twin = seen.get(`${field} ${key}`);
      if (!twin) {
        seen.set(`${field} ${key}`, row);
        continue;
      }
      const problem = { kind: "duplicate", value: row[field] ?? key, first: [twin.row] } as const;
      if (field !== "key" && row.key !== undefined && twin.key !== undefined)
        notes.doubt(row.row, field, "", problem);
      else {
        notes.refuse(row.row, field, "", problem);
        alone = false;
      }
    }
    return alone;
  };
}
