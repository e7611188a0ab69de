# Почему не получилось. Нажатие ничего не меняет и говорит почему.
refusal-no-such-request = Нет такой заявки.
refusal-not-a-filer = Это может сделать только магазин, подавший заявку.
refusal-not-yours = Эта виза не ваша (больше не ваша). Карточка обновлена.
refusal-own-request = Вы подали или исправляли эту заявку: подписывает другой человек.
refusal-signed-other-visa = Вы уже дали одну визу по этой заявке: здесь нужен другой человек.
refusal-already-yours = { $outcome ->
    [approved] Вы уже согласовали в { $at }
    [rejected] Вы уже отклонили в { $at }
    [sent-back] Вы уже отправили на доработку в { $at }
   *[other] Вы уже ответили в { $at }
}
refusal-already-decided = { $outcome ->
    [approved] Уже согласовано: { $name }, { $at }
    [rejected] Уже отклонено: { $name }, { $at }
    [sent-back] Уже отправлено на доработку: { $name }, { $at }
   *[other] Уже решено: { $name }, { $at }
}
refusal-already-closed = Виза больше не требуется, { $at }
refusal-ended = { $stage }: решено { $at }. Изменить уже нельзя.
refusal-withdrawn = Заявка отозвана, { $at }
refusal-in-rework = Заявка на доработке: дождитесь, пока магазин отправит её снова.
refusal-not-in-rework = Заявка не на доработке.
refusal-outdated = Заявка изменилась с тех пор. Карточка обновлена, посмотрите ещё раз.
refusal-reason-required = Нужна причина.
refusal-unpriced-mine = Сначала укажите цены. Без цены { $count ->
    [one] { $count } позиция.
    [few] { $count } позиции.
   *[many] { $count } позиций.
}
refusal-unpriced = Цены ещё не указаны. Без цены { $count ->
    [one] { $count } позиция.
    [few] { $count } позиции.
   *[many] { $count } позиций.
}
refusal-not-filled = Не заполнено: { $questions }
refusal-nobody-to-sign = Подписать некому: { $post }. Администраторы должны назначить человека.
refusal-nothing-changed = Ничего не изменено: исправьте то, о чём просили.
refusal-question-open = Вопрос магазину уже задан, ответа ещё нет.
refusal-no-question = На этот вопрос уже ответили.
refusal-too-late-to-withdraw = Решение уже принято: отозвать нельзя.
refusal-too-late-to-undo = Время отмены вышло: решение вступило в силу.
refusal-too-many-photos = К заявке можно приложить не больше { $max } фото.
refusal-rework-not-offered = Эту заявку нельзя отправить на доработку.
