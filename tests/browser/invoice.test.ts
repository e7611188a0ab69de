/** A supplier's invoice on the playground, from its file to its closing documents: what each of them sees and taps (S1.1–S1.20). */
import { mkdirSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, visit, type ChatScreen, type Visitor } from "./browser.ts";
import { startProgram, type Program } from "./program.ts";

let browser: Browser;
let program: Program;
let visitor: Visitor;
beforeAll(async () => {
  browser = await openBrowser();
  program = await startProgram();
  visitor = await visit(browser, program.url);
});
afterAll(async () => {
  await visitor.close();
  const code = await program.stop();
  await browser.close();
  expect(visitor.troubles).toEqual([]);
  expect(code).toBe(0);
});

/** Pictures are taken for whoever wants to look: `LOOK=folder npx vitest run tests/browser/invoice.test.ts`. */
const look = process.env["LOOK"];
async function shot(name: string): Promise<void> {
  if (look === undefined) return;
  mkdirSync(look, { recursive: true });
  await visitor.shot(`${look}/${name}.png`);
}

const anHour = (): Promise<void> => visitor.page.getByRole("button", { name: "+1 час" }).click();

/** A question of the form is answered when the next one stands in the chat. */
async function fill(manager: ChatScreen): Promise<void> {
  const press = async (label: string, next: string) => {
    await manager.tapKeyboard(label);
    await manager.waitFor(next);
  };
  const type = async (words: string, next: string) => {
    await manager.sendText(words);
    await manager.waitFor(next);
  };
  await manager.sendSamples(["invoice-UT-1045"]);
  await manager.waitFor("Принято: invoice-UT-1045-2026-03-11.pdf");
  await press("Готово", "2 из 11 · Поставщик");
  await press("Вихрь-Опт", "3 из 11 · Номер счёта");
  await type("УТ-1045", "4 из 11 · Дата счёта");
  await press("Сегодня", "Сколько к оплате, вместе с НДС?");
  await type("244 000", "Какой НДС в этой сумме?");
  await press("22", "В счёте так же?");
  await press("Верно", "6 из 11 · Оплатить до");
  await press("(+7)", "7 из 11 · Назначение платежа");
  await type("Кроссовки по договору № 14/25", "8 из 11 · Счёт в банке");
  await press("Пропустить", "9 из 11 · Заказ покупателя");
  await press("Пропустить", "10 из 11 · Кто подписывает");
  await press("Любой из них", "11 из 11 · Комментарий");
  await press("Пропустить", "Счёт поставщика: проверьте и отправьте");
  await shot("1-preview");
  await press("Отправить на согласование", "Счёт № 1 отправлен на согласование.");
}

/** The card of the invoice in this chat: its newest message with the first page as a picture. */
const cardIn = (chat: ChatScreen) =>
  chat.phone.locator(".message").filter({ has: visitor.page.locator("img") });

/** How far the box of the card's picture is from the picture's own shape; 0: nothing of the page is cut off. */
async function cutOff(chat: ChatScreen): Promise<number> {
  const picture = cardIn(chat).last().locator("img");
  await picture.scrollIntoViewIfNeeded();
  const shape = () =>
    picture.evaluate((image: HTMLImageElement) =>
      image.naturalHeight === 0
        ? Infinity
        : Math.abs(image.clientWidth / image.clientHeight - image.naturalWidth / image.naturalHeight),
    );
  await expect.poll(shape).toBeLessThan(Infinity);
  return shape();
}

test("an invoice is signed, taken, promised, paid, and closed with its documents; its supplier gets a letter", async () => {
  await visitor.show("Петренко", "Соколова", "Орлова", "Дёмина");
  const petrenko = await visitor.chat("Петренко");
  const sokolova = await visitor.chat("Соколова");
  const orlova = await visitor.chat("Орлова");
  const demina = await visitor.chat("Дёмина");
  await fill(petrenko);

  await sokolova.waitFor(/Счёт 244.000.₽ · Вихрь-Опт · оплатить до \d\d\.\d\d/);
  expect(await cutOff(sokolova)).toBeLessThan(0.02);
  await shot("2-card");
  await sokolova.tap("Согласовать счёт");
  await sokolova.waitFor("Выбор бухгалтера");

  await orlova.waitFor("Выбор бухгалтера");
  await demina.tap("Взять и известить поставщика");
  await demina.waitFor("Поставщику уйдёт письмо: оплатим до");
  await demina.waitFor("sales@vihr-opt.example");
  await shot("3-taken");
  await demina.tap("Верно");
  await demina.waitFor("✓ Поставщику уйдёт письмо");
  await expect.poll(() => cardIn(orlova).count()).toBe(0);
  await petrenko.waitFor("В работе у бухгалтера: Дёмина Ю. О.");

  await anHour();
  await demina.waitFor(/Письмо поставщику: отправлено/);
  const mail = visitor.page.getByRole("button", { name: /^Почта/ });
  await mail.click();
  const letter = visitor.page.locator(".letters li", { hasText: "просим подтвердить отгрузку" });
  await letter.locator("summary").first().click();
  await letter.locator(".letter-text", { hasText: "Планируемая дата оплаты: до" }).waitFor();
  await letter.locator("a", { hasText: "invoice-UT-1045-2026-03-11.pdf" }).waitFor();
  await shot("4-letter");
  await mail.click();

  await demina.tap("Оплачено ·");
  await demina.waitFor(/Осталось оплатить: 244.000.₽/);
  await demina.tap("Оплачено сегодня");
  await demina.waitFor("№ 1 · Оплачено полностью.");
  await petrenko.waitFor("Счёт оплачен");
  await petrenko.waitFor("Ожидает закрывающих документов");
  await shot("5-paid");

  await petrenko.tap("Приложить закрывающие документы");
  await petrenko.waitFor("Закрывающие документы к № 1");
  await petrenko.sendSamples(["upd-1045"]);
  await petrenko.waitFor("№ 1 · Приложено: 1 файл");
  await petrenko.tap("Все документы приложены");
  await petrenko.waitFor("Счёт завершён");
  expect(await petrenko.phone.locator(".inline-button", { hasText: "Отмена" }).count()).toBe(0);
  await demina.waitFor("К счёту № 1 приложены закрывающие документы");
  await shot("6-closed");

  await petrenko.sendText("/registry");
  await petrenko.waitFor(/Счёт поставщика.244.000.₽ · .* · Завершён/);
  await shot("7-registry");
});
