/** The registry in the store: the same people, the same requests as opening a card; filters, words, suppliers (S3.8, S3.14, S1.22). */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { caseFor } from "../../../bot/cards/case.ts";
import type { JobOf } from "../../../bot/jobs/job.ts";
import { fillRegistry } from "../../../bot/jobs/fill-registry.ts";
import { companyChanged, loadCompany } from "../../../db/company.ts";
import { setMeta } from "../../../db/meta.ts";
import type { Store } from "../../../db/open.ts";
import { registryCount, registryPage, type RegistryFilter } from "../../../db/registry-pages.ts";
import { sightOf } from "../../../db/registry-shelves.ts";
import { loadRequest, myRequests } from "../../../db/requests.ts";
import { supplierRecord, supplierRecords } from "../../../db/supplier-counts.ts";
import { write } from "../../../db/write.ts";
import type { Answers } from "../../../flows/engine/answers.ts";
import {
  id,
  units,
  type PersonId,
  type RequestId,
  type StageId,
  type SupplierId,
} from "../../../flows/ids.ts";
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
  sign,
  supplierReturn,
  table,
  writeOff,
} from "./fixture.ts";

const day = 24 * hour;
const posts = {
  clerk: "store-clerk@store",
  clerk2: "store-clerk@store-2",
  head: "store-head@store",
  merch: "merchandiser@office",
  manager: "supplier-manager@office",
  merch2: "accountant@office",
  director: "director@office",
};
let store: Store;
beforeEach(() => {
  store = openFilled(company({ posts }));
});
afterEach(() => {
  store.close();
});

const step = id<SupplierId>("step");
const of = (supplier: SupplierId, comment: string): Answers => ({
  ...pairs(1),
  supplier: { kind: "supplier", supplier: { id: supplier, name: "ООО «Степ»" } },
  comment: { kind: "text", text: comment },
});

/** Requests of both kinds and places, in every standing: on its way, sent back, rejected, withdrawn, ended with papers, held. */
function manyRequests(): void {
  const other = { by: "clerk2", place: otherPlace };
  file(store);
  file(store, other);
  const approved = file(store, { ...other, at: at(day) });
  sign(store, approved.id, "merch", { at: at(day) });
  perform(store, { request: approved.id }, { kind: "tick" }, at(day + hour));
  sign(store, file(store).id, "merch", { decision: "rejected" });
  perform(store, { request: 4 as RequestId }, { kind: "tick" }, at(hour));
  sign(store, file(store, { process: supplierReturn, answers: of(step, "Счёт ПЛ-15/2") }).id, "merch", {
    decision: "sent-back",
  });
  const gone = file(store, { ...other, process: supplierReturn, answers: of(step, "швы"), at: at(2 * day) });
  perform(store, { request: gone.id }, { kind: "withdraw", by: person("clerk2") }, at(2 * day));
  const refused = file(store, { process: supplierReturn, answers: of(step, "подошва") });
  sign(store, refused.id, "manager", { decision: "rejected", visa: "supplier-manager" });
  perform(store, { request: refused.id }, { kind: "tick" }, at(hour));
  sign(store, file(store, { ...other, at: at(3 * day) }).id, "merch", { at: at(3 * day) });
}

const people = (): readonly PersonId[] => loadCompany(store).people.map((one) => one.id);
const seen = (who: PersonId | string, filter: RegistryFilter = {}, limit = 100): readonly RequestId[] =>
  registryPage(store, sightOf(store, loadCompany(store), id(who)), filter, { limit });
const allIds = (): RequestId[] => table(store, "requests").map((row) => row["id"] as RequestId); // the key of its table
const openable = (who: PersonId): RequestId[] =>
  allIds().filter((one) => caseFor(store, loadCompany(store), who, one) !== undefined);
const sorted = (ids: readonly RequestId[]): RequestId[] => ids.toSorted((a, b) => a - b);

describe("who sees what", () => {
  test("everybody finds exactly the requests whose cards he may open", () => {
    manyRequests();
    const counts = people().map((who) => {
      expect(sorted(seen(who)), who).toEqual(openable(who));
      expect(sorted(seen(who, { words: "кроссовки" })), who).toEqual(openable(who));
      return [who, openable(who).length];
    });
    expect(Object.fromEntries(counts)).toEqual({
      clerk: 4,
      clerk2: 4,
      head: 8,
      merch: 8,
      merch2: 1,
      manager: 3,
      chief: 8,
      director: 8,
      admin: 8,
      seller: 0,
      seller2: 0,
      director2: 0,
      accountant: 0,
      accountant2: 0,
    });
  });

  test("who leaves finds nothing; a post that goes to another takes the place's requests along, his own stay", () => {
    manyRequests();
    write(store, (tx) => {
      tx.sqlite.exec(`UPDATE holders SET department = 'store' WHERE person = 'clerk2';
        UPDATE people SET active = 0 WHERE id = 'head'`);
      companyChanged(tx);
    });
    expect(seen("head")).toEqual([]);
    for (const who of people()) expect(sorted(seen(who)), who).toEqual(openable(who));
    expect(sorted(seen("clerk2"))).toHaveLength(8);
  });

  test("limits come after rights: a page is full although the newest are others'", () => {
    for (let n = 0; n < 5; n += 1) file(store);
    for (let n = 0; n < 20; n += 1) file(store, { by: "clerk2", place: otherPlace, at: at(day) });
    for (const filter of [{}, { words: "кроссовки" }, { supplier: step }])
      expect(seen("clerk", filter, 3), JSON.stringify(filter)).toEqual([5, 4, 3]);
    expect(myRequests(store, person("clerk"), { open: true, limit: 9 })).toHaveLength(5);
  });
});

describe("filters", () => {
  const cases: readonly (readonly [string, RegistryFilter, readonly number[]])[] = [
    ["kind", { process: supplierReturn }, [6, 7, 5]],
    [
      "stage: what was sent back or taken back in it stands apart",
      { stage: id<StageId>("review") },
      [8, 2, 1],
    ],
    ["stage of one kind", { process: writeOff, stage: id<StageId>("rejected") }, [4]],
    ["sent back", { status: "rework" }, [5]],
    ["taken back", { status: "withdrawn" }, [6]],
    ["supplier and kind", { process: supplierReturn, supplier: step }, [6, 7, 5]],
    ["days, both included", { from: "2026-03-11", to: "2026-03-12" }, [6, 3]],
    ["one day", { from: "2026-03-13", to: "2026-03-13" }, [8]],
    ["no such day", { from: "2026-04-01" }, []],
    ["words of a typed answer", { words: "подошва" }, [7]],
    ["number of an invoice in pieces", { words: "пл15" }, [5]],
    ["name of a supplier, of a kind", { words: "степ", process: supplierReturn }, [7, 6, 5]],
    ["tax number", { words: "7701234567", process: supplierReturn }, [7, 6, 5]],
    ["number of a paper", { words: "СП-2026-000001" }, [3]],
    ["number of a request, whole", { words: "7", whole: true }, [7]],
    ["several words and days", { words: "степ швы", from: "2026-03-12" }, [6]],
    ["nothing fits", { words: "сапоги" }, []],
  ];
  test.each(cases)("%s", (_, filter, expected) => {
    manyRequests();
    expect(seen("admin", filter)).toEqual(expected);
    const mine = new Set(openable(person("clerk")));
    expect(seen("clerk", filter)).toEqual(seen("admin", filter).filter((one) => mine.has(one)));
    expect(registryCount(store, sightOf(store, loadCompany(store), person("clerk")), filter)).toBe(
      seen("clerk", filter).length,
    );
  });

  test("page by page, nothing twice, nothing left out, in the same order", () => {
    manyRequests();
    for (const filter of [{}, { words: "кроссовки" }, { process: writeOff }, { supplier: step }])
      for (const who of ["admin", "merch", "clerk"]) {
        const sight = sightOf(store, loadCompany(store), person(who));
        const pages: RequestId[] = [];
        for (let page: readonly RequestId[] = [units<RequestId>(0)]; page.length > 0; pages.push(...page)) {
          const before = pages.at(-1);
          page = registryPage(store, sight, filter, { limit: 2, ...(before !== undefined && { before }) });
        }
        expect(pages, `${who} ${JSON.stringify(filter)}`).toEqual(seen(who, filter));
      }
  });

  test("counts stop at a thousand", () => {
    manyRequests();
    const { shelf } = store.sqlite.prepare("SELECT shelf FROM registry WHERE request = 1").get() as {
      shelf: number;
    }; // its column
    store.sqlite.exec(`PRAGMA foreign_keys = OFF;
      WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
      INSERT INTO registry (request, shelf, filed_on, rework, rejected, total, search, who)
      SELECT i, ${shelf}, '2026-03-10', 0, 0, 0, 'кросовки', 'x' FROM n`);
    const sight = sightOf(store, loadCompany(store), person("admin"));
    for (const filter of [{}, { words: "кроссовки" }, { process: writeOff }])
      expect(registryCount(store, sight, filter)).toBe(1001);
  });
});

describe("suppliers", () => {
  /** Counted anew from the requests that the person may open. */
  function counted(who: PersonId): unknown {
    const requests = openable(who).flatMap((one) => loadRequest(store, one) ?? []);
    const theirs = requests.filter(
      (one) => one.answers["supplier"]?.kind === "supplier" && one.status !== "withdrawn",
    );
    const rejected = theirs.filter((one) => one.status === "ended" && one.stage === "rejected");
    return {
      count: theirs.length,
      rework: theirs.reduce((all, one) => all + one.round - 1 + (one.rework === undefined ? 0 : 1), 0),
      rejected: rejected.length,
      total: theirs
        .filter((one) => !rejected.includes(one))
        .reduce((all, one) => all + Number(table(store, "requests")[one.id - 1]?.["total"]), 0),
    };
  }
  const kept = (who: PersonId): unknown => {
    const {
      sums,
      supplier: _,
      ...record
    } = supplierRecord(store, sightOf(store, loadCompany(store), who), step);
    return { ...record, total: sums.reduce((all, one) => all + one.total, 0) };
  };

  test("how their requests fared is counted as far as each person sees them, at any time", () => {
    manyRequests();
    for (const who of people()) expect(kept(who), who).toEqual(counted(who));
    perform(
      store,
      { request: 5 as RequestId },
      { kind: "resubmit", by: person("clerk"), answers: of(step, "исправлено") },
    );
    sign(store, 5 as RequestId, "merch", { decision: "sent-back" });
    for (const who of people()) expect(kept(who), who).toEqual(counted(who));
    expect(kept(person("manager"))).toMatchObject({ count: 2, rework: 2, rejected: 1 });
    expect(supplierRecords(store, sightOf(store, loadCompany(store), person("manager")))).toEqual([
      supplierRecord(store, sightOf(store, loadCompany(store), person("manager")), step),
    ]);
  });
});

test("requests of before the registry are taken into it as if it had been there from the start", async () => {
  manyRequests();
  const all = (): unknown =>
    ["registry", "participants", "supplier_counts"].map((name) =>
      table(store, name)
        .filter((row) => row["count"] !== 0)
        .map((row) => JSON.stringify(row))
        .toSorted(),
    );
  const before = all();
  const found = people().map((who) => seen(who, { words: "степ" }));
  store.sqlite.exec(`DELETE FROM registry; DELETE FROM supplier_counts;
    UPDATE participants SET shelf = NULL, filed_on = NULL, supplier = NULL`);
  expect(seen("admin")).toEqual([]);
  write(store, (tx) => setMeta(tx, "registry-left", "8"));
  expect(await fillRegistry.pass({ store } as JobOf, false)).toBe(true);
  expect(await fillRegistry.pass({ store } as JobOf, false)).toBe(false);
  expect(all()).toEqual(before);
  expect(people().map((who) => seen(who, { words: "степ" }))).toEqual(found);
});
