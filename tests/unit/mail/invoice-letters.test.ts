/** The letters about a supplier's invoice, word for word (domain 10): nothing of the inside of the company is in them. */
import { describe, expect, test } from "vitest";
import { units, type Minor } from "../../../flows/ids.ts";
import {
  closingDocumentsLetter,
  handedOverLetter,
  letterLanguage,
  paidLetter,
  type InvoiceFacts,
} from "../../../flows/mail/invoice-letters.ts";

const minor = (kopecks: number): Minor => units<Minor>(kopecks);
/** No-break spaces as spaces: what a reader sees. */
const seen = (text: string): string => text.replaceAll("\u00a0", " ");

const facts: InvoiceFacts = {
  payer: { name: "ООО «Северный шаг»", country: "RU", inn: "9601000019", kpp: "960101001" },
  contact: "Вихрев Павел Олегович",
  invoice: {
    number: "УТ-1045",
    date: "2026-03-11",
    sum: minor(24_400_000),
    vat: { percent: 22, sum: minor(4_400_000) },
  },
  basis: "договор № 12 от 01.02.2025",
  manager: {
    name: "Петренко Максим Романович",
    post: "менеджер по продажам",
    phone: "+7 812 555-01-08",
    email: "petrenko@north-step.example",
  },
};
const factsUk: InvoiceFacts = {
  ...facts,
  payer: { name: "ТОВ «Північний крок»", country: "UA", inn: "90000015", vatId: "900000110015" },
  contact: "Гуцул Оксана Іванівна",
  invoice: {
    number: "КО-77",
    date: "2026-03-11",
    sum: minor(12_000_000),
    vat: { percent: 20, sum: minor(2_000_000) },
  },
  basis: "договір № 3 від 12.01.2026",
  manager: {
    name: "Шевченко Олена Ігорівна",
    post: "фінансовий менеджер",
    email: "shevchenko@north-step.example",
  },
};
const payment = { number: "45", date: "2026-03-13" };

describe("handed over for payment", () => {
  test("in Russian", () => {
    const { subject, text } = handedOverLetter(facts, { language: "ru", plannedDate: "2026-03-18" });
    expect(seen(subject)).toBe(
      "Счёт № УТ-1045 от 11.03.2026 на 244 000,00 ₽ передан в оплату — просим подтвердить отгрузку",
    );
    expect(seen(text)).toBe(`Здравствуйте, Вихрев Павел Олегович!

Ваш счёт № УТ-1045 от 11.03.2026 на сумму 244 000,00 ₽ (в т. ч. НДС 22 % — 44 000,00 ₽), договор № 12 от 01.02.2025, согласован и передан в оплату.
Планируемая дата оплаты: до 18.03.2026.

Просим подтвердить отгрузку: ответьте на это письмо с датой отгрузки и способом доставки.

Закрывающие документы: УПД (или накладная и счёт-фактура); для маркированных товаров — через ЭДО с кодами.

Плательщик: ООО «Северный шаг», ИНН 9601000019, КПП 960101001
Контакт: Петренко Максим Романович, менеджер по продажам, +7 812 555-01-08, petrenko@north-step.example.

Письмо сформировано автоматически.`);
  });

  test("in Ukrainian", () => {
    const { subject, text } = handedOverLetter(factsUk, { language: "uk", plannedDate: "2026-03-18" });
    expect(seen(subject)).toBe(
      "Рахунок № КО-77 від 11.03.2026 на суму 120 000,00 ₴ передано в оплату — просимо підтвердити відвантаження",
    );
    expect(seen(text)).toBe(`Добрий день, Гуцул Оксана Іванівна!

Ваш рахунок № КО-77 від 11.03.2026 на суму 120 000,00 ₴ (у т. ч. ПДВ 20 % — 20 000,00 ₴), договір № 3 від 12.01.2026, погоджено й передано в оплату.
Планова дата оплати: до 18.03.2026.

Просимо підтвердити відвантаження: дайте відповідь на цей лист із датою відвантаження та способом доставки.

Закривальні документи: видаткова накладна (або акт виконаних робіт) і податкова накладна.

Платник: ТОВ «Північний крок», ЄДРПОУ 90000015, ІПН 900000110015
Контакт: Шевченко Олена Ігорівна, фінансовий менеджер, shevchenko@north-step.example.

Лист сформовано автоматично.`);
  });

  test("without a contact, a basis or VAT the sentence closes over the gap", () => {
    const { contact: _, basis: __, ...rest } = facts;
    const { vat: ___, ...invoice } = rest.invoice;
    const { text } = handedOverLetter(
      { ...rest, invoice: { ...invoice, number: "88", sum: minor(1_260_000) } },
      { language: "ru", plannedDate: "2026-03-18" },
    );
    expect(seen(text)).toContain(
      "Здравствуйте!\n\nВаш счёт № 88 от 11.03.2026 на сумму 12 600,00 ₽ (без НДС) согласован и передан в оплату.\n",
    );
  });
});

describe("paid", () => {
  test("in Russian, with the payment order", () => {
    const { subject, text } = paidLetter(facts, { language: "ru", payment });
    expect(seen(subject)).toBe(
      "Счёт № УТ-1045 от 11.03.2026 на 244 000,00 ₽ оплачен, платёжное поручение № 45 от 13.03.2026",
    );
    expect(seen(text)).toContain(
      "договор № 12 от 01.02.2025, оплачен, платёжное поручение № 45 от 13.03.2026.",
    );
  });
  test("in Ukrainian", () => {
    const { subject } = paidLetter(factsUk, { language: "uk", payment });
    expect(seen(subject)).toBe(
      "Рахунок № КО-77 від 11.03.2026 на суму 120 000,00 ₴ сплачено, платіжна інструкція № 45 від 13.03.2026",
    );
  });
  test("a payment without a number is named by its date", () => {
    const { subject } = paidLetter(facts, { language: "ru", payment: { date: "2026-03-13" } });
    expect(seen(subject)).toMatch(/оплачен, платёж от 13\.03\.2026$/);
  });
});

describe("closing documents", () => {
  test("in Russian", () => {
    const { subject, text } = closingDocumentsLetter(facts, { language: "ru", payment });
    expect(seen(subject)).toBe(
      "Счёт № УТ-1045 от 11.03.2026 на 244 000,00 ₽ — просим прислать закрывающие документы",
    );
    expect(seen(text)).toContain("оплачен, платёжное поручение № 45 от 13.03.2026.\nПросим прислать");
    expect(seen(text)).toContain("Закрывающие документы: УПД (или накладная и счёт-фактура);");
  });
  test("in Ukrainian", () => {
    const { subject } = closingDocumentsLetter(factsUk, { language: "uk", payment });
    expect(seen(subject)).toBe(
      "Рахунок № КО-77 від 11.03.2026 на суму 120 000,00 ₴ — просимо надіслати закривальні документи",
    );
  });
});

const everyLetter = (given: InvoiceFacts, language: "ru" | "uk") => [
  handedOverLetter(given, { language, plannedDate: "2026-03-18" }),
  paidLetter(given, { language, payment }),
  closingDocumentsLetter(given, { language, payment }),
];

test("suppliers of Ukraine are written to in Ukrainian, all others in Russian", () => {
  expect([letterLanguage("UA"), letterLanguage("RU")]).toEqual(["uk", "ru"]);
});

test("F128 the HTML says what the text says, leads nowhere and loads nothing", () => {
  for (const { text, html } of [...everyLetter(facts, "ru"), ...everyLetter(factsUk, "uk")]) {
    expect(html).not.toMatch(/<a\b|href|src=|<img|<script|https?:/i);
    const words = html
      .replace(/<[^>]+>/g, " ")
      .replaceAll("&quot;", '"')
      .replace(/[ \n]+/g, " ")
      .trim();
    expect(words).toBe(text.replace(/[ \n]+/g, " ").trim());
  }
});

test("F115 F127 hostile names stay words: no markup in the HTML, no line break in a subject", () => {
  const hostile: InvoiceFacts = {
    ...facts,
    payer: { ...facts.payer, name: "ООО <script>alert(1)</script>" },
    contact: "Иван\r\nBcc: spy@y.example",
    invoice: { ...facts.invoice, number: "1\r\nBcc: spy@y.example\r\n\r\n<b>" },
    basis: 'договор "1"\u2028& другие\u202e',
  };
  for (const { subject, text, html } of everyLetter(hostile, "ru")) {
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text.split("\n").some((line) => line.startsWith("Bcc:"))).toBe(false);
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<b>");
    expect(text + subject).not.toMatch(/[\u2028\u202e]/);
  }
});

test("no Latin letter stands inside a Ukrainian or Russian word", () => {
  const mixed = /[\p{Script=Cyrillic}][A-Za-z]|[A-Za-z][\p{Script=Cyrillic}]/u;
  for (const { subject, text } of [...everyLetter(facts, "ru"), ...everyLetter(factsUk, "uk")])
    expect(`${subject} ${text}`).not.toMatch(mixed);
});
