/** Return to supplier: two visas at once, both needed; the first rejection ends it (S0.19–S0.23, O1). */
import { process } from "../engine/process-schema.ts";
import { choice, comment, date, goods, photos, reason, supplier, text } from "../engine/questions.ts";
import { merchandiser, supplierManager, terms, titles } from "./liquidation.ts";

/** What the store can't know; each may be skipped, the paper has a blank line then (domain 5.4). */
const papersOfDelivery = [
  text("contract", { title: { ru: "Договор", uk: "Договір", en: "Contract" }, max: 100, need: "optional" }),
  text("waybill", {
    title: { ru: "Номер накладной", uk: "Номер накладної", en: "Waybill number" },
    max: 50,
    need: "optional",
  }),
  date("waybill-date", {
    title: { ru: "Дата накладной", uk: "Дата накладної", en: "Waybill date" },
    need: "optional",
  }),
  choice("way", {
    title: { ru: "Как возвращаем", uk: "Як повертаємо", en: "How it goes back" },
    need: "optional",
    options: [
      {
        id: "receiving",
        title: {
          ru: "Брак при приёмке: ТОРГ-2 и претензия",
          uk: "Брак при прийманні: акт і претензія",
          en: "Found at receiving: act and claim",
        },
      },
      {
        id: "defect",
        title: {
          ru: "Брак найден позже: акт и претензия",
          uk: "Брак виявлено пізніше: акт і претензія",
          en: "Found later: act and claim",
        },
      },
      {
        id: "agreement",
        title: {
          ru: "Качественный, по соглашению",
          uk: "Якісний, за домовленістю",
          en: "Good quality, by agreement",
        },
      },
      {
        id: "marked",
        title: {
          ru: "Маркированный: УПД через ЭДО",
          uk: "Через електронний документообіг",
          en: "Marked goods: electronic UPD",
        },
      },
    ],
  }),
];

export const supplierReturn = process({
  id: "return",
  title: { ru: "Возврат поставщику", uk: "Повернення постачальнику", en: "Return to supplier" },
  object: { ru: "возврат", uk: "повернення", en: "return" },
  filedBy: ["store-clerk", "store-head"],
  form: [
    goods("goods"),
    reason("reason", { use: "return" }),
    photos("photos", { max: 10, need: "by-reason" }),
    supplier("supplier"),
    comment(),
  ],
  first: "review",
  stages: {
    review: {
      kind: "visas",
      title: titles.review,
      visas: { merchandiser, "supplier-manager": { ...supplierManager, asks: papersOfDelivery } },
      need: "all",
      approved: "approved",
      rejected: "rejected",
      rework: true,
      ...terms,
    },
    approved: {
      kind: "final",
      title: titles.positive,
      outcome: "positive",
      says: { ru: "Возврат согласован", uk: "Повернення погоджено", en: "Return approved" },
      todo: {
        ru: "Упакуйте товар, приложите подписанную накладную и ждите, когда поставщик его заберёт.",
        uk: "Запакуйте товар, додайте підписану накладну й чекайте, коли постачальник його забере.",
        en: "Pack the goods, enclose the signed note and wait for the supplier to collect them.",
      },
      undoable: true,
      effects: [
        {
          kind: "document",
          document: "return-note",
          series: "ВП",
          title: {
            ru: "Накладная на возврат и претензия",
            uk: "Накладна на повернення та претензія",
            en: "Return note and claim",
          },
          alsoFor: ["accountant"],
        },
      ],
    },
    rejected: {
      kind: "final",
      title: titles.negative,
      outcome: "negative",
      says: { ru: "Возврат отклонён", uk: "Повернення відхилено", en: "Return rejected" },
      undoable: true,
      effects: [],
    },
  },
});
