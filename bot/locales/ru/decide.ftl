# Решения, вопросы, ответы: подсказки и что получилось.
ask-rejection = Причина отклонения { $case }?
ask-rework = Что исправить: { $case }?
ask-pick-or-type = Выберите или напишите своими словами.
ask-own-words = Напишите ответом на это сообщение. Передумали: /cancel
ask-question = { $process ->
    [invoice] Вопрос менеджеру
   *[other] Вопрос магазину
}: { $case }? Напишите ответом на это сообщение. Передумали: /cancel
ask-reply = Ответ на вопрос: { $case }? Напишите ответом на это сообщение.
ask-price = Цена за единицу: { $case }? Например, 1 250 или 99,90.
ask-fill = { $case }. { $question }: { $kind ->
    [date] например, 14.03.2026.
    [choice] выберите из списка.
   *[other] напишите, как в документе.
}
ask-withdraw = Отозвать { $case }? Согласовать уже не получится, но можно подать снова.
button-own-words = Своими словами
button-cancel = Отмена
button-skip = Пропустить
button-withdraw-sure = Да, отозвать
button-keep = Нет, оставить
answer-empty = Здесь нужен текст.
answer-too-long = Слишком длинно: { $length } знаков, а можно { $max }. Сократите, пожалуйста.
answer-text-needed = Здесь нужен текст: напишите ответ словами. Передумали: /cancel
answer-no-price = Это не похоже на цену. Напишите число больше нуля: например, 1 250 или 99,90.
answer-no-good = { $kind ->
    [date] Это не похоже на дату. Напишите, например, 14.03.2026.
    [choice] Такого варианта нет: выберите из списка.
   *[other] Не получилось: нужен текст не длиннее { $max } знаков.
}
fill-skipped = пропущено
done-approved = Согласовано
done-approved-held = Согласовано. Отменить можно до { $until }
done-rejected = № { $number } · Отклонено: { $reason }
done-sent-back = № { $number } · Отправлено на доработку: { $reason }
done-until = Отменить можно на карточке до { $until }.
toast-rejected = Отклонено
toast-sent-back = Отправлено на доработку
done-undone = Решение отменено
done-asked = № { $number } · Вопрос отправлен. Срок на время ответа остановлен.
done-replied = № { $number } · Ответ отправлен.
done-withdrawn = № { $number } · Отозвано. Можно подать снова.
done-kept = № { $number } · Остаётся на согласовании.
prompt-closed = № { $number } · Вопрос закрыт.
prompt-cancelled = № { $number } · Отменено, ничего не изменилось.
prompt-cancelled-apart = Отменено, ничего не изменилось.
prompt-over = Этот вопрос уже закрыт. Откройте карточку заново, чтобы ответить.
reply-to-card = Словами здесь не решают: нажмите кнопку на карточке.
prompt-again = Это { $kind ->
    [reason] причина по
    [question] вопрос о
    [reply] ответ на вопрос о
    [pay] данные об оплате
   *[other] данные для
} { $case }? Тогда напишите ещё раз, ответом на это сообщение. Если нет: /cancel
press-unknown = Эта кнопка устарела. Откройте карточку заново: «Ждут меня» или /open и номер.
paper-pending = Документ ещё печатается, попробуйте через минуту.
photos-none = Фото здесь нет
cancel-nothing = Отменять нечего.
