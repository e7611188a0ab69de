/** The paid percentage of a deal: compared in exact minor units, floored only to be shown (domain 1.6). */
import type { Language, Minor } from "../ids.ts";

/** How much of a deal is paid, both in minor units of its currency. */
export interface Share {
  readonly paid: Minor;
  readonly total: Minor;
}

/** Whether there is a percentage at all: a deal of nothing has none. */
export const hasPercent = ({ total }: Share): boolean => total > 0;

/** Whether two shares are another percentage, to the kopeck; one without a percentage differs from one that has it. */
export function differs(a: Share, b: Share): boolean {
  if (!hasPercent(a) || !hasPercent(b)) return hasPercent(a) !== hasPercent(b);
  return BigInt(a.paid) * BigInt(b.total) !== BigInt(b.paid) * BigInt(a.total);
}

/** Hundredths of a percent are the finest that is ever shown. */
const digitsMax = 2;

/** The percentage floored to so many decimals, in units of the last of them: 30,89 % with one decimal is 308. */
function floored({ paid, total }: Share, digits: number): bigint {
  const scaled = BigInt(paid) * 100n * 10n ** BigInt(digits);
  const of = BigInt(total);
  const cut = scaled / of;
  return scaled % of < 0n ? cut - 1n : cut;
}

/** The whole percent, floored; undefined: the deal has none. For thresholds and charts. */
export function wholePercent(share: Share): number | undefined {
  return hasPercent(share) ? Number(floored(share, 0)) : undefined;
}

/** A percentage in words: `70 %` with a no-break space, below zero with `−`; undefined: it has none. */
export function percentText(share: Share, language: Language, digits = 0): string | undefined {
  if (!hasPercent(share)) return undefined;
  const value = floored(share, digits);
  const figures = String(value < 0n ? -value : value).padStart(digits + 1, "0");
  const whole = figures.slice(0, figures.length - digits);
  const rest = digits === 0 ? "" : `${language === "en" ? "." : ","}${figures.slice(-digits)}`;
  return `${value < 0n ? "−" : ""}${whole}${rest}\u00a0%`;
}

/** Two percentages beside each other: with decimals on both where whole percents would be equal («30,8 % (было 30,2 %)»). */
export function percentTexts(
  now: Share,
  before: Share,
  language: Language,
): { readonly now?: string; readonly before?: string } {
  let digits = 0;
  if (hasPercent(now) && hasPercent(before) && differs(now, before))
    while (digits < digitsMax && floored(now, digits) === floored(before, digits)) digits += 1;
  const texts = { now: percentText(now, language, digits), before: percentText(before, language, digits) };
  return {
    ...(texts.now !== undefined && { now: texts.now }),
    ...(texts.before !== undefined && { before: texts.before }),
  };
}
