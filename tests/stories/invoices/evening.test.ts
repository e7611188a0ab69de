/** Accounting's evening: one register of the day and the papers issued, when the working day ends. */
import { readSheet } from "read-excel-file/node";
import { entriesMax } from "../../../bot/accounting/day-register.ts";
import { afterEach, expect, test } from "vitest";
import { Crash, story, type Story, type StoryOf } from "../../harness.ts";
import { unzipped } from "../../samples/unzipped.ts";
import { fileWriteOff } from "../filing-words.ts";
import { approvedInvoice, does, paid, takenInvoice } from "./filed-invoice.ts";
import type { ChatMessage } from "../../../playground/chat-view.ts";

let told: Story;
afterEach(() => told.close());

const minute = 60_000;
const hour = 60 * minute;
const moscow = (date: string, time: string): number => Date.parse(`${date}T${time}:00+03:00`);
/** Thursday, 12 March 2026. */
async function begun(of: StoryOf = {}): Promise<void> {
  told = await story({ now: moscow("2026-03-12", "15:00"), ...of });
  await told.everybody();
}
const until = (date: string, time: string): Promise<void> =>
  told.later(moscow(date, time) - told.clock.now());
const filesTo = (who: string): ChatMessage[] =>
  told
    .person(who)
    .messages()
    .filter((message) => message.from === "bot" && /^(Реестр|Бумаги)/.test(message.document?.fileName ?? ""));
const wordsOf = (message: ChatMessage | undefined): string =>
  (message?.caption ?? "").replaceAll("\u00a0", " ");
const bytesOf = (who: string, message: ChatMessage | undefined): Buffer =>
  Buffer.from(told.person(who).raw.download(message?.document?.fileId ?? ""));

test("what was taken, paid and issued comes at the end of the day, to each accountant, as a sheet and a ZIP", async () => {
  await begun();
  const first = await takenInvoice(told, "orlova");
  await paid(told, first, "orlova", { date: "2026-03-12", sum: 24_000_000, order: "45" });
  await takenInvoice(told, "demina", { number: "=cmd|' /C calc'!A0", supplier: "lipatov", sum: 1_260_000 });
  await fileWriteOff(told);
  await told.person("belova").tap(/^Согласовать/);
  await until("2026-03-12", "17:59");
  expect(filesTo("orlova")).toEqual([]);
  await until("2026-03-12", "18:00");

  const [register, papers, ...more] = filesTo("orlova");
  expect(more).toEqual([]);
  expect(wordsOf(register)).toBe(
    "Бухгалтерия за 12.03.2026: взято счетов 2, оплат 1 на 240 000 ₽, завершено 0, бумаг 1",
  );
  expect(register?.document?.fileName).toBe("Реестр 2026-03-12.xlsx");
  const [heading, ...rows] = await readSheet(bytesOf("orlova", register));
  expect(heading).toEqual([
    "Время",
    "Что сделано",
    "Номер",
    "Вид",
    "Счёт или бумага",
    "Поставщик",
    "Сумма",
    "Оплачено",
    "Валюта",
    "П/п",
    "Дата оплаты",
    "Кто",
  ]);
  const who = (name: string): string => name.replaceAll(" ", "\u00a0");
  const day = new Date("2026-03-12T00:00:00Z");
  const vikhr = ["1", "Счёт поставщика", "УТ-1045", "АО «Вихрь-Опт»", 244_000];
  const lipatov = ["2", "Счёт поставщика", "=cmd|' /C calc'!A0", "ИП Липатов А. С.", 12_600];
  expect(rows).toEqual([
    ["15:00", "Счёт взят", ...vikhr, null, "RUB", null, null, who("Орлова Н. П.")],
    ["15:00", "Оплата", ...vikhr, 240_000, "RUB", "45", day, who("Орлова Н. П.")],
    ["15:00", "Счёт взят", ...lipatov, null, "RUB", null, null, who("Дёмина Ю. О.")],
    [
      "15:02",
      "Выдана бумага",
      "3",
      "Списание",
      "СП-2026-000001",
      null,
      10_000,
      null,
      "RUB",
      null,
      null,
      null,
    ],
    ["Оплачено", null, null, null, null, null, null, 240_000, "RUB", null, null, null],
  ]);
  expect(unzipped(bytesOf("orlova", register)).get("xl/worksheets/sheet1.xml")).not.toContain("<f>");

  expect(wordsOf(papers)).toBe("Бумаги за 12.03.2026: 1");
  expect(papers?.document?.fileName).toBe("Бумаги 2026-03-12.zip");
  const zip = unzipped(bytesOf("orlova", papers));
  expect([...zip.keys()]).toEqual(["СП-2026-000001.pdf"]);
  expect(zip.get("СП-2026-000001.pdf")).toMatch(/^%PDF/);
  expect(filesTo("demina")).toHaveLength(2);
  for (const other of ["petrenko", "kotov", "shevchenko", "sokolova"]) expect(filesTo(other)).toEqual([]);
});

test("more entries than a register holds: it says so", async () => {
  await begun();
  await takenInvoice(told, "orlova");
  const many = (count: number): unknown =>
    told.store.sqlite
      .prepare(
        `INSERT INTO day_entries (at, kind, request, person) SELECT at, kind, request, person FROM day_entries
         CROSS JOIN (SELECT value FROM json_each(?))`,
      )
      .run(JSON.stringify(Array.from({ length: count })));
  many(entriesMax);
  await until("2026-03-12", "18:00");
  expect(wordsOf(filesTo("orlova")[0])).toBe(
    `Бухгалтерия за 12.03.2026: взято счетов 5 000, оплат 0 на 0 ₽, завершено 0, бумаг 0
Записей за день больше 5 000: вошли только первые, остальное смотрите в /registry.`,
  );
});

test("nothing happened: no message; and an evening is told once, also by a bot that is started anew", async () => {
  await begun();
  await takenInvoice(told, "orlova");
  await until("2026-03-12", "18:00");
  await told.restart({ down: minute });
  await until("2026-03-13", "20:00");
  expect(filesTo("orlova").map((one) => one.document?.fileName)).toEqual(["Реестр 2026-03-12.xlsx"]);
});

test("what happens after hours and at the weekend belongs to the next working day", async () => {
  await begun();
  await until("2026-03-13", "19:00");
  const request = await approvedInvoice(told);
  await until("2026-03-14", "20:00");
  await does(told, { request }, { kind: "take", by: "orlova" as never, visa: "payment" as never });
  await until("2026-03-16", "17:00");
  expect(filesTo("orlova")).toEqual([]);
  await until("2026-03-16", "18:00");
  expect(filesTo("orlova").map(wordsOf)).toEqual([
    "Бухгалтерия за 16.03.2026: взято счетов 1, оплат 0 на 0 ₽, завершено 0, бумаг 0",
  ]);
});

test("a bot that was down over two evenings tells of both days in one register", async () => {
  await begun();
  await until("2026-03-12", "18:30");
  const request = await takenInvoice(told, "orlova");
  await told.restart({ down: 4 * 24 * hour + 2 * hour });
  expect(told.clock.now()).toBe(moscow("2026-03-16", "20:30"));
  await paid(told, request, "orlova", { date: "2026-03-16", sum: 24_400_000 });
  expect(filesTo("orlova").map((one) => one.document?.fileName)).toEqual([
    "Реестр 2026-03-12 2026-03-16.xlsx",
  ]);
  await until("2026-03-17", "18:00");
  expect(wordsOf(filesTo("orlova").at(-1))).toMatch(/^Бухгалтерия за 17\.03\.2026: взято счетов 0, оплат 1/);
});

test("the bot dies while the evening is written down: it is told once", async () => {
  let dies = true;
  await begun({
    crashPoint: (name) => {
      if (name !== "F3" || !dies || told?.clock.now() < moscow("2026-03-12", "18:00")) return;
      dies = false;
      throw new Crash("the bot dies in the evening");
    },
  });
  await takenInvoice(told, "orlova");
  await until("2026-03-12", "18:30");
  expect(dies).toBe(false);
  expect(filesTo("orlova")).toHaveLength(1);
});
