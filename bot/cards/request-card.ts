/** A request as one message: the first photo with caption and buttons, or a text. A pure function of what is seen (design 5). */
import { filesOf, picturesOf, type KeptFile, type Picture } from "../../flows/engine/answers.ts";
import { isOfTwin } from "../../flows/filing/invoice-warnings.ts";
import { openSteps, type Talk } from "../../flows/engine/request.ts";
import type { Drawn } from "../live.ts";
import { answerText } from "./answer-text.ts";
import { changesLine } from "./changes.ts";
import { colleagueLines } from "./colleague-lines.ts";
import { firstLine, type Reader } from "./first-line.ts";
import { captionMax, joined, keptParts, shownLength, textMax, type Part } from "./fit.ts";
import { invoiceWarningLines, twinReason } from "./invoice-warnings.ts";
import { goodsLines } from "./goods-lines.ts";
import { paymentLines } from "./payment-lines.ts";
import { dayAndTime, moneyAt, nameOf, placeName } from "./place.ts";
import { questionTitle } from "./question-title.ts";
import { requestButtons } from "./request-buttons.ts";
import { overdueLine, routeLine, titleOf } from "./route.ts";
import { letterLines } from "./letter-lines.ts";
import { line, quoted } from "./shown-text.ts";
import { signerAnswers } from "./signer-answers.ts";
import { rejectionReason, stateLine } from "./state-line.ts";
import type { CardView } from "./view.ts";

/** The card of a request for one viewer. */
export function requestCard(view: CardView): Drawn {
  const photos = picturesOf(view.request.answers).filter((one) => one.kind === "photo");
  const first = photos.find((one) => one.sentAs === "photo") ?? photos[0];
  const shown = first === undefined ? firstPage(filesOf(view.request.answers)) : shownAs(first);
  return {
    text: cardText(view, shown === undefined ? textMax : captionMax),
    ...shown,
    buttons: requestButtons(view),
  };
}

/** The paper itself as far as a glance needs it: its first page; a photo of a page is shown as it is. */
function firstPage(files: readonly KeptFile[]): Pick<Drawn, "photo" | "photoFile"> | undefined {
  for (const { sentAs, fileId, page } of files) {
    if (sentAs === "photo") return { photo: fileId };
    if (page !== undefined) return { photoFile: page };
  }
  return undefined;
}

/** Telegram takes no document's id for a photo: what was sent as a file goes up again by its bytes. */
const shownAs = ({ sentAs, fileId, hash }: Picture): Pick<Drawn, "photo" | "photoFile"> =>
  sentAs === "photo" ? { photo: fileId } : { photoFile: hash };

export function readerOf(view: CardView): Reader {
  return { company: view.company, words: view.words, language: view.viewer.language };
}

/** So many lines of goods come before anything that can be left out. */
const linesFirst = 3;

/** What must stay comes without `dispensable`; of the rest the highest number is left out first. */
function cardText(view: CardView, max: number): string {
  const reader = readerOf(view);
  const goods = goodsLines(view.request, reader);
  const surely = Math.min(goods.length, linesFirst);
  const more = (shown: number): string =>
    shown < goods.length ? view.words("card-more-lines", { count: goods.length - shown }) : "";
  const goodsPart: Part = { html: [...goods.slice(0, surely), more(surely)].join("\n").trim() };
  const kept = keptParts([...headParts(view, reader), goodsPart, ...bodyParts(view, reader)], max);
  let room = max - shownLength(joined(kept));
  let shown = surely;
  while (kept.includes(goodsPart) && shown < goods.length) {
    room -= shownLength(goods[shown] ?? "") + 1;
    if (room < 2) break; // the count of what is left may get shorter or vanish, never longer
    shown += 1;
  }
  const full: Part = { html: [...goods.slice(0, shown), more(shown)].join("\n").trim() };
  return joined(kept.map((part) => (part === goodsPart ? full : part)));
}

function headParts(view: CardView, reader: Reader): Part[] {
  return [
    { html: `<b>${firstLine(view, reader)}</b>` },
    { html: filedLine(view) },
    { html: changesLine(view, reader), dispensable: 2 },
  ];
}

function bodyParts(view: CardView, reader: Reader): Part[] {
  return [
    ...formLines(view, reader),
    { html: paymentLines(view) },
    { html: signerAnswers(view, reader), dispensable: 3 },
    { html: latePhotos(view) },
    { html: twinsLine(view) },
    { html: invoiceWarningLines(view) },
    { html: twinReason(view), dispensable: 1 },
    { html: routeLine(view) },
    { html: overdueLine(view) },
    ...talkLines(view),
    ...colleagueLines(view),
    { html: contextLine(view), dispensable: 4 },
    { html: stateLine(view) },
    { html: rejectionReason(view), dispensable: 1 },
    { html: papersLine(view) },
    { html: letterLines(view) },
  ];
}

/** «№ 17 · Котов И. М., 14.03 11:58»; on the way through a pile with «12 из 60» before it. */
function filedLine(view: CardView): string {
  const { request, company, words, viewer, now } = view;
  const number = words("card-number", { number: String(request.id) });
  const filed = `${nameOf(company, request.filer)}, ${dayAndTime(company, request.place, request.filedAt, now, viewer.language)}`;
  const copy =
    request.copyOf === undefined ? "" : ` · ${words("card-copy-of", { number: String(request.copyOf) })}`;
  const pile =
    view.pile === undefined
      ? ""
      : `${words("card-pile", { n: String(view.pile.n), of: String(view.pile.of) })} · `;
  return `${pile}${number} · ${filed}${copy}`;
}

/** Reason, supplier, dates, choices, and the free words in their frame. */
function formLines(view: CardView, reader: Reader): Part[] {
  return view.process.form.flatMap((question): Part[] => {
    const answer = view.request.answers[question.id];
    if (isOfTwin(question)) return []; // stands with the warning
    if (answer?.kind === "files") return []; // the picture and a button bring them
    if (answer?.kind === "person" && answer.person === undefined) return []; // the route names all who are asked
    if (answer?.kind === "text" && question.title === undefined)
      return [{ html: quoted(answer.text, 300), dispensable: 1 }];
    const text = answerText(question, answer, reader, view.request.place);
    if (text === undefined) return [];
    const key =
      question.kind === "reason" ? "card-reason" : question.kind === "supplier" ? "card-supplier" : undefined;
    if (key !== undefined) return [{ html: reader.words(key, { value: text }) }];
    const title = line(questionTitle(question, reader.words, reader.language), 60);
    return [{ html: `${title}: ${text}`, dispensable: 2 }];
  });
}

function latePhotos({ request, words }: CardView): string {
  return request.late.length === 0 ? "" : words("card-late-photos", { count: request.late.length });
}

/** The warning that the store saw before it sent (D29). */
function twinsLine({ twins, words }: CardView): string {
  if (twins.length === 0) return "";
  const numbers = twins.slice(0, 5).map((one) => words("card-number", { number: String(one) }));
  return words("card-twins", { numbers: numbers.join(", ") });
}

/** The newest question to the store of each visa that is still open, and the newest answer. */
function talkLines(view: CardView): Part[] {
  const { request, company, words } = view;
  const asked = openSteps(request).map((step) => step.visa);
  const { id: process } = view.process;
  const withStore = request.talk.filter((one) => one.kind === "question" || one.kind === "answer");
  const newest = asked.flatMap((visa) => withStore.filter((one) => one.visa === visa).slice(-2));
  return newest.map((one) => {
    const who = `${titleOf(view, one)}, ${nameOf(company, one.by)}`;
    const head = words(headsOf[one.kind], {
      who: one.kind === "answer" ? nameOf(company, one.by) : who,
      process,
    });
    return { html: `${head}\n${quoted(one.text, 200)}`, dispensable: 1 };
  });
}

export const headsOf = {
  question: "card-question",
  answer: "card-answer",
  consulted: "card-consulted",
  advice: "card-advice",
} as const satisfies Record<Talk["kind"], string>;

/** «Магазин № 2 за 30 дней: 14 списаний, 96 000 ₽; в среднем по сети 31 000 ₽» */
function contextLine(view: CardView): string {
  const { statistics, request, company, viewer, words } = view;
  if (statistics === undefined) return "";
  const money = (sum: typeof statistics.total): string =>
    moneyAt(company, request.place, sum, viewer.language);
  return words("card-context", {
    place: placeName(company, request.place),
    process: request.process,
    count: statistics.count,
    sum: money(statistics.total),
    average: money(statistics.average),
  });
}

function papersLine({ request, words }: CardView): string {
  if (request.papers.length === 0) return "";
  return words("card-papers", { numbers: request.papers.map((paper) => paper.number).join(", ") });
}
