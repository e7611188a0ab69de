/** A manager's report: by /report for a period, and by itself when the first working day of a month begins (S1.30). */
import { readSheet } from "read-excel-file/node";
import { afterEach, describe, expect, test } from "vitest";
import type { CrashPointName } from "../../../bot/crash-points.ts";
import type { Printer } from "../../../bot/documents/printer.ts";
import type { ChatMessage } from "../../../playground/chat-view.ts";
import { quickPrinter } from "../../faults/quick-printer.ts";
import { Crash, story, type Story, type StoryOf } from "../../harness.ts";
import { demoDeals, foreignProgram, pays } from "./books.ts";

let told: Story;
afterEach(() => told.close());

const hourMs = 3_600_000;
const moscow = (date: string, time: string): number => Date.parse(`${date}T${time}:00+03:00`);
/** Wednesday, in the middle of the month of the demo's payments. */
const inMarch = moscow("2026-03-18", "12:00");
const paid = `${demoDeals}
  ${pays(1, 4_500_000, "2026-03-10")} ${pays(1, 6_000_000)} ${pays(2, 1_830_000, "2026-03-11")}
  ${pays(3, 100_000, "2026-02-20")} ${pays(3, 999_000, "2026-03-02").replace(";", "")};
  UPDATE payments SET taken_back_at = 1773300000000 WHERE deal = 3 AND paid_on = '2026-03-02';
  INSERT INTO expected_payments (deal, due_on, amount) VALUES
    (1, '2026-03-16', 12000000), (3, '2026-02-25', 300000), (3, '2026-03-30', 699000);`;

/** Everybody is there, and another program has written the deals. */
async function begun(of: StoryOf = {}, sql = paid): Promise<void> {
  told = await story({ now: inMarch, ...of });
  await told.everybody();
  foreignProgram(told, sql);
}

/** What the bot has sent to somebody since then, oldest first; no-break spaces as spaces. */
function sentTo(who: string): (ChatMessage & { readonly words: string })[] {
  return told
    .person(who)
    .messages()
    .filter((message) => message.from === "bot")
    .map((message) => ({
      ...message,
      words: (message.text ?? message.caption ?? "").replaceAll("\u00a0", " "),
    }));
}
const picturesTo = (who: string) => sentTo(who).filter((message) => message.photo !== undefined);
const sheetsTo = (who: string) => sentTo(who).filter((message) => message.document !== undefined);
async function rowsOf(who: string, sheet: ChatMessage | undefined) {
  const bytes = told.person(who).raw.download(sheet?.document?.fileId ?? "");
  return readSheet(Buffer.from(bytes));
}

describe("/report", () => {
  test("of a manager: this month by a button, as a picture with its caption and a workbook", async () => {
    await begun();
    const petrenko = told.person("petrenko");
    await petrenko.text("/report");
    expect(petrenko.buttons(petrenko.last())).toEqual([
      "Этот месяц: март 2026",
      "Прошлый месяц: февраль 2026",
      "Другой период",
    ]);
    expect((await petrenko.tap(/^Этот месяц/)).toast).toBe("Готовлю отчёт");
    const [picture] = picturesTo("petrenko");
    expect(picture?.words).toBe(`Продажи · Петренко М. Р. · март 2026
01.03.2026 — 31.03.2026, суммы в ₽
2 сделки на 159 990,00 ₽
Получено за период: 105 000,00 ₽
Оплачено на конец периода: 106 000,00 ₽ (66 %)
Осталось получить: 53 990,00 ₽
⚠️ Просрочено: 17 000,00 ₽`);
    expect(picture?.photo?.[0]).toMatchObject({ width: expect.any(Number) as number });
    expect(picture?.buttons).toEqual([]);
    const [sheet] = sheetsTo("petrenko");
    expect(sheet?.document?.fileName).toBe("Продажи 2026-03.xlsx");
    expect(sheet?.words).toBe("Продажи · Петренко М. Р. · март 2026: 2 сделки");
    const name = "Петренко\u00a0М.\u00a0Р.";
    expect(await rowsOf("petrenko", sheet)).toEqual([
      [
        "Менеджер",
        "Сделка",
        "Номер заказа",
        "Номер счёта",
        "Покупатель",
        "Стадия сделки",
        "Валюта",
        "Сумма сделки",
        "Оплачено на конец периода",
        "Процент оплаты",
        "Получено за период",
        "Осталось",
        "Просрочено",
      ],
      [
        name,
        "Кроссовки для сборной, 20 пар",
        "ЗП-2026-0112",
        "С-2026-0041",
        "ООО «Спортшкола Олимпик»",
        "В работе",
        "RUB",
        150_000,
        105_000,
        0.7,
        105_000,
        45_000,
        15_000,
      ],
      [
        name,
        "Кроссовки, розница",
        "ЗП-2026-0118",
        "С-2026-0047",
        "ИП Иванчук Д. О.",
        "Новый",
        "RUB",
        9_990,
        1_000,
        0.1,
        0,
        8_990,
        2_000,
      ],
      ["Итого", null, null, null, null, null, "RUB", 159_990, 106_000, 0.66, 105_000, 53_990, 17_000],
    ]);
  });

  test("of a head: his managers side by side, and a button for each of them alone", async () => {
    await begun();
    const gromov = told.person("gromov");
    await gromov.text("/report март");
    const [picture] = picturesTo("gromov");
    expect(picture?.words).toBe(`Продажи · 2 менеджера · март 2026
01.03.2026 — 31.03.2026, суммы в ₽
3 сделки на 178 290,00 ₽
Получено за период: 123 300,00 ₽
Оплачено на конец периода: 124 300,00 ₽ (69 %)
Осталось получить: 53 990,00 ₽
⚠️ Просрочено: 17 000,00 ₽
Петренко М. Р.: получено 105 000,00 ₽, 2 сделки на 159 990,00 ₽
Жукова Е. И.: получено 18 300,00 ₽, 1 сделка на 18 300,00 ₽`);
    const rows = await rowsOf("gromov", sheetsTo("gromov")[0]);
    expect(rows.slice(4).map((row) => [row[0], row[7], row[10]])).toEqual([
      ["Петренко\u00a0М.\u00a0Р.", 159_990, 105_000],
      ["Жукова\u00a0Е.\u00a0И.", 18_300, 18_300],
      ["Итого", 178_290, 123_300],
    ]);
    await gromov.tap(/Жукова/);
    expect(picturesTo("gromov").at(-1)?.words).toContain("Продажи · Жукова Е. И. · март 2026");
    expect(await rowsOf("gromov", sheetsTo("gromov").at(-1))).toHaveLength(3);
  });

  test("over an own period, typed as people type it; what is no period is refused and asked again", async () => {
    await begun();
    const petrenko = told.person("petrenko");
    await petrenko.text("/report");
    await petrenko.tap("Другой период");
    expect(petrenko.last().forceReply).toBe(true);
    await petrenko.text("на прошлой неделе");
    expect(petrenko.said()).toContain("Не понимаю, какой это период");
    await petrenko.text("31.02.2026");
    expect(petrenko.said()).toContain("Такой даты нет: 31.02.2026");
    await petrenko.text("01.03.2026–11.03.2026");
    expect(picturesTo("petrenko").map((one) => one.words)).toEqual([
      expect.stringMatching(
        /^Продажи · Петренко М\. Р\. · 01\.03\.2026 — 11\.03\.2026\n.*\n.*\nПолучено за период: 45 000,00 ₽/,
      ),
    ]);
    expect(sheetsTo("petrenko")[0]?.document?.fileName).toBe("Продажи 2026-03-01 2026-03-11.xlsx");
    await petrenko.text("март");
    expect(petrenko.said()).toContain("Не понимаю");
    expect(picturesTo("petrenko")).toHaveLength(1);
  });

  test("the period is asked for once: asked twice, one answer does; and it can be left", async () => {
    await begun();
    const petrenko = told.person("petrenko");
    await petrenko.text("/report");
    await petrenko.tap("Другой период");
    await petrenko.tap("Другой период");
    await petrenko.text("/cancel");
    expect(petrenko.said()).toBe("Отменено, ничего не изменилось.");
    await petrenko.text("март");
    expect(picturesTo("petrenko")).toEqual([]);
  });

  test("an answer that comes an hour later is asked about first", async () => {
    await begun();
    const petrenko = told.person("petrenko");
    await petrenko.text("/report");
    await petrenko.tap("Другой период");
    await told.later(2 * hourMs);
    await petrenko.text("март");
    expect(petrenko.said()).toContain("За какой период отчёт?");
    await petrenko.text("март");
    expect(picturesTo("petrenko")).toHaveLength(1);
  });

  test("nothing to show is said in words; others have no report, also by another's button", async () => {
    await begun({}, demoDeals + pays(2, 1_830_000, "2026-03-11"));
    const zhukova = told.person("zhukova");
    await zhukova.text("/report апрель 2025");
    expect(picturesTo("zhukova")).toHaveLength(1); // the deal was unpaid then
    await zhukova.text("/report 12.03–15.03");
    expect(zhukova.said()).toContain("показать нечего");
    const kotov = told.person("kotov");
    await kotov.text("/report");
    expect(kotov.said()).toBe(
      "Отчёт о продажах есть у менеджеров сделок и их руководителей. За вами сделок нет.",
    );
    const gromov = told.person("gromov");
    await gromov.text("/report март");
    await kotov.press(kotov.last().id, "rpm:2026-03-01");
    await kotov.press(kotov.last().id, "rpw:2026-03-01:2026-03-31:00000000");
    expect(
      sentTo("kotov")
        .slice(-2)
        .every((one) => one.words.startsWith("Отчёт о продажах есть у")),
    ).toBe(true);
    expect([...picturesTo("kotov"), ...sheetsTo("kotov")]).toEqual([]);
  });

  test("roubles and hryvnias are never added: a picture for each, in the reader's language", async () => {
    await begun(
      {},
      `${paid} INSERT INTO deals (name, manager, total, currency) VALUES ('Кросівки для збірної', 'tkachenko', 15000000, 'UAH'); ${pays(4, 4_500_000)}`,
    );
    await told.person("shevchenko").text("/report");
    await told.person("shevchenko").tap(/^Цей місяць/);
    expect(picturesTo("shevchenko").map((one) => one.words)).toEqual([
      `Продажі · Ткаченко Р. І. · березень 2026
01.03.2026 — 31.03.2026, суми в ₴
1 угода на 150 000,00 ₴
Отримано за період: 45 000,00 ₴
Сплачено на кінець періоду: 45 000,00 ₴ (30 %)
Залишилося отримати: 105 000,00 ₴`,
    ]);
    const sokolova = told.person("sokolova");
    await sokolova.text("/report март");
    expect(picturesTo("sokolova").map((one) => one.words.split("\n").slice(0, 3))).toEqual([
      ["Продажи · 2 менеджера · март 2026", "01.03.2026 — 31.03.2026, суммы в ₽", "3 сделки на 178 290,00 ₽"],
      [
        "Продажи · Ткаченко Р. І. · март 2026",
        "01.03.2026 — 31.03.2026, суммы в ₴",
        "1 сделка на 150 000,00 ₴",
      ],
    ]);
    const rows = await rowsOf("sokolova", sheetsTo("sokolova")[0]);
    expect(rows.slice(-2).map((row) => [row[0], row[6], row[7]])).toEqual([
      ["Итого", "RUB", 178_290],
      ["Итого", "UAH", 150_000],
    ]);
  });

  test("deals of a manager who has left stay in his head's report", async () => {
    await begun();
    foreignProgram(
      told,
      `UPDATE people SET active = 0 WHERE id = 'zhukova'; DELETE FROM holders WHERE person = 'zhukova';
       INSERT INTO company_changes (at, what) VALUES (1, '{"section":"holders","kind":"removed","id":"zhukova: sales-manager@commerce"}');`,
    );
    await told.restart();
    await told.person("gromov").text("/report март");
    expect(picturesTo("gromov")[0]?.words).toContain("Жукова Е. И.: получено 18 300,00 ₽");
  });

  test("marks that turn words around stay out of the workbook", async () => {
    await begun();
    foreignProgram(
      told,
      "UPDATE deals SET name = 'Кроссовки' || char(8238) || 'xslx', stage = char(8206, 8295) || 'Новый' WHERE id = 3",
    );
    const petrenko = told.person("petrenko");
    await petrenko.text("/report");
    await petrenko.tap(/^Этот месяц/);
    const cells = JSON.stringify(await rowsOf("petrenko", sheetsTo("petrenko")[0]));
    expect(cells).toContain("Кроссовкиxslx");
    expect(cells).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
  });

  test("a picture that can't be made is sent in words, the workbook all the same", async () => {
    const lines: string[] = [];
    const printer: Printer = { ...quickPrinter, chart: () => Promise.reject(new Error("no ink")) };
    await begun({ printer, log: (text) => lines.push(text) });
    await told.person("petrenko").text("/report март");
    const said = sentTo("petrenko").at(-2);
    expect(said?.photo).toBeUndefined();
    expect(said?.words).toContain("Получено за период: 105 000,00 ₽");
    expect(said?.words).toContain("Картинку сделать не удалось. Отчёт ещё раз: /report");
    expect(sheetsTo("petrenko")).toHaveLength(1);
    expect(lines.filter((text) => text.includes("a file could not be made"))).toHaveLength(1);
  });
});

describe("the report of last month", () => {
  const friday = { now: moscow("2026-02-27", "17:00") };
  const reported = ["petrenko", "zhukova", "gromov"];
  /** When each of them got a picture, on the clock of Moscow. */
  const timesOf = (who: string): string[] =>
    picturesTo(who).map((one) => new Date(one.at + 3 * hourMs).toISOString().slice(5, 16));

  test("comes when the first working day begins: 1 March is a Sunday", async () => {
    await begun(friday, demoDeals + pays(1, 4_500_000, "2026-02-10") + pays(2, 1_000_000, "2026-02-11"));
    await told.later(2 * 24 * hourMs + 15 * hourMs); // Monday, 08:00
    for (const who of reported) expect(timesOf(who)).toEqual([]);
    await told.later(24 * hourMs);
    for (const who of reported) expect(timesOf(who)).toEqual(["03-02T09:00"]);
    expect(picturesTo("petrenko")[0]?.words).toContain("Продажи · Петренко М. Р. · февраль 2026");
    expect(picturesTo("petrenko")[0]?.silent).toBe(false);
    expect(picturesTo("gromov")[0]?.words).toContain("Продажи · 2 менеджера · февраль 2026");
    expect(sheetsTo("gromov")).toHaveLength(1);
    for (const other of ["sokolova", "kotov", "orlova"])
      expect([...picturesTo(other), ...sheetsTo(other)]).toEqual([]);
    await told.later(29 * 24 * hourMs);
    for (const who of reported) expect(timesOf(who)).toHaveLength(1);
    await told.later(2 * 24 * hourMs); // 1 April is a Wednesday
    expect(timesOf("petrenko")).toEqual(["03-02T09:00", "04-01T09:00"]);
  });

  test("comes after downtime with the next working time, once: 9 March is a holiday", async () => {
    await begun(friday);
    await told.restart({ down: 10 * 24 * hourMs }); // Monday 9 March, 17:00
    for (const who of reported) expect(timesOf(who)).toEqual([]);
    await told.later(24 * hourMs);
    for (const who of reported) expect(timesOf(who)).toEqual(["03-10T09:00"]);
    await told.restart({ down: hourMs });
    for (const who of reported) expect(timesOf(who)).toHaveLength(1);
  });

  test("comes once a month also when the last day of it is a new beginning", async () => {
    await begun({ now: moscow("2026-07-01", "08:30"), printer: quickPrinter });
    await told.later(hourMs);
    expect(timesOf("petrenko")).toEqual(["07-01T09:00"]);
    await told.restart({ down: 30 * 24 * hourMs + 2 * hourMs }); // Friday 31 July, 11:30
    await told.later(hourMs);
    expect(timesOf("petrenko")).toHaveLength(1);
  });

  test("comes by the clock of the place where somebody works", async () => {
    await begun(
      friday,
      "INSERT INTO deals (name, manager, total, currency) VALUES ('Кросівки', 'tkachenko', 100, 'UAH')",
    );
    await told.later(3 * 24 * hourMs);
    // nine in Kyiv is ten in Moscow while both keep winter time
    for (const who of ["tkachenko", "shevchenko"]) expect(timesOf(who)).toEqual(["03-02T10:00"]);
  });

  test("a bot that dies at any step of it sends each report once, or that one twice which was on its way (F7)", async () => {
    const deal = "INSERT INTO deals (name, manager, total) VALUES ('Кроссовки', 'petrenko', 100);";
    let died: CrashPointName | undefined;
    for (let passage = 1; passage === 1 || died !== undefined; passage++) {
      let left = Number.POSITIVE_INFINITY;
      const crashPoint = (name: CrashPointName): void => {
        left -= 1;
        if (left !== 0) return;
        died = name;
        throw new Crash(`the bot dies at ${name}`);
      };
      const early = moscow("2026-03-02", "08:30");
      await begun({ now: early, printer: quickPrinter, limits: { inFlight: 1 }, crashPoint }, deal);
      [died, left] = [undefined, passage];
      await told.later(hourMs);
      const counts = ["petrenko", "gromov"].flatMap((who) => [picturesTo(who).length, sheetsTo(who).length]);
      expect(counts.toSorted((a, b) => a - b)).toEqual(died === "F7" ? [1, 1, 1, 2] : [1, 1, 1, 1]);
      await told.close();
    }
    expect(died).toBeUndefined();
  });
});
