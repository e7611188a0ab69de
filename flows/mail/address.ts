/** One e-mail address as somebody typed it: taken, or refused with the reason; a likely slip of the pen is pointed out (W21, F127). */

/** What was typed is no address that a letter may go to. Worded in `bot`. */
export type AddressRefusal = {
  readonly kind:
    | "no-address"
    /** A line break, NUL or another sign that can't be seen. */
    | "hidden-signs"
    /** «a@x.ru, b@y.ru»: a letter has one recipient. */
    | "several"
    /** «Иван <a@x.ru>»: the name is not part of the address. */
    | "with-name"
    | "too-long"
    /** Letters before the @ that servers do not take. */
    | "not-latin"
    /** Latin and Cyrillic letters in one word: a look-alike. */
    | "mixed-letters"
    | "not-an-address";
};
/** A mailbox: the domain in lower case, Cyrillic as it was typed (servers want it in another spelling: `bot/channels/mail-letter`). */
export interface Address {
  readonly kind: "address";
  readonly address: string;
  readonly local: string;
  readonly domain: string;
  /** The address that was probably meant: «gmial.com» → «gmail.com». Nothing is corrected by itself. */
  readonly hint?: string;
}
export type AddressCheck = Address | AddressRefusal;

const addressMax = 254;
const localMax = 64;
const labelMax = 63;
/** Controls, soft hyphen, zero-width and direction marks, line separators, lone halves of pairs. */
const hidden =
  // eslint-disable-next-line no-control-regex -- these are what is refused
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\p{Surrogate}]/u;
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u;

/** Checks one typed address; an empty text is its own answer, since a supplier may have none. */
export function checkAddress(typed: string): AddressCheck {
  const text = typed.normalize("NFC").replace(/^[ \u00a0]+|[ \u00a0]+$/g, "");
  if (text === "") return { kind: "no-address" };
  if (hidden.test(text)) return { kind: "hidden-signs" };
  if (text.length > addressMax) return { kind: "too-long" };
  if (/[<>"()]/.test(text)) return { kind: "with-name" };
  if (/[,;]/.test(text) || text.split("@").length > 2) return { kind: "several" };
  const at = text.indexOf("@");
  return at === -1
    ? { kind: "not-an-address" }
    : partsOf(text.slice(0, at), text.slice(at + 1).toLowerCase());
}

function partsOf(local: string, domain: string): AddressCheck {
  if (local.length > localMax) return { kind: "too-long" };
  if (/\p{L}/u.test(local.replace(/[A-Za-z]/g, ""))) return { kind: "not-latin" };
  const labels = domain.split(".");
  const sound = labels.length > 1 && labels.every((one) => one.length <= labelMax && label.test(one));
  if (!localPart.test(local) || !sound || /^\d+$/.test(labels.at(-1) ?? ""))
    return { kind: "not-an-address" };
  if (labels.some((one) => /[a-z]/.test(one) && /[^\p{ASCII}]/u.test(one))) return { kind: "mixed-letters" };
  const meant = meantDomain(domain);
  return {
    kind: "address",
    address: `${local}@${domain}`,
    local,
    domain,
    ...(meant !== undefined && { hint: `${local}@${meant}` }),
  };
}

/** Where most people of the two countries have their mail. */
const common = [
  "gmail.com",
  "mail.ru",
  "yandex.ru",
  "yandex.com",
  "rambler.ru",
  "inbox.ru",
  "list.ru",
  "internet.ru",
  "outlook.com",
  "hotmail.com",
  "icloud.com",
  "yahoo.com",
  "ukr.net",
  "meta.ua",
  "bigmir.net",
];
/** Real ones that are a letter away from those. */
const alsoReal = ["ymail.com", "email.ru", "mail.ua", "mail.com", "yandex.ua", "yandex.by", "yandex.kz"];

/** A common domain that is one slip away from this one; undefined: it is one itself, or like none. */
function meantDomain(domain: string): string | undefined {
  if (common.includes(domain) || alsoReal.includes(domain)) return undefined;
  return common.find((one) => isOneSlipAway(domain, one));
}

/** One letter too many, too few, another, or two neighbours swapped. */
function isOneSlipAway(typed: string, meant: string): boolean {
  let start = 0;
  while (start < meant.length && typed[start] === meant[start]) start += 1;
  let end = 0;
  const shorter = Math.min(typed.length, meant.length) - start;
  while (end < shorter && typed.at(-1 - end) === meant.at(-1 - end)) end += 1;
  const was = typed.slice(start, typed.length - end);
  const should = meant.slice(start, meant.length - end);
  if (was.length <= 1 && should.length <= 1) return was !== should;
  return was.length === 2 && should.length === 2 && was[0] === should[1] && was[1] === should[0];
}
