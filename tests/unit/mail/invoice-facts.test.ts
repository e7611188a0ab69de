/** What a letter reads from its request: the basis, the day that can be promised, and whether it still says what is so. */
import { describe, expect, test } from "vitest";
import type { Company } from "../../../flows/company/company.ts";
import type { Answers } from "../../../flows/engine/answers.ts";
import type { Event } from "../../../flows/engine/events.ts";
import { replay, evolve } from "../../../flows/engine/evolve.ts";
import type { Request } from "../../../flows/engine/request.ts";
import {
  id,
  units,
  type DepartmentId,
  type Instant,
  type Minor,
  type PersonId,
  type SupplierId,
} from "../../../flows/ids.ts";
import { basisOf, invoiceOf, plannedDate } from "../../../flows/mail/invoice-facts.ts";
import { keepersOf, managersOf } from "../../../flows/mail/keepers.ts";
import { isWanted } from "../../../flows/mail/wanted.ts";
import { invoice } from "../../../flows/processes/invoice.ts";
import { company } from "../engine/fixture.ts";

const at = units<Instant>(Date.UTC(2026, 2, 2, 7));
const payment = { visa: id<never>("payment"), round: 1 };

function filed(answers: Answers = {}): Request {
  const head = { kind: "filed", at, by: id<never>("petrenko"), id: units<never>(17) } as const;
  return replay([{ ...head, process: invoice.id, processVersion: 1, place: id<never>("commerce"), answers }]);
}
const then = (request: Request, ...events: readonly Event[]): Request => events.reduce(evolve, request);
const enters = (stage: string): Event => ({ kind: "stage-entered", at, stage: id<never>(stage) });
/** An accountant has it. */
const inWork = (answers: Answers = {}): Request =>
  then(
    filed(answers),
    enters("accountant"),
    { kind: "task-opened", at, ...payment, asked: [] },
    { kind: "taken", at, by: id<never>("orlova"), ...payment },
    enters("in-work"),
  );

describe("the basis", () => {
  const contract = (text: string) => ({ id: id<SupplierId>("s"), name: "АО", contract: text });
  test.each([
    ["№ 14/25 от 10.02.2025", "договор № 14/25 от 10.02.2025"],
    ["14/25", "договор 14/25"],
    ["Договор поставки № 3", "Договор поставки № 3"],
    ["счёт-оферта", "счёт-оферта"],
    ["№ 1\r\nBcc: a@b.example", "договор № 1 Bcc: a@b.example"],
  ])("contract %j reads %j", (text, said) => {
    expect(basisOf(filed(), contract(text), "ru")).toBe(said);
  });
  test.each([
    ["ЗК-9", "ЗК-9"],
    ["№ 9", "заказ №\u00a09"],
    ["9", "заказ №\u00a09"],
  ])("without a contract order %j reads %j", (text, said) => {
    expect(basisOf(filed({ order: { kind: "text", text } }), undefined, "ru")).toBe(said);
  });
  test("neither: none", () => {
    expect(basisOf(filed({ order: { kind: "skipped" } }), undefined, "uk")).toBeUndefined();
  });
});

describe("the day that is promised", () => {
  const due: Answers = { due: { kind: "date", date: "2026-03-18" } };
  const says = (date: string): Event => ({
    kind: "filled",
    at,
    by: id<never>("orlova"),
    ...payment,
    answers: { planned: { kind: "date", date } },
  });
  test("is the invoice's, until the accountant says another; a day that is over becomes today", () => {
    const request = inWork(due);
    expect(plannedDate(invoice, request, "2026-03-02")).toBe("2026-03-18");
    expect(plannedDate(invoice, request, "2026-03-19")).toBe("2026-03-19");
    expect(plannedDate(invoice, then(request, says("2026-03-25")), "2026-03-02")).toBe("2026-03-25");
    expect(plannedDate(invoice, then(request, says("2026-03-25")), "2026-03-26")).toBe("2026-03-26");
  });
});

test("a request without number, date or sum is no invoice: a bug, thrown", () => {
  expect(() => invoiceOf(filed())).toThrow("is no invoice");
  const answers: Answers = {
    number: { kind: "text", text: "7" },
    date: { kind: "date", date: "2026-03-01" },
    sum: { kind: "sum", sum: units<Minor>(100) },
  };
  expect(invoiceOf(filed(answers))).toEqual({ number: "7", date: "2026-03-01", sum: 100 });
});

test.each([
  ["in work", [], [true, true, false]],
  [
    "given back",
    [{ kind: "released", at, ...payment, by: id<never>("orlova") }, enters("accountant")],
    [false, true, false],
  ],
  [
    "sent back",
    [{ kind: "sent-back", at, by: id<never>("orlova"), ...payment, reason: "нет договора" }],
    [false, true, false],
  ],
  ["withdrawn", [{ kind: "withdrawn", at, by: id<never>("petrenko") }], [false, false, false]],
  ["awaiting papers", [enters("paid"), enters("closing-documents")], [false, true, true]],
  ["closed", [enters("closed"), { kind: "ended", at, stage: id<never>("closed") }], [false, true, false]],
] as const satisfies readonly (readonly [string, readonly Event[], readonly boolean[]])[])(
  "%s: which letters still say what is so",
  (_, events, wanted) => {
    const request = then(inWork(), ...events);
    const kinds = ["handed-over", "paid", "closing-documents"] as const;
    expect(kinds.map((kind) => isWanted(invoice, request, kind))).toEqual(wanted);
  },
);

/** Commerce and its office, both headed by Громов; whoever has left, and who sells where. */
function sales(left: readonly string[] = [], sellers: readonly string[] = ["petrenko@commerce"]): Company {
  const base = company();
  const place = (name: string, parent?: string) => ({
    ...base.departments[0]!,
    id: id<DepartmentId>(name),
    head: id<PersonId>("gromov"),
    ...(parent !== undefined && { parent: id<DepartmentId>(parent) }),
  });
  return {
    ...base,
    departments: [place("office"), place("commerce", "office")],
    people: ["petrenko", "zhukova", "orlova", "gromov"].map((name) => ({
      ...base.people[0]!,
      id: id<PersonId>(name),
      human: name,
      active: !left.includes(name),
    })),
    holders: sellers.map((seller) => {
      const [who = "", where = ""] = seller.split("@");
      return { person: id(who), post: id("sales-manager"), department: id(where) };
    }),
  };
}

test("its keepers are who has it and who filed it; given back, the filer alone", () => {
  expect(keepersOf(invoice, inWork(), sales())).toEqual(["orlova", "petrenko"]);
  const back = then(inWork(), { kind: "released", at, ...payment });
  expect(keepersOf(invoice, back, sales())).toEqual(["petrenko"]);
});

test.each<[string, readonly string[], readonly string[], readonly string[]]>([
  ["the filer has left: who may file there", ["petrenko"], ["zhukova@commerce"], ["orlova", "zhukova"]],
  ["both have left", ["petrenko", "orlova"], ["zhukova@commerce"], ["zhukova"]],
  ["nobody files there any more: the head above", ["petrenko", "orlova"], ["zhukova@office"], ["gromov"]],
])("%s", (_, left, sellers, keepers) => {
  const company = sales(left, sellers);
  expect(keepersOf(invoice, inWork(), company)).toEqual(keepers);
  expect(managersOf(invoice, inWork(), company)).toEqual(keepers.slice(-1));
});
