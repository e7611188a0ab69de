# Чому не вийшло. Натискання нічого не змінює й каже чому.
refusal-no-such-request = Немає такої заявки.
refusal-not-a-filer = Це може зробити лише той, від кого це подано.
refusal-not-yours = { $kind ->
    [task] Це завдання іншої людини (більше не ваше). Картку оновлено.
   *[visa] Ця віза не ваша (більше не ваша). Картку оновлено.
}
refusal-own-request = Ви самі це подали або виправляли: підписує інша людина.
refusal-signed-other-visa = Ви вже дали тут одну візу: потрібна інша людина.
refusal-already-yours = { $outcome ->
    [approved] Ви вже погодили о { $at }
    [rejected] Ви вже відхилили о { $at }
    [sent-back] Ви вже надіслали на доопрацювання о { $at }
    [done] Ви вже це зробили о { $at }
   *[other] Ви вже відповіли о { $at }
}
refusal-already-decided = { $outcome ->
    [approved] Уже погоджено: { $name }, { $at }
    [rejected] Уже відхилено: { $name }, { $at }
    [sent-back] Уже надіслано на доопрацювання: { $name }, { $at }
    [done] Уже виконано: { $name }, { $at }
   *[other] Уже вирішено: { $name }, { $at }
}
refusal-already-closed = Віза більше не потрібна, { $at }
refusal-ended = { $stage }: вирішено { $at }. Змінити вже не можна.
refusal-withdrawn = Відкликано, { $at }
refusal-in-rework = Зараз на доопрацюванні: зачекайте, поки надішлють знову.
refusal-not-in-rework = Зараз не на доопрацюванні.
refusal-outdated = Тут щось змінилося з того часу. Картку оновлено, подивіться ще раз.
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
refusal-question-open = Запитання вже надіслано, відповіді ще немає.
refusal-no-question = На це запитання вже відповіли.
refusal-too-late-to-withdraw = Рішення вже ухвалено: відкликати не можна.
refusal-too-late-to-undo = Час скасування минув: рішення набуло чинності.
refusal-too-many-photos = Додати можна не більше { $max } фото.
refusal-rework-not-offered = Звідси не можна надіслати на доопрацювання.
