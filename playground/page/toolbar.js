/** The line over the chats: whose bot this is, the clock that can be moved, and the page's own settings. */

import { confirmed } from "./dialogs.js";
import { el, icon, iconButton } from "./element.js";
import { model } from "./model.js";
import { applyTheme, saveSettings, settings } from "./settings.js";
import { server } from "./server.js";
import { attempt } from "./toasts.js";
import { LANGUAGES, clockFace, spanOf, t } from "./words.js";

const TICK_MS = 1_000;
/** Less than this ahead of real time is not worth a word. */
const AHEAD_MS = 60_000;

/**
 * @param {{ redraw: () => void, panel: (name: import("./side-panel.js").PanelName) => void }} acts
 * @param {AbortSignal} gone
 */
export function toolbar({ redraw, panel }, gone) {
  const title = el("h1", null);
  const name = () => title.replaceChildren(model.bot.firstName, el("small", null, ` ${t("subtitle")}`));
  model.on("state", name, gone);
  name();
  const choices = el("div", { class: "choices", id: "choices" }, ...choicesOf(redraw));
  const tools = el(
    "div",
    { class: "tools" },
    mailButton(() => panel("mail"), gone),
    button("log", t("calls"), () => panel("calls")),
    button("fault", t("faults"), () => panel("faults")),
  );
  const toggle = iconButton("settings", t("tools"), () => open(!bar.classList.contains("open")), {
    class: "tools-toggle",
    "aria-expanded": "false",
    "aria-controls": "choices",
  });
  const bar = el("header", { class: "toolbar" }, title, clock(gone), tools, toggle, choices);

  /** @param {boolean} wanted */
  function open(wanted) {
    bar.classList.toggle("open", wanted);
    toggle.setAttribute("aria-expanded", String(wanted));
  }
  bar.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !bar.classList.contains("open")) return;
    open(false);
    toggle.focus();
  });
  // Not before the click: on a phone the chat moves up as the tools fold, and the tap would miss what it was meant for.
  document.addEventListener(
    "click",
    (event) => {
      if (event.target instanceof Node && !bar.contains(event.target)) open(false);
    },
    { signal: gone, capture: true },
  );
  return bar;
}

/** @param {import("./element.js").IconName} name @param {string} label @param {() => void} act */
function button(name, label, act) {
  return el("button", { type: "button", class: "tool", onclick: act }, icon(name), label);
}

/** Opens the mailbox; says how many letters nobody has opened. Hidden where no letters are taken. @param {() => void} act @param {AbortSignal} gone */
function mailButton(act, gone) {
  const count = el("span", { class: "badge" });
  const node = el("button", { type: "button", class: "tool", onclick: act }, icon("mail"), t("mail"), count);
  const draw = () => {
    const unseen = model.mail?.unseen ?? 0;
    node.hidden = model.mail === undefined;
    count.hidden = unseen === 0;
    count.textContent = unseen > 99 ? "99+" : String(unseen);
    count.setAttribute("aria-label", t("mailUnseen", { n: unseen }));
  };
  model.on("mail", draw, gone);
  model.on("state", draw, gone);
  draw();
  return node;
}

/** The time in the chats and the two ways to move it on; it never goes back. @param {AbortSignal} gone */
function clock(gone) {
  const face = el("time", { class: "clock-face" });
  const ahead = el("span", { class: "clock-ahead" });
  const tick = () => {
    face.textContent = clockFace(model.now());
    const { offset } = model.clock;
    ahead.textContent = offset >= AHEAD_MS ? `+${spanOf(offset)}` : "";
    ahead.title = offset >= AHEAD_MS ? t("clockOffset", { n: spanOf(offset) }) : "";
  };
  const timer = setInterval(tick, TICK_MS);
  gone.addEventListener("abort", () => clearInterval(timer));
  model.on("clock", tick, gone);
  tick();
  return el(
    "div",
    { class: "clock", role: "group", "aria-label": t("clock") },
    icon("clock"),
    face,
    ahead,
    button("plus", t("plusHour"), () => attempt(() => server.clock({ minutes: 60 }))),
    button("sunrise", t("nextMorning"), () => attempt(() => server.clock({ to: "next-working-morning" }))),
  );
}

/** @param {() => void} redraw */
function choicesOf(redraw) {
  const language = select(LANGUAGES, settings.language, (value) => {
    settings.language = value;
    redraw();
  });
  const themes = { auto: t("themeAuto"), light: t("themeLight"), dark: t("themeDark") };
  const theme = select(themes, settings.theme, (value) => {
    settings.theme = value;
    applyTheme();
  });
  const old = el("input", {
    type: "checkbox",
    checked: settings.oldClient,
    onchange: () => {
      settings.oldClient = old.checked;
      saveSettings();
      redraw();
    },
  });
  return [
    el("label", { class: "choice" }, t("language"), language),
    el("label", { class: "choice" }, t("theme"), theme),
    el("label", { class: "check" }, old, t("oldClient")),
    button("reset", t("reset"), () =>
      attempt(async () => {
        const words = { title: t("resetTitle"), text: t("resetText"), yes: t("resetYes") };
        if (await confirmed(words)) await server.reset();
      }),
    ),
  ];
}

/**
 * @template {string} K
 * @param {Record<K, string>} options @param {K} value @param {(value: K) => void} changed
 */
function select(options, value, changed) {
  const keys = /** @type {K[]} the keys of that very record */ (Object.keys(options));
  const node = el(
    "select",
    {
      onchange: () => {
        const key = keys.find((known) => known === node.value);
        if (key === undefined) return;
        changed(key);
        saveSettings();
      },
    },
    keys.map((key) => el("option", { value: key, selected: key === value }, options[key])),
  );
  return node;
}
