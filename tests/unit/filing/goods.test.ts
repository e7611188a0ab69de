import { describe, expect, test } from "vitest";
import { goodsOf } from "../../../flows/engine/answers.ts";
import { units, type Thousandths } from "../../../flows/ids.ts";
import { Desk } from "./desk.ts";

const lines = (desk: Desk) => goodsOf(desk.draft.answers);

describe("finding goods", () => {
  test.each([
    ["1002", "quantity"],
    ["0027", "quantity"],
    ["9520000010027", "quantity"],
    ["об-1002", "quantity"],
    ["1002 42", "quantity"],
    ["кросовки чёрный", "sizes"],
    ["вихрь", "models"],
    ["Бутылка для воды 0,7 л", "quantity"],
    ["Вихрь белый 42 2 пары", "confirm"],
    ["1002 42 x3", "confirm"],
    ["1002 х3", "confirm"],
    ["1002 * 3", "confirm"],
    ["1002 × 3", "confirm"],
    ["бутылка 2шт", "confirm"],
    ["Ботинки «Альпы»", "outside"],
  ])("«%s» leads to %s", (text, asked) => {
    expect(new Desk().type(text).asked).toBe(asked);
  });

  test("model, then size, then quantity can all be pressed", () => {
    const desk = new Desk()
      .type("вихрь")
      .press("model", (b) => b.kind === "model" && b.model.includes("чёрный"));
    expect(
      desk.offered.filter((b) => b.kind === "product").map((b) => b.kind === "product" && b.name),
    ).toEqual(["41", "42"]);
    desk.press("product", (b) => b.kind === "product" && b.name === "42").press("quantity");
    expect(lines(desk)).toMatchObject([{ sku: "ОБ-1002", quantity: 1000 }]);
  });

  test("a size typed with the name is not asked again once the model is picked", () => {
    const desk = new Desk().type("вихрь 42 2 пары").press("model");
    expect(desk.asked).toBe("confirm");
  });

  test("a size may be typed instead of pressed", () => {
    expect(new Desk().type("вихрь чёрный").type("р. 41").asked).toBe("quantity");
  });

  test("goods that another entity sells are not found", () => {
    expect(new Desk().type("Крок 40").asked).toBe("outside");
  });
});

describe("a line typed freely", () => {
  test("is echoed, and nothing is taken before it is confirmed", () => {
    const desk = new Desk().type("1002 42 2 пары");
    expect(desk.prompt.ask).toMatchObject({ kind: "confirm", total: 1_000_000, from: "text" });
    expect(lines(desk)).toEqual([]);
    expect(lines(desk.press("right"))).toMatchObject([{ sku: "ОБ-1002", quantity: 2000, price: 500_000 }]);
  });

  test("takes another number typed at the echo for its right quantity", () => {
    const desk = new Desk().type("1002 2 пары").type("5").press("right");
    expect(lines(desk)).toMatchObject([{ quantity: 5000 }]);
  });

  test("with the unit of other goods asks how many there are", () => {
    const desk = new Desk().type("1002 2 шт");
    expect(desk.asked).toBe("quantity");
    expect(desk.last.remarks).toEqual([{ kind: "bad-quantity", why: "other-unit", unit: "пара" }]);
  });

  test("several lines in one message are echoed together, and what is not understood is named", () => {
    const desk = new Desk().type("1002 2 пары\n1020 1 пара\nчто-то ещё");
    expect(desk.prompt.ask).toMatchObject({ kind: "confirm", total: 1_250_000 });
    expect(desk.last.remarks).toEqual([{ kind: "not-understood", pieces: ["что-то ещё"] }]);
    expect(lines(desk.press("right"))).toHaveLength(2);
  });
});

describe("outside the catalogue", () => {
  test("a line has no article and no price, and its unit is what was typed with the number", () => {
    const desk = new Desk().type("Ботинки «Альпы»").press("add-outside").type("2 пары");
    expect(lines(desk)).toEqual([{ line: 1, name: "Ботинки «Альпы»", unit: "пара", quantity: 2000 }]);
    expect(desk.prompt.ask).toMatchObject({ total: 0, unpriced: 1 });
  });

  test("a quantity typed with the name is taken with it", () => {
    const desk = new Desk().type("Ботинки Альпы 3 пары").press("add-outside");
    expect(lines(desk)).toMatchObject([{ name: "Ботинки Альпы", unit: "пара", quantity: 3000 }]);
  });

  test("typing something else searches again", () => {
    expect(new Desk().type("Ботинки").type("1002").asked).toBe("quantity");
  });
});

describe("quantities", () => {
  test.each([
    ["12,5,3", "not-a-number"],
    ["-4", "negative"],
    ["1000000000000", "too-big"],
    ["0", "zero"],
    ["1,5", "no-fractions"],
    ["много", "not-a-number"],
    ["2 кг", "other-unit"],
    ["١٢", "not-a-number"],
  ])("«%s» is refused (%s), and the question stays", (typed, why) => {
    const desk = new Desk().type("1002").type(typed);
    expect(desk.last.remarks).toEqual([{ kind: "bad-quantity", why, unit: "пара" }]);
    expect(desk.asked).toBe("quantity");
  });

  test("goods that can be divided are counted in thousandths", () => {
    const desk = new Desk().type("Кожа").type("1,25");
    expect(lines(desk)).toMatchObject([{ quantity: 1250, unit: "м" }]);
    expect(desk.prompt.ask).toMatchObject({ total: 625_000 });
  });

  test("the same article twice becomes one line with both", () => {
    const desk = new Desk().type("1002").type("2").type("1002").type("3");
    expect(desk.said).toEqual(["added-to"]);
    expect(lines(desk)).toMatchObject([{ line: 1, quantity: 5000 }]);
  });

  test("a number tapped twice is not taken for goods", () => {
    const desk = new Desk().type("1002").type("2").type("2");
    expect(desk.said).toEqual(["not-understood"]);
    expect(lines(desk)).toHaveLength(1);
  });
});

describe("changing lines", () => {
  const filled = (): Desk => new Desk().type("1002").type("2").type("1020").type("1");

  test("a quantity is changed, by pressing the line or typing its place", () => {
    const desk = filled().press("change-lines").type("2").press("change-quantity").type("4");
    expect(lines(desk)).toMatchObject([{ quantity: 2000 }, { sku: "ОБ-1020", quantity: 4000 }]);
    expect(desk.said).toEqual(["changed"]);
  });

  test("a removed line's number is never used again", () => {
    const desk = filled().press("change-lines").press("line").press("remove").type("АК-1054").type("1");
    expect(lines(desk).map(({ line }) => line)).toEqual([2, 3]);
  });

  test("a place that isn't in the list is refused", () => {
    expect(filled().press("change-lines").type("9").said).toEqual(["no-such-line"]);
  });

  test("without any line the question can't be left", () => {
    const desk = new Desk().type("1002").type("2").press("change-lines").press("remove");
    desk.give({ kind: "press", button: { kind: "done" } });
    expect(desk.said).toEqual(["no-goods"]);
  });

  test("a week later the catalogue's new price is shown before anything is sent", () => {
    const desk = Desk.atPreview();
    desk.shelf.products = desk.shelf.products.map((one) => ({ ...one, price: units(700_000) }));
    expect(desk.prompt.ask).toMatchObject({ kind: "preview", parts: [{ total: 1_400_000 }] });
    expect(desk.press("submit").said).toEqual(["prices-changed"]);
    expect(desk.press("submit").last.after?.kind).toBe("submit");
  });
});

describe("a table", () => {
  const thousand = units<Thousandths>(1000);
  const rows = Array.from({ length: 60 }, (_, index) => ({
    row: index + 2,
    sku: "ОБ-1002",
    quantity: thousand,
  }));

  test("is read by a job: the dialogue waits, and 60 rows become 60 lines", () => {
    const desk = new Desk().give({ kind: "table", uniqueId: "t" });
    expect(desk.asked).toBe("reading");
    expect(desk.type("1002").said).toEqual(["still-reading"]);
    desk.give({ kind: "table-read", uniqueId: "t", read: { kind: "rows", rows } });
    expect(desk.prompt.ask).toMatchObject({ kind: "confirm", from: "table", total: 30_000_000 });
    desk.press("right");
    expect(lines(desk)).toHaveLength(60);
    expect(new Set(lines(desk).map(({ line }) => line)).size).toBe(60);
  });

  test("is found by article, barcode or exact name; what isn't in the catalogue is marked by having no article", () => {
    const read = {
      kind: "rows",
      rows: [
        { row: 2, barcode: "9520000010201", quantity: thousand },
        { row: 3, name: "мокасины «аврора м-7», бежевый, р. 37", quantity: thousand },
        { row: 4, name: "Ботинки «Альпы»", unit: "пара", quantity: thousand },
      ],
    } as const;
    const desk = new Desk()
      .give({ kind: "table", uniqueId: "t" })
      .give({ kind: "table-read", uniqueId: "t", read });
    expect(lines(desk.press("right")).map(({ sku }) => sku)).toEqual(["ОБ-1020", "ОБ-1020", undefined]);
  });

  test("with a fault gives nothing, says where it is, and the lines of before stay", () => {
    const desk = new Desk().type("1002").type("2").give({ kind: "table", uniqueId: "t" });
    const half = { row: 7, sku: "ОБ-1002", quantity: units<Thousandths>(1500) };
    desk.give({ kind: "table-read", uniqueId: "t", read: { kind: "rows", rows: [...rows, half] } });
    expect(desk.last.remarks).toMatchObject([{ kind: "table-problems", problems: [{ row: 7 }] }]);
    expect(desk.asked).toBe("goods-list");
    expect(lines(desk)).toHaveLength(1);
  });

  test("with a name longer than a line takes is refused with its row, so that the draft can always be read again", () => {
    const long = { row: 4, name: "я".repeat(4000), quantity: thousand };
    const desk = new Desk().give({ kind: "table", uniqueId: "t" });
    desk.give({ kind: "table-read", uniqueId: "t", read: { kind: "rows", rows: [long] } });
    expect(desk.last.remarks).toMatchObject([{ kind: "table-problems", problems: [{ row: 4 }] }]);
  });

  test("that can't be read at all says why", () => {
    const desk = new Desk().give({ kind: "table", uniqueId: "t" });
    desk.give({ kind: "table-read", uniqueId: "t", read: { kind: "unreadable", said: "это архив" } });
    expect(desk.said).toEqual(["table-unreadable"]);
  });

  test("sent at a later question leads back to the goods and then on to the preview", () => {
    const desk = Desk.atPreview().give({ kind: "table", uniqueId: "t" });
    desk.give({ kind: "table-read", uniqueId: "t", read: { kind: "rows", rows: rows.slice(0, 2) } });
    expect(desk.press("right-and-done").asked).toBe("preview");
    expect(lines(desk)).toHaveLength(3);
  });

  test("read after the person went on to something else is left aside", () => {
    const desk = new Desk().give({ kind: "table", uniqueId: "t" }).press("back");
    desk.give({ kind: "table-read", uniqueId: "t", read: { kind: "rows", rows } });
    expect(lines(desk)).toEqual([]);
  });
});
