/** Whom a post addresses, who may file where, and what stands empty. */
import { describe, expect, test } from "vitest";
import {
  findHolders,
  holdersOf,
  holdsFor,
  placesToFileAt,
  postsOf,
  unheldPosts,
} from "../../../flows/company/holders.ts";
import { chain, holds, person, place, post } from "./chain.ts";

const merchandiser = post("merchandiser");
const store = place("store-1");

describe("a post is sought at the request's place, then up the parents, then among holders without a place", () => {
  const cases: [string, string[], string[]][] = [
    ["at the place itself", ["merch merchandiser@store-1", "merch-2 merchandiser@office"], ["merch"]],
    ["one level up", ["merch merchandiser@region"], ["merch"]],
    ["two levels up", ["merch merchandiser@office"], ["merch"]],
    ["without a place", ["merch merchandiser"], ["merch"]],
    ["a place wins over no place", ["merch merchandiser", "merch-2 merchandiser@office"], ["merch-2"]],
    [
      "everybody at the first level is asked",
      ["merch merchandiser@region", "merch-2 merchandiser@region", "boss merchandiser@office"],
      ["merch", "merch-2"],
    ],
    ["a sister store's holder is not asked", ["merch merchandiser@store-2"], []],
    ["a holder of another post is not asked", ["merch director@office"], []],
  ];
  test.each(cases)("%s", (_, held, expected) => {
    const holders = held.map((line) => {
      const [name = "", what = ""] = line.split(" ");
      return holds(name, what);
    });
    expect(holdersOf(chain({ holders }), merchandiser, store)).toEqual(expected);
  });

  test("who has left is passed over, and the next level answers", () => {
    const holders = [holds("merch", "merchandiser@region"), holds("merch-2", "merchandiser@office")];
    const company = chain({ holders }, ["merch"]);
    expect(findHolders(company, merchandiser, store)).toEqual({
      department: "office",
      people: ["merch-2"],
    });
  });

  test("the level at which a post was found is told, none for holders without a place", () => {
    expect(findHolders(chain(), merchandiser, store)?.department).toBe("office");
    const everywhere = chain({ holders: [holds("merch", "merchandiser")] });
    expect(findHolders(everywhere, merchandiser, store)).toEqual({ people: ["merch"] });
  });

  test("a person holds a post for a place only while nobody stands nearer", () => {
    const holders = [holds("merch", "merchandiser@store-1"), holds("merch-2", "merchandiser@office")];
    const company = chain({ holders });
    expect(holdsFor(company, person("merch-2"), merchandiser, store)).toBe(false);
    expect(holdsFor(company, person("merch-2"), merchandiser, place("store-2"))).toBe(true);
  });
});

test("who has left holds no posts", () => {
  expect(postsOf(chain(), person("clerk-1"))).toHaveLength(1);
  expect(postsOf(chain({}, ["clerk-1"]), person("clerk-1"))).toEqual([]);
});

describe("a person files for", () => {
  const filing = [post("store-clerk"), post("store-head")];
  test("the store where he holds a filing post", () => {
    expect(placesToFileAt(chain(), person("clerk-1"), filing)).toEqual(["store-1"]);
  });
  test("each of several stores, once, in the company's order", () => {
    const holders = [
      holds("clerk-1", "store-clerk@store-2"),
      holds("clerk-1", "store-clerk@store-1"),
      holds("clerk-1", "store-head@store-1"),
    ];
    expect(placesToFileAt(chain({ holders }), person("clerk-1"), filing)).toEqual(["store-1", "store-2"]);
  });
  test("every store and warehouse, when he holds the post without a place", () => {
    const holders = [holds("clerk-1", "store-clerk")];
    expect(placesToFileAt(chain({ holders }), person("clerk-1"), filing)).toEqual([
      "store-1",
      "store-2",
      "warehouse",
    ]);
  });
  test("nothing, when his posts don't file", () => {
    expect(placesToFileAt(chain(), person("merch"), filing)).toEqual([]);
  });
  test("no store that is closed", () => {
    const company = chain();
    const departments = company.departments.map((one) => ({ ...one, closed: one.id === store }));
    expect(placesToFileAt({ ...company, departments }, person("clerk-1"), filing)).toEqual([]);
  });
});

test("posts that nobody answers for are told by place", () => {
  const posts = [merchandiser, post("supplier-manager")];
  expect(unheldPosts(chain({}, ["merch"]), posts, [store])).toEqual([
    { post: "merchandiser", place: "store-1" },
    { post: "supplier-manager", place: "store-1" },
  ]);
  expect(unheldPosts(chain(), [merchandiser], [store, place("warehouse")])).toEqual([]);
});
