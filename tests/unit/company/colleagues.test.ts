/** Whom a person may turn to: likely people first, anybody by his name, never himself, never who has left. */
import { describe, expect, test } from "vitest";
import { colleaguesNamed, jobOf, likelyColleagues } from "../../../flows/company/colleagues.ts";
import { chain, holds, person, place } from "./chain.ts";

const merch = person("merch");
const company = chain({
  holders: [
    holds("clerk-1", "store-clerk@store-1"),
    holds("keeper", "merchandiser@office"),
    holds("merch-2", "merchandiser@region"),
    holds("merch", "merchandiser@region"),
  ],
});

describe("likely colleagues", () => {
  test("holders of the same post, those of the same department first, then the heads above the place", () => {
    expect(likelyColleagues(company, merch, place("store-1"))).toEqual([
      "merch-2",
      "keeper",
      "head-1",
      "regional",
      "boss",
    ]);
  });
  test("who has left is not among them, nor the same human with another account", () => {
    const people = company.people.map((one) =>
      one.id === "merch-2"
        ? { ...one, active: false }
        : one.id === "keeper"
          ? { ...one, human: "merch" }
          : one,
    );
    expect(likelyColleagues({ ...company, people }, merch, place("store-1"))).toEqual([
      "head-1",
      "regional",
      "boss",
    ]);
  });
});

describe("by name", () => {
  const names: Record<string, string> = { boss: "Семёнов Пётр Ильич", keeper: "Семенова Ольга Петровна" };
  const people = company.people.map((one) => ({ ...one, name: names[one.id] ?? one.name }));
  const named = (typed: string) => colleaguesNamed({ ...company, people }, merch, typed);
  test.each([
    ["семен", ["boss", "keeper"]],
    ["СЕМЁНОВ Ильич", ["boss"]],
    ["ольга семенова", ["keeper"]],
    ["петровна", ["keeper"]],
    ["меча", []],
    ["merch", ["merch-2"]],
    ["", []],
    ["№ !", []],
  ])("%j finds %j", (typed, expected) => {
    expect(named(typed)).toEqual(expected);
  });
});

test("he is told from his namesakes by his own title, else by his first post", () => {
  expect(jobOf(company, merch, "ru")).toBe("мерчендайзер");
  expect(jobOf(company, person("clerk-2"), "ru")).toBeUndefined();
  const titled = company.people.map((one) => (one.id === "merch" ? { ...one, title: "главный" } : one));
  expect(jobOf({ ...company, people: titled }, merch, "en")).toBe("главный");
});
