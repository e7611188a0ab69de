/** One e-mail address as people type it: what is taken, what is refused and why, and what was probably meant (W21, F127). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkAddress } from "../../../flows/mail/address.ts";

const taken = (typed: string): string | undefined => {
  const checked = checkAddress(typed);
  return checked.kind === "address" ? checked.address : undefined;
};
const hintFor = (typed: string): string | undefined => {
  const checked = checkAddress(typed);
  return checked.kind === "address" ? checked.hint : undefined;
};

test.each([
  ["sales@vihr-opt.example", "sales@vihr-opt.example"],
  ["  Sales.Dept+invoices@Vihr-Opt.Example ", "Sales.Dept+invoices@vihr-opt.example"],
  ["zakaz@почта.рф", "zakaz@почта.рф"],
  ["zakaz@Почта.РФ", "zakaz@почта.рф"],
  ["a@mail.магазин.example", "a@mail.магазин.example"],
])("%j is an address, its domain in lower case", (typed, address) => {
  expect(taken(typed)).toBe(address);
});

test.each([
  ["", "no-address"],
  ["   ", "no-address"],
  ["sales", "not-an-address"],
  ["sales@localhost", "not-an-address"],
  ["sales@10.0.0.1", "not-an-address"],
  ["sales@[10.0.0.1]", "not-an-address"],
  ["sales@-vihr.example", "not-an-address"],
  ["sales@vihr..example", "not-an-address"],
  [".sales@vihr.example", "not-an-address"],
  ["sa les@vihr.example", "not-an-address"],
  ["@vihr.example", "not-an-address"],
  ["a@x.example, b@y.example", "several"],
  ["a@x.example;b@y.example", "several"],
  ["a@x.example b@y.example", "several"],
  ["a@b@x.example", "several"],
  ["Иван <ivan@x.example>", "with-name"],
  ['"ivan"@x.example', "with-name"],
  ["ivan@x.example (склад)", "with-name"],
  ["ivan@x.example\r\nBcc: spy@y.example", "hidden-signs"],
  ["ivan@x.example\n", "hidden-signs"],
  ["ivan\u0000@x.example", "hidden-signs"],
  ["ivan@\u200bx.example", "hidden-signs"],
  ["ivan@x.\u202eexample", "hidden-signs"],
  ["продажи@vihr.example", "not-latin"],
  ["sаles@vihr.example", "not-latin"], // a Cyrillic а
  ["sales@gmаil.example", "mixed-letters"], // a Cyrillic а
  [`${"a".repeat(65)}@x.example`, "too-long"],
  [`a@${"b".repeat(250)}.example`, "too-long"],
  [`a@${"b".repeat(64)}.example`, "not-an-address"],
])("%j is refused: %s", (typed, kind) => {
  expect(checkAddress(typed).kind).toBe(kind);
});

describe("a slip of the pen is pointed out, never mended", () => {
  test.each([
    ["ivan@gmial.com", "ivan@gmail.com"],
    ["ivan@gmail.con", "ivan@gmail.com"],
    ["ivan@gmai.com", "ivan@gmail.com"],
    ["ivan@mail.ry", "ivan@mail.ru"],
    ["ivan@maill.ru", "ivan@mail.ru"],
    ["ivan@yadnex.ru", "ivan@yandex.ru"],
    ["ivan@yandex.ri", "ivan@yandex.ru"],
    ["ivan@ukr.ner", "ivan@ukr.net"],
    ["ivan@outlok.com", "ivan@outlook.com"],
  ])("%s: probably %s", (typed, meant) => {
    expect(hintFor(typed)).toBe(meant);
    expect(taken(typed)).toBe(typed);
  });
  test.each([
    "ivan@gmail.com",
    "ivan@ymail.com",
    "ivan@mail.ua",
    "ivan@vihr-opt.example",
    "ivan@mail.example",
  ])("%s is as it should be", (typed) => {
    expect(hintFor(typed)).toBeUndefined();
  });
});

test("F127 whatever is typed, an address that is taken holds one @ and nothing that could end a header or begin another recipient", () => {
  const ends = fc.constantFrom(
    "@x.example",
    "@почта.рф",
    ",b@y.example",
    "\r\nBcc: c@z.example",
    ">",
    "\u0000",
    "",
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), ends, (start, end) => {
      const address = taken(start + end);
      if (address === undefined) return;
      const signs = address.split("");
      expect(signs.filter((sign) => sign === "@")).toHaveLength(1);
      expect(signs.filter((sign) => ' ,;:<>()"[]\\\u007f'.includes(sign) || sign < " ")).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});
