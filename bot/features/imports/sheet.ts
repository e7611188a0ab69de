/** A sheet of deals or payments in the chat: a dry run first, then all of it or nothing (domain 9.4). */
import { moveImport, type ImportRow } from "../../../db/imports.ts";
import { localDate } from "../../../flows/company/calendar.ts";
import type { DealSheet } from "../../../flows/payments/deal-rows.ts";
import { changesNothing, countsOf, planImport } from "../../../flows/payments/import-plan.ts";
import { stillHolds } from "../../../flows/payments/plan-holds.ts";
import { readPlan, type TakeablePlan } from "../../../flows/payments/plan-schema.ts";
import { closeMessage, type Press, type Taps } from "../../act.ts";
import { button } from "../../buttons.ts";
import { planText, problemsText, takenText } from "../../imports/plan-words.ts";
import { storeFacts } from "../../imports/store-facts.ts";
import { takePlan } from "../../imports/take-plan.ts";
import type { SheetRefusal } from "../../sheets/sheet.ts";
import { zoneOf } from "../../delivery/silence.ts";
import type { Turn } from "../../work.ts";
import { withImport } from "./line-booking.ts";
import { refuseImport } from "./refused.ts";
import { beginBooking } from "./statement.ts";

/** What taking the sheet would do; nothing is taken yet. */
export function showSheet(turn: Turn, row: ImportRow, sheet: DealSheet | SheetRefusal): void {
  if (sheet.kind === "problems")
    return refuse(turn, row, problemsText(sheet.problems, sheet.problems.length, turn));
  if (!("rows" in sheet)) return refuseImport(turn, row, { kind: "sheet", refusal: sheet });
  const today = localDate(turn.now, zoneOf(turn.company, turn.me));
  const plan = planImport(sheet, { store: storeFacts(turn.tx), company: turn.company, today });
  if (plan.kind === "refused") return refuse(turn, row, problemsText(plan.problems, plan.count, turn));
  if (changesNothing(plan)) {
    if (moveImport(turn.tx, row, { status: "done", kind: plan.kind }))
      turn.say({ text: turn.words("sheet-nothing-new") });
    return;
  }
  if (moveImport(turn.tx, row, { status: "preview", kind: plan.kind, data: plan })) preview(turn, row, plan);
}

function refuse(turn: Turn, row: ImportRow, why: string): void {
  if (moveImport(turn.tx, row, { status: "refused" }))
    turn.say({ text: turn.words("import-refused", { why }) });
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
      const done = row.status === "preview" && moveImport(turn.tx, row, { status: "cancelled" });
      if (done) closeMessage(turn, press.message, turn.words("import-cancelled"));
      else turn.toast(turn.words("payment-done-before"));
    }),
};

function takeImport(turn: Turn, id: number, press: Press, notify: boolean): void {
  withImport(turn, id, (row) => {
    const begun =
      row.kind === "statement" ? beginBooking(turn, row, press.message) : takeSheet(turn, row, press, notify);
    if (!begun) turn.toast(turn.words("payment-done-before"));
  });
}

/** The store may have gone on since the preview: then the file is looked at anew instead of being taken half-right. */
function takeSheet(turn: Turn, row: ImportRow, press: Press, notify: boolean): boolean {
  if (row.status !== "preview") return false;
  const plan = readPlan(row.data);
  if (plan === undefined || plan.kind === "refused" || !stillHolds(plan, storeFacts(turn.tx))) {
    closeMessage(turn, press.message, turn.words("sheet-outdated"));
    return moveImport(turn.tx, row, { status: "reading" });
  }
  takePlan(turn, plan, notify);
  closeMessage(turn, press.message, takenText(plan, turn));
  return moveImport(turn.tx, row, { status: "done" });
}
