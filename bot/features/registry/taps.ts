/** Presses in a message of the registry: its row says what it shows, the button what is wanted of it. */
import {
  openRegistryScreen,
  registryScreen,
  saveRegistryScreen,
  type RegistryScreen,
} from "../../../db/registry-screens.ts";
import { releaseKey } from "../../../db/outbox.ts";
import type { RegistryFilter } from "../../../db/registry-pages.ts";
import { supplierByKey } from "../../../db/suppliers.ts";
import { monthBefore } from "../../../flows/payments/report-period.ts";
import { repaintMessage, type Press, type Taps } from "../../act.ts";
import { promptApart } from "../../ask.ts";
import type { RegistryView } from "../../button-fields.ts";
import { caseFor } from "../../cards/case.ts";
import { enqueueMade } from "../../made-messages.ts";
import { plain } from "../../refusals.ts";
import type { Turn } from "../../work.ts";
import { picked } from "./choices.ts";
import { registryMessage } from "./screen.ts";

/** Sends the registry as a new message, narrowed to a filter. */
export function sendRegistry(turn: Turn, filter: RegistryFilter = {}): void {
  const screen = openRegistryScreen(turn.tx, turn.me.id, { filter }, turn.now);
  turn.say(registryMessage(turn, screen));
}

/** Carries on with a message of mine; anybody else's, and one that is forgotten, is told alike. */
function withScreen(turn: Turn, id: number, body: (screen: RegistryScreen) => void): void {
  const screen = registryScreen(turn.tx, turn.me.id, id);
  if (screen !== undefined) return body(screen);
  gone(turn);
}

function gone(turn: Turn): void {
  turn.refused();
  turn.toast(plain(turn.words("registry-gone")), true);
}

function show(turn: Turn, press: Press, screen: RegistryScreen, view: RegistryView = "list"): void {
  saveRegistryScreen(turn.tx, screen, turn.now);
  repaintMessage(turn, press.message, registryMessage(turn, screen, view));
}

/** From the first page on. */
function narrow(turn: Turn, press: Press, { id }: RegistryScreen, filter: RegistryFilter | undefined): void {
  if (filter === undefined) return gone(turn);
  show(turn, press, { id, filter });
}

/** What is asked for in words: «words», «suppliers» or «periods». */
export function askFor(turn: Turn, screen: number, view: RegistryView): void {
  promptApart(turn, { kind: "registry", screen, view }, () => ({
    text: turn.words("registry-ask", { view }),
    forceReply: true,
  }));
}

export const registryTaps: Taps<
  | "registry-look"
  | "registry-pick"
  | "registry-supplier"
  | "registry-month"
  | "registry-before"
  | "registry-ask"
  | "registry-file"
> = {
  "registry-look": (turn, { screen, view }, press) =>
    withScreen(turn, screen, ({ id, filter, before }) => {
      const page = view !== "list" && before !== undefined && { before };
      show(turn, press, { id, filter, ...page }, view);
    }),
  "registry-pick": (turn, { screen, view, index }, press) =>
    withScreen(turn, screen, (at) =>
      narrow(turn, press, at, view === "words" ? undefined : picked(turn, at, view, index)),
    ),
  "registry-supplier": (turn, { screen, index }, press) =>
    withScreen(turn, screen, (at) => {
      const supplier = supplierByKey(turn.tx, index)?.id;
      narrow(turn, press, at, supplier && { ...at.filter, supplier });
    }),
  "registry-month": (turn, { screen, date }, press) =>
    withScreen(turn, screen, (at) => narrow(turn, press, at, { ...at.filter, ...monthBefore(date, 0) })),
  "registry-before": (turn, { screen, request }, press) =>
    withScreen(turn, screen, ({ id, filter }) => {
      // where a page begins tells when that request was filed
      if (caseFor(turn.tx, turn.company, turn.me.id, request) === undefined) return gone(turn);
      show(turn, press, { id, filter, before: request });
    }),
  "registry-ask": (turn, { screen, view }) => withScreen(turn, screen, ({ id }) => askFor(turn, id, view)),
  "registry-file": (turn, { screen, format }) =>
    withScreen(turn, screen, ({ id, filter }) => {
      const { me, tx, now, words } = turn;
      if (me.telegram === undefined) return;
      const key = `registry:${me.id}:${id}`;
      releaseKey(tx, key);
      const row = { chat: me.telegram, lane: "answer", at: now, key } as const;
      const queued = enqueueMade(tx, { ...row, made: { what: "registry", format, filter } });
      turn.toast(words(queued ? "registry-on-its-way" : "registry-file-waits"));
    }),
};
