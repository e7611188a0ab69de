/** Short words that come and go: the bot's answers in the phone they are for, the page's own troubles at its foot. */

import { el } from "./element.js";
import { isSafeAddress } from "./formatted-text.js";
import { model } from "./model.js";
import { t } from "./words.js";

/** Long enough to be read: a base and some time for each character. @param {string} text */
const readingMs = (text) => Math.min(12_000, 2_500 + text.length * 60);

/** @param {number} person */
const phoneOf = (person) => document.querySelector(`.phone[data-person="${person}"]`);

/** @param {Element} place @param {string} text @param {string} kind */
function show(place, text, kind) {
  const note = el("div", { class: `toast ${kind}` }, text);
  note.addEventListener("click", () => note.remove());
  place.append(note);
  setTimeout(() => note.remove(), readingMs(text));
}

/** A line over the input of one person's chat. @param {number} person @param {string} text */
export function toast(person, text) {
  const place = phoneOf(person)?.querySelector(".toasts");
  if (place) show(place, text, "");
}

/** Tells the visitor that something he asked for did not happen. @param {unknown} error */
export function problem(error) {
  const place = document.querySelector("#problems");
  const text = error instanceof Error ? error.message : String(error);
  if (place) show(place, t("failed", { text }), "bad");
}

/** Runs what a control does and reports when it fails. @param {() => Promise<unknown>} act */
export function attempt(act) {
  act().catch(problem);
}

/** A message that has to be closed, inside the phone of the person it is for. @param {Element} phone @param {string} text */
function alertIn(phone, text) {
  const before = document.activeElement;
  const close = () => {
    box.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  const ok = el("button", { type: "button", class: "primary", onclick: close }, t("ok"));
  const box = el(
    "div",
    {
      class: "alert",
      role: "alertdialog",
      "aria-label": text,
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key === "Escape") close();
        // One button: the focus has nowhere else to go until it is pressed.
        if (event.key === "Tab") event.preventDefault();
      },
    },
    el("div", { class: "alert-body" }, el("p", null, text), ok),
  );
  phone.append(box);
  ok.focus();
}

/** Shows the bot's answers to presses as Telegram does: a toast, an alert, or an opened address. */
export function showAnswers() {
  model.on("answer", ({ person, text, alert, url }) => {
    if (url !== undefined && isSafeAddress(url)) window.open(url, "_blank", "noopener");
    const phone = phoneOf(person);
    if (!phone || text === undefined || text === "") return;
    if (alert) alertIn(phone, text);
    else toast(person, text);
  });
}
