/** The grid of buttons under the input line: each sends its own words, or the person's contact. */

import { el } from "./element.js";

/** @import { ReplyKeyboard } from "./contract.d.ts" */

/**
 * @param {ReplyKeyboard} keyboard
 * @param {{ text: (text: string) => void, contact: () => void }} send
 */
export function replyKeyboard(keyboard, send) {
  return el(
    "div",
    { class: "reply-keyboard", role: "group" },
    keyboard.buttons.map((row) =>
      el(
        "div",
        { class: "reply-row" },
        row.map((text) =>
          el(
            "button",
            {
              type: "button",
              class: "reply-button",
              "data-label": text,
              onclick: () => (keyboard.contactButtons?.includes(text) ? send.contact() : send.text(text)),
            },
            text,
          ),
        ),
      ),
    ),
  );
}
