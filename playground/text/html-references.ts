/** Character references of HTML: the four names that Telegram knows, and numbers. */
import { code, isAlpha } from "./bytes.ts";

const named = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
]);

/** A character reference at `&`; undefined when it is none that the server knows. The final `;` may be missing. */
export function decodeReference(text: Buffer, at: number): { char: number; end: number } | undefined {
  let end = at + 1;
  let char = 0;
  if (text[end] === code("#")) {
    const hex = text[end + 1] === code("x");
    end += hex ? 2 : 1;
    const digits = (hex ? /^[0-9a-f]*/i : /^\d*/).exec(text.toString("latin1", end, end + 12))?.[0] ?? "";
    end += digits.length;
    char = parseInt(digits || "0", hex ? 16 : 10);
    if (char === 0 || char >= 0x10ffff || end - at >= 10) return undefined;
  } else {
    while (isAlpha(text[end])) end += 1;
    const known = named.get(text.toString("latin1", at + 1, end));
    if (known === undefined) return undefined;
    char = code(known);
  }
  return { char, end: text[end] === code(";") ? end + 1 : end };
}
