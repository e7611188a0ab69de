/** The dialogue's questions in words, short enough for one glance. */
import type { Around } from "../../../flows/filing/catalogue.ts";
import type { Ask, Prompt } from "../../../flows/filing/prompt.ts";
import type { Reason } from "../../../flows/company/company.ts";
import { shortDate } from "../../../flows/documents/dates.ts";
import { filesQuestion } from "../../../flows/filing/papers.ts";
import type { QuestionId } from "../../../flows/ids.ts";
import { questionTitle } from "../../cards/question-title.ts";
import { line, words as userWords } from "../../cards/shown-text.ts";
import type { Turn } from "../../work.ts";
import { lineWords, linesWords, money, totalWords, type Shop } from "./goods-words.ts";
import { paperWords } from "./paper-words.ts";
import { previewWords } from "./preview-words.ts";

type Worded = { readonly [K in Ask["kind"]]: (ask: Extract<Ask, { kind: K }>, of: Wording) => string };
export interface Wording {
  readonly turn: Turn;
  readonly around: Around;
  readonly shop: Shop;
}

const key =
  (name: string) =>
  (_ask: Ask, { turn }: Wording): string =>
    turn.words(name);

/** «(причины: бой, недостача)» */
const because = (reasons: readonly Reason[], turn: Turn): string =>
  reasons.map((reason) => line(reason.short[turn.me.language], 40)).join(", ");

const worded: Worded = {
  place: key("filing-ask-place"),
  "goods-search": key("filing-ask-goods"),
  "goods-list": ({ lines, total, unpriced }, { turn, shop }) =>
    [
      ...linesWords(lines, shop),
      totalWords({ lines: lines.length, total, unpriced }, shop),
      "",
      turn.words("filing-ask-more-goods"),
    ].join("\n"),
  models: ({ text, more }, { turn }) =>
    turn.words(more ? "filing-ask-model-many" : "filing-ask-model", { text: line(text, 60) }),
  sizes: ({ model }, { turn }) => turn.words("filing-ask-size", { model: line(model, 100) }),
  quantity: ({ name, unit, price }, { turn, shop }) =>
    [
      ...(price === undefined ? [line(name, 100)] : [`${line(name, 100)} · ${money(shop, price)}`]),
      turn.words(unit === undefined ? "filing-ask-quantity-outside" : "filing-ask-quantity"),
    ].join("\n"),
  confirm: ({ lines, total, unpriced, from }, { turn, shop }) =>
    [
      ...(from === "table" ? [turn.words("filing-table-lines", { count: lines.length })] : []),
      ...linesWords(lines, shop),
      ...(lines.length > 1 ? [totalWords({ lines: lines.length, total, unpriced }, shop)] : []),
      turn.words("filing-ask-right"),
    ].join("\n"),
  outside: ({ name }, { turn }) => turn.words("filing-ask-outside", { name: line(name, 100) }),
  "pick-line": ({ count }, { turn }) => turn.words("filing-ask-line", { count: String(count) }),
  line: ({ line: one }, { turn, shop }) => `${lineWords(one, shop)}\n${turn.words("filing-ask-change-line")}`,
  reading: key("filing-reading"),
  reason: key("filing-ask-reason"),
  "line-reason": ({ line: one, at, of }, { turn, shop }) =>
    turn.words("filing-ask-line-reason", { line: lineWords(one, shop), at: String(at), of: String(of) }),
  photos: ({ photos, videos, max, needed, because: reasons }, { turn }) =>
    photos + videos > 0
      ? turn.words("filing-ask-more-photos", { count: photos })
      : needed && reasons.length > 0
        ? turn.words("filing-ask-photos-because", { reasons: because(reasons, turn), max: String(max) })
        : turn.words(needed ? "filing-ask-photos" : "filing-ask-photos-optional", { max: String(max) }),
  supplier: ({ own, found }, { turn }) =>
    own !== undefined && !found
      ? turn.words("filing-ask-supplier-own", { supplier: line(own.name, 100) })
      : turn.words(found ? "filing-ask-supplier-found" : "filing-ask-supplier"),
  split: ({ suppliers }, { turn }) =>
    turn.words("filing-ask-split", {
      suppliers: suppliers.map((name) => line(name, 60)).join(", "),
      count: suppliers.length,
    }),
  "supplier-name": key("filing-ask-supplier-name"),
  "supplier-number": ({ name, country }, { turn }) =>
    turn.words("filing-ask-supplier-number", { name: line(name, 100), country }),
  ...paperWords,
  plain: ({ question, needed, because: reasons, given, day }, { turn }) => {
    const kept =
      day !== undefined
        ? [turn.words("filing-given-day", { day: shortDate(day) })]
        : given === undefined
          ? []
          : [turn.words("filing-given", { text: userWords(given, 300) })];
    if (question.kind === "date")
      return [...kept, turn.words(needed ? "filing-ask-date" : "filing-ask-date-optional")].join("\n");
    if (question.kind === "choice") return turn.words("filing-ask-choice");
    const example = question.kind === "text" ? question.example?.[turn.me.language] : undefined;
    const ask =
      needed && reasons.length > 0
        ? turn.words("filing-ask-text-because", { reasons: because(reasons, turn) })
        : example === undefined
          ? turn.words(needed ? "filing-ask-text" : "filing-ask-text-optional")
          : turn.words(needed ? "filing-ask-text-like" : "filing-ask-text-like-optional", { example });
    return [...kept, ask].join("\n");
  },
  preview: (preview, { turn, around }) => previewWords(turn, preview, around),
  change: key("filing-ask-change"),
  checking: (_ask, { turn, around }) =>
    turn.words(filesQuestion(around) === undefined ? "filing-ask-checking" : "filing-files-checking"),
  resume: ({ lines, photos, files }, { turn, around }) =>
    filesQuestion(around) !== undefined
      ? turn.words("filing-ask-resume-files", {
          process: line(around.process.title[turn.me.language], 60),
          files,
        })
      : turn.words("filing-ask-resume", {
          process: line(around.process.title[turn.me.language], 60),
          lines,
          photos,
        }),
  cancel: key("filing-ask-cancel"),
};

/** The heading of a question of the form: «2 из 5 · Причина». */
function heading(prompt: Prompt, question: QuestionId | undefined, { turn, around }: Wording): string[] {
  const known = around.process.form.find((one) => one.id === question);
  if (known === undefined) return [];
  const title = line(questionTitle(known, turn.words, turn.me.language), 60);
  const { progress } = prompt;
  if (progress === undefined) return [`<b>${title}</b>`];
  const at = turn.words("filing-progress", { at: String(progress.at), of: String(progress.of) });
  return [`<b>${at} · ${title}</b>`];
}

/** The question as HTML. `question`: the one of the form that it belongs to. */
export function promptWords(prompt: Prompt, question: QuestionId | undefined, of: Wording): string {
  // The entry of its own kind takes exactly this question; the compiler can't follow the link between the two.
  const word = worded[prompt.ask.kind] as (ask: Ask, of: Wording) => string;
  return [...heading(prompt, question, of), word(prompt.ask, of)].join("\n");
}

/** What an empty input field shows, where something is typed. */
export function placeholderOf(ask: Ask, turn: Turn): string | undefined {
  switch (ask.kind) {
    case "goods-search":
    case "goods-list":
    case "models":
    case "outside":
      return turn.words("filing-hint-goods");
    case "quantity":
      return turn.words("filing-hint-quantity");
    case "supplier":
      return turn.words("filing-hint-supplier");
    case "photos":
      return turn.words("filing-hint-photos");
    case "files":
      return turn.words("filing-hint-files");
    case "sum":
      return turn.words("filing-hint-sum");
    default:
      return undefined;
  }
}
