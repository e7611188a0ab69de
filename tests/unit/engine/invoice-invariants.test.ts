/** Whatever people do to an invoice in whatever order: one owner, never paid twice, a log that gives the state (I1–I4). */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addressees } from "../../../flows/engine/addressees.ts";
import { paidSum } from "../../../flows/engine/request.ts";
import { leftToPay } from "../../../flows/engine/tasks.ts";
import { units, type Minor } from "../../../flows/ids.ts";
import { hour, person, visa } from "./fixture.ts";
import { bill, documents, InvoiceCase, paper, payment, salesCompany } from "./invoice-case.ts";

const total = 24_400_000;
const everybody = [
  "seller",
  "seller2",
  "director",
  "director2",
  "accountant",
  "accountant2",
  "chief",
  "head",
];
const who = fc.constantFrom(...everybody).map(person);
const step = fc.constantFrom("director", "payment", "payment", "closing-documents").map(visa);
const one = <K extends string>(kind: K): fc.Arbitrary<K> => fc.constant(kind);
const action = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: one("sign"),
      by: who,
      visa: step,
      decision: fc.constantFrom("approved", "approved", "approved", "rejected", "sent-back"),
      reason: fc.constant("так"),
      seen: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: one("take"), by: who, visa: step }) },
  { weight: 2, arbitrary: fc.record({ kind: one("take"), by: who, visa: step, over: who }) },
  { weight: 1, arbitrary: fc.record({ kind: one("release"), by: who, visa: step }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: one("pay"),
      by: who,
      visa: fc.constant(payment),
      payment: fc
        .constantFrom(total, 10_000_000, 4_400_000)
        .map((sum) => ({ date: "2026-03-10", sum: units<Minor>(sum) })),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: one("unpay"),
      by: fc.constantFrom("accountant", "accountant2").map(person),
      visa: fc.constant(payment),
      n: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: one("finish"),
      by: who,
      visa: fc.constant(documents),
      answers: fc.constantFrom({}, { documents: paper("d") }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: one("delegate"), by: who, visa: step, to: who }) },
  { weight: 1, arbitrary: fc.record({ kind: one("undo"), by: who }) },
  { weight: 1, arbitrary: fc.record({ kind: one("withdraw"), by: who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: one("resubmit"),
      by: who,
      answers: fc.constantFrom("b", "c").map((letter) => ({ ...bill, file: paper(letter) })),
    }),
  },
  /** Whoever it waits for does the right thing: chance alone seldom gets to the end. */
  { weight: 8, arbitrary: fc.constant({ kind: "go" as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: "tick" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "reassess" as const }) },
);
const fewer = salesCompany({
  posts: {
    seller: "sales-manager@office",
    director2: "director@office",
    accountant2: "accountant@office",
  },
});

function rightThing(invoice: InvoiceCase): Parameters<InvoiceCase["do"]>[0] {
  const { is } = invoice;
  if (is.status === "rework")
    return { kind: "resubmit", by: person("seller"), answers: { ...bill, file: paper("e") } };
  const [name, people] = [...addressees(invoice.process, is, invoice.company)][0] ?? [];
  const by = people?.[0];
  if (name === undefined || by === undefined) return { kind: "tick" };
  if (is.stage === "accountant") return { kind: "take", by, visa: name };
  if (is.stage === "closing-documents")
    return { kind: "finish", by, visa: name, answers: { documents: paper("d") } };
  if (is.stage === "in-work")
    return {
      kind: "pay",
      by,
      visa: name,
      payment: { date: "2026-03-10", sum: units<Minor>(Math.min(leftToPay(is), 14_400_000)) },
    };
  return { kind: "sign", by, visa: name, decision: "approved", seen: is.revision };
}

test("random histories of an invoice keep every promise", () => {
  const reached = new Set<string>();
  const todo = fc.array(fc.tuple(action, fc.constantFrom(0, 0, 0, 60_000, 120_000, hour, 30 * hour)), {
    minLength: 10,
    maxLength: 60,
  });
  fc.assert(
    fc.property(todo, fc.boolean(), (steps, changes) => {
      const invoice = new InvoiceCase().filed();
      for (const [index, [command, wait]] of steps.entries()) {
        if (changes && index === 20) {
          invoice.company = fewer;
          invoice.do({ kind: "reassess" });
        }
        const before = invoice.request;
        invoice.later(wait).do(command.kind === "go" ? rightThing(invoice) : command);
        if (before?.status === "ended" || before?.status === "withdrawn")
          expect(invoice.request).toEqual(before);
        expect(paidSum(invoice.is)).toBeLessThanOrEqual(total);
        const { stage } = invoice.is;
        if (["closing-documents", "closed"].includes(stage)) expect(paidSum(invoice.is)).toBe(total);
        const open = invoice.is.steps.filter((one_) => one_.outcome === undefined && one_.task === true);
        if (invoice.is.status === "open") expect(open.length).toBeLessThanOrEqual(1);
        if (stage === "in-work" && invoice.is.status === "open" && open[0]?.taken === undefined)
          throw new Error("in work with nobody");
        for (const [, people] of addressees(invoice.process, invoice.is, invoice.company))
          expect(people.length).toBeGreaterThan(0);
        reached.add(stage);
      }
      for (const event of invoice.log) reached.add(event.kind);
      // approved by one who was not its author, and never paid before
      const paid = invoice.log.findIndex((event) => event.kind === "paid");
      const signed = invoice.log.findIndex(
        (event) => event.kind === "signed" && event.outcome === "approved",
      );
      if (paid >= 0) expect(signed).toBeGreaterThanOrEqual(0);
      if (paid >= 0) expect(signed).toBeLessThan(paid);
    }),
    { numRuns: 600, seed: 5 },
  );
  for (const kind of [
    "reopened",
    "closed",
    "rejected",
    "released",
    "unpaid",
    "delegated",
    "undone",
    "withdrawn",
    "resubmitted",
  ])
    expect(reached).toContain(kind);
});
