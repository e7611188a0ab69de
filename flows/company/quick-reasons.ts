/** One-tap answers for rejecting and sending back (domain 5.9, O2, D30): by the post that signs. */
import { id, type PostId, type Text } from "../ids.ts";

export const quickReasonActions = ["reject", "rework"] as const;
export type QuickReasonAction = (typeof quickReasonActions)[number];

export interface QuickReason {
  /** Short and stable: it travels in a button. */
  readonly code: string;
  readonly title: Text;
}

interface QuickReasons {
  readonly action: QuickReasonAction;
  /** Absent: for every post that has no list of its own. */
  readonly post?: PostId;
  readonly reasons: readonly QuickReason[];
}

export const defaultQuickReasons: readonly QuickReasons[] = [
  {
    action: "reject",
    post: id<PostId>("merchandiser"),
    reasons: [
      {
        code: "markdown",
        title: { ru: "Можно продать: уценить", uk: "Можна продати: уцінити", en: "Can be sold: mark down" },
      },
      {
        code: "return",
        title: {
          ru: "Оформить возврат поставщику",
          uk: "Оформити повернення постачальнику",
          en: "File a return to the supplier",
        },
      },
      {
        code: "unseen",
        title: { ru: "Дефект не виден", uk: "Дефект не видно", en: "The defect can’t be seen" },
      },
      {
        code: "other",
        title: { ru: "Не тот товар на фото", uk: "Не той товар на фото", en: "Other goods in the photo" },
      },
      { code: "twice", title: { ru: "Уже оформлено", uk: "Уже оформлено", en: "Already filed" } },
    ],
  },
  {
    action: "reject",
    post: id<PostId>("supplier-manager"),
    reasons: [
      {
        code: "late",
        title: { ru: "Срок претензии истёк", uk: "Строк претензії минув", en: "Too late for a claim" },
      },
      {
        code: "contract",
        title: {
          ru: "Нет права возврата по договору",
          uk: "Немає права повернення за договором",
          en: "The contract gives no right of return",
        },
      },
      {
        code: "refused",
        title: { ru: "Поставщик отказал", uk: "Постачальник відмовив", en: "The supplier refused" },
      },
      {
        code: "expert",
        title: { ru: "Нужна экспертиза", uk: "Потрібна експертиза", en: "An expert’s opinion is needed" },
      },
    ],
  },
  {
    action: "rework",
    post: id<PostId>("director"),
    reasons: [
      { code: "contract", title: { ru: "Нет договора", uk: "Немає договору", en: "No contract" } },
      { code: "sum", title: { ru: "Неверная сумма", uk: "Хибна сума", en: "Wrong sum" } },
      {
        code: "details",
        title: { ru: "Неверные реквизиты", uk: "Хибні реквізити", en: "Wrong bank details" },
      },
      { code: "order", title: { ru: "Не наш заказ", uk: "Не наше замовлення", en: "Not our order" } },
    ],
  },
  {
    action: "rework",
    reasons: [
      { code: "photo", title: { ru: "Переснять фото", uk: "Перезняти фото", en: "Take the photo again" } },
      {
        code: "label",
        title: { ru: "Добавить фото бирки", uk: "Додати фото бирки", en: "Add a photo of the label" },
      },
      {
        code: "quantity",
        title: { ru: "Исправить количество", uk: "Виправити кількість", en: "Correct the quantity" },
      },
      {
        code: "reason",
        title: { ru: "Исправить причину", uk: "Виправити причину", en: "Correct the reason" },
      },
    ],
  },
];

/** What to offer to the signer for a post: the post's own list, else the one for all; empty: own words only. */
export function quickReasonsFor(post: PostId, action: QuickReasonAction): readonly QuickReason[] {
  const lists = defaultQuickReasons.filter((list) => list.action === action);
  const list = lists.find((one) => one.post === post) ?? lists.find((one) => one.post === undefined);
  return list?.reasons ?? [];
}
