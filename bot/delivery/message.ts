/** From our message to a call of the Bot API: the only place that knows how a keyboard looks there. */
import { shownLength, textMax } from "../cards/fit.ts";
import { escapeHtml } from "../texts.ts";
import type { Message } from "../work.ts";

export interface Call {
  readonly method: string;
  /** Without `chat_id`. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A message can open only one kind of keyboard: two at once is a bug, thrown. */
export function messageCall(message: Message): Call {
  const markup = markupOf(message);
  return {
    method: "sendMessage",
    payload: {
      text: fitted(message.text),
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
      ...(markup !== undefined && { reply_markup: markup }),
      ...(message.replyTo !== undefined && {
        reply_parameters: { message_id: message.replyTo, allow_sending_without_reply: true },
      }),
      ...(message.silent === true && { disable_notification: true }),
    },
  };
}

/** A text too long for one message, as a preview of sixty suppliers is, loses its last lines rather than its way (F60). */
function fitted(html: string): string {
  if (shownLength(html) <= textMax) return html;
  const kept: string[] = [];
  let room = textMax - 2; // for «…» on a line of its own
  for (const line of html.split("\n")) {
    room -= shownLength(line) + 1;
    if (room < 0) break;
    kept.push(line);
  }
  if (kept.length > 0) return [...kept, "…"].join("\n");
  const letters = Array.from(plainText(html));
  return `${escapeHtml(letters.slice(0, textMax - 1).join(""))}…`;
}

function markupOf(message: Message): object | undefined {
  const placeholder = message.placeholder !== undefined && { input_field_placeholder: message.placeholder };
  const kinds: object[] = [];
  if (message.buttons !== undefined && message.buttons.length > 0)
    kinds.push({ inline_keyboard: message.buttons });
  if (message.requestContact !== undefined)
    kinds.push({
      keyboard: [[{ text: message.requestContact, request_contact: true }], ...(message.keyboard ?? [])],
      resize_keyboard: true,
      ...placeholder,
    });
  else if (message.keyboard !== undefined)
    kinds.push(
      message.keyboard.length === 0
        ? { remove_keyboard: true }
        : {
            keyboard: message.keyboard.map((row) => row.map((text) => ({ text }))),
            resize_keyboard: true,
            is_persistent: true,
            ...placeholder,
          },
    );
  if (message.forceReply === true) kinds.push({ force_reply: true, ...placeholder });
  if (kinds.length > 1) throw new Error(`a message opens two keyboards at once: ${message.text}`);
  return kinds[0];
}

/** The same words without marks, for a call whose HTML was refused (F59). */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
