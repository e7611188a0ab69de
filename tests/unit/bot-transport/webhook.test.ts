/** The webhook: closed without the secret, answered only after the commit (R16). */
import type { Hono } from "hono";
import { afterEach, describe, expect, test } from "vitest";
import { createLog } from "../../../bot/log.ts";
import { openHealth } from "../../../bot/health.ts";
import { webhook } from "../../../bot/intake/webhook.ts";
import { story, type Story } from "../../harness.ts";
import { counted, echo } from "./echo-parts.ts";

const secret = "a-secret-of-sixteen-characters";
const header = "x-telegram-bot-api-secret-token";
const belova = 1003;

let told: Story | undefined;
afterEach(() => told?.close());

async function begin(onText: (words: string) => void = () => undefined): Promise<{ of: Story; hook: Hono }> {
  const of = await story({ parts: echo({ onText: (_, words) => onText(words) }) });
  told = of;
  const log = createLog("silent");
  return {
    of,
    hook: webhook({ intake: of.app.intake, secret, health: openHealth(of.store, of.clock), log }),
  };
}

const update = (update_id: number, text = "words") =>
  JSON.stringify({
    update_id,
    message: {
      message_id: update_id,
      date: 0,
      chat: { id: belova, type: "private", first_name: "A" },
      from: { id: belova, is_bot: false, first_name: "A" },
      text,
    },
  });
const post = async (hook: Hono, body: string, headers: Record<string, string> = { [header]: secret }) =>
  hook.request("/", { method: "POST", body, headers });

describe("F123 what doesn't come from Telegram", () => {
  test.each([{}, { [header]: "" }, { [header]: "wrong" }, { [header]: `${secret}x` }])(
    "is refused before its body is read: %o",
    async (headers) => {
      const { of, hook } = await begin();
      expect((await post(hook, update(9_000_001), headers)).status).toBe(401);
      expect(counted(of.store)).toBe(0);
    },
  );

  test("a body over 1 MiB is refused", async () => {
    const { hook } = await begin();
    expect((await post(hook, "x".repeat(1024 * 1024 + 1))).status).toBe(413);
  });

  test.each(["", "null", "{", "[]", '"x"', "{}", '{"update_id":"17"}', '{"update_id":1.5}'])(
    "a body that is no update is refused: %s",
    async (body) => {
      const { hook } = await begin();
      expect((await post(hook, body)).status).toBe(400);
    },
  );

  test.each(["GET", "PUT", "DELETE"])("%s finds nothing here", async (method) => {
    const { hook } = await begin();
    expect((await hook.request("/", { method, headers: { [header]: secret } })).status).toBe(404);
  });
});

describe("what comes from Telegram", () => {
  test("is answered once it is committed", async () => {
    const { of, hook } = await begin();
    expect((await post(hook, update(9_000_001))).status).toBe(200);
    expect(counted(of.store)).toBe(1);
  });

  test("F22 the same update three times at once has one effect, and three good answers", async () => {
    const { of, hook } = await begin();
    const answers = await Promise.all([1, 2, 3].map(() => post(hook, update(9_000_001))));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(counted(of.store)).toBe(1);
  });

  test("F4 a replay is recognised", async () => {
    const { of, hook } = await begin();
    await post(hook, update(9_000_001));
    expect((await post(hook, update(9_000_001))).status).toBe(200);
    expect(counted(of.store)).toBe(1);
  });

  test("an update that fails is not confirmed, until it is put aside at the fifth time", async () => {
    const { hook } = await begin((words) => {
      if (words === "poison") throw new Error("a feature fails on this");
    });
    const answers: number[] = [];
    for (let n = 0; n < 6; n += 1) answers.push((await post(hook, update(9_000_001, "poison"))).status);
    expect(answers).toEqual([503, 503, 503, 503, 200, 200]);
  });

  test("F30 while the store can't be written nothing is confirmed", async () => {
    const { hook } = await begin(() => {
      throw Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
    });
    expect((await post(hook, update(9_000_001))).status).toBe(503);
  });
});
