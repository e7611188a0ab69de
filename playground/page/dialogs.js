/** Windows over the page: put up, closed with Escape, a button or a tap beside them, and taken away. */

import { el } from "./element.js";
import { t } from "./words.js";

/** Puts a dialog on the page and takes it away when it is closed. @param {HTMLDialogElement} dialog */
export function openDialog(dialog) {
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
}

/**
 * Asks before something that can't be taken back.
 * @param {{ title: string, text: string, yes: string }} words @returns {Promise<boolean>}
 */
export function confirmed({ title, text, yes }) {
  return new Promise((resolve) => {
    const dialog = el(
      "dialog",
      { class: "window", "aria-label": title },
      el(
        "div",
        { class: "window-body" },
        el("h2", null, title),
        el("p", null, text),
        el(
          "div",
          { class: "window-buttons" },
          el("button", { type: "button", onclick: () => dialog.close() }, t("cancel")),
          el("button", { type: "button", class: "danger", onclick: () => dialog.close("yes") }, yes),
        ),
      ),
    );
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"));
    openDialog(dialog);
  });
}

/**
 * Asks whose contact to send: one of the people, or a typed number.
 * @param {{ id: number, name: string }[]} people
 * @returns {Promise<{ own: false, userId: number } | { own: false, phone: string } | null>}
 */
export function askContact(people) {
  return new Promise((resolve) => {
    const who = el(
      "select",
      { "aria-label": t("whoseContact") },
      people.map(({ id, name }) => el("option", { value: id }, name)),
    );
    const phone = el("input", { type: "tel", placeholder: "+7 900 000-00-00", "aria-label": t("orPhone") });
    const form = el(
      "form",
      { method: "dialog", class: "window-body" },
      el("h2", null, t("whoseContact")),
      who,
      el("label", null, t("orPhone"), phone),
      el(
        "div",
        { class: "window-buttons" },
        el(
          "button",
          {
            type: "button",
            onclick: () => dialog.close(),
          },
          t("cancel"),
        ),
        el("button", { class: "primary", value: "yes" }, t("send")),
      ),
    );
    const dialog = el("dialog", { class: "window", "aria-label": t("whoseContact") }, form);
    dialog.addEventListener("close", () => {
      const typed = phone.value.trim();
      if (dialog.returnValue !== "yes") resolve(null);
      else resolve(typed === "" ? { own: false, userId: Number(who.value) } : { own: false, phone: typed });
    });
    openDialog(dialog);
  });
}
