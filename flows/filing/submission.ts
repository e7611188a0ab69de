/** Sending the form: what is still missing, the check of the pictures, one request or one for each supplier. */
import { goodsOf, type Answers } from "../engine/answers.ts";
import { canonical } from "../engine/content.ts";
import type { SupplierId } from "../ids.ts";
import type { Around } from "./catalogue.ts";
import type { Draft } from "./draft.ts";
import { settledPapers } from "./files-dialogue.ts";
import { atCataloguePrices, suppliersOfGoods, withLines } from "./goods-lines.ts";
import { askedQuestions, checkOf, enter, gaps, isSplit, wholeAnswers, withoutTwinReason } from "./order.ts";
import { papersCheck } from "./papers.ts";
import { goTo, type Turned } from "./turned.ts";
import { faultOf } from "./wrong-answers.ts";

/** The draft with the prices that the catalogue has now: a draft may be a week old, and prices are not the store's. */
export function atPricesNow(draft: Draft, around: Around): Draft {
  const question = around.process.form.find((known) => known.kind === "goods")?.id;
  if (question === undefined || goodsOf(draft.answers).length === 0) return draft;
  const lines = atCataloguePrices(goodsOf(draft.answers), around.catalogue);
  return withLines(draft, question, lines, around);
}

/**
 * Sends it if it is complete: else the first missing question is asked, with a clear word (S0.19, S0.20). While pictures
 * are being checked it waits, and goes on by itself when the last one is.
 */
export function send(draft: Draft, around: Around): Turned {
  const fresh = atPricesNow(draft, around);
  if (canonical(goodsOf(fresh.answers)) !== canonical(goodsOf(draft.answers)))
    return goTo(fresh, { kind: "preview" }, { kind: "prices-changed" });
  const check = checkOf(draft, around.catalogue);
  if (check.refused.length > 0) {
    const media = draft.media.filter(
      ({ hash, uniqueId }) => hash !== undefined || around.catalogue.upload(uniqueId).kind !== "refused",
    );
    return goTo({ ...draft, media }, { kind: "preview" }, { kind: "photos-refused", whys: check.refused });
  }
  const papers = settledPapers({ ...draft, at: { kind: "checking" } }, around);
  if (papers !== undefined) return papers;
  const missing = gaps(draft, around);
  const question = askedQuestions(draft, around).find((known) => known.id === missing[0]);
  if (question !== undefined)
    return goTo({ ...draft, previewed: true }, enter(question, draft, around), {
      kind: "missing",
      questions: missing,
    });
  const wrong = askedQuestions(draft, around).find((known) => faultOf(known, draft, around) !== undefined);
  const fault = wrong && faultOf(wrong, draft, around);
  if (wrong !== undefined && fault !== undefined)
    return goTo({ ...draft, previewed: true }, enter(wrong, draft, around), fault);
  if (check.pending + papersCheck(draft, around.catalogue).pending > 0)
    return goTo(draft, { kind: "checking" });
  return {
    draft: { ...draft, at: { kind: "preview" } },
    remarks: [],
    after: { kind: "submit", parts: parts(draft, around) },
  };
}

/** The requests that come of it: one, or one for each supplier with its lines; what has no supplier goes with the first. */
export function parts(draft: Draft, around: Around): readonly Answers[] {
  const whole = withoutTwinReason(wholeAnswers(draft, around), draft, around);
  const goods = around.process.form.find((question) => question.kind === "goods")?.id;
  const supplier = around.process.form.find((question) => question.kind === "supplier")?.id;
  if (!isSplit(draft) || goods === undefined || supplier === undefined) return [withOneReason(whole, around)];
  const suppliers = suppliersOfGoods(whole);
  const of = (line: { supplier?: SupplierId }): SupplierId | undefined => line.supplier ?? suppliers[0];
  return suppliers.map((id) => {
    const part: Answers = {
      ...whole,
      [goods]: { kind: "goods", lines: goodsOf(whole).filter((line) => of(line) === id) },
      [supplier]: { kind: "supplier", supplier: { id, name: around.catalogue.supplier(id)?.name ?? id } },
    };
    return withOneReason(part, around);
  });
}

/** Different reasons that turn out to be the same one are one reason for the request. */
function withOneReason(answers: Answers, around: Around): Answers {
  const goods = around.process.form.find((question) => question.kind === "goods")?.id;
  const reason = around.process.form.find((question) => question.kind === "reason")?.id;
  const lines = goodsOf(answers);
  const code = lines[0]?.reason;
  if (goods === undefined || reason === undefined || code === undefined) return answers;
  if (answers[reason]?.kind !== "reason" || lines.some((line) => line.reason !== code)) return answers;
  const plain = lines.map(({ reason: _same, ...line }) => line);
  return { ...answers, [goods]: { kind: "goods", lines: plain }, [reason]: { kind: "reason", code } };
}
