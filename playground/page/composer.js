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

export class Composer {
  #person;
  #sent;
  /** What is sent goes one after the other, however slow the server. @type {Promise<unknown>} */
  #queue = Promise.resolve();
  /** The question whose reply bar was opened last. @type {number | null} */
  #forced = null;
  #aboutText = el("span");
  #about = el(
    "div",
    { class: "about", hidden: true },
    this.#aboutText,
    iconButton("close", t("cancel"), () => this.#dropAbout()),
  );
  #input = el("textarea", {
    rows: 1,
    "aria-label": t("write"),
    oninput: () => this.#typed(),
    onkeydown: (/** @type {KeyboardEvent} */ event) => this.#keyPressed(event),
    onpaste: (/** @type {ClipboardEvent} */ event) => this.#pasted(event),
  });
  #attachButton = iconButton("attach", t("attach"), () => this.#toggleTray(), { class: "attach" });
  #sendButton = iconButton("send", t("send"), () => this.#submit(), { class: "send" });
  #tray = tray(
    () => this.#draft,
    () => this.#changed(),
  );
  #keyboard = replyKeyboard(
    () => this.#chat,
    {
      text: (text) => this.text(text),
      contact: () => this.#send(() => server.contact(this.#person, { own: true })),
    },
    () => this.refresh(),
  );

  /** @param {number} person @param {() => void} sent called when the person sends something */
  constructor(person, sent) {
    this.#person = person;
    this.#sent = sent;
    const start = () => this.#send(() => server.start(person));
    const unblock = () => attempt(() => server.block(person, false));
    this.node = el(
      "footer",
      { class: "composer" },
      this.#about,
      this.#tray.node,
      el(
        "div",
        { class: "input-row" },
        this.#attachButton,
        this.#input,
        this.#keyboard.toggle,
        this.#sendButton,
      ),
      this.#keyboard.place,
      el("button", { type: "button", class: "primary start", onclick: start }, t("start")),
      el("button", { type: "button", class: "primary start", onclick: unblock }, t("unblock")),
    );
  }

  get #chat() {
    return model.chat(this.#person);
  }

  get #draft() {
    return this.#chat.draft;
  }

  /** Sends a text as it is, whatever stands in the input line. @param {string} text */
  text(text) {
    this.#send(() => server.text(this.#person, text));
  }

  /** @param {ChatMessage} message */
  reply(message) {
    Object.assign(this.#draft, { editing: null, replyTo: message.id });
    this.#changed();
  }

  /** @param {ChatMessage} message */
  edit(message) {
    Object.assign(this.#draft, { editing: message.id, replyTo: null, text: message.text ?? "" });
    this.#changed();
  }

  /** @param {Iterable<File>} files */
  attach(files) {
    addFiles(this.#draft, files);
    this.#changed();
  }

  refresh() {
    const { draft, loaded, messages, keyboard } = this.#chat;
    const mode = model.person(this.#person)?.blocked ? "blocked" : messages.length === 0 ? "start" : "write";
    this.node.dataset["mode"] = loaded ? mode : "loading";
    this.#followForceReply();
    this.#drawAbout();
    this.#tray.refresh();
    this.#keyboard.refresh();
    this.#attachButton.setAttribute("aria-expanded", String(draft.trayOpen));
    this.#attachButton.setAttribute("aria-label", draft.trayOpen ? t("attachClose") : t("attach"));
    if (this.#input.value !== draft.text) this.#input.value = draft.text;
    this.#input.placeholder = draft.items.length > 0 ? t("caption") : (keyboard?.placeholder ?? t("write"));
    this.#sendButton.title = draft.editing === null ? t("send") : t("save");
    this.#grow();
  }

  /** The person did something to the draft: draw it and let him go on typing. */
  #changed() {
    this.refresh();
    this.#input.focus();
  }

  /** @param {() => Promise<unknown>} act @param {() => void} [failed] */
  #send(act, failed) {
    this.#sent();
    this.#queue = this.#queue.then(act).catch((error) => {
      failed?.();
      problem(error);
    });
  }

  #submit() {
    const { text, replyTo, editing, items, asFile } = this.#draft;
    const words = text.trim();
    if (words === "" && items.length === 0) return;
    Object.assign(this.#draft, { text: "", replyTo: null, editing: null, items: [], trayOpen: false });
    const giveBack = () => {
      const draft = this.#draft;
      if (draft.text === "") draft.text = text;
      if (draft.items.length === 0 && items.length > 0) Object.assign(draft, { items, trayOpen: true });
      this.refresh();
    };
    this.refresh();
    const person = this.#person;
    if (editing !== null) this.#send(() => server.edit(person, editing, words), giveBack);
    else if (items.length > 0) {
      this.#send(() => sendAttachments(person, items, asFile, words, replyTo), giveBack);
    } else this.#send(() => server.text(person, words, replyTo), giveBack);
  }

  #typed() {
    this.#draft.text = this.#input.value;
    this.#grow();
  }

  #grow() {
    this.#input.style.height = "auto";
    this.#input.style.height = `${Math.min(this.#input.scrollHeight, INPUT_MAX_PX)}px`;
  }

  /** @param {KeyboardEvent} event */
  #keyPressed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "Escape") this.#dropAbout();
    else if (event.key === "ArrowUp" && this.#input.value === "") {
      const own = this.#chat.messages.findLast(({ from, text }) => from === "person" && text !== undefined);
      if (own) this.edit(own);
    }
  }

  /** @param {ClipboardEvent} event */
  #pasted(event) {
    const files = event.clipboardData?.files;
    if (!files || files.length === 0) return;
    event.preventDefault();
    this.attach(files);
  }

  #toggleTray() {
    const draft = this.#draft;
    draft.trayOpen = !draft.trayOpen;
    if (!draft.trayOpen) draft.items = [];
    this.refresh();
  }

  #dropAbout() {
    if (this.#draft.editing !== null) this.#draft.text = "";
    Object.assign(this.#draft, { editing: null, replyTo: null });
    this.#changed();
  }

  /** A question that wants a reply opens the bar by itself, once. */
  #followForceReply() {
    const { forceReply, draft } = this.#chat;
    if (forceReply === this.#forced) return;
    if (forceReply === null && draft.replyTo === this.#forced) draft.replyTo = null;
    this.#forced = forceReply;
    if (forceReply === null || draft.editing !== null) return;
    draft.replyTo = forceReply;
    // Whoever writes in this chat writes on; nobody's cursor is taken away from another chat.
    if (this.node.closest(".phone")?.contains(document.activeElement)) this.#input.focus();
  }

  #drawAbout() {
    const { replyTo, editing } = this.#draft;
    const id = editing ?? replyTo;
    this.#about.hidden = id === null;
    if (id === null) return;
    const message = this.#chat.messages.find((known) => known.id === id);
    const title = el("b", null, editing === null ? t("replyingTo") : t("editing"));
    this.#aboutText.replaceChildren(title, " ", message ? summary(message) : t("deleted"));
  }
}
