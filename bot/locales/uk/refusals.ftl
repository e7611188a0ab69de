# Чому не вийшло. Натискання нічого не змінює й каже чому.
refusal-no-such-request = Немає такої заявки.
refusal-not-a-filer = Це може зробити лише магазин, що подав заявку.
refusal-not-yours = Ця віза не ваша (більше не ваша). Картку оновлено.
refusal-own-request = Ви подали або виправляли цю заявку: підписує інша людина.
refusal-signed-other-visa = Ви вже дали одну візу за цією заявкою: тут потрібна інша людина.
refusal-already-yours = { $outcome ->
    [approved] Ви вже погодили о { $at }
    [rejected] Ви вже відхилили о { $at }
    [sent-back] Ви вже надіслали на доопрацювання о { $at }
   *[other] Ви вже відповіли о { $at }
}
refusal-already-decided = { $outcome ->
    [approved] Уже погоджено: { $name }, { $at }
    [rejected] Уже відхилено: { $name }, { $at }
    [sent-back] Уже надіслано на доопрацювання: { $name }, { $at }
   *[other] Уже вирішено: { $name }, { $at }
}
refusal-already-closed = Віза більше не потрібна, { $at }
refusal-ended = { $stage }: вирішено { $at }. Змінити вже не можна.
refusal-withdrawn = Заявку відкликано, { $at }
refusal-in-rework = Заявка на доопрацюванні: зачекайте, поки магазин надішле її знову.
refusal-not-in-rework = Заявка не на доопрацюванні.
refusal-outdated = Заявка з того часу змінилася. Картку оновлено, подивіться ще раз.
refusal-reason-required = Потрібна причина.
refusal-unpriced-mine = Спочатку вкажіть ціни. Без ціни { $count ->
    [one] { $count } позиція.
    [few] { $count } позиції.
   *[many] { $count } позицій.
}
refusal-unpriced = Ціни ще не вказано. Без ціни { $count ->
    [one] { $count } позиція.
    [few] { $count } позиції.
   *[many] { $count } позицій.
}
refusal-not-filled = Не заповнено: { $questions }
refusal-nobody-to-sign = Підписати нікому: { $post }. Адміністратори мають призначити людину.
refusal-nothing-changed = Нічого не змінено: виправте те, про що просили.
refusal-question-open = Запитання магазину вже надіслано, відповіді ще немає.
refusal-no-question = На це запитання вже відповіли.
refusal-too-late-to-withdraw = Рішення вже ухвалено: відкликати не можна.
refusal-too-late-to-undo = Час скасування минув: рішення набуло чинності.
refusal-too-many-photos = До заявки можна додати не більше { $max } фото.
refusal-rework-not-offered = Цю заявку не можна надіслати на доопрацювання.
