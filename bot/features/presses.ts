/** Every press of an inline button of ours: read strictly, then handed to what it stands for. */
import type { Press, Taps } from "../act.ts";
import { isMenuData, parseButton, type Button, type ButtonKind } from "../buttons.ts";
import type { Feature, Turn } from "../work.ts";
import { bulkTaps } from "./bulk/approve.ts";
import { consultTaps } from "./colleagues/consult.ts";
import { delegateTaps } from "./colleagues/delegate.ts";
import { decideTaps } from "./decide.ts";
import { fillTaps } from "./fill.ts";
import { cancelTaps } from "./help.ts";
import { doubtTaps } from "./imports/doubts.ts";
import { importTaps } from "./imports/sheet.ts";
import { paidInvoiceTaps } from "./imports/paid-invoices.ts";
import { statementTaps } from "./imports/statement.ts";
import { letterTaps } from "./letters/taps.ts";
import { lookTaps } from "./look.ts";
import { alertSettingsTaps } from "./payments/alert-settings.ts";
import { bookingTaps } from "./payments/booking.ts";
import { dealTaps } from "./payments/deal.ts";
import { reportTaps } from "./payments/report.ts";
import { pileTaps } from "./pile.ts";
import { chooseTaps } from "./replace/choose.ts";
import { replaceTaps } from "./replace/replace.ts";
import { registryTaps } from "./registry/taps.ts";
import { talkTaps } from "./talk.ts";
import { attachedTaps } from "./tasks/attached.ts";
import { documentsTaps } from "./tasks/documents.ts";
import { filesTaps } from "./tasks/files.ts";
import { payTaps } from "./tasks/pay.ts";
import { takeTaps } from "./tasks/take.ts";
import { withdrawTaps } from "./withdraw.ts";

/** A button without an entry doesn't compile. */
const taps: Taps<ButtonKind> = {
  ...decideTaps,
  ...fillTaps,
  ...cancelTaps,
  ...letterTaps,
  ...lookTaps,
  ...pileTaps,
  ...talkTaps,
  ...withdrawTaps,
  ...dealTaps,
  ...bookingTaps,
  ...alertSettingsTaps,
  ...importTaps,
  ...statementTaps,
  ...doubtTaps,
  ...paidInvoiceTaps,
  ...reportTaps,
  ...takeTaps,
  ...payTaps,
  ...documentsTaps,
  ...attachedTaps,
  ...filesTaps,
  ...consultTaps,
  ...delegateTaps,
  ...bulkTaps,
  ...chooseTaps,
  ...replaceTaps,
  ...registryTaps,
};

/** Does what a button stands for, if I may. */
export function tap(turn: Turn, button: Button, press: Press): void {
  // The entry of its own kind takes exactly this button; the compiler can't follow the link between the two.
  const body = taps[button.kind] as (turn: Turn, button: Button, press: Press) => void;
  body(turn, button, press);
}

/** The menus whose presses go on to the plugin; only data of their shape does (F121). */
export const menus = ["language", "inbox", "my", "store", "deals"] as const;

export const presses: Feature = {
  name: "presses",
  register(chat) {
    chat.on("callback_query:data", (ctx, next) => {
      const { data, message } = ctx.callbackQuery;
      if (isMenuData(data, menus)) return next();
      const button = parseButton(data);
      if (button === undefined) return ctx.work("unknown press", unknown);
      const press = message === undefined ? {} : { message: message.message_id };
      return ctx.work(button.kind, (turn) => tap(turn, button, press));
    });
  },
};

/** After the menus: a press that none of them knew. */
export const leftoverPresses: Feature = {
  name: "leftover-presses",
  register(chat) {
    chat.on("callback_query", (ctx) => ctx.work("unknown press", unknown));
  },
};

function unknown(turn: Turn): void {
  turn.refused();
  turn.toast(turn.words("press-unknown"), true);
}
