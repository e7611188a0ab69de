/** Attacks past the chat: the webhook's socket, other web pages, hostile files, the log's readers (W6, W8, W17, F123, F132). */
import { readdirSync } from "node:fs";
import { request } from "node:http";
import { mkdtemp, writeFile, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { openHealth } from "../../bot/health.ts";
import { webhook } from "../../bot/intake/webhook.ts";
import { createLog } from "../../bot/log.ts";
import { createServer, listen, type Listening } from "../../bot/server.ts";
import { story, type Story } from "../harness.ts";
import { fileReturn, fileWriteOff, minute } from "../stories/filing-words.ts";

let told: Story;
let server: Listening | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
  await told.close();
});

describe("W8 F123 the webhook on its socket", () => {
  const secret = "a-secret-of-sixteen-characters";
  async function hooked(): Promise<string> {
    told = await story();
    const log = createLog("silent");
    const health = openHealth(told.store, told.clock);
    const app = webhook({ intake: told.app.intake, secret, health, log });
    server = await listen(createServer({ health, log, webhook: { path: "/hook", app } }), 0, "127.0.0.1");
    return server.url;
  }
  /** Sends a body of so many bytes in pieces, without saying beforehand how long it is. */
  const pour = (url: string, bytes: number, headers: Record<string, string>): Promise<number | string> =>
    new Promise((resolve) => {
      const sending = request(`${url}/hook`, { method: "POST", headers }, (response) => {
        resolve(response.statusCode ?? 0);
        sending.destroy();
      });
      sending.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "failed"));
      let left = bytes;
      const more = (): void => {
        while (left > 0 && !sending.destroyed) {
          left -= 65_536;
          if (!sending.write(Buffer.alloc(65_536, 0x20))) return void sending.once("drain", more);
        }
        sending.end();
      };
      more();
    });
  const rows = (): unknown => told.store.sqlite.prepare("SELECT count(*) FROM processed").pluck().get();

  test("60 MB without the secret are refused unread, with it they are too much; nothing is stored, memory stays", async () => {
    const url = await hooked();
    const before = [rows(), process.memoryUsage().rss];
    const named = { "x-telegram-bot-api-secret-token": secret };
    expect([401, "ECONNRESET", "EPIPE"]).toContain(await pour(url, 60_000_000, {}));
    expect([413, "ECONNRESET", "EPIPE"]).toContain(await pour(url, 60_000_000, named));
    expect(rows()).toBe(before[0]);
    expect((await fetch(`${url}/health`)).ok).toBe(true);
    expect(process.memoryUsage().rss - Number(before[1])).toBeLessThan(100_000_000);
  });

  test("a body that drips is not waited for longer than ten seconds", async () => {
    const url = new URL(await hooked());
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const headers = { "x-telegram-bot-api-secret-token": secret, "content-length": "100" };
      const answered = new Promise<number>((resolve, reject) => {
        const sending = request(new URL("/hook", url), { method: "POST", headers }, (response) => {
          resolve(response.statusCode ?? 0);
          sending.destroy();
        });
        sending.on("error", reject);
        sending.write("{");
      });
      await vi.waitUntil(() => vi.getTimerCount() > 0, { timeout: 5000 });
      await vi.advanceTimersByTimeAsync(10_001);
      expect(await answered).toBe(408);
    } finally {
      vi.useRealTimers();
    }
  });

  test("a body nested 100 000 deep and one that is cut off store nothing and break nothing", async () => {
    const url = await hooked();
    const before = rows();
    const headers = { "x-telegram-bot-api-secret-token": secret };
    const post = async (body: string) =>
      (await fetch(`${url}/hook`, { method: "POST", headers, body })).status;
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(await post(deep)).toBe(400);
    const message = `{"message_id":1,"date":0,"chat":{"id":1003,"type":"private"},"from":{"id":1003,"is_bot":false},"text":"/help"`;
    expect(await post(`{"update_id":9000001,"message":${message},"entities":${deep}}}`)).toBe(200);
    expect(
      await post(
        `{"update_id":9000002,"message":${message},"reply_to_message":{"message_id":1,"x":${deep}}}}`,
      ),
    ).toBe(200);
    expect(await post('{"update_id":9000003,"message":{')).toBe(400);
    expect(rows()).toBe(Number(before) + 2);
    for (const [path, method] of [
      ["/hook", "GET"],
      ["/hook/..%2f", "POST"],
      ["/", "POST"],
      ["/../company.yaml", "GET"],
    ] as const)
      expect((await fetch(`${url}${path}`, { method, headers })).status).toBe(404);
  });
});

test("other web pages can't act as people here, and no path leads out of the page's folders", async () => {
  told = await story({ overHttp: true });
  const { url } = await told.telegram.listen(0).then((found) => {
    server = { ...found, port: 0 };
    return found;
  });
  const token = "700001:TEST-embedded-telegram-token-00000";
  const asked = async (path: string, headers: Record<string, string>, method = "GET") =>
    new Promise<number>((resolve, reject) => {
      request(`${url}${path}`, { method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on("error", reject)
        .end();
    });
  const foreign = [
    { host: "evil.example" },
    { host: "evil.example:8080", origin: "http://evil.example:8080" },
    { origin: "https://evil.example" },
    { origin: "null" },
  ];
  for (const headers of foreign)
    for (const path of ["/", "/playground/state", "/playground/people/1003/chat"])
      expect([path, headers, await asked(path, headers)]).toEqual([path, headers, 403]);
  expect(await asked(`/bot${token}/getMe`, {})).toBe(200);
  for (const path of [
    "/playground/page/..%2f..%2fpackage.json",
    "/playground/page/%2e%2e/main.ts",
    "/playground/samples/..%2fdemo%2fcompany.yaml",
    "/playground/files/..%2f..%2fetc%2fpasswd",
    `/file/bot${token}/..%2f..%2f..%2fetc%2fpasswd`,
    "/playground/page/..%5c..%5cmain.ts",
    "/playground/page/.%00",
  ])
    expect([path, await asked(path, {})]).toEqual([path, 404]);
});

describe("W17 F46 F47 F49 F125 hostile files", () => {
  test("what is no photo is refused in words, the form goes on, and nothing is written by its name", async () => {
    told = await story();
    await told.everybody();
    const kotov = told.person("kotov");
    await kotov.choose("Списание");
    await kotov.text("1002 2 пары");
    await kotov.choose("Верно, это всё");
    await kotov.choose("Производственный брак");
    const jpeg = await readFile("playground/samples/02-sneakers-defect-no-code.jpg");
    const header = Buffer.alloc(33);
    header.write("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1");
    header.writeUInt32BE(16_000, 16);
    header.writeUInt32BE(16_000, 20);
    const files: readonly (readonly [string, Buffer])[] = [
      ["../../../evil.jpg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
      ["photo\u0000.png", header],
      [`${"д".repeat(300)}.jpg`, jpeg.subarray(0, 2000)],
      ["CON.jpg", Buffer.from("%PDF-1.7")],
      ["\u202egpj.exe.jpg", Buffer.from("MZ")],
      ["goods.xlsx", Buffer.from("PK\u0003\u0004 not a zip")],
      ["bomb.zip", Buffer.alloc(100)],
    ];
    for (const [name, bytes] of files) await kotov.file(bytes, name);
    expect(told.messagesTo("kotov").join("\n")).toMatch(/это не фото[^]*Таблица не прочиталась/);
    expect(
      told.store.sqlite
        .prepare("SELECT count(*) FROM uploads WHERE status = 'ready' AND name NOT LIKE '%.xlsx'")
        .pluck()
        .get(),
    ).toBe(0);
    await kotov.photo("playground/samples/02-sneakers-defect-no-code.jpg");
    expect(
      told.store.sqlite.prepare("SELECT count(*) FROM files WHERE mime = 'image/jpeg'").pluck().get(),
    ).toBe(1);
    for (const name of readdirSync(join(told.dataDir, "files"))) expect(name).toMatch(/^[0-9a-f]{64}$/);
  });
});

test("W6 F132 over whole stories with everything logged, neither token nor phone nor anybody's words are in the log", async () => {
  const lines: string[] = [];
  told = await story({ log: (line) => lines.push(line) });
  await told.everybody();
  const kotov = told.person("kotov");
  const canary = "канарейка-в-комментарии";
  await fileWriteOff(told);
  await fileReturn(told);
  await told.person("belova").tap("Отклонить");
  await told.person("belova").text(canary);
  await kotov.contact({ phone: "+79000001015" });
  told.telegram.faults.add({ kind: "500", times: 2 });
  await kotov.text(canary);
  await kotov.press(kotov.last().id, `zz:${canary}`);
  await told.later(3 * minute);
  const all = lines.join("");
  expect(lines.length).toBeGreaterThan(30);
  expect(all).not.toMatch(/TEST-embedded|700001:/);
  expect(all).not.toMatch(/7900000\d{4}|\+7 ?900/);
  expect(all).not.toContain(canary);
  expect(all).toMatch(/"account":1015,"work":"unknown press","msg":"refused"/); // W1: what was refused, and to whom, is there
});

test("W11 F115 F117 a company file full of marks and long names is shown as it is, and no message is refused", async () => {
  const dir = await mkdtemp(join(tmpdir(), "hostile-company-"));
  const evil = "<b>&\u202e«{ $name }» __proto__ ";
  const long = (words: string): string => JSON.stringify(`${words}${evil}${"Ж".repeat(80)}`);
  const file = join(dir, "company.yaml");
  await writeFile(
    file,
    [
      `company: { name: ${long("К")} }`,
      "departments:",
      `  - { id: office, name: ${long("Офис ")}, head: chief }`,
      `  - { id: shop, name: ${long("Магазин ")}, kind: store, parent: office, head: head }`,
      "people:",
      `  - { id: chief, name: ${JSON.stringify(`Шеф${evil}`)}, telegram: 1, posts: [merchandiser@office, supplier-manager@office] }`,
      `  - { id: head, name: ${JSON.stringify(`Зав${evil}`)}, telegram: 2, posts: [store-head@shop] }`,
      `  - { id: clerk, name: ${JSON.stringify(`<i>Кот</i> & ${evil}`)}, telegram: 3, posts: [store-clerk@shop] }`,
      "administrators: [head]",
      `suppliers: [{ id: step, name: ${long("ООО ")}, inn: "9602000117" }]`,
      `goods: [{ sku: "1002", name: ${long("Кроссовки ")}, unit: пара, price: "5000", supplier: step }]`,
    ].join("\n"),
  );
  told = await story({ company: file });
  await told.everybody();
  await fileWriteOff(told, { by: "clerk" });
  const chief = told.person("chief");
  for (const label of ["Подробнее", "История"]) await chief.tap(label);
  for (const command of ["/inbox", "/my", "/help", "/start", "/open 1"]) await chief.text(command);
  await chief.tap("Отклонить");
  await chief.text(`</b>${evil}`.repeat(20));
  await told.later(3 * minute);
  expect(told.telegram.calls.all().filter((call) => call.status !== 200)).toEqual([]);
  expect(told.messagesTo("clerk").join("\n")).toContain("<i>Кот</i>");
});
