/** The preview: everything that will be filed, whom it will go to, and what speaks against it. */
import { goodsOf, totalOf, type Answers } from "../engine/answers.ts";
import type { Context } from "../engine/context.ts";
import { plannedSigners, resubmit } from "../engine/file.ts";
import { stepTitle, visasStage } from "../engine/process.ts";
import type { Refusal } from "../engine/refusals.ts";
import { units, type RequestId } from "../ids.ts";
import type { Around } from "./catalogue.ts";
import type { Draft } from "./draft.ts";
import { warningsFor } from "./invoice-warnings.ts";
import { checkOf, gaps } from "./order.ts";
import { papersCheck } from "./papers.ts";
import type { Preview } from "./prompt.ts";
import { atPricesNow, parts } from "./submission.ts";

export function previewOf(draft: Draft, around: Around): Preview {
  const fresh = atPricesNow(draft, around);
  const shown = parts(fresh, around).map((answers) => ({ answers, ...totalOf(answers) }));
  return {
    kind: "preview",
    ...(draft.place === undefined ? {} : { place: draft.place }),
    parts: shown,
    pending: checkOf(fresh, around.catalogue).pending + papersCheck(fresh, around.catalogue).pending,
    missing: gaps(fresh, around),
    signers: shown[0] === undefined ? [] : signersOf(fresh, shown[0].answers, around),
    twins: twinsOf(fresh, around),
    warnings: warningsFor(fresh, around),
    ...(draft.request === undefined ? {} : { request: draft.request }),
  };
}

/** Open requests of the same store that hold one of the same articles: told before sending. */
function twinsOf(draft: Draft, around: Around): readonly RequestId[] {
  const skus = goodsOf(draft.answers).flatMap((line) => (line.sku === undefined ? [] : [line.sku]));
  if (draft.place === undefined || skus.length === 0) return [];
  return around.catalogue.openRequests(draft.place, [...new Set(skus)], draft.request);
}

/** A preview decides nothing: numbers and hashes that it doesn't show are left blank. */
function blankContext(around: Around): Context {
  return {
    now: around.now,
    company: around.company,
    processVersion: 1,
    newId: units<RequestId>(0),
    serials: {},
    hash: (text) => text,
  };
}

/** Why nobody could sign it as things stand, whatever will be filled in; undefined: somebody can. */
export function nobodyToSign(draft: Draft, around: Around): Refusal | undefined {
  if (around.request !== undefined) return undefined;
  const signers = signersOf(draft, draft.answers, around);
  return "refusal" in signers ? signers.refusal : undefined;
}

function signersOf(draft: Draft, answers: Answers, around: Around): Preview["signers"] {
  const { process, request } = around;
  if (draft.place === undefined || visasStage(process, process.first) === undefined) return [];
  const context = blankContext(around);
  if (request === undefined)
    return plannedSigners(process, { place: draft.place, filer: around.me, answers }, context);
  const command = { kind: "resubmit", by: around.me, at: around.now, answers } as const;
  const decided = resubmit(process, request, command, context);
  if ("refusal" in decided) return decided;
  return decided.events.flatMap((event) =>
    event.kind === "step-opened"
      ? [
          {
            visa: event.visa,
            title: stepTitle(process, process.first, event.visa) ?? process.title,
            people: event.asked,
          },
        ]
      : [],
  );
}
