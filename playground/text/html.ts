/** The HTML of messages, read byte by byte as the server reads it, faults and their byte offsets included (T30). */
import type { Entity, FormattedText } from "../messages.ts";
import { beginsCharacter, code, isAlpha, isDigit, isSpace, lowerAscii, unitsOf } from "./bytes.ts";
import { sortEntities } from "./entities.ts";
import { decodeReference } from "./html-references.ts";
import type { OpenTag } from "./html-tags.ts";
import { closeTag, fault, setArgument, tags } from "./html-tags.ts";

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

  #close(tag: OpenTag): void {
    const written = Buffer.from(this.#result.slice(tag.resultAt)).toString("utf8");
    closeTag(tag, this.#units - tag.offset, written, this.#entities);
  }

  #slice(from: number): string {
    return this.#text.toString("utf8", from, this.#at);
  }
}
