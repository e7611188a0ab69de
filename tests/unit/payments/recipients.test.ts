/** Who hears of a deal's payments, and who may look at it (O8, S1.27, S1.29). */
import { describe, expect, test } from "vitest";
import type { AlertPost, Company } from "../../../flows/company/company.ts";
import { id, type DepartmentId, type PostId } from "../../../flows/ids.ts";
import {
  alertRecipients,
  headOfManager,
  hearsOfAll,
  isAccountant,
  managersUnder,
  maySeeDeal,
} from "../../../flows/payments/recipients.ts";
import { company as small, person } from "../engine/fixture.ts";

const department = (name: string): DepartmentId => id<DepartmentId>(name);
const post = (name: string): PostId => id<PostId>(name);
/** `director` heads the company, `chief` the office in it, `head` the store below; `manager` and `merch` sell. */
function company(change: Partial<Company> & { posts?: Record<string, string> } = {}): Company {
  const posts = {
    manager: "sales-manager@office",
    merch: "sales-manager@store",
    chief: "sales-head@office",
    clerk: "accountant@top",
    clerk2: "store-clerk@store",
    ...change.posts,
  };
  return small({ ...change, posts });
}
const deal = (manager?: string) => (manager === undefined ? {} : { manager: person(manager) });
/** The company once somebody has left: known by name, but active no more and without posts. */
function without(...names: readonly string[]): Company {
  const of = company();
  const gone = (who: string): boolean => names.includes(who);
  return {
    ...of,
    people: of.people.map((one) => ({ ...one, active: one.active && !gone(one.id) })),
    holders: of.holders.filter((holder) => !gone(holder.person)),
  };
}
const alsoTo = (...alertsTo: readonly AlertPost[]): Company => company({ alertsTo });

describe("who hears", () => {
  test.each<[string, Company, string | undefined, string | undefined, string[]]>([
    ["the manager and the head of his department", company(), "manager", undefined, ["manager", "chief"]],
    ["the nearest head, not those above him", company(), "merch", undefined, ["merch", "head"]],
    [
      "a manager who is the head himself, and the head above him",
      company(),
      "chief",
      undefined,
      ["chief", "director"],
    ],
    [
      "who heads all of it hears alone",
      company({ posts: { director: "director@top" } }),
      "director",
      undefined,
      ["director"],
    ],
    ["a manager without a department hears alone", company(), "merch2", undefined, ["merch2"]],
    [
      "a manager with posts in two departments: the head of the first",
      company({ posts: { manager: "sales-manager@store merchandiser@office" } }),
      "manager",
      undefined,
      ["manager", "head"],
    ],
    [
      "a head who has left: the one above him",
      without("chief"),
      "manager",
      undefined,
      ["manager", "director"],
    ],
    [
      "a manager who has left: the head of where he was, and the administrators",
      without("manager"),
      "manager",
      "office",
      ["chief", "admin"],
    ],
    [
      "who has left from nobody knows where: the administrators",
      without("manager"),
      "manager",
      undefined,
      ["admin"],
    ],
    [
      "who has left from a department that is gone: the administrators",
      without("manager"),
      "manager",
      "gone",
      ["admin"],
    ],
    [
      "who has left and was the head himself: the head above",
      without("chief"),
      "chief",
      "office",
      ["director", "admin"],
    ],
    ["an unknown manager: the administrators", company(), "nobody", undefined, ["admin"]],
    ["a deal without a manager: the administrators", company(), undefined, undefined, ["admin"]],
    [
      "posts that an administrator added, wherever they are held",
      alsoTo({ post: post("accountant") }),
      "manager",
      undefined,
      ["manager", "chief", "clerk"],
    ],
    [
      "posts of one department, sought up from it as everywhere else",
      alsoTo({ post: post("accountant"), department: department("store") }),
      "manager",
      undefined,
      ["manager", "chief", "clerk"],
    ],
    [
      "a post of a department that is held elsewhere only",
      alsoTo({ post: post("store-clerk"), department: department("office") }),
      "manager",
      undefined,
      ["manager", "chief"],
    ],
    [
      "nobody twice",
      alsoTo({ post: post("sales-head") }, { post: post("sales-manager"), department: department("office") }),
      "manager",
      undefined,
      ["manager", "chief"],
    ],
    ["a post that nobody holds", alsoTo({ post: post("warehouse") }), undefined, undefined, ["admin"]],
  ])("%s", (_, of, manager, formerly, expected) => {
    const where = formerly === undefined ? undefined : department(formerly);
    expect(alertRecipients(of, deal(manager), where)).toEqual(expected);
  });

  test("who has left holds no added post any more", () => {
    const of = { ...without("clerk"), alertsTo: [{ post: post("accountant") }] };
    expect(alertRecipients(of, deal("manager"))).toEqual(["manager", "chief"]);
    expect(hearsOfAll(of, person("clerk"))).toBe(false);
    expect(hearsOfAll(alsoTo({ post: post("accountant") }), person("clerk"))).toBe(true);
  });

  test("the head of a manager is who hears with him", () => {
    expect(headOfManager(company(), person("manager"))).toBe("chief");
    expect(headOfManager(without("manager"), person("manager"), department("office"))).toBe("chief");
    expect(headOfManager(company(), person("merch2"))).toBeUndefined();
  });
});

describe("who may look at a deal", () => {
  const yes = true;
  const no = false;
  test.each<[string, string, string | undefined, boolean]>([
    ["its manager", "manager", "manager", yes],
    ["another manager", "merch", "manager", no],
    ["the head of his department", "chief", "manager", yes],
    ["a head further up", "director", "merch", yes],
    ["the head of a department below", "head", "manager", no],
    ["an accountant", "clerk", "manager", yes],
    ["an administrator", "admin", "manager", yes],
    ["a clerk of the store", "clerk2", "merch", no],
    ["an accountant, where there is no manager", "clerk", undefined, yes],
    ["a manager, where there is no manager", "manager", undefined, no],
    ["a stranger", "nobody", "manager", no],
  ])("%s", (_, who, manager, may) => {
    expect(maySeeDeal(company(), person(who), deal(manager))).toBe(may);
  });

  test("of somebody who has left: the heads of where he was, near and far, as long as it is known", () => {
    const of = without("merch");
    expect(maySeeDeal(of, person("head"), deal("merch"), department("store"))).toBe(yes);
    expect(maySeeDeal(of, person("head"), deal("merch"))).toBe(no);
    expect(maySeeDeal(of, person("director"), deal("merch"), department("store"))).toBe(yes);
    expect(maySeeDeal(of, person("manager"), deal("merch"), department("store"))).toBe(no);
    expect(maySeeDeal(of, person("merch"), deal("merch"), department("store"))).toBe(no);
  });

  test("a post that hears of every deal may look at every deal", () => {
    const of = alsoTo({ post: post("store-clerk") });
    expect(maySeeDeal(of, person("clerk2"), deal("manager"))).toBe(yes);
  });
});

test("who keeps the books: who holds the accountant's post, wherever, as long as he works here", () => {
  expect(isAccountant(company(), person("clerk"))).toBe(true);
  expect(isAccountant(company(), person("director"))).toBe(false);
  expect(isAccountant(without("clerk"), person("clerk"))).toBe(false);
});

test("a head's managers are all who hold posts in what he heads and below it, but not he himself", () => {
  expect(managersUnder(company(), person("chief")).toSorted()).toEqual(["clerk2", "manager", "merch"]);
  expect(managersUnder(company(), person("head")).toSorted()).toEqual(["clerk2", "merch"]);
  expect(managersUnder(company(), person("manager"))).toEqual([]);
});
