/** JSON values, and the forgiving reader of a request's body: a broken body keeps the parameters before the fault. */

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json | undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text or number of JSON as text; anything else is empty. */
export function textOf(value: Json | undefined): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** The parsed value, or undefined when the text is no JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    // JSON.parse gives nothing but Json.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** One parameter of a call: its text, and whether it came as a bare JSON value and not as a string. */
export interface Param {
  text: string;
  raw: boolean;
}

/**
 * The top-level fields of a JSON body, in order. A string is taken decoded, any other value as its raw JSON text.
 * Reading stops silently at the first fault (T4).
 */
export function readJsonFields(body: string): [string, Param][] {
  const fields: [string, Param][] = [];
  let at = skipSpace(body, 0);
  if (body[at] === '"') {
    const content = stringAt(body, at);
    if (content !== undefined && skipSpace(body, content.end) === body.length) {
      fields.push(["content", { text: content.value, raw: false }]);
    }
    return fields;
  }
  if (body[at] !== "{") return fields;
  at = skipSpace(body, at + 1);
  while (body[at] === '"') {
    const name = stringAt(body, at);
    if (name === undefined) return fields;
    at = skipSpace(body, name.end);
    if (body[at] !== ":") return fields;
    at = skipSpace(body, at + 1);
    const value = valueAt(body, at);
    if (value === undefined) return fields;
    fields.push([name.value, value.param]);
    at = skipSpace(body, value.end);
    if (body[at] === ",") at = skipSpace(body, at + 1);
    else if (body[at] !== "}") return fields;
  }
  return fields;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && " \t\r\n".includes(text.charAt(at))) at += 1;
  return at;
}

function stringAt(text: string, from: number): { value: string; end: number } | undefined {
  const end = endOfString(text, from);
  if (end === undefined) return undefined;
  const value = parseJson(text.slice(from, end));
  return typeof value === "string" ? { value, end } : undefined;
}

function endOfString(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return undefined;
}

function valueAt(text: string, from: number): { param: Param; end: number } | undefined {
  if (text[from] === '"') {
    const string = stringAt(text, from);
    return string && { param: { text: string.value, raw: false }, end: string.end };
  }
  const end = endOfValue(text, from);
  if (end === undefined) return undefined;
  const raw = text.slice(from, end).trimEnd();
  return parseJson(raw) === undefined ? undefined : { param: { text: raw, raw: true }, end };
}

function endOfValue(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') {
      const end = endOfString(text, at);
      if (end === undefined) return undefined;
      at = end - 1;
    } else if (char === "{" || char === "[") depth += 1;
    else if (depth === 0 && (char === "," || char === "}" || char === "]")) return at;
    else if (char === "}" || char === "]") depth -= 1;
  }
  return undefined;
}
