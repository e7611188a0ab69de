/** Fields of the company file as zod reads them: texts in, checked values out, each refusal a `FieldProblem`. */
import { z } from "zod";
import { parseMoney } from "../goods/money.ts";
import { isVatRate } from "../goods/vat.ts";
import { checkAddress } from "../mail/address.ts";
import type { FieldProblem } from "./file-problems.ts";
import { oneLine } from "./clean-text.ts";
import { minutesOf } from "./calendar.ts";
import { isBarcode, isEdrpou, isInn, isRnokpp, withoutSpaces } from "./identifiers.ts";
import { isTimeZone } from "./zone-time.ts";

/** A text field that is read by `read`: its value, or what is wrong with it. */
export function field<T>(read: (text: string) => { readonly value: T } | FieldProblem) {
  return z.string().transform((text, context): T => {
    const result = read(text);
    if (!("kind" in result)) return result.value;
    context.addIssue({ code: "custom", params: { problem: result } });
    return z.NEVER;
  });
}

/** A text field that is kept as it is when a check passes. */
function checked(check: (text: string) => boolean, kind: FieldProblem & { readonly kind: string }) {
  return field((text) => (check(text) ? { value: text } : kind));
}

/** One line of text, cleaned (F116), neither empty nor longer than `max` characters. */
export function line(max: number) {
  return field((text) => {
    const value = oneLine(text);
    if (value === "") return { kind: "empty" };
    return value.length <= max ? { value } : { kind: "too-long", max };
  });
}

/** An id: Latin letters, digits, `.`, `-`, `_`; it stands in posts and references. */
export const idField = checked((text) => /^[A-Za-z0-9][\w.-]{0,63}$/.test(text), { kind: "bad-id" });

/** A whole number within bounds. */
export function whole(min: number, max: number) {
  return field((text) => {
    const value = /^\d{1,15}$/.test(text.trim()) ? Number(text) : NaN;
    return value >= min && value <= max ? { value } : { kind: "not-whole", min, max };
  });
}

/** One of a few words. */
export function oneOf<const Words extends readonly string[]>(allowed: Words) {
  return field<Words[number]>((text) => {
    const value = allowed.find((word) => word === text.trim());
    return value === undefined ? { kind: "not-one-of", allowed } : { value };
  });
}

export const yesNo = field((text) => {
  const word = text.trim().toLowerCase();
  if (["yes", "true", "да", "так"].includes(word)) return { value: true };
  return ["no", "false", "нет", "ні"].includes(word) ? { value: false } : { kind: "bad-yes-no" };
});

/** A calendar day, `2026-01-12` or `12.01.2026`, kept as `YYYY-MM-DD`. */
export const date = field((text) => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? dotted(text.trim());
  const value = match ? `${match[1]}-${match[2]}-${match[3]}` : "";
  const exists = value !== "" && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) === true;
  return exists ? { value } : { kind: "bad-date" };
});

function dotted(text: string): readonly string[] | undefined {
  const match = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  return match ? [text, match[3] ?? "", match[2] ?? "", match[1] ?? ""] : undefined;
}

/** A time of day, kept as `HH:MM`. */
export const time = field((text) => {
  const minutes = minutesOf(text.trim());
  return minutes === undefined ? { kind: "bad-time" } : { value: text.trim().padStart(5, "0") };
});

export const timeZone = checked(isTimeZone, { kind: "bad-time-zone" });

/** A Telegram user id. */
export const telegramId = field((text) =>
  /^[1-9]\d{0,14}$/.test(text.trim()) ? { value: Number(text) } : { kind: "bad-telegram" },
);

/**
 * A phone number as its digits with country code. Written in any usual way; a Russian `8 9xx …` becomes `79xx…`,
 * a Ukrainian `0xx …` becomes `380xx…`.
 */
export function phoneDigits(text: string): string | undefined {
  if (!/^[+\d\s\u00a0().-]+$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, "");
  const full = text.trim().startsWith("+")
    ? digits
    : digits.replace(/^8(?=\d{10}$)/, "7").replace(/^0(?=\d{9}$)/, "380");
  return /^[1-9]\d{9,14}$/.test(full) ? full : undefined;
}

export const phone = field((text) => {
  const value = phoneDigits(text);
  return value === undefined ? { kind: "bad-phone" } : { value };
});

/** One address, nothing else: no second recipient, no line break (F127). */
export const email = field((text) => {
  const checked = checkAddress(text);
  return checked.kind === "address" ? { value: checked.address } : { kind: "bad-email" };
});

/** A number with a check, kept without spaces. */
export function compact(check: (text: string) => boolean, problem: FieldProblem) {
  return field((text) => (check(text) ? { value: withoutSpaces(text) } : problem));
}

/** The tax number of a counterparty in either country: ИНН, ЄДРПОУ or РНОКПП. */
export const anyTaxNumber = compact((text) => isInn(text) || isEdrpou(text) || isRnokpp(text), {
  kind: "bad-inn",
});

/** A sum in minor units (F119). */
export const money = field((text) => {
  const parsed = parseMoney(text);
  return parsed.kind === "sum" ? { value: parsed.minor } : { kind: "bad-money" };
});

/** VAT: a whole percent with or without the sign, or words for "without", which is no percent at all. */
export const vat = field<number | undefined>((text) => {
  const word = text.trim().toLowerCase();
  if (/^(без\s*(ндс|пдв)|без|no vat|-|—)$/.test(word)) return { value: undefined };
  const percent = /^(\d{1,2})\s*%?$/.exec(word.replace(/\u00a0/g, " "))?.[1];
  return percent !== undefined && isVatRate(Number(percent))
    ? { value: Number(percent) }
    : { kind: "bad-vat" };
});

/**
 * A barcode: letters and digits as printed. Sheets drop leading zeros of numbers; they are put back to 13 digits when
 * the check digit then fits. A wrong check digit refuses nothing: shops print codes of their own.
 */
export const barcode = field((text) => {
  const value = withoutSpaces(text);
  if (!/^[0-9A-Za-z-]{4,32}$/.test(value)) return { kind: "bad-barcode" };
  const padded = value.padStart(13, "0");
  const lostZeros = /^\d{9,12}$/.test(value) && !isBarcode(value) && isBarcode(padded);
  return { value: lostZeros ? padded : value };
});
