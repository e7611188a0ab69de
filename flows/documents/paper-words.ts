/** The words that all our printed forms share, in the language of the paper (domain 1, 5 and 6). */
import type { PaperLanguage } from "./amount-in-words.ts";
import type { PaperKind } from "./paper.ts";
import type { VisaDecision } from "./paper.ts";

interface PaperWords {
  readonly post: string;
  readonly signature: string;
  readonly nameInFull: string;
  readonly inn: string;
  readonly kpp: string;
  readonly okpo: string;
  readonly vatId: string;
  readonly phone: string;
  readonly account: string;
  readonly bik: string;
  readonly correspondent: string;
  /** «без НДС». */
  readonly withoutVat: string;
  /** «в т. ч. НДС 22 %». */
  readonly ofWhichVat: (percent: number) => string;
  readonly vat: string;
  readonly currency: string;
  readonly total: string;
  readonly number: string;
  readonly goods: string;
  readonly sku: string;
  readonly barcode: string;
  readonly unit: string;
  readonly quantity: string;
  readonly price: string;
  readonly sum: string;
  readonly rate: string;
  readonly vatSum: string;
  readonly reason: string;
  readonly page: (page: number, of: number) => string;
  readonly request: (id: number) => string;
  /** What an annex belongs to: «к акту о списании товаров». */
  readonly annexTo: Record<PaperKind, string>;
  readonly decisions: Record<VisaDecision, string>;
}

const ru: PaperWords = {
  post: "должность",
  signature: "подпись",
  nameInFull: "расшифровка подписи",
  inn: "ИНН",
  kpp: "КПП",
  okpo: "ОКПО",
  vatId: "ИНН",
  phone: "тел.",
  account: "р/с",
  bik: "БИК",
  correspondent: "к/с",
  withoutVat: "без НДС",
  ofWhichVat: (percent) => `в т. ч. НДС ${percent} %`,
  vat: "НДС",
  currency: "руб.",
  total: "Итого",
  number: "№",
  goods: "Товар",
  sku: "Артикул",
  barcode: "Штрихкод",
  unit: "Ед. изм.",
  quantity: "Кол-во",
  price: "Цена, руб.",
  sum: "Сумма, руб.",
  rate: "Ставка НДС",
  vatSum: "в т. ч. НДС, руб.",
  reason: "Причина",
  page: (page, of) => `стр. ${page} из ${of}`,
  request: (id) => `Заявка № ${id}`,
  annexTo: {
    "write-off-act": "к акту о списании товаров",
    "return-note": "к возвратной накладной",
    "claim-letter": "к претензии",
  },
  decisions: {
    approved: "Согласовано",
    rejected: "Отклонено",
    "sent-back": "На доработку",
    "not-needed": "Не требуется",
  },
};

const uk: PaperWords = {
  post: "посада",
  signature: "підпис",
  nameInFull: "ініціали та прізвище",
  inn: "ЄДРПОУ",
  kpp: "КПП",
  okpo: "ЄДРПОУ",
  vatId: "ІПН",
  phone: "тел.",
  account: "рахунок",
  bik: "МФО",
  correspondent: "кор. рахунок",
  withoutVat: "без ПДВ",
  ofWhichVat: (percent) => `у т. ч. ПДВ ${percent} %`,
  vat: "ПДВ",
  currency: "грн",
  total: "Разом",
  number: "№",
  goods: "Товар",
  sku: "Артикул",
  barcode: "Штрихкод",
  unit: "Од. вим.",
  quantity: "Кількість",
  price: "Ціна, грн",
  sum: "Сума, грн",
  rate: "Ставка ПДВ",
  vatSum: "у т. ч. ПДВ, грн",
  reason: "Причина",
  page: (page, of) => `стор. ${page} з ${of}`,
  request: (id) => `Заявка № ${id}`,
  annexTo: {
    "write-off-act": "до акта списання товарів",
    "return-note": "до накладної на повернення",
    "claim-letter": "до претензії",
  },
  decisions: {
    approved: "Погоджено",
    rejected: "Відхилено",
    "sent-back": "На доопрацювання",
    "not-needed": "Не потрібна",
  },
};

export const paperWords: Record<PaperLanguage, PaperWords> = { ru, uk };
