/** A page and a search of the registry cost the same among 1,000 requests and among 100,000: same plans, same rows, same steps. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCompany } from "../../../db/company.ts";
import type { Store } from "../../../db/open.ts";
import {
  registryCount,
  registryCountMax,
  registryPage,
  type RegistryFilter,
} from "../../../db/registry-pages.ts";
import { personWord, placeWord } from "../../../db/registry.ts";
import { sightOf } from "../../../db/registry-shelves.ts";
import { supplierRecord } from "../../../db/supplier-counts.ts";
import { id, units, type RequestId, type StageId, type SupplierId } from "../../../flows/ids.ts";
import { sqlite3 } from "../../foreign-sqlite.ts";
import { company, file, openFilled, otherPlace, person, place, supplierReturn, writeOff } from "./fixture.ts";

const dir = mkdtempSync(join(tmpdir(), "countersign-registry-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Newest requests are the same in both stores: what differs is how many stand below them. */
const newIds = 5_000_000;
const recent = 200;
const vector = id<SupplierId>("vector");

const posts = {
  clerk: "store-clerk@store",
  clerk2: "store-clerk@store-2",
  merch: "merchandiser@office",
  manager: "supplier-manager@office",
};

interface Filled {
  readonly store: Store;
  readonly file: string;
}

/** So many old requests, half of them a colleague's at another place, and the same recent ones in every store. */
function openWith(name: string, count: number): Filled {
  const path = join(dir, name);
  const store = openFilled(company({ posts }), path);
  file(store); // makes a shelf of each kind and place
  file(store, { by: "clerk2", place: otherPlace });
  file(store, { process: supplierReturn });
  const { sqlite } = store;
  const [shelf, other, returns] = sqlite.prepare("SELECT shelf FROM registry ORDER BY request").pluck().all();
  for (const quick of ["journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF"]) sqlite.pragma(quick); // only while it is filled
  const asked = personWord(person("merch"));
  const own = `${placeWord(place)} ${personWord(person("clerk"))} ${asked}`;
  sqlite.exec(`
    BEGIN;
    CREATE TEMP TABLE made AS
      WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < ${count + 10}),
        r (i) AS (SELECT ${newIds} UNION ALL SELECT i + 1 FROM r WHERE i < ${newIds + recent})
      SELECT i, date('2020-01-01', (i % 2000) || ' days') AS day, '' AS word FROM n
      UNION ALL SELECT i, '2026-03-10', iif(i % 20 = 0, 'редкое', '') FROM r;
    INSERT INTO requests (id, process, process_version, place, filer, filed_at, status, stage, open, total, version, state)
      SELECT i, 'write-off', 1, 'store', 'clerk', 0, 'open', 'review', 1, 0, 1, '{}' FROM made;
    INSERT INTO registry (request, shelf, filed_on, supplier, rework, rejected, total, search, who)
      SELECT i, CASE i % 4 WHEN 0 THEN ${String(shelf)} WHEN 1 THEN ${String(returns)} ELSE ${String(other)} END, day,
        iif(i % 3 = 0, 'vector', NULL), 0, 0, 100, 'кросовки ' || i || ' ' || word,
        iif(i % 4 < 2, '${own}', '${placeWord(otherPlace)} ${asked}') FROM made;
    INSERT INTO participants (request, person, shelf, filed_on, supplier)
      SELECT request, 'merch', shelf, filed_on, supplier FROM registry WHERE request > 9;
    COMMIT; DROP TABLE made;`);
  for (const safe of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"]) sqlite.pragma(safe);
  return { store, file: path };
}

let few: Filled;
let many: Filled;
beforeAll(() => {
  few = openWith("few.sqlite", 1000);
  many = openWith("many.sqlite", 100_000);
}, 60_000);
afterAll(() => {
  few.store.close();
  many.store.close();
});

interface Asked {
  /** Every statement with its values, in order. */
  readonly statements: readonly string[];
  readonly plans: readonly string[];
  readonly answer: unknown;
}

/** What the store is asked while that is done. */
function asking({ store }: Filled, body: (store: Store) => unknown): Asked {
  store.statements.clear();
  const statements: string[] = [];
  const plans: string[] = [];
  const prepare = store.sqlite.prepare.bind(store.sqlite);
  const listening = (sql: string): ReturnType<typeof prepare> => {
    const statement = prepare(sql);
    for (const way of ["get", "all"] as const) {
      const plainly = statement[way].bind(statement);
      statement[way] = ((...values: (string | number | null)[]) => {
        statements.push(withValues(sql, values));
        const steps = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]; // SQLite's own columns
        plans.push(...steps.map((step) => step.detail));
        return plainly(...values);
      }) as never; // the two ways differ in what they give only
    }
    return statement;
  };
  store.sqlite.prepare = listening as typeof store.sqlite.prepare; // listens to the driver
  try {
    return { answer: body(store), statements, plans };
  } finally {
    store.sqlite.prepare = prepare;
    store.statements.clear();
  }
}

const literal = (value: string | number | null): string =>
  typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
function withValues(sql: string, values: readonly (string | number | null)[]): string {
  const left = [...values];
  return sql.replaceAll("?", () => literal(left.shift() ?? null)).replaceAll(/\s+/g, " ");
}

/** How many steps SQLite's machine makes for each statement; each row that is looked at costs some. */
function steps({ file: path }: Filled, statements: readonly string[]): number[] {
  const said = sqlite3(path, `.stats vmstep\n${statements.join(";\n")};`);
  return [...said.matchAll(/VM-steps: (\d+)/g)].map(([, count]) => Number(count));
}

/** Asking the full-text index for its matches (M), and walking the list that was given, which SQLite calls so as well. */
const isScan = (plan: string): boolean =>
  plan.startsWith("SCAN ") &&
  !/VIRTUAL TABLE INDEX \d+:M\d/.test(plan) &&
  !/^SCAN (shelves|json_each) VIRTUAL TABLE/.test(plan) &&
  plan !== "SCAN (subquery-1)" && // a thousand rows that were found, to be counted
  plan !== "SCAN registry_shelves"; // as long as the company has places and stages

const filters: readonly (readonly [string, RegistryFilter])[] = [
  ["nothing chosen", {}],
  ["a kind", { process: supplierReturn }],
  ["a kind and its stage", { process: writeOff, stage: id<StageId>("review") }],
  ["a supplier", { supplier: vector }],
  ["a supplier and a kind", { supplier: vector, process: writeOff }],
  ["a period", { from: "2026-03-01", to: "2026-03-31" }],
  [
    "a stage, a supplier and a period",
    { stage: id<StageId>("review"), supplier: vector, from: "2026-03-01" },
  ],
  ["words", { words: "редкое" }],
  ["words, a supplier and a kind", { words: "редкое", supplier: vector, process: writeOff }],
];
describe.each(["admin", "clerk", "merch"])("%s", (who) => {
  const me = person(who);

  test.each(filters)("a page of %s: the same plans without a scan, the same steps", (_, filter) => {
    for (const of of [{}, { before: units<RequestId>(newIds + 150) }]) {
      const page = (store: Store): unknown => {
        const sight = sightOf(store, loadCompany(store), me);
        return [
          registryPage(store, sight, filter, { limit: 9, ...of }),
          supplierRecord(store, sight, vector),
        ];
      };
      for (const { store } of [few, many]) page(store); // processes and company are read once
      const among = { few: asking(few, page), many: asking(many, page) };
      expect(among.many.plans).toEqual(among.few.plans);
      expect(among.many.plans.filter(isScan)).toEqual([]);
      expect(among.many.statements).toEqual(among.few.statements);
      expect(among.few.statements.length).toBeGreaterThan(1);
      expect(JSON.stringify(among.few.answer)).toContain(String(newIds).slice(0, 4));
      expect(among.many.answer).toEqual(among.few.answer);
      const stepsAmongFew = steps(few, among.few.statements);
      expect(stepsAmongFew).toHaveLength(among.few.statements.length);
      expect(steps(many, among.many.statements)).toEqual(stepsAmongFew);
    }
  });

  test.each(filters)("the count of %s is a look at a thousand at most", (_, filter) => {
    const count = (store: Store): unknown =>
      registryCount(store, sightOf(store, loadCompany(store), me), filter);
    const among = { few: asking(few, count), many: asking(many, count) };
    expect(among.many.plans).toEqual(among.few.plans);
    expect(among.many.plans.filter(isScan)).toEqual([]);
    for (const some of steps(many, among.many.statements)) expect(some).toBeLessThan(registryCountMax * 20);
  });
});
