/** What changed at the last resubmission: «Изменено: количество 2 → 3; фото +2» (design: rework). */
import { goodsOf, picturesOf, type Answers } from "../../flows/engine/answers.ts";
import type { Question } from "../../flows/engine/questions.ts";
import { formatNumber } from "../../flows/goods/quantity.ts";
import { answerText } from "./answer-text.ts";
import type { Case } from "./case.ts";
import type { Reader } from "./first-line.ts";
import { moneyAt } from "./place.ts";
import { questionTitle } from "./question-title.ts";
import { line } from "./shown-text.ts";

/** More of them would hide the card itself; the details show all. */
const shownMax = 8;

/** The line as HTML; empty before the first resubmission. */
export function changesLine({ request, process }: Case, reader: Reader): string {
  const { before } = request;
  if (before === undefined) return "";
  const changed = process.form.filter((question) => request.changed.includes(question.id));
  const all = changed.flatMap((question) =>
    changesOf(question, before, request.answers, reader, request.place),
  );
  if (all.length === 0) return "";
  const shown = all.length > shownMax ? [...all.slice(0, shownMax), "…"] : all;
  return reader.words("card-changed", { changes: shown.join("; ") });
}

type Place = Case["request"]["place"];

function changesOf(
  question: Question,
  before: Answers,
  after: Answers,
  reader: Reader,
  place: Place,
): string[] {
  if (question.kind === "goods") return goodsChanges(before, after, reader, place);
  if (question.kind === "photos") return photoChanges(before, after, reader);
  const title = line(questionTitle(question, reader.words, reader.language), 60).toLowerCase();
  const was = answerText(question, before[question.id], reader, place);
  const is = answerText(question, after[question.id], reader, place);
  // A comment is read whole above; here it is enough to say that it is another.
  if (question.kind === "text") return [title];
  return [`${title}: ${was ?? "—"} → ${is ?? "—"}`];
}

function goodsChanges(before: Answers, after: Answers, reader: Reader, place: Place): string[] {
  const { words, language } = reader;
  const was = new Map(goodsOf(before).map((one) => [one.line, one]));
  const lines = goodsOf(after);
  const only = lines.length === 1 && was.size === 1;
  const changes: string[] = [];
  for (const [position, one] of lines.entries()) {
    const old = was.get(one.line);
    was.delete(one.line);
    if (old === undefined) {
      changes.push(words("change-added", { name: line(one.name, 60) }));
      continue;
    }
    const where = only ? "" : words("change-line", { line: String(position + 1) });
    const say = (key: string, from: string, to: string): void => {
      changes.push(where + words(key, { from, to }));
    };
    if (old.name !== one.name) say("change-goods", line(old.name, 60), line(one.name, 60));
    if (old.quantity !== one.quantity)
      say("change-quantity", formatNumber(old.quantity, language), formatNumber(one.quantity, language));
    if (old.price !== one.price && old.price !== undefined && one.price !== undefined)
      say(
        "change-price",
        moneyAt(reader.company, place, old.price, language),
        moneyAt(reader.company, place, one.price, language),
      );
    if (old.reason !== one.reason)
      say("change-reason", shortReason(old.reason, reader), shortReason(one.reason, reader));
  }
  for (const gone of was.values()) changes.push(words("change-removed", { name: line(gone.name, 60) }));
  return changes;
}

function shortReason(code: string | undefined, { company, language }: Reader): string {
  const reason = company.reasons.find((one) => one.code === code);
  return reason === undefined ? "—" : line(reason.short[language], 40);
}

function photoChanges(before: Answers, after: Answers, reader: Reader): string[] {
  const was = new Set(picturesOf(before).map((picture) => picture.uniqueId));
  const is = new Set(picturesOf(after).map((picture) => picture.uniqueId));
  const added = [...is].filter((one) => !was.has(one)).length;
  const removed = [...was].filter((one) => !is.has(one)).length;
  const counts = [added > 0 ? `+${added}` : "", removed > 0 ? `−${removed}` : ""].filter(
    (part) => part !== "",
  );
  return counts.length === 0 ? [] : [reader.words("change-photos", { counts: counts.join(" ") })];
}
