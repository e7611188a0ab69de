/**
 * What Telegram publishes nowhere, and what the embedded server does about it: every choice, in this one place.
 *
 * Choices without a number:
 * - a second answer to one press is refused with the words for one that comes too late;
 * - of several backend faults in one call the size of callback data is named first;
 * - an inline keyboard that carried `force_reply` (10.3) may be edited;
 * - editing a message of a person who stopped the bot is refused like sending to him, deleting it is not;
 * - a file given by URL is not fetched, since nothing leaves this machine: the answer is that of an unreachable host;
 * - webhooks are those of a self-hosted server in local mode: plain http, any port, any address;
 * - `logOut` lasts until the chats are reset;
 * - `GET /` and `/playground/…` are the page, every other path is as on the real server;
 * - endings that make a bare name an address are those of `text/domains.ts`, not all that are registered.
 */

const secondMs = 1000;
const hourMs = 3600 * secondMs;

export const choices = {
  /** How long a press may be answered; measured by others as about 15 s. */
  pressAnswerMs: 15 * secondMs,
  /** A document above this many bytes is refused with 413 `Request Entity Too Large`. */
  documentBytesMax: 50 * 1024 * 1024,
  /** The status of a file link with a wrong token, `Not Found` (401 has been seen as well). */
  wrongTokenOnFileLink: 404,
  /** A link of getFile is promised for at least an hour; here it lives exactly this long after the call. */
  fileLinkMs: hourMs,
  /** Flood limits are the published ones as token buckets, and off unless asked for. */
  flood: { perChatPerSecond: 1, perChatBurst: 20, perGroupPerMinute: 20, perSecond: 30 },
  /** More inline buttons than this, or more bytes of JSON, is `reply markup is too long`. */
  inlineButtonsMax: 100,
  inlineMarkupBytesMax: 10_240,
  /** More buttons in a row than this are taken as they are, but advised against in the log of calls. */
  inlineButtonsInRowAdvised: 8,
  /** Longest sides of the sizes made of an uploaded photo, as far as the original reaches. */
  photoSides: [90, 320, 800, 1280],
  /** Phone numbers in texts are found by the closed backend; here: a plus sign and 10–15 digits with usual separators. */
  phoneNumber: /(?<![\p{L}\p{N}_+])\+\d(?:[ ()-]{0,2}\d){9,14}(?![\p{L}\p{N}_])/gu,
  /** The log of calls and the stream of page events keep this many newest entries. */
  callsKept: 20_000,
  eventsKept: 2_000,
  /** Words of the closed backend that stand in no source and on no page that we know of: written from memory. */
  wordsFromMemory: [
    "BOT_COMMANDS_TOO_MUCH",
    "BOT_COMMAND_DESCRIPTION_INVALID",
    "BUTTON_COPY_TEXT_INVALID",
    "MESSAGE_ID_INVALID",
    "REACTIONS_TOO_MANY",
    "REACTION_INVALID",
  ],
} as const;
