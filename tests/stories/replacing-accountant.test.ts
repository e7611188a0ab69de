/** Work that somebody has taken goes to his successor: nobody else is rung, and the request stands where it stood (D26, S1.9). */
import { afterEach, beforeEach, expect, test } from "vitest";
import { execute } from "../../db/execute.ts";
import { logOf } from "../../db/log.ts";
import { leftBehind, replacePerson } from "../../db/replace-person.ts";
import { loadRequest } from "../../db/requests.ts";
import { write } from "../../db/write.ts";
import type { Answers } from "../../flows/engine/answers.ts";
import type { Command } from "../../flows/engine/command.ts";
import {
  id,
  units,
  type Instant,
  type Minor,
  type PersonId,
  type RequestId,
  type VisaId,
} from "../../flows/ids.ts";
import { story, type Story } from "../harness.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
});
afterEach(() => told.close());

const director = id<VisaId>("director");
const payment = id<VisaId>("payment");
const answers: Answers = {
  file: {
    kind: "files",
    files: [
      {
        hash: id<never>("a".repeat(64)),
        name: "счёт.pdf",
        mime: "application/pdf",
        fileId: "file",
        uniqueId: "unique",
        sentAs: "document",
      },
    ],
  },
  supplier: { kind: "supplier", supplier: { id: id<never>("step"), name: "ООО «Степ»" } },
  number: { kind: "text", text: "7" },
  date: { kind: "date", date: "2026-03-01" },
  sum: { kind: "sum", sum: units<Minor>(1_200_000) },
  due: { kind: "date", date: "2026-03-18" },
  purpose: { kind: "text", text: "Оплата по счёту № 7" },
  account: { kind: "skipped" },
  order: { kind: "skipped" },
  signer: { kind: "person" },
  comment: { kind: "skipped" },
};

const at = (): Instant => units<Instant>(told.clock.now());
function filed(): RequestId {
  const done = write(told.store, (tx) =>
    execute(
      tx,
      { process: id("invoice") },
      { kind: "file", by: id<PersonId>("petrenko"), at: at(), place: id("commerce"), answers },
    ),
  );
  if ("refusal" in done) throw new Error(`filing was refused: ${done.refusal.kind}`);
  return done.request.id;
}
function does(number: RequestId, command: Command): void {
  const done = write(told.store, (tx) => execute(tx, { request: number }, command));
  if ("refusal" in done) throw new Error(`${command.kind} was refused: ${done.refusal.kind}`);
}
const invoice = (number: RequestId) => {
  const found = loadRequest(told.store, number);
  if (found === undefined) throw new Error("there is no such invoice");
  return found;
};
const step = (number: RequestId, visa: VisaId) => invoice(number).steps.find((one) => one.visa === visa);

/** Signed by Gromov and taken by Orlova. */
function inWork(): RequestId {
  const number = filed();
  const by = id<PersonId>("gromov");
  does(number, { kind: "sign", by, at: at(), visa: director, decision: "approved", seen: 1 });
  does(number, { kind: "take", by: id<PersonId>("orlova"), at: at(), visa: payment });
  return number;
}
const replaces = (leaves: string, successor: string): void =>
  write(told.store, (tx) => {
    const who = { leaves: id<PersonId>(leaves), successor: id<PersonId>(successor) };
    replacePerson(tx, { ...who, by: id<PersonId>("nazarov"), at: at() });
  });

test("an invoice that an accountant has taken is her successor's, still in work, and logged as taken over", () => {
  const number = inWork();
  expect(leftBehind(told.store, id<PersonId>("orlova"))).toMatchObject({
    waiting: 1,
    taken: [{ request: number, visa: payment }],
  });
  told.store.sqlite.prepare("UPDATE cards SET ring = 0, dirty = 0").run(); // everything so far was heard
  replaces("orlova", "petrenko");
  expect(invoice(number).stage).toBe("in-work");
  expect(step(number, payment)?.taken?.by).toBe("petrenko");
  const kinds = logOf(told.store, number).map((row) => row.event);
  expect(kinds).toContainEqual(expect.objectContaining({ kind: "taken", by: "petrenko", over: "orlova" }));
  expect(kinds.map(({ kind }) => kind)).not.toContain("released");
  const rung = told.store.sqlite
    .prepare("SELECT person FROM cards WHERE ring = 1 AND subject = ? AND person = 'demina'")
    .all(`request:${number}`);
  expect(rung).toEqual([]);
  const waits = told.store.sqlite.prepare("SELECT person FROM waiting WHERE request = ?").pluck().all(number);
  expect(waits).toEqual(["petrenko"]);
});

test("an invoice that nobody has taken is asked of the successor and of the other accountant", () => {
  const number = filed();
  const by = id<PersonId>("gromov");
  does(number, { kind: "sign", by, at: at(), visa: director, decision: "approved", seen: 1 });
  replaces("orlova", "petrenko");
  const waits = told.store.sqlite.prepare("SELECT person FROM waiting WHERE request = ? ORDER BY person");
  expect(waits.pluck().all(number)).toEqual(["demina", "petrenko"]);
});

test("a taken task is handed to a colleague, whose it is then; taken back, it is the accountant's again", () => {
  const number = inWork();
  const orlova = id<PersonId>("orlova");
  const demina = id<PersonId>("demina");
  does(number, { kind: "delegate", by: orlova, at: at(), visa: payment, to: demina });
  expect(step(number, payment)).toMatchObject({
    taken: { by: "demina" },
    delegated: { to: "demina", by: "orlova" },
  });
  does(number, { kind: "delegate", by: orlova, at: at(), visa: payment, to: orlova });
  expect(step(number, payment)?.taken?.by).toBe("orlova");
  expect(step(number, payment)).not.toHaveProperty("delegated");
  does(number, { kind: "consult", by: orlova, at: at(), visa: payment, to: demina, text: "Платим?" });
  does(number, { kind: "advise", by: demina, at: at(), visa: payment, text: "Платим" });
  expect(invoice(number).talk.map((one) => [one.kind, one.by, one.to])).toEqual([
    ["consulted", "orlova", "demina"],
    ["advice", "demina", "orlova"],
  ]);
});

test("a director who took the decision and handed it on may have it back, and a change of the company leaves it handed on", () => {
  const number = filed();
  const gromov = id<PersonId>("gromov");
  const tikhonov = id<PersonId>("tikhonov");
  does(number, { kind: "take", by: gromov, at: at(), visa: director });
  does(number, { kind: "delegate", by: gromov, at: at(), visa: director, to: tikhonov });
  does(number, { kind: "reassess", at: at() });
  expect(step(number, director)).toMatchObject({ delegated: { to: "tikhonov", by: "gromov" } });
  does(number, { kind: "sign", by: tikhonov, at: at(), visa: director, decision: "approved", seen: 1 });
  expect(step(number, director)).toMatchObject({ by: "tikhonov", forPerson: "gromov" });
});

test("closing documents of a manager who has left are his successor's to bring, and his colleagues' of the place", () => {
  const number = inWork();
  const paid = { date: "2026-03-02", sum: units<Minor>(1_200_000) };
  does(number, { kind: "pay", by: id<PersonId>("orlova"), at: at(), visa: payment, payment: paid });
  const waits = told.store.sqlite.prepare("SELECT person FROM waiting WHERE request = ? ORDER BY person");
  expect(waits.pluck().all(number)).toEqual(["petrenko"]);
  replaces("petrenko", "tikhonov");
  expect(waits.pluck().all(number)).toEqual(["gromov", "tikhonov", "zhukova"]);
  const documents = answers["file"] as NonNullable<Answers[string]>;
  const visa = id<VisaId>("closing-documents");
  const by = id<PersonId>("tikhonov");
  does(number, { kind: "finish", by, at: at(), visa, answers: { documents } });
  expect(invoice(number)).toMatchObject({ status: "ended", stage: "closed" });
});
