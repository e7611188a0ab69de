/** A step handed to a colleague, an opinion asked without losing one's turn (D19, D21, O3). */
import { expect, test } from "vitest";
import { writeOff } from "../../../flows/processes/write-off.ts";
import { supplierReturn } from "../../../flows/processes/return.ts";
import { Case, person, visa } from "./fixture.ts";
import { InvoiceCase, payment } from "./invoice-case.ts";

const merchandiser = visa("merchandiser");

test("a visa handed on: the colleague signs, and it is written for whom", () => {
  const one = new Case(writeOff).file();
  one.do({ kind: "delegate", by: person("merch"), visa: merchandiser, to: person("merch2") });
  expect(one.rung).toEqual(["merch2"]);
  expect(one.approve("merch").refusal).toEqual({ kind: "not-yours", visa: "merchandiser" });
  expect(one.approve("merch2").is.steps[0]).toMatchObject({ by: "merch2", forPerson: "merch" });
});

test("nobody is handed what he may not sign: his own request, a second visa, or when he has left", () => {
  const one = new Case(supplierReturn).file().approve("manager");
  for (const who of ["clerk", "manager", "merch"])
    expect(
      one.do({ kind: "delegate", by: person("merch"), visa: merchandiser, to: person(who) }).refusal,
    ).toEqual({ kind: "not-a-colleague", person: who });
  expect(
    one.do({ kind: "delegate", by: person("clerk2"), visa: merchandiser, to: person("merch2") }).refusal,
  ).toEqual({ kind: "not-yours", visa: "merchandiser" });
});

test("who was handed it and leaves has it no more: the post is asked again", () => {
  const one = new Case(writeOff).file();
  one.do({ kind: "delegate", by: person("merch"), visa: merchandiser, to: person("merch2") });
  const people = one.company.people.map((who) => (who.id === "merch2" ? { ...who, active: false } : who));
  one.company = { ...one.company, people };
  expect(one.do({ kind: "reassess" }).rung).toEqual(["merch"]);
  expect(one.approve("merch").refusal).toBeUndefined();
});

test("a task handed on is in the colleague's hands", () => {
  const one = new InvoiceCase().filed().signed().taken();
  one.do({ kind: "delegate", by: person("accountant"), visa: payment, to: person("accountant2") });
  expect(one.rung).toEqual(["accountant2"]);
  expect(one.pays(100).refusal).toMatchObject({ kind: "taken", by: "accountant2" });
  expect(one.pays(24_400_000, "accountant2").is.stage).toBe("closing-documents");
});

test("a colleague is asked and answers; the turn stays, and both are read by everybody", () => {
  const one = new Case(writeOff).file();
  one.do({ kind: "consult", by: person("merch"), visa: merchandiser, to: person("merch2"), text: "Брак?" });
  expect(one.notices).toEqual(["merch2:consulted"]);
  expect(
    one.do({ kind: "consult", by: person("merch"), visa: merchandiser, to: person("merch2"), text: "?" })
      .refusal,
  ).toEqual({ kind: "question-open" });
  expect(one.do({ kind: "advise", by: person("chief"), visa: merchandiser, text: "да" }).refusal).toEqual({
    kind: "no-question",
  });
  one.do({ kind: "advise", by: person("merch2"), visa: merchandiser, text: "Да, брак" });
  expect(one.notices).toEqual(["merch:advice"]);
  expect(one.is.talk.map((line) => [line.kind, line.by, line.to])).toEqual([
    ["consulted", "merch", "merch2"],
    ["advice", "merch2", "merch"],
  ]);
  expect(one.approve("merch").refusal).toBeUndefined();
});
