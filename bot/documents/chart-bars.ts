/** Horizontal bars: a name over its bars in the whole width, so that long names need no column of their own. */
import type { BarsSpec } from "./chart-spec.ts";
import { chartWidth, colours, fontFamily, heading, label, margin, room, sizes } from "./chart-style.ts";
import { textWidth } from "./text-width.ts";

/** Pixels: a bar, the space between two of a row, the name over them, the space under them. */
const airy = { bar: 30, gap: 4, name: 50, below: 26 };
/** Many rows stand closer together: Telegram shrinks what is higher than 1280 pixels, and eleven rows stay below. */
const dense = { bar: 22, gap: 2, name: 42, below: 10 };
const airyRowsMax = 6;
const legendHeight = 48;
const noteHeight = 40;
const bottom = 6;
const noteStyle = {
  left: margin,
  padding: 0,
  textStyle: { fontFamily, fontSize: sizes.value, fontWeight: "normal", color: colours.quiet },
} as const;

export function barsDrawing(spec: BarsSpec) {
  const { title, height: top } = heading(spec);
  const series = spec.series.length;
  const { bar, gap, name, below } = spec.rows.length > airyRowsMax ? dense : airy;
  const bars = series * bar + (series - 1) * gap;
  const pitch = name + bars + below;
  const legendAt = top + 16;
  const gridAt = legendAt + (series > 1 ? legendHeight : 8);
  const noteAt = gridAt + pitch * spec.rows.length + 10;
  const height = noteAt + (spec.note === undefined ? 0 : noteHeight) + bottom;
  // The name's space is above the bars, the row's below is smaller: the bars are moved down by half the difference.
  const down = (name - below) / 2;
  const option = {
    title: [title, { ...noteStyle, top: noteAt, text: label(spec.note ?? "", sizes.value) }],
    legend: {
      show: series > 1,
      left: margin,
      top: legendAt,
      padding: 0,
      itemGap: 40,
      itemWidth: 26,
      itemHeight: 26,
      icon: "roundRect",
      selectedMode: false,
      textStyle: { fontFamily, fontSize: sizes.label, color: colours.words, padding: [0, 0, 0, 8] },
      data: spec.series.map((name) => label(name, sizes.label, room / 2 - 60)),
    },
    grid: { left: margin, right: margin, top: gridAt + down, height: pitch * spec.rows.length },
    xAxis: { type: "value", show: false, ...extent(spec) },
    yAxis: {
      type: "category",
      inverse: true,
      data: spec.rows.map((row) => label(row.label, sizes.label)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        inside: true,
        interval: 0,
        margin: 0,
        align: "left",
        verticalAlign: "bottom",
        padding: [0, 0, bars / 2 + 12, 0],
        fontFamily,
        fontSize: sizes.label,
        color: colours.words,
      },
      z: 3,
    },
    series: spec.series.map((title, index) => ({
      type: "bar",
      name: label(title, sizes.label, room / 2 - 60),
      barWidth: bar,
      barGap: `${(gap / bar) * 100}%`,
      itemStyle: { color: colours.series[series === 1 ? 1 : index], borderRadius: 4 },
      data: spec.rows.map((row) => datum(row.values[index])),
    })),
  };
  return { width: chartWidth, height, option };
}

function datum(of: { readonly value: number; readonly text: string } | undefined) {
  if (of === undefined) return null;
  const text = label(of.text, sizes.value, room / 2);
  return {
    value: of.value,
    label: {
      show: true,
      position: "right", // of a bar below zero: beside the zero
      distance: 10,
      formatter: () => text,
      fontFamily,
      fontSize: sizes.value,
      color: colours.words,
    },
  };
}

/** From the least value to the greatest, with room for the words at the end of each bar. */
function extent({ rows }: BarsSpec): { readonly min: number; readonly max: number } {
  const all = rows.flatMap((row) => row.values);
  const min = Math.min(0, ...all.map((one) => one.value));
  let max = Math.max(...all.map((one) => one.value), min === 0 ? 1 : 0);
  for (const { value, text } of all) {
    const words = Math.min(textWidth(text, sizes.value), room / 2) + 16;
    max = Math.max(max, min + (Math.max(0, value) - min) / (1 - words / room));
  }
  return { min, max };
}
