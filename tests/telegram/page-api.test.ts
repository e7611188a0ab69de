/** The page's own API: what a visitor of the page can do, and what other pages can't. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { pngOf } from "./pictures.ts";
import { anna, boris, inline, monday, openBench, openChatWithAnna } from "./telegram.ts";
import type { Bench } from "./telegram.ts";

async function post(bench: Bench, path: string, body: object = {}) {
  const response = await bench.fetch(`/playground/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function get(bench: Bench, path: string) {
  // A test reads what it expects.
  return (await (await bench.fetch(`/playground/${path}`)).json()) as any; // oxlint-disable-line typescript/no-explicit-any -- see above
}

async function samplesDir(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), "samples-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  writeFileSync(join(dir, "кроссовки.png"), await pngOf(64, 48));
  writeFileSync(join(dir, "накладная.pdf"), "%PDF-1.4");
  writeFileSync(join(dir, "выписка.txt"), "1CClientBankExchange");
  return dir;
}

test("the state names the people, the clock, the samples with pictures first, and what is unread", async () => {
  const bench = await openChatWithAnna({ samplesDir: await samplesDir() });
  await bench.call("sendMessage", { chat_id: anna.id, text: "раз" });
  await bench.call("sendMessage", { chat_id: anna.id, text: "два" });
  const state = await get(bench, "state");
  expect(state.bot).toMatchObject({ username: "countersign_test_bot" });
  expect(state.people).toMatchObject([
    { id: anna.id, name: "Анна Белова", unread: 2, blocked: false },
    { id: boris.id, languageCode: "ru", unread: 0 },
    { id: 1003 },
  ]);
  expect(state.clock.now).toBe(monday);
  expect(state.samples).toEqual([
    { name: "кроссовки.png", url: expect.stringMatching(/^\/playground\/samples\//), kind: "photo" },
    { name: "выписка.txt", url: expect.stringMatching(/^\/playground\/samples\//), kind: "file" },
    { name: "накладная.pdf", url: expect.stringMatching(/^\/playground\/samples\//), kind: "file" },
  ]);
  await get(bench, `people/${anna.id}/chat`);
  expect((await get(bench, "state")).people[0].unread).toBe(0);
});

test("a chat is read in pages, newest last, with its keyboard and open ForceReply", async () => {
  const bench = await openChatWithAnna();
  for (let n = 0; n < 5; n += 1) bench.person.text(`${n}`);
  const keyboard = [["Готово"], [{ text: "номер", request_contact: true }]];
  await bench.call("sendMessage", {
    chat_id: anna.id,
    text: "?",
    reply_markup: { keyboard, input_field_placeholder: "фото" },
  });
  const { result: prompt } = await bench.call("sendMessage", {
    chat_id: anna.id,
    text: "Причина?",
    reply_markup: { force_reply: true },
  });
  const newest = await get(bench, `people/${anna.id}/chat?limit=3`);
  expect(newest.messages.map(({ text }: { text: string }) => text)).toEqual(["4", "?", "Причина?"]);
  expect(newest.keyboard).toMatchObject({
    buttons: [["Готово"], ["номер"]],
    placeholder: "фото",
    contactButtons: ["номер"],
  });
  expect(newest.forceReply).toBe(prompt.message_id);
  const older = await get(bench, `people/${anna.id}/chat?limit=3&before=${newest.messages[0].id}`);
  expect(older.messages.map(({ text }: { text: string }) => text)).toEqual(["1", "2", "3"]);
});

test("a person writes, replies, edits, presses, shares contacts, stops and restarts the bot", async () => {
  const bench = await openBench();
  const as = (what: string, body: object = {}) => post(bench, `people/${anna.id}/${what}`, body);
  await as("start", { payload: "join" });
  const { body: written } = await as("text", { text: "привет" });
  await as("text", { text: "ответ", replyTo: written["messageId"] });
  await as("edit", { messageId: written["messageId"], text: "Привет!" });
  const { result: card } = await bench.call("sendMessage", {
    chat_id: anna.id,
    text: "?",
    reply_markup: inline({ text: "Да", callback_data: "y" }),
  });
  const { body: pressed } = await as("press", { messageId: card.message_id, data: "y" });
  await as("contact", { own: true });
  await as("block");
  await as("unblock");
  expect((await bench.updates()).map((update) => Object.keys(update)[1])).toEqual([
    "message",
    "message",
    "message",
    "edited_message",
    "callback_query",
    "message",
    "my_chat_member",
    "my_chat_member",
  ]);
  await bench.call("answerCallbackQuery", {
    callback_query_id: pressed["pressId"],
    text: "Принято",
    show_alert: true,
  });
  expect(bench.telegram.person(anna.id).answers()).toMatchObject([{ text: "Принято", alert: true }]);
});

test("several photos, from samples and from disk, are one album; as files they are documents", async () => {
  const bench = await openBench({ samplesDir: await samplesDir() });
  const send = async (fields: [string, string | Blob, string?][]) => {
    const form = new FormData();
    for (const [name, value, fileName] of fields) {
      if (typeof value === "string") form.append(name, value);
      else form.append(name, value, fileName);
    }
    return bench.fetch(`/playground/people/${anna.id}/files`, { method: "POST", body: form });
  };
  const photo = new Blob([await pngOf(80, 60)], { type: "image/png" });
  await send([
    ["samples", "кроссовки.png"],
    ["files", photo, "с диска.png"],
    ["caption", "две пары"],
  ]);
  await send([
    ["files", photo, "с диска.png"],
    ["asFile", "1"],
  ]);
  await send([
    ["samples", "накладная.pdf"],
    ["samples", "выписка.txt"],
  ]);
  const sent = (await bench.updates()).map(({ message }) => message);
  expect(sent.map((message) => [message.photo?.length ?? 0, message.document?.file_name])).toEqual([
    [1, undefined],
    [1, undefined],
    [0, "с диска.png"],
    [0, "накладная.pdf"],
    [0, "выписка.txt"],
  ]);
  expect(sent[0].media_group_id).toBe(sent[1].media_group_id);
  expect([sent[0].caption, sent[1].caption]).toEqual(["две пары", undefined]);
  const refusals = [
    await send([["samples", "../token"]]),
    await send([]),
    await send([["files", new Blob(["x"]), "x.png"]]),
  ];
  expect(refusals.map(({ status }) => status)).toEqual([409, 409, 409]);
});

test("images and PDFs open in the page, everything else is saved, and nothing is sniffed", async () => {
  const bench = await openBench();
  const person = bench.telegram.person(anna.id);
  person.photo(await pngOf(40, 30));
  person.file(new TextEncoder().encode("%PDF"), "акт.pdf");
  person.file(new TextEncoder().encode("<script>alert(1)</script>"), "опасно.html");
  const [photo, pdf, html] = person.messages();
  const head = async (fileId = "") => {
    const { headers } = await bench.fetch(`/playground/files/${fileId}`);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    return [headers.get("content-type"), headers.get("content-disposition")?.split(";")[0]];
  };
  expect(await head(photo?.photo?.[0]?.fileId)).toEqual(["image/jpeg", "inline"]);
  expect(await head(pdf?.document?.fileId)).toEqual(["application/pdf", "inline"]);
  expect(await head(html?.document?.fileId)).toEqual(["application/octet-stream", "attachment"]);
  expect((await bench.fetch("/playground/files/nonsense")).status).toBe(404);
});

/** Reads the stream of events until so many of the wanted kinds have come. */
async function eventsUntil(bench: Bench, path: string, act: () => Promise<void>, kinds: string[]) {
  const stop = new AbortController();
  const response = await bench.fetch(path, { signal: stop.signal });
  const found: { kind: string; n: number }[] = [];
  const decoder = new TextDecoder();
  let acted = false;
  // The body of a stream is there, and is read chunk by chunk.
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    if (!acted) await act();
    acted = true;
    for (const [, data = "{}"] of decoder.decode(chunk).matchAll(/^data: (.*)$/gm))
      found.push(JSON.parse(data));
    if (kinds.every((kind) => found.some((event) => event.kind === kind))) break;
  }
  stop.abort();
  return found;
}

test("the page is told of messages, edits, deletions, keyboards, answers, calls, typing, the clock and blocking", async () => {
  const bench = await openChatWithAnna();
  const { call, person, chat_id } = bench;
  const act = async () => {
    const reply_markup = inline({ text: "Да", callback_data: "y" });
    const { result } = await call("sendMessage", { chat_id, text: "?", reply_markup });
    await call("answerCallbackQuery", { callback_query_id: person.tap("Да"), text: "ок" });
    await call("editMessageText", { chat_id, message_id: result.message_id, text: "!" });
    await call("deleteMessage", { chat_id, message_id: result.message_id });
    await call("sendMessage", { chat_id, text: "?", reply_markup: { keyboard: [["Да"]] } });
    await call("sendChatAction", { chat_id, action: "upload_document" });
    bench.clock.advance(60_000);
    person.block();
    bench.telegram.reset();
  };
  const kinds = [
    "message",
    "answer",
    "edit",
    "delete",
    "keyboard",
    "chat-action",
    "clock",
    "call",
    "blocked",
    "reset",
  ];
  const events = await eventsUntil(bench, "/playground/events", act, kinds);
  const one = (kind: string) => events.find((event) => event.kind === kind);
  expect(one("message")).toMatchObject({
    person: anna.id,
    message: { text: "?", from: "bot", buttons: [[{ data: "y" }]] },
  });
  expect(one("answer")).toMatchObject({ person: anna.id, text: "ок", alert: false });
  expect(one("edit")).toMatchObject({ message: { text: "!", editedAt: monday, buttons: [] } });
  expect(one("delete")).toMatchObject({ person: anna.id, messageIds: [expect.any(Number)] });
  expect(one("keyboard")).toMatchObject({ keyboard: { buttons: [["Да"]] } });
  expect(one("call")).toMatchObject({ call: { method: "sendMessage", status: 200 } });
  expect(events.map(({ n }) => n)).toEqual(events.map((_, n) => (events[0]?.n ?? 0) + n));
});

test("a page that was away gets what it missed", async () => {
  const bench = await openBench();
  const person = bench.telegram.person(anna.id);
  person.start();
  person.text("пока не смотрели");
  const events = await eventsUntil(bench, "/playground/events?after=1", async () => person.block(), [
    "blocked",
  ]);
  expect(events.map(({ kind }) => kind)).toEqual(["message", "blocked"]);
});

test("the clock moves by minutes or to the next working morning, and never back", async () => {
  const morning = monday + 18 * 3600 * 1000;
  const bench = await openBench({ workingMorning: () => morning });
  expect((await post(bench, "clock", { minutes: 60 })).body).toMatchObject({ now: monday + 3600 * 1000 });
  expect((await post(bench, "clock", { to: "next-working-morning" })).body).toMatchObject({ now: morning });
  expect((await post(bench, "clock", { minutes: -5 })).status).toBe(400);
  expect(bench.clock.now()).toBe(morning);
});

test("from the page waiting chats change places, and updates that were taken come again", async () => {
  const bench = await openBench();
  for (const { id } of [anna, boris]) bench.telegram.person(id).text(`от ${id}`);
  const senders = async (offset?: number): Promise<number[]> => {
    const { result } = await bench.call("getUpdates", offset === undefined ? {} : { offset });
    return result.map(({ message }: { message: { from: { id: number } } }) => message.from.id);
  };
  expect(await senders()).toEqual([anna.id, boris.id]);
  await post(bench, "faults", { kind: "shuffle" });
  expect(await senders()).toEqual([boris.id, anna.id]);
  await bench.updates();
  await post(bench, "faults", { kind: "repeat", updates: 1 });
  expect(await senders()).toEqual([anna.id]);
  expect((await post(bench, "faults", { kind: "repeat", updates: 0 })).status).toBe(400);
});

test("faults and flood limits are ordered from the page, and taken back", async () => {
  const bench = await openChatWithAnna();
  const send = () => bench.outcome("sendMessage", { chat_id: anna.id, text: "?" });
  await post(bench, "faults", { kind: "429", retryAfter: 5, times: 2, method: "sendMessage" });
  expect(await send()).toBe("Too Many Requests: retry after 5");
  await post(bench, "faults", { kind: "none" });
  expect(await send()).toBe("200");
  expect((await post(bench, "faults", { kind: "flood", on: true })).body).toMatchObject({ flood: true });
  expect((await post(bench, "faults", { kind: "earthquake" })).status).toBe(400);
});

test("a reset forgets chats, files and calls", async () => {
  const bench = await openChatWithAnna();
  bench.person.photo(await pngOf(40, 30));
  await post(bench, "reset");
  expect(bench.person.messages()).toEqual([]);
  expect(await get(bench, "calls")).toEqual([]);
  expect(await bench.outcome("sendMessage", { chat_id: anna.id, text: "?" })).toBe(
    "Bad Request: chat not found",
  );
});

test("the log of calls is read from a number on", async () => {
  const bench = await openChatWithAnna();
  const after = bench.telegram.calls.count;
  await bench.call("getMe");
  expect(await get(bench, `calls?after=${after}`)).toMatchObject([
    { method: "getMe", status: 200, n: after + 1 },
  ]);
});

test("other pages and other names of this machine are refused", async () => {
  const bench = await openBench({ pageHosts: ["playground.lan"] });
  const ask = (headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      // Not by fetch, which sets Host by itself.
      request(`${bench.url}/playground/state`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on("error", reject)
        .end();
    });
  const own = new URL(bench.url).host;
  expect(await ask({ host: own, origin: bench.url })).toBe(200);
  expect(await ask({ host: "playground.lan", origin: "http://playground.lan" })).toBe(200);
  expect(await ask({ host: own, origin: "http://evil.example" })).toBe(403);
  expect(await ask({ host: own, origin: "null" })).toBe(403);
  expect(await ask({ host: "evil.example" })).toBe(403);
});

test("what a person's app would not do is refused with a word, and so is a body of the wrong shape", async () => {
  const bench = await openBench();
  expect(await post(bench, `people/${anna.id}/text`, { text: " " })).toEqual({
    status: 409,
    body: { error: "An empty message can't be sent" },
  });
  expect((await post(bench, `people/${anna.id}/text`, { txt: "a" })).status).toBe(400);
  expect((await post(bench, "people/7/text", { text: "a" })).status).toBe(404);
});

test("the page is served at the root", async () => {
  const { fetch } = await openBench();
  const page = await fetch("/");
  expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect((await fetch("/playground/page/..%2fserver.ts")).status).toBe(404);
});
