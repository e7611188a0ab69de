/** Reasons of write-offs and returns that a company starts with (domain 5.8); a company may name its own instead. */
import type { Reason, ReasonUse } from "./company.ts";

const writeOff: readonly ReasonUse[] = ["write-off"];
const giveBack: readonly ReasonUse[] = ["return"];
const both: readonly ReasonUse[] = ["write-off", "return"];

export const defaultReasons: readonly Reason[] = [
  {
    code: "01",
    title: { ru: "Производственный брак", uk: "Виробничий брак", en: "Manufacturing defect" },
    short: { ru: "брак", uk: "брак", en: "defect" },
    uses: both,
    photo: true,
    comment: false,
  },
  {
    code: "02",
    title: {
      ru: "Бой, порча в магазине",
      uk: "Псування (бій) у магазині",
      en: "Broken or spoilt in the store",
    },
    short: { ru: "бой", uk: "бій", en: "broken" },
    uses: writeOff,
    photo: true,
    comment: true,
  },
  {
    code: "03",
    title: {
      ru: "Повреждение при перевозке",
      uk: "Пошкодження під час перевезення",
      en: "Damaged in transit",
    },
    short: { ru: "перевозка", uk: "перевезення", en: "transit" },
    uses: both,
    photo: true,
    comment: true,
  },
  {
    code: "04",
    title: {
      ru: "Возврат покупателя: неустранимый дефект",
      uk: "Повернення покупця: неусувний дефект",
      en: "Customer return: defect beyond repair",
    },
    short: { ru: "возврат покупателя", uk: "повернення покупця", en: "customer return" },
    uses: both,
    photo: true,
    comment: false,
  },
  {
    code: "05",
    title: {
      ru: "Потеря товарного вида (витринный образец)",
      uk: "Втрата товарного вигляду (вітринний зразок)",
      en: "Shop-soiled (display sample)",
    },
    short: { ru: "потеря вида", uk: "втрата вигляду", en: "shop-soiled" },
    uses: writeOff,
    photo: true,
    comment: false,
  },
  {
    code: "06",
    title: {
      ru: "Истечение срока годности (хранения)",
      uk: "Закінчення терміну придатності",
      en: "Past its shelf life",
    },
    short: { ru: "срок годности", uk: "термін придатності", en: "expired" },
    uses: writeOff,
    photo: true,
    comment: false,
  },
  {
    code: "07",
    title: { ru: "Недостача, утрата", uk: "Нестача, втрата", en: "Shortage, loss" },
    short: { ru: "недостача", uk: "нестача", en: "shortage" },
    uses: writeOff,
    photo: false,
    comment: true,
  },
  {
    code: "08",
    title: {
      ru: "Хищение (есть обращение в полицию)",
      uk: "Крадіжка (є звернення до поліції)",
      en: "Theft (reported to the police)",
    },
    short: { ru: "хищение", uk: "крадіжка", en: "theft" },
    uses: writeOff,
    photo: false,
    comment: true,
  },
  {
    code: "09",
    title: { ru: "Авария, пожар, затопление", uk: "Аварія, пожежа, затоплення", en: "Accident, fire, flood" },
    short: { ru: "авария", uk: "аварія", en: "accident" },
    uses: writeOff,
    photo: true,
    comment: true,
  },
  {
    code: "10",
    title: {
      ru: "Для собственных нужд (образцы, реклама)",
      uk: "Для власних потреб (зразки, реклама)",
      en: "Own use (samples, advertising)",
    },
    short: { ru: "свои нужды", uk: "власні потреби", en: "own use" },
    uses: writeOff,
    photo: false,
    comment: true,
  },
  {
    code: "11",
    title: {
      ru: "Несоответствие заказу (пересорт)",
      uk: "Невідповідність замовленню (пересорт)",
      en: "Not what was ordered",
    },
    short: { ru: "пересорт", uk: "пересорт", en: "wrong goods" },
    uses: giveBack,
    photo: true,
    comment: true,
  },
  {
    code: "12",
    title: { ru: "Излишек поставки", uk: "Надлишок постачання", en: "Delivered in excess" },
    short: { ru: "излишек", uk: "надлишок", en: "excess" },
    uses: giveBack,
    photo: false,
    comment: true,
  },
  {
    code: "13",
    title: {
      ru: "Нереализованный товар (по договору)",
      uk: "Нереалізований товар (за договором)",
      en: "Unsold goods (by contract)",
    },
    short: { ru: "не продано", uk: "не продано", en: "unsold" },
    uses: giveBack,
    photo: false,
    comment: false,
  },
  {
    code: "14",
    title: {
      ru: "Код маркировки повреждён или отсутствует",
      uk: "Код маркування пошкоджений або відсутній",
      en: "Marking code damaged or missing",
    },
    short: { ru: "маркировка", uk: "маркування", en: "marking" },
    uses: both,
    photo: true,
    comment: true,
  },
  {
    code: "99",
    title: { ru: "Прочее", uk: "Інше", en: "Other" },
    short: { ru: "прочее", uk: "інше", en: "other" },
    uses: both,
    photo: true,
    comment: true,
  },
];

/** The reasons that a company offers for a use, in its own order. */
export function reasonsFor(reasons: readonly Reason[], use: ReasonUse): Reason[] {
  return reasons.filter((reason) => reason.uses.includes(use));
}
