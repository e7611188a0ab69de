/** The panel beside the chats: the log of the bot's calls, the mailbox, and faults to order. */

import { callLog } from "./call-log.js";
import { el, iconButton } from "./element.js";
import { faultForm } from "./fault-form.js";
import { mailbox } from "./mailbox.js";
import { t } from "./words.js";

/** @typedef {"calls" | "mail" | "faults"} PanelName */

const TITLES = /** @type {const} */ ({ calls: "callsTitle", mail: "mailTitle", faults: "faultsTitle" });

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
    title.textContent = t(TITLES[name]);
    node.setAttribute("aria-label", title.textContent);
    if (name === "calls") body.append(callLog(shownOnce.signal));
    else if (name === "mail") body.append(mailbox(shownOnce.signal));
    else body.append(faultForm());
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
