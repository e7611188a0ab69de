/** TELEGRAM_PROXY: calls and files go through it, and only through it. */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openTelegramChannel } from "../../../bot/channels/telegram.ts";
import { proxyAgent } from "../../../bot/channels/proxy.ts";
import { manualClock } from "../../../playground/clock.ts";
import { openTelegram } from "../../../playground/server.ts";

const token = "700001:TEST-embedded-telegram-token-00000";
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** A proxy that opens tunnels and remembers where to. */
async function proxy(): Promise<{ url: string; tunnels: string[] }> {
  const tunnels: string[] = [];
  const server = createServer().on("connect", (request, client) => {
    tunnels.push(request.url ?? "");
    const [host = "", port = ""] = (request.url ?? "").split(":");
    const target = connect(Number(port), host, () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      target.pipe(client).pipe(target);
    });
    for (const socket of [target, client]) socket.on("error", () => undefined);
    ends.push(() => target.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  ends.push(() => server.close());
  const { port } = server.address() as AddressInfo; // it listens on a port
  return { url: `http://127.0.0.1:${port}`, tunnels };
}

test("calls and downloads take the proxy", async () => {
  const bot = { id: 700_001, username: "countersign_bot", firstName: "Countersign" };
  const people = [{ id: 1003, name: "Белова", firstName: "Анна" }];
  const telegram = openTelegram({ token, bot, people, clock: manualClock(1_772_434_800_000) });
  const server = await telegram.listen(0);
  ends.push(() => telegram.close(), server.close);
  const { url, tunnels } = await proxy();
  const agent = proxyAgent(url);
  ends.push(() => agent.destroy());
  const channel = openTelegramChannel({ token, apiRoot: server.url, agent });
  expect(await channel.call("getMyCommands", {})).toMatchObject({ kind: "done" });
  const direct = server.url.replace("http://", "");
  expect(tunnels).toEqual([direct]);

  const message = telegram.person(1003).photo("playground/samples/02-sneakers-defect-no-code.jpg");
  const sent = telegram
    .person(1003)
    .messages()
    .find((one) => one.id === message)
    ?.photo?.at(-1);
  const file = await channel.call("getFile", { file_id: sent?.fileId ?? "" });
  const path = file.kind === "done" ? (file.result as { file_path: string }).file_path : ""; // getFile's own answer
  const dir = mkdtempSync(join(tmpdir(), "countersign-proxy-"));
  ends.push(() => rmSync(dir, { recursive: true }));
  expect(await channel.download(path, join(dir, "photo"), 20_000_000)).toEqual({ kind: "done" });
  expect(statSync(join(dir, "photo")).size).toBeGreaterThan(1000);
  expect(new Set(tunnels)).toEqual(new Set([direct]));
  expect(await channel.download(path, join(dir, "small"), 1000)).toEqual({ kind: "too-big" });
  expect(await channel.download("photos/unknown.jpg", join(dir, "none"), 1000)).toMatchObject({
    kind: "gone",
  });
});
