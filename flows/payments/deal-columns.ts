/** What the columns of a sheet of deals or of payments may be called, and how many rows are taken (domain 9.4). */
import type { ColumnTable } from "../sheets/columns.ts";

/** Rows of a file, without its headings. */
export const dealRowsMax = 50_000;

const orderNumber = [
  ["№ заказа", "Номер заказа", "Номер замовлення", "№ замовлення", "Заказ", "Заказ покупателя", "Замовлення"],
  ["Замовлення покупця", "Замовлення клієнта", "Order", "Order number"],
].flat();
const invoiceNumber = [
  ["№ счёта", "Номер счёта", "Номер рахунку", "№ рахунку", "Счёт", "Счёт на оплату", "Рахунок"],
  ["Рахунок на оплату", "Invoice", "Invoice number"],
].flat();
const dealKey = ["Код сделки", "Код угоди", "ID сделки", "ID угоди", "Ключ сделки", "Ключ угоди", "Deal ID"];
const ownKey = ["ID", "Код", "External id", "Ид", "Ключ", "GUID"];
const taxNumber = ["ИНН", "ЄДРПОУ", "РНОКПП", "ИНН контрагента", "ЄДРПОУ контрагента", "INN"];
const currency = ["Валюта", "Currency"];

export const dealColumns = {
  key: { names: [...ownKey, ...dealKey] },
  name: {
    names: ["Сделка", "Название сделки", "Назва угоди", "Наименование сделки", "Угода", "Deal", "Deal name"],
    required: true,
  },
  orderNumber: { names: orderNumber },
  invoiceNumber: { names: invoiceNumber },
  stage: { names: ["Стадия", "Стадія", "Стадия сделки", "Стадія угоди", "Этап", "Статус", "Stage"] },
  customer: {
    names: ["Покупатель", "Клиент", "Контрагент", "Покупець", "Клієнт", "Заказчик", "Замовник", "Customer"],
  },
  customerInn: { names: [...taxNumber, "ИНН покупателя", "ИНН клиента", "ЄДРПОУ покупця", "ЄДРПОУ клієнта"] },
  manager: { names: ["Менеджер", "Ответственный", "Відповідальний", "Manager"] },
  total: {
    names: [
      "Сумма",
      "Сума",
      "Сумма сделки",
      "Сума угоди",
      "Сумма заказа",
      "Сума замовлення",
      "Total",
      "Amount",
    ],
    required: true,
  },
  currency: { names: currency },
  paid: { names: ["Оплачено", "Сплачено", "Оплачено всего", "Сплачено всього", "Paid"] },
  dueOn: { names: ["Срок оплаты", "Термін оплати", "Оплатить до", "Сплатити до", "Due date"] },
} as const satisfies ColumnTable<string>;

/** «№ п/п» is no payment order here: in most tables it counts the rows. */
export const paymentColumns = {
  dealKey: { names: dealKey },
  orderNumber: { names: orderNumber },
  invoiceNumber: { names: invoiceNumber },
  amount: {
    names: ["Сумма", "Сума", "Сумма оплаты", "Сума оплати", "Сумма платежа", "Сума платежу", "Amount"],
    required: true,
  },
  paidOn: {
    names: [
      ["Дата оплаты", "Дата оплати", "Дата", "Дата платежа", "Дата платежу", "Дата сплати"],
      ["Дата поступления", "Дата надходження", "Date", "Payment date"],
    ].flat(),
    required: true,
  },
  number: {
    names: [
      ["Платёжное поручение", "Платіжна інструкція", "№ платёжного поручения", "№ платіжної інструкції"],
      ["Номер платёжного поручения", "Номер платіжної інструкції", "Номер п/п", "Payment order"],
    ].flat(),
  },
  payer: { names: ["Плательщик", "Платник", "Контрагент", "Покупатель", "Покупець", "Payer"] },
  payerInn: { names: [...taxNumber, "ИНН плательщика", "ЄДРПОУ платника"] },
  purpose: { names: ["Назначение платежа", "Призначення платежу", "Назначение", "Призначення", "Purpose"] },
  currency: { names: currency },
  key: { names: [...ownKey, "Код платежа", "Код платежу", "ID платежа", "ID платежу", "Payment ID"] },
} as const satisfies ColumnTable<string>;

/** A date under these says nothing of the kind of sheet: deals have a date as well. */
export const anyDate = ["Дата", "Date"];

export type DealField = keyof typeof dealColumns;
export type PaymentField = keyof typeof paymentColumns;
