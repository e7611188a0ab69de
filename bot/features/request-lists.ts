/** «Мои заявки» and «Заявки магазина»: what is on its way and what is done, newest first. */
import { loadProcess } from "../../db/processes.ts";
import { myRequests, storeRequests, type RequestLine } from "../../db/requests.ts";
import { units, type RequestId } from "../../flows/ids.ts";
import { showCard, withCase } from "../act.ts";
import { listLine } from "../cards/first-line.ts";
import { standing } from "../cards/standing.ts";
import type { Reading } from "../reading.ts";
import type { Feature } from "../work.ts";
import { homeAction, placesOf, type HomeAction } from "./home.ts";
import { listScreen, packed, unpacked, type Choice, type Screen, type Seen } from "./list-screen.ts";

const pageLines = 8;
const inRow = 4;

interface State {
  readonly open: boolean;
  readonly before: number;
}
interface Listed {
  readonly id: string;
  readonly title: string;
  readonly empty: string;
  lines(seen: Seen, page: { open: boolean; before?: RequestId; limit: number }): readonly RequestLine[];
}

const lists: Readonly<Record<"my" | "store", Listed>> = {
  my: {
    id: "my",
    title: "home-my",
    empty: "list-empty-my",
    lines: ({ store, me }, page) => myRequests(store, me.id, page),
  },
  store: {
    id: "store",
    title: "home-store",
    empty: "list-empty-store",
    lines: ({ store, company, me }, page) => storeRequests(store, placesOf(company, me, store), page),
  },
};

function screenOf(list: Listed): Screen<State> {
  return {
    id: list.id,
    first: { open: true, before: 0 },
    encode: ({ open, before }) => `${open ? "1" : "0"}.${packed(before)}`,
    decode(text) {
      const [, open, before] = /^([01])\.([0-9a-z]{1,8})$/.exec(text) ?? [];
      return open === undefined || before === undefined
        ? undefined
        : { open: open === "1", before: unpacked(before) };
    },
    draw: (state, seen) => draw(list, state, seen),
  };
}

function draw(list: Listed, state: State, seen: Seen): ReturnType<Screen<State>["draw"]> {
  const { words, me, company, store } = seen;
  const before = state.before === 0 ? {} : { before: units<RequestId>(state.before) };
  const found = list.lines(seen, { open: state.open, ...before, limit: pageLines + 1 });
  const page = found.slice(0, pageLines);
  const reader = { company, words, language: me.language };
  const texts = page.map((one) => {
    const process = loadProcess(store, one.process, one.processVersion);
    const head = listLine(
      { request: one.id, process, id: one.process, place: one.place, total: one.total },
      reader,
    );
    return `${head} · ${standing({ ...one, process }, reader)}`;
  });
  const items = page.map((one): Choice<State> => ({
    label: words("card-number", { number: String(one.id) }),
    work: (ctx) => ctx.work("open", (turn) => withCase(turn, one.id, () => showCard(turn, one.id))),
  }));
  const last = page.at(-1);
  const rows: Choice<State>[][] = [
    ...Array.from({ length: Math.ceil(items.length / inRow) }, (_, row) =>
      items.slice(row * inRow, (row + 1) * inRow),
    ),
    [
      {
        label: words(state.open ? "list-show-closed" : "list-show-open"),
        to: { open: !state.open, before: 0 },
      },
      ...(state.before > 0 ? [{ label: words("button-first-page"), to: { ...state, before: 0 } }] : []),
      ...(found.length > pageLines && last !== undefined
        ? [{ label: words("button-next-page"), to: { ...state, before: last.id } }]
        : []),
    ],
  ];
  const title = `<b>${words(list.title)}</b> · ${words(state.open ? "list-open" : "list-closed")}`;
  return { text: `${title}\n\n${texts.length > 0 ? texts.join("\n") : words(list.empty)}`, rows };
}

export function requestLists(reading: Reading): Feature {
  const my = listScreen(screenOf(lists.my), reading);
  const store = listScreen(screenOf(lists.store), reading);
  return {
    name: "request-lists",
    register(chat) {
      chat.use(my.menu, store.menu);
      chat.filter((ctx) => isAsked(ctx.message?.text, "my", "/my")).use((ctx) => my.show(ctx));
      chat.filter((ctx) => isAsked(ctx.message?.text, "store")).use((ctx) => store.show(ctx));
    },
  };
}

const isAsked = (text: string | undefined, action: HomeAction, command?: string): boolean =>
  text !== undefined && (homeAction(text) === action || text === command);
