/** Languages and countries: each reads in his own, money goes by the place, papers by the entity (O11, domain 6). */
import { afterEach, expect, test } from "vitest";
import { applyCompany } from "../../db/apply-company.ts";
import { loadCompany } from "../../db/company.ts";
import { write } from "../../db/write.ts";
import type { Company } from "../../flows/company/company.ts";
import { id, units, type DepartmentId, type Instant, type PersonId, type PostId } from "../../flows/ids.ts";
import { pagesOf } from "../documents/pdf-text.ts";
import { story, type Story } from "../harness.ts";
import { cardOf, fileWriteOff, minute, samples, stored } from "./filing-words.ts";

let told: Story;
afterEach(() => told.close());

function change(to: (company: Company) => Partial<Company>): void {
  const company = loadCompany(told.store);
  write(told.store, (tx) => {
    applyCompany(tx, { company: { ...company, ...to(company) } }, units<Instant>(told.clock.now()));
  });
}

/** Two pairs for 4 200 ₴ from the store in Kyiv, sent back to their supplier. */
async function fileUkrainianReturn(): Promise<void> {
  const koval = told.person("koval");
  await koval.choose("Повернення");
  await koval.text("2001 2 пари");
  await koval.choose(/це все/);
  await koval.choose("Виробничий брак");
  await koval.photo(samples.defect);
  await koval.choose("Готово");
  await koval.choose("Карпати");
  await koval.choose("Пропустити");
  await koval.choose("Надіслати на погодження");
}

test("a store in Ukraine: cards in hryvnias and in each reader's language, papers in the forms of its country", async () => {
  told = await story();
  await told.everybody();
  await fileUkrainianReturn();
  const [melnyk, tkachenko, koval] = [told.person("melnyk"), told.person("tkachenko"), told.person("koval")];
  const number = stored(told, 1 as never).id; // the first of this store
  expect(told.messagesTo("melnyk").at(-1)).toMatch(
    /^Повернення постачальнику 4 200 ₴ · Магазин № 4 «Поділ» · 2 пари · брак\n№ 1 · Коваль А\. П\., 02\.03 09:00\n/,
  );
  await tkachenko.text("/language");
  await tkachenko.tap("English");
  expect(tkachenko.find(/^Return to supplier 4,200\u00a0₴/).caption).toContain("awaited since 09:00");
  await melnyk.tap(/^Погодити повернення/);
  await tkachenko.tap(/^Approve the return · 4,200/);
  await told.later(2 * minute);
  expect(stored(told, number).stage).toBe("approved");
  const { document } = koval.find(/ВП-2026-000001/);
  const printed = pagesOf(koval.raw.download(document?.fileId ?? "")).join(" ");
  expect(printed.replaceAll(/\s+/g, "")).toContain("Чотиритисячідвістігривень00копійок");
  expect(printed).toMatch(/НАКЛАДНА/i);
  expect(printed).toContain("Карпати Опт");
  expect(printed).not.toMatch(/ТОРГ-|[ыэъё]/i);
});

test("rubles and hryvnias are never added up: in the inbox, in the morning, in the network's average", async () => {
  told = await story();
  await told.everybody();
  change(({ holders }) => ({
    holders: [
      ...holders.filter((one) => one.person !== "melnyk"),
      {
        person: id<PersonId>("belova"),
        post: id<PostId>("merchandiser"),
        department: id<DepartmentId>("ua-office"),
      },
    ],
  }));
  await fileWriteOff(told);
  const number = stored(told, 1 as never).id; // the first of this store
  await fileUkrainianReturn();
  const belova = told.person("belova");
  // three stores in Russia: the one in Ukraine has no share in this average
  expect(cardOf(told, "belova", number)).toContain("в среднем по сети 3 333,33 ₽");
  expect(told.messagesTo("belova").join("\n")).toContain("1 возврат, 4 200 ₴; в среднем по сети 4 200 ₴");
  await belova.choose("Ждут меня");
  expect(belova.said().replaceAll("\u00a0", " ")).toContain("Ждут вас: 2 на 10 000 ₽ и 4 200 ₴");
  await told.nextWorkingMorning();
  expect(told.messagesTo("belova").join("\n")).toMatch(/Ждут вас: 2 на 10 000 ₽ и 4 200 ₴, просрочено \d/);
});

test("the first language is that of his Telegram where the company file says none; what he chooses stays", async () => {
  told = await story();
  change(({ people }) => ({
    people: people.map((one) => (one.id === "koval" ? { ...one, language: "ru" } : one)),
  }));
  const koval = told.person("koval");
  await koval.start();
  expect(koval.said()).toContain("Вітаємо");
  expect(koval.said()).toContain("Говорить по-русски: /language");
  expect(koval.keyboard().flat()).toContain("Списання");
  await koval.text("/language");
  await koval.tap("English");
  await koval.start();
  expect(koval.said()).toContain("Hello");
  change(({ people }) => ({
    people: people.map((one) => (one.id === "koval" ? { ...one, language: "ru" } : one)),
  }));
  await koval.text("/help");
  expect(koval.said()).toContain("What you can do here");
});
