/** Messages of their own, besides the card: outcomes, questions, reminders, the morning's first, papers. Worded when they are sent. */
import { inboxCount } from "../db/inbox.ts";
import { papersOf } from "../db/papers.ts";
import { finalStage } from "../flows/engine/process.ts";
import type { Notice } from "../flows/engine/notices.ts";
import { units, type RequestId } from "../flows/ids.ts";
import { button } from "./buttons.ts";
import { caseFor, effectsOf, type Case } from "./cards/case.ts";
import { caseName, firstLine, type Reader as CardReader } from "./cards/first-line.ts";
import { givenFilesRow } from "./cards/file-buttons.ts";
import { placesMoney, moment, nameOf } from "./cards/place.ts";
import { titleOf } from "./cards/route.ts";
import { line, quoted } from "./cards/shown-text.ts";
import type { PaperOf, Reader, ReminderItem } from "./delivery/wording.ts";
import { wordsIn } from "./texts.ts";
import type { Message } from "./work.ts";

type OfKind<K extends Notice["kind"]> = Extract<Notice, { kind: K }>;
type Worded = { readonly [K in Notice["kind"]]: (notice: OfKind<K>, found: Case, of: Reader) => Message };

const readerFor = ({ company, person }: Reader): CardReader => ({
  company,
  words: wordsIn(person.language),
  language: person.language,
});

const worded: Worded = {
  outcome,
  "sent-back": ({ by, reason, request }, found, of) => {
    const { words } = readerFor(of);
    return {
      text: `${words("notice-sent-back", { case: caseName(found, readerFor(of)), name: nameOf(of.company, by) })}\n${quoted(reason)}`,
      buttons: [[button(words("button-mend"), { kind: "mend", request })], openRow(request, of)],
    };
  },
  question: ({ by, text, visa, request }, found, of) => {
    const { words } = readerFor(of);
    return {
      text: `${words("notice-question", { case: caseName(found, readerFor(of)), name: nameOf(of.company, by) })}\n${quoted(text)}`,
      buttons: [[button(words("button-reply"), { kind: "reply", request, visa })], openRow(request, of)],
    };
  },
  answer: ({ by, text, request }, found, of) => ({
    text: `${readerFor(of).words("notice-answer", { process: found.process.id, case: caseName(found, readerFor(of)), name: nameOf(of.company, by) })}\n${quoted(text)}`,
    buttons: [openRow(request, of)],
  }),
  "late-photos": ({ request, count, text }, found, of) => {
    const { words } = readerFor(of);
    const added = words("notice-late-photos", { case: caseName(found, readerFor(of)), count });
    return {
      text: text === undefined ? added : `${added}\n${quoted(text)}`,
      buttons: [[button(words("button-photos-new"), { kind: "photos", request }), ...openRow(request, of)]],
    };
  },
  passed: ({ request, stage }, found, of) => {
    const reader = readerFor(of);
    const declared = found.process.stages[stage];
    const says = declared?.kind === "pass" ? declared.says?.[reader.language] : undefined;
    return {
      text: [`<b>✅ ${line(says ?? stage, 80)}</b>`, caseLine(request, found, reader)].join("\n"),
      buttons: [openRow(request, of)],
    };
  },
  told: ({ request, stage, index }, found, of) => {
    const reader = readerFor(of);
    const told = finalStage(found.process, stage)?.tells?.[index]?.says[reader.language] ?? stage;
    const says = line(told.replaceAll("{number}", String(request)), 200);
    return {
      text: [`<b>✅ ${says}</b>`, caseLine(request, found, reader)].join("\n"),
      buttons: [...givenFilesRow(found, reader.words), openRow(request, of)],
    };
  },
  "taken-over": ({ by, request }, found, of) => ({
    text: readerFor(of).words("notice-taken-over", {
      case: caseName(found, readerFor(of)),
      name: nameOf(of.company, by),
    }),
    buttons: [openRow(request, of)],
  }),
  consulted: ({ by, text, visa, request }, found, of) => {
    const { words } = readerFor(of);
    const asks = words("colleague-asks", { name: nameOf(of.company, by) });
    return {
      text: `${asks}\n${words("card-number", { number: String(request) })} · ${firstLine(found, readerFor(of))}\n${quoted(text)}`,
      buttons: [[button(words("button-advise"), { kind: "advise", request, visa })], openRow(request, of)],
    };
  },
  advice: ({ by, text, request }, found, of) => ({
    text: `${readerFor(of).words("colleague-answered", { case: caseName(found, readerFor(of)), name: nameOf(of.company, by) })}\n${quoted(text)}`,
    buttons: [openRow(request, of)],
  }),
  "nobody-to-sign": ({ visa, request }, found, of) => ({
    text: readerFor(of).words("notice-nobody-to-sign", {
      case: caseName(found, readerFor(of)),
      visa: titleOf({ process: found.process, viewer: of.person }, { visa }),
    }),
    buttons: [openRow(request, of)],
  }),
  stuck: ({ visa, request }, found, of) => ({
    text: readerFor(of).words("notice-stuck", {
      case: caseName(found, readerFor(of)),
      visa: titleOf({ process: found.process, viewer: of.person }, { visa }),
    }),
    buttons: [openRow(request, of)],
  }),
};

const openRow = (request: RequestId, of: Reader) => [
  button(readerFor(of).words("button-open", { number: String(request) }), { kind: "open", request }),
];

/** «№ 17 · Счёт 244 000 ₽ · Вихрь-Опт» as HTML. */
const caseLine = (request: RequestId, found: Case, reader: CardReader): string =>
  `${reader.words("card-number", { number: String(request) })} · ${firstLine(found, reader)}`;

/** What was decided, why, and what to do now (D11). */
function outcome({ request }: OfKind<"outcome">, found: Case, of: Reader): Message {
  const reader = readerFor(of);
  const { words, language } = reader;
  const stage = finalStage(found.process, found.request.stage);
  const rejected = found.request.steps.findLast((step) => step.outcome === "rejected");
  const why = stage?.outcome === "negative" ? rejected : undefined;
  const mark = stage?.outcome === "negative" ? "❌" : "✅";
  const lines = [
    `<b>${mark} ${line(stage?.says[language] ?? found.request.stage, 80)}</b>`,
    caseLine(request, found, reader),
    why?.by === undefined ? "" : words("notice-rejected-by", { name: nameOf(of.company, why.by) }),
    why?.reason === undefined ? "" : quoted(why.reason),
    stage?.todo === undefined ? "" : words("notice-todo", { todo: line(stage.todo[language], 500) }),
  ];
  const again =
    stage?.outcome === "negative" ? [[button(words("button-copy"), { kind: "copy", request } as const)]] : [];
  const papers = found.request.papers.map((_, index) => [
    button(words("button-paper"), { kind: "paper", request, index } as const),
  ]);
  return {
    text: lines.filter((one) => one !== "").join("\n"),
    buttons: [...papers.slice(0, 1), ...again, openRow(request, of)],
  };
}

/** A notice in the reader's language; of a request that he may no longer see: nothing but its number. */
export function noticeMessage(notice: Notice, of: Reader): Message {
  const found = caseFor(of.store, of.company, of.person.id, notice.request);
  if (found === undefined)
    return { text: readerFor(of).words("notice-not-yours", { number: String(notice.request) }) };
  // The entry of its own kind takes exactly this notice; the compiler can't follow the link between the two.
  const word = worded[notice.kind] as (notice: Notice, found: Case, of: Reader) => Message;
  return word(notice, found, of);
}

/** Lines of a reminder; the rest is counted. */
const remindedMax = 10;

/** One message per person and run, whatever waits. */
export function reminderMessage(items: readonly ReminderItem[], of: Reader): Message {
  const reader = readerFor(of);
  const { words, language } = reader;
  const cases = items.flatMap((item) => {
    const found = caseFor(of.store, of.company, of.person.id, item.request);
    return found === undefined ? [] : [{ item, found }];
  });
  const lines = cases.slice(0, remindedMax).map(({ item, found }) => {
    const since = moment(of.company, found.request.place, item.since, of.now, language);
    const number = words("card-number", { number: String(item.request) });
    return `${number} · ${firstLine(found, reader)} · ${words("inbox-since", { since })}`;
  });
  if (cases.length > remindedMax) lines.push(words("reminder-more", { count: cases.length - remindedMax }));
  const opening = cases
    .slice(0, 4)
    .map(({ item }) =>
      button(words("card-number", { number: String(item.request) }), { kind: "open", request: item.request }),
    );
  return {
    text: [`<b>${words("reminder-title", { count: cases.length })}</b>`, ...lines].join("\n"),
    buttons: [...(opening.length > 0 ? [opening] : []), [button(words("button-begin"), { kind: "begin" })]],
  };
}

/** The first message of a working day: «Ждут вас: 60 на 412 000 ₽, просрочено 4». Undefined: nothing waits. */
export function digestMessage({ store, company, person, now }: Reader): Message | undefined {
  const { count, sums, overdue } = inboxCount(store, person.id, now);
  if (count === 0) return undefined;
  const words = wordsIn(person.language);
  const sum = placesMoney(company, sums, person.language);
  return {
    text: words("inbox-waiting", { count: String(count), sum, overdue }),
    buttons: [[button(words("button-begin"), { kind: "begin" })]],
  };
}

/** What stands under a paper, and how its file is called. */
export function paperCaption(
  paper: PaperOf,
  of: Reader,
): { readonly caption: string; readonly fileName: string } {
  const request = units<RequestId>(paper.request);
  const reader = readerFor(of);
  const found = caseFor(of.store, of.company, of.person.id, request);
  const issued = papersOf(of.store, request).find((one) => one.document === paper.document);
  const number = issued?.number ?? paper.document;
  const title =
    found && effectsOf(found).find((effect) => effect.document === paper.document)?.title[reader.language];
  const caption = [
    `<b>${title === undefined ? "" : `${line(title, 80)} `}${line(number, 40)}</b>`,
    found === undefined
      ? ""
      : `${reader.words("card-number", { number: String(request) })} · ${firstLine(found, reader)}`,
  ];
  return { caption: caption.filter((one) => one !== "").join("\n"), fileName: `${number}.pdf` };
}
