/** How stories file: the shortest way that a person at the counter would take. */
import { loadRequest } from "../../db/requests.ts";
import type { Request } from "../../flows/engine/request.ts";
import { units, type RequestId } from "../../flows/ids.ts";
import type { Story } from "../harness.ts";

export const samples = {
  defect: "playground/samples/02-sneakers-defect-no-code.jpg",
  tag: "playground/samples/03-sneakers-datamatrix.jpg",
  moccasins: "playground/samples/05-moccasins-ean13-rotated-33.jpg",
  shelf: "playground/samples/08-shelf-no-code.jpg",
} as const;
export const minute = 60_000;
export const hour = 60 * minute;

interface Filed {
  readonly by?: string;
  readonly article?: string;
  readonly quantity?: string;
  readonly reason?: string;
  readonly photos?: readonly string[];
}

/** Two pairs of sneakers for 10 000 ₽ from store № 2, with two photos (S0.13), up to the preview. */
export async function prepareWriteOff(told: Story, of: Filed = {}): Promise<void> {
  const clerk = told.person(of.by ?? "kotov");
  await clerk.choose("Списание");
  await clerk.text(`${of.article ?? "1002"} ${of.quantity ?? "2 пары"}`);
  await clerk.choose("Верно, это всё");
  await clerk.choose(of.reason ?? "Производственный брак");
  await clerk.album([...(of.photos ?? [samples.defect, samples.tag])]);
  await clerk.choose("Готово");
  await clerk.choose("Пропустить");
}

/** The same, sent. @returns its number */
export async function fileWriteOff(told: Story, of: Filed = {}): Promise<RequestId> {
  await prepareWriteOff(told, of);
  return submit(told, of.by ?? "kotov");
}

/** Three pairs of moccasins for 7 500 ₽ from store № 3 back to their supplier. @returns its number */
export async function fileReturn(told: Story, of: Filed = {}): Promise<RequestId> {
  const by = of.by ?? "ryabov";
  const clerk = told.person(by);
  await clerk.choose("Возврат");
  await clerk.text(`${of.article ?? "1020"} ${of.quantity ?? "3 пары"}`);
  await clerk.choose("Верно, это всё");
  await clerk.choose(of.reason ?? "Производственный брак");
  await clerk.album([...(of.photos ?? [samples.moccasins])]);
  await clerk.choose("Готово");
  await clerk.choose("Мокасин-Трейд");
  await clerk.choose("Пропустить");
  return submit(told, by);
}

export async function submit(told: Story, by: string): Promise<RequestId> {
  await told.person(by).choose("Отправить на согласование");
  const number = /Заявка № (\d+)/.exec(
    told.messagesTo(by).findLast((text) => text.startsWith("Заявка №")) ?? "",
  )?.[1];
  if (number === undefined) throw new Error(`it was not sent; the bot said: ${told.person(by).said()}`);
  return units<RequestId>(Number(number));
}

/** The request as it is stored. */
export function stored(told: Story, number: RequestId): Request {
  const request = loadRequest(told.store, number);
  if (request === undefined) throw new Error(`no request № ${number}`);
  return request;
}

/** The words of a person's card of a request. */
export function cardOf(told: Story, who: string, number: RequestId): string {
  const isCard = new RegExp(`^(Списание|Возврат)[^\\n]*\\n№ ${number} ·`);
  return told.messagesTo(who).findLast((text) => isCard.test(text)) ?? "";
}
