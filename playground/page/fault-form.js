/** Orders faults: the next calls of the bot are answered badly, or not at all (T53). */

import { el } from "./element.js";
import { model } from "./model.js";
import { server } from "./server.js";
import { attempt } from "./toasts.js";
import { t } from "./words.js";

const METHODS = [
  "sendMessage",
  "sendPhoto",
  "sendDocument",
  "sendMediaGroup",
  "editMessageText",
  "editMessageCaption",
  "editMessageReplyMarkup",
  "deleteMessage",
  "answerCallbackQuery",
  "getUpdates",
  "getFile",
];

const KINDS = /** @type {const} */ ([
  ["429", "fault429"],
  ["500", "fault500"],
  ["502", "fault502"],
  ["hang", "faultHang"],
  ["cut-before", "faultCutBefore"],
  ["cut-after", "faultCutAfter"],
]);

const REPEATED_UPDATES = 3;

/** @import { Faults } from "./contract.d.ts" */

/** @param {string} value @param {string} label @returns {[value: string, label: string]} */
const pair = (value, label) => [value, label];

/** @param {[value: string, label: string][]} options */
const select = (options) =>
  el(
    "select",
    null,
    options.map(([value, label]) => el("option", { value }, label)),
  );

/** What to order: the fields, and what they say now. */
function orderFields() {
  const any = pair("", t("faultAny"));
  const kind = select(KINDS.map(([value, word]) => [value, t(word)]));
  const method = select([any, ...METHODS.map((name) => pair(name, name))]);
  const chat = select([any, ...model.people.map(({ id, name }) => pair(String(id), name))]);
  const times = el("input", { type: "number", min: 1, max: 1_000, value: "1", required: true });
  const retryAfter = el("input", { type: "number", min: 1, max: 3_600, value: "5", required: true });
  const seconds = el("label", null, t("faultSeconds"), retryAfter);
  kind.addEventListener("change", () => {
    seconds.hidden = kind.value !== "429";
  });
  const nodes = [
    el("label", null, t("faultAnswer"), kind),
    seconds,
    el("label", null, t("faultMethod"), method),
    el("label", null, t("faultChat"), chat),
    el("label", null, t("faultCount"), times),
  ];
  const order = () => ({
    kind: kind.value,
    times: Number(times.value),
    ...(method.value === "" ? {} : { method: method.value }),
    ...(chat.value === "" ? {} : { chat: Number(chat.value) }),
    ...(kind.value === "429" ? { retryAfter: Number(retryAfter.value) } : {}),
  });
  return { nodes, order };
}

/** One line for each order that has not run out. @param {Faults} faults */
function waitingLines({ waiting }) {
  if (waiting.length === 0) return [el("li", null, t("faultsNone"))];
  return waiting.map(({ kind, method, chat, times }) =>
    el(
      "li",
      null,
      `${times ?? 1} × ${method ?? t("faultAny")}: ${kind}`,
      chat !== undefined && ` · ${model.person(chat)?.name ?? chat}`,
    ),
  );
}

/** The form itself; what it orders stands under it until it has happened. */
export function faultForm() {
  const fields = orderFields();
  const waiting = el("ul", { class: "faults-waiting", role: "status" });
  /** @param {Record<string, unknown>} what */
  const ask = (what) => attempt(async () => show(await server.fault(what)));
  const flood = el("input", { type: "checkbox", onchange: () => ask({ kind: "flood", on: flood.checked }) });

  /** @param {Faults} faults */
  function show(faults) {
    flood.checked = faults.flood;
    waiting.replaceChildren(...waitingLines(faults));
  }
  attempt(async () => {
    const state = await server.state();
    show({ waiting: state.faults, flood: state.flood });
  });
  const repeat = () => ask({ kind: "repeat", updates: REPEATED_UPDATES });
  /** @param {Event} event */
  const submitted = (event) => {
    event.preventDefault();
    ask(fields.order());
  };
  return el(
    "form",
    { class: "fault-form", onsubmit: submitted },
    el("p", null, t("faultsHint")),
    ...fields.nodes,
    el("button", { class: "primary" }, t("faultSet")),
    el("h3", null, t("faultsWaiting")),
    waiting,
    el("button", { type: "button", class: "tool", onclick: () => ask({ kind: "none" }) }, t("faultClear")),
    el("label", { class: "check" }, flood, t("faultFlood")),
    el("h3", null, t("faultUpdates")),
    el("button", { type: "button", class: "tool", onclick: repeat }, t("faultRepeat")),
    el(
      "button",
      { type: "button", class: "tool", onclick: () => ask({ kind: "shuffle" }) },
      t("faultShuffle"),
    ),
  );
}
