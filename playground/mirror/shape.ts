/** What of an answer has to be the same on two servers: keys, types, and the values that the call itself decides. */
import type { Json } from "../json.ts";
import { isObject } from "../json.ts";

/** Values that follow from the call alone; of everything else (ids, times, names, sizes in bytes) only the type counts. */
const decided: readonly string[] =
  "ok error_code type status text caption offset length url language style callback_data command file_name mime_type width height phone_number is_bot".split(
    " ",
  );

/** An answer as lines `path: value or type`, by path. */
export function shapeOf(answer: Json): Map<string, string> {
  const lines = new Map<string, string>();
  const walk = (value: Json, path: string, name: string) => {
    if (Array.isArray(value)) {
      lines.set(`${path}.length`, String(value.length));
      value.forEach((item, n) => walk(item, `${path}[${n}]`, name));
    } else if (isObject(value)) {
      lines.set(path, "object");
      for (const [key, item] of Object.entries(value))
        walk(item ?? null, path === "" ? key : `${path}.${key}`, key);
    } else if (name === "description") lines.set(path, withoutIds(String(value)));
    else
      lines.set(
        path,
        decided.includes(name) || typeof value === "boolean" ? JSON.stringify(value) : typeof value,
      );
  };
  walk(answer, "", "");
  return lines;
}

/** Long numbers in a text are ids. */
function withoutIds(text: string): string {
  return text.replace(/-?\d{6,}/g, "<id>");
}

/** The lines on which two answers differ, in the words of a report; empty when they agree. */
export function differences(one: Json, other: Json, names: readonly [string, string]): string[] {
  const [first, second] = [shapeOf(one), shapeOf(other)];
  const paths = new Set([...first.keys(), ...second.keys()]);
  return [...paths]
    .filter((path) => first.get(path) !== second.get(path))
    .map(
      (path) =>
        `${path || "the answer"}: ${names[0]} ${first.get(path) ?? "(none)"}, ${names[1]} ${second.get(path) ?? "(none)"}`,
    );
}
