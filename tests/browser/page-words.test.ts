/** The page's words: every language says the same things, in its own letters. */
import { describe, expect, it } from "vitest";
import { z } from "zod";

const words = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]));

async function wordsOf(language: string) {
  const module: unknown = await import(
    new URL(`../../playground/page/words.${language}.js`, import.meta.url).href
  );
  return words.parse(z.record(z.string(), z.unknown()).parse(module)[language]);
}

const [ru, uk, en] = await Promise.all([wordsOf("ru"), wordsOf("uk"), wordsOf("en")]);

/** All forms of a word; a plain one has only itself. */
const formsOf = (word: string | Record<string, string> = "") =>
  typeof word === "string" ? [word] : Object.values(word);

const namesIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each([
  ["Russian", ru],
  ["Ukrainian", uk],
])("the page in %s", (_, language) => {
  it("says everything that it says in English, with the same values filled in", () => {
    expect(Object.keys(language)).toEqual(Object.keys(en));
    for (const [key, word] of Object.entries(language)) {
      const wanted = namesIn(formsOf(en[key])[0] ?? "");
      for (const form of formsOf(word)) expect({ key, names: namesIn(form) }).toEqual({ key, names: wanted });
    }
  });

  it("has no Latin letter inside a Cyrillic word", () => {
    const mixed = Object.values(language)
      .flatMap(formsOf)
      .flatMap((text) => text.replaceAll(/\{\w+\}/g, "").match(/[\p{L}’]+/gu) ?? [])
      .filter((word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word));
    expect(mixed).toEqual([]);
  });
});

it("has a plural form for two to four wherever the words differ by number in Russian and Ukrainian", () => {
  for (const key of Object.keys(en)) {
    const [russian, ukrainian] = [ru[key], uk[key]];
    expect({ key, plural: typeof russian }).toEqual({ key, plural: typeof ukrainian });
  }
});
