/** A message of the registry: what was found, page by page, and the choices that narrow it; each line opens its card. */
import { getMeta } from "../../../db/meta.ts";
import { currentProcesses, loadProcess } from "../../../db/processes.ts";
import { narrowed, registryCount, registryCountMax, registryPage } from "../../../db/registry-pages.ts";
import type { RegistryScreen } from "../../../db/registry-screens.ts";
import { sightOf, type Sight } from "../../../db/registry-shelves.ts";
import { registryLine } from "../../../db/requests.ts";
import { supplierRecord } from "../../../db/supplier-counts.ts";
import { supplier as supplierById } from "../../../db/suppliers.ts";
import { button } from "../../buttons.ts";
import type { RegistryView } from "../../button-fields.ts";
import { listLine } from "../../cards/first-line.ts";
import { dayOn, placesMoney } from "../../cards/place.ts";
import { cut, line } from "../../cards/shown-text.ts";
import { standing } from "../../cards/standing.ts";
import { filterLines, filterWords, type FilterReader } from "../../registry/filter-words.ts";
import type { Message, Turn } from "../../work.ts";
import { choicesOf } from "./choices.ts";

/** Lines on a page, and their buttons in a row. */
const pageLines = 8;
const inRow = 4;
type Line = NonNullable<ReturnType<typeof registryLine>>;
/** Letters of a button's label. */
const labelMax = 24;

export const filterReader = ({ tx, words, me }: Turn): FilterReader => ({
  store: tx,
  words,
  language: me.language,
});

/** What the message shows now, to me. */
export function registryMessage(turn: Turn, screen: RegistryScreen, view: RegistryView = "list"): Message {
  return view === "list" || view === "words" ? foundMessage(turn, screen) : choicesOf(turn, screen, view);
}

function foundMessage(turn: Turn, screen: RegistryScreen): Message {
  const { tx, company, me, words } = turn;
  const sight = sightOf(tx, company, me.id);
  const before = screen.before !== undefined && { before: screen.before };
  const found = registryPage(tx, sight, screen.filter, { ...before, limit: pageLines + 1 });
  const page = found.slice(0, pageLines).flatMap((request) => registryLine(tx, request) ?? []);
  const last = found.length > pageLines ? page.at(-1) : undefined;
  const body = page.length > 0 ? page.map((one) => foundLine(turn, one)) : [words("registry-nothing")];
  return {
    text: [...heading(turn, screen, sight), "", ...body].join("\n"),
    buttons: [
      ...openers(turn, page),
      ...filterRows(turn, screen),
      pageRow(turn, screen, last),
      files(turn, screen, page),
    ].filter((row) => row.length > 0),
  };
}

/** How many there are, what of the registry is shown, and how a chosen supplier fared. */
function heading(turn: Turn, { filter }: RegistryScreen, sight: Sight): string[] {
  const { tx, company, me, words } = turn;
  const count = registryCount(tx, sight, filter);
  const more = count > registryCountMax ? "yes" : "no";
  const title = words("registry-title", { count: Math.min(count, registryCountMax), more });
  const lines = filterLines(filter, filterReader(turn)).map((text) => line(text, 120));
  const filling = Number(getMeta(tx, "registry-left") ?? 0) > 0 ? [words("registry-filling")] : [];
  if (filter.supplier === undefined) return [title, ...lines, ...filling];
  const ofKind = narrowed(sight, filter.process === undefined ? {} : { process: filter.process });
  const { count: all, rework, rejected, sums } = supplierRecord(tx, ofKind, filter.supplier);
  const sum = placesMoney(company, sums, me.language);
  return [
    title,
    ...lines,
    words("registry-supplier-record", { count: all, rework, rejected, sum }),
    ...filling,
  ];
}

/** «№ 17 · Возврат 10 000 ₽ · Магазин № 2 · ООО «Степ» · Положительное решение · 02.03». */
function foundLine({ tx, company, me, words, now }: Turn, of: Line): string {
  const process = loadProcess(tx, of.process, of.processVersion);
  const reader = { company, words, language: me.language };
  const head = listLine(
    { request: of.id, process, id: of.process, place: of.place, total: of.total },
    reader,
  );
  const filed = dayOn(company, of.place, of.filedAt, now, me.language);
  const supplier = of.supplier === undefined ? [] : [supplierById(tx, of.supplier)?.name ?? of.supplier];
  return [head, ...supplier.map((name) => line(name, 40)), standing({ ...of, process }, reader), filed].join(
    " · ",
  );
}

function openers({ words }: Turn, page: readonly Line[]) {
  const buttons = page.map((one) =>
    button(words("card-number", { number: String(one.id) }), { kind: "open", request: one.id }),
  );
  return Array.from({ length: Math.ceil(buttons.length / inRow) }, (_, row) =>
    buttons.slice(row * inRow, (row + 1) * inRow),
  );
}

function filterRows(turn: Turn, { id: screen, filter }: RegistryScreen) {
  const { words, tx } = turn;
  const chosen = filterWords(filter, filterReader(turn));
  const look = (view: "kinds" | "stages" | "suppliers" | "periods", value: string | undefined) =>
    button(cut(value ?? words("button-registry-all", { view }), labelMax), {
      kind: "registry-look",
      screen,
      view,
    });
  const search = button(words("button-registry-search"), { kind: "registry-ask", screen, view: "words" });
  const reset = button(words("button-registry-reset"), {
    kind: "registry-pick",
    screen,
    view: "list",
    index: 0,
  });
  const kinds = currentProcesses(tx).length > 1 ? [look("kinds", chosen.kind)] : [];
  return [
    [...kinds, look("stages", chosen.stage)],
    [look("suppliers", chosen.supplier), look("periods", chosen.period)],
    [search, ...(Object.keys(chosen).length > 0 ? [reset] : [])],
  ];
}

function pageRow({ words }: Turn, { id: screen, before }: RegistryScreen, last: Line | undefined) {
  const first = button(words("button-first-page"), { kind: "registry-look", screen, view: "list" });
  return [
    ...(before === undefined ? [] : [first]),
    ...(last === undefined
      ? []
      : [button(words("button-next-page"), { kind: "registry-before", screen, request: last.id })]),
  ];
}

function files({ words }: Turn, { id: screen }: RegistryScreen, page: readonly Line[]) {
  if (page.length === 0) return [];
  return (["xlsx", "csv", "suppliers"] as const).map((format) =>
    button(words("button-registry-file", { format }), { kind: "registry-file", screen, format }),
  );
}
