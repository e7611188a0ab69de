import { copyFile, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadRequest } from "../../../db/requests.ts";
import { goodsOf, picturesOf } from "../../../flows/engine/answers.ts";
import { units, type RequestId } from "../../../flows/ids.ts";
import { story, type Story } from "../../harness.ts";
import { marking, reader, sneakers, toPhotos, toPreview } from "./talk.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
  await told.everybody();
});
afterEach(() => told.close());

test("a sticker, a voice message and a place, where a number is asked, get a clear word and lose nothing", async () => {
  const kotov = reader(told, "kotov");
  await kotov.choose("Списание");
  await kotov.text("1002");
  await kotov.sticker();
  expect(kotov.said()).toMatch(/^Стикер милый.*\n\n1 из 4 · Товар\nКроссовки/s);
  await kotov.voice();
  expect(kotov.said()).toMatch(/^Голосовые не слушаю/);
  await kotov.location(59.9, 30.3);
  expect(kotov.said()).toMatch(/^Место не нужно/);
  await kotov.text("12,5,3");
  expect(kotov.said()).toMatch(/^Не понял количество/);
  await kotov.text("-4");
  expect(kotov.said()).toMatch(/^Количество не бывает отрицательным/);
  await kotov.text("1000000000000");
  expect(kotov.said()).toMatch(/^Слишком много/);
  await kotov.text("2");
  expect(kotov.said()).toContain("10 000 ₽");
});

test("HTML, direction marks and emoji in any text are shown as they are and break nothing", async () => {
  const kotov = reader(told, "kotov");
  await kotov.choose("Списание");
  const name = "Ботинки <b>Альпы</b> & \u202e«зима» 👟";
  await kotov.text(name);
  expect(kotov.said()).toContain("«Ботинки <b>Альпы</b> & «зима» 👟» нет в каталоге");
  await kotov.choose("Добавить вне каталога");
  await kotov.choose("1 пара");
  await kotov.choose("Готово");
  await kotov.choose("Прочее");
  await kotov.photo(sneakers, { caption: "</b><i>порвано \u202eоно" });
  await kotov.choose("Готово");
  await kotov.choose("Далее");
  await kotov.choose("Отправить на согласование");
  const filed = loadRequest(told.store, units<RequestId>(1));
  expect(goodsOf(filed?.answers ?? {})[0]?.name).toBe("Ботинки <b>Альпы</b> & «зима» 👟");
});

test("characters that nobody sees are no answer, and spoil none", async () => {
  const kotov = reader(told, "kotov");
  await kotov.choose("Списание");
  await kotov.text("\u200b\u200d");
  expect(kotov.said()).toMatch(/^Пустой ответ/);
  await kotov.text("\u202e1002\u202c");
  await kotov.text("\u200b1\u200b2\u200b");
  expect(kotov.said()).toContain("12 пар × 5 000 ₽ = 60 000 ₽");
  await kotov.text("\u2068Готово\u2069");
  expect(kotov.said()).toMatch(/^2 из 4 · Причина/);
});

test("a file of 25 MB, a PDF and a zip named .xlsx are told apart, and the form goes on", async () => {
  const kotov = reader(told, "kotov");
  await kotov.choose("Списание");
  await kotov.file(new Uint8Array(25 * 1024 * 1024), "photo.jpg", "image/jpeg");
  expect(kotov.said()).toMatch(/^Файл слишком большой: 25 МБ, можно до 20 МБ/);
  await kotov.file(new TextEncoder().encode("%PDF-1.4"), "act.pdf", "application/pdf");
  expect(kotov.said()).toMatch(/^Такой файл не подойдёт/);
  const zip = Buffer.from("504b0506000000000000000000000000000000000000", "hex");
  await kotov.file(zip, "lines.xlsx");
  expect(kotov.said()).toMatch(/^Таблица не прочиталась/);
  await kotov.text("1002");
  expect(kotov.said()).toContain("Сколько?");
});

test("a CSV with lines is echoed and becomes lines; one with a wrong column says row and column", async () => {
  const kotov = reader(told, "kotov");
  await kotov.choose("Списание");
  const bad = "Артикул;Кол-во\nОБ-1002;2\nОБ-1020;много\n";
  await kotov.file(Buffer.from(bad), "lines.csv");
  expect(kotov.said()).toMatch(/Таблица не подошла.*3.*Кол-во/s);
  const good = "Артикул;Кол-во\nОБ-1002;2\nОБ-1020;1\nНЕТ-1;1\n";
  await kotov.file(Buffer.from(good), "lines.csv");
  expect(kotov.said()).toContain("В таблице 3 позиции:");
  await kotov.choose("Верно");
  expect(kotov.said()).toContain("Итого: 12 500 ₽, 3 позиции (без цены: 1 позиция)");
  await kotov.file(Buffer.from(good), "lines.csv");
  expect(kotov.said()).toContain("В таблице 3 позиции:");
});

test("a table with nothing open says when it can be sent", async () => {
  const kotov = reader(told, "kotov");
  await kotov.file(Buffer.from("Артикул;Кол-во\nОБ-1002;2\n"), "lines.csv");
  expect(kotov.said()).toMatch(/^Таблицу с товарами можно прислать/);
});

test("a comment of 5 000 characters is refused with its length", async () => {
  const kotov = reader(told, "kotov");
  await toPhotos(kotov);
  await kotov.photo(sneakers);
  await kotov.choose("Готово");
  await kotov.text("я".repeat(4000));
  expect(kotov.said()).toMatch(/^Слишком длинно: 4000 знаков, можно до 1000/);
});

test("buttons pressed twice on an older keyboard are never taken for an answer", async () => {
  const kotov = reader(told, "kotov");
  await toPreview(kotov);
  await kotov.text("Пропустить");
  expect(kotov.said()).toMatch(/^Не понял ответ/);
  await kotov.choose("Изменить");
  await kotov.choose("Комментарий");
  await kotov.text("Готово");
  expect(kotov.said()).toMatch(/^Не понял ответ/);
});

test("answers that arrive 90 s late and all at once make the request that was meant", async () => {
  const kotov = reader(told, "kotov");
  await kotov.choose("Списание");
  for (const answer of ["1002", "2", "Готово", "Производственный брак"]) kotov.raw.text(answer);
  kotov.raw.album([sneakers, marking]);
  for (const answer of ["Готово", "Пропустить", "Отправить на согласование"]) kotov.raw.text(answer);
  await told.restart({ down: 90_000 });
  const filed = loadRequest(told.store, units<RequestId>(1));
  expect(goodsOf(filed?.answers ?? {})).toMatchObject([{ quantity: 2000 }]);
  expect(picturesOf(filed?.answers ?? {})).toHaveLength(2);
});

test("answers that come before their questions change nothing, and a photo that «Готово» overtook is still taken", async () => {
  const kotov = reader(told, "kotov");
  await kotov.choose("Списание");
  for (const answer of ["Готово", "1002", "Пропустить", "1", "Отправить на согласование", "Готово"])
    kotov.raw.text(answer);
  for (const answer of ["Производственный брак", "Готово"]) kotov.raw.text(answer);
  kotov.raw.photo(sneakers);
  for (const answer of ["Готово", "Пропустить", "Отправить на согласование"]) kotov.raw.text(answer);
  await told.settle();
  const filed = loadRequest(told.store, units<RequestId>(1));
  expect(goodsOf(filed?.answers ?? {})).toMatchObject([{ quantity: 1000 }]);
  expect(picturesOf(filed?.answers ?? {})).toHaveLength(1);
  expect(loadRequest(told.store, units<RequestId>(2))).toBeUndefined();
});

test("who may not file is told so, whatever he types or sends", async () => {
  const belova = reader(told, "belova");
  await belova.text("Списание");
  expect(belova.said()).toMatch(/^Оформлять заявки вам пока нельзя/);
  await belova.photo(sneakers);
  expect(belova.said()).toMatch(/^Фото получено, но/);
});

test("a post that nobody holds is told before anything is filled in; sent anyway, it is refused and administrators hear why", async () => {
  await told.close();
  told = await story({ company: await withoutMerchandiser() });
  await told.everybody();
  const kotov = reader(told, "kotov");
  await kotov.choose("Списание");
  expect(kotov.said()).toMatch(/^⚠️ .*мерчендайзер.*Заполнить можно уже сейчас/s);
  await kotov.text("1002 1 пара");
  await kotov.choose("Верно, это всё");
  await kotov.choose("Производственный брак");
  await kotov.photo(sneakers);
  await kotov.choose("Готово");
  await kotov.choose("Пропустить");
  await kotov.choose("Отправить на согласование");
  expect(kotov.said()).toMatch(/мерчендайзер.*Списание: проверьте и отправьте/s);
  expect(loadRequest(told.store, units<RequestId>(1))).toBeUndefined();
  expect(reader(told, "nazarov").heard().at(-1)).toContain(
    "Заявку некому согласовать: Списание, Магазин № 2",
  );
});

/** The demo company with nobody at the merchandiser's post. */
async function withoutMerchandiser(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "countersign-company-"));
  const yaml = await readFile("playground/demo/company.yaml", "utf8");
  await writeFile(join(folder, "company.yaml"), yaml.replace("posts: [merchandiser@commerce]", "posts: []"));
  await copyFile("playground/demo/goods.csv", join(folder, "goods.csv"));
  return join(folder, "company.yaml");
}
