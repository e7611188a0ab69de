/** One person's chat with the bot, as on his phone. */

import { acceptDrops } from "./attachments.js";
import { Composer } from "./composer.js";
import { conversation } from "./conversation.js";
import { askContact } from "./dialogs.js";
import { el, iconButton } from "./element.js";
import { menuButton } from "./menu.js";
import { model } from "./model.js";
import { server } from "./server.js";
import { attempt } from "./toasts.js";
import { t } from "./words.js";

/** @import { Person } from "./contract.d.ts" */

const TYPING_MS = 5_000;

/** Initials in a colour of the person's own. @param {Person} person */
export function avatar({ id, name }) {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0x20))
    .join("");
  // The golden angle keeps neighbours apart in colour.
  return el(
    "span",
    { class: "avatar", style: `--hue: ${Math.round(id * 137.5) % 360}`, "aria-hidden": "true" },
    initials,
  );
}

/**
 * @param {Person} person
 * @param {{ hide: (() => void) | null, gone: AbortSignal }} given what hides the chat, where several are shown; when it is gone
 */
export function phone(person, { hide, gone }) {
  const { id, name } = person;
  const foot = new Composer(id, () => talk.toFoot(false));
  const talk = conversation(id, name, {
    reply: (message) => foot.reply(message),
    edit: (message) => foot.edit(message),
    command: (text) => foot.text(text),
  });
  const hint = el("p", { class: "start-hint" }, t("startHint"));
  const status = el("span", { class: "phone-status" });
  const node = el(
    "section",
    { class: "phone", "data-person": id, "aria-label": t("chatOf", { name }) },
    el(
      "header",
      { class: "phone-head" },
      avatar(person),
      el("div", { class: "phone-name" }, el("h2", null, name), status),
      menuButton(t("menu"), () => menuItems(person)),
      hide && iconButton("close", t("hidePerson", { name }), hide),
    ),
    el("div", { class: "phone-body" }, ...talk.nodes, hint),
    el("div", { class: "toasts", role: "status" }),
    el("p", { class: "blocked-note" }, t("blocked")),
    foot.node,
  );
  acceptDrops(node, (files) => foot.attach(files));
  followTyping(id, status, person.label ?? "", gone);

  function refresh() {
    const chat = model.chat(id);
    node.classList.toggle("blocked", model.person(id)?.blocked === true);
    hint.hidden = !chat.loaded || chat.messages.length > 0;
    talk.refresh();
    foot.refresh();
  }
  model.on("chat", (changed) => changed === id && refresh(), gone);
  model.on("people", refresh, gone);
  refresh();
  return { node, ready: () => talk.toFoot(false) };
}

/** Says that the bot types for as long as Telegram does, or until its message. @param {number} id @param {HTMLElement} status @param {string} label @param {AbortSignal} gone */
function followTyping(id, status, label, gone) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const quiet = () => {
    clearTimeout(timer);
    status.textContent = label;
    status.classList.remove("typing");
  };
  quiet();
  model.on(
    "typing",
    (who) => {
      if (who !== id) return;
      clearTimeout(timer);
      status.textContent = t("typing");
      status.classList.add("typing");
      timer = setTimeout(quiet, TYPING_MS);
    },
    gone,
  );
  model.on("arrived", ({ person }) => person === id && quiet(), gone);
}

/** @param {Person} person @returns {import("./menu.js").MenuItem[]} */
function menuItems({ id }) {
  const blocked = model.person(id)?.blocked === true;
  const others = model.people.filter((person) => person.id !== id);
  return [
    {
      icon: "person",
      label: t("sendOwnContact"),
      act: () => attempt(() => server.contact(id, { own: true })),
    },
    {
      icon: "person",
      label: t("sendContactOf"),
      act: () =>
        attempt(async () => {
          const contact = await askContact(others);
          if (contact) await server.contact(id, contact);
        }),
    },
    { icon: "play", label: t("startAgain"), act: () => attempt(() => server.start(id)) },
    {
      icon: "block",
      label: blocked ? t("unblock") : t("block"),
      danger: !blocked,
      act: () => attempt(() => server.block(id, !blocked)),
    },
  ];
}
