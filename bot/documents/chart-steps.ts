/** A percentage over time: it holds until it changes, so the line goes in steps; 100 % is where it should come to. */
import type { StepsSpec } from "./chart-spec.ts";
import { chartWidth, colours, fontFamily, heading, label, margin, sizes } from "./chart-style.ts";

const dayMs = 86_400_000;
const height = 700;
/** A shorter history is drawn as the end of so many days. */
const daysMin = 12;
/** So many dates stand under the line. */
const dates = 4;
/** Room for «100 %» and for dates, pixels. */
const left = margin + 90;
const bottom = 90;
const goal = 100;
/** So many points have their percentage written beside them; among more, only the ends. */
const labelledMax = 12;

export function stepsDrawing(spec: StepsSpec) {
  const { title, height: top } = heading(spec);
  const days = spec.steps.map(({ on }) => dayOf(on));
  const until = Math.max(dayOf(spec.until), ...days);
  const from = Math.min(...days, until - daysMin);
  const percents = spec.steps.map(({ percent }) => percent);
  const option = {
    title,
    grid: { left, right: margin + 14, top: top + 60, height: height - top - 60 - bottom },
    xAxis: {
      type: "value",
      min: from - (until - from) * 0.05,
      max: until + (until - from) * 0.05,
      axisLine: { onZero: false, lineStyle: { color: colours.quiet } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        ...axisWords,
        margin: 16,
        customValues: Array.from({ length: dates }, (_, index) =>
          Math.round(from + ((until - from) * index) / (dates - 1)),
        ),
        formatter: shortDate,
      },
    },
    yAxis: {
      type: "value",
      min: Math.min(0, Math.floor(Math.min(...percents) / 25) * 25),
      max: Math.max(goal, Math.ceil(Math.max(...percents) / 25) * 25),
      interval: intervalFor(percents),
      axisLabel: {
        ...axisWords,
        margin: 14,
        formatter: (value: number) => `${value < 0 ? "−" : ""}${Math.abs(value)}\u00a0%`,
      },
      splitLine: { lineStyle: { color: colours.lines, width: 2 } },
    },
    series: [line(spec, days, until)],
  };
  return { width: chartWidth, height, option };
}

const axisWords = { fontFamily, fontSize: sizes.value, color: colours.quiet };

function line({ steps }: StepsSpec, days: readonly number[], until: number) {
  const few = steps.length <= labelledMax;
  const points = steps.map(({ percent, text }, index) => ({
    value: [days[index], percent],
    label: {
      show: few || index === 0 || index === steps.length - 1,
      position: percent < (steps[index - 1]?.percent ?? percent) ? "bottom" : "top",
      formatter: () => label(text, sizes.label, 200),
    },
  }));
  const end = { value: [until, steps.at(-1)?.percent], symbol: "none", label: { show: false } };
  return {
    type: "line",
    step: "end",
    data: [...points, end],
    symbol: "circle",
    symbolSize: few ? 18 : 8,
    clip: false,
    lineStyle: { width: 6, color: colours.line },
    itemStyle: { color: colours.line },
    areaStyle: { color: colours.area },
    label: {
      distance: 10,
      padding: [2, 6],
      backgroundColor: "rgba(255, 255, 255, 0.8)",
      borderRadius: 6,
      fontFamily,
      fontSize: sizes.label,
      fontWeight: "bold",
      color: colours.words,
    },
    labelLayout: { hideOverlap: true },
    markLine: {
      silent: true,
      symbol: "none",
      label: { show: false },
      lineStyle: { color: colours.goal, width: 3, type: "dashed" },
      data: [{ yAxis: goal }],
    },
  };
}

/** Four or five lines over the whole height, whatever was overpaid. */
function intervalFor(percents: readonly number[]): number {
  const height = Math.max(goal, ...percents) - Math.min(0, ...percents);
  return Math.ceil(height / 125) * 25;
}

/** Days since 1 January 1970: the axis counts in them. */
const dayOf = (date: string): number => Date.parse(date) / dayMs;

function shortDate(at: number): string {
  const [year = "", month = "", day = ""] = new Date(at * dayMs).toISOString().slice(0, 10).split("-");
  return `${day}.${month}.${year.slice(2)}`;
}
