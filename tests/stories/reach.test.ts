/** People who can't be written to: who stopped the bot, who never started it, and what hangs on them (F61). */
import { afterEach, expect, test } from "vitest";
import { applyCompany } from "../../db/apply-company.ts";
import { loadCompany } from "../../db/company.ts";
import { write } from "../../db/write.ts";
import type { Holder } from "../../flows/company/company.ts";
import { units, type DepartmentId, type Instant, type PersonId, type PostId, id } from "../../flows/ids.ts";
import { story, type Story } from "../harness.ts";
import { cardOf, fileWriteOff, hour } from "./filing-words.ts";

let told: Story;
afterEach(() => told.close());

const warnings = (): string[] => told.messagesTo("nazarov").filter((text) => text.startsWith("⚠️"));

test("what is asked of a signer who has stopped the bot is told to administrators, and waits for her", async () => {
  told = await story();
  await told.everybody();
  const belova = told.person("belova");
  await belova.block();
  expect(warnings()).toEqual([]);
  const number = await fileWriteOff(told);
  expect(warnings()).toHaveLength(1);
  expect(warnings()[0]).toMatch(/Бот остановлен: Белова Анна Сергеевна.*\n.*: 1\. № 1\n/);
  await fileWriteOff(told, { article: "1017" });
  expect(warnings()).toHaveLength(1);
  await told.later(24 * hour);
  await fileWriteOff(told, { article: "1003" });
  expect(warnings().slice(1)).toEqual([expect.stringContaining("3. № 1, № 2, № 3")]);
  await belova.unblock();
  await belova.start();
  expect(cardOf(told, "belova", number)).toContain("Котов И. М.");
});

test("a signer who stops the bot while cards wait for her is told about at once", async () => {
  told = await story();
  await told.everybody();
  await fileWriteOff(told);
  await told.person("belova").block();
  expect(warnings()).toEqual([expect.stringMatching(/Бот остановлен: Белова Анна Сергеевна[^]*: 1\. № 1/)]);
});

test("a signer who never started the bot: administrators hear it, and she finds her card when she does", async () => {
  told = await story();
  for (const who of ["kotov", "nazarov"]) await told.person(who).start();
  await fileWriteOff(told);
  expect(warnings()).toEqual([
    expect.stringMatching(/Бот ещё не запущен: Белова Анна Сергеевна[^]*: 1\. № 1/),
  ]);
  await told.person("belova").start();
  await told.person("belova").tap(/^Согласовать списание/);
  expect(warnings()).toHaveLength(1);
});

test("nobody is told while a colleague of the same post can be reached", async () => {
  told = await story();
  await told.everybody();
  const company = loadCompany(told.store);
  const second: Holder = {
    person: id<PersonId>("zhukova"),
    post: id<PostId>("merchandiser"),
    department: id<DepartmentId>("commerce"),
  };
  write(told.store, (tx) => {
    const holders = [...company.holders, second];
    applyCompany(tx, { company: { ...company, holders } }, units<Instant>(told.clock.now()));
  });
  await told.person("belova").block();
  await fileWriteOff(told);
  expect(warnings()).toEqual([]);
  expect(told.messagesTo("zhukova").join("\n")).toContain("Списание 10 000 ₽");
});
