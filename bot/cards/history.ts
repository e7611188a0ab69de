/** The history of a request in words: every event of its log has its sentence, in the reader's language (S3.17, S3.18). */
import type { Company } from "../../flows/company/company.ts";
import { goodsOf } from "../../flows/engine/answers.ts";
import type { Event, EventKind } from "../../flows/engine/events.ts";
import type { Case } from "./case.ts";
import type { Reader } from "./first-line.ts";
import type { Beside } from "./letter-history.ts";
import { paymentText } from "./payment-lines.ts";
import { dayAndTime, nameOf } from "./place.ts";
import { signerOf, titleOf } from "./route.ts";
import { questionsOf } from "./signer-answers.ts";
import { questionTitle } from "./question-title.ts";
import { line, words as shown } from "./shown-text.ts";
import { finalStage } from "../../flows/engine/process.ts";
import type { Instant, PersonId, VisaId } from "../../flows/ids.ts";

interface Telling extends Reader {
  readonly of: Case;
  readonly now: Instant;
  readonly company: Company;
}
type OfKind<K extends EventKind> = Extract<Event, { kind: K }>;
/** Undefined: the event says nothing that its neighbour doesn't. */
type Sentences = { readonly [K in EventKind]: (event: OfKind<K>, telling: Telling) => string | undefined };

const name = (person: PersonId, { company }: Telling): string => nameOf(company, person);
/** More names are counted, not listed. */
const namesMax = 10;
function names(people: readonly PersonId[], telling: Telling): string {
  if (people.length === 0) return "—";
  const shown = people.slice(0, namesMax).map((person) => name(person, telling));
  if (people.length > namesMax)
    shown.push(telling.words("card-more-people", { count: people.length - namesMax }));
  return shown.join(", ");
}
const visa = (id: VisaId, telling: Telling): string =>
  titleOf({ process: telling.of.process, viewer: { language: telling.language } }, { visa: id });
/** Who said what to which colleague. */
const said = (event: OfKind<"consulted" | "advised">, telling: Telling) => ({
  name: name(event.by, telling),
  to: name(event.to, telling),
  text: shown(event.text, 300),
});
const stage = (id: string, { of, language }: Telling): string =>
  line(of.process.stages[id]?.title[language] ?? id, 80);

const sentences: Sentences = {
  filed: (event, telling) =>
    telling.words("history-filed", {
      name: name(event.by, telling),
      lines: goodsOf(event.answers).length,
      copy: event.copyOf === undefined ? "no" : String(event.copyOf),
    }),
  "stage-entered": (event, telling) => telling.words("history-stage", { stage: stage(event.stage, telling) }),
  "step-opened": (event, telling) =>
    telling.words("history-opened", { visa: visa(event.visa, telling), names: names(event.asked, telling) }),
  "step-carried": (event, telling) =>
    telling.words("history-carried", {
      visa: visa(event.visa, telling),
      name: signerOf(telling, event.by, event.forPerson),
    }),
  filled: (event, telling) => {
    const questions = questionsOf(telling.of, event.visa).filter(
      (one) => event.answers[one.id] !== undefined,
    );
    const titles = questions.map((one) => line(questionTitle(one, telling.words, telling.language), 60));
    return telling.words("history-filled", { name: name(event.by, telling), questions: titles.join(", ") });
  },
  signed: (event, telling) => {
    if (event.outcome === "sent-back") return undefined; // the event of that name tells the reason
    const said = { visa: visa(event.visa, telling), name: signerOf(telling, event.by, event.forPerson) };
    if (event.outcome === "approved") return telling.words("history-approved", said);
    return telling.words("history-rejected", { ...said, reason: shown(event.reason ?? "", 300) });
  },
  "step-closed": (event, telling) => telling.words("history-closed", { visa: visa(event.visa, telling) }),
  "task-opened": (event, telling) =>
    telling.words("history-task", { visa: visa(event.visa, telling), names: names(event.asked, telling) }),
  taken: (event, telling) =>
    telling.words("history-taken", {
      visa: visa(event.visa, telling),
      name: name(event.by, telling),
      over: event.over === undefined ? "no" : name(event.over, telling),
    }),
  released: (event, telling) =>
    telling.words("history-released", {
      visa: visa(event.visa, telling),
      name: event.by === undefined ? "no" : name(event.by, telling),
    }),
  done: (event, telling) =>
    telling.words("history-done", {
      visa: visa(event.visa, telling),
      name: signerOf(telling, event.by, event.forPerson),
    }),
  paid: (event, telling) =>
    telling.words("history-paid", {
      paid: paymentText(event.payment, telling.of.request.place, telling),
      name: name(event.by, telling),
    }),
  unpaid: (event, telling) => {
    const booked = telling.of.request.paid?.find((one) => one.n === event.n);
    const paid = booked === undefined ? "" : paymentText(booked, telling.of.request.place, telling);
    return telling.words("history-unpaid", { paid, name: name(event.by, telling) });
  },
  reopened: (event, telling) => telling.words("history-reopened", { visa: visa(event.visa, telling) }),
  delegated: (event, telling) =>
    telling.words("history-delegated", {
      visa: visa(event.visa, telling),
      to: name(event.to, telling),
      name: name(event.by, telling),
    }),
  consulted: (event, telling) => telling.words("history-consulted", said(event, telling)),
  advised: (event, telling) => telling.words("history-advised", said(event, telling)),
  asked: (event, telling) =>
    telling.words("history-asked", {
      process: telling.of.process.id,
      name: name(event.by, telling),
      text: shown(event.text, 300),
    }),
  answered: (event, telling) =>
    telling.words("history-answered", { name: name(event.by, telling), text: shown(event.text, 300) }),
  reminded: (event, telling) => telling.words("history-reminded", { names: names(event.people, telling) }),
  escalated: (event, telling) =>
    event.to === undefined
      ? telling.words("history-top", { visa: visa(event.visa, telling) })
      : telling.words("history-escalated", {
          visa: visa(event.visa, telling),
          name: name(event.to, telling),
        }),
  reassigned: (event, telling) =>
    telling.words("history-reassigned", {
      visa: visa(event.visa, telling),
      names: names(event.asked, telling),
    }),
  vacant: (event, telling) => telling.words("history-vacant", { visa: visa(event.visa, telling) }),
  "sent-back": (event, telling) =>
    telling.words("history-sent-back", { name: name(event.by, telling), reason: shown(event.reason, 300) }),
  resubmitted: (event, telling) => {
    const titles = telling.of.process.form
      .filter((question) => event.changed.includes(question.id))
      .map((question) => line(questionTitle(question, telling.words, telling.language), 60).toLowerCase());
    return telling.words("history-resubmitted", {
      name: name(event.by, telling),
      changed: titles.join(", "),
    });
  },
  attached: (event, telling) => {
    const done = { name: name(event.by, telling), count: event.pictures.length };
    return event.text === undefined
      ? telling.words("history-attached", done)
      : telling.words("history-attached-saying", { ...done, text: shown(event.text, 300) });
  },
  held: (event, telling) => {
    const says = finalStage(telling.of.process, event.stage)?.says[telling.language] ?? event.stage;
    return telling.words("history-held", { says: line(says, 80), until: time(event.until, telling) });
  },
  undone: (event, telling) => telling.words("history-undone", { name: name(event.by, telling) }),
  withdrawn: (event, telling) => telling.words("history-withdrawn", { name: name(event.by, telling) }),
  "paper-issued": (event, telling) => telling.words("history-paper", { number: line(event.number, 40) }),
  ended: (event, telling) => telling.words("history-ended", { stage: stage(event.stage, telling) }),
};

const time = (at: Instant, { company, of, now, language }: Telling): string =>
  dayAndTime(company, of.request.place, at, now, language);

/**
 * One line of HTML per event that has something to say: «14.03 11:58 — Подана: Котов И. М., позиций: 1». `beside`: what is
 * known of it beside the log, told at its time, after the events of that same instant.
 */
export function historyLines(
  events: readonly Event[],
  of: Case,
  reader: Reader,
  now: Instant,
  beside: readonly Beside[] = [],
): string[] {
  const telling: Telling = { ...reader, of, now };
  const told = events.flatMap((event): Beside[] => {
    // The entry of its own kind takes exactly this event; the compiler can't follow the link between the two.
    const sentence = sentences[event.kind] as (event: Event, telling: Telling) => string | undefined;
    const said = sentence(event, telling);
    return said === undefined ? [] : [{ at: event.at, said }];
  });
  const inOrder = [...told, ...beside].sort((one, other) => one.at - other.at);
  return inOrder.map(({ at, said }) => `${time(at, telling)} — ${said}`);
}
