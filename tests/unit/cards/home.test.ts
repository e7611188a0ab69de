/** The home in words, lists, languages, strangers: through the whole bot and the embedded Telegram. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { companyChanged } from "../../../db/company.ts";
import { loadRequest } from "../../../db/requests.ts";
import { write } from "../../../db/write.ts";
import { units, type RequestId } from "../../../flows/ids.ts";
import { story, type Story } from "../../harness.ts";
import { file, fileOnly, lostGoods, plainly } from "./chat.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
  await told.everybody();
});
afterEach(async () => {
  await told.close();
});
const said = (who: string): string => plainly(told.person(who).said());
const flat = (rows: string[][]): string[] => rows.flat().map(plainly);

describe("the home keyboard fits a person's posts", () => {
  test("store staff file and look at their requests", () => {
    expect(flat(told.person("kotov").keyboard())).toEqual([
      "Списание",
      "Возврат поставщику",
      "Мои заявки",
      "Заявки магазина",
      "Реестр",
      "Язык",
      "Помощь",
    ]);
  });
  test("signers see what waits, with its count", async () => {
    expect(flat(told.person("belova").keyboard())).toEqual(["Ждут меня", "Реестр", "Язык", "Помощь"]);
    await file(told);
    await told.person("belova").text("Помощь");
    expect(flat(told.person("belova").keyboard())).toEqual(["Ждут меня (1)", "Реестр", "Язык", "Помощь"]);
  });
  test("who heads stores sees theirs; whom a process asks to sign or to pay is offered a pile, before anything waits", () => {
    expect(flat(told.person("gromov").keyboard())).toEqual([
      "Счёт поставщика",
      "Мои заявки",
      "Заявки магазина",
      "Ждут меня",
      "Реестр",
      "Язык",
      "Помощь",
    ]);
    expect(flat(told.person("orlova").keyboard())).toEqual([
      "Сделки",
      "Ждут меня",
      "Реестр",
      "Язык",
      "Помощь",
    ]);
  });
  test("a label is understood with its count or without it, in any language", async () => {
    await file(told);
    const belova = told.person("belova");
    for (const label of ["Ждут меня (4)", "ждут меня", "Чекають на мене", "Awaiting me", "/inbox"]) {
      await belova.text(label);
      expect(said("belova")).toContain("Ждут вас: 1 на 10 000 ₽");
    }
  });
});

describe("the inbox", () => {
  test("nothing waits: it says so", async () => {
    await told.person("belova").text("Ждут меня");
    expect(said("belova")).toBe("Ничего вас не ждёт.");
  });
  test("pages, filters by store and kind, and opens a card", async () => {
    for (let n = 0; n < 9; n += 1) fileOnly(told, { answers: lostGoods(n + 1) });
    fileOnly(told, { process: "return", by: "ryabov", place: "store-3" });
    await told.settle();
    const belova = told.person("belova");
    await belova.text("Ждут меня");
    const screen = belova.last();
    expect(plainly(screen.text ?? "")).toMatch(/Ждут вас: 10 на 232 500 ₽/);
    expect(plainly(screen.text ?? "").split("\n")).toHaveLength(10);
    await belova.tap("Далее ▸");
    expect(plainly(belova.find(/Ждут вас/).text ?? "")).toContain("Возврат поставщику 7 500 ₽");
    await belova.tap("Все места");
    await belova.tap(/Магазин №\s3/);
    const filtered = plainly(belova.find(/Ждут вас/).text ?? "");
    expect(filtered).toContain("№ 10");
    expect(filtered).not.toContain("№ 1 ·");
    await belova.tap(/№\s10/);
    expect(said("belova")).toContain("Возврат поставщику 7 500 ₽");
  });
  test("a screen that is out of date redraws itself instead of doing something else", async () => {
    await file(told);
    const belova = told.person("belova");
    await belova.text("Ждут меня");
    const { id, buttons } = belova.last();
    await file(told, { answers: lostGoods(1) });
    await belova.press(id, buttons.flat().find((one) => one.text === "Начать")?.data ?? "");
    expect(plainly(belova.messages().find((one) => one.id === id)?.text ?? "")).toContain("Ждут вас: 2");
  });
});

describe("a pile", () => {
  test("of 60 goes by one card at a time, the next comes after each decision", async () => {
    for (let n = 0; n < 60; n += 1) fileOnly(told, { answers: lostGoods(1 + (n % 5)) });
    await told.settle();
    const belova = told.person("belova");
    await belova.text("Ждут меня");
    await belova.tap("Начать");
    expect(said("belova")).toContain("1 из 60 · № 1 ·");
    await belova.tap(/Согласовать/);
    expect(said("belova")).toContain("2 из 60 · № 2 ·");
    await belova.tap("Пропустить");
    expect(said("belova")).toContain("3 из 60 · № 3 ·");
    await belova.tap("Отклонить");
    await belova.tap("Уже оформлено");
    expect(said("belova")).toContain("4 из 60 · № 4 ·");
    await told.restart();
    for (let n = 4; n <= 60; n += 1) await belova.tap(/Согласовать/);
    expect(said("belova")).toBe("Всё разобрано: 60 из 60.");
    expect(loadRequest(told.store, units<RequestId>(2))?.status).toBe("open");
  }, 120_000);
  test("is left where one likes", async () => {
    await file(told);
    const belova = told.person("belova");
    await belova.text("Ждут меня");
    await belova.tap("Начать");
    await belova.tap("Закончить");
    expect(said("belova")).toContain("Остановились");
    expect(plainly(belova.find(/^Списание/).text ?? "")).not.toContain("1 из 1");
  });
});

describe("the store's lists", () => {
  test("open and closed, of one's own and of the store", async () => {
    await file(told);
    await told.person("belova").tap("Отклонить");
    await told.person("belova").tap("Дефект не виден");
    await file(told, { by: "gavrilova" });
    await told.later(5 * 60_000);
    const kotov = told.person("kotov");
    await kotov.text("Мои заявки");
    expect(said("kotov")).toBe("Мои заявки · на согласовании\n\nЗдесь пока пусто.");
    await kotov.tap("Закрытые");
    expect(plainly(kotov.find(/закрытые/).text ?? "")).toContain(
      "№ 1 · Списание 10 000 ₽ · Магазин № 2 «Галерея» · Отрицательное решение",
    );
    await kotov.text("Заявки магазина");
    expect(said("kotov")).toContain("№ 2 · Списание");
    await kotov.text("№ 2");
    expect(said("kotov")).toContain("Списание 10 000 ₽");
  });
});

describe("looking closer", () => {
  test("details, history in words, history as a file", async () => {
    await file(told);
    const belova = told.person("belova");
    await belova.tap("Подробнее");
    expect(said("belova")).toContain("артикул ОБ-1002");
    await belova.tap("История");
    expect(said("belova")).toContain("Подано: Котов И. М., 1 позиция");
    await belova.tap("Файлом");
    expect(belova.last().document?.fileName).toBe("history-1.txt");
    const text = Buffer.from(belova.raw.download(belova.last().document?.fileId ?? "")).toString("utf8");
    expect(text).toContain("Подано: Котов");
    expect(text).toMatch(/[0-9a-f]{64}/);
  });
  test("a request of 60 lines comes over several messages, of 500 as a file", async () => {
    const lines = (count: number) => {
      const base = lostGoods();
      const goods = base["goods"];
      if (goods?.kind !== "goods") throw new Error("the sample has goods");
      return {
        ...base,
        goods: {
          kind: "goods" as const,
          lines: Array.from({ length: count }, (_, n) => ({ ...goods.lines[0]!, line: n + 1 })),
        },
      };
    };
    await file(told, { answers: lines(60) });
    const belova = told.person("belova");
    const before = belova.messages().length;
    await belova.tap("Подробнее");
    expect(belova.messages().length).toBeGreaterThan(before + 1);
    await file(told, { answers: lines(500) });
    await belova.tap("Подробнее");
    expect(belova.last().document?.fileName).toBe("request-2.txt");
  });
  test("the act is downloaded by the filer, the signer and accounting, by the number of the paper too", async () => {
    await file(told);
    await told.person("belova").tap(/Согласовать/);
    await told.later(5 * 60_000);
    for (const who of ["kotov", "belova", "orlova"]) {
      const person = told.person(who);
      await person.text("СП-2026-000001");
      await person.tap("Скачать акт");

      expect(person.last().document?.fileName).toBe("СП-2026-000001.pdf");
    }
    expect(told.messagesTo("demina").some((text) => text.includes("СП-2026"))).toBe(false);
  });
});

describe("languages", () => {
  test("are chosen per person; the keyboard and the cards follow", async () => {
    const belova = told.person("belova");
    await file(told);
    await belova.text("/language");
    await belova.tap("Українська");
    expect(said("belova")).toBe("Тепер говоримо українською.");
    expect(flat(belova.keyboard())).toEqual(["Чекають на мене (1)", "Реєстр", "Мова", "Допомога"]);
    expect(belova.buttons(belova.find(/^Списання/)).map(plainly)).toContain("Погодити списання · 10 000 ₽");
  });
});

describe("people and strangers", () => {
  test("a stranger is refused politely, with the number to pass on, and joins by his own contact only", async () => {
    write(told.store, (tx) => {
      tx.sqlite
        .prepare(
          "UPDATE people SET telegram = NULL, started_at = NULL, phone = '79990000001' WHERE id = 'zhukova'",
        )
        .run();
      companyChanged(tx);
    });
    const stranger = told.telegram.person(1008);
    stranger.text("Ждут меня");
    await told.settle();
    expect(stranger.last().text).toContain("1008");
    expect(stranger.last().text).not.toContain("Северный шаг");
    stranger.contact({ own: false, phone: "+7 999 000-00-01", userId: 4242 });
    await told.settle();
    expect(stranger.last().text).toContain("чужой контакт");
    stranger.contact({ own: true, phone: "+7 999 000-00-02" });
    await told.settle();
    expect(stranger.last().text).toContain("1008");
    stranger.contact({ own: true, phone: "+7 999 000-00-01" });
    await told.settle();
    expect(plainly(stranger.last().text ?? "")).toContain("Добро пожаловать, Жукова Е. И.!");
    stranger.text("/help");
    await told.settle();
    expect(stranger.last().text).toContain("Что здесь можно");
  });
  test("a sticker, a voice message or nonsense gets a friendly word and the way home", async () => {
    const belova = told.person("belova");
    await belova.sticker();
    expect(said("belova")).toContain("/help");
    await belova.text("ыыы");
    expect(said("belova")).toContain("Не понимаю");
    await belova.text("/open");
    expect(said("belova")).toContain("/open 17");
    await belova.text("/cancel");
    expect(said("belova")).toBe("Отменять нечего.");
  });
});

describe("time", () => {
  test("the day begins with what waits; «Начать» under it begins the pile", async () => {
    await file(told);
    await told.nextWorkingMorning();
    const belova = told.person("belova");
    const digest = belova.find(/Ждут вас: 1 на/);
    expect(belova.buttons(digest)).toEqual(["Начать"]);
    await belova.press(digest.id, digest.buttons.flat()[0]?.data ?? "");
    expect(said("belova")).toContain("1 из 1 ·");
  });
  test("a reminder is one message per person, however much waits", async () => {
    await file(told);
    await file(told, { answers: lostGoods(1) });
    await told.later(4.5 * 3_600_000);
    const reminders = told.messagesTo("belova").filter((text) => text.includes("⏰ Ждут вас"));
    expect(reminders.map((text) => plainly(text).split("\n")[0])).toEqual(["⏰ Ждут вас: 2"]);
  });
});
