/** How goods are found: by name, article, barcode, size; and how a freely typed line is understood. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLineText } from "../../../flows/goods/line-text.ts";
import { sizeOf, splitName } from "../../../flows/goods/product-name.ts";
import { ftsQuery, queryTokens, score, searchKeys, supplierKeys } from "../../../flows/goods/search.ts";
import { id, type Sku } from "../../../flows/ids.ts";

function product(sku: string, name: string, barcode: string) {
  return { sku: id<Sku>(sku), barcode, ...splitName(name), name };
}
const shelf = [
  product("ОБ-1002", "Кроссовки беговые мужские «Вихрь Р-1», чёрный, р. 42", "9520000010027"),
  product("ОБ-1003", "Кроссовки беговые мужские «Вихрь Р-1», чёрный, р. 43", "9520000010034"),
  product("ОБ-1020", "Мокасины женские «Аврора М-7», бежевый, р. 37", "9520000010201"),
  product("ОД-1037", "Худи унисекс «Тропа», серый, XL", "9520000010379"),
  product("ОД-1036", "Худи унисекс «Тропа», серый, M", "9520000010362"),
  product("АК-1054", "Бутылка для воды 0,7 л, синий", "9520000010546"),
  product("ОБ-2001", "Кросівки бігові чоловічі «Подолянин», чорний, р. 42", "9520000020019"),
  product("ОБ-2003", "Черевики «М’ята», білий, р. 42,5", "9520000020033"),
];

function found(text: string): string[] {
  const tokens = queryTokens(text);
  return shelf
    .map((one) => ({ sku: one.sku as string, score: score(one, tokens) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((one) => one.sku);
}

describe("goods are found by", () => {
  const cases: [string, string, string[]][] = [
    ["part of a word", "вихр", ["ОБ-1002", "ОБ-1003"]],
    ["words in any order", "42 чёрный вихрь", ["ОБ-1002"]],
    ["е for ё", "черный вихрь 43", ["ОБ-1003"]],
    ["another case of the word", "мокасин", ["ОБ-1020"]],
    ["another number of the word", "кроссовок", ["ОБ-1002", "ОБ-1003"]],
    ["one letter for two", "кросовки", ["ОБ-1002", "ОБ-1003"]],
    ["the article's digits", "1020", ["ОБ-1020"]],
    ["article and size", "1002 42", ["ОБ-1002"]],
    ["the whole article", "ОБ-1002", ["ОБ-1002"]],
    ["the article with Latin letters", "OБ1002", ["ОБ-1002"]],
    ["the model with Latin letters", "p-1 42", ["ОБ-1002"]],
    ["the last four digits of a barcode", "0201", ["ОБ-1020"]],
    ["the last five", "10201", ["ОБ-1020"]],
    ["the whole barcode", "9520000010201", ["ОБ-1020"]],
    ["a size of letters, however typed", "худи хl", ["ОД-1037"]],
    ["a size of letters among others", "худи m", ["ОД-1036"]],
    ["і typed as Latin i", "кросiвки", ["ОБ-2001"]],
    ["a half size", "42,5", ["ОБ-2003"]],
    ["a word with an apostrophe left out", "мята", ["ОБ-2003"]],
    ["nothing that is not there", "валенки", []],
    ["nothing when one word fits no goods", "вихрь 44", []],
  ];
  test.each(cases)("%s: %j", (_, text, skus) => expect(found(text)).toEqual(skus));
});

test("the article goes before a barcode that begins alike", () => {
  const other = product("ОБ-5000", "Прочее", "9520000001002");
  const tokens = queryTokens("1002");
  expect(score(shelf[0] as (typeof shelf)[number], tokens)).toBeGreaterThan(score(other, tokens));
});

test("suppliers are found by name and tax number", () => {
  expect(supplierKeys({ name: "АО «Вихрь-Опт»", inn: "9602000117" })).toBe(
    "ао вихрьопт вихрь опт 9602000117",
  );
});

test("whatever is typed becomes a safe question to the index", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const query = ftsQuery(text);
      if (query !== undefined) expect(query).toMatch(/^"[\p{L}\p{N}]+"\*( "[\p{L}\p{N}]+"\*){0,7}$/u);
    }),
  );
  expect(ftsQuery('" OR * --')).toBe('"\u043er"*'); // a Latin o is taken for a Cyrillic one
  expect(ftsQuery("«»")).toBeUndefined();
});

test("every product is found by its own name, article and barcode", () => {
  for (const one of shelf) {
    for (const text of [one.name, one.sku, one.barcode]) {
      expect.soft(score(one, queryTokens(text)), text).toBeGreaterThan(0);
    }
    expect(searchKeys(one)).not.toMatch(/[^\p{L}\p{N} ]/u);
  }
});

describe("a name is split into model and size", () => {
  const names: [string, string, string | undefined][] = [
    ["Кроссовки «Вихрь Р-1», чёрный, р. 42", "Кроссовки «Вихрь Р-1», чёрный", "42"],
    ["Кеды «Двор», белый, р-р 42,5", "Кеды «Двор», белый", "42,5"],
    ["Кеды «Двор», белый, 42.5", "Кеды «Двор», белый", "42,5"],
    ["Кеди «Двір», білий, розмір 39", "Кеди «Двір», білий", "39"],
    ["Футболка «Тропа», чёрный, L", "Футболка «Тропа», чёрный", "L"],
    ["Худи «Тропа», серый, хl", "Худи «Тропа», серый", "XL"],
    ["Носки спортивные, 3 пары, белый, 39-42", "Носки спортивные, 3 пары, белый", "39-42"],
    ["Куртка детская, р. 104", "Куртка детская", "104"],
    ["Бейсболка «Тропа», чёрный", "Бейсболка «Тропа», чёрный", undefined],
    ["Рюкзак городской 20 л, чёрный", "Рюкзак городской 20 л, чёрный", undefined],
    ["Мяч футбольный № 5, белый", "Мяч футбольный № 5, белый", undefined],
    ["Шнурки", "Шнурки", undefined],
  ];
  test.each(names)("%s", (name, model, size) => {
    expect(splitName(name)).toEqual(size === undefined ? { model } : { model, size });
  });
  test("a model's number is no size", () => expect(sizeOf("р1")).toBeUndefined());
});

describe("a freely typed line is understood", () => {
  const lines: [string, object][] = [
    ["Вихрь 42 2 пары", { query: "Вихрь", size: "42", quantity: 2_000, unit: "пара" }],
    ["1002 42 x3", { query: "1002", size: "42", quantity: 3_000 }],
    ["1002 42 х3", { query: "1002", size: "42", quantity: 3_000 }],
    ["1002 42 * 3", { query: "1002", size: "42", quantity: 3_000 }],
    ["1002 42 ×3", { query: "1002", size: "42", quantity: 3_000 }],
    ["1002 42 3x", { query: "1002", size: "42", quantity: 3_000 }],
    ["1002 42x3", { query: "1002", size: "42", quantity: 3_000 }],
    ["1002 42 3", { query: "1002", size: "42", quantity: 3_000 }],
    ["1002 42 20", { query: "1002", size: "42", quantity: 20_000 }],
    ["1002 42", { query: "1002", size: "42" }],
    ["2 пары вихрь 42", { query: "вихрь", size: "42", quantity: 2_000, unit: "пара" }],
    ["футболка L 2шт.", { query: "футболка", size: "L", quantity: 2_000, unit: "шт" }],
    ["Аврора М-7 37 3 пары", { query: "Аврора М-7", size: "37", quantity: 3_000, unit: "пара" }],
    ["вихрь р. 42 х 2", { query: "вихрь", size: "42", quantity: 2_000 }],
    ["вихрь 42,5 2 пары", { query: "вихрь", size: "42,5", quantity: 2_000, unit: "пара" }],
    ["кабель 2,5 м", { query: "кабель", quantity: 2_500, unit: "м" }],
    ["Бутылка 0,7 л 2 шт", { query: "Бутылка 0,7 л", quantity: 2_000, unit: "шт" }],
    ["Мяч № 5", { query: "Мяч № 5" }],
    ["Мяч с логотипом", { query: "Мяч с логотипом" }],
    ["10027", { query: "10027" }],
    ["42", { query: "42" }],
    ["3 пары", { query: "3 пары" }],
    ["вихрь 42 x0", { query: "вихрь x0", size: "42" }],
    ["вихрь 42 1000000000000 пар", { query: "вихрь 1000000000000 пар", size: "42" }],
    ["", { query: "" }],
  ];
  test.each(lines)("%j", (text, expected) => expect(parseLineText(text)).toEqual(expected));

  test("and nothing makes it fail", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(typeof parseLineText(text).query).toBe("string");
      }),
    );
  });
});
