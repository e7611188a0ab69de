/** The whole way with real PDFs: the form's paper on the directors' cards, its closing documents to the accountant (S1.4, S1.17). */
import { afterEach, expect, test } from "vitest";
import { units, type RequestId } from "../../../flows/ids.ts";
import { story, type Story } from "../../harness.ts";
import { reader } from "../filing/talk.ts";
import { cardOf, cardText, stored } from "./filed.ts";
import { invoiceDay, papers, toInvoicePreview } from "./filing-talk.ts";

let told: Story;
afterEach(() => told.close());

test("a PDF from the form to the closing documents: its first page stands on the card, the file comes on demand", async () => {
  told = await story({ now: invoiceDay });
  await told.everybody();
  const manager = reader(told, "petrenko");
  await toInvoicePreview(manager);
  await manager.choose("Отправить на согласование");
  const number = units<RequestId>(1);
  const card = cardText(told, "gromov", number);
  expect(card.split("\n")[0]).toBe("Счёт 244 000 ₽ · Вихрь-Опт · оплатить до 18.03");
  expect(card).toContain("Сумма с НДС: 244 000 ₽, в т. ч. НДС 22 %: 44 000 ₽");
  expect(cardOf(told, "gromov", number)?.photo).toBeDefined();
  await told.person("gromov").tap("Файл счёта");
  expect(told.person("gromov").last().document?.fileName).toBe("invoice-UT-1045-2026-03-11.pdf");
  await told.person("gromov").tap(/^Согласовать счёт/);
  await told.person("demina").tap("Взять и известить поставщика");
  await told.person("demina").tap(/^Оплачено ·/);
  await told.person("demina").tap(/^Оплачено сегодня/);
  const petrenko = told.person("petrenko");
  await petrenko.tap("Приложить закрывающие документы");
  await petrenko.file(papers.upd);
  expect(petrenko.said()).toContain("Приложено");
  await petrenko.tap("Все документы приложены");
  expect(stored(told, number).status).toBe("ended");
  await told.person("demina").tap("Закрывающие документы");
  expect(told.person("demina").last().document?.fileName).toBe("upd-1045-2026-03-16.pdf");
});
