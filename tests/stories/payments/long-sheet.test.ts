/** A long sheet is taken in pieces: others are served in between, and the store may go on meanwhile. */
import { setImmediate as turnOfOthers } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { CrashPoint } from "../../../bot/crash-points.ts";
import type { Story } from "../../harness.ts";
import { atTheSheets, newDeals, send, somePayments } from "../../faults/sheet-run.ts";
import { foreignProgram, pays } from "./books.ts";

let told: Story;
afterEach(() => told.close());

const orlova = () => told.person("orlova");
const said = (): string => told.messagesTo("orlova").at(-1) ?? "";
const count = (what: string): unknown =>
  told.store.sqlite.prepare(`SELECT count(*) FROM ${what}`).pluck().get();
const status = (): unknown =>
  told.store.sqlite.prepare("SELECT status FROM imports ORDER BY id DESC").pluck().get();

/** Does something once, when so many rows of the last import have been taken. */
function whenTaken(rows: number, body: () => void): CrashPoint {
  let done = false;
  return (name) => {
    if (done || name !== "F11" || status() !== "taking") return;
    if (Number(count("planned_rows WHERE status = 'taken'")) < rows) return;
    done = true;
    body();
  };
}

test("the press is answered at once, and a colleague's taps are served between two pieces", async () => {
  told = await atTheSheets();
  const many = Array.from({ length: 2_000 }, (_, n) => `Сделка ${n};Д-${n};petrenko;100,00;;`);
  await send(told, [newDeals[0] ?? "", ...many], "deals.csv");
  const preview = orlova().last();
  const press = orlova().raw.tap("Загрузить");
  const loading = told.settle();
  while (status() !== "taking") await turnOfOthers();
  expect(orlova().raw.answers()).toContainEqual(
    expect.objectContaining({ pressId: press, text: "⏳ Идёт загрузка…" }),
  );
  const gromov = told.person("gromov");
  gromov.raw.text("/help");
  await told.app.intake.pass({ timeoutSeconds: 0 });
  await told.app.delivery.pass();
  expect(gromov.said()).toContain("Что здесь можно");
  expect(status()).toBe("taking");
  expect(count("planned_rows WHERE status = 'waits'")).toBeGreaterThan(0);
  await loading;
  expect(
    orlova()
      .messages()
      .find(({ id }) => id === preview.id)?.text,
  ).toBe("⏳ Идёт загрузка…");
  expect(said()).toBe("✅ Загружено. Новых сделок 2 000, изменено 0.");
  expect(count("deals")).toBe(2_000);
});

test("a payment that comes another way while the sheet is being taken is booked once, and the row that is left is said", async () => {
  const came = whenTaken(400, () => {
    const [last] = told.store.sqlite.prepare("SELECT max(id) FROM deals").raw().get() as [number]; // there are deals
    foreignProgram(told, pays(last, 5_000, "2026-03-02"));
    foreignProgram(told, `UPDATE payments SET number = '0' WHERE deal = ${last}`);
  });
  told = await atTheSheets({ crashPoint: (name) => came(name) });
  await send(told, newDeals, "deals.csv");
  await orlova().tap("Да");
  const before = Number(count("payments"));
  const numbered = Array.from(
    { length: 400 },
    (_, n) => `ЗП-${String(n % 100).padStart(4, "0")};7,00;01.03.2026;${5000 + n}`,
  );
  await send(told, [...somePayments, ...numbered], "payments.csv");
  await orlova().tap("Да");
  expect(said()).toBe(
    `✅ Загружено. Новых сделок 0, изменено 0, оплат 619 на 9 340 ₽.
Пока шла загрузка, данные изменились: строк не загружено 1. Пришлите файл ещё раз, возьму только их.`,
  );
  expect(count("payments")).toBe(before + 620);
  await send(told, [...somePayments, ...numbered], "payments-again.csv");
  expect(said()).toBe("В таблице нет ничего нового: всё это уже загружено.");
});

test("two rows of one deal, day and number are two payments where their keys say so", async () => {
  told = await atTheSheets();
  await send(told, newDeals.slice(0, 2), "deals.csv");
  await orlova().tap("Да");
  await send(
    told,
    [
      "Номер заказа;Сумма;Дата;Номер п/п;Код платежа",
      "ЗП-0000;50,00;02.03.2026;7;a",
      "ЗП-0000;50,00;02.03.2026;7;b",
    ],
    "payments.csv",
  );
  await orlova().tap("Да");
  expect(said()).toContain("оплат 2 на 100 ₽");
});

test("a file that was given up, or pressed twice, is taken never, or once", async () => {
  told = await atTheSheets();
  await send(told, newDeals, "deals.csv");
  const first = orlova().last();
  await orlova().tap("Отмена");
  const again = await orlova().press(first.id, "it:1");
  expect(again.toast?.replaceAll("\u00a0", " ")).toBe("Это уже сделано: Орлова Н. П.");
  expect(count("deals")).toBe(0);
  await send(told, newDeals, "again.csv");
  const second = orlova().last();
  orlova().raw.press(second.id, "it:2");
  orlova().raw.press(second.id, "it:2");
  orlova().raw.press(second.id, "ic:2");
  await told.settle();
  expect(count("deals")).toBe(130);
  expect(said()).toContain("✅ Загружено. Новых сделок 130");
});

test("after ninety days the rows of a sheet are forgotten, and one that nobody has taken is given up", async () => {
  told = await atTheSheets();
  await send(told, newDeals, "deals.csv");
  await orlova().tap("Да");
  await send(told, somePayments, "payments.csv");
  const preview = orlova().last();
  await told.restart({ down: 91 * 24 * 3_600_000 });
  expect(count("planned_rows")).toBe(0);
  expect(count("deals")).toBe(130);
  expect((await orlova().press(preview.id, "it:2")).toast).toBe("Это уже сделано.");
  expect(count("payments WHERE paid_on = '2026-03-02' AND number IS NOT NULL")).toBe(0);
});
