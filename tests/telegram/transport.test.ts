/** T1–T7: addresses, tokens, parameters and bodies of calls. */
import { connect } from "node:net";
import { Bot, InputFile } from "grammy";
import { expect, test } from "vitest";
import { pngOf } from "./pictures.ts";
import { anna, inline, openBench, openChatWithAnna, token } from "./telegram.ts";

test("T1: a method is found in any case of letters, by GET, urlencoded, JSON and multipart", async () => {
  const { fetch, telegram } = await openChatWithAnna();
  const form = new FormData();
  form.append("chat_id", "1001");
  form.append("text", "multipart");
  const answers = await Promise.all([
    fetch(`/bot${token}/SENDMESSAGE?chat_id=1001&text=query+string`),
    fetch(`/bot${token}/sendMessage`, {
      method: "POST",
      body: new URLSearchParams({ chat_id: "1001", text: "urlencoded" }),
    }),
    fetch(`/bot${token}/sendMessage`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ chat_id: 1001, text: "json" }),
    }),
    fetch(`/bot${token}/sendMessage`, { method: "POST", body: form }),
    fetch(`/bot${token}/?method=sendMessage&chat_id=1001&text=parameter`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const texts = telegram
    .person(anna.id)
    .messages()
    .slice(1)
    .map(({ text }) => text);
  expect(new Set(texts)).toEqual(new Set(["json", "multipart", "parameter", "query string", "urlencoded"]));
});

test("T1: of several values of one name the first wins, and the query string stands before the body", async () => {
  const { fetch, person } = await openChatWithAnna();
  await fetch(`/bot${token}/sendMessage?text=first`, {
    method: "POST",
    body: new URLSearchParams([
      ["chat_id", "1001"],
      ["text", "second"],
      ["chat_id", "9"],
    ]),
  });
  expect(person.last().text).toBe("first");
});

test.each([
  ["4242:unknown", 401, "Unauthorized"],
  ["no-colon", 401, "Unauthorized: invalid token specified"],
  ["0:begins-with-zero", 401, "Unauthorized: invalid token specified"],
  [`1:${"x".repeat(80)}`, 401, "Unauthorized: invalid token specified"],
  ["bot:no-number", 421, "Misdirected Request: unallowed token specified"],
])("T2: token %s is answered %i %s", async (wrong, status, description) => {
  const { fetch } = await openBench();
  const response = await fetch(`/bot${wrong}/getMe`);
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ ok: false, error_code: status, description });
});

test("T3: unknown methods and paths are 404, and the HTTP status always equals error_code", async () => {
  const { fetch, call } = await openBench();
  expect(await call("noSuchMethod")).toMatchObject({
    status: 404,
    error_code: 404,
    description: "Not Found: method not found",
  });
  for (const path of ["/nothing", "/bot", `/bot${token}`]) {
    const response = await fetch(path);
    expect([response.status, await response.json()]).toEqual([
      404,
      { ok: false, error_code: 404, description: "Not Found" },
    ]);
  }
  const refused = await Promise.all([
    call("sendMessage"),
    call("getChat"),
    call("getUpdates", { offset: "x" }),
  ]);
  for (const { status, ok, error_code } of refused) expect(status).toBe(ok ? 200 : error_code);
});

test("T3: an absolute address in the request line is not found", async () => {
  const { url } = await openBench();
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => {
      socket.write(`GET ${url}/bot${token}/getMe HTTP/1.1\r\nHost: x.example\r\nConnection: close\r\n\r\n`);
    });
    let text = "";
    socket.on("data", (chunk) => (text += chunk.toString()));
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
  });
  expect(answer).toContain("404 Not Found");
  expect(answer).toContain("Not Found: absolute URI is specified in the Request-Line");
});

test("T3: anything but GET and POST is 501 without a body", async () => {
  const { fetch } = await openBench();
  const response = await fetch(`/bot${token}/getMe`, { method: "PUT" });
  expect([response.status, await response.text()]).toEqual([501, ""]);
});

test("T4: a broken JSON body is no error, its parameters are merely missing", async () => {
  const { fetch } = await openBench();
  const send = async (method: string, type: string, body: string) => {
    const init = { method: "POST", headers: { "content-type": type }, body };
    return ((await (await fetch(`/bot${token}/${method}`, init)).json()) as { description: string })
      .description;
  };
  const good = '{"chat_id":1001,"text":"hello"}';
  expect(await send("sendMessage", "application/json", "{chat_id:1")).toBe(
    "Bad Request: message text is empty",
  );
  expect(await send("getChat", "application/json", "{chat_id:1")).toBe("Bad Request: chat_id is empty");
  expect(await send("sendMessage", "text/plain", good)).toBe("Bad Request: message text is empty");
  expect(await send("getChat", "text/plain", good)).toBe("Bad Request: chat_id is empty");
  // What stands before the fault is kept.
  expect(await send("sendMessage", "application/json", '{"text":"hello","chat_id":5,')).toBe(
    "Bad Request: chat not found",
  );
});

test("T4: null is the text null, and no reply markup", async () => {
  const { call, outcome, chat_id } = await openChatWithAnna();
  expect((await call("sendMessage", { chat_id, text: null })).result.text).toBe("null");
  expect(await outcome("sendMessage", { chat_id, text: "a", reply_markup: null })).toBe(
    "Bad Request: object expected as reply markup",
  );
});

test("T5: a markup as object or as JSON text, a chat as number or as text: the same message", async () => {
  const { call } = await openChatWithAnna();
  const reply_markup = inline({ text: "Да", callback_data: "yes" });
  const sent = [
    await call("sendMessage", { chat_id: 1001, text: "a", reply_markup }),
    await call("sendMessage", { chat_id: "1001", text: "a", reply_markup: JSON.stringify(reply_markup) }),
  ].map(({ result }) => ({ ...result, message_id: 0 }));
  expect(sent[0]).toEqual(sent[1]);
  expect(sent[0].reply_markup).toEqual(reply_markup);
});

test("T6: a bare file name of grammY arrives whole, one with a semicolon is cut there", async () => {
  const { url, person } = await openChatWithAnna();
  const bot = new Bot(token, { client: { apiRoot: url } });
  await bot.api.sendDocument(anna.id, new InputFile(Buffer.from("first"), "акт 7.pdf"));
  expect(person.last().document).toMatchObject({
    fileName: "акт 7.pdf",
    mimeType: "application/pdf",
    size: 5,
  });
  await bot.api.sendDocument(anna.id, new InputFile(Buffer.from("second"), "акт 7; v2.pdf"));
  expect(person.last().document?.fileName).toBe("акт 7");
});

test("T6: a quoted name is unescaped, percents are decoded, and signs that Telegram drops are dropped", async () => {
  const { fetch, person } = await openChatWithAnna();
  const send = async (disposition: string) => {
    const body = [
      "--b",
      'Content-Disposition: form-data; name="chat_id"',
      "",
      "1001",
      "--b",
      `Content-Disposition: form-data; name="document"; filename=${disposition}`,
      "",
      "bytes",
      "--b--",
    ].join("\r\n");
    await fetch(`/bot${token}/sendDocument`, {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=b" },
      body,
    });
    return person.last().document?.fileName;
  };
  expect(await send('"\\(копия\\) \\"1\\".txt"')).toBe("(копия)  1.txt");
  expect(await send("%D0%B0%D0%BA%D1%82.txt")).toBe("акт.txt");
  expect(await send('"Акт № 17 «бой».pdf"')).toBe("Акт   17  бой.pdf");
});

test("T7: an album of two uploads and one known file is three messages under one media_group_id", async () => {
  const { upload, chat_id, call } = await openChatWithAnna();
  const first = await upload("sendPhoto", {
    chat_id: String(chat_id),
    photo: new Blob([await pngOf(40, 30)]),
  });
  const known = first.result.photo.at(-1).file_id;
  const media = [
    { type: "photo", media: "attach://a" },
    { type: "photo", media: "attach://b", caption: "второе" },
    { type: "photo", media: known },
  ];
  const album = await upload("sendMediaGroup", {
    chat_id: String(chat_id),
    media: JSON.stringify(media),
    a: [new Blob([await pngOf(50, 30)]), "a.png"],
    b: [new Blob([await pngOf(60, 30)]), "b.png"],
  });
  expect(album.result).toHaveLength(3);
  expect(
    new Set(album.result.map((message: { media_group_id: string }) => message.media_group_id)).size,
  ).toBe(1);
  expect(album.result.map((message: { caption?: string }) => message.caption)).toEqual([
    undefined,
    "второе",
    undefined,
  ]);
  expect(album.result[2].photo.at(-1).file_id).toBe(known);
  expect((await call("getWebhookInfo")).result.pending_update_count).toBe(0);
});

test("too many parameters and a broken multipart are answered without a body", async () => {
  const { fetch } = await openBench();
  const big = await fetch(`/bot${token}/sendMessage`, {
    method: "POST",
    body: new URLSearchParams({ text: "x".repeat(1024 * 1024) }),
  });
  expect([big.status, await big.text()]).toEqual([413, ""]);
  const broken = await fetch(`/bot${token}/sendMessage`, {
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=b" },
    body: "--b\r\nno end",
  });
  expect([broken.status, await broken.text()]).toEqual([400, ""]);
});
