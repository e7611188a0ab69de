/** The grid of buttons under the input line: each sends its own words, or the person's contact; it can be put away. */

import { el, iconButton } from "./element.js";
import { t } from "./words.js";

/**
 * @import { Chat, ReplyKeyboard } from "./contract.d.ts"
 * @typedef {{ text: (text: string) => void, contact: () => void }} Senders
 */

/** @param {ReplyKeyboard} keyboard @param {Senders} send */
function grid(keyboard, send) {
  /** @param {string} text */
  const act = (text) => (keyboard.contactButtons?.includes(text) ? send.contact() : send.text(text));
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
            { type: "button", class: "reply-button", "data-label": text, onclick: () => act(text) },
            text,
          ),
        ),
      ),
    ),
  );
}

/**
 * The place for the keyboard and the button that shows and hides it.
 * @param {() => Chat} chat whose keyboard it is @param {Senders} send @param {() => void} changed
 */
export function replyKeyboard(chat, send, changed) {
  const place = el("div", { class: "keyboard-place" });
  const toggle = iconButton("keyboard", t("showKeyboard"), () => {
    chat().draft.keyboardHidden = !chat().draft.keyboardHidden;
    changed();
  });
  /** @type {ReplyKeyboard | null | undefined} */
  let drawn;

  function refresh() {
    const { keyboard, draft } = chat();
    if (keyboard !== drawn) {
      // A new keyboard comes up by itself, even where the person had put the last one away.
      if (drawn !== undefined) draft.keyboardHidden = false;
      drawn = keyboard;
      place.replaceChildren(...(keyboard ? [grid(keyboard, send)] : []));
    }
    const hidden = draft.keyboardHidden || draft.trayOpen;
    place.hidden = !keyboard || hidden;
    toggle.hidden = !keyboard;
    toggle.title = hidden ? t("showKeyboard") : t("hideKeyboard");
    toggle.setAttribute("aria-label", toggle.title);
    toggle.setAttribute("aria-expanded", String(!hidden));
  }
  return { place, toggle, refresh };
}
