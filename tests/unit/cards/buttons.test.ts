/** The button codec: what is packed comes back, everything else is refused without a fuss (W2, F121, T37). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buttonKinds, isMenuData, pack, parseButton, type Button } from "../../../bot/buttons.ts";
import { menus } from "../../../bot/features/presses.ts";
import { id, units, type RequestId, type VisaId } from "../../../flows/ids.ts";

const longest = id<VisaId>(`v${"isa-".repeat(10)}`);
/** Every field at its longest. */
const full = {
  request: units<RequestId>(9_999_999_999),
  revision: 999,
  visa: longest,
  decision: "sent-back",
  index: 7,
  question: 7,
  row: 9_999_999_999,
  deal: 9_999_999_999,
  payment: 9_999_999_999,
  import: 9_999_999_999,
  line: 9_999_999_999,
  amount: -100_000_000_000_000,
  date: "2026-03-12",
  until: "2026-03-31",
  who: "0123abcd",
  successor: "abcd0123",
  shown: "00ff00ff",
  screen: 9_999_999_999,
  view: "suppliers",
  format: "suppliers",
} as const;

function sample(kind: Button["kind"]): Button {
  const taken = parseButtonShape(kind);
  return { kind, ...Object.fromEntries(taken.map((field) => [field, full[field]])) } as unknown as Button; // built by its own shape
}
/** Which fields a kind carries: those without which it can't be packed. */
function parseButtonShape(kind: Button["kind"]): (keyof typeof full)[] {
  const names = Object.keys(full) as (keyof typeof full)[]; // keys of this very object
  return names.filter((field) => {
    const { [field]: _, ...rest } = full;
    try {
      pack({ kind, ...rest } as unknown as Button); // a field is left out on purpose
      return false;
    } catch (error) {
      return error instanceof Error && error.message.endsWith(field);
    }
  });
}

describe("every button", () => {
  test.each(buttonKinds)("%s comes back as it was packed, in at most 64 bytes", (kind) => {
    const button = sample(kind);
    const data = pack(button);
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    expect(parseButton(data)).toEqual(button);
  });
  test("a button that doesn't fit is a bug, found when it is packed", () => {
    const visa = id<VisaId>("v".repeat(61));
    expect(() => pack({ kind: "ask", request: units<RequestId>(1), visa })).toThrow("longer than 64 bytes");
  });
});

describe("forged and old data", () => {
  test.each([
    "",
    ":",
    "a",
    "a:17",
    "a:17:1",
    "a:17:1:merchandiser:x",
    "a:-1:1:merchandiser",
    "a:017:1:merchandiser",
    "a:1e3:1:merchandiser",
    "a:0:1:merchandiser",
    "a:17:1:Мерч",
    "a:17:1:merch/andiser",
    "zz:17",
    "A:17:1:merchandiser",
    " a:17:1:merchandiser",
    "q:17:1:merchandiser:x:1",
    "o:99999999999",
    "o:17\u0000",
    "o:١٧",
    "/",
    "//",
    "inbox/zz/0//h1234",
  ])("%j is no button", (data) => {
    expect(parseButton(data)).toBeUndefined();
  });
  test("whatever bytes come, it answers and never throws; what it takes packs to the same bytes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 70 }), mutated()), (data) => {
        const button = parseButton(data);
        if (button !== undefined) expect(pack(button)).toBe(data);
      }),
      { numRuns: 20_000, seed: 17 },
    );
  });
  test("menu presses go to the plugin only in its own shape", () => {
    expect(isMenuData("inbox/0/1/l.0.0.0.0.0/h\ufffdab", menus)).toBe(true);
    for (const data of [
      "inbox/zz/0//h1",
      "inbox/-1/0//h1",
      "inbox//0//h1",
      "other/0/0//h1",
      "inbox/0/0/",
      "inbox/0/0//x1",
    ])
      expect(isMenuData(data, menus)).toBe(false);
  });
});

/** Good data with one character changed, added or taken away. */
function mutated(): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...buttonKinds),
      fc.nat(70),
      fc.constantFrom("", ":", "0", "-", "a", "/", "й", "\u0000"),
    )
    .map(([kind, position, char]) => {
      const data = pack(sample(kind));
      return data.slice(0, position) + char + data.slice(position + 1);
    });
}
