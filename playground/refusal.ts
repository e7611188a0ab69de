/** The words with which Telegram refuses a call, formed by the rules of the official server. */
import type { JsonObject } from "./json.ts";

/**
 * A refused call. It is thrown, not returned, because the official server leaves a call at its first fault from
 * any depth; the one place that catches it is the dispatcher of calls.
 */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: JsonObject | undefined;

  constructor(code: number, description: string, parameters?: JsonObject) {
    super(description);
    this.name = "Refusal";
    this.code = code;
    this.parameters = parameters;
  }
}

/** Texts of the closed backend that the server replaces by words of its own. */
const replaced = new Map<string, { code?: 403; text: string }>([
  [
    "MESSAGE_NOT_MODIFIED",
    {
      text: "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    },
  ],
  ["WC_CONVERT_URL_INVALID", { text: "Wrong HTTP URL specified" }],
  ["EXTERNAL_URL_INVALID", { text: "Wrong HTTP URL specified" }],
  ["WEBPAGE_CURL_FAILED", { text: "Failed to get HTTP URL content" }],
  ["WEBPAGE_MEDIA_EMPTY", { text: "Wrong type of the web page content" }],
  ["MEDIA_GROUPED_INVALID", { text: "Can't use the media of the specified type in the album" }],
  ["REPLY_MARKUP_TOO_LONG", { text: "reply markup is too long" }],
  ["INPUT_USER_DEACTIVATED", { code: 403, text: "Forbidden: user is deactivated" }],
  ["USER_IS_BLOCKED", { code: 403, text: "bot was blocked by the user" }],
  ["USER_ADMIN_INVALID", { text: "user is an administrator of the chat" }],
  ["QUERY_ID_INVALID", { text: "query is too old and response timeout expired or query ID is invalid" }],
  ["MESSAGE_DELETE_FORBIDDEN", { text: "message can't be deleted" }],
  ["PEER_ID_INVALID", { code: 403, text: "bot can't initiate conversation with a user" }],
  ["CHAT_FORWARDS_RESTRICTED", { text: "message has protected content and can't be forwarded" }],
  ["MEDIA_EMPTY", { text: "wrong file identifier/HTTP URL specified" }],
]);

const prefixes: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  500: "Internal Server Error",
};

/**
 * A refusal worded as the server words it: the prefix of the code in front unless already there, the first letter
 * lower-cased unless the second character is `_` or a capital (so `BUTTON_DATA_INVALID` stays).
 */
export function refusal(code: number, text: string, parameters?: JsonObject): Refusal {
  const known = replaced.get(text);
  const shownCode = known?.code ?? code;
  const shownText = known?.text ?? text;
  const prefix = prefixes[shownCode];
  if (prefix === undefined || shownText.startsWith(prefix))
    return new Refusal(shownCode, shownText, parameters);
  return new Refusal(shownCode, `${prefix}: ${lowerFirst(shownText)}`, parameters);
}

/** `refusal(400, …)`, the commonest. */
export function badRequest(text: string, parameters?: JsonObject): Refusal {
  return refusal(400, text, parameters);
}

/** 429 with the seconds to wait in text, parameters and (by the transport) header. */
export function tooManyRequests(retryAfterSeconds: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${retryAfterSeconds}`, {
    retry_after: retryAfterSeconds,
  });
}

function lowerFirst(text: string): string {
  const second = text[1];
  if (second !== undefined && (second === "_" || (second >= "A" && second <= "Z"))) return text;
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
