import { expect, test } from "vitest";
import { goodsOf, totalOf } from "../../../flows/engine/answers.ts";
import { Desk } from "./desk.ts";

test("a write-off is filed question by question: goods by article, quantity, reason, photos, comment, preview", () => {
  const desk = new Desk();
  expect(desk.asked).toBe("goods-search");
  expect(desk.prompt.progress).toEqual({ at: 1, of: 4 });
  desk.type("1002");
  expect(desk.prompt.ask).toMatchObject({ kind: "quantity", unit: "пара", price: 500_000 });
  desk.type("2 пары");
  expect(desk.said).toEqual(["added"]);
  expect(desk.prompt.ask).toMatchObject({ kind: "goods-list", total: 1_000_000, unpriced: 0 });
  desk.press("done");
  expect(desk.prompt.progress).toEqual({ at: 2, of: 4 });
  desk.reason("02").photos(["a", "b"]).press("done").type("Разбили при разгрузке");
  expect(desk.prompt.ask).toMatchObject({ kind: "preview", missing: [], pending: 0, twins: [] });
  desk.press("submit");
  expect(desk.last.after?.kind).toBe("submit");
  const parts = desk.last.after?.kind === "submit" ? desk.last.after.parts : [];
  expect(parts).toHaveLength(1);
  expect(goodsOf(parts[0] ?? {})).toMatchObject([
    { sku: "ОБ-1002", quantity: 2000, price: 500_000, line: 1 },
  ]);
  expect(totalOf(parts[0] ?? {}).total).toBe(1_000_000);
  expect(parts[0]?.["comment"]).toEqual({ kind: "text", text: "Разбили при разгрузке" });
});

test("three pairs of one article, one reason and three photos sent one by one take at most 12 actions, the start included", () => {
  const desk = new Desk();
  desk.actions = 1; // «Списание»
  desk
    .type("1002")
    .press("quantity", (b) => b.kind === "quantity" && b.quantity === 3000)
    .press("done");
  desk.reason("01").photos(["a"]).photos(["b"]).photos(["c"]).press("done").press("skip").press("submit");
  expect(desk.last.after?.kind).toBe("submit");
  expect(desk.actions).toBeLessThanOrEqual(12);
});

test("three different pairs with one reason and an album of three photos take at most 12 actions, the start included", () => {
  const desk = new Desk();
  desk.actions = 1;
  desk.type("1002 1 пара").press("right").type("1001 1 пара").press("right");
  desk.type("1004 1 пара").press("right-and-done");
  desk.reason("01").photos(["a", "b", "c"]).press("done").press("skip").press("submit");
  expect(desk.last.after?.kind).toBe("submit");
  expect(desk.actions).toBeLessThanOrEqual(12);
});
