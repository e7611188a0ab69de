/** How stories file an invoice: the way a sales manager would take through the form. */
import { loadRequest } from "../../../db/requests.ts";
import type { Request } from "../../../flows/engine/request.ts";
import { units, type RequestId } from "../../../flows/ids.ts";
import type { Story } from "../../harness.ts";
import type { Reader } from "../filing/talk.ts";

export const papers = {
  invoice: "playground/samples/invoice-UT-1045-2026-03-11.pdf",
  upd: "playground/samples/upd-1045-2026-03-16.pdf",
} as const;
/** Wednesday 11 March 2026, 10:00 in Moscow: the day of the sample invoice. */
export const invoiceDay = Date.UTC(2026, 2, 11, 7, 0);

/** From the sum to the preview: 244 000 ₽ with 22 % inside, in seven days, either director. */
async function fromSum(manager: Reader): Promise<void> {
  await manager.text("244 000");
  await manager.choose(/^22.%$/);
  await manager.choose("Верно");
  await manager.choose("(+7)");
  await manager.text("Оплата по счёту УТ-1045 за кроссовки");
  await manager.choose("Пропустить");
  await manager.choose("Пропустить");
  await manager.choose("Любой из них");
  await manager.choose("Пропустить");
}

/** With the sample PDF, up to the preview. */
export async function toInvoicePreview(manager: Reader): Promise<void> {
  await manager.choose("Счёт поставщика");
  await manager.file(papers.invoice);
  await manager.choose("Готово");
  await manager.choose("Вихрь-Опт");
  await fromNumber(manager);
}

/** From the question about the number on, up to the preview. */
export async function fromNumber(manager: Reader): Promise<void> {
  await manager.text("УТ-1045");
  await manager.choose("Сегодня");
  await fromSum(manager);
}

/** The request as it is stored. */
export function filed(told: Story, number: number): Request {
  const request = loadRequest(told.store, units<RequestId>(number));
  if (request === undefined) throw new Error(`no request № ${number}`);
  return request;
}
