/** «Ждут меня»: what waits for my visa, by store, kind and term; «Начать» goes through it one card at a time. */
import { inbox as linesOf, inboxCount, inboxFilters } from "../../db/inbox.ts";
import { currentProcesses, latestProcess } from "../../db/processes.ts";
import type { PileFilter } from "../../db/piles.ts";
import { units, type Instant, type RequestId } from "../../flows/ids.ts";
import { showCard, withCase } from "../act.ts";
import { listLine } from "../cards/first-line.ts";
import { moment, placeName, placesMoney } from "../cards/place.ts";
import { cut } from "../cards/shown-text.ts";
import type { Reading } from "../reading.ts";
import { plain } from "../refusals.ts";
import type { Feature } from "../work.ts";
import { likenesses } from "./bulk/alike.ts";
import { offerBulk } from "./bulk/offer.ts";
import { home, homeAction } from "./home.ts";
import { listScreen, packed, unpacked, type Choice, type Screen, type Seen } from "./list-screen.ts";
import { beginPile } from "./pile.ts";

/** Lines on a page, and their buttons in a row. */
const pageLines = 8;
const inRow = 4;

interface State {
  readonly view: "list" | "places" | "kinds";
  /** Positions among the company's departments and processes; 0: all. */
  readonly place: number;
  readonly kind: number;
  readonly overdue: boolean;
  readonly since: number;
  readonly after: number;
}
const first: State = { view: "list", place: 0, kind: 0, overdue: false, since: 0, after: 0 };
const views = { l: "list", p: "places", k: "kinds" } as const;
const pattern = /^([lpk])\.([0-9a-z]{1,4})\.([0-9a-z]{1,4})\.([01])\.([0-9a-z]{1,10})\.([0-9a-z]{1,8})$/;

const screen: Screen<State> = {
  id: "inbox",
  first,
  encode: ({ view, place, kind, overdue, since, after }) =>
    [view.slice(0, 1), packed(place), packed(kind), overdue ? "1" : "0", packed(since), packed(after)].join(
      ".",
    ),
  decode(text) {
    const [, view = "l", place = "0", kind = "0", overdue = "0", since = "0", after = "0"] =
      pattern.exec(text) ?? [];
    return {
      view: views[view as keyof typeof views], // the pattern allows only these letters
      place: unpacked(place),
      kind: unpacked(kind),
      overdue: overdue === "1",
      since: unpacked(since),
      after: unpacked(after),
    };
  },
  draw(state, seen) {
    if (state.view === "places") return drawPlaces(state, seen);
    return state.view === "kinds" ? drawKinds(state, seen) : drawList(state, seen);
  },
};

function filterOf(state: State, { company, store }: Seen): PileFilter {
  const place = company.departments[state.place - 1]?.id;
  const process = currentProcesses(store)[state.kind - 1]?.id;
  return {
    ...(place === undefined ? {} : { place }),
    ...(process === undefined ? {} : { process }),
    ...(state.overdue ? { overdue: true } : {}),
  };
}

function drawList(state: State, seen: Seen): ReturnType<Screen<State>["draw"]> {
  const { store, company, me, words, now } = seen;
  const filter = filterOf(state, seen);
  const lines = linesOf(store, me.id, {
    ...(filter.place === undefined ? {} : { place: filter.place }),
    ...(filter.process === undefined ? {} : { process: filter.process }),
    ...(filter.overdue === true ? { overdueAt: now } : {}),
    ...(state.after === 0
      ? {}
      : { after: { since: units<Instant>(state.since), request: units<RequestId>(state.after) } }),
    limit: pageLines + 1,
  });
  const page = lines.slice(0, pageLines);
  const last = page.at(-1);
  const reader = { company, words, language: me.language };
  const texts = page.map((line) => {
    const known = latestProcess(store, line.process)?.process;
    const late = line.dueAt !== undefined && line.dueAt <= now ? " ⏰" : "";
    const since = words("inbox-since", { since: moment(company, line.place, line.since, now, me.language) });
    return `${listLine({ request: line.request, process: known, id: line.process, place: line.place, total: line.total }, reader)} · ${since}${late}`;
  });
  const items: Choice<State>[] = page.map((line) => ({
    label: words("card-number", { number: String(line.request) }),
    work: (ctx) =>
      ctx.work("open", (turn) => withCase(turn, line.request, () => showCard(turn, line.request))),
  }));
  const begin: Choice<State> = {
    label: words("button-begin"),
    work: (ctx) => ctx.work("begin", (turn) => beginPile(turn, filter)),
  };
  const rows: Choice<State>[][] = [
    ...(page.length > 0 ? [[begin]] : []),
    ...bulkRows(seen),
    ...Array.from({ length: Math.ceil(items.length / inRow) }, (_, row) =>
      items.slice(row * inRow, (row + 1) * inRow),
    ),
    filterRow(state, seen),
    pageRow(state, lines.length > pageLines ? last : undefined, words),
  ];
  const body = texts.length > 0 ? texts.join("\n") : words("inbox-nothing-fits");
  return { text: `<b>${waitingText(seen)}</b>\n\n${body}`, rows: rows.filter((row) => row.length > 0) };
}

/** «Согласовать похожие: списание (7)», for each kind that there are at least two of. */
function bulkRows({ store, company, me, words }: Seen): Choice<State>[][] {
  return likenesses(store, company, me.id).map(({ count, ...likeness }) => {
    const object = latestProcess(store, likeness.process)?.process.object[me.language] ?? likeness.process;
    return [
      {
        label: words("button-bulk", { object: cut(object, 30), count: String(count) }),
        work: (ctx) => ctx.work("bulk", (turn) => offerBulk(turn, likeness)),
      },
    ];
  });
}

/** «Ждут вас: 60 на 412 000 ₽, просрочено 4» as HTML. */
function waitingText({ store, company, me, words, now }: Seen): string {
  const { count, sums, overdue } = inboxCount(store, me.id, now);
  return words("inbox-waiting", {
    count: String(count),
    sum: placesMoney(company, sums, me.language),
    overdue,
  });
}

function filterRow(state: State, { company, store, me, words }: Seen): Choice<State>[] {
  const place = company.departments[state.place - 1];
  const kind = currentProcesses(store)[state.kind - 1];
  const start = { since: 0, after: 0 };
  const where = place === undefined ? words("inbox-all-places") : cut(place.name, 24);
  const what = kind === undefined ? words("inbox-all-kinds") : cut(kind.title[me.language], 24);
  return [
    { label: where, to: { ...state, ...start, view: "places" } },
    { label: what, to: { ...state, ...start, view: "kinds" } },
    {
      label: words(state.overdue ? "inbox-only-overdue" : "inbox-overdue-too"),
      to: { ...state, ...start, overdue: !state.overdue },
    },
  ];
}

function pageRow(
  state: State,
  last: { since: number; request: number } | undefined,
  words: Seen["words"],
): Choice<State>[] {
  return [
    ...(state.after > 0 ? [{ label: words("button-first-page"), to: { ...state, since: 0, after: 0 } }] : []),
    ...(last === undefined
      ? []
      : [{ label: words("button-next-page"), to: { ...state, since: last.since, after: last.request } }]),
  ];
}

/** Filters are few: more stores than this are found by «Начать» and the pages. */
const filtersMax = 24;

function drawPlaces(state: State, { store, company, me, words }: Seen): ReturnType<Screen<State>["draw"]> {
  const choices = inboxFilters(store, me.id)
    .places.slice(0, filtersMax)
    .map(({ place, count }): Choice<State> => {
      const position = company.departments.findIndex((one) => one.id === place) + 1;
      const name = plain(placeName(company, place));
      return { label: `${cut(name, 40)} (${count})`, to: { ...state, view: "list", place: position } };
    });
  const all: Choice<State> = { label: words("inbox-all-places"), to: { ...state, view: "list", place: 0 } };
  return { text: words("inbox-which-place"), rows: [[all], ...choices.map((one) => [one])] };
}

function drawKinds(state: State, { store, me, words }: Seen): ReturnType<Screen<State>["draw"]> {
  const known = currentProcesses(store);
  const choices = inboxFilters(store, me.id)
    .processes.slice(0, filtersMax)
    .map(({ process, count }): Choice<State> => {
      const position = known.findIndex((one) => one.id === process) + 1;
      const title = known[position - 1]?.title[me.language] ?? process;
      return { label: `${cut(title, 40)} (${count})`, to: { ...state, view: "list", kind: position } };
    });
  const all: Choice<State> = { label: words("inbox-all-kinds"), to: { ...state, view: "list", kind: 0 } };
  return { text: words("inbox-which-kind"), rows: [[all], ...choices.map((one) => [one])] };
}

export function inbox(reading: Reading): Feature {
  const shown = listScreen(screen, reading);
  return {
    name: "inbox",
    register(chat) {
      chat.use(shown.menu);
      const ask = chat.filter((ctx) => isInbox(ctx.message?.text));
      ask.use(async (ctx) => {
        if (ctx.person === undefined) return;
        const { count } = inboxCount(reading.store, ctx.person.id, units<Instant>(reading.clock.now()));
        if (count === 0) ctx.work("inbox", (turn) => home(turn, turn.words("pile-empty")));
        else await shown.show(ctx);
      });
    },
  };
}

const isInbox = (text: string | undefined): boolean =>
  text !== undefined && (/^\/inbox(?:@\w+)?(?:\s|$)/.test(text) || homeAction(text) === "inbox");
