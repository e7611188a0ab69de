import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { execute } from "../../../db/execute.ts";
import { fileOf, filePath } from "../../../db/files.ts";
import { suppliersPage } from "../../../db/suppliers.ts";
import { write } from "../../../db/write.ts";
import { filesOf } from "../../../flows/engine/answers.ts";
import { id, units, type Instant, type PersonId, type RequestId, type VisaId } from "../../../flows/ids.ts";
import { story, type Story } from "../../harness.ts";
import { reader } from "../filing/talk.ts";
import { samples } from "../filing-words.ts";
import { filed, fromNumber, invoiceDay, papers, toInvoicePreview } from "./filing-talk.ts";

let told: Story;
beforeEach(async () => {
  told = await story({ now: invoiceDay });
  await told.everybody();
});
afterEach(() => told.close());

test("a manager files an invoice as a PDF: its file and first page are kept, both directors are asked (S1.1, S1.5, S1.6, S1.21)", async () => {
  const petrenko = reader(told, "petrenko");
  await toInvoicePreview(petrenko);
  expect(petrenko.said()).toContain("Файл или фото счёта: invoice-UT-1045-2026-03-11.pdf");
  expect(petrenko.said()).toContain("Сумма с НДС: 244 000 ₽, в т. ч. НДС 22 %: 44 000 ₽");
  expect(petrenko.said()).toContain("Оплатить до: 18.03.2026");
  expect(petrenko.said()).toContain("Кто подписывает: любой из них");
  expect(petrenko.said()).toContain("Соколова И. В., Громов П. А.");
  await petrenko.choose("Отправить на согласование");
  expect(petrenko.heard()).toContain("Счёт № 1 отправлен на согласование.");
  const request = filed(told, 1);
  const [paper] = filesOf(request.answers);
  expect(paper).toMatchObject({ name: "invoice-UT-1045-2026-03-11.pdf", mime: "application/pdf" });
  for (const hash of [paper?.hash, paper?.page]) {
    if (hash === undefined) throw new Error("the paper or its page is not kept");
    expect(existsSync(filePath(join(told.dataDir, "files"), hash))).toBe(true);
    expect(fileOf(told.store, hash)).toBeDefined();
  }
  expect(request.steps.map(({ visa, asked }) => [visa, asked])).toEqual([
    ["director", ["sokolova", "gromov"]],
  ]);
  expect(petrenko.heard().join("\n")).not.toContain("аявк");
});

test("photos of the pages do as well: an album, one more, and one sent as a file", async () => {
  const petrenko = reader(told, "petrenko");
  await petrenko.choose("Счёт поставщика");
  await petrenko.album([samples.defect, samples.tag]);
  await petrenko.file(samples.shelf, "страница 3.jpg", "image/jpeg");
  await petrenko.photo(samples.defect);
  expect(petrenko.said()).toBe("Принято: страница 3.jpg, фото: 2. Ещё или «Готово»");
  await petrenko.choose("Готово");
  await petrenko.choose("Вихрь-Опт");
  await fromNumber(petrenko);
  await petrenko.choose("Отправить на согласование");
  const files = filesOf(filed(told, 1).answers);
  expect(files.map(({ name, page, hash }) => [name, page === hash])).toEqual([
    ["photo-1.jpg", true],
    ["photo-2.jpg", true],
    ["страница 3.jpg", true],
  ]);
});

test("a PDF with nothing open begins an invoice; for who files none it is no use", async () => {
  const petrenko = reader(told, "petrenko");
  await petrenko.file(papers.invoice, undefined, undefined, { caption: "срочно" });
  expect(petrenko.heard().join("\n")).toContain("1 из 11 · Файл или фото счёта\nПринято: invoice-UT-1045");
  await petrenko.choose("Готово");
  expect(petrenko.said()).toMatch(/^2 из 11 · Поставщик/);
  await petrenko.text("/cancel");
  await petrenko.choose("Сохранить черновик");
  await petrenko.file(papers.upd);
  expect(petrenko.heard().join("\n")).toContain(
    "Есть черновик «Счёт поставщика»: 2 файла. Продолжить черновик?",
  );
  const kotov = reader(told, "kotov");
  await kotov.file(papers.invoice);
  expect(kotov.said()).toMatch(/^Такой файл не подойдёт/);
});

test("photos with nothing open go into the invoice that is chosen for them", async () => {
  const petrenko = reader(told, "petrenko");
  await petrenko.album([samples.defect, samples.tag]);
  await petrenko.choose("Счёт поставщика");
  expect(petrenko.said()).toBe(
    "1 из 11 · Файл или фото счёта\nПринято: фото: 2. Ещё страницы — пришлите. Всё — «Готово».",
  );
});

test("a new supplier is entered with his ИНН, a wrong one is refused", async () => {
  const petrenko = reader(told, "petrenko");
  await petrenko.file(papers.invoice);
  await petrenko.choose("Готово");
  await petrenko.choose("Новый поставщик");
  await petrenko.text("ООО «Новый след»");
  await petrenko.text("9602000118");
  expect(petrenko.said()).toMatch(/^В этом ИНН ошибка/);
  await petrenko.text("7707083893");
  await fromNumber(petrenko);
  await petrenko.choose("Отправить на согласование");
  expect(filed(told, 1).answers["supplier"]).toMatchObject({ supplier: { name: "ООО «Новый след»" } });
  const added = suppliersPage(told.store, { limit: 100 }).find(({ inn }) => inn === "7707083893");
  expect(added?.name).toBe("ООО «Новый след»");
});

test("sums, dates and accounts that can't be are refused with a clear word, and the draft goes on", async () => {
  const petrenko = reader(told, "petrenko");
  await petrenko.file(papers.invoice);
  for (const answer of ["Готово", "АО «Вихрь-Опт»", "УТ-1045", "20.03.2026"]) await petrenko.text(answer);
  expect(petrenko.said()).toMatch(/^Слишком поздно: можно не позже 12\.03\.2026\./);
  await petrenko.text("11.03.2026");
  await petrenko.text("двести");
  expect(petrenko.said()).toMatch(/^Не понял сумму/);
  await petrenko.text("244 000 руб.");
  await petrenko.text("20");
  expect(petrenko.said()).toMatch(/^На дату счёта \(11\.03\.2026\) такой ставки НДС нет/);
  await petrenko.choose("22");
  await petrenko.text("300 000");
  expect(petrenko.said()).toMatch(/^НДС не может быть больше самой суммы/);
  await petrenko.text("40 000");
  expect(petrenko.said()).toContain("По расчёту НДС 22 %: 44 000 ₽, а вы написали 40 000 ₽.");
  await petrenko.choose("В счёте именно так");
  await petrenko.text("01.03.2026");
  expect(petrenko.said()).toMatch(/^Слишком рано: Дата счёта — 11\.03\.2026\./);
  await petrenko.choose("18.03.2026 (+7)");
  await petrenko.text("кроссовки");
  await petrenko.text("40702810900000000102 049601777");
  expect(petrenko.said()).toMatch(/^Счёт и БИК не сходятся/);
  await petrenko.text("40702810900000000101 049601777");
  await petrenko.text("ЗП-2026-0112");
  await petrenko.choose("Громов П. А., коммерческий директор");
  await petrenko.choose("Пропустить");
  expect(petrenko.said()).toContain("Счёт в банке: 40702810900000000101, БИК 049601777");
  expect(petrenko.said()).toContain("Сумма с НДС: 244 000 ₽, в т. ч. НДС 22 %: 40 000 ₽");
  await petrenko.choose("Отправить на согласование");
  expect(filed(told, 1).steps[0]?.asked).toEqual(["gromov"]);
});

test("sent back, an invoice begins with a new file and who signs; the rest stands, the history too (S1.12)", async () => {
  const petrenko = reader(told, "petrenko");
  await toInvoicePreview(petrenko);
  await petrenko.choose("Отправить на согласование");
  sendBack(told);
  await told.settle();
  await petrenko.tap("Исправить");
  expect(petrenko.said()).toContain("На доработке: «Неверная сумма»");
  expect(petrenko.said()).toContain("Пришлите PDF или фото страниц, до 5");
  await petrenko.choose("Готово");
  expect(petrenko.said()).toMatch(/^Без файла нельзя/);
  await petrenko.file(papers.upd, "Счёт УТ-1045 исправленный.pdf");
  await petrenko.choose("Готово");
  await petrenko.choose("Громов П. А.");
  expect(petrenko.said()).toContain("№ 1: исправьте и отправьте ещё раз");
  await petrenko.choose("Изменить");
  await petrenko.choose("Сумма с НДС");
  expect(petrenko.said()).toContain("Сейчас: 244 000 ₽, в т. ч. НДС 22 %: 44 000 ₽");
  await petrenko.text("122 000");
  await petrenko.choose("22");
  await petrenko.choose("Верно");
  await petrenko.choose("Отправить на согласование");
  expect(petrenko.heard()).toContain("Счёт № 1 отправлен ещё раз.");
  const request = filed(told, 1);
  expect(request.answers).toMatchObject({
    file: { files: [{ name: "Счёт УТ-1045 исправленный.pdf" }] },
    sum: { sum: 12_200_000 },
    signer: { person: "gromov" },
    number: { text: "УТ-1045" },
  });
  expect([request.round, request.status]).toEqual([2, "open"]);
  expect(request.steps.map(({ round, outcome }) => [round, outcome])).toEqual([
    [1, "sent-back"],
    [2, undefined],
  ]);
});

/** Director Sokolova sends № 1 back. */
function sendBack({ store, clock }: Story): void {
  const { revision } = filed(told, 1);
  const command = {
    kind: "sign",
    by: id<PersonId>("sokolova"),
    at: units<Instant>(clock.now()),
    visa: id<VisaId>("director"),
    decision: "sent-back",
    reason: "Неверная сумма",
    seen: revision,
  } as const;
  const done = write(store, (tx) => execute(tx, { request: units<RequestId>(1) }, command));
  if ("refusal" in done) throw new Error(done.refusal.kind);
}

test("українською: рахунок подається так само, IBAN перевіряється", async () => {
  const petrenko = reader(told, "petrenko");
  await petrenko.text("/language");
  await petrenko.tap("Українська");
  await petrenko.choose("Рахунок постачальника");
  await petrenko.file(papers.invoice);
  await petrenko.choose("Готово");
  await petrenko.choose("Вихрь-Опт");
  expect(petrenko.said()).toContain("Напишіть, наприклад: УТ-1045");
  await petrenko.text("УТ-1045");
  await petrenko.choose("Сьогодні");
  await petrenko.text("12 600");
  await petrenko.choose("Без ПДВ");
  await petrenko.choose("(+3)");
  await petrenko.text("шнурки");
  await petrenko.text("UA123999990000026001000000101");
  expect(petrenko.said()).toMatch(/^У цьому IBAN помилка/);
  await petrenko.choose("Пропустити");
  await petrenko.choose("Пропустити");
  await petrenko.choose("Будь-хто з них");
  await petrenko.choose("Пропустити");
  expect(petrenko.said()).toContain("Сума з ПДВ: 12 600 ₽, без ПДВ");
  await petrenko.choose("Надіслати на погодження");
  expect(petrenko.heard()).toContain("Рахунок № 1 надіслано на погодження.");
});
