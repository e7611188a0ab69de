/** T46–T51: photos, documents, albums and their links. */
import { createHash } from "node:crypto";
import sharp from "sharp";
import { expect, test } from "vitest";
import { noisyJpegOf, pngOf } from "./pictures.ts";
import { openChatWithAnna, token } from "./telegram.ts";

const mebibyte = 1024 * 1024;
const hour = 3600 * 1000;
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function download(
  bench: Awaited<ReturnType<typeof openChatWithAnna>>,
  file_id: string,
): Promise<Uint8Array> {
  const { result } = await bench.call("getFile", { file_id });
  const response = await bench.fetch(`/file/bot${token}/${result.file_path}`);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

test("T46: a photo of a person comes as its sizes, small to large, as JPEG without metadata", async () => {
  const bench = await openChatWithAnna();
  const original = await sharp(await noisyJpegOf(1600, 1200))
    .withExif({ IFD0: { Copyright: "секрет" } })
    .jpeg()
    .toBuffer();
  bench.person.photo(original, { caption: "бой" });
  const [{ message }] = await bench.updates();
  expect(message.caption).toBe("бой");
  expect(
    message.photo.map(({ width, height }: { width: number; height: number }) => [width, height]),
  ).toEqual([
    [90, 68],
    [320, 240],
    [800, 600],
    [1280, 960],
  ]);
  const largest = message.photo.at(-1);
  const bytes = await download(bench, largest.file_id);
  expect(bytes.byteLength).toBe(largest.file_size);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 1280, height: 960 });
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
});

test("T46: a small photo has no size above its own", async () => {
  const { person, updates } = await openChatWithAnna();
  person.photo(await pngOf(200, 100));
  const [{ message }] = await updates();
  expect(message.photo.map(({ width }: { width: number }) => width)).toEqual([90, 200]);
});

test("T46: the same image sent as a file is a document, byte for byte the original", async () => {
  const bench = await openChatWithAnna();
  const original = await pngOf(300, 200);
  bench.person.photo(original, { asFile: true, fileName: "брак 1.png" });
  const [{ message }] = await bench.updates();
  expect(message.photo).toBeUndefined();
  expect(message.document).toMatchObject({
    file_name: "брак 1.png",
    mime_type: "image/png",
    file_size: original.length,
  });
  expect(hash(await download(bench, message.document.file_id))).toBe(hash(original));
});

test("T47: an album of a person is separate updates under one media_group_id, the caption on one", async () => {
  const { person, updates } = await openChatWithAnna();
  const ids = person.album([await pngOf(50, 40), await pngOf(60, 40), await pngOf(70, 40)], {
    caption: "три пары",
  });
  const messages = (await updates()).map(({ message }) => message);
  expect(messages.map(({ message_id }) => message_id)).toEqual(ids);
  expect(new Set(messages.map(({ media_group_id }) => media_group_id)).size).toBe(1);
  expect(messages[0].media_group_id).toMatch(/^\d+$/);
  expect(messages.map(({ caption }) => caption)).toEqual(["три пары", undefined, undefined]);
});

test("T48: getFile gives a relative path, whose bytes are those uploaded", async () => {
  const bench = await openChatWithAnna();
  const bytes = new Uint8Array(await noisyJpegOf(30, 30));
  const sent = await bench.upload("sendDocument", {
    chat_id: "1001",
    document: [new Blob([bytes]), "скан.pdf"],
  });
  const { file_id, file_unique_id, file_size } = sent.result.document;
  const { result } = await bench.call("getFile", { file_id });
  expect(result).toEqual({
    file_id,
    file_unique_id,
    file_size,
    file_path: expect.stringMatching(/^documents\/file_\d+\.pdf$/),
  });
  expect(hash(await download(bench, file_id))).toBe(hash(bytes));
});

test("T48: a file above 20 MiB can't be downloaded", async () => {
  const { person, outcome, updates } = await openChatWithAnna();
  person.file(new Uint8Array(20 * mebibyte), "ровно.bin");
  person.file(new Uint8Array(20 * mebibyte + 1), "больше.bin");
  const [fits, exceeds] = (await updates()).map(({ message }) => message.document.file_id);
  expect(await outcome("getFile", { file_id: fits })).toBe("200");
  expect(await outcome("getFile", { file_id: exceeds })).toBe("Bad Request: file is too big");
});

test("T48: a missing and a wrong file_id are refused in different words", async () => {
  const { outcome } = await openChatWithAnna();
  expect(await outcome("getFile", {})).toBe("Bad Request: file_id not specified");
  expect(await outcome("getFile", { file_id: "nonsense" })).toBe("Bad Request: invalid file_id");
});

test("T48: a link works with the own token only, and for an hour", async () => {
  const bench = await openChatWithAnna();
  bench.person.file(new Uint8Array([1, 2, 3]), "a.txt");
  const [{ message }] = await bench.updates();
  const { result } = await bench.call("getFile", { file_id: message.document.file_id });
  const get = async (used: string, path: string) => {
    const response = await bench.fetch(`/file/bot${used}/${path}`);
    return [
      response.status,
      response.ok ? "" : ((await response.json()) as { description: string }).description,
    ];
  };
  expect(await get(token, result.file_path)).toEqual([200, ""]);
  expect(await get("77:another", result.file_path)).toEqual([404, "Not Found"]);
  expect(await get(token, "documents/file_999.txt")).toEqual([404, "Not Found"]);
  bench.clock.advance(hour + 1);
  expect(await get(token, result.file_path)).toEqual([404, "Not Found"]);
});

test("T49: five kinds of photos that are none", async () => {
  const { upload } = await openChatWithAnna();
  const send = async (bytes: Uint8Array<ArrayBuffer>) =>
    (await upload("sendPhoto", { chat_id: "1001", photo: [new Blob([bytes]), "photo.jpg"] })).description;
  expect(await send(new Uint8Array(10 * mebibyte + 1))).toBe(
    "Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
  );
  expect(await send(await pngOf(9000, 2000))).toBe("Bad Request: PHOTO_INVALID_DIMENSIONS");
  expect(await send(await pngOf(2100, 100))).toBe("Bad Request: PHOTO_INVALID_DIMENSIONS");
  expect(await send(new TextEncoder().encode("просто текст"))).toBe("Bad Request: IMAGE_PROCESS_FAILED");
  expect(await send(new Uint8Array())).toBe("Bad Request: file must be non-empty");
});

test("T49: what is missing is named, and a document above 50 MB is too large a request", async () => {
  const { upload, outcome, chat_id } = await openChatWithAnna();
  expect(await outcome("sendPhoto", { chat_id })).toBe("Bad Request: there is no photo in the request");
  expect(await outcome("sendDocument", { chat_id })).toBe("Bad Request: there is no document in the request");
  const big = new Blob([new Uint8Array(50 * mebibyte + 1)]);
  expect(await upload("sendDocument", { chat_id: "1001", document: [big, "big.bin"] })).toMatchObject({
    status: 413,
    description: "Request Entity Too Large",
  });
});

test("T50: a file_id is sent again without an upload, its unique id stays and fetches nothing", async () => {
  const { call, outcome, upload, chat_id } = await openChatWithAnna();
  const photo = new Blob([await pngOf(400, 300)]);
  const first = (await upload("sendPhoto", { chat_id: "1001", photo })).result.photo;
  const again = (await call("sendPhoto", { chat_id, photo: first.at(-1).file_id })).result.photo;
  expect(again).toEqual(first);
  // Any of its sizes stands for the whole photo.
  expect((await call("sendPhoto", { chat_id, photo: first[0].file_id })).result.photo).toEqual(first);
  const { file_unique_id } = first.at(-1);
  expect(await outcome("sendPhoto", { chat_id, photo: file_unique_id })).toBe(
    "Bad Request: wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
  );
  expect(await outcome("getFile", { file_id: file_unique_id })).toBe("Bad Request: invalid file_id");
});

test("T50: a photo is no document, and an address on another machine is not reached", async () => {
  const { outcome, upload, chat_id } = await openChatWithAnna();
  const sent = await upload("sendPhoto", { chat_id: "1001", photo: new Blob([await pngOf(40, 30)]) });
  expect(await outcome("sendDocument", { chat_id, document: sent.result.photo[0].file_id })).toBe(
    "Bad Request: can't use file of type Photo as Document",
  );
  expect(await outcome("sendPhoto", { chat_id, photo: "ж!" })).toBe(
    "Bad Request: wrong remote file identifier specified: Wrong character in the string",
  );
  expect(await outcome("sendPhoto", { chat_id, photo: "https://step.example/a.jpg" })).toBe(
    "Bad Request: failed to get HTTP URL content",
  );
});

test("T51: albums have at most ten items, and kinds that do not mix", async () => {
  const { outcome, upload, chat_id } = await openChatWithAnna();
  const photo = (await upload("sendPhoto", { chat_id: "1001", photo: new Blob([await pngOf(40, 30)]) }))
    .result.photo[0].file_id;
  const document = (await upload("sendDocument", { chat_id: "1001", document: [new Blob(["x"]), "x.pdf"] }))
    .result.document.file_id;
  const album = (media: object[]) => outcome("sendMediaGroup", { chat_id, media });
  const photos = (count: number) => Array.from({ length: count }, () => ({ type: "photo", media: photo }));
  expect(await album(photos(11))).toBe("Bad Request: too many messages to send as an album");
  expect(await album([...photos(1), { type: "document", media: document }])).toBe(
    "Bad Request: document can't be mixed with other media types",
  );
  expect(await album([{ type: "animation", media: document }])).toBe(
    `Bad Request: can't parse InputMedia: type "animation" can't be used in sendMediaGroup`,
  );
  expect(await album([])).toBe("Bad Request: there are no messages to send");
  expect(await album([{ type: "photo", media: "" }])).toBe(
    "Bad Request: can't parse InputMedia: media not found",
  );
  expect(await outcome("sendMediaGroup", { chat_id })).toBe('Bad Request: parameter "media" is required');
});

test("T51: one item is sent without a media_group_id, and the fault of one names its number", async () => {
  const { call, upload, chat_id, person } = await openChatWithAnna();
  const photo = (await upload("sendPhoto", { chat_id: "1001", photo: new Blob([await pngOf(40, 30)]) }))
    .result.photo[0].file_id;
  const one = await call("sendMediaGroup", { chat_id, media: [{ type: "photo", media: photo }] });
  expect(one.result[0]).not.toHaveProperty("media_group_id");
  const before = person.messages().length;
  const failed = await upload("sendMediaGroup", {
    chat_id: "1001",
    media: JSON.stringify([
      { type: "photo", media: photo },
      { type: "photo", media: "attach://text" },
    ]),
    text: [new Blob(["не картинка"]), "text.jpg"],
  });
  expect(failed.description).toBe(
    'Bad Request: failed to send message #2 with the error message "IMAGE_PROCESS_FAILED"',
  );
  expect(person.messages()).toHaveLength(before);
});

test("the keyboard of a card with a photo works like any other, and its caption has entities", async () => {
  const { upload, person, updates } = await openChatWithAnna();
  const sent = await upload("sendPhoto", {
    chat_id: "1001",
    photo: new Blob([await pngOf(40, 30)]),
    caption: "<b>Списание</b> 10 000 ₽",
    parse_mode: "HTML",
    reply_markup: JSON.stringify({ inline_keyboard: [[{ text: "Согласовать", callback_data: "ok:17" }]] }),
  });
  expect(sent.result.caption_entities).toEqual([{ type: "bold", offset: 0, length: 8 }]);
  person.tap(/Согласовать/);
  expect((await updates())[0].callback_query).toMatchObject({
    data: "ok:17",
    message: { photo: sent.result.photo },
  });
});
