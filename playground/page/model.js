/** All that the page knows of the server, and the news of it: screens listen here and never ask the server for state. */

import { emptyChat } from "./chat-state.js";
import { openLive } from "./live.js";
import { server } from "./server.js";

/** @import { Call, Chat, ChatMessage, LetterLine, LiveEvent, Person, Sample, State } from "./contract.d.ts" */

const CALLS_KEPT = 400;
/** A chat that grew longer than this lets its oldest messages go; they can be read again from the server. */
const MESSAGES_MAX = 400;
const MESSAGES_KEPT = 300;

/**
 * What happened, told to listeners:
 * `people` unread, blocked or who is shown · `chat` one chat's messages, keyboard · `arrived` a message is new ·
 * `answer` a press was answered · `typing` · `clock` · `calls` · `letters` · `mail` how many
 * letters are unseen · `connection` · `state` everything was read anew.
 * @typedef {{
 *   people: null, chat: number, arrived: { person: number, message: ChatMessage },
 *   answer: Extract<LiveEvent, { kind: "answer" }>, typing: number, clock: null, calls: Call | null, letters: LetterLine | null, mail: null,
 *   connection: boolean, state: null
 * }} News
 */

class Model {
  /** @type {State["bot"]} */
  bot = { id: 0, username: "", firstName: "" };
  /** @type {Person[]} */
  people = [];
  /** @type {Sample[]} */
  samples = [];
  /** @type {Call[]} */
  calls = [];
  /** Read when somebody looks at them. @type {LetterLine[]} */
  letters = [];
  /** Absent: the server takes no letters. @type {State["mail"]} */
  mail = undefined;
  /** Milliseconds that the server's clock is ahead of this browser's, and of real time. */
  clock = { ahead: 0, offset: 0 };
  /** Whose chats are on the screen now. @type {Set<number>} */
  visible = new Set();
  /** @type {Map<number, Chat>} */
  #chats = new Map();
  #target = new EventTarget();

  /**
   * @template {keyof News} K
   * @param {K} kind @param {(news: News[K]) => void} listener @param {AbortSignal} [signal] stops listening
   */
  on(kind, listener, signal) {
    /** @param {Event} event */
    const heard = (event) => {
      listener(/** @type {CustomEvent<News[K]>} */ (event).detail);
    };
    this.#target.addEventListener(kind, heard, signal ? { signal } : {});
  }

  /** @template {keyof News} K @param {K} kind @param {News[K]} detail */
  tell(kind, detail) {
    this.#target.dispatchEvent(new CustomEvent(kind, { detail }));
  }

  now() {
    return Date.now() + this.clock.ahead;
  }

  /** @param {number} id */
  person(id) {
    return this.people.find((person) => person.id === id);
  }

  /** @param {number} id @returns {Chat} */
  chat(id) {
    let chat = this.#chats.get(id);
    if (!chat) {
      chat = emptyChat();
      this.#chats.set(id, chat);
    }
    return chat;
  }

  /** Reads everything anew: at the start, after a reset and after a lost connection. Who listens to `state` shows the chats. */
  async load() {
    const state = await server.state();
    this.bot = state.bot;
    this.people = state.people;
    this.samples = state.samples;
    this.mail = state.mail;
    this.#setClock(state.clock);
    for (const chat of this.#chats.values()) chat.loaded = false;
    this.visible = new Set();
    this.tell("state", null);
    return state;
  }

  /** The log so far; read when somebody looks at it. */
  async loadCalls() {
    this.calls = (await server.calls(0)).slice(-CALLS_KEPT);
    this.tell("calls", null);
  }

  async loadLetters() {
    this.letters = this.mail ? await server.letters() : [];
    this.tell("letters", null);
  }

  /** Opens a letter, which counts as seen from then on. @param {number} n */
  async openLetter(n) {
    const letter = await server.letter(n);
    const line = this.letters.find((known) => known.n === n);
    if (line && !line.seen && this.mail) this.mail.unseen -= 1;
    if (line) line.seen = true;
    this.tell("mail", null);
    return letter;
  }

  /** @param {number} id */
  async loadChat(id) {
    const chat = this.chat(id);
    const fresh = await server.chat(id);
    chat.messages = fresh.messages;
    chat.keyboard = fresh.keyboard;
    chat.forceReply = fresh.forceReply;
    chat.more = fresh.messages.length >= 50;
    chat.loaded = true;
    if (this.visible.has(id)) this.markRead(id);
    this.tell("chat", id);
  }

  /** @param {number} id */
  async loadEarlier(id) {
    const chat = this.chat(id);
    const first = chat.messages[0];
    if (!first || !chat.more) return;
    const older = await server.chat(id, first.id);
    chat.more = older.messages.length >= 50;
    const known = new Set(chat.messages.map((message) => message.id));
    chat.messages = [...older.messages.filter((message) => !known.has(message.id)), ...chat.messages];
    this.tell("chat", id);
  }

  /** Says whose chats are on the screen; those not read yet are read. @param {number[]} ids */
  async show(ids) {
    this.visible = new Set(ids);
    for (const id of ids) this.markRead(id);
    await Promise.all(
      ids.filter((id) => this.person(id) && !this.chat(id).loaded).map((id) => this.loadChat(id)),
    );
  }

  /** @param {number} id */
  markRead(id) {
    const person = this.person(id);
    if (!person || person.unread === 0) return;
    person.unread = 0;
    this.tell("people", null);
    server.read(id).catch(() => this.tell("connection", false));
  }

  /** Reads the state and follows what happens from then on. */
  async start() {
    const { lastEvent } = await this.load();
    openLive(lastEvent, {
      event: (event) => this.#take(event),
      lost: () => this.tell("connection", false),
      reopened: () => {
        this.tell("connection", true);
        this.load().catch(() => this.tell("connection", false));
      },
    });
  }

  /** @param {LiveEvent} event */
  #take(event) {
    switch (event.kind) {
      case "message":
      case "edit":
        this.#upsert(event.person, event.message, event.kind === "message");
        break;
      case "delete": {
        const chat = this.chat(event.person);
        chat.messages = chat.messages.filter((message) => !event.messageIds.includes(message.id));
        this.tell("chat", event.person);
        break;
      }
      case "keyboard":
        this.chat(event.person).keyboard = event.keyboard;
        if (event.forceReply !== undefined) this.chat(event.person).forceReply = event.forceReply;
        this.tell("chat", event.person);
        break;
      case "answer":
        this.tell("answer", event);
        break;
      case "clock":
        this.#setClock(event);
        break;
      case "call":
        this.calls = [...this.calls, event.call].slice(-CALLS_KEPT);
        this.tell("calls", event.call);
        break;
      case "letter":
        this.letters = [event.letter, ...this.letters];
        if (this.mail) this.mail.unseen += 1;
        this.tell("letters", event.letter);
        this.tell("mail", null);
        break;
      case "chat-action":
        this.tell("typing", event.person);
        break;
      case "blocked": {
        const person = this.person(event.person);
        if (person) person.blocked = event.blocked;
        this.tell("people", null);
        this.tell("chat", event.person);
        break;
      }
      case "reset":
        for (const { draft } of this.#chats.values()) Object.assign(draft, { replyTo: null, editing: null });
        this.calls = [];
        this.letters = [];
        this.tell("calls", null);
        this.load().catch(() => this.tell("connection", false));
        break;
    }
  }

  /** @param {number} id @param {ChatMessage} message @param {boolean} isNew */
  #upsert(id, message, isNew) {
    const chat = this.chat(id);
    const at = chat.messages.findIndex((known) => known.id === message.id);
    if (at >= 0) chat.messages = chat.messages.with(at, message);
    else if (isNew) {
      chat.messages = [...chat.messages, message].sort((one, other) => one.id - other.id);
      if (chat.messages.length > MESSAGES_MAX) {
        chat.messages = chat.messages.slice(-MESSAGES_KEPT);
        chat.more = true;
      }
      if (message.from === "person") chat.forceReply = null;
      else if (message.forceReply) chat.forceReply = message.id;
      this.#count(id, message);
      this.tell("arrived", { person: id, message });
    }
    this.tell("chat", id);
  }

  /** @param {number} id @param {ChatMessage} message */
  #count(id, message) {
    const person = this.person(id);
    if (!person || message.from === "person") return;
    person.unread += 1;
    if (this.visible.has(id) && !document.hidden) this.markRead(id);
    else this.tell("people", null);
  }

  /** @param {{ now: number, offset?: number }} clock */
  #setClock({ now, offset }) {
    const ahead = now - Date.now();
    this.clock = { ahead, offset: offset ?? ahead };
    this.tell("clock", null);
  }
}

export const model = new Model();
