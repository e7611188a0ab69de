/** The whole program in a real browser: a visitor files, signs and opens the act, as the README says. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser, visit, type ChatScreen, type Visitor } from "./browser.ts";
import { startProgram, type Program } from "./program.ts";

let browser: Browser;
let program: Program;
let visitor: Visitor;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  program = await startProgram();
  visitor = await visit(browser, program.url);
});
afterEach(async () => {
  await visitor.close();
  const code = await program.stop();
  expect(visitor.troubles).toEqual([]);
  expect(code).toBe(0);
});

/** Presses a button of the keyboard under the input line, or types, and waits for what the bot says then. */
async function answer(chat: ChatScreen, words: string, said: string | RegExp): Promise<void> {
  await chat.tapKeyboard(words);
  await chat.waitFor(said);
}

async function file(chat: ChatScreen, of: { process: string; goods: string; samples: readonly string[] }) {
  await answer(chat, of.process, "Какой товар?");
  await chat.sendText(of.goods);
  await chat.waitFor("Верно?");
  await answer(chat, "Верно, это всё", "Почему?");
  await answer(chat, "Производственный брак", "Пришлите фото");
  await chat.sendSamples(of.samples);
  await chat.waitFor(`Принято фото: ${of.samples.length}`);
}

async function send(chat: ChatScreen): Promise<void> {
  await answer(chat, "Пропустить", "проверьте и отправьте");
  await answer(chat, "Отправить на согласование", "Заявка № 1 отправлена на согласование.");
  await chat.waitFor("Решение на рассмотрении");
}

const anHour = (): Promise<void> => visitor.page.getByRole("button", { name: "+1 час" }).click();

test("a write-off of sneakers with two photos is filed, approved, and its act opens", async () => {
  const kotov = await visitor.chat("Котов");
  const belova = await visitor.chat("Белова");
  await file(kotov, { process: "Списание", goods: "1002 42 2 пары", samples: ["02-", "03-"] });
  await answer(kotov, "Готово", "Хотите что-то добавить?");
  await send(kotov);

  await belova.waitFor("Списание 10 000 ₽ · Магазин № 2 «Галерея» · 2 пары · брак");
  await belova.tap("Согласовать списание · 10 000 ₽");
  await belova.waitFor(/Согласовано\. Отменить можно до/);
  await belova.waitFor("Списание согласовано, вступит в силу");
  await kotov.waitFor("Списание согласовано, вступит в силу");

  await anHour();
  await kotov.waitFor("Распечатайте акт, подпишите его у комиссии");
  const act = await kotov.waitFor(/СП-\d{4}-000001\.pdf/);
  const address = await act.locator("a[href*='/playground/files/']").first().getAttribute("href");
  const opened = await visitor.page.request.get(new URL(address ?? "", program.url).href);
  expect(opened.status()).toBe(200);
  expect(opened.headers()["content-type"]).toBe("application/pdf");
  expect((await opened.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

test("a return approved by one and rejected by the other is rejected, and its store hears why", async () => {
  await visitor.show("Рябов", "Белова", "Киселёв");
  const ryabov = await visitor.chat("Рябов");
  const belova = await visitor.chat("Белова");
  const kiselev = await visitor.chat("Киселёв");
  await file(ryabov, { process: "Возврат поставщику", goods: "1020 3 пары", samples: ["05-"] });
  await answer(ryabov, "Готово", "Поставщик этого товара");
  await answer(ryabov, "Мокасин-Трейд", "Хотите что-то добавить?");
  await send(ryabov);

  await belova.waitFor("Возврат поставщику 7 500 ₽");
  await belova.tap("Согласовать возврат");
  await kiselev.waitFor("Мерчендайзер: Белова А. С.,");
  await kiselev.tap("Отклонить");
  await kiselev.waitFor("Причина отклонения № 1");
  await kiselev.sendText("Договор закрыт");
  await kiselev.waitFor("№ 1 · Отклонено: Договор закрыт");
  await belova.waitFor("Возврат отклонён, вступит в силу");

  await anHour();
  await ryabov.waitFor("Отклонено: Киселёв О. И.");
  await ryabov.waitFor("Договор закрыт");
  await ryabov.tap("Подать снова");
  await answer(ryabov, "Отмена", "Сохранить черновик или удалить?");
});
