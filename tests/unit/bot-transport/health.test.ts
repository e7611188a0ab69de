/** What watches the program see. */
import { afterEach, expect, test } from "vitest";
import { openHealth } from "../../../bot/health.ts";
import { createLog } from "../../../bot/log.ts";
import { createServer } from "../../../bot/server.ts";
import { story, type Story } from "../../harness.ts";
import { echo } from "./echo-parts.ts";

let told: Story | undefined;
afterEach(() => told?.close());

test("W28 health is good while Telegram answers, and bad after five silent minutes", async () => {
  told = await story({ parts: echo() });
  const health = openHealth(told.store, told.clock);
  const server = createServer({ health, log: createLog("silent") });
  expect((await server.request("/health")).status).toBe(200);
  health.telegram("unreachable");
  told.clock.advance(300_001);
  const bad = await server.request("/health");
  expect(bad.status).toBe(503);
  expect(await bad.json()).toMatchObject({ ok: false, telegram: "unreachable" });
  health.telegram("ok");
  expect((await server.request("/health")).status).toBe(200);
});

test("W28 metrics tell how long the oldest message waits", async () => {
  told = await story({ parts: echo() });
  await told.everybody();
  told.telegram.faults.add({ kind: "500", times: 100 });
  await told.person("belova").text("words");
  told.clock.advance(90_000);
  const server = createServer({ health: openHealth(told.store, told.clock), log: createLog("silent") });
  const figures = await (await server.request("/metrics")).text();
  expect(figures).toMatch(/^countersign_messages_waiting 1$/m);
  expect(figures).toMatch(/^countersign_messages_oldest_seconds 90$/m);
});

test("an error while answering is a plain 500, without its words", async () => {
  const failing = {
    telegram: () => undefined,
    metrics: () => "",
    report: () => {
      throw new Error("secret words");
    },
  };
  const answer = await createServer({ health: failing, log: createLog("silent") }).request("/health");
  expect(answer.status).toBe(500);
  expect(await answer.text()).toBe("Internal Server Error");
});
