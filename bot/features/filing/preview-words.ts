/** The preview in words: everything that will be filed, whom it goes to, and what should be looked at first. */
import { goodsOf, picturesOf, type Answers } from "../../../flows/engine/answers.ts";
import type { Around } from "../../../flows/filing/catalogue.ts";
import type { Part, Preview } from "../../../flows/filing/prompt.ts";
import { departmentOf } from "../../../flows/company/places.ts";
import type { QuestionId } from "../../../flows/ids.ts";
import { answerText } from "../../cards/answer-text.ts";
import { nameOf } from "../../cards/place.ts";
import { questionTitle } from "../../cards/question-title.ts";
import { line } from "../../cards/shown-text.ts";
import { warningTexts } from "../../invoices/warning-words.ts";
import { refusalText } from "../../refusals.ts";
import type { Turn } from "../../work.ts";
import { linesShown, linesWords, totalWords, type Shop } from "./goods-words.ts";

export function previewWords(turn: Turn, preview: Preview, around: Around): string {
  const { words, me, company } = turn;
  const title = line(around.process.title[me.language], 60);
  const head =
    preview.request === undefined
      ? words("filing-preview", { process: title })
      : words("filing-preview-rework", { process: title, number: String(preview.request) });
  const place = preview.place === undefined ? undefined : departmentOf(company, preview.place)?.name;
  const several = preview.parts.length;
  return [
    `<b>${head}</b>`,
    ...(place === undefined ? [] : [words("filing-preview-place", { place: line(place, 80) })]),
    ...(several > 1 ? [words("filing-preview-parts", { count: several })] : []),
    ...preview.parts.flatMap((part, index) => partWords(turn, preview, around, part, index)),
    ...common(turn, preview, around),
    ...warnings(turn, preview, around),
  ].join("\n");
}

/** The goods of one request; of several, under its supplier. */
function partWords(turn: Turn, preview: Preview, around: Around, part: Part, index: number): string[] {
  const shop: Shop = { turn, place: preview.place };
  const lines = goodsOf(part.answers);
  if (lines.length === 0) return [];
  const max = Math.max(3, Math.floor(linesShown / preview.parts.length));
  const heading =
    preview.parts.length > 1 ? [`<b>${index + 1}) ${supplierOf(part.answers, around)}</b>`] : [];
  return [...heading, ...linesWords(lines, shop, max), totalWords({ ...part, lines: lines.length }, shop)];
}

function supplierOf(answers: Answers, around: Around): string {
  const question = around.process.form.find((known) => known.kind === "supplier");
  const answer = question === undefined ? undefined : answers[question.id];
  return answer?.kind === "supplier" ? line(answer.supplier.name, 100) : "—";
}

/** The other answers, which all parts share. */
function common(turn: Turn, preview: Preview, around: Around): string[] {
  const answers = preview.parts[0]?.answers ?? {};
  const reader = { company: turn.company, words: turn.words, language: turn.me.language };
  const shown: string[] = [];
  for (const question of around.process.form) {
    const title = line(questionTitle(question, turn.words, turn.me.language), 60);
    if (question.kind === "photos") shown.push(`${title}: ${photosWords(turn, preview, answers)}`);
    if (question.kind === "supplier" && preview.parts.length > 1) continue;
    if (question.kind === "goods" || question.kind === "photos" || question.kind === "prices") continue;
    const answer = answers[question.id];
    const place = preview.place ?? turn.company.departments[0]?.id;
    const said =
      answer?.kind === "text"
        ? `«${line(answer.text, 500)}»`
        : place === undefined
          ? undefined
          : answerText(question, answer, reader, place);
    if (said !== undefined && question.kind === "files" && preview.pending > 0)
      shown.push(`${title}: ${said}, ${turn.words("filing-preview-pending", { count: preview.pending })}`);
    else if (said !== undefined) shown.push(`${title}: ${said}`);
    else if (isMissing(question.id, preview)) shown.push(`${title}: ${turn.words("filing-preview-missing")}`);
  }
  return shown;
}

const isMissing = (question: QuestionId, preview: Preview): boolean => preview.missing.includes(question);

function photosWords(turn: Turn, preview: Preview, answers: Answers): string {
  const pictures = picturesOf(answers);
  const photos = pictures.filter((picture) => picture.kind === "photo").length;
  return [
    turn.words("filing-preview-photos", { count: photos }),
    ...(pictures.length > photos ? [turn.words("filing-videos", { count: pictures.length - photos })] : []),
    ...(preview.pending > 0 ? [turn.words("filing-preview-pending", { count: preview.pending })] : []),
  ].join(", ");
}

/** Whom it will go to, or why to nobody; the twins; what is missing. */
function warnings(turn: Turn, preview: Preview, around: Around): string[] {
  const { words, company, me, now } = turn;
  const { signers } = preview;
  const said: string[] = [];
  // A request that was only just opened to be mended is unchanged: that is said when it is sent so.
  if ("refusal" in signers && signers.refusal.kind !== "nothing-changed") {
    const place = preview.place ?? company.departments[0]?.id;
    if (place !== undefined)
      said.push(
        `⚠️ ${refusalText(signers.refusal, { company, process: around.process, place, now, words, language: me.language })}`,
      );
  } else if (!("refusal" in signers) && signers.length > 0) {
    const people = signers.map(({ title, people: who }) => {
      const names = who.map((person) => nameOf(company, person)).join(", ");
      return `${names} (${line(title[me.language], 60)})`;
    });
    said.push(words("filing-preview-signers", { signers: people.join(" · ") }));
  }
  if (preview.twins.length > 0)
    said.push(
      `⚠️ ${words("filing-preview-twins", {
        count: preview.twins.length,
        numbers: preview.twins.map((twin) => words("card-number", { number: String(twin) })).join(", "),
      })}`,
    );
  // twins stand in a message of their own, with a button to open them
  const others = preview.warnings.filter((warning) => warning.kind !== "twin");
  const reader = { company, words, language: me.language, person: me.id, now };
  return [...said, ...warningTexts(others, reader)];
}
