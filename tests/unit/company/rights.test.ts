/** Who sees a request; everybody else is told that there is none. */
import { describe, expect, test } from "vitest";
import { isOfStore, maySee } from "../../../flows/company/rights.ts";
import { chain, holds, person, place, post } from "./chain.ts";

const request = {
  place: place("store-1"),
  filer: person("clerk-1"),
  asked: [person("merch")],
  filedBy: [post("store-clerk"), post("store-head")],
};

describe("a request of store 1 is", () => {
  const company = chain({
    holders: [
      holds("clerk-1", "store-clerk@store-1"),
      holds("keeper", "store-clerk@store-1"),
      holds("clerk-2", "store-clerk@store-2"),
      holds("merch-2", "merchandiser@store-1"),
    ],
  });
  const cases: [string, string, boolean][] = [
    ["seen by its filer", "clerk-1", true],
    ["seen by a colleague with a filing post in the store", "keeper", true],
    ["seen by the store's head, who holds no post there", "head-1", true],
    ["seen by the head of the region", "regional", true],
    ["seen by the head of all", "boss", true],
    ["seen by who was asked, though he holds the post no more", "merch", true],
    ["seen by an administrator", "admin", true],
    ["not seen by a clerk of another store", "clerk-2", false],
    ["not seen by the head of another store", "head-2", false],
    ["not seen by somebody of the store whose post doesn't file and who wasn't asked", "merch-2", false],
    ["not seen by somebody unknown", "nobody", false],
  ];
  test.each(cases)("%s", (_, name, seen) => {
    expect(maySee(company, person(name), request)).toBe(seen);
  });
});

test.each(["clerk-1", "merch", "regional", "admin"])("%s sees nothing any more once he has left", (name) => {
  expect(maySee(chain({}, [name]), person(name), request)).toBe(false);
});

test("the store is who may file there and its head, not the heads above", () => {
  expect(isOfStore(chain(), person("head-1"), request)).toBe(true);
  expect(isOfStore(chain(), person("regional"), request)).toBe(false);
});

test("the filer still sees his request after he moved to another store, but is no more of that store", () => {
  const moved = chain({ holders: [holds("clerk-1", "store-clerk@store-2")] });
  expect(maySee(moved, person("clerk-1"), request)).toBe(true);
  expect(isOfStore(moved, person("clerk-1"), request)).toBe(false);
});
