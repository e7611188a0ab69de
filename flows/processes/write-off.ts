/** Write-off: a store asks, the head-office merchandiser decides, the act of ТОРГ-16 comes out (S0.1–S0.18). */
import { process } from "../engine/process-schema.ts";
import { comment, goods, photos, reason } from "../engine/questions.ts";
import { merchandiser, terms, titles } from "./liquidation.ts";

export const writeOff = process({
  id: "write-off",
  title: { ru: "Списание", uk: "Списання", en: "Write-off" },
  object: { ru: "списание", uk: "списання", en: "write-off" },
  filedBy: ["store-clerk", "store-head"],
  form: [
    goods("goods"),
    reason("reason", { use: "write-off" }),
    photos("photos", { max: 10, need: "by-reason" }),
    comment(),
  ],
  first: "review",
  stages: {
    review: {
      kind: "visas",
      title: titles.review,
      visas: { merchandiser },
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
      says: { ru: "Списание согласовано", uk: "Списання погоджено", en: "Write-off approved" },
      todo: {
        ru: "Распечатайте акт, подпишите его у комиссии и переложите товар на полку брака.",
        uk: "Роздрукуйте акт, підпишіть його в комісії та перекладіть товар на полицю браку.",
        en: "Print the act, have the commission sign it and move the goods to the reject shelf.",
      },
      undoable: true,
      effects: [
        {
          kind: "document",
          document: "write-off-act",
          series: "СП",
          title: { ru: "Акт о списании", uk: "Акт списання", en: "Write-off act" },
          alsoFor: ["accountant"],
        },
      ],
    },
    rejected: {
      kind: "final",
      title: titles.negative,
      outcome: "negative",
      says: { ru: "Списание отклонено", uk: "Списання відхилено", en: "Write-off rejected" },
      undoable: true,
      effects: [],
    },
  },
});
