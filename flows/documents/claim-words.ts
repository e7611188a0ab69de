/** The wording of letters that go to a supplier with returned goods: a claim about defects, or a notice where nobody is at fault. */
import type { PaperLanguage } from "./amount-in-words.ts";

export interface ClaimWords {
  readonly to: string;
  readonly from: string;
  /** «Исх. № … от …» is followed by number and date. */
  readonly outgoing: string;
  readonly of: string;
  readonly claimTitle: string;
  readonly noticeTitle: string;
  /** Before and after the basis (contract, waybill) of the delivery. */
  readonly delivered: readonly [string, string];
  readonly claimFound: string;
  readonly noticeFound: string;
  readonly total: string;
  readonly claimLaw: string;
  readonly noticeAsk: string;
  readonly takeBack: string;
  readonly payBack: string;
  /** Only where the goods bear VAT. */
  readonly correctVat: string;
  readonly wayOfReturn: string;
  readonly answer: string;
  readonly enclosed: string;
  readonly enclosedNote: string;
  readonly enclosedSpecification: string;
  readonly enclosedPhotos: string;
  readonly head: string;
  readonly comment: string;
}

export const claimWords: Record<PaperLanguage, ClaimWords> = {
  ru: {
    to: "Кому:",
    from: "От кого:",
    outgoing: "Исх.",
    of: "от",
    claimTitle: "ПРЕТЕНЗИЯ",
    noticeTitle: "УВЕДОМЛЕНИЕ О ВОЗВРАТЕ ТОВАРА",
    delivered: ["Вами поставлен товар (", ")."],
    claimFound:
      "Установлено, что перечисленный ниже товар не соответствует условиям о качестве, комплектности или ассортименте:",
    noticeFound: "По условиям поставки возвращается следующий товар:",
    total: "Стоимость возвращаемого товара:",
    claimLaw:
      "На основании статей 475, 483 и 518 Гражданского кодекса Российской Федерации и условий договора просим:",
    noticeAsk: "Просим:",
    takeBack: "принять товар по возвратной накладной",
    payBack: "возвратить уплаченную за товар сумму либо зачесть её в счёт следующих поставок",
    correctVat: "оформить корректировочный счёт-фактуру (УКД)",
    wayOfReturn: "Способ возврата",
    answer:
      "Ответ просим направить в письменной форме в течение 30 календарных дней со дня направления настоящего письма, если договором не установлен иной срок.",
    enclosed: "Приложения:",
    enclosedNote: "возвратная накладная",
    enclosedSpecification: "спецификация",
    enclosedPhotos: "фотографии:",
    head: "Руководитель",
    comment: "Описание:",
  },
  uk: {
    to: "Кому:",
    from: "Від кого:",
    outgoing: "Вих.",
    of: "від",
    claimTitle: "ПРЕТЕНЗІЯ",
    noticeTitle: "ПОВІДОМЛЕННЯ ПРО ПОВЕРНЕННЯ ТОВАРУ",
    delivered: ["Вами поставлено товар (", ")."],
    claimFound:
      "Установлено, що перелічений нижче товар не відповідає умовам щодо якості, комплектності або асортименту:",
    noticeFound: "За умовами постачання повертається такий товар:",
    total: "Вартість товару, що повертається:",
    claimLaw: "На підставі статті 678 Цивільного кодексу України та умов договору просимо:",
    noticeAsk: "Просимо:",
    takeBack: "прийняти товар за накладною на повернення",
    payBack: "повернути сплачену за товар суму або зарахувати її в рахунок наступних поставок",
    correctVat: "зареєструвати розрахунок коригування до податкової накладної",
    wayOfReturn: "Спосіб повернення",
    answer:
      "Відповідь просимо надіслати письмово протягом місяця з дня одержання цього листа, якщо договором не встановлено іншого строку.",
    enclosed: "Додатки:",
    enclosedNote: "накладна на повернення",
    enclosedSpecification: "специфікація",
    enclosedPhotos: "фотографії:",
    head: "Керівник",
    comment: "Опис:",
  },
};
