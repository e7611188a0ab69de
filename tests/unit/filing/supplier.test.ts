import { describe, expect, test } from "vitest";
import { goodsOf } from "../../../flows/engine/answers.ts";
import { id, type SupplierId } from "../../../flows/ids.ts";
import { supplierReturn } from "../../../flows/processes/return.ts";
import { Desk } from "./desk.ts";

const atSupplier = (...goods: string[]): Desk => {
  const desk = new Desk({ process: supplierReturn });
  for (const sku of goods) desk.type(sku).type("1");
  return desk.press("done").reason("01").photos(["a"]).press("done");
};
const answer = (desk: Desk) => desk.draft.answers["supplier"];

describe("the supplier of a return", () => {
  test("is by default the goods' own: one press", () => {
    const desk = atSupplier("1020");
    expect(desk.prompt.ask).toMatchObject({ kind: "supplier", own: { id: "moka" } });
    expect(desk.prompt.buttons[0]).toMatchObject([{ kind: "supplier", supplier: "moka" }]);
    expect(answer(desk.press("supplier"))).toEqual({
      kind: "supplier",
      supplier: { id: "moka", name: "ООО «Мокасин-Трейд»" },
    });
  });

  test("may be another one, by part of the name or by tax number", () => {
    expect(answer(atSupplier("1020").type("вихрь").press("supplier"))).toMatchObject({
      supplier: { id: "vihr" },
    });
    expect(answer(atSupplier("1020").type("9602000117"))).toMatchObject({ supplier: { id: "vihr" } });
    expect(atSupplier("1020").type("Никто").said).toEqual(["no-such-supplier"]);
  });

  test("may be new: a name, and a tax number that is checked when it is given", () => {
    const desk = atSupplier("1020").press("new-supplier").type("ООО «Новый»");
    expect(desk.type("7707083894").last.remarks).toEqual([{ kind: "bad-number", country: "RU" }]);
    desk.type("7707083893");
    expect(desk.last.after).toEqual({ kind: "add-supplier", name: "ООО «Новый»", number: "7707083893" });
    const supplier = { id: id<SupplierId>("added-1"), name: "ООО «Новый»", inn: "7707083893" };
    desk.give({ kind: "supplier-added", supplier });
    expect(answer(desk)).toMatchObject({ supplier: { id: "added-1" } });
    expect(desk.asked).toBe("plain");
  });

  test("new without a number is taken as well, and one that is known already is not made twice", () => {
    const desk = atSupplier("1020").press("new-supplier").type("ООО «Новый»").press("skip");
    expect(desk.last.after).toEqual({ kind: "add-supplier", name: "ООО «Новый»" });
    const known = atSupplier("1020").press("new-supplier").type("АО «Вихрь-Опт»");
    expect(known.said).toEqual(["supplier-known"]);
    expect(answer(known)).toMatchObject({ supplier: { id: "vihr" } });
  });

  test("missing blocks the start with a clear word, and the same draft goes on after it is filled (S0.19, S0.20)", () => {
    const desk = atSupplier("1020").press("later").press("skip");
    expect(desk.prompt.ask).toMatchObject({ kind: "preview", missing: ["supplier"] });
    desk.press("submit");
    expect(desk.last.after).toBeUndefined();
    expect(desk.last.remarks).toEqual([{ kind: "missing", questions: ["supplier"] }]);
    expect(desk.asked).toBe("supplier");
    desk.press("supplier");
    expect(desk.asked).toBe("preview");
    expect(desk.press("submit").last.after?.kind).toBe("submit");
  });

  test("of the goods is asked anew when the goods are of another one now", () => {
    const desk = atSupplier("1020").press("supplier").press("skip");
    desk
      .press("change")
      .press("question")
      .press("change-lines")
      .press("remove")
      .type("1002")
      .type("1")
      .press("done");
    expect(desk.asked).toBe("supplier");
    expect(desk.prompt.ask).toMatchObject({ own: { id: "vihr" } });
  });
});

describe("goods of two suppliers", () => {
  test("are asked about: split, they become one request each with the same reason, photos and comment", () => {
    const desk = atSupplier("1020", "1002");
    expect(desk.prompt.ask).toMatchObject({
      kind: "split",
      suppliers: ["ООО «Мокасин-Трейд»", "АО «Вихрь-Опт»"],
    });
    desk.press("split").press("skip");
    expect(desk.prompt.ask).toMatchObject({
      kind: "preview",
      missing: [],
      parts: [{ total: 250_000 }, { total: 500_000 }],
    });
    desk.press("submit");
    const parts = desk.last.after?.kind === "submit" ? desk.last.after.parts : [];
    expect(parts.map((part) => goodsOf(part).map(({ sku }) => sku))).toEqual([["ОБ-1020"], ["ОБ-1002"]]);
    expect(parts.map((part) => part["supplier"])).toMatchObject([
      { supplier: { id: "moka" } },
      { supplier: { id: "vihr" } },
    ]);
    expect(parts[0]?.["photos"]).toEqual(parts[1]?.["photos"]);
  });

  test("may stay one request with one supplier chosen", () => {
    const desk = atSupplier("1020", "1002").press("together").press("supplier").press("skip").press("submit");
    expect(desk.last.after?.kind === "submit" ? desk.last.after.parts : []).toHaveLength(1);
  });

  test("split and then reduced to one supplier are one request, whose supplier is asked", () => {
    const desk = atSupplier("1020", "1002").press("split").press("skip");
    desk.press("change").press("question").press("change-lines").press("line").press("remove").press("done");
    desk.press("submit");
    expect(desk.last.remarks).toEqual([{ kind: "missing", questions: ["supplier"] }]);
  });
});
