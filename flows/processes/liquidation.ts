/** What write-off and return share: both are branches of one scheme, the liquidation of stock (S0.2, S0.24). */
import type { Text } from "../ids.ts";
import { prices } from "../engine/questions.ts";
import { hours, post } from "../engine/process.ts";

const say = (ru: string, uk: string, en: string): Text => ({ ru, uk, en });

/** Reminded after half a working day, one level up after a whole one (O6, D20). */
export const terms = { remindAfter: hours(4), escalateAfter: hours(8) };

export const titles = {
  review: say("Решение на рассмотрении", "Рішення на розгляді", "Under review"),
  positive: say("Положительное решение", "Позитивне рішення", "Positive decision"),
  negative: say("Отрицательное решение", "Негативне рішення", "Negative decision"),
};

/** Quick reasons for sending back (domain 5.9). */
const quickRework = [
  say("Переснять фото", "Перезняти фото", "Take the photo again"),
  say("Добавить фото бирки", "Додати фото бирки", "Add a photo of the tag"),
  say("Исправить количество", "Виправити кількість", "Correct the quantity"),
  say("Исправить причину", "Виправити причину", "Correct the reason"),
];

/** The head-office merchandiser: wanted for both kinds (S0.6); prices what the catalogue doesn't. */
export const merchandiser = {
  title: say("Мерчендайзер", "Мерчандайзер", "Merchandiser"),
  to: post("merchandiser"),
  asks: [prices("prices")],
  quickReject: [
    say("Можно продать: уценить", "Можна продати: уцінити", "Can be sold: mark down"),
    say("Оформить возврат поставщику", "Оформити повернення постачальнику", "Return it to the supplier"),
    say("Дефект не виден", "Дефект не видно", "The defect can't be seen"),
    say("Не тот товар на фото", "Не той товар на фото", "The photo shows other goods"),
    say("Уже оформлено", "Уже оформлено", "Already filed"),
  ],
  quickRework,
};

/** The manager for work with suppliers: the second visa of a return (S0.7). */
export const supplierManager = {
  title: say("Менеджер по поставщикам", "Менеджер із постачальників", "Supplier manager"),
  to: post("supplier-manager"),
  quickReject: [
    say("Срок претензии истёк", "Строк претензії минув", "The claim period is over"),
    say(
      "Нет права возврата по договору",
      "Немає права повернення за договором",
      "The contract gives no right of return",
    ),
    say("Поставщик отказал", "Постачальник відмовив", "The supplier refused"),
    say("Нужна экспертиза", "Потрібна експертиза", "An expert opinion is needed"),
  ],
  quickRework,
};
