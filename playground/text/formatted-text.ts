/** From what a bot or a person wrote to what is stored: parsed, cleaned, trimmed, with entities found. */
import type { Json, JsonObject } from "../json.ts";
import { isObject, textOf } from "../json.ts";
import type { Entity, FormattedText } from "../messages.ts";
import { badRequest } from "../refusal.ts";
import { isWellFormed, lowerAscii } from "./bytes.ts";
import { formattedDate } from "./dates.ts";
import { fixEntities, mergeFound, sortEntities } from "./entities.ts";
import { findEntities } from "./find-entities.ts";
import { parseHtml } from "./html.ts";
import { checkLink } from "./links.ts";
import { parseMarkdownV2 } from "./markdown.ts";
import { parseMarkdown } from "./old-markdown.ts";

/** Raw text with its markup, in bytes. */
const rawBytesMax = 32_768;
const foundBySelf = "mention hashtag cashtag bot_command url email phone_number bank_card_number".split(" ");
const givenTypes =
  "bold italic underline strikethrough spoiler code pre text_link text_mention custom_emoji blockquote expandable_blockquote date_time".split(
    " ",
  );

/** First step, before the chat is looked at: length of the raw text, parse mode, markup, given entities. */
export function parseText(text: string, parseMode: string, entities: Json | undefined): FormattedText {
  if (Buffer.byteLength(text) > rawBytesMax) throw badRequest("Text is too long");
  const mode = lowerAscii(parseMode);
  if (text !== "" && mode !== "" && mode !== "none") {
    if (mode === "html") return parsed(text, parseHtml);
    if (mode === "markdownv2") return parsed(text, parseMarkdownV2);
    if (mode === "markdown") return parsed(text, parseMarkdown);
    throw badRequest("Unsupported parse_mode");
  }
  return { text, entities: Array.isArray(entities) ? entities.flatMap(givenEntity) : [] };
}

function parsed(text: string, parse: (text: string) => FormattedText): FormattedText {
  if (!isWellFormed(text)) throw badRequest("Strings must be encoded in UTF-8");
  return parse(text);
}

function givenEntity(value: Json): Entity[] {
  const fail = (reason: string) => badRequest(`Can't parse MessageEntity: ${reason}`);
  if (!isObject(value)) throw fail("expected an Object");
  const { offset, length, type } = value;
  if (typeof offset !== "number") throw fail(`Can't find field "offset"`);
  if (typeof length !== "number") throw fail(`Can't find field "length"`);
  if (typeof type !== "string") throw fail(`Can't find field "type"`);
  if (type === "") throw fail("Type is not specified");
  if (foundBySelf.includes(type)) return [];
  if (!givenTypes.includes(type)) throw fail("Unsupported type specified");
  return [{ type, offset, length, ...argumentOf(type, value, fail) }];
}

function argumentOf(type: string, value: JsonObject, fail: (reason: string) => Error): JsonObject {
  const { language, url, user, custom_emoji_id, unix_time, date_time_format } = value;
  if (type === "pre" && typeof language === "string" && language !== "") return { language };
  if (type === "text_link") {
    if (typeof url !== "string") throw fail(`Can't find field "url"`);
    const link = checkLink(url);
    if (link.kind === "wrong") throw badRequest(`Entity ${link.reason}`);
    return { url: link.url };
  }
  if (type === "text_mention") {
    if (!isObject(user) || typeof user["id"] !== "number") throw fail(`Can't find field "user"`);
    return { user: { id: user["id"] } };
  }
  if (type === "custom_emoji") {
    if (!/^\d+$/.test(textOf(custom_emoji_id))) throw fail(`Can't find field "custom_emoji_id"`);
    return { custom_emoji_id: textOf(custom_emoji_id) };
  }
  if (type === "date_time") {
    const date = formattedDate(
      Number(unix_time),
      typeof date_time_format === "string" ? date_time_format : "",
    );
    if (date === undefined) throw fail("Invalid date-time format specified");
    return date;
  }
  return {};
}

/**
 * Second step: control characters become spaces, `\r` goes, ends are trimmed, entities are put in order and found ones
 * added. Refused when nothing is left, unless `allowEmpty` (captions).
 */
export function finishText(given: FormattedText, allowEmpty: boolean): FormattedText {
  if (!isWellFormed(given.text)) throw badRequest("Strings must be encoded in UTF-8");
  for (const { offset, length } of given.entities) {
    if (offset < 0 || offset > 1_000_000)
      throw badRequest(`Receive an entity with incorrect offset ${offset}`);
    if (length < 0 || length > 1_000_000)
      throw badRequest(`Receive an entity with incorrect length ${length}`);
  }
  const cleaned = clean(given.text, fixEntities(given.entities.filter((entity) => entity.length > 0)));
  const { text, entities } = trim(cleaned);
  if (text === "") {
    if (allowEmpty) return { text: "", entities: [] };
    throw badRequest("Text must be non-empty");
  }
  return { text, entities: mergeFound(fixEntities(entities), findEntities(text)) };
}

/** Characters that Telegram removes: carriage returns, invisible formatting marks, marks that draw over other lines. */
const removed = /\r|[\u2028-\u202e]|\u0333|\u033f|\u030a/;
// oxlint-disable-next-line no-control-regex -- exactly the characters that become spaces
const becomesSpace = /[\u0000-\u0009\u000b\u000c\u000e-\u001f]/;

function clean(text: string, entities: readonly Entity[]): FormattedText {
  let result = "";
  /** For every old offset, how many units were removed before it. */
  const shift: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    shift.push(at - result.length);
    if (becomesSpace.test(char)) result += " ";
    else if (!removed.test(char)) result += char;
  }
  shift.push(text.length - result.length);
  const moved = entities.map((entity) => {
    const end = entity.offset + entity.length;
    if (entity.offset > text.length) {
      throw badRequest(`Entity begins after the end of the text at UTF-16 offset ${entity.offset}`);
    }
    if (end > text.length) {
      throw badRequest(
        `Entity beginning at UTF-16 offset ${entity.offset} ends after the end of the text at UTF-16 offset ${end}`,
      );
    }
    const offset = entity.offset - (shift[entity.offset] ?? 0);
    return { ...entity, offset, length: end - (shift[end] ?? 0) - offset };
  });
  return { text: result, entities: moved.filter((entity) => entity.length > 0) };
}

function trim({ text, entities }: FormattedText): FormattedText {
  const end = text.length - (/[ \n]*$/.exec(text)?.[0].length ?? 0);
  const kept = sortEntities(
    entities
      .filter((entity) => entity.offset < end)
      .map((entity) => ({ ...entity, length: Math.min(entity.length, end - entity.offset) })),
  );
  const spaces = /^[ \n]*/.exec(text.slice(0, end))?.[0].length ?? 0;
  // Leading space that stands inside an entity stays.
  const begin = Math.min(spaces, kept[0]?.offset ?? end);
  return {
    text: text.slice(begin, end),
    entities: kept.map((entity) => ({ ...entity, offset: entity.offset - begin })),
  };
}
