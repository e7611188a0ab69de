import { afterEach, beforeEach, expect, test } from "vitest";
import { loadRequest } from "../../../db/requests.ts";
import { picturesOf } from "../../../flows/engine/answers.ts";
import { units, type RequestId } from "../../../flows/ids.ts";
import { story, type Story } from "../../harness.ts";
import { reader, marking, shelf, sneakers, toPhotos, toPreview } from "./talk.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
  await told.everybody();
});
afterEach(() => told.close());
const request = (number: number) => loadRequest(told.store, units<RequestId>(number));
const minutes = 60_000;

test("a photo with nothing open asks what it is for, and goes into the form that is begun", async () => {
  const kotov = reader(told, "kotov");
  await kotov.album([sneakers, marking], { caption: "порвана подошва" });
  expect(kotov.messages().filter((message) => message.text === "Что оформляем?")).toHaveLength(1);
  expect(kotov.keyboard().flat()).toEqual(["Списание", "Возврат поставщику", "Не нужно"]);
  await kotov.choose("Списание");
  await kotov.text("1002");
  await kotov.choose(/^1$/);
  await kotov.choose("Готово");
  await kotov.choose("Производственный брак");
  expect(kotov.said()).toContain("Принято фото: 2.");
  await kotov.choose("Готово");
  expect(kotov.said()).toContain("Сейчас: «порвана подошва»");
});

test("a photo within ten minutes after sending is offered to that request; later it is a new matter", async () => {
  const kotov = reader(told, "kotov");
  await toPreview(kotov);
  await kotov.choose("Отправить на согласование");
  await told.later(9 * minutes);
  await kotov.photo(shelf);
  await kotov.choose(/^Добавить к/);
  expect(kotov.heard()).toContain("Добавлено к № 1: 1 фото.");
  expect(request(1)?.late).toHaveLength(1);
  await told.later(2 * minutes);
  await kotov.photo(marking);
  expect(kotov.heard()).toContain("Что оформляем?");
  await kotov.choose("Не нужно");
  expect(request(1)?.late).toHaveLength(1);
});

test("sending waits visibly while photos are checked, and goes on by itself", async () => {
  const kotov = reader(told, "kotov");
  await toPhotos(kotov);
  told.telegram.faults.add({ kind: "500", method: "getFile", times: 3 });
  await kotov.album([sneakers, marking, shelf]);
  await kotov.choose("Готово");
  await kotov.choose("Пропустить");
  await kotov.choose("Отправить на согласование");
  expect(kotov.heard()).toContain("Проверяю фото и сразу отправлю. Ждать у экрана не нужно.");
  expect(kotov.heard()).toContain("Проверяю фото: 1 из 3…");
  expect(request(1)).toBeUndefined();
  await told.later(10 * minutes);
  expect(picturesOf(request(1)?.answers ?? {})).toHaveLength(3);
  expect(kotov.heard()).toContain("Заявка № 1 отправлена на согласование.");
});

test("a text file named .jpg is refused by the check, and the counter says why", async () => {
  const kotov = reader(told, "kotov");
  await toPhotos(kotov);
  await kotov.file(new TextEncoder().encode("это не фото"), "photo.jpg", "image/jpeg");
  expect(kotov.said()).toContain("Не принято: 1 (это не фото)");
  await kotov.choose("Готово");
  expect(kotov.said()).toContain("С такой причиной нужно фото: брак.");
});

test("an eleventh photo is left out politely", async () => {
  const kotov = reader(told, "kotov");
  await toPhotos(kotov);
  for (let index = 1; index <= 11; index += 1) await kotov.photo(`playground/samples/${file(index)}`);
  expect(kotov.said()).toContain("Больше 10 фото не нужно, лишние не взяты: 1");
});

const files = [
  "01-sneakers-ean13-clean",
  "02-sneakers-defect-no-code",
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
const file = (index: number): string => `${files[index - 1] ?? ""}.jpg`;

test("photos sent as files, and a video as an extra, are counted apart", async () => {
  const kotov = reader(told, "kotov");
  await toPhotos(kotov);
  await kotov.photo(sneakers, { asFile: true });
  await kotov.video(new Uint8Array(2000));
  expect(kotov.said()).toContain("Принято фото: 1.");
  expect(kotov.said()).toContain("Видео: 1. Дополнение, не вместо фото");
  await kotov.choose("Готово");
  await kotov.choose("Пропустить");
  expect(kotov.said()).toContain("Фото: 1 шт., видео: 1");
  await kotov.choose("Отправить на согласование");
  expect(picturesOf(request(1)?.answers ?? {}).map((picture) => picture.kind)).toEqual(["photo", "video"]);
});
