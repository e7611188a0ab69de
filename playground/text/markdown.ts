/** MarkdownV2, with the server's words and byte offsets for faults. */
import { formattedDate } from "./dates.ts";
import type { Entity, FormattedText } from "../messages.ts";
import { badRequest } from "../refusal.ts";
import { beginsCharacter, code, isSpace, unitsOf } from "./bytes.ts";
import { sortEntities } from "./entities.ts";
import { checkedLink, userOfLink } from "./links.ts";
import type { Kind } from "./markdown-marks.ts";
import { endsWith, types } from "./markdown-marks.ts";

interface Open {
  kind: Kind;
  language: string;
  offset: number;
  byteOffset: number;
  resultAt: number;
}

export function parseMarkdownV2(text: string): FormattedText {
  return new MarkdownReader(text).read();
}

function fault(text: string): Error {
  return badRequest(`can't parse entities: ${text}`);
}

class MarkdownReader {
  readonly #text: Buffer;
  #at = 0;
  readonly #result: number[] = [];
  #units = 0;
  readonly #open: Open[] = [];
  readonly #entities: Entity[] = [];
  #inQuote = false;
  #lineBegins = true;

  constructor(text: string) {
    this.#text = Buffer.from(text, "utf8");
  }

  read(): FormattedText {
    for (; this.#at < this.#text.length; this.#at += 1) this.#step();
    this.#endLastQuote();
    const left = this.#open.at(-1);
    if (left) throw this.#noEnd(left);
    return { text: Buffer.from(this.#result).toString("utf8"), entities: sortEntities(this.#entities) };
  }

  #is(offset: number, char: string): boolean {
    return this.#text[this.#at + offset] === code(char);
  }

  #put(byte: number): void {
    if (beginsCharacter(byte)) this.#units += unitsOf(byte);
    this.#result.push(byte);
  }

  #step(): void {
    const byte = this.#text[this.#at] ?? 0;
    const next = this.#text[this.#at + 1] ?? 0;
    if (byte === code("\\") && next > 0 && next <= 126) {
      this.#at += 1;
      this.#put(next);
      if (next !== 13) this.#lineBegins = next === 10;
      return;
    }
    const top = this.#open.at(-1)?.kind;
    const literal = top === "Code" || top === "Pre" || top === "PreCode";
    const char = String.fromCharCode(byte);
    if (!(literal ? "`" : "_*[]()~`>#+-=|{}.!\n").includes(char)) {
      this.#put(byte);
      if (beginsCharacter(byte) && byte !== 13) this.#lineBegins = false;
    } else if (this.#endsEntity(char)) this.#endEntity(char);
    else this.#beginEntity(char);
  }

  #endsEntity(char: string): boolean {
    const top = this.#open.at(-1);
    if (!top) return false;
    if (this.#inQuote && char === "\n" && !this.#is(1, ">")) return true;
    return endsWith(top.kind, this.#text.toString("latin1", this.#at, this.#at + 3));
  }

  #beginEntity(char: string): void {
    const byteOffset = this.#at;
    const open = (kind: Kind, language = "") =>
      this.#open.push({ kind, language, offset: this.#units, byteOffset, resultAt: this.#result.length });
    const reserved = () =>
      fault(`Character '${char}' is reserved and must be escaped with the preceding '\\'`);
    if (char === "_") {
      const double = this.#is(1, "_");
      if (double) this.#at += 1;
      open(double ? "Underline" : "Italic");
    } else if (char === "*") open("Bold");
    else if (char === "~") open("Strikethrough");
    else if (char === "[") open("TextUrl");
    else if (char === "|" && this.#is(1, "|")) {
      this.#at += 1;
      open("Spoiler");
    } else if (char === "!" && this.#is(1, "[")) {
      this.#at += 1;
      open("CustomEmoji");
    } else if (char === "`") {
      if (!this.#is(1, "`") || !this.#is(2, "`")) open("Code");
      else {
        const language = this.#preBegins();
        open(language === "" ? "Pre" : "PreCode", language);
      }
    } else if (char === "\n") {
      this.#put(10);
      this.#lineBegins = true;
    } else if (char === ">" && this.#lineBegins) {
      if (!this.#inQuote) open("BlockQuote");
      this.#inQuote = true;
    } else throw reserved();
  }

  /** Skips the three backticks, an optional language and one line end; returns the language. */
  #preBegins(): string {
    this.#at += 3;
    let end = this.#at;
    while (end < this.#text.length && !isSpace(this.#text[end]) && this.#text[end] !== code("`")) end += 1;
    let language = "";
    if (end !== this.#at && end < this.#text.length && this.#text[end] !== code("`")) {
      language = this.#text.toString("utf8", this.#at, end);
      this.#at = end;
    }
    if (this.#is(0, "\n") || this.#is(0, "\r")) {
      const pair =
        (this.#is(1, "\n") || this.#is(1, "\r")) && this.#text[this.#at] !== this.#text[this.#at + 1];
      this.#at += pair ? 2 : 1;
    }
    this.#at -= 1;
    return language;
  }

  #endEntity(char: string): void {
    let top = this.#open.at(-1);
    if (!top) return;
    let expandable = false;
    if (char === "\n" && top.kind !== "BlockQuote") {
      if (top.kind !== "Spoiler" || top.byteOffset !== this.#at - 2) throw this.#noEnd(top);
      this.#open.pop();
      top = this.#open.at(-1);
      if (top?.kind !== "BlockQuote") throw this.#noEnd(top);
      expandable = true;
    }
    const open = top;
    if (open.kind === "BlockQuote") {
      this.#inQuote = false;
      this.#put(10);
      this.#lineBegins = true;
      this.#add(open, { type: expandable ? "expandable_blockquote" : "blockquote" }, true);
    } else if (open.kind === "TextUrl") this.#endLink(open);
    else if (open.kind === "CustomEmoji") this.#endEmoji(open);
    else {
      this.#at +=
        open.kind === "Underline" || open.kind === "Spoiler" ? 1 : open.kind.startsWith("Pre") ? 2 : 0;
      this.#add(open, { type: types[open.kind], ...(open.language ? { language: open.language } : {}) });
    }
    this.#open.pop();
  }

  #endLink(open: Open): void {
    const own = Buffer.from(this.#result.slice(open.resultAt)).toString("utf8");
    const written = this.#is(1, "(") ? this.#url() : own;
    const userId = userOfLink(written);
    const url = checkedLink(written);
    if (userId !== undefined) this.#add(open, { type: "text_mention", user: { id: userId } });
    else if (url !== undefined) this.#add(open, { type: "text_link", url });
  }

  #endEmoji(open: Open): void {
    if (!this.#is(1, "(")) throw fault("The entity must contain a tg://emoji or tg://time URL");
    const url = new URLSearchParams(/^tg:(?:\/\/)?(?:emoji|time)\/?\?(.*)$/i.exec(this.#url())?.[1] ?? "");
    const id = url.get("id");
    const unix = Number(url.get("unix"));
    const date = formattedDate(unix, url.get("format") ?? "");
    if (id !== null && /^\d+$/.test(id)) this.#add(open, { type: "custom_emoji", custom_emoji_id: id });
    else if (unix > 0 && date) this.#add(open, { type: "date_time", ...date });
    else throw fault("Invalid tg://emoji or tg://time URL specified");
  }

  #url(): string {
    this.#at += 2;
    const begin = this.#at;
    const url: number[] = [];
    while (this.#at < this.#text.length && !this.#is(0, ")")) {
      const next = this.#text[this.#at + 1] ?? 0;
      if (this.#is(0, "\\") && next > 0 && next <= 126) this.#at += 1;
      url.push(this.#text[this.#at] ?? 0);
      this.#at += 1;
    }
    if (!this.#is(0, ")")) throw fault(`Can't find end of a URL at byte offset ${begin}`);
    return Buffer.from(url).toString("utf8");
  }

  #add(open: Open, entity: { type: string } & Partial<Entity>, evenEmpty = false): void {
    const length = this.#units - open.offset;
    if (length > 0 || evenEmpty) this.#entities.push({ ...entity, offset: open.offset, length });
  }

  /** A quote may run to the end of the text; `||` at the very end makes it expandable. */
  #endLastQuote(): void {
    if (!this.#inQuote) return;
    let type = "blockquote";
    const last = this.#open.at(-1);
    if (last?.kind === "Spoiler" && last.byteOffset === this.#text.length - 2) {
      this.#open.pop();
      type = "expandable_blockquote";
    }
    const quote = this.#open.at(-1);
    if (quote?.kind !== "BlockQuote") return;
    this.#add(quote, { type });
    this.#open.pop();
  }

  #noEnd(open: Open | undefined): Error {
    return fault(
      `Can't find end of ${open?.kind ?? "BlockQuote"} entity at byte offset ${open?.byteOffset ?? 0}`,
    );
  }
}
