/** The older Markdown, kept for bots that still write it. */
import type { Entity, FormattedText } from "../messages.ts";
import { badRequest } from "../refusal.ts";
import { sortEntities } from "./entities.ts";
import { checkedLink, userOfLink } from "./links.ts";

/** The older Markdown: `*bold*`, `_italic_`, `[text](url)`, code; nothing nests, a backslash escapes `_*\`[`. */
export function parseMarkdown(text: string): FormattedText {
  let result = "";
  const entities: Entity[] = [];
  const bytesAt = (at: number) => Buffer.byteLength(text.slice(0, at));
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "\\" && "_*`[".includes(text.charAt(at + 1)) && at + 1 < text.length) {
      result += text.charAt(++at);
      continue;
    }
    if (!"_*`[".includes(char)) {
      result += char;
      continue;
    }
    const begin = at;
    const pre = text.startsWith("```", at);
    const closing = pre ? "```" : char === "[" ? "]" : char;
    const language = pre ? (/^```([^\s`]+)\s/.exec(text.slice(at))?.[1] ?? "") : "";
    const from = at + (pre ? 3 + language.length : 1);
    const end = text.indexOf(closing, from);
    if (end < 0)
      throw badRequest(
        `can't parse entities: Can't find end of the entity starting at byte offset ${bytesAt(begin)}`,
      );
    const inner = pre ? text.slice(from, end).replace(/^(\r\n|\n\r|\n|\r)/, "") : text.slice(from, end);
    at = end + closing.length - 1;
    const entity = { offset: result.length, length: inner.length };
    result += inner;
    if (char === "[") {
      if (text.charAt(at + 1) !== "(") continue;
      const urlEnd = text.indexOf(")", at + 2);
      const written = text.slice(at + 2, urlEnd < 0 ? undefined : urlEnd);
      at = urlEnd < 0 ? text.length : urlEnd;
      const userId = userOfLink(written);
      const url = checkedLink(written);
      if (inner === "") continue;
      if (userId !== undefined) entities.push({ type: "text_mention", ...entity, user: { id: userId } });
      else if (url !== undefined) entities.push({ type: "text_link", ...entity, url });
    } else if (inner !== "") {
      const type = pre ? "pre" : char === "*" ? "bold" : char === "_" ? "italic" : "code";
      entities.push({ type, ...entity, ...(language ? { language } : {}) });
    }
  }
  return { text: result, entities: sortEntities(entities) };
}
