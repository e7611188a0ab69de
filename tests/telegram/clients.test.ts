/** Two independent client libraries, each by polling and by webhook, leave one and the same transcript. */
import { expect, test } from "vitest";
import { converse } from "./clients/conversation.ts";
import { grammyByPolling, grammyByWebhook } from "./clients/grammy-bot.ts";
import { telegrafByPolling, telegrafByWebhook } from "./clients/telegraf-bot.ts";
import { openBench } from "./telegram.ts";

const ways = {
  "grammY by polling": grammyByPolling,
  "grammY by webhook": grammyByWebhook,
  "Telegraf by polling": telegrafByPolling,
  "Telegraf by webhook": telegrafByWebhook,
};

async function transcript(run: (typeof ways)[keyof typeof ways]): Promise<object[]> {
  const { telegram, url } = await openBench();
  const bot = await run(url);
  const lines = await converse(telegram);
  await bot.stop();
  const refused = telegram.calls.all().filter(({ status }) => status !== 200);
  expect(refused.map(({ method, answer }) => ({ method, answer }))).toEqual([]);
  return lines;
}

test("the conversation is the one that was meant", async () => {
  const lines = await transcript(grammyByPolling);
  expect(lines).toMatchObject([
    { from: "person", text: "/start" },
    {
      from: "bot",
      text: "Здравствуйте! Пришлите фото.",
      entities: [{ type: "bold", offset: 14, length: 8 }],
    },
    { from: "person", text: "эхо: привет 😀" },
    { from: "person", caption: "бой", photo: [{ width: 90, height: 60 }] },
    { from: "bot", caption: "бой", document: { fileName: "акт о браке 7.pdf", mimeType: "application/pdf" } },
    { from: "person", inAlbum: true },
    { from: "person", inAlbum: true },
    { from: "bot", inAlbum: true, photo: [{ width: 50, height: 40 }] },
    { from: "bot", inAlbum: true, photo: [{ width: 60, height: 40 }] },
    { from: "person", text: "/ask" },
    { from: "bot", text: "Согласовано ✓", edited: true, buttons: [] },
    { from: "person", text: "/forget" },
    { text: "Принято", alert: false },
  ]);
});

test.each(Object.keys(ways).slice(1))("%s leaves the same transcript as grammY by polling", async (name) => {
  const way = Object.entries(ways).find(([each]) => each === name)?.[1] ?? grammyByPolling;
  expect(await transcript(way)).toEqual(await transcript(grammyByPolling));
});
