/** The panel beside the chats: the log of the bot's calls, and faults to order. */

import { callLog } from "./call-log.js";
import { el, iconButton } from "./element.js";
import { faultForm } from "./fault-form.js";
import { t } from "./words.js";

/** @typedef {"calls" | "faults"} PanelName */

/** Kept while the page draws itself anew. @type {PanelName | null} */
let open = null;

/** @param {AbortSignal} gone */
export function sidePanel(gone) {
  const body = el("div", { class: "panel-body" });
  const title = el("h2", null);
  const node = el(
    "aside",
    { class: "panel", hidden: true, tabindex: "-1" },
    el(
      "header",
      null,
      title,
      iconButton("close", t("close"), () => show(null)),
    ),
    body,
  );
  node.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show(null);
  });
  let shownOnce = new AbortController();
  gone.addEventListener("abort", () => shownOnce.abort());

  /** @param {PanelName | null} name */
  function show(name) {
    open = name;
    shownOnce.abort();
    shownOnce = new AbortController();
    node.hidden = name === null;
    body.replaceChildren();
    if (name === null) return;
    title.textContent = name === "calls" ? t("callsTitle") : t("faultsTitle");
    node.setAttribute("aria-label", title.textContent);
    body.append(name === "calls" ? callLog(shownOnce.signal) : faultForm());
  }
  show(open);

  return {
    node,
    /** @param {PanelName} name */
    toggle: (name) => {
      show(open === name ? null : name);
      if (open !== null) node.focus();
    },
  };
}
