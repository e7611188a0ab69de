/** What waits for a person, in pages that cost the same however long the pile is. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { inbox, inboxCount, inboxFilters, type InboxLine } from "../../../db/inbox.ts";
import type { Store } from "../../../db/open.ts";
import {
  at,
  company,
  file,
  hour,
  openFilled,
  otherPlace,
  pairs,
  perform,
  person,
  place,
  sign,
  supplierReturn,
  table,
  writeOff,
} from "./fixture.ts";
import { id, type RequestId } from "../../../flows/ids.ts";

let store: Store;
const me = person("merch");
beforeAll(() => {
  const of = company();
  store = openFilled({
    ...of,
    holders: [...of.holders, { person: person("clerk"), post: id("store-clerk"), department: otherPlace }],
  });
  for (let n = 0; n < 60; n += 1)
    file(store, {
      process: n % 3 === 0 ? supplierReturn : writeOff,
      place: n % 2 === 0 ? place : otherPlace,
      at: at((n % 7) * hour),
      answers: pairs(n + 1),
    });
});
afterAll(() => {
  store.close();
});

/** All pages one after the other. */
function walk(of: Omit<Parameters<typeof inbox>[2], "limit" | "after"> = {}): InboxLine[] {
  const seen: InboxLine[] = [];
  for (;;) {
    const last = seen.at(-1);
    const page = inbox(store, me, { ...of, limit: 7, ...(last && { after: last }) });
    if (page.length === 0) return seen;
    seen.push(...page);
  }
}

test("the pages together show every request once, longest waiting first", () => {
  const lines = walk();
  expect(new Set(lines.map((line) => line.request)).size).toBe(60);
  const order = lines.map((line) => line.since * 1000 + line.request);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test("the pile can be narrowed to a store, a kind, and what is overdue", () => {
  expect(walk({ place })).toHaveLength(30);
  expect(walk({ process: supplierReturn })).toHaveLength(20);
  const overdue = walk({ overdueAt: at(24 * hour) });
  expect(overdue.length).toBe(inboxCount(store, me, at(24 * hour)).overdue);
  expect(overdue.length).toBeGreaterThan(0);
  expect(overdue.length).toBeLessThan(60);
  expect(inboxFilters(store, me)).toEqual({
    places: [
      { place, count: 30 },
      { place: otherPlace, count: 30 },
    ],
    processes: [
      { process: writeOff, count: 40 },
      { process: supplierReturn, count: 20 },
    ],
  });
});

test("counts and sums always equal the rows, whatever is decided, withdrawn, repriced or sent back", () => {
  sign(store, 1 as RequestId, "merch"); // numbers as given by the store
  sign(store, 2 as RequestId, "merch", { decision: "sent-back" });
  perform(store, { request: 3 as RequestId }, { kind: "withdraw", by: person("clerk") });
  perform(store, { request: 2 as RequestId }, { kind: "resubmit", by: person("clerk"), answers: pairs(9) });
  const kept = table(store, "inbox_counts").map(({ person: who, place: at, count, total }) => ({
    who,
    at,
    count,
    total,
  }));
  const real = store.sqlite
    .prepare(
      `SELECT inbox_counts.person AS who, inbox_counts.place AS at, count(request) AS count,
         coalesce(sum(waiting.total), 0) AS total
       FROM inbox_counts LEFT JOIN waiting USING (person, place) GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    .all();
  expect(
    kept.toSorted((a, b) =>
      `${String(a.who)} ${String(a.at)}` < `${String(b.who)} ${String(b.at)}` ? -1 : 1,
    ),
  ).toEqual(real);
  expect(inboxCount(store, me, at(0)).count).toBe(58);
});
