import pdfmake from "pdfmake";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openDraft } from "../../../db/drafts.ts";
import { fontFolder, ptSans } from "../../../bot/documents/font-files.ts";
import { parseDraft } from "../../../flows/filing/draft-schema.ts";
import { id, type PersonId } from "../../../flows/ids.ts";
import { story, type Story } from "../../harness.ts";
import { reader, type Reader } from "../filing/talk.ts";
import { samples } from "../filing-words.ts";
import { invoiceDay, papers } from "./filing-talk.ts";

beforeAll(() => {
  pdfmake.setFonts({ PTSans: ptSans });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontFolder));
});

let told: Story;
let petrenko: Reader;
beforeEach(async () => {
  told = await story({ now: invoiceDay });
  await told.everybody();
  petrenko = reader(told, "petrenko");
  await petrenko.choose("Счёт поставщика");
});
afterEach(() => told.close());

/** Names of the papers in the draft that Petrenko is in. */
const kept = (): (string | undefined)[] =>
  parseDraft(openDraft(told.store, id<PersonId>("petrenko"))?.state).papers.map(({ name }) => name);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const locked = (): Promise<Buffer> =>
  pdfmake
    .createPdf({ content: ["Счёт"], defaultStyle: { font: "PTSans" }, userPassword: "secret" })
    .getBuffer();

test("a PDF with a password is refused at once, with what to do; the draft stands", async () => {
  await petrenko.file(papers.invoice);
  await petrenko.file(await locked(), "счёт.pdf", "application/pdf");
  expect(petrenko.said()).toContain(
    "Не принято: счёт.pdf — файл под паролем. Пришлите его без пароля или фото страниц.",
  );
  expect(kept()).toEqual(["invoice-UT-1045-2026-03-11.pdf"]);
});

test("a broken PDF, one of 0 bytes, and something else that is called a PDF, are told apart", async () => {
  await petrenko.file(bytes("%PDF-1.4 и больше ничего"), "broken.pdf", "application/pdf");
  expect(petrenko.said()).toContain("Не принято: broken.pdf — PDF не открывается.");
  await petrenko.file(bytes("это письмо"), "letter.pdf", "application/pdf");
  expect(petrenko.said()).toContain("Не принято: letter.pdf — это не PDF и не фото.");
  expect(kept()).toEqual([]);
});

test("a photo that somebody has called a PDF is taken as the photo it is", async () => {
  await petrenko.file(samples.defect, "scan.pdf", "application/pdf");
  expect(petrenko.said()).toBe("Принято: scan.pdf. Ещё или «Готово»");
});

test("25 MB are refused before they are fetched, with what to do", async () => {
  await petrenko.file(new Uint8Array(25 * 1024 * 1024), "scan.pdf", "application/pdf");
  expect(petrenko.said()).toContain("Файл 25 МБ, а получить можно до 20 МБ. Разделите его на части");
  expect(kept()).toEqual([]);
});

test.each(["sheet.xlsx", "table.csv", "archive.zip", "letter.docx"])(
  "%s is politely refused",
  async (name) => {
    await petrenko.file(bytes("PK"), name);
    expect(petrenko.said()).toMatch(/^Такой файл не подойдёт\. Нужен PDF или фото страниц\./);
  },
);

test("a video and a sticker are no pages", async () => {
  await petrenko.video();
  expect(petrenko.said()).toMatch(/^Такой файл не подойдёт\. Нужен PDF или фото страниц\./);
  await petrenko.sticker();
  expect(petrenko.said()).toMatch(/^Стикер милый/);
});

test("the same PDF sent twice counts once, and what is taken back is gone", async () => {
  await petrenko.file(papers.invoice);
  await petrenko.file(papers.invoice);
  expect(petrenko.said()).toBe("Принято: invoice-UT-1045-2026-03-11.pdf. Ещё или «Готово»");
  await petrenko.choose("Убрать последнее");
  expect(petrenko.said()).toMatch(/^Убрано: \d\./);
  await petrenko.choose("Готово");
  expect(petrenko.said()).toMatch(/^Без файла нельзя/);
});

test("more pages than are allowed are counted as not taken", async () => {
  await petrenko.album([samples.defect, samples.tag, samples.shelf]);
  await petrenko.album([
    samples.moccasins,
    "playground/samples/01-sneakers-ean13-clean.jpg",
    "playground/samples/10-underexposed-ean13.jpg",
  ]);
  expect(petrenko.said()).toContain("Принято: фото: 5.");
  expect(petrenko.said()).toContain("Больше 5 файлов не нужно, лишние не взяты: 1");
});

test("a hostile name is shown cleaned and never used on disk (F49)", async () => {
  await petrenko.file(papers.invoice, "../../<b>счёт</b>\u202efdp.pdf", "application/pdf");
  expect(petrenko.said()).toContain("_.._");
  expect(petrenko.said()).not.toMatch(/[/\u202e]/);
});
