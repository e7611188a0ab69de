/** What signers filled in on their own cards: contract, waybill, how it goes back (domain 5.4). */
import type { Question } from "../../flows/engine/questions.ts";
import { visasStage } from "../../flows/engine/process.ts";
import { currentSteps } from "../../flows/engine/request.ts";
import type { VisaId } from "../../flows/ids.ts";
import { answerText } from "./answer-text.ts";
import type { Case } from "./case.ts";
import type { Reader } from "./first-line.ts";
import { questionTitle } from "./question-title.ts";
import { line } from "./shown-text.ts";

/** The questions that a visa asks its signer, in order; [] at a final stage. Found in whatever stage declares the visa. */
export function questionsOf({ request, process }: Case, visa: VisaId): readonly Question[] {
  const here = visasStage(process, request.stage)?.visas[visa];
  if (here !== undefined) return here.asks;
  for (const stage of Object.values(process.stages))
    if (stage.kind === "visas" && visa in stage.visas) return stage.visas[visa]?.asks ?? [];
  return [];
}

/** «Договор: № 12 · Номер накладной: УТ-1045» as HTML; empty while nothing is filled in. */
export function signerAnswers(found: Case, reader: Reader): string {
  const given = currentSteps(found.request).flatMap((step) =>
    questionsOf(found, step.visa).flatMap((question) => {
      const text = answerText(question, step.answers[question.id], reader);
      return text === undefined
        ? []
        : [`${line(questionTitle(question, reader.words, reader.language), 60)}: ${text}`];
    }),
  );
  return given.join(" · ");
}
