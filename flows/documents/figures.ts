/** Figures as papers write them: sums without a sign («10 000,00»), quantities, VAT inside a sum (domain 2 and 3). */
import { units } from "../ids.ts";
import type { Minor, Thousandths } from "../ids.ts";

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, "\u00a0");

/** Kopecks → «10 000,00», grouped by no-break spaces. */
export function amount(sum: Minor): string {
  const digits = String(Math.abs(sum)).padStart(3, "0");
  return `${sum < 0 ? "-" : ""}${grouped(digits.slice(0, -2))},${digits.slice(-2)}`;
}

/** Thousandths → «2», «1,5», «12 000». */
export function quantity(thousandths: Thousandths): string {
  const fraction = String(thousandths % 1000)
    .padStart(3, "0")
    .replace(/0+$/, "");
  return grouped(String(Math.floor(thousandths / 1000))) + (fraction && `,${fraction}`);
}

/** Half goes up; exact for every sum that a double can hold. */
function divideRounded(dividend: bigint, divisor: bigint): number {
  return Number((2n * dividend + divisor) / (2n * divisor));
}

/** Price per unit × quantity, in kopecks, half up. */
export function sumOf(price: Minor, of: Thousandths): Minor {
  return units<Minor>(divideRounded(BigInt(price) * BigInt(of), 1000n));
}

/** Sum ÷ quantity, in kopecks per unit, half up; nothing costs nothing. */
export function priceOf(sum: Minor, of: Thousandths): Minor {
  return units<Minor>(of === 0 ? 0 : divideRounded(BigInt(sum) * 1000n, BigInt(of)));
}

/** The VAT that a sum holds, at a whole percent (22/122, 20/120 …), half up in kopecks. */
export function vatInside(sum: Minor, percent: number): Minor {
  return units<Minor>(divideRounded(BigInt(sum) * BigInt(percent), BigInt(100 + percent)));
}

export function total(sums: readonly Minor[]): Minor {
  return units<Minor>(sums.reduce<number>((all, sum) => all + sum, 0));
}

/** ОКЕИ codes of the units that a shop knows (domain 2); others stay without a code. */
const unitCodes: ReadonlyMap<string, string> = new Map([
  ["пара", "715"],
  ["шт", "796"],
  ["упак", "778"],
  ["кг", "166"],
  ["м", "006"],
  ["л", "112"],
]);

/** «шт.» and «шт» are one unit. */
export function unitCode(unit: string): string | undefined {
  return unitCodes.get(unit.trim().toLowerCase().replace(/\.$/, ""));
}
