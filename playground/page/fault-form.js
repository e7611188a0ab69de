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
  const done = el("p", { class: "fault-done", role: "status" });

  /** @param {Event} event */
  const order = (event) => {
    event.preventDefault();
    attempt(async () => {
      await server.fault({
        kind: kind.value,
        times: Number(count.value),
        ...(method.value === "" ? {} : { method: method.value }),
        ...(chat.value === "" ? {} : { chat: Number(chat.value) }),
        ...(kind.value === "429" ? { retryAfter: Number(retryAfter.value) } : {}),
      });
      done.textContent = t("faultDone", { n: Number(count.value) });
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
    done,
  );
}
