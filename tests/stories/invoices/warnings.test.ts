/** What is said before an invoice is sent, and what its director reads: twins, bank details, the order's sum (D28, domain 5.6). */
import { afterEach, expect, test } from "vitest";
import type { RequestId } from "../../../flows/ids.ts";
import { loadRequest } from "../../../db/requests.ts";
import { story, type Story } from "../../harness.ts";
import { demoDeals, foreignProgram } from "../payments/books.ts";
import { papers } from "./filing-talk.ts";
import { decided, fileInvoice, paid, takenInvoice, type InvoiceOf } from "./filed-invoice.ts";

let told: Story;
afterEach(() => told.close());

const mondayInMarch = Date.UTC(2026, 2, 16, 7, 0);
const petrenko = () => told.person("petrenko");
const said = (who = "petrenko"): readonly string[] => told.messagesTo(who).slice(-2);

/** A rejected invoice taken up again: «Подать снова» asks for a paper and who signs; what else was said stands in the preview. */
async function previewOf(of: InvoiceOf): Promise<RequestId> {
  const request = await fileInvoice(told, of);
  await decided(told, request, "rejected", "Не наш заказ");
  await told.later(5 * 60_000);
  await petrenko().tap("Подать снова");
  await petrenko().file(papers.invoice);
  await petrenko().choose("Готово");
  await petrenko().choose("Любой из них");
  return request;
}
async function begun(): Promise<void> {
  told = await story({ now: mondayInMarch });
  await told.everybody();
}

test("a twin: it is shown with a button, sending wants a reason, and the director reads both", async () => {
  await begun();
  const twin = await fileInvoice(told, { number: "№ УТ-0001045" });
  await previewOf({});
  expect(said()[0]).toMatch(
    /^⚠️ Счёт с этим номером уже есть: № 1 \(Петренко М\. Р\., 16\.03 10:00, 244 000 ₽, «Выбор лица, принимающего решение»\)\.$/,
  );
  expect(said()[1]).toContain("Почему подаётся ещё раз");
  await petrenko().tap(/^Открыть №.1$/);
  expect(said()[1]).toContain("№ 1");
  await petrenko().text("Первый поставщик отозвал");
  await petrenko().choose("Отправить");
  const again = loadRequest(told.store, (twin + 2) as RequestId);
  expect(again?.answers["twin-reason"]).toEqual({ kind: "text", text: "Первый поставщик отозвал" });
  const card = told.messagesTo("sokolova").at(-1) ?? "";
  expect(card).toContain("⚠️ Счёт с этим номером уже есть: № 1 (Петренко М. Р.");
  expect(card).toContain("Почему подан ещё раз:\nПервый поставщик отозвал");
});

test("the same number a year later is no twin: nothing is asked, nothing is said", async () => {
  await begun();
  await fileInvoice(told, { number: "1", date: "2025-12-30" });
  await previewOf({ number: "1", date: "2026-01-12" });
  expect(said().join("\n")).not.toContain("⚠️");
  await petrenko().choose("Отправить");
  expect(told.messagesTo("sokolova").at(-1)).not.toContain("⚠️");
});

test("other bank details than the last paid invoice's: told on the preview and to the director", async () => {
  await begun();
  const first = await takenInvoice(told, "orlova", { number: "7", account: "40702810800000000201" });
  await paid(told, first, "orlova", { date: "2026-03-16", sum: 24_400_000, order: "45" });
  await previewOf({ number: "8", account: "40702810800000000999" });
  const warning =
    "⚠️ Реквизиты не те, что у последнего оплаченного счёта этого поставщика (№ 1). Было: 40702810800000000201.";
  expect(said()[1]).toContain(warning);
  await petrenko().choose("Отправить");
  expect(told.messagesTo("sokolova").at(-1)).toContain(warning);
});

test("an order that is unknown, or smaller than the invoice: its sum is told to who may see the deal", async () => {
  await begun();
  foreignProgram(told, demoDeals);
  await told.payments();
  await previewOf({ number: "8", order: "ЗП-1" });
  expect(said()[1]).toContain("⚠️ Заказ «ЗП-1» не найден среди сделок: проверьте номер.");
  await petrenko().choose("Отмена");
  await petrenko().choose("Удалить черновик");
  await previewOf({ number: "9", order: "зп 2026 0112" });
  expect(said()[1]).toContain("⚠️ Сумма больше суммы заказа «зп 2026 0112»: он на 150 000 ₽.");
  await petrenko().choose("Отмена");
  await petrenko().choose("Удалить черновик");
  await previewOf({ number: "10", order: "ЗП-2026-0115" }); // another manager's
  expect(said()[1]).toContain("⚠️ Сумма больше суммы заказа «ЗП-2026-0115».");
});
