/** Who may sign, at the moment of the tap: posts that come and go, two posts, two holders, nobody (O3, W1–W4). */
import { afterEach, expect, test } from "vitest";
import { applyCompany } from "../../db/apply-company.ts";
import { loadCompany } from "../../db/company.ts";
import { execute } from "../../db/execute.ts";
import { logOf } from "../../db/log.ts";
import { write } from "../../db/write.ts";
import type { Company, Holder } from "../../flows/company/company.ts";
import {
  id,
  units,
  type DepartmentId,
  type Instant,
  type PersonId,
  type PostId,
  type ProcessId,
} from "../../flows/ids.ts";
import { story, type Story } from "../harness.ts";
import { cardOf, fileReturn, fileWriteOff, minute, prepareWriteOff, stored } from "./filing-words.ts";

let told: Story;
afterEach(() => told.close());
async function begin(): Promise<void> {
  told = await story();
  await told.everybody();
}

const holder = (person: string, post: string, department: string): Holder => ({
  person: id<PersonId>(person),
  post: id<PostId>(post),
  department: id<DepartmentId>(department),
});

/** The administrator's new company file, in force at once; the bot hears of it with its next work. */
function holders(change: (before: readonly Holder[]) => readonly Holder[]): void {
  const company: Company = loadCompany(told.store);
  write(told.store, (tx) => {
    applyCompany(
      tx,
      { company: { ...company, holders: change(company.holders) } },
      units<Instant>(told.clock.now()),
    );
  });
}
const without = (post: string) => (before: readonly Holder[]) => before.filter((one) => one.post !== post);

test("a post taken away between card and tap: the tap changes nothing and says why (F76)", async () => {
  await begin();
  const number = await fileWriteOff(told);
  const card = told.person("belova").find(/^Списание/);
  const approve = card.buttons[0]?.[0]?.data ?? "";
  holders((before) => [...without("merchandiser")(before), holder("gromov", "merchandiser", "commerce")]);
  const pressed = await told.person("belova").press(card.id, approve);
  expect(pressed.toast).toBeTruthy();
  expect(stored(told, number).steps[0]).toMatchObject({ asked: ["gromov"] });
  expect(stored(told, number).status).toBe("open");
  expect(
    told
      .person("belova")
      .messages()
      .flatMap((message) => told.person("belova").buttons(message))
      .join(),
  ).not.toContain("Согласовать");
  await told.person("gromov").tap(/^Согласовать/);
  expect(stored(told, number).steps[0]).toMatchObject({ outcome: "approved", by: "gromov" });
});

test("a post that nobody holds is told before filing, and nothing is lost", async () => {
  await begin();
  holders(without("merchandiser"));
  await told.person("kotov").choose("Списание");
  expect(told.messagesTo("kotov").at(-1)).toMatch(/мерчендайзер/i);
});

test("nobody is left to sign: it does not start, and filer and administrators are told why (O3)", async () => {
  await begin();
  await prepareWriteOff(told);
  holders(without("merchandiser"));
  await told.person("kotov").choose("Отправить на согласование");
  expect(told.store.sqlite.prepare("select count(*) n from requests").get()).toEqual({ n: 0 });
  expect(told.messagesTo("kotov").at(-1)).toMatch(/мерчендайзер/i);
  expect(told.messagesTo("nazarov").at(-1)).toMatch(/мерчендайзер/i);
  holders((before) => [...before, holder("belova", "merchandiser", "commerce")]);
  await told.person("kotov").choose("Отправить на согласование");
  expect(told.store.sqlite.prepare("select count(*) n from requests").get()).toEqual({ n: 1 });
});

test("one person with two required posts signs one; the other goes to her head", async () => {
  await begin();
  holders((before) => [
    ...without("supplier-manager")(before),
    holder("belova", "supplier-manager", "commerce"),
  ]);
  const number = await fileReturn(told);
  expect(stored(told, number).steps.map((step) => step.asked)).toEqual([["belova"], ["gromov"]]);
  await told.person("belova").tap(/^Согласовать/);
  expect(stored(told, number).status).toBe("open");
  expect(cardOf(told, "belova", number)).not.toContain("Отменить согласование и");
  await told.person("gromov").tap(/^Согласовать/);
  await told.later(2 * minute);
  expect(stored(told, number).stage).toBe("approved");
});

test("two people hold the post: both are asked, the first has it, the other's card says who", async () => {
  await begin();
  holders((before) => [...before, holder("gromov", "merchandiser", "commerce")]);
  const number = await fileWriteOff(told);
  const asked = stored(told, number).steps[0]?.asked ?? [];
  expect([...asked].toSorted()).toEqual(["belova", "gromov"]);
  const card = told.person("gromov").find(/^Списание/);
  await told.person("belova").tap(/^Согласовать/);
  expect(cardOf(told, "gromov", number)).toContain("Мерчендайзер: Белова А. С., 10:00 ✓");
  const pressed = await told.person("gromov").press(card.id, card.buttons[0]?.[0]?.data ?? "");
  expect(pressed.toast?.replaceAll("\u00a0", " ")).toContain("Белова А. С.");
  const again = await told
    .person("belova")
    .press(told.person("belova").find(/^Списание/).id, card.buttons[0]?.[0]?.data ?? "");
  expect(again.toast?.replaceAll("\u00a0", " ")).toContain("Вы уже согласовали в 10:00");
});

test("strangers, the store and forged data decide nothing (W1, W2)", async () => {
  await begin();
  const number = await fileWriteOff(told);
  const data = told.person("belova").find(/^Списание/).buttons[0]?.[0]?.data ?? "";
  for (const who of ["kotov", "kiselev", "ryabov"]) {
    const message = told
      .person(who)
      .messages()
      .findLast((one) => one.from === "bot");
    await told.person(who).press(message?.id ?? 0, data);
  }
  for (const forged of [
    data.replace(/\d+/, "999"),
    `${data}x`,
    "a:-1:1:merchandiser",
    "\u0000",
    "a:1:1:nobody",
    "💥",
    "__proto__",
  ])
    await told.person("belova").press(told.person("belova").find(/^Списание/).id, forged);
  expect(stored(told, number)).toMatchObject({ status: "open", steps: [{ asked: ["belova"] }] });
  expect(stored(told, number).steps[0]?.outcome).toBeUndefined();
});

test("two signers and double taps in the same tick, a thousand times: one decision, one outcome, one act each (F71–F73)", async () => {
  await begin();
  holders((before) => [...before, holder("gromov", "merchandiser", "commerce")]);
  const first = await fileWriteOff(told);
  const { answers, place, filer } = stored(told, first);
  const now = units<Instant>(told.clock.now());
  const numbers = write(told.store, (tx) =>
    Array.from({ length: 1000 }, () => {
      const filed = execute(
        tx,
        { process: id<ProcessId>("write-off") },
        { kind: "file", by: filer, at: now, place, answers },
      );
      if ("refusal" in filed) throw new Error(filed.refusal.kind);
      return filed.request.id;
    }),
  );
  const [belova, gromov] = [told.person("belova").raw, told.person("gromov").raw];
  const [hers, his] = [belova.last().id, gromov.last().id];
  for (const [index, number] of numbers.entries()) {
    const [a, b, hersFirst] = [`a:${number}:1:merchandiser`, `a:${number}:1:merchandiser`, index % 2 === 0];
    if (hersFirst) belova.press(hers, a);
    gromov.press(his, b);
    if (!hersFirst) belova.press(hers, a);
    if (index % 3 === 0) belova.press(hers, a);
  }
  while (await told.app.intake.pass({ timeoutSeconds: 0 }));
  write(told.store, (tx) => {
    for (const number of numbers)
      execute(tx, { request: number }, { kind: "tick", at: units<Instant>(now + 2 * minute) });
  });
  for (const number of numbers) {
    const events = logOf(told.store, number).map(({ event }) => event.kind);
    expect(events.filter((kind) => kind === "signed")).toHaveLength(1);
    expect(events.filter((kind) => kind === "ended")).toHaveLength(1);
    expect(stored(told, number)).toMatchObject({ stage: "approved", papers: [{}] });
  }
  const serials = numbers
    .map((number) => stored(told, number).papers[0]?.number ?? "")
    .toSorted((a, b) => a.localeCompare(b));
  expect(new Set(serials).size).toBe(1000);
  expect(serials.at(-1)).toBe("СП-2026-001000");
}, 300_000);
