/** Finding goods and suppliers by what people type. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { id, type PersonId, type SupplierId } from "../../../flows/ids.ts";
import { applyCompany } from "../../../db/apply-company.ts";
import { goodsByBarcodeTail, productByBarcode, productsOfModel, searchGoods } from "../../../db/goods.ts";
import type { Store } from "../../../db/open.ts";
import {
  addSupplier,
  giveEmail,
  replaceSuppliers,
  searchSuppliers,
  supplier,
  suppliersPage,
} from "../../../db/suppliers.ts";
import { write } from "../../../db/write.ts";
import { company, goods, openFilled, person, product, suppliers, tuesday } from "./fixture.ts";

let store: Store;
beforeAll(() => {
  store = openFilled();
});
afterAll(() => {
  store.close();
});
const found = (text: string): string[] => searchGoods(store, text, 10).map((one) => one.sku);

describe("goods", () => {
  test.each([
    ["вихрь", ["ОБ-1002-42", "ОБ-1002-43"]],
    ["Кроссовки ВИХР", ["ОБ-1002-42", "ОБ-1002-43"]],
    ["кросовки 43", ["ОБ-1002-43"]],
    ["1002 42", ["ОБ-1002-42"]],
    ["об-1002-42", ["ОБ-1002-42"]],
    ["2421", ["ОБ-1002-42"]],
    ["01384", ["ОБ-2001-38"]],
    ["4600001002438", ["ОБ-1002-43"]],
    ["мокасин бел", ["ОБ-2001-38"]],
    ["сапоги", []],
    ["", []],
    ["*\"' OR 1", []],
  ])("«%s» finds %j", (text, skus) => {
    expect(found(text)).toEqual(skus);
  });

  test("the last digits of a barcode are enough, the whole barcode is exact", () => {
    expect(goodsByBarcodeTail(store, "2438", 5).map((one) => one.sku)).toEqual(["ОБ-1002-43"]);
    expect(goodsByBarcodeTail(store, "1002", 5)).toEqual([]);
    expect(productByBarcode(store, "4600001001384")).toBeUndefined();
    expect(productByBarcode(store, "4600002001384")?.sku).toBe("ОБ-2001-38");
  });

  test("a model gives its sizes in the order of the catalogue", () => {
    const model = "Кроссовки мужские «Вихрь Р-1», чёрный";
    expect(productsOfModel(store, model).map((one) => one.size)).toEqual(["42", "43"]);
  });

  test("a renamed product is found by its new name only, a dropped one not at all", () => {
    const other = openFilled();
    const renamed = [product("ОБ-1002-42", "Кеды «Шторм», р. 42"), ...goods.slice(2)];
    write(other, (tx) => applyCompany(tx, { company: company(), goods: renamed }, tuesday));
    expect(searchGoods(other, "вихрь", 10)).toEqual([]);
    expect(searchGoods(other, "шторм", 10).map((one) => one.sku)).toEqual(["ОБ-1002-42"]);
    expect(goodsByBarcodeTail(other, "2438", 5)).toEqual([]);
    write(other, (tx) => applyCompany(tx, { company: company(), goods }, tuesday));
    expect(searchGoods(other, "вихрь 43", 10).map((one) => one.sku)).toEqual(["ОБ-1002-43"]);
    other.sqlite.exec("INSERT INTO goods_search (goods_search) VALUES ('integrity-check')");
    other.close();
  });
});

describe("suppliers", () => {
  test("are found by part of the name or by tax number; no text gives the first by name", () => {
    expect(searchSuppliers(store, "вектор", 5).map((one) => one.id)).toEqual(["vector"]);
    expect(searchSuppliers(store, "770123", 5).map((one) => one.id)).toEqual(["step"]);
    expect(searchSuppliers(store, "", 5).map((one) => one.id)).toEqual(["vector", "step"]);
    expect(suppliersPage(store, { afterName: "ООО «Вектор обуви»", limit: 5 }).map((one) => one.id)).toEqual([
      "step",
    ]);
  });

  test("one added in the chat is found, kept over company files, and not added twice", () => {
    const other = openFilled();
    const add = (name: string, inn?: string): string =>
      write(other, (tx) => addSupplier(tx, { name, ...(inn !== undefined && { inn }) }, person("clerk")).id);
    const added = add("ИП Новиков", "500100732259");
    expect(add("Новиков", "500100732259")).toBe(added);
    expect(add("ИП Новиков")).toBe(added);
    write(other, (tx) => applyCompany(tx, { company: company(), suppliers }, tuesday));
    expect(searchSuppliers(other, "новиков", 5)).toEqual([
      { id: id(added), name: "ИП Новиков", inn: "500100732259" },
    ]);
    other.close();
  });
});

test("a supplier's typed e-mail gives way to the next one that is typed, and to the company file; what the file states stands", () => {
  const own = openFilled();
  const of = id<SupplierId>("typed");
  const named = { id: of, name: "ООО «Без почты»" };
  const email = (): string | undefined => supplier(own, of)?.email;
  const typed = (address: string): void =>
    write(own, (tx) => giveEmail(tx, of, address, id<PersonId>("kotov")));
  const filed = (address?: string): void => {
    const given = address === undefined ? named : { ...named, email: address };
    write(own, (tx) => replaceSuppliers(tx, [given]));
  };
  filed();
  typed("slip@supplier.example");
  typed("right@supplier.example");
  expect(email()).toBe("right@supplier.example");
  filed();
  expect(email()).toBe("right@supplier.example");
  typed("moved@supplier.example");
  filed("file@supplier.example");
  expect(email()).toBe("file@supplier.example");
  typed("other@supplier.example");
  expect(email()).toBe("file@supplier.example");
  own.close();
});
