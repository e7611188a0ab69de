/** A return as a visitor lives it: an album from a store, two signers, a signer who is gone; side by side and on a phone. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser, visit, type ChatScreen, type Screen, type Visitor } from "./browser.ts";
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
});
afterEach(async () => {
  expect(visitor.troubles).toEqual([]);
  await visitor.close();
  expect(await program.stop()).toBe(0);
});

const open = async (screen: Screen = {}): Promise<void> => {
  visitor = await visit(browser, program.url, screen);
};
const shot = (name: string): Promise<void> | undefined => {
  const folder = process.env["SCREENSHOTS"];
  return folder === undefined ? undefined : visitor.shot(`${folder}/${name}.png`);
};

/** Three pairs of moccasins with an album of two samples, as a clerk of store № 3 files them. */
async function fileReturn(clerk: ChatScreen): Promise<void> {
  const answers: [tap: string, said: string][] = [
    ["Верно, это всё", "Почему?"],
    ["Производственный брак", "Пришлите фото"],
  ];
  await clerk.tapKeyboard("Возврат поставщику");
  await clerk.waitFor("Какой товар?");
  await clerk.sendText("1020 3 пары");
  await clerk.waitFor("Верно?");
  for (const [tap, said] of answers) {
    await clerk.tapKeyboard(tap);
    await clerk.waitFor(said);
  }
  await clerk.sendSamples(["05-", "06-"]);
  await clerk.waitFor("Принято фото: 2");
  // Both stand in one bubble.
  expect(await clerk.phone.locator(".mosaic").last().locator(".photo").count()).toBe(2);
  const rest: [tap: string, said: string][] = [
    ["Готово", "Поставщик этого товара"],
    ["Мокасин-Трейд", "Хотите что-то добавить?"],
    ["Пропустить", "проверьте и отправьте"],
    ["Отправить на согласование", "Заявка № 1 отправлена на согласование."],
  ];
  for (const [tap, said] of rest) {
    await clerk.tapKeyboard(tap);
    await clerk.waitFor(said);
  }
}

/** A card of the request: the message whose buttons or state are watched. */
const card = (chat: ChatScreen) =>
  chat.phone.locator(".message", { hasText: "Возврат поставщику 7 500 ₽ · Магазин № 3" }).last();

test("one signer approves, the other rejects, and both cards change before their eyes", async () => {
  await open();
  await visitor.show("Рябов", "Белова", "Киселёв");
  const [ryabov, belova, kiselev] = [
    await visitor.chat("Рябов"),
    await visitor.chat("Белова"),
    await visitor.chat("Киселёв"),
  ];
  await fileReturn(ryabov);
  await card(belova).waitFor();
  await card(kiselev).waitFor();
  await shot("wide-waiting");

  await belova.tap("Согласовать возврат · 7 500 ₽");
  for (const chat of [belova, kiselev]) {
    await card(chat).filter({ hasText: "Мерчендайзер: Белова А. С.," }).waitFor();
  }
  expect(await card(belova).locator(".inline-button", { hasText: "Согласовать" }).count()).toBe(0);
  await kiselev.tap("Отклонить");
  await kiselev.tap("Срок претензии истёк");
  for (const chat of [belova, kiselev]) {
    await card(chat).filter({ hasText: "Срок претензии истёк" }).waitFor();
    await card(chat).filter({ hasText: "Возврат отклонён" }).waitFor();
  }
  await shot("wide-rejected");

  await visitor.page.getByRole("button", { name: "+1 час" }).click();
  for (const chat of [belova, kiselev]) {
    await card(chat).filter({ hasText: "Отрицательное решение" }).waitFor();
    expect(await card(chat).locator(".inline-button", { hasText: "Отменить" }).count()).toBe(0);
  }
  await ryabov.waitFor("Срок претензии истёк");
});

test("on a phone: the reminder comes as the clock moves, and the administrator hears who has blocked the bot", async () => {
  await open({ width: 390, height: 844 });
  const { page } = visitor;
  await fileReturn(await visitor.chat("Рябов"));
  await shot("phone-filed");
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  await expect.poll(() => visitor.unread("Белова")).toBeGreaterThan(0);
  const belova = await visitor.chat("Белова");
  await card(belova).waitFor();
  await belova.tap("Согласовать возврат");
  await card(belova).filter({ hasText: "Мерчендайзер: Белова А. С.," }).waitFor();
  await shot("phone-approved");

  const kiselev = await visitor.chat("Киселёв");
  await card(kiselev).waitFor();
  // A phone folds the clock away among the tools; they stay open while one of them is used.
  await page.locator(".tools-toggle").click();
  await page.getByRole("button", { name: "Следующее рабочее утро" }).click();
  for (let hours = 0; hours < 5; hours += 1) await page.getByRole("button", { name: "+1 час" }).click();
  await kiselev.waitFor(/⏰ Ждут вас: 1/);
  await shot("phone-reminded");

  await kiselev.menu("Заблокировать бота");
  await kiselev.phone.locator(".blocked-note:visible").waitFor();
  await shot("phone-blocked");
  const nazarov = await visitor.chat("Назаров");
  await nazarov.waitFor(/Бот остановлен: Киселёв Олег Игоревич/);
  await shot("phone-administrator");
});
