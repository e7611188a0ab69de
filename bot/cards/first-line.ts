/** The line that a lock screen shows: «Списание 10 000 ₽ · Магазин № 2 · 2 пары · бой». */
import type { Company } from "../../flows/company/company.ts";
import { goodsOf, totalOf, type GoodsLine } from "../../flows/engine/answers.ts";
import { reasonsOf } from "../../flows/engine/form.ts";
import type { Process } from "../../flows/engine/process.ts";
import { formatQuantity } from "../../flows/goods/quantity.ts";
import {
  units,
  type DepartmentId,
  type Language,
  type Minor,
  type ProcessId,
  type Thousandths,
} from "../../flows/ids.ts";
import type { Words } from "../texts.ts";
import type { Case } from "./case.ts";
import { localDate } from "../../flows/company/zone-time.ts";
import { timeZoneOf } from "../../flows/company/places.ts";
import { dayOf, moneyAt, placeName } from "./place.ts";
import { line } from "./shown-text.ts";

/** Who reads, and in which company. */
export interface Reader {
  readonly company: Company;
  readonly words: Words;
  readonly language: Language;
}

/** What, how much, where, of what, why: as HTML, made of stored fields only (W11). */
export function firstLine(found: Case, reader: Reader): string {
  return isPaper(found.request) ? paperLine(found, reader) : goodsFirstLine(found, reader);
}

/** A request for a paper with a sum of its own, as an invoice is: it has no goods and no reason. */
const isPaper = ({ answers }: Case["request"]): boolean =>
  Object.values(answers).some((answer) => answer.kind === "sum");

/** «Счёт 244 000 ₽ · Вихрь-Опт · оплатить до 18.03» */
function paperLine({ request, process }: Case, reader: Reader): string {
  const { company, words, language } = reader;
  const { total } = totalOf(request.answers);
  const object = process.object[language];
  const title = line(`${object.slice(0, 1).toUpperCase()}${object.slice(1)}`, 60);
  // a paper's last day is the question of that name, as the free words are the one called «comment»
  const due = request.answers["due"];
  const zone = timeZoneOf(company, request.place);
  const filed = localDate(request.filedAt, zone);
  const parts = [
    `${title} ${moneyAt(company, request.place, total, language)}`,
    supplierName(request.answers),
    due?.kind === "date" ? words("card-pay-by", { date: dayOf(due.date, filed, language) }) : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** «Вихрь-Опт» for АО «Вихрь-Опт»: what it is called inside its quotes; as HTML. */
function supplierName(answers: Case["request"]["answers"]): string {
  const given = Object.values(answers).find((answer) => answer.kind === "supplier");
  if (given === undefined) return "";
  const { name } = given.supplier;
  return line(/«(.+)»/u.exec(name)?.[1] ?? name, 60);
}

function goodsFirstLine({ request, process }: Case, reader: Reader): string {
  const { company, words, language } = reader;
  const lines = goodsOf(request.answers);
  const { total, unpriced } = totalOf(request.answers);
  const title = line(process.title[language], 60);
  const sum =
    lines.length > 0 && unpriced < lines.length ? ` ${moneyAt(company, request.place, total, language)}` : "";
  const reasons = reasonsOf(request.answers, company.reasons);
  const [reason] = reasons;
  const why = reasons.length > 1 ? words("card-various-reasons") : reason && line(reason.short[language], 40);
  const parts = [`${title}${sum}`, placeName(company, request.place), countOf(lines, words, language), why];
  if (unpriced > 0) parts.push(words("card-unpriced-lines", { count: unpriced }));
  return parts.filter((part) => part !== undefined && part !== "").join(" · ");
}

/** «2 пары» where all lines are counted alike, else «3 позиции». */
function countOf(lines: readonly GoodsLine[], words: Words, language: Language): string {
  const [first] = lines;
  if (first === undefined) return "";
  if (lines.some((one) => one.unit !== first.unit)) return words("card-lines", { count: lines.length });
  const sum = lines.reduce((all, one) => all + one.quantity, 0);
  return line(formatQuantity(units<Thousandths>(sum), first.unit, language), 30);
}

/** The short name of a case for a prompt: «№ 17 (кроссовки, 10 000 ₽)», «№ 18 (Вихрь-Опт, 244 000 ₽)». */
export function caseName({ request, process }: Case, reader: Reader): string {
  const { company, words, language } = reader;
  const lines = goodsOf(request.answers);
  const { total, unpriced } = totalOf(request.answers);
  const [first] = lines;
  const paper = isPaper(request);
  const called = paper ? supplierName(request.answers) : "";
  const what = first === undefined ? called || line(process.title[language], 40) : firstWord(first.name);
  const sum =
    paper || (first !== undefined && unpriced < lines.length)
      ? `, ${moneyAt(company, request.place, total, language)}`
      : "";
  return words("card-case", { number: String(request.id), what: `${what}${sum}` });
}

/** What a line is, in a word: «Кроссовки беговые «Вихрь»» → «кроссовки». */
function firstWord(name: string): string {
  const [word = name] = name.split(/[\s,«"(]+/u).filter((part) => part !== "");
  return line(word.toLowerCase(), 30);
}

/** One line of a list: «№ 17 · Списание 10 000 ₽ · Магазин № 2». */
export function listLine(
  of: {
    readonly request: number;
    readonly process: Process | undefined;
    readonly id: ProcessId;
    readonly place: DepartmentId;
    readonly total: Minor;
  },
  reader: Reader,
): string {
  const title = line(of.process?.title[reader.language] ?? of.id, 60);
  const sum = of.total > 0 ? ` ${moneyAt(reader.company, of.place, of.total, reader.language)}` : "";
  return `${reader.words("card-number", { number: String(of.request) })} · ${title}${sum} · ${placeName(reader.company, of.place)}`;
}
