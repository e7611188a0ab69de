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

/** @import { Faults } from "./contract.d.ts" */

/** The form itself; what it orders stands under it until it has happened. */
export function faultForm() {
  const method = el(
    "select",
    null,
    el("option", { value: "" }, t("faultAny")),
    METHODS.map((name) => el("option", { value: name }, name)),
  );
  const chat = el(
    "select",
    null,
    el("option", { value: "" }, t("faultAny")),
    model.people.map(({ id, name }) => el("option", { value: id }, name)),
  );
  const kind = el(
    "select",
    {
      onchange: () => {
        seconds.hidden = kind.value !== "429";
      },
    },
    el("option", { value: "429" }, t("fault429")),
    el("option", { value: "500" }, t("fault500")),
    el("option", { value: "502" }, t("fault502")),
    el("option", { value: "hang" }, t("faultHang")),
    el("option", { value: "cut-before" }, t("faultCutBefore")),
    el("option", { value: "cut-after" }, t("faultCutAfter")),
  );
  const count = el("input", { type: "number", min: 1, max: 1_000, value: "1", required: true });
  const retryAfter = el("input", { type: "number", min: 1, max: 3_600, value: "5", required: true });
  const seconds = el("label", null, t("faultSeconds"), retryAfter);
  const waiting = el("ul", { class: "faults-waiting", role: "status" });
  const flood = el("input", {
    type: "checkbox",
    onchange: () => attempt(async () => show(await server.fault({ kind: "flood", on: flood.checked }))),
  });

  /** @param {Faults} faults */
  function show(faults) {
    flood.checked = faults.flood;
    const lines = faults.waiting.map(({ kind: what, method: where, chat: whose, times }) =>
      el(
        "li",
        null,
        `${times ?? 1} × ${where ?? t("faultAny")}: ${what}`,
        whose !== undefined && ` · ${model.person(whose)?.name ?? whose}`,
      ),
    );
    waiting.replaceChildren(...(lines.length > 0 ? lines : [el("li", null, t("faultsNone"))]));
  }
  attempt(async () => {
    const { faults, flood: on } = await server.state();
    show({ waiting: faults, flood: on });
  });

  /** @param {Event} event */
  const order = (event) => {
    event.preventDefault();
    attempt(async () => {
      const faults = await server.fault({
        kind: kind.value,
        times: Number(count.value),
        ...(method.value === "" ? {} : { method: method.value }),
        ...(chat.value === "" ? {} : { chat: Number(chat.value) }),
        ...(kind.value === "429" ? { retryAfter: Number(retryAfter.value) } : {}),
      });
      show(faults);
    });
  };
  return el(
    "form",
    { class: "fault-form", onsubmit: order },
    el("p", null, t("faultsHint")),
    el("label", null, t("faultAnswer"), kind),
    seconds,
    el("label", null, t("faultMethod"), method),
    el("label", null, t("faultChat"), chat),
    el("label", null, t("faultCount"), count),
    el("button", { class: "primary" }, t("faultSet")),
    el("h3", null, t("faultsWaiting")),
    waiting,
    el(
      "button",
      {
        type: "button",
        class: "tool",
        onclick: () => attempt(async () => show(await server.fault({ kind: "none" }))),
      },
      t("faultClear"),
    ),
    el("label", { class: "check" }, flood, t("faultFlood")),
  );
}
