/** The rules of a return: two visas at once, both needed, in every order of votes; rework by rounds. */
import { expect, test } from "vitest";
import { supplierReturn } from "../../../flows/processes/return.ts";
import { Case, company, person, sneakers, visa } from "./fixture.ts";
import { units, type Thousandths } from "../../../flows/ids.ts";

type Vote = "approve" | "reject";

/** Every order of two votes and what it must come to (S0.21–S0.23, O1, D14). */
const votes: readonly (readonly [
  first: string,
  Vote,
  second: string,
  Vote,
  result: string,
  stage: string,
])[] = [
  ["merch", "approve", "manager", "approve", "held", "approved"],
  ["manager", "approve", "merch", "approve", "held", "approved"],
  ["merch", "approve", "manager", "reject", "held", "rejected"],
  ["manager", "approve", "merch", "reject", "held", "rejected"],
  ["merch", "reject", "manager", "approve", "closed", "rejected"],
  ["manager", "reject", "merch", "approve", "closed", "rejected"],
  ["merch", "reject", "manager", "reject", "closed", "rejected"],
  ["manager", "reject", "merch", "reject", "closed", "rejected"],
];

test.each(votes)("%s %ss, %s %ss: %s, %s", (first, vote, second, other, result, stage) => {
  const one = new Case(supplierReturn).file();
  expect(one.rung).toEqual(["manager", "merch"]);
  one[vote](first);
  one[other](second);
  if (result === "closed")
    expect(one.refusal).toMatchObject({ kind: "already-decided", outcome: "rejected", by: first });
  else expect(one.refusal).toBeUndefined();
  expect(one.later(120_000).tick().is).toMatchObject({ status: "ended", stage });
});

test("a missing supplier blocks the start; filled, the same answers go through (S0.19, S0.20)", () => {
  const { supplier, ...bare } = sneakers;
  const one = new Case(supplierReturn).file(bare);
  expect(one.refusal).toEqual({ kind: "not-filled", questions: ["supplier"] });
  expect(one.file({ ...bare, ...(supplier === undefined ? {} : { supplier }) }).is.status).toBe("open");
});

test("after the first rejection the sibling is closed and never reminded (D15)", () => {
  const one = new Case(supplierReturn).file().reject("merch");
  expect(one.outcome("supplier-manager")).toBe("not-needed");
  const events = one
    .later(72 * 3_600_000)
    .tick()
    .log.map((event) => event.kind);
  expect(events).not.toContain("reminded");
});

test("undoing a rejection opens the sibling again and rings it", () => {
  const one = new Case(supplierReturn)
    .file()
    .reject("merch")
    .do({ kind: "undo", by: person("merch") });
  expect(one.is.steps.map((step) => step.outcome)).toEqual([undefined, undefined]);
  expect(one.rung).toEqual(["manager"]);
});

test("who holds both posts signs one; the other goes to his head", () => {
  const both = company({
    posts: { clerk: "store-clerk@store", merch: "merchandiser@office supplier-manager@office" },
  });
  const one = new Case(supplierReturn, both).file();
  expect(one.is.steps.map((step) => [step.visa, step.asked])).toEqual([
    ["merchandiser", ["merch"]],
    ["supplier-manager", ["chief"]],
  ]);
  one.approve("merch");
  expect(one.approve("merch", "supplier-manager").refusal).toEqual({ kind: "signed-other-visa" });
  expect(one.approve("chief", "supplier-manager").is).toMatchObject({
    status: "held",
    steps: [{}, { by: "chief", forPerson: "merch" }],
  });
});

test("two people who both hold both posts need no head", () => {
  const both = "merchandiser@office supplier-manager@office";
  const one = new Case(
    supplierReturn,
    company({ posts: { clerk: "store-clerk@store", merch: both, merch2: both } }),
  ).file();
  expect(one.rung).toEqual(["merch", "merch2"]);
  one.approve("merch2", "supplier-manager").approve("merch");
  expect(one.is.status).toBe("held");
});

test("rework: only visas whose content changed are asked anew, and the round grows", () => {
  const one = new Case(supplierReturn).file().approve("merch").sendBack("manager");
  expect(one.is).toMatchObject({ status: "rework", rework: { by: "manager", text: "Исправить количество" } });
  expect(one.notices).toEqual(["clerk:sent-back"]);
  expect(one.approve("manager").refusal).toMatchObject({ kind: "already-yours", outcome: "sent-back" });
  expect(one.resubmit(sneakers).refusal).toEqual({ kind: "nothing-changed" });
  one.resubmit({ ...sneakers, comment: { kind: "text", text: "так и есть" } });
  expect(one.is).toMatchObject({ status: "open", round: 2, changed: ["comment"] });
  expect(one.outcome("merchandiser")).toBe("carried");
  expect(one.rung).toEqual(["manager"]);
  one.sendBack("manager");
  const goods = sneakers["goods"]?.kind === "goods" ? sneakers["goods"].lines : [];
  const three = {
    ...sneakers,
    goods: { kind: "goods", lines: goods.map((line) => ({ ...line, quantity: units<Thousandths>(3000) })) },
  } as const;
  one.resubmit(three, "head");
  expect(one.is).toMatchObject({ round: 3, changed: ["goods", "comment"], authors: ["clerk", "head"] });
  expect(one.rung).toEqual(["manager", "merch"]);
  one.approve("merch").approve("manager");
  expect(one.later(120_000).tick().is.stage).toBe("approved");
});

test("who mended a request signs it no more (O3)", () => {
  const posts = {
    clerk: "store-clerk@store",
    merch: "merchandiser@office store-clerk@store",
    manager: "supplier-manager@office",
  };
  const one = new Case(supplierReturn, company({ posts })).file().sendBack("manager");
  one.resubmit({ ...sneakers, reason: { kind: "reason", code: "04" } }, "merch");
  expect(one.rung).toEqual(["chief", "manager"]);
  expect(one.approve("merch").refusal).toEqual({ kind: "own-request" });
});

test("the supplier manager's own answers are kept on his step and change nobody's content", () => {
  const one = new Case(supplierReturn).file();
  one.do({
    kind: "fill",
    by: person("manager"),
    visa: visa("supplier-manager"),
    answers: { contract: { kind: "text", text: "№ МТ-77" } },
  });
  expect(one.is.revision).toBe(1);
  expect(one.is.steps[1]?.answers).toEqual({ contract: { kind: "text", text: "№ МТ-77" } });
  expect(() =>
    one.do({
      kind: "fill",
      by: person("manager"),
      visa: visa("supplier-manager"),
      answers: { goods: sneakers["goods"]! },
    }),
  ).toThrow(/asks no "goods"/);
  one.sendBack("merch").resubmit({ ...sneakers, comment: { kind: "text", text: "Новое фото" } }, "clerk");
  expect(one.is.steps.at(-1)).toMatchObject({
    visa: "supplier-manager",
    round: 2,
    answers: { contract: { kind: "text", text: "№ МТ-77" } },
  });
});

test("taken back while one visa is given: the other closes", () => {
  const one = new Case(supplierReturn)
    .file()
    .approve("merch")
    .do({ kind: "withdraw", by: person("clerk") });
  expect(one.is.status).toBe("withdrawn");
  expect(one.outcome("supplier-manager")).toBe("not-needed");
});

test("an approval can't be taken back once the sibling rejected: only who rejected reopens the request (D31)", () => {
  const one = new Case(supplierReturn).file().approve("merch").reject("manager");
  expect(one.do({ kind: "undo", by: person("merch") }).refusal).toEqual({ kind: "too-late-to-undo" });
  expect(one.do({ kind: "undo", by: person("manager") }).is.status).toBe("open");
  expect(one.do({ kind: "undo", by: person("merch") }).is.steps.map((step) => step.outcome)).toEqual([
    undefined,
    undefined,
  ]);
  one.approve("merch").sendBack("manager");
  expect(one.do({ kind: "undo", by: person("merch") }).refusal).toEqual({ kind: "too-late-to-undo" });
});

test("the first of two approvals can be taken back while the second is held", () => {
  const one = new Case(supplierReturn)
    .file()
    .approve("merch")
    .approve("manager")
    .do({ kind: "undo", by: person("merch") });
  expect(one.is).toMatchObject({ status: "open" });
  expect(one.outcome("supplier-manager")).toBe("approved");
  expect(one.approve("merch").is.status).toBe("held");
});
