/** What comes while a request is being sent, or after: photos for it, a second press, the same file from another person. */
import type { Message } from "grammy/types";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fileClaim } from "../../../bot/features/file.ts";
import { openTurn } from "../../../bot/intake/turn.ts";
import { loadCompany } from "../../../db/company.ts";
import { openDraft } from "../../../db/drafts.ts";
import { loadRequest } from "../../../db/requests.ts";
import { write } from "../../../db/write.ts";
import { personById } from "../../../flows/company/directory.ts";
import { picturesOf } from "../../../flows/engine/answers.ts";
import { parseDraft } from "../../../flows/filing/draft-schema.ts";
import { id, units, type Instant, type PersonId, type RequestId } from "../../../flows/ids.ts";
import { story, type Story } from "../../harness.ts";
import { marking, reader, shelf, sneakers, toPhotos, toPreview, type Reader } from "./talk.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
  await told.everybody();
});
afterEach(() => told.close());
const request = (number: number) => loadRequest(told.store, units<RequestId>(number));

/** Two returns at once: goods of two suppliers, divided. */
async function sendTwoReturns(ryabov: Reader): Promise<void> {
  await ryabov.choose("Возврат поставщику");
  await ryabov.text("1020 1 пара\n1002 2 пары");
  await ryabov.choose("Верно, это всё");
  await ryabov.choose("Нереализованный товар");
  await ryabov.choose("Пропустить");
  await ryabov.choose("Разделить на две заявки");
  await ryabov.choose("Пропустить");
  await ryabov.choose("Отправить на согласование");
}

test("after goods were divided, a late photo is offered to each of the requests", async () => {
  const ryabov = reader(told, "ryabov");
  await sendTwoReturns(ryabov);
  await ryabov.photo(shelf);
  expect(ryabov.heard()).toContain("Добавить к № 1, № 2? Или это новая заявка: что оформляем?");
  await ryabov.choose("Добавить к № 1");
  expect([request(1)?.late.length, request(2)?.late.length]).toEqual([1, 0]);
  await ryabov.photo(marking);
  await ryabov.choose("Добавить к № 2");
  expect([request(1)?.late.length, request(2)?.late.length]).toEqual([1, 1]);
});

test("a second press of «Отправить» names every request that was made", async () => {
  const ryabov = reader(told, "ryabov");
  await sendTwoReturns(ryabov);
  await ryabov.text("Отправить на согласование");
  expect(ryabov.said()).toBe("Заявки № 1, № 2 уже отправлены.");
});

test("what is written under late photos reaches the signer and stands in the history", async () => {
  const kotov = reader(told, "kotov");
  await toPreview(kotov);
  await kotov.choose("Отправить на согласование");
  await kotov.photo(shelf, { caption: "вид <сбоку>" });
  await kotov.choose("Добавить к № 1");
  const belova = reader(told, "belova");
  expect(belova.heard().at(-1)).toMatch(/^📷 Добавлены фото \(1\): № 1.*\nвид <сбоку>$/s);
  await belova.tap("История");
  expect(belova.heard().join("\n")).toContain("Добавлены фото (1): Котов И. М., «вид <сбоку>»");
});

test("of late photos as many are added as there is room for, and the rest is told", async () => {
  const kotov = reader(told, "kotov");
  await toPreview(kotov);
  await kotov.choose("Отправить на согласование");
  for (const sample of samples) await kotov.photo(`playground/samples/${sample}.jpg`);
  await kotov.choose("Добавить к № 1");
  expect(kotov.said()).toBe(
    "Добавлено к № 1: 9 фото.\nОстальные не приложены (повтор или больше 10 фото): 1",
  );
  expect(request(1)?.late).toHaveLength(9);
});

const samples = [
  "01-sneakers-ean13-clean",
  "03-sneakers-datamatrix",
  "04-tshirt-datamatrix-44",
  "05-moccasins-ean13-rotated-33",
  "06-moccasins-ean13-blurred-unreadable",
  "07-sneakers-datamatrix-rotated-soft-q40",
  "08-shelf-no-code",
  "09-two-codes-mismatch",
  "10-underexposed-ean13",
  "11-reuse-original",
];

test("a photo that a colleague forwards while it is still being checked holds neither of the two forms up", async () => {
  const kotov = reader(told, "kotov");
  const ryabov = reader(told, "ryabov");
  await toPhotos(ryabov);
  await toPhotos(kotov);
  told.telegram.faults.add({ kind: "500", method: "getFile", times: 1 });
  await kotov.photo(sneakers);
  forwarded("kotov", "ryabov");
  for (const clerk of [kotov, ryabov]) {
    await clerk.choose("Готово");
    await clerk.choose("Пропустить");
    await clerk.choose("Отправить на согласование");
    expect(clerk.heard()).toContain("Проверяю фото и сразу отправлю. Ждать у экрана не нужно.");
  }
  await told.later(10 * 60_000);
  for (const number of [1, 2]) expect(picturesOf(request(number)?.answers ?? {})).toHaveLength(1);
});

/** The photo of one person's draft comes from another: Telegram knows a forwarded file by the same unique id (F44). */
function forwarded(from: string, to: string): void {
  const now = units<Instant>(told.clock.now());
  const company = loadCompany(told.store);
  const [photo] = parseDraft(openDraft(told.store, id<PersonId>(from))?.state).media;
  const me = personById(company, id<PersonId>(to));
  if (photo === undefined || me === undefined) throw new Error("nothing to forward, or nobody to do it");
  const size = { file_id: photo.fileId, file_unique_id: photo.uniqueId, width: 100, height: 100 };
  const message = { message_id: 1, date: 0, chat: { id: 1, type: "private" }, photo: [size] };
  // of Telegram's message only what filing reads
  write(told.store, (tx) =>
    fileClaim(openTurn({ tx, now, company, me }).turn, message as unknown as Message),
  );
}
