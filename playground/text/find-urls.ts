/** Addresses of sites and mailboxes in a text, found around their dots as the server finds them. */
import { isCommonEnding } from "./domains.ts";

export interface FoundUrl {
  at: number;
  address: string;
  isEmail: boolean;
}

const candidate = new RegExp(
  [
    // Begins at a boundary only: looking from inside every long word would cost the square of its length.
    String.raw`(?:(?<![\p{L}\p{N}_~-])|(?=(?:https?|ftp|tonsite):\/\/))`,
    String.raw`(?:(?:https?|ftp|tonsite):\/\/)?`,
    String.raw`(?:[^\s\/\[\]{}()'\x60<>"@«»]+@)?`,
    String.raw`[^\s.,:;!?@\/\\()\[\]{}<>"'\x60«»#$%&*+=|^]+(?:\.[^\s.,:;!?@\/\\()\[\]{}<>"'\x60«»#$%&*+=|^]+)+`,
    String.raw`(?::\d{1,5})?`,
    String.raw`(?:[\/?#][^\s<>"«»]*)?`,
  ].join(""),
  "giu",
);

const protocolAtStart = /^(https?|ftp|tonsite):\/\//i;
const badEnd = /[.:;,('?!`]+$/;
const emailForm =
  /^(?:[a-z0-9_-]{0,26}[.+]){0,10}[a-z0-9_-]{1,35}@(?:(?:[a-z0-9][a-z0-9_-]{0,28})?[a-z0-9]\.){1,6}[a-z]{2,8}$/i;

/** In order of appearance; offsets in UTF-16 units. */
export function findUrls(text: string): FoundUrl[] {
  const found: FoundUrl[] = [];
  for (const match of text.matchAll(candidate)) {
    const before = text.slice(0, match.index);
    const whole = match[0].replace(badEnd, "");
    if (emailForm.test(whole)) found.push({ at: match.index, address: whole, isEmail: true });
    else if (mayBegin(before, whole)) {
      const address = trimmed(whole);
      if (address !== undefined) found.push({ at: match.index, address, isEmail: false });
    }
  }
  return found;
}

/** An address may not be glued to a word, a slash, a hash sign, an at sign or an unknown protocol. */
function mayBegin(before: string, address: string): boolean {
  if (protocolAtStart.test(address)) return true;
  return !/(?:[\p{L}\p{N}_/#@]|:\/\/)$/u.test(before);
}

/** The address without unbalanced brackets at its end, undefined when it is none. */
function trimmed(address: string): string | undefined {
  const protocol = protocolAtStart.exec(address)?.[0] ?? "";
  const rest = address.slice(protocol.length);
  const pathAt = rest.search(/[/?#]/);
  const authority = pathAt < 0 ? rest : rest.slice(0, pathAt);
  const domain = authority.replace(/^.*@/, "").replace(/:\d*$/, "");
  if (!isDomain(domain, protocol !== "")) return undefined;
  return protocol + authority + balanced(pathAt < 0 ? "" : rest.slice(pathAt));
}

function balanced(path: string): string {
  const depth: Record<string, number> = { "(": 0, "[": 0, "{": 0 };
  const opening: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
  let end = 0;
  for (const char of path) {
    const opener = opening[char];
    if (depth[char] !== undefined) depth[char] += 1;
    else if (opener !== undefined) {
      depth[opener] = (depth[opener] ?? 0) - 1;
      if ((depth[opener] ?? 0) < 0) break;
    }
    end += char.length;
  }
  return path.slice(0, end).replace(badEnd, "");
}

function isDomain(domain: string, hasProtocol: boolean): boolean {
  const parts = domain.split(".");
  if (parts.length < 2 || parts.some((part) => part === "" || part.length >= 64 || part.endsWith("-")))
    return false;
  if (parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255))
    return true;
  if (!/\D/.test(domain.replaceAll(".", ""))) return false;
  const ending = parts.at(-1) ?? "";
  if (ending.length <= 1) return false;
  if (ending.startsWith("xn--")) return /^[a-z0-9]{2,}$/i.test(ending.slice(4));
  if (/[_-]/.test(ending) || (parts.at(-2) ?? "").includes("_")) return false;
  return hasProtocol || isCommonEnding(ending);
}
