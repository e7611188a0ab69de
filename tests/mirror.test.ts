/** The mirror: the embedded server against itself agrees, and one that differs is found out, with the token kept secret. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sharedClock } from "../playground/clock.ts";
import { modelledNames } from "../playground/methods/list.ts";
import { allProbes } from "../playground/mirror/compare.ts";
import { differences } from "../playground/mirror/shape.ts";
import { anna, openChatWithAnna, token } from "./telegram/telegram.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

function mirror(env: Record<string, string> = {}): Promise<{ code: number; printed: string }> {
  const settings = { ...process.env, MIRROR_TOKEN: "", MIRROR_CHAT: "", ...env };
  return new Promise((resolve) => {
    const args = ["--import", "tsx", "playground/mirror.ts"];
    execFile(process.execPath, args, { cwd: root, env: settings }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : 1, printed: stdout + stderr }),
    );
  });
}

test("without a token the embedded server is compared with itself, says so, and agrees", async () => {
  const { code, printed } = await mirror();
  expect(printed).toContain("The embedded server is compared with itself");
  expect(printed).toContain(`${(await allProbes()).length} probes, 0 differences, 0 more by choice`);
  expect(code).toBe(0);
});

test("without a network it says that as well, and never shows the token", async () => {
  const { code, printed } = await mirror({
    MIRROR_TOKEN: token,
    MIRROR_CHAT: "1001",
    MIRROR_ROOT: "http://127.0.0.1:9",
  });
  expect(printed).toContain("The embedded server is compared with itself: Telegram:");
  expect(printed).not.toContain(token);
  expect(code).toBe(0);
});

test("a server that answers differently is found out, call by call", async () => {
  const { telegram, url } = await openChatWithAnna({ clock: sharedClock({}) });
  telegram.faults.add({ kind: "500", method: "getMyCommands" });
  const { code, printed } = await mirror({
    MIRROR_TOKEN: token,
    MIRROR_CHAT: String(anna.id),
    MIRROR_ROOT: url,
    MIRROR_PAUSE_MS: "0",
  });
  expect(printed).toContain('getMyCommands {"scope":{"type":"chat"');
  expect(printed).toContain("  status: Telegram 500, embedded 200");
  expect(printed).toContain(" 1 differences, 0 more by choice");
  expect(printed).not.toContain(token);
  expect(code).toBe(1);
});

test("every method that is carried out is probed, but those that change the bot itself", async () => {
  const probed = new Set((await allProbes()).map(({ method }) => method));
  expect(modelledNames.filter((name) => !probed.has(name))).toEqual(["deleteWebhook", "logOut", "close"]);
});

test("keys, types and what the call decides are compared; ids, times and long numbers in words are not", () => {
  const names = ["a", "b"] as const;
  const message = { message_id: 7, date: 1_772_000_000, text: "yes" };
  expect(differences(message, { message_id: 9, date: 1_773_000_000, text: "yes" }, names)).toEqual([]);
  expect(differences(message, { ...message, text: "no" }, names)).toEqual(['text: a "yes", b "no"']);
  expect(differences(message, { text: "yes", date: "1", message_id: 7 }, names)).toEqual([
    "date: a number, b string",
  ]);
  expect(differences({ list: [1] }, {}, names)).toEqual([
    "list.length: a 1, b (none)",
    "list[0]: a number, b (none)",
  ]);
  expect(differences({ description: "chat 1234567" }, { description: "chat 7654321" }, names)).toEqual([]);
  expect(differences({ description: "not found" }, { description: "gone" }, names)).toHaveLength(1);
});
