/** The store's look-ups for invoices: twins, where the last one was paid to, what may be paid; kept with the request. */
import { beforeEach, expect, test } from "vitest";
import { dayEntries } from "../../../db/day-entries.ts";
import { execute } from "../../../db/execute.ts";
import { addImport } from "../../../db/imports.ts";
import { lastPaidTo, payableInvoices, twinsOf } from "../../../db/invoices.ts";
import type { Store } from "../../../db/open.ts";
import { paidByLine } from "../../../db/paid-lines.ts";
import { addLine } from "../../../db/statement-lines.ts";
import { write } from "../../../db/write.ts";
import type { Answers } from "../../../flows/engine/answers.ts";
import type { Command } from "../../../flows/engine/command.ts";
import type { NewPayment, Request } from "../../../flows/engine/request.ts";
import {
  id,
  units,
  type DepartmentId,
  type Minor,
  type ProcessId,
  type RequestId,
  type SupplierId,
} from "../../../flows/ids.ts";
import { at, company, hour, openFilled, person, tuesday, visa } from "./fixture.ts";

const posts = {
  clerk: "sales-manager@office",
  director: "director@office",
  merch: "accountant@office",
  merch2: "accountant@office",
};
let store: Store;
beforeEach(() => {
  store = openFilled(company({ posts }));
  return () => store.close();
});

const step = id<SupplierId>("step");
type Given<C = Command> = C extends Command ? Omit<C, "at"> : never;
function does(
  target: { request: RequestId } | { process: ProcessId },
  command: Given,
  when = tuesday,
): Request {
  const done = write(store, (tx) => execute(tx, target, { ...command, at: when } as Command)); // the clock reading completes it
  if ("refusal" in done) throw new Error(`refused: ${JSON.stringify(done.refusal)}`);
  return done.request;
}
const answers = (of: {
  supplier?: string;
  number?: string;
  date?: string;
  sum?: number;
  account?: string;
}): Answers => ({
  file: {
    kind: "files",
    files: [
      {
        hash: id("a".repeat(64)),
        name: "счёт.pdf",
        mime: "application/pdf",
        fileId: "f",
        uniqueId: "u",
        sentAs: "document",
      },
    ],
  },
  supplier: { kind: "supplier", supplier: { id: id<SupplierId>(of.supplier ?? "step"), name: "Степ" } },
  number: { kind: "text", text: of.number ?? "УТ-1045" },
  date: { kind: "date", date: of.date ?? "2026-03-09" },
  sum: { kind: "sum", sum: units<Minor>(of.sum ?? 100_000) },
  due: { kind: "date", date: "2026-03-18" },
  purpose: { kind: "text", text: "Товар" },
  account: of.account === undefined ? { kind: "skipped" } : { kind: "account", account: of.account },
  signer: { kind: "person" },
});
const filed = (of: Parameters<typeof answers>[0] = {}): RequestId =>
  does(
    { process: id<ProcessId>("invoice") },
    { kind: "file", by: person("clerk"), place: id<DepartmentId>("office"), answers: answers(of) },
  ).id;
const decides = (request: RequestId, decision: "approved" | "rejected"): Request =>
  does(
    { request },
    {
      kind: "sign",
      by: person("director"),
      visa: visa("director"),
      decision,
      seen: 1,
      reason: "Не наш заказ",
    },
  );
const takes = (request: RequestId): Request =>
  does({ request }, { kind: "take", by: person("merch"), visa: visa("payment") });
const pays = (
  request: RequestId,
  payment: Omit<NewPayment, "sum"> & { sum: number },
  when = tuesday,
): Request =>
  does(
    { request },
    {
      kind: "pay",
      by: person("merch"),
      visa: visa("payment"),
      payment: { ...payment, sum: units<Minor>(payment.sum) },
    },
    when,
  );
const twins = (
  of: { supplier?: string; key?: string; year?: number } = {},
  except?: RequestId,
): readonly number[] =>
  twinsOf(
    store,
    { supplier: id<SupplierId>(of.supplier ?? "step"), key: of.key ?? "УТ-1045", year: of.year ?? 2026 },
    except,
  ).map((twin) => twin.request);

test("the same supplier, number and year is a twin, however it is written; the request itself is none", () => {
  const first = filed({ number: "№ ут-0001045" });
  const second = filed();
  expect(twins()).toEqual([second, first]);
  expect(twins({}, second)).toEqual([first]);
  expect(twins({ supplier: "vector" })).toEqual([]);
  expect(twins({ key: "УТ-1046" })).toEqual([]);
});

test("a supplier who numbers anew every year has no twin in the year before", () => {
  filed({ number: "1", date: "2025-12-30" });
  expect(twins({ key: "1", year: 2026 })).toEqual([]);
  expect(twins({ key: "1", year: 2025 })).toHaveLength(1);
});

test("two entries of the books with one ИНН are one supplier", () => {
  const first = filed();
  store.sqlite
    .prepare(
      "INSERT INTO suppliers (key, id, name, inn, search, active) VALUES (99, 'step-2', 'Степ', '7701234567', '', 1)",
    )
    .run();
  expect(twins({ supplier: "step-2" })).toEqual([first]);
});

test("what was rejected for good or withdrawn is no twin any more", () => {
  const rejected = filed();
  decides(rejected, "rejected");
  expect(twins()).toEqual([rejected]); // it may still be undone
  does({ request: rejected }, { kind: "tick" }, at(hour));
  expect(twins()).toEqual([]);
  const withdrawn = filed();
  does({ request: withdrawn }, { kind: "withdraw", by: person("clerk") });
  expect(twins()).toEqual([]);
});

test("a mended request is found by what it says now", () => {
  const request = filed();
  does(
    { request },
    {
      kind: "sign",
      by: person("director"),
      visa: visa("director"),
      decision: "sent-back",
      seen: 1,
      reason: "Номер",
    },
  );
  does({ request }, { kind: "resubmit", by: person("clerk"), answers: answers({ number: "УТ-1046" }) });
  expect(twins()).toEqual([]);
  expect(twins({ key: "УТ-1046" })).toEqual([request]);
});

test("where it was paid to is known from the last paid invoice, and only once all of it is paid", () => {
  const [old, newer] = ["40702810800000000201", "40702810800000000999"];
  for (const [account, when] of [
    [old, tuesday],
    [newer, at(hour)],
  ] as const) {
    const request = filed({ account, number: account.slice(-3) });
    decides(request, "approved");
    takes(request);
    pays(request, { date: "2026-03-10", sum: 40_000 }, when);
    expect(lastPaidTo(store, step, undefined)?.account).toBe(account === old ? undefined : old);
    pays(request, { date: "2026-03-10", sum: 60_000 }, when);
    expect(lastPaidTo(store, step, undefined)).toEqual({ request, account });
  }
});

test("what may be paid: approved invoices, in nobody's hands or in somebody's, by what is left of them", () => {
  const request = filed();
  const open = (sum: number): readonly number[] => payableInvoices(store, "7701234567", units<Minor>(sum));
  expect(open(100_000)).toEqual([]);
  decides(request, "approved");
  expect(open(100_000)).toEqual([request]);
  takes(request);
  pays(request, { date: "2026-03-10", sum: 30_000 });
  expect(open(100_000)).toEqual([]);
  expect(open(70_000)).toEqual([request]);
  pays(request, { date: "2026-03-10", sum: 70_000 });
  expect(open(70_000)).toEqual([]);
});

test("a line of a statement pays once: a second payment from it is refused by the store itself, also on another statement", () => {
  const line = (): number =>
    write(store, (tx) =>
      addLine(tx, {
        import: addImport(tx, { person: person("merch"), upload: "u", at: tuesday }),
        direction: "out",
        key: "the same movement",
        paidOn: "2026-03-10",
        amount: units<Minor>(50_000),
        currency: "RUB",
        account: "1",
        party: "Степ",
        number: "45",
        purpose: "",
        status: "certain",
        found: {},
      }),
    );
  const [first, second] = [line(), line()];
  const [one, other] = [filed({ number: "1" }), filed({ number: "2" })];
  for (const request of [one, other]) {
    decides(request, "approved");
    takes(request);
  }
  pays(one, { date: "2026-03-10", sum: 50_000, line: first });
  expect(() => pays(other, { date: "2026-03-10", sum: 50_000, line: first })).toThrow("UNIQUE");
  expect(() => pays(other, { date: "2026-03-10", sum: 50_000, line: second })).toThrow("UNIQUE");
  does({ request: one }, { kind: "unpay", by: person("merch"), visa: visa("payment"), n: 1 });
  expect(paidByLine(store, { key: "the same movement" })).toBeUndefined();
  pays(other, { date: "2026-03-10", sum: 50_000, line: second });
  expect(paidByLine(store, { key: "the same movement" })).toBe(other);
});

test("the day's entries: who took it, what was paid and taken back, in the order of their happening", () => {
  const request = filed();
  decides(request, "approved");
  takes(request);
  pays(request, { date: "2026-03-10", sum: 30_000 }, at(hour));
  does({ request }, { kind: "unpay", by: person("merch"), visa: visa("payment"), n: 1 }, at(2 * hour));
  const entries = dayEntries(store, { from: tuesday, to: at(2 * hour) }, 10);
  expect(entries.map(({ kind, person: who, n }) => [kind, who, n])).toEqual([
    ["taken", "merch", undefined],
    ["paid", "merch", 1],
  ]);
  expect(dayEntries(store, { from: at(2 * hour), to: at(3 * hour) }, 10).map(({ kind }) => kind)).toEqual([
    "unpaid",
  ]);
});
