/** The registry in the chat: who sees what, filters, words, pages, files, suppliers (S3.4, S3.5, S3.8, S3.14, S1.22, D33). */
import { readSheet } from "read-excel-file/node";
import { afterEach, describe, expect, test } from "vitest";
import { pack } from "../../bot/buttons.ts";
import { setMeta } from "../../db/meta.ts";
import { write } from "../../db/write.ts";
import type { Answers } from "../../flows/engine/answers.ts";
import { id, units, type RequestId, type SupplierId } from "../../flows/ids.ts";
import type { ChatMessage } from "../../playground/chat-view.ts";
import type { Actor } from "../actor.ts";
import { story, type Story, type StoryOf } from "../harness.ts";
import { file, fileOnly, lostGoods, plainly } from "../unit/cards/chat.ts";
import { companyWithoutPostsOf } from "./payments/books.ts";
import { cardOf, fileReturn, fileWriteOff, hour, minute } from "./filing-words.ts";

let told: Story;
afterEach(() => told.close());
async function begin(of: StoryOf = {}): Promise<void> {
  told = await story(of);
  await told.everybody();
}

/** The newest message of the registry in somebody's chat. */
function screen(who: string): ChatMessage & { readonly words: string } {
  const found = told
    .person(who)
    .messages()
    .findLast((one) => one.text?.includes("найдено:"));
  if (found === undefined) throw new Error(`${who} sees no registry`);
  return { ...found, words: plainly(found.text ?? "") };
}
const numbers = (who: string): number[] =>
  [...screen(who).words.matchAll(/^№ (\d+) ·/gm)].map(([, number]) => Number(number));
const returned = (supplier: string, name: string, comment = "Не нашли при пересчёте"): Answers => ({
  ...lostGoods(3, 250_000),
  reason: { kind: "reason", code: "12" },
  supplier: { kind: "supplier", supplier: { id: id<SupplierId>(supplier), name } },
  comment: { kind: "text", text: comment },
});
/** Rows of a workbook; no-break spaces as spaces. */
async function rowsIn(who: Actor): Promise<unknown[][]> {
  const rows = await readSheet(await download(who));
  return rows.map((row) => row.map((cell) => (typeof cell === "string" ? plainly(cell) : cell)));
}
async function download(who: Actor): Promise<Buffer> {
  const { document } = who.last();
  if (document === undefined) throw new Error("the last message is no file");
  return Buffer.from(who.raw.download(document.fileId));
}

describe("who sees what (S3.14)", () => {
  test("a clerk sees his store's, a signer what he was asked, accounting what has papers, an administrator all; others have no registry", async () => {
    await begin();
    await fileWriteOff(told);
    await fileReturn(told);
    await told
      .person("belova")
      .tap("Посмотреть позже")
      .catch(() => undefined);
    await told.person("belova").text("/open 1");
    await told.person("belova").tap(/^Согласовать/);
    await told.later(2 * minute);
    const sees: Readonly<Record<string, readonly number[]>> = {
      kotov: [1],
      gavrilova: [1],
      sidorova: [1],
      ryabov: [2],
      belova: [2, 1],
      kiselev: [2],
      gromov: [2, 1],
      sokolova: [2, 1],
      orlova: [1],
      nazarov: [2, 1],
      lebedeva: [],
    };
    for (const [who, expected] of Object.entries(sees)) {
      await told.person(who).text("/registry");
      expect(numbers(who), who).toEqual(expected);
      expect(screen(who).words, who).toContain(`найдено: ${expected.length}`);
    }
    await companyWithoutPostsOf(told, "zhukova");
    await told.person("zhukova").text("/registry");
    expect(told.person("zhukova").said()).toBe("В реестре пока нет ничего, что вам видно.");
    expect(told.person("zhukova").keyboard().flat()).not.toContain("Реестр");
  });

  test("each line names kind, sum, place, supplier, stage and day, and opens its card (S3.5)", async () => {
    await begin();
    await fileReturn(told);
    await told.person("kiselev").choose("Реестр");
    expect(screen("kiselev").words).toBe(`Реестр · найдено: 1

№ 1 · Возврат поставщику 7 500 ₽ · Магазин № 3 «Волга» · ООО «Мокасин-Трейд» · Решение на рассмотрении · 02.03`);
    const before = cardOf(told, "nazarov", 1 as RequestId);
    expect(before).toBe("");
    await told.person("nazarov").text("/registry");
    await told.person("nazarov").tap(/^№\s1$/);
    expect(cardOf(told, "nazarov", 1 as RequestId)).toContain("Мокасин");
  });

  test("approved, rejected and taken back stay in it alike (S3.4), each under its stage", async () => {
    await begin();
    for (let n = 0; n < 3; n += 1) await file(told);
    const belova = told.person("belova");
    await belova.text("/open 1");
    await belova.tap(/^Согласовать/);
    await belova.text("/open 2");
    await belova.tap("Отклонить");
    await belova.tap("Дефект не виден");
    await told.person("kotov").text("/open 3");
    await told.person("kotov").tap("Отозвать");
    await told.person("kotov").tap(/^Да/);
    await told.later(3 * minute);
    await told.person("kotov").text("/registry");
    expect(numbers("kotov")).toEqual([3, 2, 1]);
    const stages = {
      "Положительное решение": [1],
      "Отрицательное решение": [2],
      Отозвано: [3],
      "На доработке": [],
    };
    for (const [stage, expected] of Object.entries(stages)) {
      const shown = told.person("kotov").buttons(screen("kotov"))[4];
      await told.person("kotov").tap(shown ?? "Все стадии");
      await told.person("kotov").tap(stage);
      expect(numbers("kotov"), stage).toEqual(expected);
      await told.person("kotov").tap("Сбросить отбор");
    }
  });
});

describe("filters", () => {
  /** Four requests of two kinds, three suppliers, two months. */
  async function filled(): Promise<Actor> {
    await begin({ now: Date.UTC(2026, 1, 26, 7) });
    await file(told, {
      process: "return",
      answers: returned("mokasin", "ООО «Мокасин-Трейд»", "Счёт МТ-77/4"),
    });
    await told.later(6 * 24 * hour); // Wednesday 4 March
    await file(told, { process: "return", answers: returned("vikhr", "АО «Вихрь-Опт»") });
    await file(told);
    await file(told, {
      process: "return",
      by: "ryabov",
      place: "store-3",
      answers: returned("mokasin", "ООО «Мокасин-Трейд»"),
    });
    await told.person("nazarov").text("/registry");
    expect(numbers("nazarov")).toEqual([4, 3, 2, 1]);
    return told.person("nazarov");
  }

  test("by kind, stage, supplier and period, one upon another, and all of it reset", async () => {
    const nazarov = await filled();
    await nazarov.tap("Все виды");
    await nazarov.tap("Возврат поставщику");
    expect(numbers("nazarov")).toEqual([4, 2, 1]);
    await nazarov.tap("Все поставщики");
    await nazarov.tap(/Мокасин/);
    expect(numbers("nazarov")).toEqual([4, 1]);
    await nazarov.tap("Весь период");
    await nazarov.tap("февраль 2026");
    expect(numbers("nazarov")).toEqual([1]);
    expect(screen("nazarov").words).toContain(`Реестр · найдено: 1
Вид: Возврат поставщику
Поставщик: ООО «Мокасин-Трейд»
Период: февраль 2026
Подано: 2, без отклонённых на 15 000 ₽. Возвратов на доработку: 0, отклонено: 0.`);
    await told.restart(); // what was chosen is kept
    await nazarov.tap("Все стадии");
    await nazarov.tap("Положительное решение");
    expect(screen("nazarov").words).toContain("Ничего не нашлось");
    await nazarov.tap("Сбросить отбор");
    expect(numbers("nazarov")).toEqual([4, 3, 2, 1]);
    expect(nazarov.messages().filter((one) => one.text?.includes("найдено:"))).toHaveLength(1);
  });

  test("own dates and suppliers are typed; what isn't understood is asked again", async () => {
    const nazarov = await filled();
    await nazarov.tap("Весь период");
    await nazarov.tap("Свои даты");
    expect(nazarov.last().forceReply).toBe(true);
    await nazarov.text("на той неделе");
    expect(nazarov.said()).toContain("Не понимаю, какой это период");
    await nazarov.text("25.02.2026–27.02.2026");
    expect(numbers("nazarov")).toEqual([1]);
    expect(screen("nazarov").words).toContain("Период: 25.02.2026 — 27.02.2026");
    await nazarov.tap("Сбросить отбор");
    await nazarov.tap("Все поставщики");
    await nazarov.tap("Найти поставщика");
    await nazarov.text("Ромашка");
    expect(nazarov.said()).toContain("Такого поставщика нет");
    await nazarov.text("9602000124");
    expect(numbers("nazarov")).toEqual([4, 1]);
    await nazarov.tap("ООО «Мокасин-Трейд»");
    await nazarov.tap("Найти поставщика");
    await nazarov.text("ооо");
    await nazarov.tap(/Вихрь|Тропа/);
    expect(screen("nazarov").words).toMatch(/Поставщик: (АО «Вихрь|ООО «Тропа)/);
  });

  test("by number or words: of a request, a paper, typed words, supplier, goods; /registry takes them as well", async () => {
    const nazarov = await filled();
    await told.person("belova").text("/open 3");
    await told.person("belova").tap(/^Согласовать/);
    await told.later(2 * minute);
    const found: Readonly<Record<string, readonly number[]>> = {
      "3": [3],
      "№ 2": [2],
      "СП-2026-000001": [3],
      "мт-77": [1],
      мокасин: [4, 1],
      кроссовки: [4, 3, 2, 1],
      "вихрь-опт": [2],
      сапоги: [],
    };
    for (const [typed, expected] of Object.entries(found)) {
      await nazarov.tap("🔎 Найти");
      await nazarov.text(typed);
      expect(numbers("nazarov"), typed).toEqual(expected);
      await nazarov.text(`/registry ${typed}`);
      expect(numbers("nazarov"), typed).toEqual(expected);
      await nazarov.tap("Сбросить отбор");
    }
    await nazarov.tap("🔎 Найти");
    await nazarov.text("?!");
    expect(nazarov.said()).toContain("Здесь нечего искать");
    await nazarov.text("/cancel");
    await told.person("ryabov").text("/registry кроссовки");
    expect(numbers("ryabov")).toEqual([4]);
  });

  test("an old message shows what it showed: its filter is its own", async () => {
    const nazarov = await filled();
    const first = nazarov.last().id;
    await nazarov.text("/registry");
    await nazarov.tap("Все виды");
    await nazarov.tap("Списание");
    const next = nazarov
      .messages()
      .find((one) => one.id === first)
      ?.buttons.flat()
      .find((one) => one.text === "Все виды");
    await nazarov.press(first, next?.data ?? "");
    await nazarov.tap("Возврат поставщику");
    const texts = nazarov.messages().flatMap((one) => one.text?.match(/Вид: .*/)?.[0] ?? []);
    expect(texts).toEqual(["Вид: Возврат поставщику", "Вид: Списание"]);
  });
});

test("page by page: eight lines, the next ones, back to the first; the count is of all", async () => {
  await begin();
  for (let n = 0; n < 19; n += 1) fileOnly(told);
  await told.settle();
  const kotov = told.person("kotov");
  await kotov.choose("Реестр");
  expect(screen("kotov").words).toContain("найдено: 19");
  expect(numbers("kotov")).toEqual([19, 18, 17, 16, 15, 14, 13, 12]);
  expect(kotov.buttons(screen("kotov"))).not.toContain("⏮ В начало");
  await kotov.tap("Далее ▸");
  expect(numbers("kotov")).toEqual([11, 10, 9, 8, 7, 6, 5, 4]);
  await told.restart();
  await kotov.tap("Далее ▸");
  expect(numbers("kotov")).toEqual([3, 2, 1]);
  expect(kotov.buttons(screen("kotov"))).not.toContain("Далее ▸");
  await kotov.tap("⏮ В начало");
  expect(numbers("kotov")[0]).toBe(19);
});

describe("files", () => {
  test("a workbook of what the filter shows: sums are numbers, dates are dates, tax numbers are words", async () => {
    await begin();
    await file(told, {
      process: "return",
      answers: returned("mokasin", "ООО «Мокасин-Трейд»", '=HYPERLINK("http://x")'),
    });
    await file(told);
    const kotov = told.person("kotov");
    await kotov.text("/registry");
    await kotov.tap("Все виды");
    await kotov.tap("Возврат поставщику");
    expect((await kotov.tap("Excel")).toast).toBe("Готовлю файл");
    expect(kotov.last().document?.fileName).toBe("Реестр 2026-03-02.xlsx");
    expect(plainly(kotov.said())).toBe("Реестр: 1 строка\nВид: Возврат поставщику");
    expect(await rowsIn(kotov)).toEqual([
      [
        "Номер",
        "Вид",
        "Стадия",
        "Подразделение",
        "Юрлицо",
        "Подал",
        "Дата подачи",
        "Завершено",
        "Документ",
        "Поставщик",
        "ИНН поставщика",
        "Комментарий",
        "Товары",
        "Сумма",
        "Валюта",
        "Возвратов на доработку",
      ],
      [
        "1",
        "Возврат поставщику",
        "Решение на рассмотрении",
        "Магазин № 2 «Галерея»",
        "ООО «Северный шаг»",
        "Котов И. М.",
        new Date("2026-03-02"),
        null,
        null,
        "ООО «Мокасин-Трейд»",
        "9602000124",
        '=HYPERLINK("http://x")',
        expect.stringMatching(/^Кроссовки .*, 3 пары$/) as string,
        7500,
        "RUB",
        0,
      ],
    ]);
  });

  test("CSV holds no formula, whatever people type", async () => {
    await begin();
    const comments = ['=HYPERLINK("http://x")', "+7 900", "-1+2", "@SUM(A1)", "\t=1", "обычные; слова"];
    for (const text of comments)
      fileOnly(told, { process: "return", answers: returned("mokasin", "ООО «Мокасин-Трейд»", text) });
    await told.settle();
    const kotov = told.person("kotov");
    await kotov.text("/registry");
    await kotov.tap("CSV");
    expect(kotov.last().document?.fileName).toBe("Реестр 2026-03-02.csv");
    const text = (await download(kotov)).toString();
    expect(text.startsWith("\ufeffНомер;Вид;")).toBe(true);
    const rows = text.trimEnd().split("\r\n").slice(1);
    expect(rows).toHaveLength(comments.length);
    for (const cell of rows.flatMap((row) => row.split(";"))) expect(cell).not.toMatch(/^"?[=+@\t]|^"?-\D/);
    expect(rows.join("\n")).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(rows.at(-1)).toMatch(/;7500,00;RUB;0$/);
  });

  test("a file holds what its reader may see when it is sent, nothing else", async () => {
    await begin();
    await file(told);
    await file(told, { by: "ryabov", place: "store-3" });
    for (const [who, expected] of [
      ["ryabov", ["2"]],
      ["nazarov", ["2", "1"]],
    ] as const) {
      const person = told.person(who);
      await person.text("/registry");
      await person.tap("Excel");
      const rows = await rowsIn(person);
      expect(rows.slice(1).map(([number]) => number)).toEqual(expected);
    }
  });

  test("how each supplier fared: filed, sent back, rejected, sums by currency; the worst stand first (S1.22)", async () => {
    await begin();
    const mokasin = returned("mokasin", "ООО «Мокасин-Трейд»");
    await file(told, { process: "return", answers: mokasin });
    await file(told, { process: "return", answers: mokasin });
    await file(told, { process: "return", answers: returned("vikhr", "АО «Вихрь-Опт»") });
    await file(told, {
      process: "return",
      by: "koval",
      place: "ua-store-1",
      answers: returned("karpaty", "ТОВ «Карпати Опт»"),
    });
    const belova = told.person("belova");
    await belova.text("/open 1");
    await belova.tap("На доработку");
    await belova.tap(/Другие фото|Больше фото|фото/i);
    await belova.text("/open 2");
    await belova.tap("Отклонить");
    await belova.tap("Дефект не виден");
    await told.later(3 * minute);
    const nazarov = told.person("nazarov");
    await nazarov.text("/registry");
    await nazarov.tap("По поставщикам");
    const rows = await rowsIn(nazarov);
    expect(rows.slice(1)).toEqual([
      ["ООО «Мокасин-Трейд»", "9602000124", 2, 1, 1, 7500, 0],
      ["ТОВ «Карпати Опт»", "90000021", 1, 0, 0, 0, 7500],
      ["АО «Вихрь-Опт»", "9602000117", 1, 0, 0, 7500, 0],
    ]);
    await told.person("ryabov").text("/registry");
    expect(told.person("ryabov").buttons(screen("ryabov"))).not.toContain("По поставщикам");
  });

  test("a file that can't be made is said in words", async () => {
    await begin();
    await file(told);
    const kotov = told.person("kotov");
    await kotov.text("/registry");
    const state = told.store.sqlite.prepare("SELECT state FROM requests WHERE id = 1").pluck().get();
    const write = told.store.sqlite.prepare("UPDATE requests SET state = ? WHERE id = 1");
    write.run("{}"); // a damaged row
    await kotov.tap("Excel");
    expect(kotov.said()).toContain("Файл сделать не удалось");
    write.run(state);
  });
});

test("one file of a message at a time: pressed again while it waits, nothing more is made; after it, another is", async () => {
  await begin();
  await file(told);
  const kotov = told.person("kotov");
  await kotov.text("/registry");
  const message = screen("kotov");
  const rows = (): unknown =>
    told.store.sqlite.prepare("SELECT count(*) FROM outbox WHERE method = 'made'").pluck().get();
  const press = (text: string) => message.buttons.flat().find((one) => one.text === text)?.data ?? "";
  kotov.raw.press(message.id, press("Excel"));
  kotov.raw.press(message.id, press("Excel"));
  kotov.raw.press(message.id, press("CSV"));
  await told.app.intake.pass({ timeoutSeconds: 0 });
  expect(rows()).toBe(1);
  await told.settle();
  expect(kotov.last().document?.fileName).toBe("Реестр 2026-03-02.xlsx");
  expect((await kotov.press(message.id, press("CSV"))).toast).toBe("Готовлю файл");
  expect(kotov.last().document?.fileName).toBe("Реестр 2026-03-02.csv");
});

test("a page begins before no request that the presser may not see: its day is not told", async () => {
  await begin();
  await file(told);
  await file(told, { by: "ryabov", place: "store-3" });
  await file(told);
  const kotov = told.person("kotov");
  await kotov.text("/registry");
  const message = screen("kotov");
  const before = (number: number): Promise<unknown> =>
    kotov.press(message.id, pack({ kind: "registry-before", screen: 1, request: units<RequestId>(number) }));
  for (const number of [2, 4711])
    expect(await before(number)).toMatchObject({
      toast: "Этот экран устарел. Откройте реестр заново: /registry",
    });
  expect(numbers("kotov")).toEqual([3, 1]);
  await before(3);
  expect(numbers("kotov")).toEqual([1]);
});

test("requests of before the registry come into it by themselves, and it says so meanwhile", async () => {
  await begin();
  for (let n = 0; n < 25; n += 1) fileOnly(told);
  await told.settle();
  told.store.sqlite.exec(
    `DELETE FROM registry; DELETE FROM supplier_counts; UPDATE participants SET shelf = NULL`,
  );
  write(told.store, (tx) => setMeta(tx, "registry-left", "25"));
  const kotov = told.person("kotov");
  kotov.raw.text("/registry");
  await told.app.intake.pass({ timeoutSeconds: 0 });
  await told.app.delivery.pass();
  expect(screen("kotov").words).toContain("Реестр ещё наполняется");
  await told.settle();
  await kotov.tap("Все виды");
  await kotov.tap("‹ Назад");
  expect(screen("kotov").words).toContain("найдено: 25");
  expect(screen("kotov").words).not.toContain("наполняется");
  expect(units<RequestId>(numbers("kotov")[0] ?? 0)).toBe(25);
});
