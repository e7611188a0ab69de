/** «Сделки»: own ones, those of the managers one heads, or all for who keeps the books; newest first, with search. */
import { dealsOf, newestDeals, paidOf } from "../../../db/deals.ts";
import { units, type DealId, type Minor } from "../../../flows/ids.ts";
import type { Deal } from "../../../flows/payments/deal.ts";
import { percentText } from "../../../flows/payments/percentage.ts";
import { cut } from "../../cards/shown-text.ts";
import { dealMoney, dealName } from "../../payments/deal-words.ts";
import { managersFor } from "../../payments/seen-deals.ts";
import type { Reading } from "../../reading.ts";
import { plain } from "../../refusals.ts";
import type { Feature } from "../../work.ts";
import { homeAction } from "../home.ts";
import { listScreen, packed, unpacked, type Choice, type Screen, type Seen } from "../list-screen.ts";
import { showDeal, withDeal } from "./deal.ts";
import { askWords } from "./find-deal.ts";

const pageLines = 8;

interface State {
  readonly before: number;
}

function pageOf({ store, company, me }: Seen, { before }: State): readonly Deal[] {
  const page = { ...(before > 0 && { before: units<DealId>(before) }), limit: pageLines + 1 };
  const managers = managersFor(store, company, me.id);
  return managers === undefined ? newestDeals(store, page) : dealsOf(store, managers, page);
}

/** «ЗП-2026-0112 · Кроссовки для сборной · 70 %, осталось 45 000,00 ₽». */
function lineOf(deal: Deal, { store, words, me }: Seen): string {
  const paid = paidOf(store, deal.id);
  const percent = percentText({ paid, total: deal.total }, me.language) ?? "—";
  const left = deal.total - paid;
  return words("deals-line", {
    deal: dealName(deal, 60),
    percent,
    state: left > 0 ? "left" : left < 0 ? "over" : "full",
    left: dealMoney(deal, units<Minor>(Math.abs(left)), me.language),
  });
}

const screen: Screen<State> = {
  id: "deals",
  first: { before: 0 },
  encode: ({ before }) => packed(before),
  decode: (text) => (/^[0-9a-z]{1,8}$/.test(text) ? { before: unpacked(text) } : undefined),
  draw(state, seen) {
    const { words } = seen;
    const found = pageOf(seen, state);
    const page = found.slice(0, pageLines);
    const last = page.at(-1);
    const items = page.map((deal): Choice<State>[] => [
      {
        label: cut(plain(dealName(deal, 60)), 50),
        work: (ctx) => ctx.work("deal", (turn) => withDeal(turn, deal.id, (open) => showDeal(turn, open))),
      },
    ]);
    const more = found.length > pageLines && last !== undefined;
    return {
      text: [
        `<b>${words("home-deals")}</b>`,
        ...(page.length === 0 ? [words("deals-none")] : page.map((deal) => lineOf(deal, seen))),
      ].join("\n"),
      rows: [
        ...items,
        [
          { label: words("button-find-deal"), work: (ctx) => ctx.work("find deal", askWords) },
          ...(state.before > 0 ? [{ label: words("button-first-page"), to: { before: 0 } }] : []),
          ...(more ? [{ label: words("button-next-page"), to: { before: last.id } }] : []),
        ],
      ],
    };
  },
};

export function deals(reading: Reading): Feature {
  const shown = listScreen(screen, reading);
  return {
    name: "deals",
    register(chat) {
      chat.use(shown.menu);
      chat
        .filter((ctx) => ctx.message?.text !== undefined && homeAction(ctx.message.text) === "deals")
        .use((ctx) => shown.show(ctx));
    },
  };
}
