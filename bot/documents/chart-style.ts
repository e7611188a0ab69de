/** How charts look: sizes for a phone, where a picture of a thousand pixels is shown three to four times smaller. */
import { oneLine } from "../../flows/documents/printable-text.ts";
import { fitted, wrapped } from "./text-width.ts";

export const fontFamily = "PT Sans";
/** Pixels. */
export const chartWidth = 1000;
export const margin = 40;
export const room = chartWidth - 2 * margin;
export const sizes = { title: 40, subtitle: 30, label: 28, value: 26 } as const;
export const colours = {
  words: "#1d2733",
  quiet: "#5c6b7a",
  lines: "#dfe5ec",
  /** What is agreed, and what has come of it. */
  series: ["#b9c6d6", "#2563c9"],
  line: "#2563c9",
  area: "rgba(37, 99, 201, 0.12)",
  goal: "#2a8a57",
} as const;
const titleLinesMax = 2;
const lineHeight = 1.2;

/** Words that the font can draw, in their room. */
export const label = (text: string, size: number, width: number = room): string =>
  fitted(oneLine(text), size, width);

/** Title and subtitle, and where they end (pixels from above). */
export function heading(spec: { readonly title: string; readonly subtitle: string }) {
  const lines = wrapped(oneLine(spec.title), sizes.title, room, titleLinesMax);
  const titleHeight = sizes.title * lineHeight;
  const height = 28 + lines.length * titleHeight + 8 + sizes.subtitle * lineHeight;
  return {
    height: Math.round(height),
    title: {
      text: lines.join("\n"),
      subtext: label(spec.subtitle, sizes.subtitle),
      left: margin,
      top: 28,
      padding: 0,
      itemGap: 8,
      textStyle: {
        fontFamily,
        fontSize: sizes.title,
        lineHeight: titleHeight,
        fontWeight: "bold",
        color: colours.words,
      },
      subtextStyle: { fontFamily, fontSize: sizes.subtitle, color: colours.quiet },
    },
  } as const;
}
