/**
 * Deals and payments of the demo company as another system would give them out: an Excel file and a CSV file.
 * `node --import tsx tests/samples/deal-sheets.ts` writes both for the playground.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { csv, xlsx, type Rows } from "./sheets.ts";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** The column «Оплачено» is left out: what was received stands in the payments. */
export const demoDeals: Rows = [
  [
    ["Код", "Сделка", "№ заказа", "№ счёта", "Стадия", "Покупатель", "ИНН", "Менеджер"],
    ["Сумма", "Валюта", "Срок оплаты"],
  ].flat(),
  [
    ["ord-1", "Кроссовки для сборной, 20 пар", "ЗП-2026-0112", "С-2026-0041", "В работе"],
    ["ООО «Спортшкола Олимпик»", 9603000215, "Петренко М. Р.", 150_000, "₽", day("2026-03-25")],
  ].flat(),
  [
    ["ord-2", "Коврики и скакалки", "ЗП-2026-0115", "С-2026-0043", "Ожидает оплаты"],
    ["ООО «Фитнес-Клуб Пульс»", 9603000222, "Жукова Екатерина Ильинична", 18_300, "₽", day("2026-03-12")],
  ].flat(),
  [
    ["ord-3", "Кроссовки, розница", "ЗП-2026-0118", "С-2026-0047", "Новый"],
    ["ИП Иванчук Д. О.", 960300002393, "petrenko", 9_990, "₽", day("2026-03-13")],
  ].flat(),
];

/** The payments that the bank statement of the demo tells of as well. */
export const demoPayments: Rows = [
  [
    ["Дата оплаты", "Номер п/п", "Сумма", "№ счёта", "№ заказа", "Плательщик", "ИНН плательщика"],
    "Назначение платежа",
  ].flat(),
  [
    ["10.03.2026", "118", "45\u00a0000,00", "С-2026-0041", "ЗП-2026-0112", "ООО «Спортшкола Олимпик»"],
    ["9603000215", "Оплата 30% по счету № С-2026-0041 от 05.03.2026"],
  ].flat(),
  [
    ["12.03.2026", "121", "60\u00a0000,00", "С-2026-0041", "ЗП-2026-0112", "ООО «Спортшкола Олимпик»"],
    ["9603000215", "Доплата по сч. С-2026-0041 от 05.03.26"],
  ].flat(),
  [
    ["12.03.2026", "77", "18\u00a0300,00", "С-2026-0043", "ЗП-2026-0115", "ООО «Фитнес-Клуб Пульс»"],
    ["9603000222", "Оплата по счету N С-2026-0043 = 100%"],
  ].flat(),
  [
    ["13.03.2026", "5", "9\u00a0990,00", "С-2026-0047", "ЗП-2026-0118", "ИП Иванчук Д. О."],
    ["960300002393", "За кроссовки"],
  ].flat(),
];

/** Where the playground offers them. */
export const demoDealsFile = fileURLToPath(new URL("../../playground/samples/deals.xlsx", import.meta.url));
export const demoPaymentsFile = fileURLToPath(new URL("../../playground/samples/payments.csv", import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(demoDealsFile, await xlsx(demoDeals));
  writeFileSync(demoPaymentsFile, csv(demoPayments, ";", "win1251"));
}
