/** The reasons and quick answers a company starts with, and the titles of posts. */
import { describe, expect, test } from "vitest";
import { knownPosts, type Reason } from "../../../flows/company/company.ts";
import { postTitle, titleOf } from "../../../flows/company/posts.ts";
import { defaultQuickReasons, quickReasonsFor } from "../../../flows/company/quick-reasons.ts";
import { defaultReasons, reasonByCode, reasonsFor } from "../../../flows/company/reasons.ts";
import { languages, type Text } from "../../../flows/ids.ts";
import { chain, person, post } from "./chain.ts";

const codes = (reasons: readonly Reason[]) => reasons.map((reason) => reason.code).join(" ");

describe("of the fifteen reasons", () => {
  test("a write-off offers twelve, a return eight", () => {
    expect(codes(reasonsFor(defaultReasons, "write-off"))).toBe("01 02 03 04 05 06 07 08 09 10 14 99");
    expect(codes(reasonsFor(defaultReasons, "return"))).toBe("01 03 04 11 12 13 14 99");
  });
  test("five need no photo: there is nothing to show", () => {
    expect(codes(defaultReasons.filter((reason) => !reason.photo))).toBe("07 08 10 12 13");
  });
  test("ten want a comment", () => {
    expect(codes(defaultReasons.filter((reason) => reason.comment))).toBe("02 03 07 08 09 10 11 12 14 99");
  });
  test("each is found by its code, an unknown one is not", () => {
    expect(reasonByCode(defaultReasons, "02")?.short.ru).toBe("бой");
    expect(reasonByCode(defaultReasons, "98")).toBeUndefined();
  });
});

describe("quick answers", () => {
  test("of the merchandiser who rejects begin with mark-down", () => {
    const reasons = quickReasonsFor(post("merchandiser"), "reject");
    expect(reasons.map((reason) => reason.title.ru)).toEqual([
      "Можно продать: уценить",
      "Оформить возврат поставщику",
      "Дефект не виден",
      "Не тот товар на фото",
      "Уже оформлено",
    ]);
  });
  test("for rework are common to all but the director", () => {
    const common = quickReasonsFor(post("merchandiser"), "rework");
    expect(common).toHaveLength(4);
    expect(quickReasonsFor(post("supplier-manager"), "rework")).toBe(common);
    expect(quickReasonsFor(post("director"), "rework")[0]?.title.ru).toBe("Нет договора");
  });
  test("for a rejection by a post without a list are none: own words remain", () => {
    expect(quickReasonsFor(post("director"), "reject")).toEqual([]);
  });
  test("have codes that fit into a button and stand once in a list", () => {
    for (const { reasons } of defaultQuickReasons) {
      const all = reasons.map((reason) => reason.code);
      expect(new Set(all).size).toBe(all.length);
      expect(all.every((code) => /^[a-z]{1,10}$/.test(code))).toBe(true);
    }
  });
});

test("no Russian or Ukrainian word holds a Latin letter that looks Cyrillic", () => {
  const texts: Text[] = [
    ...defaultReasons.flatMap((reason) => [reason.title, reason.short]),
    ...defaultQuickReasons.flatMap((list) => list.reasons.map((reason) => reason.title)),
  ];
  for (const text of texts) expect(`${text.ru} ${text.uk}`).not.toMatch(/[a-z]/i);
});

test("every known post has a title in every language; one of a company's own stands for itself", () => {
  for (const known of knownPosts) {
    for (const language of languages) expect(postTitle(post(known), language)).toMatch(/^[\p{L} -]+$/u);
    expect(postTitle(post(known), "ru")).not.toMatch(/[a-z]/i);
  }
  expect(postTitle(post("auditor"), "ru")).toBe("auditor");
});

test("a person's own title goes before that of his post", () => {
  const company = chain();
  const people = company.people.map((one) =>
    one.id === person("boss") ? { ...one, title: "генеральный директор" } : one,
  );
  expect(titleOf({ ...company, people }, person("boss"), post("director"), "ru")).toBe(
    "генеральный директор",
  );
  expect(titleOf(company, person("merch"), post("merchandiser"), "uk")).toBe("мерчандайзер");
});
