/** The tags of Telegram's HTML, and the entities that they become. */
import type { Entity } from "../messages.ts";
import { badRequest } from "../refusal.ts";
import { formattedDate } from "./dates.ts";
import { checkedLink, userOfLink } from "./links.ts";

export const tags = new Set(
  "a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote".split(" "),
);

const plainTypes: Readonly<Record<string, string>> = {
  i: "italic",
  em: "italic",
  b: "bold",
  strong: "bold",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  u: "underline",
  ins: "underline",
  "tg-spoiler": "spoiler",
  span: "spoiler",
};

export interface OpenTag {
  name: string;
  /** href, language, emoji id, "1" for an expandable quote, format of a date. */
  argument: string;
  unixTime: number;
  offset: number;
  /** Where the tag's text begins in the result, in bytes. */
  resultAt: number;
}

export function fault(text: string): Error {
  return badRequest(`can't parse entities: ${text}`);
}

/** Takes an attribute that means something to its tag; all others are ignored. */
export function setArgument(tag: OpenTag, name: string, value: string): void {
  const key = `${tag.name} ${name}`;
  if (key === "a href" || key === "tg-emoji emoji-id" || key === "tg-time format") tag.argument = value;
  else if (key === "code class" && value.startsWith("language-"))
    tag.argument = value.slice("language-".length);
  else if (key === "span class" && value.startsWith("tg-")) tag.argument = value.slice("tg-".length);
  else if (key === "blockquote expandable") tag.argument = "1";
  else if (key === "tg-time unix") tag.unixTime = Number(/^-?\d+/.exec(value)?.[0] ?? 0);
}

/** Adds the entity of a closed tag that holds `length` units of text. */
export function closeTag(tag: OpenTag, length: number, inner: string, entities: Entity[]): void {
  const { offset } = tag;
  const plain = plainTypes[tag.name];
  if (plain !== undefined) entities.push({ type: plain, offset, length });
  else if (tag.name === "blockquote") {
    entities.push({ type: tag.argument ? "expandable_blockquote" : "blockquote", offset, length });
  } else if (tag.name === "tg-emoji") {
    if (!/^-?\d{1,19}$/.test(tag.argument) || /^-?0+$/.test(tag.argument)) {
      throw fault("Invalid custom emoji identifier specified");
    }
    entities.push({ type: "custom_emoji", offset, length, custom_emoji_id: tag.argument });
  } else if (tag.name === "tg-time") {
    const date = formattedDate(tag.unixTime, tag.argument);
    if (date === undefined) throw fault("Invalid date format used");
    if (tag.unixTime > 0) entities.push({ type: "date_time", offset, length, ...date });
  } else if (tag.name === "a") closeLink(tag, length, inner, entities);
  else closeCodeOrPre(tag, length, entities);
}

function closeLink(tag: OpenTag, length: number, inner: string, entities: Entity[]): void {
  const { offset } = tag;
  const written = tag.argument || inner;
  const userId = userOfLink(written);
  const url = checkedLink(written);
  if (userId !== undefined) {
    entities.push({ type: "text_mention", offset, length, user: { id: userId } });
  } else if (url !== undefined) entities.push({ type: "text_link", offset, length, url });
}

/** `<pre>` and `<code>` of the same extent make one `pre` with a language, whichever is outside. */
function closeCodeOrPre(tag: OpenTag, length: number, entities: Entity[]): void {
  const { offset, name } = tag;
  const last = entities.at(-1);
  const same = last !== undefined && last.offset === offset && last.length === length;
  if (name === "pre" && same && last.type === "code" && last["language"]) last.type = "pre";
  else if (name === "code" && same && last.type === "pre" && tag.argument) last["language"] = tag.argument;
  else
    entities.push({
      type: name,
      offset,
      length,
      ...(tag.argument ? { language: tag.argument } : {}),
    });
}
