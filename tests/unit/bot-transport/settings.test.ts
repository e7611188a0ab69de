/** Settings: every wrong one is named in words, and the example file lists exactly those that there are. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ConfigError, readConfig, settingNames } from "../../../bot/config.ts";

const token = "123456:AAbbccddeeffgghhiijjkkllmmnnooppqq";
const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe("settings", () => {
  test("without a token the playground runs, quietly, on port 8080", () => {
    expect(readConfig({})).toEqual({
      dataDir: "./data",
      port: 8080,
      paymentsCron: "* * * * *",
      logLevel: "warn",
    });
  });

  test("empty and blank settings count as absent", () => {
    expect(readConfig({ BOT_TOKEN: "", PORT: "  " })).toEqual(readConfig({}));
  });

  test("in production a missing token is refused", () => {
    expect(problemsOf({ NODE_ENV: "production" })).toEqual([expect.stringContaining("BOT_TOKEN is missing")]);
  });

  test.each([
    [{ WEBHOOK_URL: "https://example.com/hook" }],
    [{ WEBHOOK_SECRET: "a-secret-of-sixteen-and-more" }],
  ])("a webhook address without a secret, or the reverse, is refused: %o", (half) => {
    expect(problemsOf({ BOT_TOKEN: token, ...half })).toEqual([expect.stringContaining("go together")]);
  });

  test.each([{ SMTP_URL: "smtps://mail.example.com" }, { MAIL_FROM: "pay@example.com" }])(
    "a mail server without our address, or the reverse, is refused: %o",
    (half) => {
      expect(problemsOf({ BOT_TOKEN: token, ...half })).toEqual([expect.stringContaining("go together")]);
    },
  );

  test("a mail server and our address let letters out", () => {
    const mail = { url: "smtp://pay:secret@mail.example.com:2525", from: "pay@почта.рф" };
    expect(readConfig({ SMTP_URL: mail.url, MAIL_FROM: mail.from })).toMatchObject({ mail });
  });

  test.each([
    ["BOT_TOKEN", "no token"],
    ["TELEGRAM_API_ROOT", "ftp://example.com"],
    ["TELEGRAM_PROXY", "example.com:3128"],
    ["PORT", "70000"],
    ["PORT", "http"],
    ["WEBHOOK_SECRET", "short"],
    ["SMTP_URL", "mail.example.com:465"],
    ["SMTP_URL", "https://mail.example.com"],
    ["SMTP_URL", "smtp://user:canary@mail.example.com/?tls=no"],
    ["MAIL_FROM", "Бот <pay@example.com>"],
    ["MAIL_FROM", "a@example.com, b@example.com"],
    ["LOG_LEVEL", "loud"],
  ])("a wrong %s is named, its value is not repeated", (name, value) => {
    const problems = problemsOf({ BOT_TOKEN: token, [name]: value });
    expect(problems.some((problem) => problem.startsWith(name))).toBe(true);
    expect(problems.join()).not.toContain(value);
  });

  test("all wrong settings are named at once", () => {
    expect(problemsOf({ PORT: "-1", LOG_LEVEL: "loud", BOT_TOKEN: "x" })).toHaveLength(3);
  });

  test("a Bot API address loses the slash at its end", () => {
    const config = readConfig({ BOT_TOKEN: token, TELEGRAM_API_ROOT: "https://bots.example.com/" });
    expect(config.bot).toEqual({ token, apiRoot: "https://bots.example.com" });
  });

  test("the example file lists every setting and no other", () => {
    const example = readFileSync(new URL("../../../.env.example", import.meta.url), "utf8");
    const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(new Set(listed)).toEqual(new Set(settingNames));
  });
});
