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
import { moneyAt, placeName } from "./place.ts";
import { line } from "./shown-text.ts";

/** Who reads, and in which company. */
export interface Reader {
  readonly company: Company;
  readonly words: Words;
  readonly language: Language;
}

/** What, how much, where, of what, why: as HTML, made of stored fields only (W11). */
export function firstLine({ request, process }: Case, reader: Reader): string {
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

/** The short name of a case for a prompt: «№ 17 (кроссовки, 10 000 ₽)». */
export function caseName({ request, process }: Case, reader: Reader): string {
  const { company, words, language } = reader;
  const lines = goodsOf(request.answers);
  const { total, unpriced } = totalOf(request.answers);
  const [first] = lines;
  const what = first === undefined ? line(process.title[language], 40) : firstWord(first.name);
  const sum =
    first !== undefined && unpriced < lines.length
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
