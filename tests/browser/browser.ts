/** Drives the playground's page in a real browser, in the words of a visitor: whose chat, what is sent, what is tapped. */
import { chromium } from "playwright-core";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { findChromium } from "./ensure-chromium.mjs";

/** Long enough for a busy machine; what is awaited comes in a fraction of it. */
const PATIENCE_MS = 20_000;

/** A headless browser without background traffic. The caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === null) {
    throw new Error("No Chromium found. Run: node tests/browser/ensure-chromium.mjs");
  }
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface Screen {
  width?: number;
  height?: number;
  dark?: boolean;
  /** BCP 47; the page's words follow it. Default ru-RU. */
  language?: string;
}

/** A visitor's view of the page. */
export interface Visitor {
  page: Page;
  /** What went wrong in the page's own scripts; a test expects it to stay empty. */
  troubles: string[];
  /** Chooses, on a wide screen, exactly these people; a name may be a part of the full one. */
  show: (...names: string[]) => Promise<void>;
  /** The chat of one person; on a narrow screen this turns to it. */
  chat: (name: string) => Promise<ChatScreen>;
  /** What the switcher counts as unread for a person; 0 when nothing. */
  unread: (name: string) => Promise<number>;
  shot: (path: string) => Promise<void>;
  close: () => Promise<void>;
}

export interface ChatScreen {
  phone: Locator;
  start: () => Promise<void>;
  sendText: (text: string) => Promise<void>;
  /** Opens the tray, picks samples by their file names or parts of them (the first that fits), and sends them together. */
  sendSamples: (names: readonly string[], options?: { caption?: string; asFile?: boolean }) => Promise<void>;
  /** Taps the newest inline button whose label contains this. */
  tap: (label: string) => Promise<void>;
  /** Taps a button of the keyboard under the input line. */
  tapKeyboard: (label: string) => Promise<void>;
  /** Waits until a message, toast or alert with this text is seen, and returns the newest. */
  waitFor: (text: string | RegExp) => Promise<Locator>;
  /** Messages now shown, oldest first; an album is one. */
  messages: () => Promise<string[]>;
  /** Chooses from the chat's own menu by the words of the entry. */
  menu: (label: string | RegExp) => Promise<void>;
}

/** Opens the page at `url` as a new visitor with settings of his own. */
export async function visit(browser: Browser, url: string, screen: Screen = {}): Promise<Visitor> {
  const { width = 1600, height = 900, dark = false, language = "ru-RU" } = screen;
  const narrow = width <= 720;
  const options: BrowserContextOptions = {
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    locale: language,
    timezoneId: "Europe/Moscow",
    reducedMotion: "reduce",
    ...(narrow ? { hasTouch: true, isMobile: true } : {}),
  };
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (line) => {
    if (line.type() === "error") troubles.push(line.text());
  });
  await page.goto(url);
  await page.locator(".chip").first().waitFor();
  const chip = (name: string) => page.locator(".chip").filter({ hasText: name }).first();
  return {
    page,
    troubles,
    async show(...names) {
      for (const each of await page.locator(".chip").all()) {
        const words = (await each.textContent()) ?? "";
        const wanted = names.some((name) => words.includes(name));
        if (((await each.getAttribute("aria-pressed")) === "true") !== wanted) await each.click();
      }
      for (const name of names) await phoneOf(page, name).waitFor();
    },
    async chat(name) {
      if (narrow) await chip(name).click();
      const phone = phoneOf(page, name);
      await phone.locator(".composer:not([data-mode=loading])").waitFor();
      return chatScreen(phone);
    },
    async unread(name) {
      const badge = chip(name).locator(".badge");
      return (await badge.count()) === 0 ? 0 : Number(await badge.textContent());
    },
    shot: async (path) => void (await page.screenshot({ path })),
    close: () => context.close(),
  };
}

function phoneOf(page: Page, name: string): Locator {
  return page.locator(".phone").filter({ has: page.locator("h2", { hasText: name }) });
}

function chatScreen(phone: Locator): ChatScreen {
  const input = phone.locator("textarea");
  const seen = phone.locator(".message, .toast, .alert");
  return {
    phone,
    async start() {
      await phone.locator(".start:visible").click();
      await phone.locator(".message").first().waitFor();
    },
    async sendText(text) {
      await input.fill(text);
      await input.press("Enter");
    },
    async sendSamples(names, { caption = "", asFile = false } = {}) {
      await phone.locator(".attach").click();
      for (const name of names) await phone.locator(`.sample[data-sample*="${name}"]`).first().click();
      await phone.locator(".tray .check input").setChecked(asFile);
      await input.fill(caption);
      await phone.locator(".send").click();
    },
    tap: (label) => phone.locator(".inline-button").filter({ hasText: label }).last().click(),
    tapKeyboard: (label) => phone.locator(".reply-button").filter({ hasText: label }).first().click(),
    async waitFor(text) {
      const fitting = seen.filter({ hasText: text }).last();
      await fitting.waitFor();
      return fitting;
    },
    messages: async () =>
      (await phone.locator(".message .bubble").allInnerTexts()).map((words) => words.trim()),
    async menu(label) {
      await phone.locator(".menu-box > button").click();
      await phone.getByRole("menuitem", { name: label }).click();
    },
  };
}
