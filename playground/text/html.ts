/** The HTML of messages, read byte by byte as the server reads it, faults and their byte offsets included (T30). */
import { formattedDate } from "./dates.ts";
import type { Entity, FormattedText } from "../messages.ts";
import { badRequest } from "../refusal.ts";
import { beginsCharacter, code, isAlpha, isDigit, isSpace, lowerAscii, unitsOf } from "./bytes.ts";
import { sortEntities } from "./entities.ts";
import { decodeReference } from "./html-references.ts";
import { checkedLink, userOfLink } from "./links.ts";

const tags = new Set(
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

interface OpenTag {
  name: string;
  /** href, language, emoji id, "1" for an expandable quote, format of a date. */
  argument: string;
  unixTime: number;
  offset: number;
  /** Where the tag's text begins in the result, in bytes. */
  resultAt: number;
}

/** Text and entities of an HTML message; refused with `can't parse entities: …`. */
export function parseHtml(html: string): FormattedText {
  return new HtmlReader(html).read();
}

class HtmlReader {
  readonly #text: Buffer;
  #at = 0;
  #result: number[] = [];
  #units = 0;
  #halfPair = false;
  readonly #open: OpenTag[] = [];
  readonly #entities: Entity[] = [];

  constructor(html: string) {
    // The end is marked by a zero byte, as in the server; a zero inside the text ends nothing, for it isn't at the end.
    this.#text = Buffer.from(`${html}\0`, "utf8");
  }

  read(): FormattedText {
    const end = this.#text.length - 1;
    while (this.#at < end) {
      const byte = this.#byte();
      if (byte === code("&") && this.#reference()) continue;
      if (byte !== code("<")) this.#copy(byte);
      else if (this.#text[this.#at + 1] === code("/")) this.#endTag();
      else this.#startTag();
    }
    const left = this.#open.at(-1);
    if (left) throw fault(`Can't find end tag corresponding to start tag "${left.name}"`);
    if (this.#halfPair) {
      throw fault(
        "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
      );
    }
    // A language belongs to `pre` alone.
    for (const entity of this.#entities) if (entity.type === "code") delete entity["language"];
    return { text: Buffer.from(this.#result).toString("utf8"), entities: sortEntities(this.#entities) };
  }

  #byte(): number {
    return this.#text[this.#at] ?? 0;
  }

  #atEnd(): boolean {
    return this.#at >= this.#text.length - 1;
  }

  #copy(byte: number): void {
    if (beginsCharacter(byte)) this.#units += unitsOf(byte);
    this.#result.push(byte);
    this.#at += 1;
  }

  /** Decodes `&lt;` and the like at the reading position; false when it is nothing known and stays as typed. */
  #reference(): boolean {
    const found = decodeReference(this.#text, this.#at);
    if (!found) return false;
    this.#at = found.end;
    this.#units += found.char > 0xffff ? 2 : 1;
    if (found.char >= 0xd800 && found.char <= 0xdfff) this.#halfPair = true;
    else this.#result.push(...Buffer.from(String.fromCodePoint(found.char), "utf8"));
    return true;
  }

  #skipSpaces(): void {
    while (!this.#atEnd() && isSpace(this.#byte())) this.#at += 1;
  }

  #startTag(): void {
    const begin = this.#at++;
    while (!isSpace(this.#byte()) && this.#byte() !== code(">")) this.#at += 1;
    if (this.#atEnd()) throw fault(`Unclosed start tag at byte offset ${begin}`);
    const name = lowerAscii(this.#slice(begin + 1));
    if (!tags.has(name)) throw fault(`Unsupported start tag "${name}" at byte offset ${begin}`);
    const tag: OpenTag = {
      name,
      argument: "",
      unixTime: 0,
      offset: this.#units,
      resultAt: this.#result.length,
    };
    while (this.#byte() !== code(">")) {
      this.#skipSpaces();
      if (this.#byte() === code(">")) break;
      this.#attribute(tag, begin);
    }
    if (name === "span" && tag.argument !== "spoiler") {
      throw fault(`Tag "span" must have class "tg-spoiler" at byte offset ${begin}`);
    }
    this.#open.push(tag);
    this.#at += 1;
  }

  #attribute(tag: OpenTag, begin: number): void {
    const nameAt = this.#at;
    while (!isSpace(this.#byte()) && !`=>/"'`.includes(String.fromCharCode(this.#byte()))) this.#at += 1;
    const name = this.#slice(nameAt);
    if (name === "") throw fault(`Empty attribute name in the tag "${tag.name}" at byte offset ${begin}`);
    this.#skipSpaces();
    if (this.#byte() !== code("=")) {
      if (this.#atEnd()) throw fault(`Unclosed start tag "${tag.name}" at byte offset ${begin}`);
      if (tag.name === "blockquote" && name === "expandable") tag.argument = "1";
      return;
    }
    this.#at += 1;
    this.#skipSpaces();
    if (this.#atEnd()) throw fault(`Unclosed start tag "${tag.name}" at byte offset ${begin}`);
    const quote = this.#byte();
    const value = quote === code('"') || quote === code("'") ? this.#quoted(quote) : this.#nameToken();
    if (this.#atEnd()) throw fault(`Unclosed start tag at byte offset ${begin}`);
    setArgument(tag, name, value);
  }

  #nameToken(): string {
    const begin = this.#at;
    while (
      isAlpha(this.#byte()) ||
      isDigit(this.#byte()) ||
      ".-".includes(String.fromCharCode(this.#byte()))
    ) {
      this.#at += 1;
    }
    if (!isSpace(this.#byte()) && this.#byte() !== code(">")) {
      throw fault(`Unexpected end of name token at byte offset ${begin}`);
    }
    return lowerAscii(this.#slice(begin));
  }

  #quoted(quote: number): string {
    this.#at += 1;
    const value: number[] = [];
    while (this.#byte() !== quote && !this.#atEnd()) {
      const found = this.#byte() === code("&") ? decodeReference(this.#text, this.#at) : undefined;
      if (found) {
        value.push(...Buffer.from(String.fromCodePoint(found.char), "utf8"));
        this.#at = found.end;
      } else {
        value.push(this.#byte());
        this.#at += 1;
      }
    }
    if (this.#byte() === quote) this.#at += 1;
    return Buffer.from(value).toString("utf8");
  }

  #endTag(): void {
    const begin = this.#at;
    const tag = this.#open.at(-1);
    if (!tag) throw fault(`Unexpected end tag at byte offset ${begin}`);
    this.#at += 1;
    while (!isSpace(this.#byte()) && this.#byte() !== code(">")) this.#at += 1;
    const name = lowerAscii(this.#slice(begin + 2));
    this.#skipSpaces();
    if (this.#byte() !== code(">")) throw fault(`Unclosed end tag at byte offset ${begin}`);
    if (name !== "" && name !== tag.name) {
      throw fault(`Unmatched end tag at byte offset ${begin}, expected "</${tag.name}>", found "</${name}>"`);
    }
    this.#open.pop();
    this.#at += 1;
    if (this.#units > tag.offset) this.#close(tag);
  }

  /** Adds the entity of a closed tag; one without any text was dropped before. */
  #close(tag: OpenTag): void {
    const { offset } = tag;
    const length = this.#units - offset;
    const plain = plainTypes[tag.name];
    if (plain !== undefined) this.#entities.push({ type: plain, offset, length });
    else if (tag.name === "blockquote") {
      this.#entities.push({ type: tag.argument ? "expandable_blockquote" : "blockquote", offset, length });
    } else if (tag.name === "tg-emoji") {
      if (!/^-?\d{1,19}$/.test(tag.argument) || /^-?0+$/.test(tag.argument)) {
        throw fault("Invalid custom emoji identifier specified");
      }
      this.#entities.push({ type: "custom_emoji", offset, length, custom_emoji_id: tag.argument });
    } else if (tag.name === "tg-time") {
      const date = formattedDate(tag.unixTime, tag.argument);
      if (date === undefined) throw fault("Invalid date format used");
      if (tag.unixTime > 0) this.#entities.push({ type: "date_time", offset, length, ...date });
    } else if (tag.name === "a") this.#link(tag, length);
    else this.#codeOrPre(tag, length);
  }

  #link(tag: OpenTag, length: number): void {
    const { offset } = tag;
    const written = tag.argument || Buffer.from(this.#result.slice(tag.resultAt)).toString("utf8");
    const userId = userOfLink(written);
    const url = checkedLink(written);
    if (userId !== undefined) {
      this.#entities.push({ type: "text_mention", offset, length, user: { id: userId } });
    } else if (url !== undefined) this.#entities.push({ type: "text_link", offset, length, url });
  }

  /** `<pre>` and `<code>` of the same extent make one `pre` with a language, whichever is outside. */
  #codeOrPre(tag: OpenTag, length: number): void {
    const { offset, name } = tag;
    const last = this.#entities.at(-1);
    const same = last !== undefined && last.offset === offset && last.length === length;
    if (name === "pre" && same && last.type === "code" && last["language"]) last.type = "pre";
    else if (name === "code" && same && last.type === "pre" && tag.argument) last["language"] = tag.argument;
    else
      this.#entities.push({
        type: name,
        offset,
        length,
        ...(tag.argument ? { language: tag.argument } : {}),
      });
  }

  #slice(from: number): string {
    return this.#text.toString("utf8", from, this.#at);
  }
}

function setArgument(tag: OpenTag, name: string, value: string): void {
  const key = `${tag.name} ${name}`;
  if (key === "a href" || key === "tg-emoji emoji-id" || key === "tg-time format") tag.argument = value;
  else if (key === "code class" && value.startsWith("language-"))
    tag.argument = value.slice("language-".length);
  else if (key === "span class" && value.startsWith("tg-")) tag.argument = value.slice("tg-".length);
  else if (key === "blockquote expandable") tag.argument = "1";
  else if (key === "tg-time unix") tag.unixTime = Number(/^-?\d+/.exec(value)?.[0] ?? 0);
}

function fault(text: string): Error {
  return badRequest(`can't parse entities: ${text}`);
}
