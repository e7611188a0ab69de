/** The page's colours: words stand out from what is behind them, light and dark (WCAG AA, 4.5 to 1). */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const theme = readFileSync(new URL("../../playground/page/theme.css", import.meta.url), "utf8");

/** A colour of the theme by its name, as six hexadecimal digits. */
function colour(name: string, mode: "light" | "dark"): string {
  if (name.startsWith("#")) return name;
  const declared = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(theme);
  const found = declared?.[mode === "light" ? 1 : 2];
  if (found === undefined) throw new Error(`theme.css has no colour ${name}`);
  return found;
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const pairs = [
  ["ink", "bubble"],
  ["ink", "bubble-own"],
  ["ink", "bar"],
  ["ink", "phone"],
  ["ink", "key"],
  ["ink", "key-hover"],
  ["ink", "accent-soft"],
  ["ink-soft", "bubble"],
  ["ink-soft", "bar"],
  ["ink-soft", "phone"],
  ["ink-soft", "accent-soft"],
  ["ink-soft", "desk"],
  ["accent", "bubble"],
  ["accent", "bubble-own"],
  ["accent", "bar"],
  ["accent-ink", "accent"],
  ["danger", "bar"],
  ["danger", "danger-soft"],
  ["#ffffff", "danger-fill"],
  ["#ffffff", "success-fill"],
  ["#ffffff", "primary-fill"],
  ["#ffffff", "badge"],
] as const;

describe.each(["light", "dark"] as const)("in the %s theme", (mode) => {
  it.each(pairs)("%s can be read on %s", (text, ground) => {
    expect(contrast(colour(text, mode), colour(ground, mode))).toBeGreaterThanOrEqual(4.5);
  });
});
