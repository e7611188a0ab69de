/** A sheet of deals or payments in the chat: a dry run first, then all of it or nothing (domain 9.4). A job takes it in pieces. */
import { z } from "zod";
import { moveImport, type ImportRow } from "../../../db/imports.ts";
import { countRows } from "../../../db/planned-rows.ts";
import type { DealSheet } from "../../../flows/payments/deal-rows.ts";
import { countsOf } from "../../../flows/payments/import-plan.ts";
import { planVersion, type RefusedPlan, type TakeablePlan } from "../../../flows/payments/plan-schema.ts";
import { closeMessage, type Press, type Taps } from "../../act.ts";
import { button } from "../../buttons.ts";
import { planText, problemsText, takenText } from "../../imports/plan-words.ts";
import type { SheetRefusal } from "../../sheets/sheet.ts";
import type { Turn } from "../../work.ts";
import { doneBefore, sayDone, withImport } from "./import-rights.ts";
import { refuseImport } from "./refused.ts";
import { beginBooking } from "./statement.ts";

/** What is kept of a sheet beside its rows. */
const keptSchema = z.strictObject({ version: z.literal(planVersion), notify: z.exactOptional(z.boolean()) });

/** Whether managers are to hear of its payments; undefined: its rows are of another version, it is to be planned anew. */
export function notifyOf(row: ImportRow): boolean | undefined {
  const kept = keptSchema.safeParse(row.data);
  return kept.success ? (kept.data.notify ?? false) : undefined;
}

/** The file is no sheet of deals or payments, or something in it is wrong: nothing is taken. */
export function refuseSheet(turn: Turn, row: ImportRow, why: DealSheet | SheetRefusal | RefusedPlan): void {
  if (why.kind === "problems")
    return refuse(turn, row, problemsText(why.problems, why.problems.length, turn));
  if (why.kind === "refused") return refuse(turn, row, problemsText(why.problems, why.count, turn));
  if (!("rows" in why)) return refuseImport(turn, row, { kind: "sheet", refusal: why });
}

function refuse(turn: Turn, row: ImportRow, why: string): void {
  if (moveImport(turn.tx, row, { status: "refused" }))
    turn.say({ text: turn.words("import-refused", { why }) });
}

/** Everything in it is in the store already. */
export function nothingNew(turn: Turn, row: ImportRow, kind: TakeablePlan["kind"]): void {
  if (moveImport(turn.tx, row, { status: "done", kind })) turn.say({ text: turn.words("sheet-nothing-new") });
}

/** What taking the sheet would do, once its rows are kept; nothing is taken yet. */
export function showPlan(turn: Turn, row: ImportRow, plan: TakeablePlan): void {
  const data = { version: planVersion };
  if (moveImport(turn.tx, row, { status: "preview", kind: plan.kind, data })) preview(turn, row, plan);
}

/** With payments in it, it is asked whether managers are to hear of them. */
function preview(turn: Turn, row: ImportRow, plan: TakeablePlan): void {
  const { words } = turn;
  const at = { import: row.id };
  const paid = countsOf(plan).payments > 0;
  const cancel = button(words("button-import-cancel"), { kind: "import-cancel", ...at });
  turn.say({
    text: planText(plan, turn),
    buttons: paid
      ? [
          [
            button(words("button-import-quietly"), { kind: "import-quietly", ...at }),
            button(words("button-import-notify"), { kind: "import-take", ...at }),
          ],
          [cancel],
        ]
      : [[button(words("button-import-load"), { kind: "import-take", ...at }, "success"), cancel]],
  });
}

export const importTaps: Taps<"import-take" | "import-quietly" | "import-cancel"> = {
  "import-take": (turn, { import: id }, press) => takeImport(turn, id, press, true),
  "import-quietly": (turn, { import: id }, press) => takeImport(turn, id, press, false),
  "import-cancel": (turn, { import: id }, press) =>
    withImport(turn, id, (row) => {
      const cancelled = { status: "cancelled", decidedBy: turn.me.id } as const;
      if (row.status !== "preview" || !moveImport(turn.tx, row, cancelled)) return doneBefore(turn, row);
      closeMessage(turn, press.message, turn.words("import-cancelled"));
      sayDone(turn, row, (words) => words("import-cancelled"));
    }),
};

function takeImport(turn: Turn, id: number, press: Press, notify: boolean): void {
  withImport(turn, id, (row) => {
    const begun =
      row.kind === "statement"
        ? beginBooking(turn, row, press.message)
        : beginTaking(turn, row, press, notify);
    if (!begun) doneBefore(turn, row);
  });
}

/** From here on a job takes it, in pieces: a long one holds up nobody's tap. */
function beginTaking(turn: Turn, row: ImportRow, press: Press, notify: boolean): boolean {
  if (row.status !== "preview") return false;
  const me = { decidedBy: turn.me.id };
  if (notifyOf(row) === undefined) {
    closeMessage(turn, press.message, turn.words("sheet-outdated"));
    return moveImport(turn.tx, row, { status: "reading", ...me });
  }
  const data = { version: planVersion, notify };
  if (!moveImport(turn.tx, row, { status: "checking", data, ...me })) return false;
  closeMessage(turn, press.message, turn.words("sheet-taking"));
  turn.toast(turn.words("sheet-taking"));
  return true;
}

/** The store has gone on since the preview: the file is looked at anew instead of being taken half-right. */
export function lookAnew(turn: Turn, row: ImportRow): void {
  if (moveImport(turn.tx, row, { status: "reading" })) turn.say({ text: turn.words("sheet-outdated") });
}

/** Everything was taken, or left where the store went on meanwhile. */
export function endTaking(turn: Turn, row: ImportRow): void {
  if (!moveImport(turn.tx, row, { status: "done" })) return;
  const counts = countRows(turn.tx, row.id);
  turn.say({ text: takenText(counts, turn.words, turn.me.language) });
  sayDone(turn, row, (words, language) => takenText(counts, words, language));
}
