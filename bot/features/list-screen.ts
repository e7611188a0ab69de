/** A list in one message, with filters and pages: navigation only, so it is drawn and edited while an update is routed. */
import { Menu } from "@grammyjs/menu";
import type { Company, Person } from "../../flows/company/company.ts";
import { loadCompany } from "../../db/company.ts";
import type { Store } from "../../db/open.ts";
import { units, type Instant } from "../../flows/ids.ts";
import type { Reading } from "../reading.ts";
import { wordsIn, type Words } from "../texts.ts";
import type { Ctx } from "../work.ts";

/** What a screen is drawn from. */
export interface Seen {
  readonly store: Store;
  readonly company: Company;
  readonly me: Person;
  readonly words: Words;
  readonly now: Instant;
}
/** A button of a screen: leads to another state of it, or names a work. */
export interface Choice<S> {
  readonly label: string;
  readonly to?: S;
  readonly work?: (ctx: Ctx) => void;
}
export interface Screen<S> {
  readonly id: string;
  readonly first: S;
  /** The state as a few letters of a button, at most 38 bytes without `/`. */
  encode(state: S): string;
  /** Undefined: not ours, or of another release. */
  decode(text: string): S | undefined;
  draw(state: S, seen: Seen): { readonly text: string; readonly rows: readonly (readonly Choice<S>[])[] };
}

export interface Shown {
  readonly menu: Menu<Ctx>;
  /** Sends the screen in its first state. */
  show(ctx: Ctx): Promise<void>;
}

/** The menu of a screen. All its buttons carry the state that they were drawn in, and no authority. */
export function listScreen<S>(screen: Screen<S>, reading: Reading): Shown {
  const draw = (ctx: Ctx, state: S) => screen.draw(state, seenBy(ctx, reading));
  const stateOf = (ctx: Ctx): S =>
    (typeof ctx.match === "string" ? screen.decode(ctx.match) : undefined) ?? screen.first;

  async function redraw(ctx: Ctx, state: S): Promise<void> {
    ctx.match = screen.encode(state);
    await ctx.editMessageText(draw(ctx, state).text, { parse_mode: "HTML", reply_markup: menu });
  }

  const menu = new Menu<Ctx>(screen.id, {
    autoAnswer: false, // intake answers every press
    onMenuOutdated: (ctx) => redraw(ctx, stateOf(ctx)),
  });
  menu.dynamic((ctx, range) => {
    const state = stateOf(ctx);
    for (const row of draw(ctx, state).rows) {
      for (const choice of row)
        range.text({ text: choice.label, payload: screen.encode(state) }, async (pressed) => {
          choice.work?.(pressed);
          if (choice.to !== undefined) await redraw(pressed, choice.to);
        });
      range.row();
    }
  });
  return {
    menu,
    async show(ctx) {
      ctx.match = screen.encode(screen.first);
      await ctx.reply(draw(ctx, screen.first).text, { parse_mode: "HTML", reply_markup: menu });
    },
  };
}

function seenBy(ctx: Ctx, { store, clock }: Reading): Seen {
  if (ctx.person === undefined) throw new Error("a list screen was shown to a stranger");
  return {
    store,
    company: loadCompany(store),
    me: ctx.person,
    words: wordsIn(ctx.person.language),
    now: units<Instant>(clock.now()),
  };
}

/** Numbers as a button carries them. */
export const packed = (value: number): string => value.toString(36);
export const unpacked = (text: string): number => Number.parseInt(text, 36);
