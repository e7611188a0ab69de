/** What the server finds in a text by itself: mentions, commands, hashtags, cashtags, addresses, letters' addresses, phones. */
import { choices } from "../choices.ts";
import type { Entity } from "../messages.ts";
import { sortEntities } from "./entities.ts";
import { findUrls } from "./find-urls.ts";

const word = String.raw`[\p{L}\p{N}_]`;
const tagLetter = String.raw`[\p{L}\p{Nd}_\u200c\u00b7\u0d80-\u0dff]`;

const mention = new RegExp(`(?<!${word})@([A-Za-z0-9_]{2,32})(?!${word})`, "gu");
const command = new RegExp(
  `(?<!${word}|[/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?!${word}|[/<>@])`,
  "gu",
);
const hashtag = new RegExp(
  `(?<!${tagLetter})#${tagLetter}{1,256}(?:@[A-Za-z0-9_]{3,32})?(?!${tagLetter}*#)`,
  "gu",
);
const cashtag = new RegExp(
  `(?<![$]|${tagLetter})\\$(?:1INCH|[A-Z]{1,8})(?:@[A-Za-z0-9_]{3,32})?(?![$]|${tagLetter})`,
  "gu",
);

/** Names shorter than four letters that mention somebody all the same. */
const shortNames = new Set(["gif", "nft", "pic", "ufc", "vid"]);

/** Entities in UTF-16 units, sorted, none crossing another. */
export function findEntities(text: string): Entity[] {
  const found: Entity[] = [];
  const add = (type: string, matches: Iterable<RegExpExecArray>) => {
    for (const match of matches) found.push({ type, offset: match.index, length: match[0].length });
  };
  const mentions = [...text.matchAll(mention)].filter(
    ([, name = ""]) => name.length >= 4 || shortNames.has(name.toLowerCase()),
  );
  add("mention", mentions);
  add("bot_command", text.matchAll(command));
  add(
    "hashtag",
    [...text.matchAll(hashtag)].filter(([tag]) => /\p{L}/u.test(tag.split("@")[0] ?? "")),
  );
  add("cashtag", text.matchAll(cashtag));
  add("phone_number", text.matchAll(choices.phoneNumber));
  for (const { at, address, isEmail } of findUrls(text)) {
    found.push({ type: isEmail ? "email" : "url", offset: at, length: address.length });
  }
  let end = 0;
  return sortEntities(found).filter((entity) => {
    if (entity.offset < end) return false;
    end = entity.offset + entity.length;
    return true;
  });
}
