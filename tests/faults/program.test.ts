/** The program as it is started and stopped by hand: refusals in words, an orderly stop, its public address. */
import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { sharedClock } from "../../playground/clock.ts";
import { openTelegram, type Telegram } from "../../playground/server.ts";

const token = "700001:TEST-embedded-telegram-token-00000";
const bot = { id: 700_001, username: "countersign_bot", firstName: "Countersign" };
const people = [{ id: 1003, name: "Белова", firstName: "Анна", languageCode: "ru" }];

const read = (file: string): string => readFileSync(file, "utf8");

const ends: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), "countersign-program-"));
  ends.push(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

interface Started {
  readonly child: ChildProcess;
  /** Everything written to both outputs so far. */
  readonly words: () => string;
  /** Resolves once the outputs hold these words. */
  says(words: RegExp): Promise<RegExpExecArray>;
  readonly exit: Promise<number | null>;
}

function start(env: Readonly<Record<string, string>>): Started {
  const clean = { PATH: process.env["PATH"] ?? "", DATA_DIR: folder(), PORT: "0", ...env };
  const child = spawn(process.execPath, ["--import", "tsx", "bot/main.ts"], { env: clean });
  let written = "";
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    written += chunk.toString("utf8");
    for (const listener of listeners) listener();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const exit = new Promise<number | null>((resolve) => child.once("exit", resolve));
  ends.push(async () => {
    child.kill("SIGKILL");
    await exit;
  });
  return {
    child,
    exit,
    words: () => written,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = words.exec(written);
          if (found === null) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        void exit.then(() => reject(new Error(`the program ended without "${words.source}":\n${written}`)));
        look();
      }),
  };
}

async function telegramServer(of: typeof bot = bot): Promise<{ telegram: Telegram; url: string }> {
  const telegram = openTelegram({ token, bot: of, people, clock: sharedClock() });
  const { url, close } = await telegram.listen(0);
  ends.push(async () => {
    await close();
    telegram.close();
  });
  return { telegram, url };
}

function company(change: (yaml: string) => string = (yaml) => yaml): string {
  const dir = folder();
  cpSync("playground/demo", dir, { recursive: true });
  const file = join(dir, "company.yaml");
  writeFileSync(file, change(read(file)));
  return file;
}

describe("the playground", () => {
  test("prints one address, answers there, keeps its data, and stops in order", async () => {
    const data = folder();
    for (let n = 0; n < 2; n += 1) {
      const program = start({ DATA_DIR: data });
      const [url = ""] = await program.says(/http:\/\/127\.0\.0\.1:\d+/);
      expect((await fetch(`${url}/health`)).status).toBe(200);
      const state = (await (await fetch(`${url}/playground/state`)).json()) as { people: unknown[] }; // the page's own shape
      expect(state.people.length).toBeGreaterThan(10);
      program.child.kill("SIGTERM");
      expect(await program.exit).toBe(0);
      expect(program.words().trim()).toBe(url);
    }
  });
});

describe("on Telegram", () => {
  test("F15 a stop takes in nothing new, finishes what it began, and ends well within ten seconds", async () => {
    const { telegram, url } = await telegramServer();
    const program = start({ BOT_TOKEN: token, TELEGRAM_API_ROOT: url, COMPANY_FILE: company() });
    await program.says(/the bot runs/);
    telegram.person(1003).start();
    const before = Date.now();
    program.child.kill("SIGTERM");
    expect(await program.exit).toBe(0);
    expect(Date.now() - before).toBeLessThan(10_000);
  });

  test("F132 the token is nowhere in what the program writes", async () => {
    const { url } = await telegramServer();
    const program = start({
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: url,
      COMPANY_FILE: company(),
      LOG_LEVEL: "trace",
    });
    await program.says(/the bot runs/);
    program.child.kill("SIGTERM");
    await program.exit;
    expect(program.words()).not.toContain("TEST-embedded");
  });

  test("a company file that is mended wrongly changes nothing; the program goes on", async () => {
    const { url } = await telegramServer();
    const file = company();
    const program = start({ BOT_TOKEN: token, TELEGRAM_API_ROOT: url, COMPANY_FILE: file });
    await program.says(/the bot runs/);
    writeFileSync(file, read(file).replace("undoMinutes: 2", "undoMinutes: soon"));
    program.child.kill("SIGHUP");
    await program.says(/undoMinutes/);
    writeFileSync(file, read(file).replace("undoMinutes: soon", "undoMinutes: 5"));
    program.child.kill("SIGHUP");
    await program.says(/"kind":"applied","changes":1/);
  });
});

describe("refuses to start, in words", () => {
  test("without a token in production", async () => {
    const program = start({ NODE_ENV: "production" });
    expect(await program.exit).toBe(1);
    expect(program.words()).toContain("BOT_TOKEN is missing");
  });

  test("with a webhook address but no secret", async () => {
    const program = start({ BOT_TOKEN: token, WEBHOOK_URL: "https://example.com/hook" });
    expect(await program.exit).toBe(1);
    expect(program.words()).toContain("WEBHOOK_SECRET");
  });

  test("without any company", async () => {
    const { url } = await telegramServer();
    const program = start({ BOT_TOKEN: token, TELEGRAM_API_ROOT: url });
    expect(await program.exit).toBe(1);
    expect(program.words()).toContain("COMPANY_FILE");
  });

  test("with a wrong company file on an empty store: line and field are named", async () => {
    const { url } = await telegramServer();
    const file = company((yaml) => yaml.replace("undoMinutes: 2", "undoMinutes: soon"));
    const program = start({ BOT_TOKEN: token, TELEGRAM_API_ROOT: url, COMPANY_FILE: file });
    expect(await program.exit).toBe(1);
    expect(program.words()).toMatch(/строка 3, company\.undoMinutes/);
  });

  test("on the store of another bot", async () => {
    const data = folder();
    const file = company();
    const first = await telegramServer();
    const program = start({
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: first.url,
      COMPANY_FILE: file,
      DATA_DIR: data,
    });
    await program.says(/the bot runs/);
    program.child.kill("SIGTERM");
    await program.exit;
    const second = await telegramServer({ ...bot, id: 700_002 });
    const other = start({
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: second.url,
      COMPANY_FILE: file,
      DATA_DIR: data,
    });
    expect(await other.exit).toBe(1);
    expect(other.words()).toContain("belongs to the bot 700001");
  });
});
