/** The playground's page in a real browser, against the embedded Telegram and a small bot. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bot } from "grammy";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sharedClock } from "../../playground/clock.ts";
import { openTelegram } from "../../playground/server.ts";
import type { Telegram } from "../../playground/server.ts";
import { openBrowser, visit } from "./browser.ts";
import type { Screen, Visitor } from "./browser.ts";
import { echoBot } from "./echo-bot.ts";

const TOKEN = "1:abcdefghijklmnopqrstuvwxyz123456789";
const DAY_MS = 86_400_000;
const people = [
  "Котов Илья",
  "Белова Анна",
  "Киселёв Олег",
  "Сидорова Алла",
  "Соколова Ирина",
  "Громов Павел",
].map((name, index) => {
  const [lastName = "", firstName = ""] = name.split(" ");
  return {
    id: 1001 + index,
    name,
    firstName,
    lastName,
    phone: `+790000010${index}`,
    label: `Пост ${index + 1}`,
  };
});

let browser: Browser;
let telegram: Telegram;
let bot: Bot;
let polling: Promise<void>;
let url: string;
let listening: Awaited<ReturnType<Telegram["listen"]>>;
let folder: string;
let visitors: Visitor[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "page-"));
  visitors = [];
  telegram = openTelegram({
    token: TOKEN,
    bot: { id: 1, username: "echo_bot", firstName: "Эхо" },
    people,
    clock: sharedClock({}),
    dataDir: folder,
    samplesDir: fileURLToPath(new URL("../../playground/samples/", import.meta.url)),
    workingMorning: (now) => now + DAY_MS,
    pollBrakes: false,
  });
  listening = await telegram.listen(0);
  url = listening.url;
  bot = echoBot(TOKEN, url);
  polling = bot.start();
});

afterEach(async () => {
  for (const visitor of visitors) {
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  }
  await bot.stop();
  await polling;
  await listening.close();
  telegram.close();
  rmSync(folder, { recursive: true });
});

async function open(screen: Screen = {}): Promise<Visitor> {
  const visitor = await visit(browser, url, screen);
  visitors.push(visitor);
  return visitor;
}

async function begun(name = "Котов", screen: Screen = {}) {
  const visitor = await open(screen);
  const chat = await visitor.chat(name);
  await chat.start();
  await chat.waitFor("Здравствуйте!");
  return { visitor, chat };
}

describe("a chat", () => {
  it("begins with Start, and what a person writes is answered", async () => {
    const { chat } = await begun();
    await chat.sendText("Добрый день");
    await chat.waitFor("Эхо: Добрый день");
    await chat.tapKeyboard("Мой номер");
    await chat.waitFor("Номер +7");
    expect(await chat.messages()).toHaveLength(6);
  });

  it("shows what the bot says as text and never as markup", async () => {
    const { chat, visitor } = await begun();
    await chat.sendText("Разметка");
    const message = await chat.waitFor("<img src=x onerror=alert(1)>");
    expect(await message.locator("strong").innerText()).toBe("Жирно");
    expect(await visitor.page.locator(".text img").count()).toBe(0);
  });

  it("sends chosen samples as one album that opens picture by picture", async () => {
    const { chat, visitor } = await begun();
    await chat.sendSamples(["01-", "02-", "03-"], { caption: "Подошва" });
    const album = await chat.waitFor("Подошва");
    await expect.poll(() => album.locator(".photo").count()).toBe(3);
    await album.locator(".photo").first().click();
    const { page } = visitor;
    await page.locator(".lightbox-count", { hasText: "1 / 3" }).waitFor();
    await page.keyboard.press("ArrowRight");
    await page.locator(".lightbox-count", { hasText: "2 / 3" }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".lightbox").count()).toBe(0);
  });

  it("sends a picture as a file when asked to", async () => {
    const { chat } = await begun();
    await chat.sendSamples(["02-"], { asFile: true });
    await chat.waitFor("Файл 02-sneakers-defect-no-code.jpg");
  });

  it("takes files that are dropped on the phone, pasted, or picked from disk, and sends them together", async () => {
    const { chat, visitor } = await begun();
    await visitor.page.evaluate(`(() => {
      const withFile = (name) => {
        const files = new DataTransfer();
        files.items.add(new File(["заметка"], name, { type: "text/plain" }));
        return files;
      };
      const phone = document.querySelector(".phone[data-person='1001']");
      const shared = { bubbles: true, cancelable: true };
      phone.dispatchEvent(new DragEvent("drop", { ...shared, dataTransfer: withFile("брошен.txt") }));
      const paste = new ClipboardEvent("paste", { ...shared, clipboardData: withFile("вставлен.txt") });
      phone.querySelector("textarea").dispatchEvent(paste);
    })()`);
    const file = { name: "выбран.txt", mimeType: "text/plain", buffer: Buffer.from("заметка") };
    await chat.phone.locator("input[type=file]").setInputFiles(file);
    await expect.poll(() => chat.phone.locator(".chosen-file").count()).toBe(3);
    await chat.phone.locator(".send").click();
    for (const name of ["брошен", "вставлен", "выбран"]) await chat.waitFor(`Файл ${name}.txt`);
  });

  it("opens a reply bar when the bot asks for a reply, and answers that very question", async () => {
    const { chat } = await begun();
    await chat.sendText("Вопрос");
    await chat.phone.locator(".about", { hasText: "Какая причина?" }).waitFor();
    await chat.sendText("Бой");
    await chat.waitFor("«Бой» на «Какая причина?»");
    expect(await chat.phone.locator(".about").isVisible()).toBe(false);
  });

  it("lets a person answer any message by a tap on it", async () => {
    const { chat } = await begun();
    await (await chat.waitFor("Здравствуйте!")).locator(".text").click();
    await chat.sendText("И вам");
    await chat.waitFor("«И вам» на «Здравствуйте!»");
  });

  it("marks what came without a sound", async () => {
    const { chat } = await begun();
    await chat.sendText("Тихо");
    const message = await chat.waitFor("Пришло ночью");
    expect(await message.locator(".silent").count()).toBe(1);
  });
});

describe("inline buttons", () => {
  it("answer with a toast, and the card changes before the reader's eyes", async () => {
    const { chat } = await begun();
    await chat.tapKeyboard("Карточка");
    await chat.waitFor("Списание 10 000 ₽");
    await chat.tap("Согласовать");
    await chat.phone.locator(".toast", { hasText: "Согласовано" }).waitFor();
    const card = await chat.waitFor("Списание 10 000 ₽: согласовано");
    await card.locator(".edited").waitFor();
    expect(await card.locator(".inline-button").count()).toBe(0);
  });

  it("answer with an alert that has to be closed", async () => {
    const { chat, visitor } = await begun();
    await chat.tapKeyboard("Карточка");
    await chat.tap("Подробнее");
    const alert = chat.phone.getByRole("alertdialog");
    await alert.filter({ hasText: "Две пары, бой при приёмке" }).waitFor();
    await visitor.page.keyboard.press("Enter");
    await expect.poll(() => alert.count()).toBe(0);
  });

  it("spin for as long as the bot is silent", async () => {
    const { chat } = await begun();
    await chat.tapKeyboard("Карточка");
    await chat.tap("Молчать");
    await chat.phone.locator(".inline-button[aria-busy]", { hasText: "Молчать" }).waitFor();
  });

  it("lose their colours in an old app and keep their words", async () => {
    const { chat, visitor } = await begun();
    await chat.tapKeyboard("Карточка");
    const approve = chat.phone.locator(".inline-button", { hasText: "Согласовать" });
    await approve.waitFor();
    expect(await approve.getAttribute("data-style")).toBe("success");
    await visitor.page.locator(".tools-toggle").click();
    await visitor.page.locator(".choices .check").click();
    await approve.and(visitor.page.locator(":not([data-style])")).waitFor();
  });
});

describe("a document", () => {
  it("opens from its chip as the PDF that the bot sent", async () => {
    const { chat, visitor } = await begun();
    await chat.tapKeyboard("Акт");
    const chip = (await chat.waitFor("Ваш акт")).locator("a.document");
    expect(await chip.getAttribute("data-file")).toBe("Акт СП-2026-000017.pdf");
    const file = await visitor.page.request.get(new URL((await chip.getAttribute("href")) ?? "", url).href);
    expect(file.headers()["content-type"]).toBe("application/pdf");
    expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
  });
});

describe("the page", () => {
  it("shows five people side by side at first, and remembers whom the visitor chose", async () => {
    const { page, show } = await open();
    await expect.poll(() => page.locator(".phone").count()).toBe(5);
    await show("Белова", "Громов");
    await page.reload();
    await expect
      .poll(() => page.locator(".phone h2").allInnerTexts())
      .toEqual(["Белова Анна", "Громов Павел"]);
  });

  it("lets a person block the bot and take it back", async () => {
    const { chat, visitor } = await begun();
    await chat.menu("Заблокировать бота");
    await chat.phone.locator(".blocked-note:visible").waitFor();
    await expect(bot.api.sendMessage(1001, "Слышно?")).rejects.toThrow("bot was blocked by the user");
    await chat.phone.locator(".start:visible", { hasText: "Разблокировать" }).click();
    await chat.sendText("Я тут");
    await chat.waitFor("Эхо: Я тут");
    expect(visitor.troubles).toEqual([]);
  });

  it("keeps refused calls in red with their reasons", async () => {
    const { chat, visitor } = await begun();
    await visitor.page.getByRole("button", { name: "Вызовы" }).click();
    await chat.sendText("Ошибка");
    const bad = visitor.page.locator(".calls .bad", { hasText: "editMessageText" });
    await bad.filter({ hasText: "message to edit not found" }).waitFor();
  });

  it("orders faults: the next call fails and the log says so", async () => {
    const { chat, visitor } = await begun();
    const { page } = visitor;
    await page.getByRole("button", { name: "Сбои" }).click();
    const choice = (label: string) => page.locator(".fault-form label", { hasText: label }).locator("select");
    await choice("Ответ").selectOption("500");
    await choice("Метод").selectOption("sendMessage");
    await page.getByRole("button", { name: "Задать" }).click();
    await page.locator(".faults-waiting", { hasText: "1 × sendMessage: 500" }).waitFor();
    await expect(bot.api.sendMessage(1001, "Раз")).rejects.toThrow("500");
    await bot.api.sendMessage(1001, "Два");
    await chat.waitFor("Два");
  });

  it("can be used without a mouse", async () => {
    const { page } = await open();
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
    const { page } = await open();
    const before = telegram.world.clock.now();
    await page.getByRole("button", { name: "+1 час" }).click();
    await page.locator(".clock-ahead", { hasText: "+1 ч" }).waitFor();
    await page.getByRole("button", { name: "Следующее рабочее утро" }).click();
    await page.locator(".clock-ahead", { hasText: "+25 ч" }).waitFor();
    expect(telegram.world.clock.now() - before).toBeGreaterThan(DAY_MS);
  });

  it("says that the connection is lost, and shows what happened meanwhile when it is back", async () => {
    const { chat, visitor } = await begun();
    const lost = visitor.page.locator(".lost:visible");
    await bot.stop();
    await listening.close();
    await lost.waitFor();
    telegram.person(1001).text("Пока связи не было");
    listening = await telegram.listen(Number(new URL(url).port));
    await chat.waitFor("Пока связи не было");
    await expect.poll(() => lost.count()).toBe(0);
    // The browser reports each attempt on the closed port by itself.
    visitor.troubles.length = 0;
  });

  it("clears all chats only after asking", async () => {
    const { chat, visitor } = await begun();
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
    const { page } = await open({ language });
    await page.locator(`.phone button[aria-label="${send}"]`).first().waitFor({ state: "attached" });
    expect(await page.locator("html").getAttribute("lang")).toBe(code);
  });

  it("fits a phone: one chat at a time, and the switcher counts what waits in the others", async () => {
    const { visitor } = await begun("Белова", { width: 390, height: 844 });
    const { page } = visitor;
    expect(await page.locator(".phone").count()).toBe(1);
    await visitor.chat("Котов");
    await bot.api.sendMessage(1002, "Ждёт вас");
    await bot.api.sendMessage(1002, "И это тоже");
    await expect.poll(() => visitor.unread("Белова")).toBe(2);
    const chat = await visitor.chat("Белова");
    await chat.waitFor("И это тоже");
    await expect.poll(() => visitor.unread("Белова")).toBe(0);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  });
});
