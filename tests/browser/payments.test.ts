/** An accountant drops a sheet of deals and a bank statement on the playground; the manager's chat shows the alert by itself. */
import { mkdirSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, visit, type Visitor } from "./browser.ts";
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

/** Pictures are taken for whoever wants to look: `LOOK=folder npx vitest run tests/browser/payments.test.ts`. */
const look = process.env["LOOK"];
async function shot(name: string): Promise<void> {
  if (look === undefined) return;
  mkdirSync(look, { recursive: true });
  await visitor.shot(`${look}/${name}.png`);
}

test("deals from a sheet, payments from a statement: the manager reads 70 % and opens the deal with its chart", async () => {
  await visitor.show("Орлова", "Петренко", "Громов");
  const orlova = await visitor.chat("Орлова");
  const petrenko = await visitor.chat("Петренко");
  await orlova.sendSamples(["deals.xlsx"]);
  await orlova.waitFor("Новых сделок 3, изменится 0, без изменений 0");
  await shot("1-sheet");
  await orlova.tap("Загрузить");
  await orlova.waitFor("Загружено. Новых сделок 3");

  await orlova.sendSamples(["15-bank-statement"]);
  await orlova.waitFor(/Приходов 4 на 133.290.₽: разнесу 3, спрошу 1, не наши 0/);
  await shot("2-statement");
  await orlova.tap("Разнести");
  await orlova.waitFor("Чья это оплата?");
  await orlova.tap("ЗП-2026-0118");
  await orlova.waitFor("Готово. Разнесено 4");
  await shot("3-booked");

  await visitor.page.getByRole("button", { name: "+1 час" }).click();
  await petrenko.waitFor(/2 платежа на 105.000,00.₽: 70.% \(было 0.%\)/);
  const gromov = await visitor.chat("Громов");
  await gromov.waitFor(/Оплата 18.300,00.₽: 100.% \(было 0.%\)/);
  await shot("4-alerts");
  await petrenko.tap("Открыть сделку");
  await petrenko.waitFor("Процент оплаты: ");
  await petrenko.phone.locator(".message img").last().waitFor();
  await shot("5-deal");
});
