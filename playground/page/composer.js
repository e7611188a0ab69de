/** The foot of a phone: input line, what is being answered or edited, attachments, and the buttons the bot gave. */

import { addFiles, sendAttachments, tray } from "./attachments.js";
import { el, iconButton } from "./element.js";
import { summary } from "./message.js";
import { model } from "./model.js";
import { replyKeyboard } from "./reply-keyboard.js";
import { server } from "./server.js";
import { attempt, problem } from "./toasts.js";
import { t } from "./words.js";

/** @import { ChatMessage } from "./contract.d.ts" */

const INPUT_MAX_PX = 140;

/** @param {number} person @param {() => void} sent called when the person sends something */
export function composer(person, sent) {
  const draft = () => model.chat(person).draft;
  /** What is sent goes one after the other, however slow the server. @type {Promise<unknown>} */
  let queue = Promise.resolve();
  /** @type {number | null} */
  let forced = null;
  /** @type {unknown} */
  let keyboardSeen;

  /** @param {() => Promise<unknown>} act @param {() => void} [failed] */
  const send = (act, failed) => {
    sent();
    queue = queue.then(act).catch((error) => {
      failed?.();
      problem(error);
    });
  };
  const acts = {
    text: (/** @type {string} */ text) => send(() => server.text(person, text)),
    contact: () => send(() => server.contact(person, { own: true })),
  };

  const input = el("textarea", {
    rows: 1,
    "aria-label": t("write"),
    oninput: () => {
      draft().text = input.value;
      grow();
    },
    onkeydown: (/** @type {KeyboardEvent} */ event) => keyPressed(event),
    onpaste: (/** @type {ClipboardEvent} */ event) => {
      const files = event.clipboardData?.files;
      if (!files || files.length === 0) return;
      event.preventDefault();
      attach(files);
    },
  });
  const aboutText = el("span");
  const about = el(
    "div",
    { class: "about", hidden: true },
    aboutText,
    iconButton("close", t("cancel"), () => dropAbout()),
  );
  const attachments = tray(draft, () => {
    refresh();
    input.focus();
  });
  const attachButton = iconButton(
    "attach",
    t("attach"),
    () => {
      draft().trayOpen = !draft().trayOpen;
      if (!draft().trayOpen) draft().items = [];
      refresh();
    },
    { class: "attach" },
  );
  const keyboardButton = iconButton("keyboard", t("showKeyboard"), () => {
    draft().keyboardHidden = !draft().keyboardHidden;
    refresh();
  });
  const sendButton = iconButton("send", t("send"), () => submit(), { class: "send" });
  const row = el("div", { class: "input-row" }, attachButton, input, keyboardButton, sendButton);
  const keyboardPlace = el("div", { class: "keyboard-place" });
  const start = el(
    "button",
    { type: "button", class: "primary start", onclick: () => send(() => server.start(person)) },
    t("start"),
  );
  const unblock = el(
    "button",
    { type: "button", class: "primary start", onclick: () => attempt(() => server.block(person, false)) },
    t("unblock"),
  );
  const node = el(
    "footer",
    { class: "composer" },
    about,
    attachments.node,
    row,
    keyboardPlace,
    start,
    unblock,
  );

  function grow() {
    input.style.height = "auto";
    input.style.height = `${Math.min(input.scrollHeight, INPUT_MAX_PX)}px`;
  }

  /** @param {KeyboardEvent} event */
  function keyPressed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape") dropAbout();
    else if (event.key === "ArrowUp" && input.value === "") {
      const own = model
        .chat(person)
        .messages.findLast(({ from, text }) => from === "person" && text !== undefined);
      if (own) edit(own);
    }
  }

  function dropAbout() {
    if (draft().editing !== null) draft().text = "";
    draft().editing = null;
    draft().replyTo = null;
    refresh();
    input.focus();
  }

  function submit() {
    const { text, replyTo, editing, items, asFile } = draft();
    const words = text.trim();
    if (words === "" && items.length === 0) return;
    Object.assign(draft(), { text: "", replyTo: null, editing: null, items: [], trayOpen: false });
    const giveBack = () => {
      if (draft().text === "") draft().text = text;
      if (draft().items.length === 0 && items.length > 0) Object.assign(draft(), { items, trayOpen: true });
      refresh();
    };
    refresh();
    if (editing !== null) send(() => server.edit(person, editing, words), giveBack);
    else if (items.length > 0) send(() => sendAttachments(person, items, asFile, words, replyTo), giveBack);
    else send(() => server.text(person, words, replyTo), giveBack);
  }

  /** @param {ChatMessage} message */
  function reply(message) {
    draft().editing = null;
    draft().replyTo = message.id;
    refresh();
    input.focus();
  }

  /** @param {ChatMessage} message */
  function edit(message) {
    Object.assign(draft(), { editing: message.id, replyTo: null, text: message.text ?? "" });
    refresh();
    input.focus();
  }

  /** @param {Iterable<File>} files */
  function attach(files) {
    addFiles(draft(), files);
    refresh();
    input.focus();
  }

  /** A question that wants a reply opens the bar by itself, once. */
  function followForceReply() {
    const { forceReply } = model.chat(person);
    if (forceReply === forced) return;
    if (forceReply === null && draft().replyTo === forced) draft().replyTo = null;
    forced = forceReply;
    if (forceReply === null || draft().editing !== null) return;
    draft().replyTo = forceReply;
    if (node.closest(".phone")?.contains(document.activeElement)) input.focus();
  }

  function drawAbout() {
    const { replyTo, editing } = draft();
    const id = editing ?? replyTo;
    about.hidden = id === null;
    if (id === null) return;
    const message = model.chat(person).messages.find((known) => known.id === id);
    const title = el("b", null, editing === null ? t("replyingTo") : t("editing"));
    aboutText.replaceChildren(title, " ", message ? summary(message) : t("deleted"));
  }

  function drawKeyboard() {
    const { keyboard } = model.chat(person);
    if (keyboard !== keyboardSeen) {
      if (keyboardSeen !== undefined) draft().keyboardHidden = false;
      keyboardSeen = keyboard;
      keyboardPlace.replaceChildren(...(keyboard ? [replyKeyboard(keyboard, acts)] : []));
    }
    const hidden = draft().keyboardHidden || draft().trayOpen;
    keyboardPlace.hidden = !keyboard || hidden;
    keyboardButton.hidden = !keyboard;
    const label = hidden ? t("showKeyboard") : t("hideKeyboard");
    keyboardButton.title = label;
    keyboardButton.setAttribute("aria-label", label);
    keyboardButton.setAttribute("aria-expanded", String(!hidden));
  }

  function refresh() {
    const chat = model.chat(person);
    const blocked = model.person(person)?.blocked === true;
    const mode = blocked ? "blocked" : chat.messages.length === 0 ? "start" : "write";
    node.dataset["mode"] = chat.loaded ? mode : "loading";
    followForceReply();
    drawAbout();
    attachments.refresh();
    attachButton.setAttribute("aria-expanded", String(draft().trayOpen));
    attachButton.setAttribute("aria-label", draft().trayOpen ? t("attachClose") : t("attach"));
    if (input.value !== draft().text) input.value = draft().text;
    input.placeholder = draft().items.length > 0 ? t("caption") : (chat.keyboard?.placeholder ?? t("write"));
    sendButton.title = draft().editing === null ? t("send") : t("save");
    drawKeyboard();
    grow();
  }

  return { node, refresh, reply, edit, attach, ...acts };
}
