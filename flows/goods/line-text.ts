/** A line of goods typed freely: `Вихрь 42 2 пары`, `1002 42 x3`. It is echoed back to be confirmed, so it may guess. */
import { oneLine } from "../company/clean-text.ts";
import type { Thousandths } from "../ids.ts";
import { sizeOf } from "./product-name.ts";
import { parseQuantity } from "./quantity.ts";
import { allUnits, unitOf } from "./units.ts";

export interface LineText {
  /** What to look for in the catalogue. */
  readonly query: string;
  readonly size?: string;
  readonly quantity?: Thousandths;
  /** The unit that was written with the quantity: goods of another unit weren't meant (`Бутылка 0,7 л`). */
  readonly unit?: string;
}

interface Found {
  readonly quantity: Thousandths;
  readonly unit?: string;
  readonly rest: string;
}

const number = "\\d{1,9}(?:[.,]\\d{1,3})?";
const unitWords = allUnits.flatMap((unit) => unit.synonyms).sort((a, b) => b.length - a.length);
const times = "[xх*×]";

/** In order of certainty. Each captures the number, and the unit where one is written. */
const marks: readonly RegExp[] = [
  // x3, × 3, х3 пары; also glued to the size: 42x3
  new RegExp(`(?<![\\p{L}])${times}\\s*(${number})(?:\\s*(${unitWords.join("|")})\\.?)?(?=\\s|$)`, "giu"),
  // 3x
  new RegExp(`(?<=\\s)(${number})\\s*${times}(?=\\s|$)`, "giu"),
  // 2 пары, 2шт.
  new RegExp(`(?<![\\p{L}\\d.,-])(${number})\\s*(${unitWords.join("|")})\\.?(?=\\s|$)`, "giu"),
];

function markedQuantity(text: string): Found | undefined {
  for (const mark of marks) {
    const match = [...text.matchAll(mark)].at(-1);
    if (!match) continue;
    const parsed = parseQuantity(match[1] ?? "");
    if (parsed.kind !== "quantity") continue;
    const unit = match[2] === undefined ? undefined : unitOf(match[2])?.name;
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    return { quantity: parsed.thousandths, ...(unit !== undefined && { unit }), rest };
  }
  return undefined;
}

/** A bare number at the end counts when it can't be a size, or when a size stands before it; `№ 5` is a name. */
function bareQuantity(text: string): Found | undefined {
  const match = /^(.*\S)\s+(\d{1,3})$/.exec(text);
  const [, before = "", last = ""] = match ?? [];
  if (!match || before.endsWith("№")) return undefined;
  if (sizeOf(last) !== undefined && takeSize(before).size === undefined) return undefined;
  const parsed = parseQuantity(last);
  return parsed.kind === "quantity" ? { quantity: parsed.thousandths, rest: before } : undefined;
}

const markedSize =
  /(?:^|\s)(?:р-р|размер|розмір|разм|розм|size|р)\.?\s*(\d{2,3}(?:[.,]5)?|\d?X{0,4}[SML])(?=\s|$)/iu;

/** The last word that is a size, taken out of the text, if words to look for remain. */
function takeSize(text: string): { readonly size?: string; readonly rest: string } {
  const marked = markedSize.exec(text);
  if (marked) {
    const size = sizeOf(marked[1] ?? "");
    const rest = text.replace(marked[0], " ").trim();
    if (size !== undefined && rest !== "") return { size, rest };
  }
  const words = text.split(/\s+/);
  const at = words.findLastIndex((word) => isSizeWord(word));
  const size = at > 0 ? sizeOf(words[at] ?? "") : undefined;
  return size === undefined
    ? { rest: text }
    : { size, rest: words.filter((_, index) => index !== at).join(" ") };
}

/** «с» and «м» in small Cyrillic letters are words of the language, not sizes. */
function isSizeWord(word: string): boolean {
  return !/^[а-яё]$|^С$/u.test(word) && sizeOf(word) !== undefined;
}

/** Takes a typed line apart. Whatever can't be told apart stays in `query`. */
export function parseLineText(text: string): LineText {
  const line = oneLine(text).replace(/[;]+$/, "");
  const found = markedQuantity(line) ?? bareQuantity(line);
  const remaining = (found?.rest ?? line).replace(/\s+/g, " ").trim();
  if (found && remaining === "") return { query: line };
  const { size, rest } = takeSize(remaining);
  return {
    query: rest.replace(/[\s,]+$/, "").trim(),
    ...(size !== undefined && { size }),
    ...(found && { quantity: found.quantity }),
    ...(found?.unit !== undefined && { unit: found.unit }),
  };
}
