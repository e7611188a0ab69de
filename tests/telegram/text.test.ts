/** T28–T31: what becomes of the words of a message. */
import { expect, test } from "vitest";
import { pngOf } from "./pictures.ts";
import { openBench, openChatWithAnna } from "./telegram.ts";

test("T28: 4096 characters pass and 4097 do not, an emoji counting as one", async () => {
  const { outcome, chat_id } = await openChatWithAnna();
  const send = (text: string, parse_mode?: string) => outcome("sendMessage", { chat_id, text, parse_mode });
  expect(await send("я".repeat(4096))).toBe("200");
  expect(await send("я".repeat(4097))).toBe("Bad Request: message is too long");
  expect(await send("😀".repeat(4096))).toBe("200");
  expect(await send("😀".repeat(4097))).toBe("Bad Request: message is too long");
});

test("T28: tags do not count, but markup above 32 768 bytes is too long", async () => {
  const { outcome, chat_id } = await openChatWithAnna();
  const text = `${"a".repeat(4000)}<b>${"b<i></i>".repeat(90)}</b>${"<i></i>".repeat(650)}`;
  expect(Buffer.byteLength(text) - 4090).toBeGreaterThan(5000);
  expect(await outcome("sendMessage", { chat_id, text, parse_mode: "HTML" })).toBe("200");
  expect(await outcome("sendMessage", { chat_id, text: "x".repeat(32_769) })).toBe(
    "Bad Request: text is too long",
  );
});

test("T28: a caption has 1024 characters", async () => {
  const { upload, chat_id } = await openChatWithAnna();
  const photo = new Blob([await pngOf(20, 20)]);
  const send = async (caption: string) =>
    (await upload("sendPhoto", { chat_id: String(chat_id), photo, caption })).description;
  expect(await send("я".repeat(1024))).toBeUndefined();
  expect(await send("я".repeat(1025))).toBe("Bad Request: message caption is too long");
});

test("T29: an empty text and one of spaces are refused in different words", async () => {
  const { outcome, chat_id } = await openChatWithAnna();
  expect(await outcome("sendMessage", { chat_id })).toBe("Bad Request: message text is empty");
  expect(await outcome("sendMessage", { chat_id, text: "" })).toBe("Bad Request: message text is empty");
  expect(await outcome("sendMessage", { chat_id, text: " \n " })).toBe("Bad Request: text must be non-empty");
  expect(await outcome("sendMessage", { chat_id, text: "<b></b>", parse_mode: "HTML" })).toBe(
    "Bad Request: text must be non-empty",
  );
});

test("T29: ends are trimmed, carriage returns go, control characters become spaces", async () => {
  const { call, chat_id } = await openChatWithAnna();
  const sent = await call("sendMessage", { chat_id, text: " \n один\r\nдва\tтри\u0001  \n" });
  expect(sent.result.text).toBe("один\nдва три");
});

test("T29: half a surrogate pair is no text, an unknown parse mode no mode", async () => {
  const { fetch, outcome, chat_id } = await openChatWithAnna();
  const response = await fetch(`/bot4242:AAE-test_token_of_the_embedded_one/sendMessage`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: `{"chat_id":${chat_id},"text":"a\\ud83d"}`,
  });
  expect(await response.json()).toMatchObject({
    description: "Bad Request: strings must be encoded in UTF-8",
  });
  expect(await outcome("sendMessage", { chat_id, text: "a", parse_mode: "BBCode" })).toBe(
    "Bad Request: unsupported parse_mode",
  );
});

const parse = "Bad Request: can't parse entities: ";
const faults: [string, string][] = [
  ["5 < 7", 'Unsupported start tag "" at byte offset 2'],
  ["<div>", 'Unsupported start tag "div" at byte offset 0'],
  ["<br/>", 'Unsupported start tag "br/" at byte offset 0'],
  ["<b", "Unclosed start tag at byte offset 0"],
  ['<a href="x', "Unclosed start tag at byte offset 0"],
  ['<a href="x"', "Unclosed start tag at byte offset 0"],
  ["<a href", 'Unclosed start tag "a" at byte offset 0'],
  ["<a href=", 'Unclosed start tag "a" at byte offset 0'],
  ['<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
  ["<b / >x</b>", 'Empty attribute name in the tag "b" at byte offset 0'],
  ["<a href=http://x.com>y</a>", "Unexpected end of name token at byte offset 8"],
  ["<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ["</b>", "Unexpected end tag at byte offset 0"],
  ["<b>x</b", "Unclosed end tag at byte offset 4"],
  ["<b><i></b>", 'Unmatched end tag at byte offset 6, expected "</i>", found "</b>"'],
  ["<b>text", `Can't find end tag corresponding to start tag "b"`],
  ['<tg-emoji emoji-id="x">a</tg-emoji>', "Invalid custom emoji identifier specified"],
  ['<tg-time unix="1" format="x">a</tg-time>', "Invalid date format used"],
  [
    "&#xd83d;",
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
  ],
];

test.each(faults)("T30: the fault of %s is named", async (text, fault) => {
  const { outcome, chat_id } = await openChatWithAnna();
  expect(await outcome("sendMessage", { chat_id, text, parse_mode: "HTML" })).toBe(parse + fault);
});

test("T30: offsets of faults are bytes of UTF-8", async () => {
  const { outcome, chat_id } = await openChatWithAnna();
  const send = (text: string) => outcome("sendMessage", { chat_id, text, parse_mode: "HTML" });
  expect(await send("Цена < 7")).toBe(`${parse}Unsupported start tag "" at byte offset 9`);
  expect(await send("😀</b>")).toBe(`${parse}Unexpected end tag at byte offset 4`);
});

test("T30: good HTML comes back as text and entities in UTF-16 units, in order", async () => {
  const { call, chat_id } = await openChatWithAnna();
  const text =
    '😀 <b>Списание</b> <i>10&nbsp;000 &lt;₽&gt;</i> <A href="https://step.example/x?a=1&amp;b=2">акт</a> ' +
    '<pre><code class="language-ts">a &lt b</code></pre><code>c</code><blockquote expandable>q</blockquote><tg-spoiler>s</tg-spoiler>';
  const { result } = await call("sendMessage", { chat_id, text, parse_mode: "HTML" });
  expect(result.text).toBe("😀 Списание 10&nbsp;000 <₽> акт a < bcqs");
  expect(result.entities).toEqual([
    { type: "bold", offset: 3, length: 8 },
    { type: "italic", offset: 12, length: 15 },
    { type: "text_link", offset: 28, length: 3, url: "https://step.example/x?a=1&b=2" },
    { type: "pre", offset: 32, length: 5, language: "ts" },
    { type: "code", offset: 37, length: 1 },
    { type: "expandable_blockquote", offset: 38, length: 1 },
    { type: "spoiler", offset: 39, length: 1 },
  ]);
});

test("T30: a mark is cut where another begins inside it, an empty one vanishes, </> closes anything", async () => {
  const { call, chat_id } = await openChatWithAnna();
  const text = "<b>один <i>два</></b><u></u> <a>step.example</a>";
  const { result } = await call("sendMessage", { chat_id, text, parse_mode: "HTML" });
  expect(result.entities).toEqual([
    { type: "bold", offset: 0, length: 5 },
    { type: "bold", offset: 5, length: 3 },
    { type: "italic", offset: 5, length: 3 },
    { type: "text_link", offset: 9, length: 12, url: "http://step.example/" },
  ]);
});

test("T30: a link to a host without a dot loses its entity and keeps its text", async () => {
  const { call, chat_id } = await openChatWithAnna();
  const text = '<a href="http://localhost:3000">сюда</a>';
  const { result } = await call("sendMessage", { chat_id, text, parse_mode: "HTML" });
  expect([result.text, result.entities]).toEqual(["сюда", undefined]);
});

test("T30: the server finds addresses, mentions, commands and tags by itself, in people's texts too", async () => {
  const { call, person, updates, chat_id } = await openChatWithAnna();
  const text =
    "/open@countersign_test_bot 17: @boris_k #бой $RUB site.ru, https://step.example/a(b). a.b@mail.ru +79001234567";
  const found = [
    ["bot_command", "/open@countersign_test_bot"],
    ["mention", "@boris_k"],
    ["hashtag", "#бой"],
    ["cashtag", "$RUB"],
    ["url", "site.ru"],
    ["url", "https://step.example/a(b)"],
    ["email", "a.b@mail.ru"],
    ["phone_number", "+79001234567"],
  ];
  const words = (message: { entities: { type: string; offset: number; length: number }[] }) =>
    message.entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)]);
  expect(words((await call("sendMessage", { chat_id, text })).result)).toEqual(found);
  person.text(text);
  expect(words((await updates())[0].message)).toEqual(found);
});

test("T30: given entities are kept, those of a kind that only the server finds are not", async () => {
  const { call, outcome, chat_id } = await openChatWithAnna();
  const entities = [
    { type: "bold", offset: 0, length: 4 },
    { type: "hashtag", offset: 0, length: 4 },
  ];
  const { result } = await call("sendMessage", { chat_id, text: "слово", entities });
  expect(result.entities).toEqual([{ type: "bold", offset: 0, length: 4 }]);
  expect(
    await outcome("sendMessage", { chat_id, text: "a", entities: [{ type: "x", offset: 0, length: 1 }] }),
  ).toBe("Bad Request: can't parse MessageEntity: Unsupported type specified");
  // With a parse mode they are ignored.
  const parsed = await call("sendMessage", { chat_id, text: "слово", entities, parse_mode: "HTML" });
  expect(parsed.result.entities).toBeUndefined();
});

test("T30: MarkdownV2 names the character that must be escaped and the entity that has no end", async () => {
  const { call, outcome, chat_id } = await openChatWithAnna();
  const send = (text: string) => outcome("sendMessage", { chat_id, text, parse_mode: "MarkdownV2" });
  expect(await send("Готово.")).toBe(
    `${parse}Character '.' is reserved and must be escaped with the preceding '\\'`,
  );
  expect(await send("я *жир")).toBe(`${parse}Can't find end of Bold entity at byte offset 3`);
  const good = await call("sendMessage", {
    chat_id,
    text: "*ж __п__* ||с|| [акт](https://step.example) `к`\\.\n>цитата",
    parse_mode: "MarkdownV2",
  });
  expect(good.result.text).toBe("ж п с акт к.\nцитата");
  expect(good.result.entities.map(({ type }: { type: string }) => type)).toEqual([
    "bold",
    "bold",
    "underline",
    "spoiler",
    "text_link",
    "code",
    "blockquote",
  ]);
});

test("T30: the older Markdown works as ever", async () => {
  const { call, outcome, chat_id } = await openChatWithAnna();
  const parse_mode = "Markdown";
  const good = await call("sendMessage", {
    chat_id,
    text: "*ж* _к_ [акт](https://step.example) `c` \\*",
    parse_mode,
  });
  expect(good.result.text).toBe("ж к акт c *");
  expect(good.result.entities).toHaveLength(4);
  expect(await outcome("sendMessage", { chat_id, text: "я *жир", parse_mode })).toBe(
    `${parse}Can't find end of the entity starting at byte offset 3`,
  );
});

test("T31: bad HTML to an unknown chat reports the HTML", async () => {
  const { outcome } = await openBench();
  expect(await outcome("sendMessage", { chat_id: 5, text: "<b>", parse_mode: "HTML" })).toMatch(
    /^Bad Request: can't parse/,
  );
});

test("what a bot says of links' previews is echoed", async () => {
  const { call, chat_id } = await openChatWithAnna();
  const sent = await call("sendMessage", {
    chat_id,
    text: "site.ru",
    link_preview_options: { is_disabled: true },
  });
  expect(sent.result.link_preview_options).toEqual({ is_disabled: true });
});
