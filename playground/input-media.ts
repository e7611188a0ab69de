/** InputMedia objects, as they stand in albums and in editMessageMedia. */
import type { Call } from "./call.ts";
import type { InputFile, MediaKind } from "./input-files.ts";
import { inputFile } from "./input-files.ts";
import type { Json, JsonObject } from "./json.ts";
import { isObject, textOf } from "./json.ts";
import type { Captioned } from "./messages.ts";
import { leadingInteger } from "./params.ts";
import { Refusal, badRequest } from "./refusal.ts";
import { parseText } from "./text/formatted-text.ts";

export interface InputMedia {
  kind: MediaKind;
  file: InputFile;
  /** The caption parsed, not yet cleaned. */
  words: Captioned;
  durationS: number;
}

const kinds: readonly MediaKind[] = ["photo", "video", "animation", "audio", "document"];

/** One InputMedia; faults are worded with `can't parse InputMedia` in front. */
export function readInputMedia(call: Call, value: Json, forAlbum: boolean): InputMedia {
  try {
    return read(call, value, forAlbum);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw badRequest(`Can't parse InputMedia: ${error.message.replace(/^Bad Request: /, "")}`);
  }
}

/** A fault inside, whose first letter stays as it is because words stand in front of it. */
const fault = (text: string) => new Refusal(400, text);

function read(call: Call, value: Json, forAlbum: boolean): InputMedia {
  if (!isObject(value)) throw fault("expected an Object");
  const caption = captionOf(value);
  const type = value["type"];
  if (typeof type !== "string") throw fault(`Can't find field "type"`);
  const file = inputFile(call.params, "", textOf(value["media"]));
  if (!file) throw fault("media not found");
  const kind = kinds.find((known) => known === type);
  if (!kind) throw fault(`type "${type}" is unsupported`);
  if (kind === "animation" && forAlbum) throw fault(`type "${type}" can't be used in sendMediaGroup`);
  const words = {
    caption,
    ...(value["show_caption_above_media"] === true ? { above: true } : {}),
    ...(value["has_spoiler"] === true ? { spoiler: true } : {}),
  };
  return { kind, file, words, durationS: leadingInteger(textOf(value["duration"])) };
}

function captionOf(value: JsonObject): Captioned["caption"] {
  return parseText(textOf(value["caption"]), textOf(value["parse_mode"]), value["caption_entities"]);
}
