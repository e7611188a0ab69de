/** A company file in force: what it replaces, what people keep, and that open requests follow the posts at once. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Company } from "../../../flows/company/company.ts";
import { personById } from "../../../flows/company/directory.ts";
import { placesToFileAt } from "../../../flows/company/holders.ts";
import { id, type Language, type PostId } from "../../../flows/ids.ts";
import { applyCompany, type AppliedCompany } from "../../../db/apply-company.ts";
import { cardOf, requestSubject } from "../../../db/cards.ts";
import { loadCompany } from "../../../db/company.ts";
import { companyChanges, type CompanyChange } from "../../../db/company-changes.ts";
import { product } from "../../../db/goods.ts";
import { inboxCount, waitingFor } from "../../../db/inbox.ts";
import type { Store } from "../../../db/open.ts";
import { enqueue } from "../../../db/outbox.ts";
import {
  contactOf,
  personByPhone,
  personByTelegram,
  setBlocked,
  setLanguage,
  setStarted,
  setTelegram,
} from "../../../db/people.ts";
import { supplier } from "../../../db/suppliers.ts";
import { write } from "../../../db/write.ts";
import {
  at,
  company,
  file,
  goods,
  hour,
  openFilled,
  otherPlace,
  person,
  place,
  sign,
  table,
  tuesday,
} from "./fixture.ts";

let store: Store;
beforeEach(() => {
  store = openFilled();
});
afterEach(() => {
  store.close();
});

const apply = (of: Company, rest: Omit<AppliedCompany, "company"> = {}): readonly CompanyChange[] =>
  write(store, (tx) => applyCompany(tx, { company: of, ...rest }, at(hour)));
const without = (name: string): Company => {
  const of = company();
  return {
    ...of,
    people: of.people.filter((one) => one.id !== name),
    holders: of.holders.filter((one) => one.person !== name),
  };
};

describe("people", () => {
  test("the company is loaded as it was given, and stays the same value while nothing changes", () => {
    expect(loadCompany(store)).toEqual(company());
    expect(loadCompany(store)).toBe(loadCompany(store));
    expect(apply(company())).toEqual([]);
  });

  test("a change that is rolled back leaves the company as it was", () => {
    const before = loadCompany(store);
    expect(() =>
      write(store, (tx) => {
        applyCompany(tx, { company: without("merch") }, tuesday);
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(loadCompany(store)).toEqual(before);
    apply({ ...company(), name: "Другое имя" });
    expect(loadCompany(store).name).toBe("Другое имя");
  });

  test("who is missing loses his posts and becomes inactive, but his name stays in the history", () => {
    const changes = apply(without("merch"));
    expect(personById(loadCompany(store), person("merch"))).toMatchObject({ name: "merch", active: false });
    expect(loadCompany(store).holders.some((one) => one.person === "merch")).toBe(false);
    expect(personByTelegram(store, 1004)).toBeUndefined();
    expect(changes).toContainEqual({ kind: "removed", section: "holders", id: "merch: merchandiser@office" });
    expect(companyChanges(store, { limit: 1 })[0]).toMatchObject({ at: at(hour) });
  });

  test("an account that was joined by contact stays, unless the file gives it to somebody", () => {
    const plain: Company = {
      ...company(),
      people: company().people.map(({ telegram: _telegram, ...one }) => ({
        ...one,
        phone: `7900000${one.id.length}`,
      })),
    };
    apply(plain);
    expect(contactOf(store, person("clerk"))?.telegram).toBe(1001);
    const taken = plain.people.map((one) => (one.id === "head" ? { ...one, telegram: 1001 } : one));
    apply({ ...plain, people: taken });
    expect(contactOf(store, person("head"))?.telegram).toBe(1001);
    expect(contactOf(store, person("clerk"))?.telegram).toBeUndefined();
  });

  test("two people may exchange their accounts in one file", () => {
    const swapped = company().people.map((one) =>
      one.id === "clerk" ? { ...one, telegram: 1003 } : one.id === "head" ? { ...one, telegram: 1001 } : one,
    );
    apply({ ...company(), people: swapped });
    expect(personByTelegram(store, 1003)?.id).toBe("clerk");
    expect(personByTelegram(store, 1001)?.id).toBe("head");
  });

  test("a language that a person chose wins over the file; a first guess only until the file says his own", () => {
    const speak = (language: Language, chosen: boolean): void => {
      write(store, (tx) => {
        setLanguage(tx, person(chosen ? "clerk" : "head"), language, chosen);
      });
    };
    speak("uk", true);
    speak("en", false);
    apply({ ...company(), name: "Иначе" });
    expect(personById(loadCompany(store), person("clerk"))?.language).toBe("uk");
    expect(personById(loadCompany(store), person("head"))?.language).toBe("en");
    const speaking = company().people.map((one) =>
      ["clerk", "head"].includes(one.id) ? { ...one, language: "uk" as const } : one,
    );
    speak("en", true);
    apply({ ...company(), people: speaking });
    expect(personById(loadCompany(store), person("clerk"))?.language).toBe("en");
    expect(personById(loadCompany(store), person("head"))?.language).toBe("uk");
  });

  test("joining by contact: the phone is known, the account is free or one's own", () => {
    apply({
      ...company(),
      people: company().people.map((one) =>
        one.id === "clerk2"
          ? {
              id: one.id,
              name: one.name,
              human: one.human,
              language: "ru",
              active: true,
              phone: "79001234567",
            }
          : one,
      ),
    });
    expect(personByPhone(store, "79001234567")?.id).toBe("clerk2");
    const join = (telegram: number): boolean =>
      write(store, (tx) => setTelegram(tx, person("clerk2"), telegram, tuesday));
    expect(join(1001)).toBe(false);
    expect(join(5005)).toBe(true);
    expect(personByTelegram(store, 5005)?.id).toBe("clerk2");
    expect(join(5005)).toBe(true);
  });
});

describe("open requests", () => {
  test("a dismissed signer loses his cards, the next holder is asked, and nothing waits for nobody (F87)", () => {
    const requests = Array.from({ length: 30 }, () => file(store).id);
    const successor: Company = {
      ...without("merch"),
      holders: [
        ...without("merch").holders,
        { person: person("merch2"), post: id<PostId>("merchandiser"), department: id("office") },
      ],
    };
    apply(successor);
    expect(inboxCount(store, person("merch"), tuesday).count).toBe(0);
    expect(inboxCount(store, person("merch2"), tuesday)).toMatchObject({
      count: 30,
      sums: [{ total: 30_000_000 }],
    });
    for (const request of requests) {
      expect(cardOf(store, person("merch"), requestSubject(request))).toMatchObject({ dirty: 1 });
      expect(cardOf(store, person("merch2"), requestSubject(request))).toMatchObject({ ring: 1 });
    }
  });

  test("a tap of somebody whose post was taken away a second ago is refused (F76)", () => {
    const { id: request } = file(store);
    apply(without("merch"));
    expect(sign(store, request, "merch")).toMatchObject({ refusal: { kind: "not-yours" } });
  });

  test("nobody left to sign: administrators and the store are told once", () => {
    file(store);
    const of = without("merch");
    apply({ ...of, departments: of.departments.map(({ head: _head, ...one }) => one) });
    const told = (): unknown[] =>
      table(store, "outbox").filter((row) => String(row["payload"]).includes("nobody-to-sign"));
    expect(told().length).toBeGreaterThan(0);
    const before = told().length;
    apply({ ...of, name: "Снова", departments: of.departments.map(({ head: _head, ...one }) => one) });
    expect(told()).toHaveLength(before);
  });

  test("other working hours move what is overdue and the next reminder", () => {
    const { id: request } = file(store);
    apply({
      ...company(),
      workingHours: { days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "23:59", holidays: [] },
    });
    expect(waitingFor(store, request)[0]?.dueAt).toBe(at(8 * hour));
    apply({ ...company(), workingHours: { days: [2], from: "09:00", to: "11:00", holidays: [] } });
    expect(waitingFor(store, request)[0]?.dueAt).toBeGreaterThan(at(24 * hour));
  });

  test("a store that is gone from the file files nothing new, but what it filed can be decided", () => {
    const { id: request } = file(store);
    const closed = company().departments.filter((one) => one.id !== place);
    apply({ ...company(), departments: closed });
    expect(placesToFileAt(loadCompany(store), person("clerk"), [id("store-clerk")])).toEqual([]);
    expect(sign(store, request, "merch")).toMatchObject({ request: { status: "held" } });
    apply({
      ...company(),
      departments: [...closed, ...company().departments.filter((one) => one.id === place)],
    });
    expect(placesToFileAt(loadCompany(store), person("clerk"), [id("store-clerk")])).toEqual([place]);
    expect(loadCompany(store).departments.map((one) => one.id)).toContain(otherPlace);
  });
});

describe("goods and suppliers", () => {
  test("sections that the file doesn't name stay; named ones are replaced, counted in the log", () => {
    expect(apply(company())).toEqual([]);
    expect(product(store, id("ОБ-1002-42"))?.price).toBe(500_000);
    const changes = apply(company(), { goods: goods.slice(1), suppliers: [] });
    expect(changes).toEqual([
      { kind: "replaced", section: "suppliers", written: 0, removed: 2 },
      { kind: "replaced", section: "goods", written: 0, removed: 1 },
    ]);
    expect(product(store, id("ОБ-1002-42"))).toBeUndefined();
    expect(supplier(store, id("step"))?.name).toBe("ООО «Степ»");
  });
});

describe("who can't be written to", () => {
  const say = (): number | undefined =>
    write(store, (tx) =>
      enqueue(tx, { chat: 1001, lane: "answer", method: "sendMessage", payload: {}, at: tuesday }),
    );
  const waiting = (): unknown[] => table(store, "outbox").map((row) => Number(row["due_at"]) <= at(hour));

  test("what is for a person who stopped the bot waits until he starts it again, in order (F37)", () => {
    say();
    write(store, (tx) => {
      setBlocked(tx, person("clerk"), tuesday);
    });
    say();
    file(store);
    expect(waiting()).toEqual([false, false]);
    expect(cardOf(store, person("clerk"), "request:1")?.dueAt).toBeGreaterThan(at(1000 * hour));
    write(store, (tx) => {
      setStarted(tx, person("clerk"), at(hour));
    });
    expect(waiting()).toEqual([true, true]);
    expect(cardOf(store, person("clerk"), "request:1")?.dueAt).toBe(at(hour));
  });
});
