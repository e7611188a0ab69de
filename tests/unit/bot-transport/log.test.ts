/** F132 The token never reaches the log, whoever tries to write it there. */
import { Api, HttpError } from "grammy";
import { expect, test } from "vitest";
import { createLog, withoutSecrets } from "../../../bot/log.ts";

const token = "123456789:AAcanary-canary-canary-canary-canary";

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog("trace", { write: (line) => lines.push(line) }));
  return lines.join("");
}

test("F132 an error of a library that holds the token in its address is logged without it", async () => {
  const api = new Api(token, { apiRoot: "http://127.0.0.1:9", timeoutSeconds: 1 });
  const error: unknown = await api.getMe().catch((failed: unknown) => failed);
  expect(error).toBeInstanceOf(HttpError);
  const text = logged((log) => {
    log.error({ err: error }, "a call failed");
    if (error instanceof HttpError) log.error({ err: error.error }, "and its cause");
  });
  expect(text).toContain("a call failed");
  expect(text).not.toContain("canary");
});

test("F132 a token in a message, a field or an address is taken out", () => {
  const text = logged((log) => {
    log.info(`calling https://api.telegram.org/bot${token}/getMe`);
    log.info(
      { url: `https://api.telegram.org/file/bot${token}/photos/1.jpg`, token, nested: { token } },
      "fields",
    );
  });
  expect(text).not.toContain("canary");
  expect(text).toContain("[token]");
});

test("F132 name and password of a mail server or proxy are taken out of any address", () => {
  const text = logged((log) => {
    log.info({ url: "smtps://pay:canary@mail.example.com:465" }, "to smtp://pay:p@canary@mail.example.com");
    log.info(
      { auth: { user: "pay", pass: "canary" } },
      "proxy socks5://u:canary@10.0.0.1:1080 and http://x.example/a@b",
    );
  });
  expect(text).not.toContain("canary");
  expect(text).toContain("smtps://[hidden]@mail.example.com:465");
  expect(text).toContain("http://x.example/a@b");
});

test("W26 control characters can't make a line of their own", () => {
  const text = logged((log) => log.info({ name: 'evil\n{"level":"fatal"}' }, "a name\nwith a break"));
  expect(text.trimEnd().split("\n")).toHaveLength(1);
});

test("what looks like a time is no token", () => {
  expect(withoutSecrets("12:30:45 at 2026-03-02")).toBe("12:30:45 at 2026-03-02");
});
