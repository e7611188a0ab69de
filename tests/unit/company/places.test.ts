/** What stands above a place: departments, heads, the entity. */
import { describe, expect, test } from "vitest";
import {
  activeAdministrators,
  humanOf,
  isAdministrator,
  personById,
  personByTelegram,
} from "../../../flows/company/directory.ts";
import { departmentOf, entityOf, headsUp, pathUp, timeZoneOf } from "../../../flows/company/places.ts";
import { chain, person, place } from "./chain.ts";

test("the way up begins at the place and ends at the top", () => {
  expect(pathUp(chain(), place("store-1"))).toEqual(["store-1", "region", "office"]);
});

test("a loop in the data ends the way up instead of hanging it", () => {
  const company = chain();
  const departments = company.departments.map((one) =>
    one.id === place("office") ? { ...one, parent: place("store-1") } : one,
  );
  expect(pathUp({ ...company, departments }, place("store-1"))).toEqual(["store-1", "region", "office"]);
});

describe("heads from a store upward", () => {
  test("come nearest first", () => {
    expect(headsUp(chain(), place("store-1"))).toEqual(["head-1", "regional", "boss"]);
  });
  test("skip who has left", () => {
    expect(headsUp(chain({}, ["regional"]), place("store-1"))).toEqual(["head-1", "boss"]);
  });
  test("name nobody twice, even one who heads two levels", () => {
    const company = chain();
    const departments = company.departments.map((one) =>
      one.id === place("region") ? { ...one, head: person("boss") } : one,
    );
    expect(headsUp({ ...company, departments }, place("store-1"))).toEqual(["head-1", "boss"]);
  });
});

test("a place has the entity and the time zone of its own country", () => {
  expect(entityOf(chain(), place("store-1")).country).toBe("RU");
  expect(timeZoneOf(chain(), place("store-2"))).toBe("Europe/Kyiv");
});

test("asking the entity of a place that never was is a bug and says so", () => {
  expect(departmentOf(chain(), place("moon"))).toBeUndefined();
  expect(() => entityOf(chain(), place("moon"))).toThrow(/moon/);
});

test("people are found by id also after they left, by Telegram only while they work here", () => {
  const company = chain({}, ["clerk-1"]);
  const people = company.people.map((one) => (one.id === person("clerk-1") ? { ...one, telegram: 7 } : one));
  expect(personById({ ...company, people }, person("clerk-1"))?.active).toBe(false);
  expect(personByTelegram({ ...company, people }, 7)).toBeUndefined();
  expect(humanOf(company, person("stranger"))).toBe("stranger");
});

test("an administrator who has left administers nothing", () => {
  expect(isAdministrator(chain(), person("admin"))).toBe(true);
  expect(isAdministrator(chain({}, ["admin"]), person("admin"))).toBe(false);
  expect(activeAdministrators(chain({}, ["admin"]))).toEqual([]);
});
