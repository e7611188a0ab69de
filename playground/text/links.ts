/** Which addresses Telegram takes for links, and in what words it refuses the others. */
import { isIPv6 } from "node:net";
import { isWellFormed, lowerAscii } from "./bytes.ts";

interface ParsedUrl {
  secure: boolean;
  userInfo: string;
  host: string;
  /** 0 when none is written. */
  port: number;
  /** Path and query, always beginning with `/`. */
  query: string;
  ipv6: boolean;
}

/** A link in its normal form, or the reason why it is none. */
export type CheckedLink = { kind: "link"; url: string } | { kind: "wrong"; reason: string };

const wrong = (reason: string): CheckedLink => ({ kind: "wrong", reason });

/** Checks a link as a button or text link would: tg:, ton: and tonsite: links pass, hosts need a dot. */
export function checkLink(link: string, only?: "http" | "https"): CheckedLink {
  if (!isWellFormed(link)) return wrong("URL is invalid: Strings must be encoded in UTF-8");
  const checked = check(link, only);
  return checked.kind === "link" ? checked : wrong(`URL '${link}' is invalid: ${checked.reason}`);
}

/** The link in its normal form, undefined when it is none: then a text loses its link silently. */
export function checkedLink(link: string): string | undefined {
  const checked = check(link, undefined);
  return checked.kind === "link" ? checked.url : undefined;
}

/** The person a `tg://user?id=…` link points to. */
export function userOfLink(link: string): number | undefined {
  const found = /^tg:(?:\/\/)?user\/?\?([^#]*)/.exec(lowerAscii(link));
  const id = found?.[1]
    ?.split("&")
    .find((pair) => pair.startsWith("id="))
    ?.slice(3);
  return id !== undefined && /^\d{1,15}$/.test(id) && Number(id) > 0 ? Number(id) : undefined;
}

const ownSchemes = ["tg", "ton", "tonsite"];

function check(link: string, only: "http" | "https" | undefined): CheckedLink {
  const scheme = ownSchemes.find((name) => lowerAscii(link).startsWith(`${name}:`));
  const rest = scheme === undefined ? link : link.slice(scheme.length + 1).replace(/^\/\//, "");
  const url = parseUrl(rest);
  if ("kind" in url) return url;
  if (only === "https" && (!url.secure || scheme !== undefined)) return wrong("Only HTTPS links are allowed");
  if (scheme !== undefined) {
    if (only === "http") return wrong("Only HTTP links are allowed");
    return ownLink(scheme, rest, url);
  }
  if (!url.host.includes(".") && !url.ipv6) return wrong("Wrong HTTP URL");
  return { kind: "link", url: written(url) };
}

function ownLink(scheme: string, rest: string, url: ParsedUrl): CheckedLink {
  const name = scheme === "tg" ? "tg" : "ton";
  if (
    lowerAscii(rest).startsWith("http://") ||
    url.secure ||
    url.userInfo !== "" ||
    url.port !== 0 ||
    url.ipv6
  ) {
    return wrong(`Wrong ${name} URL`);
  }
  const allowed = scheme === "tonsite" ? /^[A-Za-z0-9_.-]*$/ : /^[A-Za-z0-9_-]*$/;
  if (!allowed.test(url.host)) return wrong("Unallowed characters in URL host");
  return { kind: "link", url: `${scheme}://${url.host}${url.query.replace(/^\/\?/, "?")}` };
}

function written(url: ParsedUrl): string {
  const user = url.userInfo === "" ? "" : `${url.userInfo}@`;
  const port = url.port === 0 ? "" : `:${url.port}`;
  return `${url.secure ? "https" : "http"}://${user}${url.host}${port}${url.query}`;
}

function parseUrl(text: string): ParsedUrl | { kind: "wrong"; reason: string } {
  const fail = (reason: string) => ({ kind: "wrong" as const, reason });
  const protocol = /^([^:/?#@[\]]*):\/\//.exec(text)?.[1];
  if (protocol !== undefined && !["http", "https"].includes(lowerAscii(protocol))) {
    return fail("Unsupported URL protocol");
  }
  const rest = protocol === undefined ? text : text.slice(protocol.length + 3);
  const end = rest.search(/[/?#]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const portText = /^(.+):([^\]@:]*)$/s.exec(authority);
  const port = portText ? Number(/^\d+$/.test(portText[2] ?? "") ? portText[2] : -1) : 0;
  if ((portText && port === 0) || port < 0 || port > 65_535) {
    return fail("Wrong port number specified in the URL");
  }
  const userHost = portText ? (portText[1] ?? "") : authority;
  const at = userHost.lastIndexOf("@");
  const host = lowerAscii(userHost.slice(at + 1));
  const ipv6 = host.startsWith("[") && host.endsWith("]");
  if (ipv6 && !isIPv6(host.slice(1, -1))) return fail("Wrong IPv6 address specified in the URL");
  if (host === "") return fail("URL host is empty");
  if (host === ".") return fail("Host is invalid");
  const userInfo = at < 0 ? "" : userHost.slice(0, at);
  const bad = (ipv6 ? undefined : badPart(host, "host", false)) ?? badPart(userInfo, "userinfo", true);
  if (bad !== undefined) return fail(bad);
  const query = end < 0 ? "" : rest.slice(end).trimEnd();
  return { secure: lowerAscii(protocol ?? "") === "https", userInfo, host, port, query: pathOf(query), ipv6 };
}

function pathOf(query: string): string {
  const path = query.startsWith("/") ? query : `/${query}`;
  return [...Buffer.from(path)].some((byte) => byte <= 0x20) ? encodeSpaces(path) : path;
}

/** Spaces and control characters percent-encoded, everything else as written. */
function encodeSpaces(path: string): string {
  const encode = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  return Array.from(path, (char) => (char <= " " ? encode(char) : char)).join("");
}

function badPart(part: string, name: string, allowColon: boolean): string | undefined {
  if (/%(?![0-9a-f]{2})/i.test(part)) return `Wrong percent-encoded symbol in URL ${name}`;
  const allowed = allowColon
    ? /^[A-Za-z0-9._!$,~*'();&+=%:\u0080-\u{10ffff}-]*$/u
    : /^[A-Za-z0-9._!$,~*'();&+=%\u0080-\u{10ffff}-]*$/u;
  return allowed.test(part) ? undefined : `Disallowed character in URL ${name}`;
}
