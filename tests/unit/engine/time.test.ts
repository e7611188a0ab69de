/** Reminders, escalations and changes of the company: what happens by itself. */
import { expect, test } from "vitest";
import { supplierReturn } from "../../../flows/processes/return.ts";
import { writeOff } from "../../../flows/processes/write-off.ts";
import { nextDue, overdueAt } from "../../../flows/engine/deadlines.ts";
import { units, type Instant } from "../../../flows/ids.ts";
import { Case, company, hour, person } from "./fixture.ts";

/** Friday, 13 March 2026, 17:00 in Moscow: one working hour before the weekend. */
const friday = units<Instant>(Date.parse("2026-03-13T14:00:00Z"));
const at = (text: string): Instant => units<Instant>(Date.parse(text));

test("four working hours, then one reminder; the weekend does not count (O6)", () => {
  const one = new Case(writeOff);
  one.now = friday;
  one.file();
  expect(nextDue(writeOff, one.is, one.company)).toBe(at("2026-03-16T09:00:00Z"));
  one.now = at("2026-03-16T09:00:00Z");
  one.tick();
  expect(one.caused).toContainEqual({
    kind: "reminder",
    person: "merch",
    visa: "merchandiser",
    since: friday,
  });
  expect(one.tick().caused).toEqual([]);
});

test("a working day, then the head is added and signs for the holder; then one level up each day; at the top administrators hear once (D20)", () => {
  const one = new Case(writeOff)
    .file()
    .later(8 * hour)
    .tick();
  expect(one.rung).toEqual(["chief"]);
  one.later(24 * hour).tick();
  expect(one.rung).toEqual(["director"]);
  one.later(24 * hour).tick();
  expect(one.notices).toEqual(["admin:stuck"]);
  expect(nextDue(writeOff, one.is, one.company)).toBeUndefined();
  expect(one.later(240 * hour).tick().caused).toEqual([]);
  expect(one.approve("director").is.steps[0]).toMatchObject({ by: "director", forPerson: "merch" });
});

test("after a long stop what was due comes once, no level skipped (F95)", () => {
  const one = new Case(writeOff)
    .file()
    .later(72 * hour)
    .tick();
  expect(one.log.map((event) => event.kind).slice(-4)).toEqual([
    "reminded",
    "escalated",
    "escalated",
    "escalated",
  ]);
  expect(one.rung).toEqual(["chief", "director"]);
});

test("overdue means: its first escalation is due", () => {
  const one = new Case(writeOff).file();
  expect(overdueAt(writeOff, one.is, one.is.steps[0]!, one.company)).toBe(at("2026-03-10T15:00:00Z"));
});

test("the post passes to another: he is asked, the former one is not (F87)", () => {
  const one = new Case(writeOff).file();
  one.company = company({ posts: { clerk: "store-clerk@store", merch2: "merchandiser@office" } });
  one.do({ kind: "reassess" });
  expect(one.rung).toEqual(["merch2"]);
  expect(one.is.steps[0]?.asked).toEqual(["merch2"]);
  expect(one.do({ kind: "reassess" }).caused).toEqual([]);
});

test("the post falls vacant: the head above is asked; with nobody above administrators and filer hear once", () => {
  const one = new Case(writeOff).file();
  one.company = company({ posts: { clerk: "store-clerk@store" } });
  expect(one.do({ kind: "reassess" }).is.steps[0]?.asked).toEqual(["chief"]);
  one.company = {
    ...one.company,
    departments: one.company.departments.map(({ head: _head, ...rest }) => rest),
  };
  one.do({ kind: "reassess" });
  expect(one.notices).toEqual(["admin:nobody-to-sign", "clerk:nobody-to-sign"]);
  expect(one.do({ kind: "reassess" }).caused).toEqual([]);
});

test("a held decision is not reminded, and a tick before its time does nothing", () => {
  const one = new Case(supplierReturn).file().approve("merch").reject("manager");
  expect(nextDue(supplierReturn, one.is, one.company)).toBe(one.now + 120_000);
  expect(one.tick().caused).toEqual([]);
});

test("the outcome rings nobody but the filer; cards of all others are edited in silence (D10, D11)", () => {
  const one = new Case(supplierReturn).file().approve("merch").approve("manager").later(120_000).tick();
  expect(one.rung).toEqual([]);
  expect(one.notices).toEqual(["clerk:outcome"]);
  const quiet = one.caused.flatMap((each) => (each.kind === "card" ? [each.person] : []));
  expect(quiet.toSorted()).toEqual([person("clerk"), person("manager"), person("merch")]);
});
