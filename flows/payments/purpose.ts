/** Which numbers a purpose of payment names, and what it calls them: «по сч. № С-2026-0041 от 05.03.26 (заказ 112)». */
import { bare, keyOf, numberWord, plainSpelling, wordBefore, type NumberWord } from "./numbers.ts";

/** A number that a purpose names, by its key. */
export interface NamedNumber {
  readonly key: string;
  /** What it is called there; any: it stands alone or behind №. other: of a contract, an act, an account. */
  readonly called: "invoice" | "order" | "other" | "any";
}
type Called = NamedNumber["called"];

/** A candidate, with the tokens it is made of: those of a longer one may make a shorter. */
interface Span extends NamedNumber {
  readonly from: number;
  readonly to: number;
}

interface Token {
  readonly text: string;
  /** What stands between the token before and this one. */
  readonly gap: string;
}

const candidatesMax = 60;
/** Parts of a number that is written with spaces, and letters of its first: «ЗП - 2026 - 0112». */
const partsMax = 6;
const lettersMax = 8;

/** What stands before sums, and never begins a number. */
const noSeries = new Set(["НДС", "ПДВ", "СУММА", "СУММУ", "СУМА", "СУМУ", "НА", "ЗА", "ПО", "ДО"]);

const hasDigit = (text: string): boolean => /[0-9]/.test(text);
const hasLetter = (text: string): boolean => /\p{L}/u.test(text);
const isDate = (text: string): boolean => /^\d{1,2}\.\d{1,2}\.\d{2,4}(Г|Р)?$/.test(text);
const isDash = (gap: string): boolean => /^\s*[-/]\s*$/.test(gap);
const isSpace = (gap: string): boolean => /^\s+$/.test(gap);

/** `#`, or letters and digits that are joined without spaces: these are never taken apart. */
function tokensOf(purpose: string): Token[] {
  const text = plainSpelling(purpose);
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(/#|[\p{L}0-9]+(?:[-/.][\p{L}0-9]+)*/gu)) {
    tokens.push({ text: match[0], gap: text.slice(end, match.index) });
    end = match.index + match[0].length;
  }
  return tokens;
}

/** What a token without digits says of the number behind it: «СЧЕТ», «СЧЕТ-ДОГОВОР», «Р/С», «СЧЕТ-ФАКТУРА». */
function wordOf(text: string, before: string): NumberWord | "both" | undefined {
  const whole = numberWord(bare(text));
  if (whole === "other" && text.startsWith("ФАКТУР") && before.startsWith("РАХ")) return "invoice"; // a Ukrainian invoice is called so
  if (whole === "invoice" && /^(ЛИЦЕВ|РАСЧЕТН|РОЗРАХУНК)/.test(before)) return "other"; // that is a bank account
  const parts = text.split(/[-/.]/);
  if (whole !== undefined || parts.length === 1) return whole;
  const found = parts.map(numberWord);
  if (parts.some((part) => part.startsWith("ФАКТУР"))) return text.startsWith("РАХ") ? "invoice" : "other";
  if (found.includes("invoice")) return found.includes("order") ? "both" : "invoice";
  return found.find((kind) => kind !== undefined);
}

/** Reads token by token; remembers what the next number would be called, undefined: nothing says that one follows. */
class Reader {
  readonly spans: Span[] = [];
  readonly #tokens: readonly Token[];
  #called: Called | undefined;
  /** Whether a number has come since: «договор поставки № 5 за кроссовки». */
  #used = false;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  read(): readonly Span[] {
    for (let at = 0; at < this.#tokens.length;) at = this.#next(at);
    return this.spans;
  }

  #text(at: number): string {
    return this.#tokens[at]?.text ?? "";
  }

  /** Takes one token, or the parts of one number, and gives where to go on. */
  #next(at: number): number {
    const text = this.#text(at);
    if (text === "#") return this.#sign(at);
    if (hasDigit(text)) return this.#number(at);
    const word = wordOf(text, this.#text(at - 1));
    switch (word) {
      case "sign":
        return this.#sign(at);
      case "invoice":
      case "order":
      case "other":
      case "both":
        this.#called = word === "both" ? "any" : word;
        this.#used = false;
        return at + 1;
      case "through":
        return this.#through(at);
      case undefined:
        return this.#plainWord(at);
    }
  }

  #sign(at: number): number {
    this.#called ??= "any";
    return at + 1;
  }

  #through(at: number): number {
    const next = this.#text(at + 1);
    // «счёт на оплату № 15», but «счёт на 15 000»
    if (this.#text(at) === "НА" && !next.startsWith("ОПЛАТ")) return this.#plainWord(at);
    // the day behind «от» is no number
    return /^(ОТ|ВІД)$/.test(this.#text(at)) && hasDigit(next) ? at + 2 : at + 1;
  }

  /** A word that says nothing ends what was said, unless it joins numbers or begins one: «С - 2026 - 0041». */
  #plainWord(at: number): number {
    if (/^(И|Й|ТА|І)$/.test(this.#text(at))) return at + 1;
    const listed = this.#used;
    const end = noSeries.has(this.#text(at)) ? at + 1 : this.#joined(at);
    // In a list of numbers what follows may be one of them: «счета № 15, а также 16».
    if (end > at + 1) return listed ? at + 1 : end;
    if (this.#called !== "other" || this.#used) this.#called = undefined;
    return at + 1;
  }

  #number(at: number): number {
    if (isDate(this.#text(at))) return at + 1;
    const glued = wordBefore(this.#text(at));
    if (glued !== undefined) {
      if (glued.word === "sign") this.#called ??= "any";
      else this.#called = glued.word === "order" ? "order" : "invoice";
    }
    return hasLetter(glued?.rest ?? this.#text(at)) ? this.#mixed(at) : this.#digits(at);
  }

  /** With a letter in it a number is known wherever it stands. */
  #mixed(at: number): number {
    this.#add(at, at + 1, this.#called ?? "any");
    this.#joined(at);
    this.#used = true;
    // «С2026 0041»: what follows after a mere space is its rest, not another number.
    const next = this.#tokens[at + 1];
    return next && isSpace(next.gap) && hasDigit(next.text) && !hasLetter(next.text) ? at + 2 : at + 1;
  }

  /** Digits alone are a number only behind a word that says so; with all that is joined to them by dashes. */
  #digits(at: number): number {
    let end = at + 1;
    while (end < this.#tokens.length && isDash(this.#tokens[end]?.gap ?? "") && hasDigit(this.#text(end)))
      end += 1;
    if (this.#called !== undefined && this.#called !== "other") this.#add(at, end, this.#called);
    this.#used = true;
    return end;
  }

  /**
   * A number in parts: letters first, then digits, joined by dashes, or by spaces right behind a word for numbers. Each
   * length is a candidate, for what follows may be another thing. Gives where the longest ends.
   */
  #joined(start: number): number {
    const first = this.#text(start);
    if (!hasDigit(first) && bare(first).length > lettersMax) return start + 1;
    let end = start + 1;
    for (; end < this.#tokens.length && end - start < partsMax; end += 1) {
      const { text, gap } = this.#tokens[end] ?? { text: "", gap: "" };
      const bySpace = isSpace(gap) && this.#called !== undefined && this.#called !== "other";
      if (!/^[0-9]/.test(text) || isDate(text) || !(isDash(gap) || bySpace)) break;
      this.#add(start, end + 1, this.#called ?? "any");
    }
    if (end > start + 1) this.#used = true;
    return end;
  }

  #add(from: number, to: number, called: Called): void {
    const key = keyOf(
      this.#tokens
        .slice(from, to)
        .map((token) => token.text)
        .join("-"),
    );
    if (key !== "") this.spans.push({ key, called, from, to });
  }
}

const spansOf = (purpose: string): readonly Span[] => new Reader(tokensOf(purpose)).read();

/**
 * Keys that may be numbers of deals, each once, the longest first, at most sixty: what the store is asked for. Digits
 * alone count only behind a word or sign for numbers; work is bounded, whatever the purpose.
 */
export function numbersIn(purpose: string): readonly string[] {
  const keys = [...new Set(spansOf(purpose).map((span) => span.key))];
  return keys.toSorted((a, b) => b.length - a.length).slice(0, candidatesMax);
}

/** Which of the known keys a purpose names: where one is a part of another, the longer is meant. In the order of the text. */
export function numbersNamed(purpose: string, known: ReadonlySet<string>): readonly NamedNumber[] {
  const longestFirst = spansOf(purpose)
    .filter((span) => known.has(span.key))
    .toSorted((a, b) => b.to - b.from - (a.to - a.from));
  const named: Span[] = [];
  for (const span of longestFirst)
    if (named.every((other) => span.to <= other.from || span.from >= other.to)) named.push(span);
  return named.toSorted((a, b) => a.from - b.from).map(({ key, called }) => ({ key, called }));
}
