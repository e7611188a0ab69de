/** The interface's words: the same messages in every language, in its own letters and its own plural forms. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FluentResource } from "@fluent/bundle";
import { describe, expect, test } from "vitest";
import { languages, type Language } from "../../../flows/ids.ts";

const root = fileURLToPath(new URL("../../../bot", import.meta.url));
const filesIn = (language: Language): string[] =>
  readdirSync(join(root, "locales", language)).filter((name) => name.endsWith(".ftl"));
const source = (language: Language, file: string): string =>
  readFileSync(join(root, "locales", language, file), "utf8");

type Pattern = FluentResource["body"][number]["value"];
interface Message {
  readonly key: string;
  readonly file: string;
  readonly value: Pattern;
}
const messagesIn = (language: Language): Message[] =>
  filesIn(language).flatMap((file) =>
    new FluentResource(source(language, file)).body.map((entry) => ({
      key: entry.id,
      file,
      value: entry.value,
    })),
  );

/** Every expression of a pattern, inside variants as well. */
function* expressions(node: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(node)) for (const part of node) yield* expressions(part);
  else if (node !== null && typeof node === "object") {
    const object = node as Record<string, unknown>; // an object of the parsed message
    yield object;
    for (const part of Object.values(object)) yield* expressions(part);
  }
}
const argumentsOf = (pattern: Pattern): string[] => {
  const names = [...expressions(pattern)].flatMap((one) =>
    one["type"] === "var" ? [String(one["name"])] : [],
  );
  return [...new Set(names)].sort();
};
interface Select {
  readonly argument: string;
  readonly keys: string[];
}
const selectsOf = (pattern: Pattern): Select[] =>
  [...expressions(pattern)]
    .filter((one) => one["type"] === "select")
    .map((one) => ({
      argument: String((one["selector"] as Record<string, unknown>)["name"]), // selectors of ours are variables
      keys: (one["variants"] as { key: { value: unknown } }[]).map((variant) => String(variant.key.value)), // as parsed
    }));

const ru = messagesIn("ru");
const plurals = new Set(["zero", "one", "two", "few", "many", "other"]);
const isPlural = ({ keys }: Select): boolean => keys.some((key) => key === "one" || key === "few");

test("every language has the same files", () => {
  for (const language of languages) expect(filesIn(language).sort()).toEqual(filesIn("ru").sort());
});

describe.each(languages)("%s", (language) => {
  const messages = messagesIn(language);
  test("no key is given twice", () => {
    const keys = messages.map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
  test("it has the keys of the others, in the same files, with the same arguments", () => {
    const shape = (list: Message[]): string[] =>
      list.map(({ key, file, value }) => `${file} ${key}(${argumentsOf(value).join(", ")})`).sort();
    expect(shape(messages)).toEqual(shape(ru));
  });
  test("its plural forms are those of the language", () => {
    const wanted = new Intl.PluralRules(language)
      .resolvedOptions()
      .pluralCategories.filter((one) => one !== "other");
    for (const { key, value } of messages)
      for (const select of selectsOf(value).filter(isPlural)) {
        const given = select.keys.filter((one) => plurals.has(one) && one !== "other");
        expect(given.sort(), `${key}: forms of ${select.argument}`).toEqual([...wanted].sort());
      }
  });
  test("it chooses by the same values", () => {
    const values = (list: Message[]): Map<string, string[]> =>
      new Map(
        list.map(({ key, value }) => [
          key,
          selectsOf(value)
            .filter((one) => !isPlural(one))
            .flatMap(({ argument, keys }) =>
              keys.filter((one) => !plurals.has(one)).map((one) => `${argument}=${one}`),
            )
            .sort(),
        ]),
      );
    expect(values(messages)).toEqual(values(ru));
  });
  test("the number sign has its no-break space", () => {
    for (const file of filesIn(language)) expect(source(language, file), file).not.toMatch(/№(?!\u00a0)/);
  });
  test("no straight quotes or apostrophes in its words", () => {
    for (const file of filesIn(language)) {
      const words = source(language, file)
        .replace(/^#.*$/gm, "")
        .replace(/\{[^{}]*\}/g, "");
      expect(words, file).not.toMatch(/["']/);
    }
  });
});

describe("letters", () => {
  const mixed = /[\p{Script=Cyrillic}][\u02bc\u2019]?[A-Za-z]|[A-Za-z][\u02bc\u2019]?[\p{Script=Cyrillic}]/gu;
  test.each(languages)(
    "%s: no Latin look-alike stands inside a Cyrillic word, nor the reverse",
    (language) => {
      for (const file of filesIn(language))
        expect(source(language, file).match(mixed) ?? [], file).toEqual([]);
    },
  );
  test("no letter that Ukrainian doesn't have", () => {
    for (const file of filesIn("uk"))
      expect(source("uk", file).match(/[^\s]*[ыэъё][^\s]*/giu) ?? [], file).toEqual([]);
  });
  test("no letter that Russian doesn't have", () => {
    for (const file of filesIn("ru"))
      expect(source("ru", file).match(/[^\s]*[іїєґ][^\s]*/giu) ?? [], file).toEqual([]);
  });
  test("the check finds what it looks for", () => {
    expect("Cписание, списаниe".match(mixed)).toHaveLength(2);
  });
});

/** All our sources that can name a key. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith(".ts") ? [readFileSync(path, "utf8")] : [];
  });
}

describe("keys and code", () => {
  const code = sources(root).join("\n");
  const quoted = new Set(
    [...code.matchAll(/["`]([a-z][a-z0-9]*(?:-[a-z0-9]+)+)["`]/g)].map((match) => match[1]),
  );
  const stems = [...code.matchAll(/`([a-z][a-z0-9]*(?:-[a-z0-9]+)*-)\$\{/g)].map((match) => match[1] ?? "");
  test("every key is used by the code", () => {
    const idle = ru
      .map(({ key }) => key)
      .filter((key) => !quoted.has(key) && !stems.some((stem) => key.startsWith(stem)));
    expect(idle).toEqual([]);
  });
  test("every key that the code names exists", () => {
    const known = new Set(ru.map(({ key }) => key));
    const named = [...code.matchAll(/\bwords(?:For\([^)]*\)|In\([^)]*\))?\(\s*"([a-z0-9-]+)"/g)].map(
      (match) => match[1] ?? "",
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((key) => !known.has(key))).toEqual([]);
  });
});
