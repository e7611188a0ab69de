/** The checks of markup once the chat is known: what is dropped, what is refused, by the server and behind it. */
import type { ReplyButton } from "./chats.ts";
import { choices } from "./choices.ts";
import type { Json } from "./json.ts";
import { isObject, textOf } from "./json.ts";
import type { Markup } from "./markup.ts";
import type { InlineButton } from "./messages.ts";
import { badRequest } from "./refusal.ts";
import { isWellFormed } from "./text/bytes.ts";
import { checkLink, userOfLink } from "./text/links.ts";

export interface MarkupContext {
  privateChat: boolean;
  /** The test environment takes plain http for Mini Apps. */
  test: boolean;
}

const rowMax = 12;
const allMax = 300;
const callbackBytesMax = 64;
const copyTextMax = 256;

/**
 * Empty buttons and those over 12 in a row or 300 in all are dropped silently,
 * links are checked. Undefined when nothing is left.
 */
export function checkMarkup(markup: Markup | undefined, where: MarkupContext): Markup | undefined {
  if (markup?.kind === "inline") {
    const rows = fitting(markup.rows).map((row) => row.map((button) => checkedInline(button, where)));
    return rows.length === 0 ? undefined : { ...markup, rows };
  }
  if (markup?.kind === "keyboard") {
    const rows = fitting(markup.rows);
    for (const button of rows.flat()) checkReplyButton(button, where);
    return rows.length === 0 ? undefined : { ...markup, rows };
  }
  return markup;
}

function fitting<T extends { text: string; icon_custom_emoji_id?: Json }>(rows: readonly T[][]): T[][] {
  let left = allMax;
  return rows
    .map((row) => {
      const kept = row
        .filter((button) => button.text !== "" || button.icon_custom_emoji_id !== undefined)
        .slice(0, Math.min(rowMax, left));
      left -= kept.length;
      return kept;
    })
    .filter((row) => row.length > 0);
}

function checkReplyButton(button: ReplyButton, { privateChat, test }: MarkupContext): void {
  if (!isWellFormed(button.text)) throw badRequest("Keyboard button text must be encoded in UTF-8");
  if (button.webAppUrl !== undefined) {
    if (!privateChat) throw badRequest("Web App buttons can be used in private chats only");
    const link = checkLink(button.webAppUrl, test ? "http" : "https");
    if (link.kind === "wrong") throw badRequest(`Keyboard button Web App ${link.reason}`);
  }
  if (privateChat) return;
  if (button.requestContact) throw badRequest("Phone number can be requested in private chats only");
  if (button.requestLocation) throw badRequest("Location can be requested in private chats only");
}

function checkedInline(button: InlineButton, { test }: MarkupContext): InlineButton {
  if (!isWellFormed(button.text)) throw badRequest("Inline keyboard button text must be encoded in UTF-8");
  // An icon without a word is taken by the first check and refused by the second.
  if (button.text === "") throw badRequest("Inline keyboard button text must be non-empty");
  const { url, web_app } = button;
  if (typeof url === "string" && userOfLink(url) === undefined) {
    const link = checkLink(url);
    if (link.kind === "wrong") throw badRequest(`Inline keyboard button ${link.reason}`);
    return { ...button, url: link.url };
  }
  if (isObject(web_app)) {
    const appUrl = textOf(web_app["url"]);
    if (userOfLink(appUrl) !== undefined)
      throw badRequest("Link to a user can't be used in Web App URL buttons");
    const link = checkLink(appUrl, test ? "http" : "https");
    if (link.kind === "wrong") throw badRequest(`Inline keyboard button Web App ${link.reason}`);
  }
  return button;
}

/** Last step, what the closed backend refuses: data over 64 bytes, wrong kinds of buttons, too much markup. */
export function checkAtBackend(markup: Markup | undefined, { privateChat }: MarkupContext): void {
  if (markup?.kind !== "inline") return;
  const buttons = markup.rows.flat();
  for (const { callback_data, copy_text } of buttons) {
    if (typeof callback_data === "string" && Buffer.byteLength(callback_data) > callbackBytesMax) {
      throw badRequest("BUTTON_DATA_INVALID");
    }
    const copied = isObject(copy_text) ? textOf(copy_text["text"]) : undefined;
    if (copied !== undefined && (copied === "" || copied.length > copyTextMax)) {
      throw badRequest("BUTTON_COPY_TEXT_INVALID");
    }
  }
  if (!privateChat && buttons.some((button) => button["web_app"] !== undefined))
    throw badRequest("BUTTON_TYPE_INVALID");
  const bytes = Buffer.byteLength(JSON.stringify(markup.rows));
  if (buttons.length > choices.inlineButtonsMax || bytes > choices.inlineMarkupBytesMax) {
    throw badRequest("REPLY_MARKUP_TOO_LONG");
  }
}
