/** The page around the chats in a real browser: people, log, faults, clock, languages, a phone's width. */
import { describe, expect, it } from "vitest";
import { DAY_MS, pageBed } from "./page-bed.ts";

const bed = pageBed();

describe("the page", () => {
  it("shows five people side by side at first, and remembers whom the visitor chose", async () => {
    const { page, show } = await bed().open();
    await expect.poll(() => page.locator(".phone").count()).toBe(5);
    await show("Белова", "Громов");
    await page.reload();
    await expect
      .poll(() => page.locator(".phone h2").allInnerTexts())
      .toEqual(["Белова Анна", "Громов Павел"]);
  });

  it("lets a person block the bot and take it back", async () => {
    const { chat, visitor } = await bed().begun();
    await chat.menu("Заблокировать бота");
    await chat.phone.locator(".blocked-note:visible").waitFor();
    await expect(bed().bot.api.sendMessage(1001, "Слышно?")).rejects.toThrow("bot was blocked by the user");
    await chat.phone.locator(".start:visible", { hasText: "Разблокировать" }).click();
    await chat.sendText("Я тут");
    await chat.waitFor("Эхо: Я тут");
    expect(visitor.troubles).toEqual([]);
  });

  it("keeps refused calls in red with their reasons", async () => {
    const { chat, visitor } = await bed().begun();
    await visitor.page.getByRole("button", { name: "Вызовы" }).click();
    await chat.sendText("Ошибка");
    const bad = visitor.page.locator(".calls .bad", { hasText: "editMessageText" });
    await bad.filter({ hasText: "message to edit not found" }).waitFor();
  });

  it("orders faults: the next call fails and the log says so", async () => {
    const { chat, visitor } = await bed().begun();
    const { page } = visitor;
    await page.getByRole("button", { name: "Сбои" }).click();
    const choice = (label: string) => page.locator(".fault-form label", { hasText: label }).locator("select");
    await choice("Ответ").selectOption("500");
    await choice("Метод").selectOption("sendMessage");
    await page.getByRole("button", { name: "Задать" }).click();
    await page.locator(".faults-waiting", { hasText: "1 × sendMessage: 500" }).waitFor();
    await expect(bed().bot.api.sendMessage(1001, "Раз")).rejects.toThrow("500");
    await bed().bot.api.sendMessage(1001, "Два");
    await chat.waitFor("Два");
  });

  it("sends the last updates to the bot once more", async () => {
    const { chat, visitor } = await bed().begun();
    await chat.sendText("Дважды");
    await chat.waitFor("Эхо: Дважды");
    await visitor.page.getByRole("button", { name: "Сбои" }).click();
    await visitor.page.getByRole("button", { name: "Прислать последние три ещё раз" }).click();
    const answers = chat.phone.locator(".message", { hasText: "Эхо: Дважды" });
    await expect.poll(() => answers.count()).toBe(2);
  });

  it("can be used without a mouse", async () => {
    const { page } = await bed().open();
    const focused = (attribute: string) =>
      page.evaluate(`document.activeElement.getAttribute(${JSON.stringify(attribute)})`);
    await page.locator(".start:visible").first().focus();
    await page.keyboard.press("Enter");
    const phone = page.locator(".phone").first();
    await phone.locator("textarea").focus();
    await page.keyboard.type("Карточка");
    await page.keyboard.press("Enter");
    await phone.locator(".inline-button").first().waitFor();
    for (let steps = 0; steps < 20 && (await focused("data-label")) !== "Согласовать"; steps += 1) {
      await page.keyboard.press("Shift+Tab");
    }
    await page.keyboard.press("Enter");
    await phone.locator(".message", { hasText: "Списание 10 000 ₽: согласовано" }).waitFor();
    await phone.locator(".menu-box > button").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    expect(await focused("role")).toBe("menuitem");
    await page.keyboard.press("Escape");
    expect(await focused("aria-haspopup")).toBe("menu");
  });

  it("moves the clock of bot and chats by an hour and to the next working morning", async () => {
    const { page } = await bed().open();
    const before = bed().telegram.world.clock.now();
    await page.getByRole("button", { name: "+1 час" }).click();
    await page.locator(".clock-ahead", { hasText: "+1 ч" }).waitFor();
    await page.getByRole("button", { name: "Следующее рабочее утро" }).click();
    await page.locator(".clock-ahead", { hasText: "+25 ч" }).waitFor();
    expect(bed().telegram.world.clock.now() - before).toBeGreaterThan(DAY_MS);
  });

  it("says that the connection is lost, and shows what happened meanwhile when it is back", async () => {
    const { chat, visitor } = await bed().begun();
    const lost = visitor.page.locator(".lost:visible");
    await bed().goAway();
    await lost.waitFor();
    bed().telegram.person(1001).text("Пока связи не было");
    await bed().comeBack();
    await chat.waitFor("Пока связи не было");
    await expect.poll(() => lost.count()).toBe(0);
    // The browser reports each attempt on the closed port by itself.
    visitor.troubles.length = 0;
  });

  it("clears all chats only after asking", async () => {
    const { chat, visitor } = await bed().begun();
    const { page } = visitor;
    await page.locator(".tools-toggle").click();
    await page.getByRole("button", { name: "Очистить" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Отмена" }).click();
    expect(await chat.messages()).not.toEqual([]);
    await page.locator(".tools-toggle").click();
    await page.getByRole("button", { name: "Очистить" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Очистить" }).click();
    await expect.poll(() => chat.messages()).toEqual([]);
    await chat.start();
    await chat.waitFor("Здравствуйте!");
  });

  it.each([
    ["uk-UA", "Надіслати", "uk"],
    ["en-GB", "Send", "en"],
    ["de-DE", "Send", "en"],
  ])("speaks to a browser in %s", async (language, send, code) => {
    const { page } = await bed().open({ language });
    await page.locator(`.phone button[aria-label="${send}"]`).first().waitFor({ state: "attached" });
    expect(await page.locator("html").getAttribute("lang")).toBe(code);
  });

  it("fits a phone: one chat at a time, and the switcher counts what waits in the others", async () => {
    const { visitor } = await bed().begun("Белова", { width: 390, height: 844 });
    const { page } = visitor;
    expect(await page.locator(".phone").count()).toBe(1);
    await visitor.chat("Котов");
    await bed().bot.api.sendMessage(1002, "Ждёт вас");
    await bed().bot.api.sendMessage(1002, "И это тоже");
    await expect.poll(() => visitor.unread("Белова")).toBe(2);
    const chat = await visitor.chat("Белова");
    await chat.waitFor("И это тоже");
    await expect.poll(() => visitor.unread("Белова")).toBe(0);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  });
});
