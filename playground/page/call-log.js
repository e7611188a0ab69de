/** The log of Bot API calls, newest first; refusals stand out, and each opens to its parameters and answer. */

import { el } from "./element.js";
import { model } from "./model.js";
import { attempt } from "./toasts.js";
import { saveSettings, settings } from "./settings.js";
import { secondOf, t } from "./words.js";

/** @import { Call } from "./contract.d.ts" */

/** @param {Call} call */
const isRefused = ({ status }) => status < 200 || status >= 300;

/** @param {AbortSignal} gone */
export function callLog(gone) {
  const refused = el("input", { type: "checkbox", onchange: () => draw() });
  const polls = el("input", {
    type: "checkbox",
    checked: settings.polls,
    onchange: () => {
      settings.polls = polls.checked;
      saveSettings();
      draw();
    },
  });
  const method = el("input", {
    type: "search",
    placeholder: t("callsFilter"),
    "aria-label": t("callsFilter"),
    oninput: () => draw(),
  });
  const list = el("ol", { class: "calls" });
  const empty = el("p", { class: "empty" }, t("callsEmpty"));

  /** @param {Call} call */
  const isWanted = (call) =>
    (polls.checked || call.method !== "getUpdates" || isRefused(call)) &&
    (!refused.checked || isRefused(call)) &&
    call.method.toLowerCase().includes(method.value.trim().toLowerCase());

  function draw() {
    const calls = model.calls.filter(isWanted);
    empty.hidden = calls.length > 0;
    list.replaceChildren(...calls.reverse().map(callView));
  }

  model.on(
    "calls",
    (call) => {
      if (call === null) draw();
      else if (isWanted(call)) {
        empty.hidden = true;
        list.prepend(callView(call));
        if (list.children.length > model.calls.length) list.lastElementChild?.remove();
      }
    },
    gone,
  );
  model.on("state", draw, gone);
  draw();
  attempt(() => model.loadCalls());
  return el(
    "div",
    { class: "call-log" },
    el(
      "div",
      { class: "filters" },
      method,
      el("label", { class: "check" }, refused, t("callsRefused")),
      el("label", { class: "check" }, polls, t("callsPolls")),
    ),
    empty,
    list,
  );
}

/** @param {Call} call */
function callView(call) {
  const { method, status, at, params, answer } = call;
  const bad = isRefused(call);
  const details = el(
    "details",
    null,
    el(
      "summary",
      null,
      el("time", null, secondOf(at)),
      el("b", null, method),
      el("span", { class: "call-chat" }, chatName(params)),
      el("span", { class: "call-status" }, bad ? `${t("callRefused")} ${status}` : status),
      bad && el("span", { class: "call-why" }, description(answer)),
      call.advice !== undefined && el("span", { class: "call-why call-advice" }, call.advice),
    ),
  );
  // Long parameters are written out only for whoever looks at them.
  details.addEventListener(
    "toggle",
    () =>
      details.append(el("h3", null, t("params")), json(params), el("h3", null, t("answer")), json(answer)),
    { once: true },
  );
  return el("li", { class: bad ? "bad" : null }, details);
}

/** @param {unknown} value */
const json = (value) => el("pre", null, JSON.stringify(value, null, 2));

/** @param {unknown} params */
function chatName(params) {
  const id = field(params, "chat_id");
  return model.person(Number(id))?.name ?? (typeof id === "string" || typeof id === "number" ? id : "");
}

/** @param {unknown} answer */
function description(answer) {
  const text = field(answer, "description");
  return typeof text === "string" ? text : "";
}

/** @param {unknown} value @param {string} name @returns {unknown} */
function field(value, name) {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
