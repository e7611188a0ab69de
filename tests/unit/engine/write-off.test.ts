/** The rules of a write-off: one visa, its outcomes, holds, undo, withdrawal. */
import { expect, test } from "vitest";
import { writeOff } from "../../../flows/processes/write-off.ts";
import { Case, company, hour, person, sneakers, store, unpriced, visa } from "./fixture.ts";
import { units, type Minor } from "../../../flows/ids.ts";

const minutes = 60_000;

test("filing puts it under review and rings the merchandiser alone (S0.14, S0.16, D12)", () => {
  const one = new Case(writeOff).file();
  expect(one.is).toMatchObject({ id: 17, stage: "review", status: "open", round: 1, revision: 1 });
  expect(one.rung).toEqual(["merch"]);
});

test("an approval is held for two minutes, then the positive decision and the act's number come by themselves (S0.17, O13)", () => {
  const one = new Case(writeOff).file().approve("merch");
  expect(one.is).toMatchObject({ stage: "review", status: "held", papers: [] });
  one.later(2 * minutes - 1).tick();
  expect(one.is.status).toBe("held");
  one.later(1).tick();
  expect(one.is).toMatchObject({
    stage: "approved",
    status: "ended",
    papers: [{ number: "СП-2026-000017", date: "2026-03-10" }],
  });
  expect(one.notices).toEqual(["clerk:outcome"]);
  expect(one.caused).toContainEqual({
    kind: "document",
    document: "write-off-act",
    number: "СП-2026-000017",
    to: ["clerk"],
  });
});

test("a company without a hold decides at once", () => {
  const one = new Case(writeOff, company({ undoMinutes: 0 })).file().approve("merch");
  expect(one.is).toMatchObject({ stage: "approved", status: "ended" });
});

test("a rejection ends in the negative decision, without a paper (S0.18)", () => {
  const one = new Case(writeOff)
    .file()
    .reject("merch")
    .later(2 * minutes)
    .tick();
  expect(one.is).toMatchObject({ stage: "rejected", status: "ended", papers: [] });
});

test.each(["rejected", "sent-back"] as const)("%s wants a reason (O2)", (decision) => {
  const one = new Case(writeOff).file();
  one.do({ kind: "sign", by: person("merch"), visa: visa("merchandiser"), decision, reason: "  ", seen: 1 });
  expect(one.refusal).toEqual({ kind: "reason-required" });
  expect(one.is.status).toBe("open");
});

test("an incomplete form does not start, and says what is missing (S0.19)", () => {
  const { photos: _photos, ...bare } = sneakers;
  expect(new Case(writeOff).file(bare).refusal).toEqual({ kind: "not-filled", questions: ["photos"] });
});

test("a loss needs no photo but a comment: the reason decides (domain 5.8)", () => {
  const { photos: _photos, ...bare } = sneakers;
  const lost = { ...bare, reason: { kind: "reason", code: "07" } } as const;
  expect(new Case(writeOff).file(lost).refusal).toEqual({ kind: "not-filled", questions: ["comment"] });
  expect(new Case(writeOff).file({ ...lost, comment: { kind: "text", text: "недостача" } }).is.status).toBe(
    "open",
  );
});

test("who holds no filing post at the store can't file (O3)", () => {
  expect(new Case(writeOff).file(sneakers, "merch").refusal).toEqual({ kind: "not-a-filer" });
});

test("a second tap of the same person reads as success", () => {
  const one = new Case(writeOff).file().approve("merch").approve("merch");
  expect(one.refusal).toMatchObject({ kind: "already-yours", outcome: "approved" });
});

test("two people hold the post: the first has it, the second hears who", () => {
  const one = new Case(
    writeOff,
    company({
      posts: { clerk: "store-clerk@store", merch: "merchandiser@office", merch2: "merchandiser@office" },
    }),
  ).file();
  expect(one.rung).toEqual(["merch", "merch2"]);
  one.approve("merch").reject("merch2");
  expect(one.refusal).toMatchObject({ kind: "already-decided", outcome: "approved", by: "merch" });
});

test("a post that was taken away a second ago signs nothing (F76)", () => {
  const one = new Case(writeOff).file();
  one.company = company({ posts: { clerk: "store-clerk@store", merch2: "merchandiser@office" } });
  expect(one.approve("merch").refusal).toEqual({ kind: "not-yours", visa: "merchandiser" });
  expect(one.approve("merch2").is.status).toBe("held");
});

test("the filer signs nothing, also when he holds the post: it goes to the head above (O3)", () => {
  const one = new Case(writeOff, company({ posts: { merch: "merchandiser@office store-clerk@store" } })).file(
    sneakers,
    "merch",
  );
  expect(one.rung).toEqual(["chief"]);
  expect(one.approve("merch").refusal).toEqual({ kind: "own-request" });
  expect(one.approve("chief").is.steps[0]).toMatchObject({ by: "chief", forPerson: "merch" });
});

test("two accounts of one human count as one (W3)", () => {
  const twin = company({ posts: { clerk: "store-clerk@store", merch: "merchandiser@office" } });
  const people = twin.people.map((one) => (one.id === "clerk" ? { ...one, human: "merch" } : one));
  const one = new Case(writeOff, { ...twin, people }).file();
  expect(one.rung).toEqual(["chief"]);
});

test("nobody left to sign: it does not start, and says which visa (O3)", () => {
  const one = new Case(writeOff, company({ posts: { clerk: "store-clerk@store" } })).file();
  expect(one.refusal).toEqual({ kind: "nobody-to-sign", visa: "merchandiser", post: "merchandiser" });
});

test("undo within two minutes opens it again; later it is too late (D31)", () => {
  const one = new Case(writeOff)
    .file()
    .approve("merch")
    .later(minutes)
    .do({ kind: "undo", by: person("merch") });
  expect(one.is).toMatchObject({ status: "open", stage: "review" });
  expect(one.outcome("merchandiser")).toBeUndefined();
  one
    .reject("merch")
    .later(2 * minutes)
    .tick()
    .do({ kind: "undo", by: person("merch") });
  expect(one.refusal).toEqual({ kind: "too-late-to-undo" });
  expect(one.is.stage).toBe("rejected");
});

test("nobody undoes another's decision", () => {
  expect(
    new Case(writeOff)
      .file()
      .approve("merch")
      .do({ kind: "undo", by: person("chief") }).refusal,
  ).toEqual({ kind: "too-late-to-undo" });
});

test("the filer takes it back until the last visa is given (O4)", () => {
  const one = new Case(writeOff).file().do({ kind: "withdraw", by: person("clerk") });
  expect(one.is.status).toBe("withdrawn");
  expect(one.approve("merch").refusal).toMatchObject({ kind: "withdrawn" });
  const other = new Case(writeOff)
    .file()
    .approve("merch")
    .do({ kind: "withdraw", by: person("clerk") });
  expect(other.refusal).toEqual({ kind: "too-late-to-withdraw" });
  expect(new Case(writeOff).file().do({ kind: "withdraw", by: person("merch") }).refusal).toEqual({
    kind: "not-a-filer",
  });
});

test("an unpriced line blocks the approval until the merchandiser prices it; the sum is part of what he signs", () => {
  const one = new Case(writeOff).file(unpriced).approve("merch");
  expect(one.refusal).toEqual({ kind: "unpriced", lines: 1, mine: true });
  const prices = { prices: { kind: "prices", prices: { "1": units<Minor>(30_000) } } } as const;
  one.do({ kind: "fill", by: person("merch"), visa: visa("merchandiser"), answers: prices });
  expect(one.is.revision).toBe(2);
  expect(one.is.answers["goods"]).toMatchObject({ lines: [{ price: 30_000 }] });
  one.do({ kind: "sign", by: person("merch"), visa: visa("merchandiser"), decision: "approved", seen: 1 });
  expect(one.refusal).toEqual({ kind: "outdated" });
  expect(one.approve("merch").is.status).toBe("held");
});

test("a catalogue price can't be changed on the card", () => {
  const prices = { prices: { kind: "prices", prices: { "1": units<Minor>(1) } } } as const;
  const one = new Case(writeOff)
    .file()
    .do({ kind: "fill", by: person("merch"), visa: visa("merchandiser"), answers: prices });
  expect(one.refusal).toEqual({ kind: "outdated" });
});

test("photos that come after filing are added, ten in all, and signers hear (F42)", () => {
  const one = new Case(writeOff).file();
  const late = Array.from(
    { length: 9 },
    (_, index) =>
      ({
        hash: one.is.late[0]?.hash ?? ("b".repeat(64) as never),
        kind: "photo",
        fileId: `l${index}`,
        uniqueId: `l${index}`,
        sentAs: "photo",
      }) as const,
  );
  one.do({ kind: "attach", by: person("clerk"), pictures: late, text: " вид сбоку " });
  expect(one.log.at(-1)).toMatchObject({ kind: "attached", text: "вид сбоку" });
  expect(one.is.late).toHaveLength(9);
  expect(one.notices).toEqual(["merch:late-photos"]);
  one.do({
    kind: "attach",
    by: person("clerk"),
    pictures: [{ ...late[0]!, uniqueId: "eleventh" }],
    text: "",
  });
  expect(one.refusal).toEqual({ kind: "too-many-photos", max: 10 });
});

test("a stranger to the store neither answers, attaches nor mends", () => {
  const one = new Case(writeOff).file().do({ kind: "attach", by: person("manager"), pictures: [], text: "" });
  expect(one.refusal).toEqual({ kind: "not-a-filer" });
});

test("commands on nothing are refused, not thrown", () => {
  expect(new Case(writeOff).do({ kind: "withdraw", by: person("clerk") }).refusal).toEqual({
    kind: "no-such-request",
  });
});

test("a question to the store stops the signer's clock; the answer starts it again", () => {
  const one = new Case(writeOff).file().later(hour);
  one.do({ kind: "ask", by: person("merch"), visa: visa("merchandiser"), text: "Где коробка?" });
  expect(one.notices).toEqual(["clerk:question"]);
  expect(
    one
      .later(20 * hour)
      .tick()
      .log.at(-1)?.kind,
  ).toBe("asked");
  one.do({ kind: "reply", by: person("head"), visa: visa("merchandiser"), text: "В подсобке" });
  expect(one.notices).toEqual(["merch:answer"]);
  expect(one.is.place).toBe(store);
  // Wednesday 07:00 now; one working hour was used on Tuesday before the question, three are left from 09:00
  expect(
    one
      .later(5 * hour - 1)
      .tick()
      .log.at(-1)?.kind,
  ).toBe("answered");
  expect(one.later(1).tick().log.at(-1)?.kind).toBe("reminded");
});
