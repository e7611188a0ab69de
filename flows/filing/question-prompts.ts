/** What the questions about reason, photos, supplier and the plain ones ask, with their buttons. */
import type { Reason } from "../company/company.ts";
import { goodsOf } from "../engine/answers.ts";
import { countryAt, todayAt } from "./at-place.ts";
import type { Around } from "./catalogue.ts";
import type { Draft } from "./draft.ts";
import { suppliersOfGoods } from "./goods-lines.ts";
import type { Button, Buttons } from "./input.ts";
import { isNeeded } from "./order.ts";
import { photosQuestion, reasonsThat } from "./photos-dialogue.ts";
import { dayAfter } from "./plain-answers.ts";
import { plainQuestion, type AtPlain } from "./plain-dialogue.ts";
import type { Prompt } from "./prompt.ts";
import { isReasonGiven, reasonsOffered, type AtReason } from "./reason-dialogue.ts";
import { ownSupplier, suppliersOffered, type AtSupplier } from "./supplier-dialogue.ts";
import { faultOf } from "./wrong-answers.ts";

type Asked = Pick<Prompt, "ask" | "buttons">;
const next: Button = { kind: "next" };

export function reasonAsk(draft: Draft, at: AtReason, around: Around): Asked {
  const reasons = reasonsOffered(at, around).map(({ code }): readonly Button[] => [{ kind: "reason", code }]);
  const lines = goodsOf(draft.answers);
  const index = lines.findIndex((line) => line.line === at.line);
  const line = lines[index];
  if (at.line !== undefined && line !== undefined)
    return {
      ask: { kind: "line-reason", line, at: index + 1, of: lines.length },
      buttons: [...reasons, [{ kind: "one-reason" }]],
    };
  const several: Buttons = lines.length > 1 ? [[{ kind: "different-reasons" }]] : [];
  const given: Buttons = isReasonGiven(draft, at, around) ? [[next]] : [];
  return { ask: { kind: "reason" }, buttons: [...given, ...reasons, ...several] };
}

export function photosAsk(draft: Draft, around: Around): Asked {
  const question = photosQuestion(around);
  const count = (kind: "photo" | "video"): number =>
    draft.media.filter((media) => media.kind === kind).length;
  const needed = question !== undefined && isNeeded(question, draft, around);
  const ask = {
    kind: "photos",
    photos: count("photo"),
    videos: count("video"),
    max: question?.max ?? 0,
    needed,
    because: reasons(reasonsThat("photo", draft, around), around),
  } as const;
  // The keyboard is that of the moment when it was asked: what the counter speaks of must stand on it from the beginning.
  const end: Buttons = needed ? [[{ kind: "done" }]] : [[{ kind: "done" }, { kind: "skip" }]];
  if (draft.media.length === 0) return { ask, buttons: end };
  return { ask, buttons: [[{ kind: "done" }], [{ kind: "drop-last-photo" }, { kind: "drop-photos" }]] };
}

function reasons(codes: readonly string[], around: Around): readonly Reason[] {
  return around.company.reasons.filter((reason) => codes.includes(reason.code));
}

export function supplierAsk(draft: Draft, at: AtSupplier, around: Around): Asked {
  const { step } = at;
  switch (step.kind) {
    case "split": {
      const ids = suppliersOfGoods(draft.answers);
      const suppliers = ids.map((id) => around.catalogue.supplier(id)?.name ?? id);
      return {
        ask: { kind: "split", suppliers },
        buttons: [[{ kind: "split", count: ids.length }], [{ kind: "together" }]],
      };
    }
    case "new-name":
      return { ask: { kind: "supplier-name" }, buttons: [] };
    case "new-number": {
      const ask = { kind: "supplier-number", name: step.name, country: countryAt(draft, around) } as const;
      return { ask, buttons: [[{ kind: "skip" }]] };
    }
    case "pick": {
      const own = ownSupplier(draft, around);
      const found = around.catalogue.searchSuppliers(step.text ?? "", suppliersOffered);
      const all = step.text === undefined && own !== undefined ? [own, ...found] : found;
      const unique = all.filter((one, index) => all.findIndex((other) => other.id === one.id) === index);
      const rows = unique.map(({ id, name }): readonly Button[] => [
        { kind: "supplier", supplier: id, name, ...(all[0] === own && own?.id === id ? { own: true } : {}) },
      ]);
      const given: Buttons = draft.answers[at.question]?.kind === "supplier" ? [[next]] : [];
      return {
        ask: { kind: "supplier", ...(own === undefined ? {} : { own }), found: step.text !== undefined },
        buttons: [...given, ...rows, [{ kind: "new-supplier" }, { kind: "later" }]],
      };
    }
  }
}

export function plainAsk(draft: Draft, at: AtPlain, around: Around): Asked {
  const question = plainQuestion(at, around);
  const needed = isNeeded(question, draft, around);
  const answer = draft.answers[at.question];
  const given =
    answer?.kind === "text" ? { given: answer.text } : answer?.kind === "date" ? { day: answer.date } : {};
  const because = question.kind === "text" ? reasons(reasonsThat("comment", draft, around), around) : [];
  const there =
    answer !== undefined && answer.kind !== "skipped" && faultOf(question, draft, around) === undefined;
  const go: Buttons = there ? [[next]] : needed ? [] : [[{ kind: "skip" }]];
  return {
    ask: { kind: "plain", question, needed, because, ...given },
    buttons: [...choices(question, draft, around), ...go],
  };
}

function choices(question: ReturnType<typeof plainQuestion>, draft: Draft, around: Around): Buttons {
  if (question.kind === "choice") return question.options.map(({ id }) => [{ kind: "option", option: id }]);
  if (question.kind !== "date") return [];
  const today = todayAt(draft, around);
  if (question.offers !== undefined) {
    const other = question.notBefore === undefined ? undefined : draft.answers[question.notBefore];
    const from = other?.kind === "date" && other.date > today ? other.date : today;
    return [question.offers.map((days) => ({ kind: "ahead", days, date: dayAfter(from, days) }))];
  }
  return [
    [
      { kind: "day", day: "today", date: today },
      { kind: "day", day: "yesterday", date: dayAfter(today, -1) },
    ],
  ];
}
