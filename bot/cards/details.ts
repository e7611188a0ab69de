/** «Подробнее»: everything of a request, over as many messages as it takes. */
import { goodsOf, totalOf } from "../../flows/engine/answers.ts";
import { answerText } from "./answer-text.ts";
import type { CardView } from "./view.ts";
import { changesLine } from "./changes.ts";
import { firstLine } from "./first-line.ts";
import { messagesOf } from "./fit.ts";
import { goodsLine } from "./goods-lines.ts";
import { paymentLines } from "./payment-lines.ts";
import { dayAndTime, moneyAt, nameOf } from "./place.ts";
import { questionTitle } from "./question-title.ts";
import { headsOf, readerOf } from "./request-card.ts";
import { routeLine, signerOf, titleOf } from "./route.ts";
import { line, quoted } from "./shown-text.ts";
import { signerAnswers } from "./signer-answers.ts";
import { stateLine } from "./state-line.ts";

/** The messages as HTML. */
export function detailsOf(view: CardView): string[] {
  const reader = readerOf(view);
  const { request, company, words, viewer } = view;
  const { total } = totalOf(request.answers);
  const goods = goodsOf(request.answers);
  const filed = `${nameOf(company, request.filer)}, ${dayAndTime(company, request.place, request.filedAt, view.now, viewer.language)}`;
  const lines = [
    `<b>${firstLine(view, reader)}</b>`,
    `${words("card-number", { number: String(request.id) })} · ${filed}`,
    changesLine(view, reader),
    ...goods.flatMap((one, position) => goodsEntry(view, one, position)),
    goods.length > 1
      ? words("details-total", { sum: moneyAt(company, request.place, total, viewer.language) })
      : "",
    ...formEntries(view),
    paymentLines(view),
    signerAnswers(view, reader),
    routeLine(view),
    ...earlierRounds(view),
    ...talk(view),
    stateLine(view),
  ];
  return messagesOf(lines.filter((one) => one !== ""));
}

function goodsEntry(view: CardView, one: ReturnType<typeof goodsOf>[number], position: number): string[] {
  const { words } = view;
  const codes = [
    one.sku === undefined ? "" : words("details-article", { article: line(one.sku, 40) }),
    one.barcode === undefined ? "" : words("details-barcode", { barcode: line(one.barcode, 40) }),
  ].filter((part) => part !== "");
  const text = `${position + 1}. ${goodsLine(one, view.request, readerOf(view))}`;
  return codes.length === 0 ? [text] : [text, `    ${codes.join(" · ")}`];
}

function formEntries(view: CardView): string[] {
  const reader = readerOf(view);
  return view.process.form.flatMap((question) => {
    const answer = view.request.answers[question.id];
    const title = line(questionTitle(question, view.words, view.viewer.language), 60);
    if (answer?.kind === "text" && question.title === undefined) return [`${title}:\n${quoted(answer.text)}`];
    const text = answerText(question, answer, reader, view.request.place);
    return text === undefined ? [] : [`${title}: ${text}`];
  });
}

/** Who signed what in the rounds before this one. */
function earlierRounds(view: CardView): string[] {
  const { request, company, words, viewer } = view;
  return request.steps
    .filter((step) => step.round < request.round && step.by !== undefined)
    .map((step) => {
      const when = dayAndTime(
        company,
        request.place,
        step.closedAt ?? step.openedAt,
        view.now,
        viewer.language,
      );
      const signer = step.by === undefined ? "" : signerOf(view, step.by, step.forPerson);
      const said = words("details-round", {
        round: String(step.round),
        visa: titleOf(view, step),
        signer,
        when,
        outcome: step.outcome ?? "not-needed",
      });
      return step.reason === undefined ? said : `${said}\n${quoted(step.reason, 300)}`;
    });
}

function talk(view: CardView): string[] {
  return view.request.talk.map((one) => {
    const who = nameOf(view.company, one.by);
    const { id: process } = view.process;
    return `${view.words(headsOf[one.kind], { who, process })}\n${quoted(one.text, 500)}`;
  });
}
