# Почему не получилось. Нажатие ничего не меняет и говорит почему.
refusal-no-such-request = Нет такой заявки.
refusal-not-a-filer = Это может сделать только тот, от кого это подано.
refusal-not-yours = { $kind ->
    [task] Это задача другого человека (больше не ваша). Карточка обновлена.
   *[visa] Эта виза не ваша (больше не ваша). Карточка обновлена.
}
refusal-own-request = Вы сами это подали или исправляли: подписывает другой человек.
refusal-signed-other-visa = Вы уже дали здесь одну визу: нужен другой человек.
refusal-already-yours = { $outcome ->
    [approved] Вы уже согласовали в { $at }
    [rejected] Вы уже отклонили в { $at }
    [sent-back] Вы уже отправили на доработку в { $at }
    [done] Вы уже это сделали в { $at }
   *[other] Вы уже ответили в { $at }
}
refusal-already-decided = { $outcome ->
    [approved] Уже согласовано: { $name }, { $at }
    [rejected] Уже отклонено: { $name }, { $at }
    [sent-back] Уже отправлено на доработку: { $name }, { $at }
    [done] Уже выполнено: { $name }, { $at }
   *[other] Уже решено: { $name }, { $at }
}
refusal-already-closed = Виза больше не требуется, { $at }
refusal-ended = { $stage }: решено { $at }. Изменить уже нельзя.
refusal-withdrawn = Отозвано, { $at }
refusal-in-rework = Сейчас на доработке: дождитесь, пока отправят снова.
refusal-not-in-rework = Сейчас не на доработке.
refusal-outdated = Здесь что-то изменилось с тех пор. Карточка обновлена, посмотрите ещё раз.
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
refusal-question-open = Вопрос уже задан, ответа ещё нет.
refusal-no-question = На этот вопрос уже ответили.
refusal-too-late-to-withdraw = Решение уже принято: отозвать нельзя.
refusal-too-late-to-undo = Время отмены вышло: решение вступило в силу.
refusal-too-many-photos = Приложить можно не больше { $max } фото.
refusal-rework-not-offered = Отсюда нельзя отправить на доработку.
