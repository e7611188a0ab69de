/** Whose chats are shown: on a wide screen any number of people, on a phone's one at a time. */

import { el } from "./element.js";
import { model } from "./model.js";
import { avatar } from "./phone.js";
import { saveSettings, settings } from "./settings.js";
import { t } from "./words.js";

/** @import { Person } from "./contract.d.ts" */

const SHOWN_AT_FIRST = 5;

/** Those shown side by side, in the order of the list; until the visitor chooses, those the host names. @returns {Person[]} */
export function shownPeople() {
  const chosen = settings.shown;
  if (chosen) return model.people.filter(({ id }) => chosen.includes(id));
  const named = model.people.filter((person) => person.shown === true);
  return named.length > 0 ? named : model.people.slice(0, SHOWN_AT_FIRST);
}

/** The one person shown on a narrow screen. @returns {Person | undefined} */
export function currentPerson() {
  return model.people.find(({ id }) => id === settings.current) ?? shownPeople()[0] ?? model.people[0];
}

/** @param {number} id @param {boolean} wanted */
export function showPerson(id, wanted) {
  const ids = new Set(shownPeople().map((person) => person.id));
  if (wanted) ids.add(id);
  else ids.delete(id);
  settings.shown = [...ids];
  saveSettings();
}

/**
 * @param {boolean} narrow
 * @param {() => void} changed called when somebody else is shown
 * @param {AbortSignal} gone
 */
export function peopleBar(narrow, changed, gone) {
  const bar = el("nav", {
    class: "people",
    role: narrow ? "tablist" : "group",
    "aria-label": narrow ? t("people") : t("peopleHint"),
  });
  const draw = () => {
    const focused = document.activeElement?.getAttribute("data-chip");
    const shown = new Set(narrow ? [currentPerson()?.id] : shownPeople().map(({ id }) => id));
    bar.replaceChildren(...model.people.map((person) => chip(person, narrow, shown.has(person.id), changed)));
    if (focused) focusChip(Number(focused));
  };
  model.on("people", draw, gone);
  draw();
  if (narrow) bar.addEventListener("keydown", walk);
  return { node: bar, draw };
}

/** The bar is drawn anew with every change: the focus stays with the person. @param {number} id */
function focusChip(id) {
  const node = document.querySelector(`[data-chip="${id}"]`);
  if (node instanceof HTMLElement) {
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

/** Arrows walk the tabs. @param {KeyboardEvent} event */
function walk(event) {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0 || !(event.target instanceof Element)) return;
  const next = step > 0 ? event.target.nextElementSibling : event.target.previousElementSibling;
  if (next instanceof HTMLElement) next.click();
}

/** @param {Person} person @param {boolean} narrow @param {boolean} on @param {() => void} changed */
function chip(person, narrow, on, changed) {
  const { id, name, label, unread, blocked } = person;
  const words = unread > 0 ? t("unread", { n: unread }) : "";
  return el(
    "button",
    {
      type: "button",
      class: `chip${blocked ? " is-blocked" : ""}`,
      "data-chip": id,
      title: [name, label, words].filter(Boolean).join("\n"),
      ...(narrow
        ? { role: "tab", "aria-selected": String(on), tabindex: on ? "0" : "-1" }
        : { "aria-pressed": String(on) }),
      onclick: () => {
        if (narrow) settings.current = id;
        else showPerson(id, !on);
        saveSettings();
        changed();
        focusChip(id);
      },
    },
    avatar(person),
    el(
      "span",
      { class: "chip-words" },
      el("span", { class: "chip-name" }, name),
      label !== undefined && el("span", { class: "chip-label" }, label),
    ),
    unread > 0 && el("span", { class: "badge", "aria-label": words }, unread > 99 ? "99+" : unread),
  );
}
