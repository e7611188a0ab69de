/** Other people's words on a screen (F115–F118, W11). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messagesOf, shownLength, textMax } from "../../../bot/cards/fit.ts";
import { cut, line, words } from "../../../bot/cards/shown-text.ts";

describe("a field of one line", () => {
  test.each([
    ["<b>&", "&lt;b&gt;&amp;"],
    ["а\nб\tв", "а б в"],
    ["Ко\u202Eтов\u200B", "Котов"],
    ["👨‍👩‍👧 семья", "👨‍👩‍👧 семья"],
    ["з\u0301\u0301\u0301\u0301а", "з\u0301\u0301а"],
    ["половина \ud83d пары", "половина пары"],
  ])("%j becomes %j", (typed, shown) => {
    expect(line(typed)).toBe(shown);
  });
});

describe("words of several lines", () => {
  test("hidden marks are shown by their numbers, line ends stay", () => {
    expect(words("раз\r\nдва \u2066три\u0000")).toBe("раз\nдва ⟦U+2066⟧три⟦U+0000⟧");
  });
  test("no text brings a hidden character or an open tag onto the screen", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const html = words(text);
        expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]|<(?!\/?blockquote)/);
        expect(html).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: 5000, seed: 17 },
    );
  });
});

test("cutting keeps whole letters: no emoji is halved (F117)", () => {
  expect(cut("👨‍👩‍👧".repeat(5), 3)).toBe("👨‍👩‍👧👨‍👩‍👧…");
  expect(cut("короче", 10)).toBe("короче");
});

test("Telegram counts what it shows: code points after the tags are read (T28)", () => {
  expect(shownLength("<b>&lt;👟</b>\n")).toBe(3);
});

test("long lists are dealt out over messages, no line is lost and none is too long", () => {
  const lines = Array.from({ length: 500 }, (_, index) => `${index}. ${"ж".repeat(90)}`);
  const messages = messagesOf(lines);
  expect(messages.every((message) => shownLength(message) <= textMax)).toBe(true);
  expect(messages.join("\n").split("\n")).toEqual(lines);
});
