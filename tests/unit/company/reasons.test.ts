/** The reasons a company starts with, the titles of posts, and the words of its processes. */
import { describe, expect, test } from "vitest";
import { knownPosts, type Reason } from "../../../flows/company/company.ts";
import { postTitle, titleOf } from "../../../flows/company/posts.ts";
import { processes } from "../../../flows/processes/index.ts";
import { defaultReasons, reasonsFor } from "../../../flows/company/reasons.ts";
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
});

test("no Russian or Ukrainian word holds a Latin letter that looks Cyrillic", () => {
  const texts: Text[] = [
    ...defaultReasons.flatMap((reason) => [reason.title, reason.short]),
    ...processes.flatMap((process) => textsIn(process)),
  ];
  const words = ({ ru, uk }: Text): string => `${ru} ${uk}`.replace(/\{[a-z]+\}/g, "");
  for (const text of texts) expect(words(text)).not.toMatch(/[a-z]/i);
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

/** Every text that a declaration holds, however deep. */
function textsIn(value: unknown): Text[] {
  if (value === null || typeof value !== "object") return [];
  if ("ru" in value && "uk" in value && "en" in value) return [value as Text]; // the schema of processes has checked it
  return Object.values(value).flatMap(textsIn);
}
