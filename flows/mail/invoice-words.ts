/** The wording of letters about a supplier's invoice (domain 10), in the supplier's language. Spaces after № and before % are U+00A0. */
import type { PaperLanguage } from "../documents/amount-in-words.ts";

export interface InvoiceWords {
  /** «Счёт № УТ-1045 от 11.03.2026 на 244 000,00 ₽»: before number, date and sum. */
  readonly invoice: string;
  readonly yourInvoice: string;
  readonly of: string;
  /** Before the sum in a subject, and in a sentence. */
  readonly forSubject: string;
  readonly forText: string;
  readonly withVat: (percent: string, sum: string) => string;
  readonly withoutVat: string;
  readonly currency: string;
  /** Ends of the subjects. */
  readonly handedOverSubject: string;
  readonly paidSubject: string;
  readonly documentsSubject: string;
  /** Ends of the first sentences. */
  readonly handedOver: string;
  readonly paid: string;
  /** Before the number of a contract, and of an order. */
  readonly contract: string;
  readonly order: string;
  readonly greeting: (contact: string | undefined) => string;
  readonly planned: (date: string) => string;
  readonly confirm: string;
  readonly paymentOrder: (number: string | undefined, date: string) => string;
  readonly sendDocuments: string;
  readonly documents: string;
  readonly payer: string;
  readonly taxNumber: string;
  readonly kpp: string;
  readonly vatId: string;
  readonly contact: string;
  readonly automatic: string;
}

const ru: InvoiceWords = {
  invoice: "Счёт №\u00a0",
  yourInvoice: "Ваш счёт №\u00a0",
  of: "от",
  forSubject: "на",
  forText: "на сумму",
  withVat: (percent, sum) => `(в т. ч. НДС ${percent}\u00a0% — ${sum})`,
  withoutVat: "(без НДС)",
  currency: "₽",
  handedOverSubject: "передан в оплату — просим подтвердить отгрузку",
  paidSubject: "оплачен",
  documentsSubject: "— просим прислать закрывающие документы",
  handedOver: "согласован и передан в оплату",
  paid: "оплачен",
  contract: "договор",
  order: "заказ №\u00a0",
  greeting: (contact) => (contact === undefined ? "Здравствуйте!" : `Здравствуйте, ${contact}!`),
  planned: (date) => `Планируемая дата оплаты: до ${date}.`,
  confirm: "Просим подтвердить отгрузку: ответьте на это письмо с датой отгрузки и способом доставки.",
  paymentOrder: (number, date) =>
    number === undefined ? `платёж от ${date}` : `платёжное поручение №\u00a0${number} от ${date}`,
  sendDocuments:
    "Просим прислать закрывающие документы: ответьте на это письмо, приложив их копии, и отправьте оригиналы или документы через ЭДО.",
  documents:
    "Закрывающие документы: УПД (или накладная и счёт-фактура); для маркированных товаров — через ЭДО с кодами.",
  payer: "Плательщик",
  taxNumber: "ИНН",
  kpp: "КПП",
  vatId: "",
  contact: "Контакт",
  automatic: "Письмо сформировано автоматически.",
};

const uk: InvoiceWords = {
  invoice: "Рахунок №\u00a0",
  yourInvoice: "Ваш рахунок №\u00a0",
  of: "від",
  forSubject: "на суму",
  forText: "на суму",
  withVat: (percent, sum) => `(у т. ч. ПДВ ${percent}\u00a0% — ${sum})`,
  withoutVat: "(без ПДВ)",
  currency: "₴",
  handedOverSubject: "передано в оплату — просимо підтвердити відвантаження",
  paidSubject: "сплачено",
  documentsSubject: "— просимо надіслати закривальні документи",
  handedOver: "погоджено й передано в оплату",
  paid: "сплачено",
  contract: "договір",
  order: "замовлення №\u00a0",
  greeting: (contact) => (contact === undefined ? "Добрий день!" : `Добрий день, ${contact}!`),
  planned: (date) => `Планова дата оплати: до ${date}.`,
  confirm:
    "Просимо підтвердити відвантаження: дайте відповідь на цей лист із датою відвантаження та способом доставки.",
  paymentOrder: (number, date) =>
    number === undefined ? `платіж від ${date}` : `платіжна інструкція №\u00a0${number} від ${date}`,
  sendDocuments:
    "Просимо надіслати закривальні документи: дайте відповідь на цей лист, додавши їхні копії, і надішліть оригінали або документи через ЕДО.",
  documents: "Закривальні документи: видаткова накладна (або акт виконаних робіт) і податкова накладна.",
  payer: "Платник",
  taxNumber: "ЄДРПОУ",
  kpp: "",
  vatId: "ІПН",
  contact: "Контакт",
  automatic: "Лист сформовано автоматично.",
};

export const invoiceWords: Readonly<Record<PaperLanguage, InvoiceWords>> = { ru, uk };
