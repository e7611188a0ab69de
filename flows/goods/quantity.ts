/** Quantities as people type and read them: whole thousandths inside, `2 пары` and `2,5 кг` outside. */
import { units, type Language, type Thousandths } from "../ids.ts";
import { grouped } from "./money.ts";
import { allowsFractions, unitOf, unitWord } from "./units.ts";

/** The largest quantity of one line, in whole units. */
export const quantityMax = 1_000_000;

export type QuantityRefusal = {
  readonly kind:
    | "empty"
    | "not-a-number"
    | "negative"
    | "zero"
    | "too-big"
    | "too-precise"
    | "no-fractions"
    | "other-unit";
};
export type ParsedQuantity =
  { readonly kind: "quantity"; readonly thousandths: Thousandths } | QuantityRefusal;

const pattern = /^(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,](\d+))?\s*([a-zа-яёіїєґ]+\.?)?$/iu;

/**
 * A quantity as typed, for goods of a unit: `2`, `2,5`, `1 000`, `2 пары`. Refused: `12,5,3`, `-4`, nothing, zero, more
 * than a million, more than three decimals, parts of what can't be divided, and the word of another unit. Where the
 * goods aren't known yet (a row of a sheet), no unit is given and parts are let through: ask `fitsUnit` later.
 */
export function parseQuantity(text: string, unit?: string): ParsedQuantity {
  const typed = text.trim();
  if (typed === "") return { kind: "empty" };
  if (/^[-−–]\s*\d/.test(typed)) return { kind: "negative" };
  const match = pattern.exec(typed);
  if (!match) return { kind: "not-a-number" };
  const [, whole = "", fraction = "", word] = match;
  if (word !== undefined && !isUnitWord(word, unit)) {
    return { kind: unitOf(word) ? "other-unit" : "not-a-number" };
  }
  const digits = whole.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  if (digits.length > 9) return { kind: "too-big" };
  const significant = fraction.replace(/0+$/, "");
  if (significant.length > 3) return { kind: "too-precise" };
  const thousandths = Number(digits) * 1000 + Number(significant.padEnd(3, "0"));
  if (thousandths === 0) return { kind: "zero" };
  if (thousandths > quantityMax * 1000) return { kind: "too-big" };
  if (significant !== "" && unit !== undefined && !allowsFractions(unit)) return { kind: "no-fractions" };
  return { kind: "quantity", thousandths: units<Thousandths>(thousandths) };
}

/** Whether that quantity can be one of goods of that unit: no parts of what can't be divided. */
export function fitsUnit(quantity: Thousandths, unit: string): boolean {
  return quantity % 1000 === 0 || allowsFractions(unit);
}

function isUnitWord(word: string, unit: string | undefined): boolean {
  const meant = unitOf(word);
  if (unit === undefined) return meant !== undefined;
  return meant ? meant === unitOf(unit) : word.replace(/\.$/, "").toLowerCase() === unit.toLowerCase();
}

/** The number alone: `2`, `2,5`, `1 000` (U+00A0); in English `2.5`, `1,000`. */
export function formatNumber(quantity: Thousandths, language: Language = "ru"): string {
  const whole = Math.floor(quantity / 1000);
  const fraction = String(quantity % 1000)
    .padStart(3, "0")
    .replace(/0+$/, "");
  const digits = grouped(String(whole), language);
  return fraction === "" ? digits : `${digits}${language === "en" ? "." : ","}${fraction}`;
}

/** The number with the unit's word in its right form: `2 пары`, `5 пар`, `2,5 кг`; the space is U+00A0. */
export function formatQuantity(quantity: Thousandths, unit: string, language: Language = "ru"): string {
  const count = quantity % 1000 === 0 ? quantity / 1000 : undefined;
  return `${formatNumber(quantity, language)}\u00a0${unitWord(unit, language, count)}`;
}
