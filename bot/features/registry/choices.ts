/** What the registry can be narrowed to: kinds, stages, suppliers, periods; chosen by a press, or asked for in words. */
import type { InlineKeyboardButton } from "grammy/types";
import { currentProcesses } from "../../../db/processes.ts";
import type { RegistryFilter } from "../../../db/registry-pages.ts";
import type { RegistryScreen } from "../../../db/registry-screens.ts";
import { supplierChoices, type SupplierChoice } from "../../../db/suppliers.ts";
import { localDate } from "../../../flows/company/calendar.ts";
import { monthBefore, periodTitle } from "../../../flows/payments/report-period.ts";
import { button } from "../../buttons.ts";
import { cut, line } from "../../cards/shown-text.ts";
import { zoneOf } from "../../delivery/silence.ts";
import { plain } from "../../refusals.ts";
import { stageChoices } from "../../registry/filter-words.ts";
import type { Message, Turn } from "../../work.ts";

export type ChosenView = "kinds" | "stages" | "suppliers" | "periods";
/** Months that are offered; others are typed. */
const monthsOffered = 6;
const suppliersOffered = 8;
const labelMax = 40;

/** On my calendar. */
export const today = (turn: Turn): string => localDate(turn.now, zoneOf(turn.company, turn.me));

/** The message with the choices of one part of the filter. */
export function choicesOf(turn: Turn, screen: RegistryScreen, view: ChosenView): Message {
  const { words } = turn;
  const at = { screen: screen.id };
  const all = button(words("button-registry-all", { view }), {
    kind: "registry-pick",
    ...at,
    view,
    index: 0,
  });
  const back = button(words("button-registry-back"), { kind: "registry-look", ...at, view: "list" });
  return {
    text: words("registry-which", { view }),
    buttons: [[all], ...offered(turn, screen, view), [back]],
  };
}

function offered(
  turn: Turn,
  { id: screen, filter }: RegistryScreen,
  view: ChosenView,
): InlineKeyboardButton[][] {
  const { tx, words, me } = turn;
  const pick = (title: string, index: number): InlineKeyboardButton[] => [
    button(cut(title, labelMax), { kind: "registry-pick", screen, view, index: index + 1 }),
  ];
  const ask = [button(words("button-registry-ask", { view }), { kind: "registry-ask", screen, view })];
  switch (view) {
    case "kinds":
      return currentProcesses(tx).map((process, index) => pick(process.title[me.language], index));
    case "stages":
      return stageChoices({ store: tx, words, language: me.language }, filter.process).map((one, index) =>
        pick(one.title, index),
      );
    case "suppliers":
      return [...supplierButtons(screen, supplierChoices(tx, "", suppliersOffered)), ask];
    case "periods":
      return [...months(turn, screen), ask];
  }
}

/** A button names its month: pressed a year later it means the same one. */
function months(turn: Turn, screen: number): InlineKeyboardButton[][] {
  const buttons = Array.from({ length: monthsOffered }, (_, back) => {
    const period = monthBefore(today(turn), back);
    return button(periodTitle(period, turn.me.language), {
      kind: "registry-month",
      screen,
      date: period.from,
    });
  });
  return [buttons.slice(0, 2), buttons.slice(2, 4), buttons.slice(4)];
}

export function supplierButtons(
  screen: number,
  suppliers: readonly SupplierChoice[],
): InlineKeyboardButton[][] {
  return suppliers.map(({ key, name, inn }) => {
    const label = plain(line([name, inn].filter((part) => part !== undefined).join(" · "), labelMax));
    return [button(label, { kind: "registry-supplier", screen, index: key })];
  });
}

/** The filter with that choice (0: all); undefined: there is no such one. */
export function picked(
  turn: Turn,
  { filter }: RegistryScreen,
  view: ChosenView | "list",
  index: number,
): RegistryFilter | undefined {
  const { process, stage, status, supplier, from, to, ...rest } = filter;
  const kind = process !== undefined && { process };
  const stands = { ...(stage !== undefined && { stage }), ...(status !== undefined && { status }) };
  const whose = supplier !== undefined && { supplier };
  const days = from !== undefined && to !== undefined && { from, to };
  switch (view) {
    case "list":
      return index === 0 ? {} : undefined;
    case "kinds": {
      const chosen = currentProcesses(turn.tx)[index - 1];
      if (chosen === undefined && index > 0) return undefined;
      return { ...rest, ...whose, ...days, ...(chosen !== undefined && { process: chosen.id }) }; // its stages are others
    }
    case "stages": {
      const of = { store: turn.tx, words: turn.words, language: turn.me.language };
      const chosen = stageChoices(of, process)[index - 1];
      if (chosen === undefined && index > 0) return undefined;
      const { title: _, ...standing } = chosen ?? { title: "" };
      return { ...rest, ...kind, ...whose, ...days, ...standing };
    }
    case "suppliers":
      return index === 0 ? { ...rest, ...kind, ...stands, ...days } : undefined;
    case "periods":
      return index === 0 ? { ...rest, ...kind, ...stands, ...whose } : undefined;
  }
}
