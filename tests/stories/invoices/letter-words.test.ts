/** S1.2 Domain 10 What a supplier reads, word for word, and what no name or number can do to it (F127). */
import { afterEach, expect, test } from "vitest";
import PostalMime, { type Email } from "postal-mime";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Story } from "../../harness.ts";
import { approved, letter, letterStory, minute, plain, take, type InvoiceOf } from "./invoice.ts";

let told: Story;
afterEach(() => told.close());

/** Taken by that accountant, and the letter as its reader's program takes it apart. */
async function sent(accountant: string, of: InvoiceOf = {}, label = take): Promise<Email> {
  const request = await approved(told, of);
  await told.person(accountant).tap(label);
  await told.later(2 * minute);
  const { eml } = letter(told, request);
  if (eml === undefined) throw new Error(`it has not left: ${JSON.stringify(letter(told, request))}`);
  return PostalMime.parse(readFileSync(join(told.dataDir, "files", eml)));
}

const change = (sql: string): void => {
  told.store.sqlite.exec(sql);
  told.store.sqlite.prepare("UPDATE meta SET value = ? WHERE key = 'company'").run(sql);
};

test("in Russian, from the payer to the supplier, answered to the manager, with the invoice as it came", async () => {
  told = await letterStory();
  const mail = await sent("orlova");
  expect(plain(mail.subject ?? "")).toBe(
    "Счёт № УТ-1045 от 27.02.2026 на 244 000,00 ₽ передан в оплату — просим подтвердить отгрузку",
  );
  expect(mail.from).toMatchObject({ name: "ООО «Северный шаг»", address: "pay@north-step.example" });
  expect(mail.to).toMatchObject([{ name: "АО «Вихрь-Опт»", address: "sales@vihr-opt.example" }]);
  expect(mail.replyTo).toMatchObject([
    { name: "Петренко Максим Романович", address: "petrenko@north-step.example" },
  ]);
  expect(mail.messageId).toBe("<inv-1-1@north-step.example>");
  expect(mail.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
  expect(plain(mail.text ?? "").trim()).toBe(`Здравствуйте!

Ваш счёт № УТ-1045 от 27.02.2026 на сумму 244 000,00 ₽ (в т. ч. НДС 22 % — 44 000,00 ₽), договор № 14/25 от 10.02.2025, согласован и передан в оплату.
Планируемая дата оплаты: до 18.03.2026.

Просим подтвердить отгрузку: ответьте на это письмо с датой отгрузки и способом доставки.

Закрывающие документы: УПД (или накладная и счёт-фактура); для маркированных товаров — через ЭДО с кодами.

Плательщик: ООО «Северный шаг», ИНН 9601000019, КПП 960101001
Контакт: Петренко Максим Романович, менеджер по продажам, +7 900 000-10-07, petrenko@north-step.example.

Письмо сформировано автоматически.`);
  expect(mail.html).not.toMatch(/<a |<img|http/);
  const [file] = mail.attachments;
  expect(file?.filename).toBe("Счёт УТ-1045.jpg");
  const received = readFileSync("playground/samples/08-shelf-no-code.jpg");
  expect(Buffer.from(file?.content as ArrayBuffer).equals(received)).toBe(true);
  expect(`${mail.text}${mail.html}`).not.toMatch(/Громов|Соколова|Орлова/);
});

test("in Ukrainian, where a Ukrainian entity pays", async () => {
  told = await letterStory();
  change(
    "INSERT INTO holders (person, post, department, position) VALUES ('tkachenko', 'sales-manager', 'ua-office', 999)",
  );
  const theirs = { by: "tkachenko", place: "ua-office", supplier: "karpaty", number: "КО-77" };
  const mail = await sent("shevchenko", theirs, "Взяти та сповістити постачальника");
  expect(plain(mail.subject ?? "")).toBe(
    "Рахунок № КО-77 від 27.02.2026 на суму 244 000,00 ₴ передано в оплату — просимо підтвердити відвантаження",
  );
  expect(mail.from).toMatchObject({ name: "ТОВ «Північний крок»" });
  expect(mail.to).toMatchObject([{ name: "ТОВ «Карпати Опт»", address: "office@karpaty-opt.example" }]);
  expect(mail.replyTo).toBeUndefined(); // the company file knows no e-mail of his
  expect(plain(mail.text ?? "").trim()).toBe(`Добрий день!

Ваш рахунок № КО-77 від 27.02.2026 на суму 244 000,00 ₴ (у т. ч. ПДВ 22 % — 44 000,00 ₴), договір № 7 від 03.03.2025, погоджено й передано в оплату.
Планова дата оплати: до 18.03.2026.

Просимо підтвердити відвантаження: дайте відповідь на цей лист із датою відвантаження та способом доставки.

Закривальні документи: видаткова накладна (або акт виконаних робіт) і податкова накладна.

Платник: ТОВ «Північний крок», ЄДРПОУ 90000015, ІПН 900000110015
Контакт: Ткаченко Роман Іванович, менеджер із роботи з постачальниками, +380 50 000 10 22.

Лист сформовано автоматично.`);
});

test("F127 line breaks in names and numbers begin no header and reach nobody else", async () => {
  told = await letterStory();
  const evil = "\r\nBcc: thief@evil.example\r\n\r\n<b>x</b>";
  change(`UPDATE suppliers SET name = 'АО${evil}', contract = '№ 1${evil}' WHERE id = 'vikhr'`);
  const mail = await sent("orlova", { number: `УТ-1045${evil}`, fileName: `счёт${evil}.pdf` });
  expect(told.telegram.mailbox.list()).toMatchObject([{ to: ["sales@vihr-opt.example"] }]);
  expect(mail.bcc).toBeUndefined();
  expect(mail.headers.map(({ key }) => key)).not.toContain("bcc");
  expect(mail.to).toHaveLength(1);
  expect(mail.subject).not.toMatch(/[\r\n]/);
  expect(mail.html).not.toContain("<b>");
  expect(mail.attachments.map(({ filename }) => /[\r\n]/.test(filename ?? ""))).toEqual([false]);
});

test("a manager who has left is no contact: who has his work now answers the supplier", async () => {
  told = await letterStory();
  const request = await approved(told);
  await told.person("orlova").tap(take);
  change(
    `UPDATE holders SET person = 'tikhonov' WHERE person = 'petrenko'; UPDATE people SET active = 0 WHERE id = 'petrenko'`,
  );
  await told.later(2 * minute);
  const { eml } = letter(told, request);
  const mail = await PostalMime.parse(readFileSync(join(told.dataDir, "files", eml ?? "")));
  expect(plain(mail.text ?? "")).toContain(
    "Контакт: Тихонов Роман Валерьевич, заведующий складом, +7 900 000-10-10.",
  );
  expect(mail.replyTo ?? []).toEqual([]);
});
