/** The demo company: complete enough to try every story with it, and true to its own figures. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadCompanyFile, type LoadedCompany } from "../../../bot/company-file.ts";
import { findHolders, holdersOf, placesToFileAt, unheldPosts } from "../../../flows/company/holders.ts";
import { entityOf, headsUp } from "../../../flows/company/places.ts";
import { isBarcode } from "../../../flows/company/identifiers.ts";
import { formatMoney, sumOf } from "../../../flows/goods/money.ts";
import { units, type Minor, type Thousandths } from "../../../flows/ids.ts";
import { person, place, post } from "./chain.ts";

const file = "playground/demo/company.yaml";
const demo = await loadCompanyFile(file);
const { company, goods = [], suppliers = [] } = demo as LoadedCompany; // the first test says if it is none
const filing = [post("store-clerk"), post("store-head")];
const stores = company.departments.filter((one) => one.kind === "store").map((one) => one.id);

test("is read without a problem", () => {
  expect(demo).toMatchObject({ kind: "loaded" });
  expect([company.people.length, stores.length, suppliers.length, goods.length]).toEqual([22, 4, 6, 64]);
});

test("its people have Telegram numbers from 1001 on, in order", () => {
  expect(company.people.map((one) => one.telegram)).toEqual(company.people.map((_, index) => 1001 + index));
});

test("nobody is missing who signs for a store", () => {
  expect(
    unheldPosts(company, [post("merchandiser"), post("supplier-manager"), post("director")], stores),
  ).toEqual([]);
});

describe("a request of store 2", () => {
  const store = place("store-2");
  test("is filed by its clerks and its head", () => {
    const filers = company.people.filter((one) => placesToFileAt(company, one.id, filing).includes(store));
    expect(filers.map((one) => one.id)).toEqual(["sidorova", "kotov", "gavrilova"]);
  });
  test("asks Belova and Kiselev", () => {
    expect(holdersOf(company, post("merchandiser"), store)).toEqual(["belova"]);
    expect(holdersOf(company, post("supplier-manager"), store)).toEqual(["kiselev"]);
  });
  test("is escalated from their department to the commercial director, then to the director general", () => {
    const department = findHolders(company, post("merchandiser"), store)?.department ?? store;
    expect(headsUp(company, department)).toEqual(["gromov", "sokolova"]);
  });
});

test("a request of the Ukrainian store is decided in Ukrainian by its own office", () => {
  const store = place("ua-store-1");
  expect(entityOf(company, store)).toMatchObject({ country: "UA", timeZone: "Europe/Kyiv" });
  const asked = [
    ...holdersOf(company, post("merchandiser"), store),
    ...holdersOf(company, post("supplier-manager"), store),
  ];
  expect(asked).toEqual(["melnyk", "tkachenko"]);
  for (const name of [...asked, person("koval"), person("bondarenko")]) {
    expect(company.people.find((one) => one.id === name)?.language).toBe("uk");
  }
});

test("every store is headed by who may file there and has a commission of three or more", () => {
  for (const store of company.departments.filter((one) => one.kind === "store")) {
    expect.soft(holdersOf(company, post("store-head"), store.id)).toEqual([store.head]);
    expect.soft(1 + (store.commission?.members.length ?? 0)).toBeGreaterThanOrEqual(3);
  }
});

describe("its goods", () => {
  const find = (sku: string) => goods.find((one) => one.sku === sku);
  const price = (sku: string, pieces: number) =>
    formatMoney(sumOf(find(sku)?.price ?? units<Minor>(0), units<Thousandths>(pieces * 1000)), "RU");
  test("make the sums of the stories: sneakers for 10 000, moccasins for 7 500", () => {
    expect(price("ОБ-1002", 2)).toBe("10\u00a0000\u00a0₽");
    expect(price("ОБ-1020", 3)).toBe("7\u00a0500\u00a0₽");
  });
  test("have right barcodes, prices, suppliers, and the rate of their supplier", () => {
    expect(
      goods.filter((one) => !isBarcode(one.barcode ?? "") || one.price === undefined || !one.supplier),
    ).toEqual([]);
    expect([find("ОБ-1025"), find("ОД-1032"), find("АК-1044")].map((one) => one?.vat)).toEqual([
      10,
      5,
      undefined,
    ]);
  });
  test("are split into models and sizes", () => {
    expect(find("ОБ-1002")).toMatchObject({
      model: "Кроссовки беговые мужские «Вихрь Р-1», чёрный",
      size: "42",
      barcode: "9520000010027",
      unit: "пара",
    });
    expect(find("ОД-1040")?.size).toBe("39-42");
  });
  test("of the Ukrainian store are sold by its entity alone, in hryvnias", () => {
    expect(goods.filter((one) => one.entity === "ua")).toHaveLength(6);
    expect(find("ОБ-2001")).toMatchObject({ vat: 20, supplier: "karpaty", entity: "ua" });
  });
});

test("its texts have no Latin letter inside a Cyrillic word, and a no-break space after №", () => {
  const text = readFileSync(file, "utf8") + readFileSync("playground/demo/goods.csv", "utf8");
  expect(text.match(/[а-яёіїєґ][a-z]|[a-z][а-яёіїєґ]/gi) ?? []).toEqual([]);
  expect(text.split("goods.csv")[0]?.match(/№[^\u00a0]/g) ?? []).toEqual([]);
});
