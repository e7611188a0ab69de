/** The buttons under a message: they keep their rows, spin until the bot answers, and open links. */

import { el, icon } from "./element.js";
import { isSafeAddress } from "./formatted-text.js";
import { model } from "./model.js";
import { server } from "./server.js";
import { settings } from "./settings.js";
import { problem, toast } from "./toasts.js";
import { t } from "./words.js";

/** @import { Button, ChatMessage } from "./contract.d.ts" */

/** The bot's answer to a press is refused after this long (T42). */
const ANSWER_MS = 15_000;

/** Presses whose answer is awaited; kept apart from the buttons, which an edit of the message replaces. */
const waiting = new Set();

/** @param {number} person @param {ChatMessage} message @param {Button} button */
const keyOf = (person, message, button) => `${person}/${message.id}/${button.data ?? button.text}`;

/** @param {number} person @param {ChatMessage} message */
export function inlineButtons(person, message) {
  return el(
    "div",
    { class: "inline-keyboard", role: "group" },
    message.buttons.map((row) =>
      el(
        "div",
        { class: "inline-row" },
        row.map((button) => inlineButton(person, message, button)),
      ),
    ),
  );
}

/** @param {number} person @param {ChatMessage} message @param {Button} button */
function inlineButton(person, message, button) {
  const style = settings.oldClient ? undefined : button.style;
  const shared = { class: "inline-button", "data-style": style, "data-label": button.text };
  if (button.url !== undefined && isSafeAddress(button.url)) {
    return el(
      "a",
      { ...shared, href: button.url, target: "_blank", rel: "noopener noreferrer" },
      button.text,
      icon("link"),
    );
  }
  const node = el(
    "button",
    {
      ...shared,
      type: "button",
      disabled: button.disabled === true && !settings.oldClient,
      onclick: () => {
        if (button.copyText !== undefined) void copy(person, button.copyText);
        else if (button.data !== undefined) void press(person, message, button, node);
      },
    },
    button.text,
    button.copyText !== undefined && icon("copy"),
  );
  if (waiting.has(keyOf(person, message, button))) spin(node, true);
  return node;
}

/** @param {HTMLElement} node @param {boolean} on */
function spin(node, on) {
  node.classList.toggle("waiting", on);
  if (on) node.setAttribute("aria-busy", "true");
  else node.removeAttribute("aria-busy");
}

/** @param {number} person @param {ChatMessage} message @param {Button} button @param {HTMLElement} node */
async function press(person, message, button, node) {
  const key = keyOf(person, message, button);
  if (waiting.has(key)) return;
  waiting.add(key);
  spin(node, true);
  try {
    if (!(await answered(person, message.id, button.data ?? ""))) toast(person, t("noAnswer"));
  } catch (error) {
    problem(error);
  } finally {
    waiting.delete(key);
    // The message may have been drawn anew meanwhile: the spinner stops on what is there now.
    for (const spinning of document.querySelectorAll(".inline-button.waiting")) {
      if (spinning === node || isSame(spinning, person, message.id, button.text)) {
        spin(/** @type {HTMLElement} */ (spinning), false);
      }
    }
  }
}

/** @param {Element} node @param {number} person @param {number} messageId @param {string} label */
function isSame(node, person, messageId, label) {
  return (
    node.getAttribute("data-label") === label &&
    node.closest(`[data-person="${person}"]`) !== null &&
    node.closest(`[data-message="${messageId}"]`) !== null
  );
}

/**
 * Presses and waits for the bot; false when it stayed silent. The answer may overtake the server's receipt.
 * @param {number} person @param {number} messageId @param {string} data @returns {Promise<boolean>}
 */
async function answered(person, messageId, data) {
  const stop = new AbortController();
  /** @type {Set<string>} */
  const seen = new Set();
  /** @type {string | null} */
  let pressId = null;
  /** @type {(answered: boolean) => void} */
  let settle = () => {};
  /** @type {Promise<boolean>} */
  const outcome = new Promise((resolve) => {
    settle = resolve;
  });
  model.on(
    "answer",
    (answer) => {
      seen.add(answer.pressId);
      if (answer.pressId === pressId) settle(true);
    },
    stop.signal,
  );
  const timer = setTimeout(() => settle(false), ANSWER_MS);
  try {
    pressId = (await server.press(person, messageId, data)).pressId;
    return seen.has(pressId) || (await outcome);
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

/** @param {number} person @param {string} text */
async function copy(person, text) {
  await navigator.clipboard.writeText(text);
  toast(person, t("copied"));
}
