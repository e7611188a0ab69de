/** Closing documents as they are sent: what is still being checked, what comes late, what was a mistake (S1.16–S1.19). */
import { afterEach, beforeEach, expect, test } from "vitest";
import { pack } from "../../../bot/buttons.ts";
import { filesOf } from "../../../flows/engine/answers.ts";
import { id, type RequestId } from "../../../flows/ids.ts";
import { story, type Story } from "../../harness.ts";
import { hour, minute, samples } from "../filing-words.ts";
import { fileInvoice, stored } from "./filed.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
  await told.everybody();
});
afterEach(() => told.close());

const visa = id<never>("closing-documents");
const plain = (text: string): string => text.replaceAll("\u00a0", " ");
const attached = (number: RequestId) => filesOf(stored(told, number).steps.at(-1)?.answers ?? {});

/** Paid in full: Петренко is asked for its documents, and has opened the prompt. */
async function awaiting(): Promise<RequestId> {
  const number = await fileInvoice(told);
  await told.person("sokolova").tap(/^Согласовать счёт/);
  await told.person("demina").tap("Взять и известить поставщика");
  await told.person("demina").tap(/^Оплачено ·/);
  await told.person("demina").tap(/^Оплачено сегодня/);
  await told.person("petrenko").tap("Приложить закрывающие документы");
  return number;
}

test("a file that is still being checked is not left out: the work is done only when it is attached", async () => {
  const number = await awaiting();
  const petrenko = told.person("petrenko");
  await petrenko.photo(samples.shelf);
  told.telegram.faults.add({ kind: "500", method: "getFile", times: 1 });
  await petrenko.photo(samples.defect);
  expect(attached(number)).toHaveLength(1);
  await petrenko.tap("Приложить закрывающие документы");
  const early = await petrenko.tap("Все документы приложены");
  expect(early).toMatchObject({ alert: true });
  expect(plain(early.toast ?? "")).toBe(
    "Ещё проверяется 1 файл. Подождите немного и нажмите снова. Не нужно: /cancel",
  );
  expect(stored(told, number).stage).toBe("closing-documents");

  await told.later(10 * minute);
  expect(plain(petrenko.said())).toContain("Приложено: 1 файл, всего 2");
  await petrenko.tap("Все документы приложены");
  expect(stored(told, number)).toMatchObject({ status: "ended", stage: "closed" });
  expect(attached(number)).toHaveLength(2);
});

test("who doesn't wait for a file that is being checked gives it up, and what is attached closes it", async () => {
  const number = await awaiting();
  const petrenko = told.person("petrenko");
  await petrenko.photo(samples.shelf);
  told.telegram.faults.add({ kind: "500", method: "getFile", times: 1 });
  await petrenko.photo(samples.defect);
  await petrenko.text("/cancel");
  await petrenko.tap("Все документы приложены");
  expect(stored(told, number).stage).toBe("closed");
  await told.later(hour);
  expect(attached(number)).toHaveLength(1);
});

test("long after the prompt a paper is nobody's document, unless it is a reply to the prompt", async () => {
  const number = await awaiting();
  const petrenko = told.person("petrenko");
  const prompt = petrenko.last().id;
  await petrenko.photo(samples.shelf);
  expect(attached(number)).toHaveLength(1);
  await told.later(2 * hour);
  await petrenko.photo(samples.defect);
  expect(attached(number)).toHaveLength(1);
  await petrenko.photo(samples.tag, { replyTo: prompt });
  expect(attached(number)).toHaveLength(2);
  await petrenko.tap("Приложить закрывающие документы");
  await petrenko.photo(samples.defect);
  expect(attached(number)).toHaveLength(3);
});

test("the last document is taken off again, each by one press under what told of it", async () => {
  const number = await awaiting();
  const petrenko = told.person("petrenko");
  await petrenko.photo(samples.shelf);
  const older = petrenko.last();
  await petrenko.photo(samples.defect);
  const newer = petrenko.last();
  const drop = (message: typeof newer): string =>
    message.buttons.flat().find((one) => one.text === "Убрать последний")?.data ?? "";
  const [first] = attached(number);
  const early = await petrenko.press(older.id, drop(older));
  expect(early).toMatchObject({ alert: true, toast: expect.stringMatching(/изменилось/) });
  petrenko.raw.press(newer.id, drop(newer));
  expect((await petrenko.press(newer.id, drop(newer))).alert).toBe(true);
  expect(attached(number)).toEqual([first]);
  const said = (): string => plain(petrenko.messages().find((one) => one.id === newer.id)?.text ?? "");
  expect(said()).toBe("№ 1 · Приложено всего: 1.");
  expect(plain(petrenko.messages().find((one) => one.id === older.id)?.text ?? "")).toBe(
    "№ 1 · Приложено всего: 2.",
  );

  await petrenko.tap("Убрать последний");
  expect(attached(number)).toEqual([]);
  expect(said()).toBe("№ 1 · Убрано: photo-1.jpg. Приложено всего: 0.");
  await petrenko.press(newer.id, `tn:${number}:closing-documents`);
  expect(stored(told, number).stage).toBe("closing-documents");
  await petrenko.photo(samples.defect);
  await petrenko.tap("Все документы приложены");
  expect(stored(told, number).stage).toBe("closed");
  const late = await petrenko.press(
    petrenko.last().id,
    pack({ kind: "drop-document", request: number, visa, index: 1 }),
  );
  expect(late.alert).toBe(true);
  expect(attached(number)).toHaveLength(1);
});
