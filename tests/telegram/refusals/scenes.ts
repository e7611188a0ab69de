/** Refusals that one call on the stage can't bring about: addresses, polls, webhooks, limits, time, uploads, presses. */
import { request } from "node:http";
import { pngOf } from "../pictures.ts";
import { inline, openBench, openChatWithAnna, token } from "../telegram.ts";
import type { Bench } from "../telegram.ts";
import type { Scene } from "./stage.ts";
import { bad } from "./stage.ts";

const hourMs = 3_600_000;
const mebibyte = 1024 * 1024;
const hook = "http://127.0.0.1:9/hook";

async function at(path: string): Promise<string> {
  const { fetch } = await openBench();
  const { description } = (await (await fetch(path)).json()) as { description: string };
  return description;
}

/** The request line holds the whole address, as only a proxy is addressed. */
async function atAbsoluteAddress(): Promise<string> {
  const { url } = await openBench();
  const { port } = new URL(url);
  const body = await new Promise<string>((resolve, reject) => {
    const asked = request({ port, path: `${url}/bot${token}/getMe` }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => resolve(text));
    });
    asked.on("error", reject).end();
  });
  // The server's own answer.
  return (JSON.parse(body) as { description: string }).description;
}

async function conflict(of: (bench: Bench) => Promise<unknown>): Promise<string | undefined> {
  const bench = await openBench();
  const poll = bench.call("getUpdates", { timeout: 30 });
  while (bench.telegram.polling.started === 0) await new Promise((resolve) => setImmediate(resolve));
  const other = of(bench);
  const { description } = await poll;
  bench.clock.advance(30_000);
  await other;
  return description;
}

async function upload(method: "sendPhoto" | "sendDocument", file: Blob): Promise<string | undefined> {
  const bench = await openChatWithAnna();
  const field = method === "sendPhoto" ? "photo" : "document";
  return (await bench.upload(method, { chat_id: String(bench.chat_id), [field]: [file, "a.jpg"] }))
    .description;
}

async function pressAnswer(params: object): Promise<string> {
  const { person, call, chat_id, outcome } = await openChatWithAnna();
  await call("sendMessage", {
    chat_id,
    text: "?",
    reply_markup: inline({ text: "Да", callback_data: "yes" }),
  });
  const callback_query_id = person.tap("Да");
  return outcome("answerCallbackQuery", { callback_query_id, ...params });
}

async function deletionAfter(ms: number, kind: "private" | "supergroup"): Promise<string> {
  const { telegram, clock, call, outcome, chat_id: anna } = await openChatWithAnna();
  const chat_id = kind === "private" ? anna : telegram.group({ title: "Склад", kind, members: [anna] }).id;
  const { result } = await call("sendMessage", { chat_id, text: "старое" });
  clock.advance(ms);
  return outcome("deleteMessage", { chat_id, message_id: result.message_id });
}

async function ordered(kind: "500" | "502"): Promise<string> {
  const { telegram, outcome } = await openBench();
  telegram.faults.add({ kind });
  return outcome("getMe");
}

const setWebhook = (params: object) => async () => (await openBench()).outcome("setWebhook", params);

export const scenes: Scene[] = [
  ["Not Found", () => at("/bot")],
  ["Not Found: absolute URI is specified in the Request-Line", atAbsoluteAddress],
  ["Not Found: method not found", () => at(`/bot${token}/sendMoney`)],
  ["Unauthorized", () => at("/bot4242:unknown/getMe")],
  ["Unauthorized: invalid token specified", () => at("/botnocolon/getMe")],
  ["Misdirected Request: unallowed token specified", () => at("/botno:number/getMe")],
  [
    "Logged out",
    async () => {
      const { call, outcome } = await openBench();
      await call("logOut");
      return outcome("getMe");
    },
  ],
  ["Internal Server Error", () => ordered("500")],
  ["Bad Gateway", () => ordered("502")],
  [
    "Too Many Requests: retry after 1",
    async () => {
      const { call, outcome } = await openBench();
      await call("setWebhook", { url: hook });
      return outcome("setWebhook", { url: hook });
    },
  ],
  [
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    () => conflict(({ call }) => call("getUpdates", { timeout: 30 })),
  ],
  [
    "Conflict: terminated by setWebhook request",
    () => conflict(({ call }) => call("setWebhook", { url: hook })),
  ],
  [
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    async () => {
      const { call, outcome } = await openBench();
      await call("setWebhook", { url: hook });
      return outcome("getUpdates");
    },
  ],
  [bad("secret token is too long"), setWebhook({ url: hook, secret_token: "a".repeat(257) })],
  [bad("secret token contains unallowed characters"), setWebhook({ url: hook, secret_token: "a b" })],
  [bad("invalid webhook URL specified"), setWebhook({ url: "nonsense" })],
  [bad("message can't be deleted for everyone"), () => deletionAfter(49 * hourMs, "private")],
  [bad("message can't be deleted"), () => deletionAfter(49 * hourMs, "supergroup")],
  [bad("MESSAGE_TOO_LONG"), () => pressAnswer({ text: "я".repeat(201) })],
  [bad("URL_INVALID"), () => pressAnswer({ url: "https://step.example" })],
  [bad("file must be non-empty"), () => upload("sendPhoto", new Blob([]))],
  [
    bad("file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes"),
    () => upload("sendPhoto", new Blob([new Uint8Array(10 * mebibyte + 1)])),
  ],
  [bad("PHOTO_INVALID_DIMENSIONS"), async () => upload("sendPhoto", new Blob([await pngOf(2100, 100)]))],
  [bad("IMAGE_PROCESS_FAILED"), () => upload("sendPhoto", new Blob(["просто текст"]))],
  ["Request Entity Too Large", () => upload("sendDocument", new Blob([new Uint8Array(50 * mebibyte + 1)]))],
  [
    bad("file is too big"),
    async () => {
      const { person, outcome, updates } = await openChatWithAnna();
      person.file(new Uint8Array(20 * mebibyte + 1), "больше.bin");
      const [{ message }] = await updates();
      return outcome("getFile", { file_id: message.document.file_id });
    },
  ],
  [
    bad('failed to send message #1 with the error message "IMAGE_PROCESS_FAILED"'),
    async () => {
      const bench = await openChatWithAnna();
      const media = JSON.stringify([{ type: "photo", media: "attach://text" }]);
      const fields = {
        chat_id: String(bench.chat_id),
        media,
        text: [new Blob(["нет"]), "a.jpg"] as [Blob, string],
      };
      return (await bench.upload("sendMediaGroup", fields)).description;
    },
  ],
];
