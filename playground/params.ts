/** The parameters of one call as the methods read them: lenient where the server is lenient, strict where it is strict. */
import { isUtf8 } from "node:buffer";
import type { Json, JsonObject, Param } from "./json.ts";
import { parseJson, readJsonFields } from "./json.ts";
import type { Upload } from "./multipart.ts";
import { readMultipart } from "./multipart.ts";
import { Refusal, badRequest } from "./refusal.ts";

/** All parameters of a call together, in bytes. */
const parametersBytesMax = 1024 * 1024;

/** Bytes that are no UTF-8 become half surrogates, which every check of a text refuses. */
const notUtf8 = "\udcff";

export class Params {
  readonly #args = new Map<string, Param>();
  readonly #uploads: Upload[] = [];

  /** The first value of a name wins. */
  add(name: string, value: Param): void {
    if (!this.#args.has(name)) this.#args.set(name, value);
  }

  addUpload(upload: Upload): void {
    this.#uploads.push(upload);
  }

  has(name: string): boolean {
    return this.#args.has(name);
  }

  /** The value as text, empty when absent. */
  text(name: string): string {
    return this.#args.get(name)?.text ?? "";
  }

  /** A text that may not be missing. */
  required(name: string): string {
    const text = this.text(name);
    if (text === "") throw badRequest(`Parameter "${name}" is required`);
    return text;
  }

  /** `true`, `yes`, `1` in any case; everything else is false. */
  flag(name: string): boolean {
    return isTrue(this.text(name));
  }

  /** A whole number, clamped and never refused; a text that is no number counts as 0. */
  integer(name: string, absent: number, min: number, max: number): number {
    const text = this.text(name);
    const value = text === "" ? absent : leadingInteger(text);
    return Math.min(Math.max(value, min), max);
  }

  /** A message's number, 0 when absent, negative or no number. */
  messageId(name = "message_id"): number {
    return this.integer(name, 0, 0, 2_147_483_647);
  }

  /** The JSON behind a name: undefined when absent, refused with `fault` when it is no JSON. */
  json(name: string, fault: string): Json | undefined {
    const text = this.text(name);
    if (text === "") return undefined;
    const value = parseJson(text);
    if (value === undefined) throw badRequest(fault);
    return value;
  }

  /** The uploaded part of that name. */
  upload(name: string): Upload | undefined {
    return this.#uploads.find((upload) => upload.field === name);
  }

  /** For the log of calls: JSON values as values, strings as strings, files by name and size. */
  asJson(): JsonObject {
    const shown: JsonObject = {};
    for (const [name, { text, raw }] of this.#args) {
      const nested = raw || text.startsWith("{") || text.startsWith("[") ? parseJson(text) : undefined;
      shown[name] = nested ?? text;
    }
    for (const { field, fileName, bytes } of this.#uploads)
      shown[field] = { fileName, size: bytes.byteLength };
    return shown;
  }
}

export function isTrue(text: string): boolean {
  return ["true", "yes", "1"].includes(text.toLowerCase());
}

/** The number at the start of a text, as the server reads numbers: `12x` is 12, `x` is 0. */
export function leadingInteger(text: string): number {
  const digits = /^[+-]?\d+/.exec(text)?.[0];
  return digits === undefined ? 0 : Number(digits);
}

/**
 * Query string and body merged. Bodies other than urlencoded, JSON and multipart are not read as parameters.
 * More than 1 MiB of parameters → 413, a broken multipart → 400, both with empty bodies.
 */
export function readParams(search: string, contentType: string, body: Uint8Array): Params {
  const params = new Params();
  let bytesLeft = parametersBytesMax;
  const spend = (bytes: number) => {
    bytesLeft -= bytes;
    if (bytesLeft < 0) throw new Refusal(413, "");
  };
  spend(search.length);
  addUrlencoded(params, search);
  const kind = contentType.toLowerCase();
  if (kind.includes("multipart/form-data")) {
    if (body.byteLength === 0) return params;
    const form = readMultipart(contentType, body);
    for (const { name, value, urlencoded } of form.fields) {
      spend(value.byteLength);
      if (urlencoded) addUrlencoded(params, Buffer.from(value).toString("latin1"));
      else params.add(name, { text: decodeUtf8(value), raw: false });
    }
    for (const file of form.files) params.addUpload(file);
  } else if (kind.includes("application/x-www-form-urlencoded")) {
    spend(body.byteLength);
    addUrlencoded(params, Buffer.from(body).toString("latin1"));
  } else if (kind.includes("application/json")) {
    spend(body.byteLength);
    for (const [name, param] of readJsonFields(decodeUtf8(body))) params.add(name, param);
  }
  return params;
}

function decodeUtf8(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  return isUtf8(bytes) ? text : text.replaceAll("\ufffd", notUtf8);
}

function addUrlencoded(params: Params, text: string): void {
  for (const pair of text.split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const name = equals < 0 ? pair : pair.slice(0, equals);
    const value = equals < 0 ? "" : pair.slice(equals + 1);
    params.add(urlDecode(name), { text: urlDecode(value), raw: false });
  }
}

function urlDecode(text: string): string {
  const latin1 = text
    .replaceAll("+", " ")
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return decodeUtf8(Buffer.from(latin1, "latin1"));
}
