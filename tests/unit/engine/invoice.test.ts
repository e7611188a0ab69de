/** The rules of a supplier invoice: one of two directors, one of two accountants, the manager's documents (S1.7–S1.20). */
import { expect, test } from "vitest";
import { addressees } from "../../../flows/engine/addressees.ts";
import { mayWithdraw } from "../../../flows/engine/file.ts";
import { paidSum } from "../../../flows/engine/request.ts";
import { isWanted } from "../../../flows/mail/wanted.ts";
import { leftToPay } from "../../../flows/engine/tasks.ts";
import { hour, person, visa } from "./fixture.ts";
import { bill, documents, InvoiceCase, paper, payment, salesCompany } from "./invoice-case.ts";

const acting = (one: InvoiceCase, name = payment): readonly string[] =>
  addressees(one.process, one.is, one.company).get(name) ?? [];
const letters = (one: InvoiceCase): string[] =>
  one.caused.flatMap((caused) => (caused.kind === "letter" ? [caused.letter] : []));

test("the source's path: choice of decision-maker, choice of accountant, in work, paid, awaiting documents, closed", () => {
  const one = new InvoiceCase().filed();
  expect(one.is.stage).toBe("decision-maker");
  expect(one.rung).toEqual(["director", "director2"]);
  one.signed();
  expect(one.is).toMatchObject({ status: "open", stage: "accountant" });
  expect(one.rung).toEqual(["accountant", "accountant2"]);
  one.later(hour).taken();
  expect(one.is).toMatchObject({ stage: "in-work" });
  expect(letters(one)).toEqual(["handed-over"]);
  expect(acting(one)).toEqual(["accountant"]);
  one.later(hour).pays(24_400_000, "accountant", { order: "45" });
  expect(one.is).toMatchObject({ status: "open", stage: "closing-documents" });
  expect(one.log.filter((event) => event.kind === "stage-entered").map((event) => event.stage)).toEqual([
    "decision-maker",
    "accountant",
    "in-work",
    "paid",
    "closing-documents",
  ]);
  expect(one.notices).toEqual(["seller:passed"]);
  expect(one.rung).toEqual(["seller"]);
  expect(letters(one)).toEqual(["paid", "closing-documents"]);
  one.later(hour).closed();
  expect(one.is).toMatchObject({ status: "ended", stage: "closed" });
  expect(one.notices).toEqual(["accountant:told", "seller:outcome"]);
});

test("who is named signs alone; who was named and holds the post no more is no hindrance (O5)", () => {
  const named = { ...bill, signer: { kind: "person", person: person("director2") } } as const;
  const one = new InvoiceCase().filed(named);
  expect(one.rung).toEqual(["director2"]);
  expect(one.signed("director").refusal).toEqual({ kind: "not-yours", visa: "director" });
  one.company = salesCompany({ posts: { seller: "sales-manager@office", director: "director@office" } });
  expect(one.do({ kind: "reassess" }).rung).toEqual(["director"]);
  expect(one.signed("director").refusal).toBeUndefined();
});

test("a director who took it has it: the other is told who, and may take it over outright (S1.11, D35)", () => {
  const one = new InvoiceCase().filed().taken("director", visa("director"));
  expect(acting(one, visa("director"))).toEqual(["director"]);
  expect(one.signed("director2").refusal).toEqual({ kind: "taken", by: "director", at: one.now });
  one.do({ kind: "take", by: person("director2"), visa: visa("director"), over: person("director") });
  expect(one.notices).toEqual(["director:taken-over"]);
  expect(one.signed("director").refusal).toMatchObject({ kind: "taken", by: "director2" });
  expect(one.signed("director2", "sent-back").is.rework).toMatchObject({ by: "director2" });
});

test("given back, a shared visa is asked of both again", () => {
  const one = new InvoiceCase().filed().taken("director", visa("director"));
  one.do({ kind: "release", by: person("director"), visa: visa("director") });
  expect(one.rung).toEqual(["director2"]);
  expect(one.signed("director2").refusal).toBeUndefined();
});

test("sent back twice: each round begins with a new paper and the choice of the decision-maker, history kept (S1.12)", () => {
  const one = new InvoiceCase().filed().signed("director", "sent-back");
  expect(one.is).toMatchObject({ status: "rework", rework: { by: "director", text: "Неверная сумма" } });
  one.do({ kind: "resubmit", by: person("seller"), answers: { ...bill, file: paper("b") } });
  expect(one.is).toMatchObject({ status: "open", stage: "decision-maker", round: 2 });
  one.signed("director2").taken();
  one.do({
    kind: "sign",
    by: person("accountant"),
    visa: payment,
    decision: "sent-back",
    reason: "Неверные реквизиты",
    seen: one.is.revision,
  });
  expect(one.is).toMatchObject({ status: "rework", rework: { by: "accountant", visa: "payment" } });
  one.do({ kind: "resubmit", by: person("seller"), answers: { ...bill, file: paper("c") } });
  expect(one.is).toMatchObject({ status: "open", stage: "decision-maker", round: 3 });
  expect(one.rung).toEqual(["director", "director2"]);
  expect(one.is.steps.map((step) => [step.visa, step.round, step.outcome])).toEqual([
    ["director", 1, "sent-back"],
    ["director", 2, "approved"],
    ["payment", 2, "sent-back"],
    ["director", 3, undefined],
  ]);
});

test("mended in what nobody signed, it goes straight on to where it had got", () => {
  const one = new InvoiceCase().filed().signed().taken();
  const back = { kind: "sign", by: person("accountant"), visa: payment, decision: "sent-back" } as const;
  one.do({ ...back, reason: "нет договора", seen: one.is.revision });
  const answers = { ...bill, comment: { kind: "text", text: "договор № 7" } } as const;
  one.do({ kind: "resubmit", by: person("seller"), answers });
  expect(one.is).toMatchObject({ status: "open", stage: "accountant", round: 2 });
  expect(one.rung).toEqual(["accountant", "accountant2"]);
});

test("a thousand times two accountants in the same tick: one owner, the other told who (S1.3, S1.9, S1.14)", () => {
  for (let n = 0; n < 1000; n += 1) {
    const [first, second] = n % 2 === 0 ? ["accountant", "accountant2"] : ["accountant2", "accountant"];
    const one = new InvoiceCase().filed().signed();
    expect(one.taken(first).refusal).toBeUndefined();
    expect(letters(one)).toEqual(["handed-over"]);
    expect(one.taken(second).refusal).toEqual({ kind: "taken", by: first, at: one.now });
    expect(acting(one)).toEqual([first]);
  }
});

test("given back and taken again; taken over from a colleague: each its own act in the log (D35)", () => {
  const one = new InvoiceCase().filed().signed().taken();
  one.do({ kind: "release", by: person("accountant"), visa: payment });
  expect(one.is.stage).toBe("accountant");
  expect(one.rung).toEqual(["accountant2"]);
  one.taken("accountant2");
  one.do({ kind: "take", by: person("accountant"), visa: payment, over: person("accountant2") });
  expect(one.is).toMatchObject({ stage: "in-work" });
  expect(letters(one)).toEqual([]);
  const acts = one.log.filter((event) => event.kind === "taken" || event.kind === "released");
  expect(acts.map((event) => [event.kind, event.by, "over" in event ? event.over : undefined])).toEqual([
    ["taken", "accountant", undefined],
    ["released", "accountant", undefined],
    ["taken", "accountant2", undefined],
    ["taken", "accountant", "accountant2"],
  ]);
});

test("a slow tap never takes over: the one named must still have it", () => {
  const one = new InvoiceCase().filed().signed().taken();
  one.do({ kind: "take", by: person("accountant2"), visa: payment, over: person("accountant2") });
  expect(one.refusal).toEqual({ kind: "nobody-has-it" });
  one.do({ kind: "take", by: person("seller"), visa: payment, over: person("accountant") });
  expect(one.refusal).toEqual({ kind: "not-yours", visa: "payment" });
});

test("whoever has left has it no more: it waits for his colleagues again", () => {
  const one = new InvoiceCase().filed().signed().taken();
  one.company = {
    ...one.company,
    people: one.company.people.map((who) => (who.id === "accountant" ? { ...who, active: false } : who)),
  };
  one.do({ kind: "reassess" });
  expect(one.is.stage).toBe("accountant");
  expect(one.rung).toEqual(["accountant2"]);
});

test("only who has it pays; not before it is taken; never more than is left, never of a day to come", () => {
  const one = new InvoiceCase().filed().signed();
  expect(one.pays(100).refusal).toEqual({ kind: "not-taken" });
  one.taken();
  expect(one.pays(100, "accountant2").refusal).toMatchObject({ kind: "taken", by: "accountant" });
  expect(one.pays(24_400_001).refusal).toEqual({ kind: "pays-too-much", left: 24_400_000 });
  expect(one.pays(100, "accountant", { date: "2026-03-11" }).refusal).toEqual({ kind: "date-in-future" });
  expect(one.closed("accountant").refusal).toEqual({ kind: "not-yours", visa: "closing-documents" });
});

test("paid in parts, one of them taken back: it is paid when the parts make the sum", () => {
  const one = new InvoiceCase().filed().signed().taken().pays(10_000_000).pays(4_400_000);
  one.do({ kind: "unpay", by: person("accountant"), visa: payment, n: 2 });
  expect(one.do({ kind: "unpay", by: person("accountant"), visa: payment, n: 2 }).refusal).toEqual({
    kind: "no-such-payment",
  });
  expect([paidSum(one.is), leftToPay(one.is), one.is.stage]).toEqual([10_000_000, 14_400_000, "in-work"]);
  expect(one.pays(14_400_000).is.stage).toBe("closing-documents");
  expect(one.is.paid?.map((part) => [part.n, part.back === undefined])).toEqual([
    [1, true],
    [2, false],
    [3, true],
  ]);
});

test("money that went can't be sent back for rework", () => {
  const one = new InvoiceCase().filed().signed().taken().pays(100);
  const back = { kind: "sign", by: person("accountant"), visa: payment, decision: "sent-back" } as const;
  expect(one.do({ ...back, reason: "нет", seen: one.is.revision }).refusal).toEqual({ kind: "paid-already" });
});

test("a task is no visa: nobody approves or rejects it by a forged press", () => {
  const one = new InvoiceCase().filed().signed().taken();
  for (const decision of ["approved", "rejected"] as const)
    expect(
      one.do({
        kind: "sign",
        by: person("accountant"),
        visa: payment,
        decision,
        reason: "так",
        seen: one.is.revision,
      }).refusal,
    ).toEqual({ kind: "not-yours", visa: "payment" });
});

test("a director's undo takes it out of accounting, until an accountant has taken it (D31)", () => {
  const one = new InvoiceCase().filed().signed();
  one.later(60_000).do({ kind: "undo", by: person("director") });
  expect(one.is).toMatchObject({ status: "open", stage: "decision-maker" });
  expect(one.is.steps.map((step) => step.visa)).toEqual(["director"]);
  one.signed("director2").taken();
  expect(one.do({ kind: "undo", by: person("director2") }).refusal).toEqual({ kind: "too-late-to-undo" });
  const late = new InvoiceCase().filed().signed().later(120_000);
  expect(late.do({ kind: "undo", by: person("director") }).refusal).toEqual({ kind: "too-late-to-undo" });
});

test("a director rejects for good; it may be undone like every final decision", () => {
  const one = new InvoiceCase().filed().signed("director", "rejected");
  expect(one.is.status).toBe("held");
  one.do({ kind: "undo", by: person("director") }).signed("director2", "rejected");
  expect(one.later(120_000).tick().is).toMatchObject({ status: "ended", stage: "rejected" });
  expect(one.notices).toEqual(["seller:outcome"]);
});

test("taken back until the visa is given; afterwards only a new request (O4)", () => {
  const one = new InvoiceCase().filed();
  expect(mayWithdraw(one.is, person("seller"), one.company)).toBe(true);
  one.signed();
  expect(mayWithdraw(one.is, person("seller"), one.company)).toBe(false);
  expect(one.do({ kind: "withdraw", by: person("seller") }).refusal).toEqual({
    kind: "too-late-to-withdraw",
  });
  expect(
    new InvoiceCase()
      .filed()
      .do({ kind: "withdraw", by: person("seller") })
      .taken("director", visa("director")).refusal,
  ).toMatchObject({ kind: "withdrawn" });
});

test("closing documents: of the filer alone, not without a file, reminded until they are there (S1.16–S1.18)", () => {
  const one = new InvoiceCase().filed().signed().taken().pays(24_400_000);
  expect(one.closed("accountant").refusal).toEqual({ kind: "not-yours", visa: "closing-documents" });
  expect(one.closed("seller2").refusal).toEqual({ kind: "not-yours", visa: "closing-documents" });
  expect(one.do({ kind: "finish", by: person("seller"), visa: documents, answers: {} }).refusal).toEqual({
    kind: "not-filled",
    questions: ["documents"],
  });
  const reminders = (): number => one.log.filter((event) => event.kind === "reminded").length;
  for (let day = 0; day < 20; day += 1) one.later(24 * hour).tick();
  expect(reminders()).toBeGreaterThanOrEqual(3);
  one.do({ kind: "fill", by: person("seller"), visa: documents, answers: { documents: paper("d") } });
  expect(one.do({ kind: "finish", by: person("seller"), visa: documents, answers: {} }).is.stage).toBe(
    "closed",
  );
});

test("a payment that made up the sum is taken back by who booked it, until papers for it have come", () => {
  const one = new InvoiceCase().filed().signed().taken().pays(10_000_000).pays(14_400_000);
  const back = (by: string, n: number): InvoiceCase =>
    one.do({ kind: "unpay", by: person(by), visa: payment, n });
  expect(back("accountant2", 2).refusal).toMatchObject({ kind: "already-decided" });
  expect(back("accountant", 9).refusal).toMatchObject({ kind: "already-decided" });
  back("accountant", 2);
  expect(one.is).toMatchObject({ status: "open", stage: "in-work" });
  expect([acting(one), leftToPay(one.is)]).toEqual([["accountant"], 14_400_000]);
  expect(isWanted(one.process, one.is, "paid")).toBe(false);
  one.pays(14_400_000);
  expect(one.is.stage).toBe("closing-documents");
  expect(isWanted(one.process, one.is, "paid")).toBe(true);
  one.do({ kind: "fill", by: person("seller"), visa: documents, answers: { documents: paper("d") } });
  expect(back("accountant", 3).refusal).toMatchObject({ kind: "already-decided" });
});

test("handed on before it was taken, it is whose it was handed to once he takes it", () => {
  const one = new InvoiceCase().filed().signed();
  one.do({ kind: "delegate", by: person("accountant"), visa: payment, to: person("chief") });
  one.taken("chief");
  expect(acting(one)).toEqual(["chief"]);
  one.do({ kind: "reassess" });
  expect(one.is.stage).toBe("in-work");
  expect(one.pays(24_400_000, "chief").is.stage).toBe("closing-documents");
});

test("what an accountant promised goes with him: the next one promises for himself", () => {
  const one = new InvoiceCase().filed().signed().taken();
  const planned = { planned: { kind: "date", date: "2026-03-12" } } as const;
  one.do({ kind: "fill", by: person("accountant"), visa: payment, answers: planned });
  one.do({ kind: "release", by: person("accountant"), visa: payment }).taken("accountant2");
  expect(one.is.steps.at(-1)?.answers).toEqual({});
});

test("sent back out of accounting, it can still be given up: nothing is paid (O4)", () => {
  const one = new InvoiceCase().filed().signed().taken();
  const back = { kind: "sign", by: person("accountant"), visa: payment, decision: "sent-back" } as const;
  one.do({ ...back, reason: "Не наш заказ", seen: one.is.revision });
  expect(mayWithdraw(one.is, person("seller"), one.company)).toBe(true);
  expect(one.do({ kind: "withdraw", by: person("seller") }).is.status).toBe("withdrawn");
});

test("a manager can't stop his own reminders by asking himself", () => {
  const one = new InvoiceCase().filed().signed().taken().pays(24_400_000);
  expect(one.do({ kind: "ask", by: person("seller"), visa: documents, text: "где?" }).refusal).toEqual({
    kind: "own-request",
  });
});

test("in work it is overdue by the day that was promised, not by the day it was taken", () => {
  const one = new InvoiceCase().filed().signed().taken();
  expect(
    one
      .later(24 * hour)
      .tick()
      .log.at(-1),
  ).toMatchObject({ kind: "stage-entered", stage: "in-work" });
  const planned = { planned: { kind: "date", date: "2026-03-16" } } as const;
  one.do({ kind: "fill", by: person("accountant"), visa: payment, answers: planned });
  const monday = Date.parse("2026-03-16T10:00:00Z"); // 13:00 in Moscow, four working hours into the day
  one.later(monday - one.now - 1).tick();
  expect(one.log.at(-1)).toMatchObject({ kind: "filled" });
  expect(one.later(1).tick().log.at(-1)).toMatchObject({ kind: "reminded", people: ["accountant"] });
});

test("after a long stop what is reminded of again and again is reminded of once", () => {
  const one = new InvoiceCase().filed().signed().taken().pays(24_400_000);
  one.later(40 * 24 * hour);
  for (let n = 0; n < 5; n += 1) one.tick();
  expect(one.log.filter((event) => event.kind === "reminded")).toHaveLength(1);
});

test("the accountant's time counts from his taking and his day; silence asks the head above", () => {
  const one = new InvoiceCase().filed({ ...bill, due: { kind: "date", date: "2026-03-10" } }).signed();
  expect(
    one
      .later(4 * hour)
      .tick()
      .log.at(-1),
  ).toMatchObject({
    kind: "reminded",
    people: ["accountant", "accountant2"],
  });
  one.taken();
  expect(
    one
      .later(3 * hour)
      .tick()
      .log.at(-1),
  ).toMatchObject({ kind: "stage-entered", stage: "in-work" });
  one.later(24 * hour).tick();
  expect(one.log.filter((event) => event.kind === "escalated")).toMatchObject([{ to: "chief" }]);
  expect(acting(one)).toEqual(["accountant", "chief"]);
  expect(one.pays(100, "chief").refusal).toMatchObject({ kind: "taken", by: "accountant" });
  one.do({ kind: "take", by: person("chief"), visa: payment, over: person("accountant") });
  expect(one.pays(24_400_000, "chief").is.steps.at(-2)).toMatchObject({
    outcome: "done",
    by: "chief",
    forPerson: "accountant",
  });
});
