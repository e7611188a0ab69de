/** Approving what is alike at once: only what was looked at, only under the limit, each signed by itself (D25). */
import { afterEach, beforeEach, expect, test } from "vitest";
import { pack } from "../../bot/buttons.ts";
import { logOf } from "../../db/log.ts";
import type { RequestId } from "../../flows/ids.ts";
import { story, type Story } from "../harness.ts";
import { file, lostGoods } from "../unit/cards/chat.ts";
import { cardOf, fileWriteOff, minute, samples, stored } from "./filing-words.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
  await told.everybody();
});
afterEach(() => told.close());

const approvals = (number: RequestId): number =>
  logOf(told.store, number).filter(({ event }) => event.kind === "signed" && event.outcome === "approved")
    .length;
const outcome = (number: RequestId) => stored(told, number).steps[0]?.outcome;
const plainly = (text: string): string => text.replaceAll("\u00a0", " ");
const said = (): string => told.messagesTo("belova").at(-1) ?? "";
/** Opens the list of what waits and asks for what is alike. */
async function alike(count: number): Promise<void> {
  await told.person("belova").choose("Ждут меня");
  await told.person("belova").tap(`Согласовать похожие: списание (${count})`);
}

test("the list is shown with sums and total; one tap signs each by itself, and each can be taken back by itself", async () => {
  const numbers = [await file(told), await file(told), await file(told, { by: "ryabov", place: "store-3" })];
  await alike(3);
  expect(said()).toMatch(/^Согласовать списание: 3 на 30 000 ₽\n№ 1 · Списание 10 000 ₽ · Магазин № 2/);
  expect(numbers.map(outcome)).toEqual([undefined, undefined, undefined]);
  const pressed = await told.person("belova").tap(/^Согласовать 3 на/);
  expect(pressed).toMatchObject({ toast: "Согласовано: 3", alert: false });
  expect(said()).toMatch(/Согласовано: 3 на 30 000 ₽: № 1, № 2, № 3\nОтменить можно на карточке до/);
  expect(numbers.map(approvals)).toEqual([1, 1, 1]);
  const hashes = numbers.map((number) => stored(told, number).steps[0]?.hash);
  expect(new Set(hashes).size).toBe(3);
  await told.person("belova").text("/open 2");
  await told.person("belova").tap(/^↩ Отменить согласование/);
  await told.later(3 * minute);
  expect(numbers.map((number) => stored(told, number).status)).toEqual(["ended", "open", "ended"]);
  expect(cardOf(told, "kotov", numbers[0] as RequestId)).toContain("СП-2026-000001");
});

test("dearer than the limit stays out; what one person sees is nobody else's list", async () => {
  await file(told);
  await file(told);
  await file(told, { answers: lostGoods(5) });
  await alike(2);
  expect(said()).not.toContain("№ 3");
  const data = told
    .person("belova")
    .last()
    .buttons.flat()
    .find((one) => one.text.startsWith("Согласовать 2"))?.data;
  const kiselev = told.person("kiselev");
  expect((await kiselev.press(kiselev.last().id, data ?? "")).toast).toContain("Этот список устарел");
  const other = pack({ kind: "bulk-sure", row: 4711 });
  expect((await told.person("belova").press(told.person("belova").last().id, other)).alert).toBe(true);
  expect([1, 2, 3].map((number) => outcome(number as RequestId))).toEqual([undefined, undefined, undefined]);
});

test("photos that were not opened keep a request out, by its number; opened, it is in; one photo is seen with its card", async () => {
  await fileWriteOff(told); // two photos
  await fileWriteOff(told, { by: "lebedeva", photos: [samples.defect] });
  await fileWriteOff(told, { by: "ryabov", photos: [samples.defect] });
  await alike(3);
  expect(plainly(said())).toContain("Согласовать списание: 2 на 20 000 ₽");
  expect(said()).toContain("Не вошли, сначала откройте карточку и фото: № 1");
  await told.person("belova").text("/open 1");
  await told.person("belova").tap("Фото (2)");
  await alike(3);
  expect(plainly(said())).toContain("Согласовать списание: 3 на 30 000 ₽");
});

test("a photo that came later is to be opened too, even after the list was shown", async () => {
  const late = await fileWriteOff(told);
  const other = await file(told, { by: "ryabov", place: "store-3" });
  await told.person("belova").text(`/open ${late}`);
  await told.person("belova").tap("Фото (2)");
  await alike(2);
  await told.person("kotov").photo(samples.shelf);
  await told.person("kotov").choose(/^Добавить к №/);
  expect(stored(told, late).late).toHaveLength(1);
  const pressed = await told.person("belova").tap(/^Согласовать 2 на/);
  expect(pressed).toMatchObject({ toast: "Согласовано: 1. Не вышло: 1", alert: true });
  expect(told.messagesTo("belova").join("\n")).toContain(`✗ № ${late}: карточка или фото не открыты`);
  expect([outcome(late), outcome(other)]).toEqual([undefined, "approved"]);
});

test("what was decided meanwhile is told by its number and left; the list is used once", async () => {
  const numbers = [await file(told), await file(told), await file(told)];
  await alike(3);
  const list = told.person("belova").last();
  const data = list.buttons.flat().find((one) => one.text.startsWith("Согласовать 3"))?.data ?? "";
  await told.person("belova").text("/open 2");
  await told.person("belova").tap("Отклонить");
  await told.person("belova").tap("Дефект не виден");
  await told.person("kotov").text("/open 3");
  await told.person("kotov").tap("Отозвать");
  await told.person("kotov").tap("Да, отозвать");
  const pressed = await told.person("belova").press(list.id, data);
  expect(pressed).toMatchObject({ toast: "Согласовано: 1. Не вышло: 2", alert: true });
  const shown = told.messagesTo("belova").find((text) => text.startsWith("Согласовано: 1 на"));
  expect(shown).toMatch(/✗ № 2: .*\n✗ № 3: .*отозвано/i);
  expect(numbers.map(approvals)).toEqual([1, 0, 0]);
  expect((await told.person("belova").press(list.id, data)).toast).toContain("Этот список устарел");
  expect(numbers.map(approvals)).toEqual([1, 0, 0]);
});

test("a limit of nothing switches it off, and «Отмена» leaves everything as it was", async () => {
  const numbers = [await file(told), await file(told)];
  await alike(2);
  await told.person("belova").tap("Отмена");
  expect(numbers.map(outcome)).toEqual([undefined, undefined]);
  told.store.sqlite.prepare("UPDATE settings SET value = '0' WHERE key = 'bulkLimit'").run();
  told.store.sqlite.prepare("UPDATE meta SET value = 'other' WHERE key = 'company'").run();
  await told.restart();
  await told.person("belova").choose("Ждут меня");
  expect(told.person("belova").buttons(told.person("belova").last()).join()).not.toContain("похожие");
});

test("of names as long as they come, as many are listed as one message holds; the rest is for the next time", async () => {
  const rename = (table: string, name: string): unknown =>
    told.store.sqlite.prepare(`UPDATE ${table} SET name = ?`).run(name);
  rename("departments", `Магазин ${"очень длинный ".repeat(8)}`.slice(0, 120));
  rename("people", `${"Долгорукова".repeat(9)} Анна Сергеевна`.slice(0, 120));
  told.store.sqlite.prepare("UPDATE meta SET value = 'other' WHERE key = 'company'").run();
  await told.restart();
  for (let n = 0; n < 17; n += 1) await file(told);
  await alike(17);
  const list = told.messagesTo("belova").at(-1) ?? "";
  expect(list.length).toBeLessThanOrEqual(4096);
  expect(list.split("\n")).toHaveLength(16);
  await told.person("belova").tap(/^Согласовать 15 на/);
  expect(told.messagesTo("belova").join("\n")).toContain("Согласовано: 15 на 150 000 ₽");
  const left = told.store.sqlite
    .prepare("SELECT count(*) FROM waiting WHERE person = 'belova'")
    .pluck()
    .get();
  expect(left).toBe(2);
});
