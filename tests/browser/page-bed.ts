/** The embedded Telegram, a small bot and a browser, set up anew for each test of the page. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bot } from "grammy";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { sharedClock } from "../../playground/clock.ts";
import { openMailServer, type MailServer } from "../../playground/mail-server.ts";
import { openTelegram } from "../../playground/server.ts";
import type { Telegram } from "../../playground/server.ts";
import { openBrowser, visit } from "./browser.ts";
import type { ChatScreen, Screen, Visitor } from "./browser.ts";
import { echoBot } from "./echo-bot.ts";

const TOKEN = "1:abcdefghijklmnopqrstuvwxyz123456789";
export const DAY_MS = 86_400_000;
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

/** What a test of the page has at hand. */
export class PageBed {
  telegram: Telegram;
  mail: MailServer;
  bot: Bot;
  url: string;
  readonly #browser: Browser;
  readonly #folder: string;
  readonly #visitors: Visitor[] = [];
  #polling: Promise<void>;
  #listening: Awaited<ReturnType<Telegram["listen"]>>;

  private constructor(
    browser: Browser,
    folder: string,
    telegram: Telegram,
    mail: MailServer,
    listening: Awaited<ReturnType<Telegram["listen"]>>,
  ) {
    this.#browser = browser;
    this.#folder = folder;
    this.telegram = telegram;
    this.mail = mail;
    this.#listening = listening;
    this.url = listening.url;
    this.bot = echoBot(TOKEN, this.url);
    this.#polling = this.bot.start();
  }

  static async make(browser: Browser): Promise<PageBed> {
    const folder = mkdtempSync(join(tmpdir(), "page-"));
    const clock = sharedClock({});
    const mail = await openMailServer({ now: () => clock.now() });
    const telegram = openTelegram({
      token: TOKEN,
      bot: { id: 1, username: "echo_bot", firstName: "Эхо" },
      people,
      clock,
      mail,
      dataDir: folder,
      samplesDir: fileURLToPath(new URL("../../playground/samples/", import.meta.url)),
      workingMorning: (now) => now + DAY_MS,
      pollBrakes: false,
    });
    return new PageBed(browser, folder, telegram, mail, await telegram.listen(0));
  }

  /** A new visitor of the page; what went wrong in his browser fails the test at its end. */
  async open(screen: Screen = {}): Promise<Visitor> {
    const visitor = await visit(this.#browser, this.url, screen);
    this.#visitors.push(visitor);
    return visitor;
  }

  /** A visitor in whose view a person has just met the bot. */
  async begun(name = "Котов", screen: Screen = {}): Promise<{ visitor: Visitor; chat: ChatScreen }> {
    const visitor = await this.open(screen);
    const chat = await visitor.chat(name);
    await chat.start();
    await chat.waitFor("Здравствуйте!");
    return { visitor, chat };
  }

  /** The server goes away under the page, and comes back where it was. */
  async goAway(): Promise<void> {
    await this.bot.stop();
    await this.#listening.close();
  }

  async comeBack(): Promise<void> {
    this.#listening = await this.telegram.listen(Number(new URL(this.url).port));
  }

  async close(): Promise<void> {
    for (const visitor of this.#visitors) {
      expect(visitor.troubles).toEqual([]);
      await visitor.close();
    }
    await this.bot.stop();
    await this.#polling;
    await this.#listening.close();
    await this.mail.close();
    this.telegram.close();
    rmSync(this.#folder, { recursive: true });
  }
}

/** Sets a fresh bed before each test of a file; call the result inside a test. */
export function pageBed(): () => PageBed {
  let browser: Browser;
  let bed: PageBed;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    bed = await PageBed.make(browser);
  });
  afterEach(() => bed.close());
  afterAll(() => browser.close());
  return () => bed;
}
