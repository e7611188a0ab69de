/** Refusals of a file that is named by its file_id or not at all; those of uploads are scenes. */
import type { Probe } from "./stage.ts";
import { bad } from "./stage.ts";

const photo =
  (file: string) =>
  ({ chat_id }: { chat_id: number }) => ({ chat_id, photo: file });
const album =
  (media: unknown) =>
  ({ chat_id }: { chat_id: number }) => ({ chat_id, media });

export const fileRefusals: Probe[] = [
  [bad("there is no photo in the request"), "sendPhoto", ({ chat_id }) => ({ chat_id })],
  [bad("there is no document in the request"), "sendDocument", ({ chat_id }) => ({ chat_id })],
  [
    bad("wrong remote file identifier specified: can't unserialize it. Wrong last symbol"),
    "sendPhoto",
    ({ chat_id }) => ({ chat_id, photo: "AgACAgIAAxkBAAIBY2" }),
  ],
  [
    bad("wrong file identifier/HTTP URL specified"),
    "sendPhoto",
    // A file_id as this server makes them, but of another bot.
    ({ chat_id }) => ({
      chat_id,
      photo: Buffer.concat([Buffer.alloc(33), Buffer.from([4])]).toString("base64url"),
    }),
  ],
  [
    bad("can't use file of type Photo as Document"),
    "sendDocument",
    ({ chat_id, photoId }) => ({ chat_id, document: photoId }),
  ],
  [
    bad("can't use file of type Document as Photo"),
    "sendPhoto",
    ({ chat_id, documentId }) => ({ chat_id, photo: documentId }),
  ],
  [
    bad("failed to get HTTP URL content"),
    "sendPhoto",
    ({ chat_id }) => ({ chat_id, photo: "https://a.ru/a.jpg" }),
  ],
  [bad("file_id not specified"), "getFile", () => ({})],
  [bad("invalid file_id"), "getFile", () => ({ file_id: "x" })],
  [
    bad("too many messages to send as an album"),
    "sendMediaGroup",
    ({ chat_id, photoId }) => ({ chat_id, media: Array(11).fill({ type: "photo", media: photoId }) }),
  ],
  [bad("there are no messages to send"), "sendMediaGroup", ({ chat_id }) => ({ chat_id, media: [] })],
  [
    bad("document can't be mixed with other media types"),
    "sendMediaGroup",
    ({ chat_id, photoId, documentId }) => ({
      chat_id,
      media: [
        { type: "photo", media: photoId },
        { type: "document", media: documentId },
      ],
    }),
  ],
  [
    bad(`can't parse InputMedia: type "animation" can't be used in sendMediaGroup`),
    "sendMediaGroup",
    ({ chat_id, documentId }) => ({ chat_id, media: [{ type: "animation", media: documentId }] }),
  ],
  [
    bad("can't parse InputMedia: media not found"),
    "sendMediaGroup",
    ({ chat_id }) => ({ chat_id, media: [{ type: "photo" }] }),
  ],
  [bad("there is no audio in the request"), "sendAudio", ({ chat_id }) => ({ chat_id })],
  [bad("there is no video in the request"), "sendVideo", ({ chat_id }) => ({ chat_id })],
  [bad("there is no voice in the request"), "sendVoice", ({ chat_id }) => ({ chat_id })],
  [bad("there is no animation in the request"), "sendAnimation", ({ chat_id }) => ({ chat_id })],
  [bad("wrong remote file identifier specified: Wrong string length"), "sendPhoto", photo("A")],
  [bad("wrong remote file identifier specified: Wrong character in the string"), "sendPhoto", photo("не то")],
  [
    bad("wrong remote file identifier specified: can't unserialize it"),
    "sendPhoto",
    photo(Buffer.from([1, 2, 4]).toString("base64url")),
  ],
  [
    bad("invalid file HTTP URL 'http://a.ru:x/' is invalid: Wrong port number specified in the URL"),
    "sendPhoto",
    photo("http://a.ru:x/"),
  ],
  [bad("expected an Array of InputMedia"), "sendMediaGroup", album({})],
  [bad("can't parse media JSON object"), "sendMediaGroup", album("[")],
  [bad("can't parse InputMedia: expected an Object"), "sendMediaGroup", album([1])],
  [bad(`can't parse InputMedia: Can't find field "type"`), "sendMediaGroup", album([{}])],
  [
    bad(`can't parse InputMedia: type "sticker" is unsupported`),
    "sendMediaGroup",
    album([{ type: "sticker", media: "x" }]),
  ],
  [
    bad("audio can't be mixed with other media types"),
    "sendMediaGroup",
    ({ chat_id, photoId, audioId }) => ({
      chat_id,
      media: [
        { type: "photo", media: photoId },
        { type: "audio", media: audioId },
      ],
    }),
  ],
  [
    bad("parameter show_caption_above_media must be the same for all messages"),
    "sendMediaGroup",
    ({ chat_id, photoId }) => ({
      chat_id,
      media: [
        { type: "photo", media: photoId },
        { type: "photo", media: photoId, show_caption_above_media: true },
      ],
    }),
  ],
];
