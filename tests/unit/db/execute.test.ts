/** The one write path: what a command writes, that it writes all of it or nothing, and that the first of two wins. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Company } from "../../../flows/company/company.ts";
import { canonical } from "../../../flows/engine/content.ts";
import { id, units, type FileHash, type RequestId } from "../../../flows/ids.ts";
import { cardOf, dueCards, requestSubject } from "../../../db/cards.ts";
import { execute } from "../../../db/execute.ts";
import { inboxCount, waitingFor } from "../../../db/inbox.ts";
import { fold, logOf } from "../../../db/log.ts";
import type { Store } from "../../../db/open.ts";
import { openGoodsAt } from "../../../db/open-goods.ts";
import { dueOutbox } from "../../../db/outbox.ts";
import { duePapers, paperPrinted, papersOf } from "../../../db/papers.ts";
import { latestProcess, loadProcess, storeProcesses } from "../../../db/processes.ts";
import {
  isParticipant,
  loadRequest,
  myRequests,
  storeRequests,
  visibleRequest,
} from "../../../db/requests.ts";
import { loadCompany } from "../../../db/company.ts";
import { placeStatistics } from "../../../db/statistics.ts";
import { dueTimers, nextTimerAt } from "../../../db/timers.ts";
import { write } from "../../../db/write.ts";
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
  personId,
  place,
  sign,
  supplierReturn,
  table,
  tuesday,
  writeOff,
} from "./fixture.ts";

let store: Store;
beforeEach(() => {
  store = openFilled();
});
afterEach(() => {
  store.close();
});

/** What stands in every table, to see that nothing was written. */
const tables = ["requests", "log", "visas", "waiting", "participants", "timers", "cards", "outbox", "papers"];
const everything = (): string => canonical(tables.map((name) => table(store, name)));

describe("filing", () => {
  test("gives the next number of one company-wide serial, and the stored state is the fold of the log (R10)", () => {
    const first = file(store);
    const second = file(store, { process: supplierReturn });
    expect([first.id, second.id]).toEqual([1, 2]);
    for (const { id: request } of [first, second]) {
      const events = logOf(store, request).map((row) => row.event);
      expect(canonical(fold(undefined, events))).toBe(canonical(loadRequest(store, request)));
      expect(loadRequest(store, request)?.version).toBe(events.length);
    }
  });

  test("puts the request into the inbox of whoever may sign, with the instant from which it is overdue", () => {
    const request = file(store);
    const [line, ...others] = waitingFor(store, request.id);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ person: "merch", visa: "merchandiser", since: tuesday, total: 1_000_000 });
    expect(line?.dueAt).toBe(at(8 * hour));
    const sums = [{ place, total: 1_000_000 }];
    expect(inboxCount(store, person("merch"), at(9 * hour))).toEqual({ count: 1, sums, overdue: 1 });
    expect(inboxCount(store, person("merch"), tuesday)).toEqual({ count: 1, sums, overdue: 0 });
  });

  test("rings the signer's card, draws the filer's quietly, and sets the timer of the reminder", () => {
    const request = file(store);
    const subject = requestSubject(request.id);
    expect(cardOf(store, person("merch"), subject)).toMatchObject({ dirty: 1, ring: 1, lane: "decision" });
    expect(cardOf(store, person("clerk"), subject)).toMatchObject({ dirty: 1, ring: 0, lane: "card" });
    expect(nextTimerAt(store)).toBe(at(4 * hour));
    expect(dueTimers(store, at(4 * hour), 10)).toEqual([request.id]);
  });

  test("lists its articles as open at the place, until it ends", () => {
    const request = file(store);
    const skus = [...new Set(table(store, "open_goods").map((row) => String(row["sku"])))];
    expect(openGoodsAt(store, place, [id("ОБ-1002")])).toEqual([{ sku: "ОБ-1002", request: 1 }]);
    expect(openGoodsAt(store, place, [id("ОБ-1002")], request.id)).toEqual([]);
    expect(openGoodsAt(store, otherPlace, [id("ОБ-1002")])).toEqual([]);
    expect(skus).toEqual(["ОБ-1002"]);
    perform(store, { request: request.id }, { kind: "withdraw", by: person("clerk") });
    expect(openGoodsAt(store, place, [id("ОБ-1002")])).toEqual([]);
  });

  test("refused, it writes nothing and takes no number (W3: nobody but the filer could sign)", () => {
    const before = everything();
    const done = perform(
      store,
      { process: writeOff },
      { kind: "file", by: person("manager"), place, answers: pairs(1) },
    );
    expect(done).toEqual({ refusal: { kind: "not-a-filer" } });
    expect(everything()).toBe(before);
    expect(file(store).id).toBe(1);
  });

  test("a request keeps the version of its process when a new one is stored (F86)", () => {
    const request = file(store);
    const changed = {
      ...loadProcess(store, writeOff, 1),
      title: { ru: "Иначе", uk: "Інакше", en: "Otherwise" },
    };
    write(store, (tx) => {
      storeProcesses(tx, [changed], tuesday);
    });
    expect(latestProcess(store, writeOff)?.version).toBe(2);
    expect(loadProcess(store, writeOff, loadRequest(store, request.id)?.processVersion ?? 0).title.ru).toBe(
      "Списание",
    );
    expect(file(store).processVersion).toBe(2);
  });

  test("texts are stored as they will be read back: NUL and lone surrogates go before hashing, letters stay as typed (F118)", () => {
    const typed = "e\u0301 \u0000\ud800 й \\u0000";
    const request = file(store, { answers: { ...pairs(1), comment: { kind: "text", text: typed } } });
    expect(loadRequest(store, request.id)?.answers["comment"]).toEqual({
      kind: "text",
      text: "e\u0301 \ufffd й \\u0000",
    });
    const events = logOf(store, request.id).map((row) => row.event);
    expect(canonical(fold(undefined, events))).toBe(canonical(loadRequest(store, request.id)));
  });
});

describe("deciding", () => {
  test("a decision is held, then takes effect by a tick: act numbered, to be printed, outcome told to the store", () => {
    const { id: request } = file(store);
    sign(store, request, "merch");
    expect(loadRequest(store, request)?.status).toBe("held");
    expect(dueTimers(store, at(2 * 60_000), 10)).toEqual([request]);
    expect(papersOf(store, request)).toEqual([]);
    perform(store, { request }, { kind: "tick" }, at(2 * 60_000));
    expect(papersOf(store, request)).toMatchObject([
      { document: "write-off-act", number: "СП-2026-000001", serial: 1, year: 2026, entity: "main" },
    ]);
    expect(duePapers(store, at(2 * 60_000), 10)).toHaveLength(1);
    const notices = dueOutbox(store, { lane: "decision", now: at(2 * 60_000), limit: 10 });
    expect(notices.map((row) => [row.chat, row.method, row.payload])).toContainEqual([
      1001,
      "notice",
      { kind: "outcome", request },
    ]);
    expect(nextTimerAt(store)).toBeUndefined();
    expect(inboxCount(store, person("merch"), tuesday).count).toBe(0);
  });

  test("papers of a series are numbered without gaps, whatever is rejected in between", () => {
    const numbers: string[] = [];
    for (const decision of ["approved", "rejected", "approved", "approved"] as const) {
      const { id: request } = file(store);
      sign(store, request, "merch", { decision });
      perform(store, { request }, { kind: "tick" }, at(3 * 60_000));
      numbers.push(...papersOf(store, request).map((row) => row.number));
    }
    expect(numbers).toEqual(["СП-2026-000001", "СП-2026-000002", "СП-2026-000003"]);
  });

  test("a printed paper is no longer due, and its file is known", () => {
    const { id: request } = file(store);
    sign(store, request, "merch");
    perform(store, { request }, { kind: "tick" }, at(3 * 60_000));
    const hash = id<FileHash>("b".repeat(64));
    write(store, (tx) => {
      paperPrinted(tx, { request, document: "write-off-act" }, { hash, bytes: 10, at: tuesday });
    });
    expect(papersOf(store, request)[0]?.file).toBe(hash);
    expect(duePapers(store, at(hour), 10)).toEqual([]);
    expect(table(store, "files")).toHaveLength(1);
  });

  test("what is taken back frees the visa: it can be given again, in the other sense", () => {
    const { id: request } = file(store);
    sign(store, request, "merch");
    expect(table(store, "visas")).toHaveLength(1);
    perform(store, { request }, { kind: "undo", by: person("merch") }, at(1000));
    expect(table(store, "visas")).toEqual([]);
    expect(inboxCount(store, person("merch"), tuesday).count).toBe(1);
    expect(sign(store, request, "merch", { decision: "rejected", at: at(2000) })).toMatchObject({
      request: { status: "held" },
    });
  });

  test("a carried approval occupies its signer in the new round as well", () => {
    const { id: request } = file(store, { process: supplierReturn });
    sign(store, request, "merch");
    sign(store, request, "manager", { visa: "supplier-manager", decision: "sent-back", at: at(hour) });
    const mended = {
      ...loadRequest(store, request)?.answers,
      comment: { kind: "text", text: "Дополнено" },
    } as const;
    const done = perform(
      store,
      { request },
      { kind: "resubmit", by: person("clerk"), answers: mended },
      at(2 * hour),
    );
    expect(done).toMatchObject({ request: { status: "open", round: 2 } });
    expect(table(store, "visas").map((row) => [row["round"], row["visa"], row["human"]])).toEqual([
      [1, "merchandiser", "merch"],
      [1, "supplier-manager", "manager"],
      [2, "merchandiser", "merch"],
    ]);
  });

  test("whoever looks at the request sees what became of it: every live card of it is drawn afresh", () => {
    const { id: request } = file(store);
    write(store, (tx) => {
      tx.sqlite
        .prepare(
          "INSERT INTO cards (person, subject, message, form, dirty, marks, ring, lane, due_at) VALUES ('admin', ?, 7, 'text', 0, 1, 0, 'card', 0)",
        )
        .run(requestSubject(request));
    });
    sign(store, request, "merch");
    expect(cardOf(store, person("admin"), requestSubject(request))).toMatchObject({ dirty: 1, ring: 0 });
  });

  test("reminders of a tick are given back for the run to merge; the same tick again gives none", () => {
    const { id: request } = file(store);
    const first = perform(store, { request }, { kind: "tick" }, at(4 * hour));
    expect(first).toMatchObject({
      reminders: [{ person: "merch", request, visa: "merchandiser", since: tuesday }],
    });
    expect(perform(store, { request }, { kind: "tick" }, at(4 * hour))).toMatchObject({
      events: [],
      reminders: [],
    });
    expect(nextTimerAt(store)).toBe(at(8 * hour));
  });

  test("an unknown number is refused like a foreign one", () => {
    expect(perform(store, { request: units<RequestId>(99) }, { kind: "tick" })).toEqual({
      refusal: { kind: "no-such-request" },
    });
  });
});

describe("all or nothing", () => {
  test("a throw after the command undoes every row of it", () => {
    const { id: request } = file(store);
    const before = everything();
    expect(() => {
      write(store, (tx) => {
        execute(
          tx,
          { request },
          {
            kind: "sign",
            by: person("merch"),
            visa: id("merchandiser"),
            decision: "approved",
            seen: 1,
            at: tuesday,
          },
        );
        throw new Error("power cut");
      });
    }).toThrow("power cut");
    expect(everything()).toBe(before);
    expect(store.sqlite.inTransaction).toBe(false);
  });

  test("a fault at any single statement of a decision leaves nothing of it (G17)", () => {
    const { id: request } = file(store);
    const before = everything();
    let statements = 0;
    for (let failing = 1; ; failing += 1) {
      statements = failing;
      const restore = failAt(failing);
      try {
        sign(store, request, "merch");
        restore();
        break;
      } catch (error) {
        restore();
        expect(String(error)).toContain("disk full");
        expect(everything()).toBe(before);
      }
    }
    expect(statements).toBeGreaterThan(20);
    expect(loadRequest(store, request)?.status).toBe("held");
  });
});

/** Makes the n-th statement that the store runs fail, as a full disk would; gives the undoing. */
function failAt(n: number): () => void {
  let run = 0;
  store.statements.clear();
  const prepare = store.sqlite.prepare.bind(store.sqlite);
  const failing = (sql: string): ReturnType<typeof prepare> => {
    const made = prepare(sql);
    return new Proxy(made, {
      get: (statement, name) => {
        const method: unknown = Reflect.get(statement, name, statement);
        if (typeof method !== "function") return method;
        return (...values: unknown[]): unknown => {
          if (name === "run" || name === "get" || name === "all") {
            run += 1;
            if (run === n) throw new Error("disk full");
          }
          return Reflect.apply(method, statement, values) as unknown;
        };
      },
    });
  };
  store.sqlite.prepare = failing as typeof store.sqlite.prepare; // stands in for the driver
  return () => {
    store.sqlite.prepare = prepare as typeof store.sqlite.prepare; // the driver's own again
    store.statements.clear();
  };
}

describe("races (F71–F73)", () => {
  test("two signers of the same step in the same tick, 1,000 times: one decision, the second learns who had it", () => {
    store.close();
    store = openFilled(twoMerchandisers());
    for (let time = 0; time < 1000; time += 1) {
      const { id: request } = file(store);
      const [first, second] = time % 2 === 0 ? ["merch", "merch2"] : ["merch2", "merch"];
      const taps = write(store, (tx) =>
        [first, second].map((by, index) =>
          execute(
            tx,
            { request },
            {
              kind: "sign",
              by: person(by ?? ""),
              visa: id("merchandiser"),
              decision: index === 0 ? "approved" : "rejected",
              ...(index === 0 ? {} : { reason: "нет" }),
              seen: 1,
              at: tuesday,
            },
          ),
        ),
      );
      expect(taps[0]).toMatchObject({ request: { status: "held" } });
      expect(taps[1]).toMatchObject({ refusal: { kind: "already-decided", by: first, outcome: "approved" } });
    }
    expect(table(store, "visas")).toHaveLength(1000);
  });

  test("one signer twice in the same tick, 1,000 times: one visa, the second tap reads as success", () => {
    for (let time = 0; time < 1000; time += 1) {
      const { id: request } = file(store);
      sign(store, request, "merch");
      expect(sign(store, request, "merch")).toMatchObject({
        refusal: { kind: "already-yours", outcome: "approved" },
      });
    }
    expect(table(store, "visas")).toHaveLength(1000);
  });

  test("two locks hold even against a bug in the rules: the same version twice, the same visa twice, two ends", () => {
    const { id: request } = file(store);
    sign(store, request, "merch");
    const run =
      (sql: string): (() => void) =>
      () => {
        store.sqlite.prepare(sql).run();
      };
    expect(run("INSERT INTO visas VALUES (1, 1, 'merchandiser', 'merch2', 0)")).toThrow(/UNIQUE/);
    expect(run("INSERT INTO visas VALUES (1, 1, 'other', 'merch', 0)")).toThrow(/UNIQUE/);
    perform(store, { request }, { kind: "tick" }, at(hour));
    const end = `INSERT INTO log SELECT seq + 1, request, n + 1, at, event, hash, 'x' FROM log WHERE seq = (SELECT max(seq) FROM log)`;
    expect(run(end)).toThrow(/UNIQUE/);
  });
});

function twoMerchandisers(): Company {
  const of = company();
  return {
    ...of,
    holders: [
      ...of.holders,
      { person: person("merch2"), post: id("merchandiser"), department: id("office") },
    ],
  };
}

describe("lists", () => {
  test("my requests come newest first by pages, on their way and done apart", () => {
    for (let count = 0; count < 5; count += 1) file(store);
    perform(store, { request: units<RequestId>(2) }, { kind: "withdraw", by: person("clerk") });
    const open = myRequests(store, person("clerk"), { open: true, limit: 3 });
    expect(open.map((line) => line.id)).toEqual([5, 4, 3]);
    const next = myRequests(store, person("clerk"), { open: true, limit: 3, before: units<RequestId>(3) });
    expect(next.map((line) => line.id)).toEqual([1]);
    expect(myRequests(store, person("clerk"), { open: false, limit: 3 }).map((line) => line.id)).toEqual([2]);
  });

  test("requests of several stores come in one order, newest first", () => {
    store.close();
    store = openFilled(clerkOfTwoStores());
    for (const at_ of [place, otherPlace, place, otherPlace]) file(store, { place: at_ });
    const page = storeRequests(store, [place, otherPlace], { limit: 3 });
    expect(page.map((line) => line.id)).toEqual([4, 3, 2]);
    expect(
      storeRequests(store, [place, otherPlace], { limit: 3, before: units<RequestId>(2) }).map(
        (line) => line.id,
      ),
    ).toEqual([1]);
  });

  test("a request is shown to its store, its heads, its signers and administrators; to others there is none", () => {
    const { id: request } = file(store);
    const seenBy = loadCompany(store)
      .people.map((one) => one.id)
      .filter((who) => visibleRequest(store, loadCompany(store), request, who) !== undefined);
    expect(seenBy).toEqual(["clerk", "head", "merch", "chief", "director", "admin"]);
    expect(isParticipant(store, request, personId("merch"))).toBe(true);
    expect(isParticipant(store, request, personId("manager"))).toBe(false);
  });

  test("statistics count what a store filed, without what was withdrawn or rejected, beside the average of its country's network", () => {
    file(store, { at: at(-40 * 24 * hour) });
    const { id: rejected } = file(store);
    const { id: withdrawn } = file(store);
    file(store);
    sign(store, rejected, "merch", { decision: "rejected" });
    perform(store, { request: rejected }, { kind: "tick" }, at(hour));
    perform(store, { request: withdrawn }, { kind: "withdraw", by: person("clerk") });
    const of = { process: writeOff, place, country: "RU", since: at(-30 * 24 * hour), stores: 2 } as const;
    expect(placeStatistics(store, of)).toEqual({ count: 1, total: 1_000_000, average: 500_000 });
    expect(placeStatistics(store, { ...of, place: otherPlace })).toMatchObject({ count: 0, total: 0 });
    expect(placeStatistics(store, { ...of, country: "UA" }).average).toBe(0);
  });

  test("cards that are due come by lane, so that a decision is never behind a thousand quiet edits", () => {
    for (let count = 0; count < 3; count += 1) file(store);
    const lanes = ["decision", "card"] as const;
    const due = lanes.map((lane) =>
      dueCards(store, { lane, now: tuesday, limit: 10 }).map((card) => card.person),
    );
    expect(due[0]).toEqual(["merch", "merch", "merch"]);
    expect(due[1]).not.toContain("merch");
  });
});

function clerkOfTwoStores(): Company {
  const of = company();
  return {
    ...of,
    holders: [...of.holders, { person: person("clerk"), post: id("store-clerk"), department: otherPlace }],
  };
}
