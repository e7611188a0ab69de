import { expect, test } from "vitest";
import { joined, keptParts, type Part } from "../../../bot/cards/fit.ts";

const parts: readonly Part[] = [
  { html: "<b>Счёт</b>" },
  { html: "Номер", dispensable: 2 },
  { html: "Сумма", dispensable: 2 },
  { html: "Заказ", dispensable: 2 },
  { html: "Слова", dispensable: 1 },
  { html: "Стадия" },
];

test.each([
  [35, ["<b>Счёт</b>", "Номер", "Сумма", "Заказ", "Слова", "Стадия"]],
  [34, ["<b>Счёт</b>", "Номер", "Сумма", "Слова", "Стадия"]],
  [28, ["<b>Счёт</b>", "Номер", "Слова", "Стадия"]],
  [22, ["<b>Счёт</b>", "Слова", "Стадия"]],
  [16, ["<b>Счёт</b>", "Стадия"]],
])(
  "with room for %i characters only as much is left out as must be: of equals the last first",
  (max, kept) => {
    expect(keptParts(parts, max).map((part) => part.html)).toEqual(kept);
  },
);

test("where what must stay is too long itself, whole lines from the beginning stay", () => {
  expect(joined(keptParts(parts, 10))).toBe("<b>Счёт</b>\n…");
});
