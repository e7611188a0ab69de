/**
 * Supplier invoice: a manager files it, one of two directors decides, one of two accountants pays, the manager brings the
 * closing documents (S1.1–S1.22, O4, O5, O7). Stages are named as the source names them.
 */
import { process } from "../engine/process-schema.ts";
import { hours, post } from "../engine/process.ts";
import { account, comment, date, files, person, sum, supplier, text } from "../engine/questions.ts";
import { id, type PostId, type QuestionId, type Text } from "../ids.ts";

const say = (ru: string, uk: string, en: string): Text => ({ ru, uk, en });

/** Quick reasons of domain 5.9. */
const quickRework = [
  say("Нет договора", "Немає договору", "No contract"),
  say("Неверная сумма", "Хибна сума", "The sum is wrong"),
  say("Неверные реквизиты", "Хибні реквізити", "The bank details are wrong"),
  say("Не наш заказ", "Не наше замовлення", "Not our order"),
];

/** The payment of an invoice: the same step before and after an accountant has taken it. */
const payment = {
  kind: "task",
  step: "payment",
  who: say("Бухгалтер", "Бухгалтер", "Accountant"),
  to: post("accountant"),
  remindAfter: hours(4),
  escalateAfter: hours(8),
} as const;

export const invoice = process({
  id: "invoice",
  title: say("Счёт поставщика", "Рахунок постачальника", "Supplier invoice"),
  object: say("счёт", "рахунок", "invoice"),
  filedBy: ["sales-manager", "sales-head"],
  form: [
    files("file", {
      title: say("Файл или фото счёта", "Файл або фото рахунку", "Invoice: file or photo"),
      max: 5,
      need: "required",
    }),
    supplier("supplier"),
    text("number", {
      title: say("Номер счёта", "Номер рахунку", "Invoice number"),
      example: say("УТ-1045", "УТ-1045", "UT-1045"),
      max: 50,
      need: "required",
    }),
    date("date", {
      title: say("Дата счёта", "Дата рахунку", "Invoice date"),
      need: "required",
      daysAheadMax: 1,
    }),
    sum("sum", { title: say("Сумма с НДС", "Сума з ПДВ", "Sum with VAT") }),
    date("due", {
      title: say("Оплатить до", "Сплатити до", "Pay by"),
      need: "required",
      notBefore: "date",
      offers: [3, 7, 14],
    }),
    text("purpose", {
      title: say("Назначение платежа", "Призначення платежу", "Purpose of payment"),
      example: say(
        "кроссовки по договору № 14/25",
        "кросівки за договором № 14/25",
        "sneakers under contract No. 14/25",
      ),
      max: 210,
      need: "required",
    }),
    account("account", {
      title: say("Счёт в банке", "Рахунок у банку", "Bank account"),
      need: "optional",
    }),
    text("order", {
      title: say("Заказ покупателя", "Замовлення клієнта", "Customer order"),
      example: say("ЗП-2026-0112", "ЗП-2026-0112", "ZP-2026-0112"),
      max: 50,
      need: "optional",
    }),
    person("signer", { title: say("Кто подписывает", "Хто підписує", "Who signs"), post: "director" }),
    comment(),
    text("twin-reason", {
      title: say("Почему подаётся ещё раз", "Чому подається ще раз", "Why it is filed again"),
      max: 300,
      need: "by-twin",
    }),
  ],
  reworkFrom: "file",
  first: "decision-maker",
  stages: {
    "decision-maker": {
      kind: "visas",
      title: say(
        "Выбор лица, принимающего решение",
        "Вибір особи, що приймає рішення",
        "Choice of decision-maker",
      ),
      visas: {
        director: {
          title: say("Руководитель", "Керівник", "Director"),
          to: { chosen: id<QuestionId>("signer"), else: id<PostId>("director") },
          asks: [],
          quickReject: [
            say("Не наш заказ", "Не наше замовлення", "Not our order"),
            say("Уже оплачен", "Уже сплачено", "Already paid"),
          ],
          quickRework,
          shared: true,
        },
      },
      need: "all",
      approved: "accountant",
      rejected: "rejected",
      rework: true,
      remindAfter: hours(4),
      escalateAfter: hours(8),
    },
    accountant: {
      ...payment,
      title: say("Выбор бухгалтера", "Вибір бухгалтера", "Choice of accountant"),
      asks: [],
      take: {
        says: say(
          "Взять и известить поставщика",
          "Взяти та сповістити постачальника",
          "Take it and tell the supplier",
        ),
        to: "in-work",
      },
      rework: false,
      effects: [],
      quickRework: [],
    },
    "in-work": {
      ...payment,
      title: say("В работе у бухгалтера", "У роботі в бухгалтера", "In work with accountant"),
      asks: [
        date("planned", {
          title: say("Планируемая дата оплаты", "Запланована дата оплати", "Planned day of payment"),
          need: "optional",
        }),
      ],
      dueOn: ["planned", "due"],
      release: "accountant",
      work: { kind: "payment", to: "paid" },
      rework: true,
      effects: [{ kind: "letter", letter: "handed-over" }],
      quickRework,
    },
    paid: {
      kind: "pass",
      title: say("Оплачен", "Сплачено", "Paid"),
      says: say("Счёт оплачен", "Рахунок сплачено", "The invoice is paid"),
      next: "closing-documents",
      effects: [{ kind: "letter", letter: "paid" }],
    },
    "closing-documents": {
      kind: "task",
      title: say(
        "Ожидает закрывающих документов",
        "Очікує закривальних документів",
        "Awaiting closing documents",
      ),
      step: "closing-documents",
      who: say("Менеджер", "Менеджер", "Manager"),
      to: { filer: true },
      asks: [
        files("documents", {
          title: say("Закрывающие документы", "Закривальні документи", "Closing documents"),
          max: 10,
          need: "required",
        }),
      ],
      work: {
        kind: "answers",
        says: say("Все документы приложены", "Усі документи додано", "All documents are attached"),
        to: "closed",
      },
      rework: false,
      // about a week of office hours: papers that travel with the goods are there by then
      effects: [{ kind: "letter", letter: "closing-documents", after: hours(40) }],
      quickRework: [],
      remindAfter: hours(16),
      remindEvery: hours(24),
    },
    closed: {
      kind: "final",
      title: say("Завершён", "Завершено", "Closed"),
      outcome: "positive",
      says: say("Счёт завершён", "Рахунок завершено", "The invoice is closed"),
      undoable: false,
      effects: [],
      tells: [
        {
          doer: "payment",
          says: say(
            "К счёту № {number} приложены закрывающие документы",
            "До рахунку № {number} додано закривальні документи",
            "Closing documents are attached to invoice № {number}",
          ),
        },
      ],
    },
    rejected: {
      kind: "final",
      title: say("Отклонён", "Відхилено", "Rejected"),
      outcome: "negative",
      says: say("Счёт отклонён", "Рахунок відхилено", "The invoice is rejected"),
      undoable: true,
      effects: [],
    },
  },
});
