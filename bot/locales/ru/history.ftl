# История заявки: безличные причастия, имена после двоеточия.
history-title = История № { $number }
history-earlier = …и ещё { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[many] { $count } записей
} раньше: они в файле
history-filed = Подано: { $name }{ $lines ->
    [0] {""}
    [one] , { $lines } позиция
    [few] , { $lines } позиции
   *[many] , { $lines } позиций
}{ $copy ->
    [no] {""}
   *[other] , копия № { $copy }
}
history-stage = Стадия: { $stage }
history-opened = Запрошена виза ({ $visa }): { $names }
history-carried = Виза прошлого круга в силе ({ $visa }): { $name }
history-filled = Заполнено ({ $questions }): { $name }
history-approved = Согласовано ({ $visa }): { $name }
history-rejected = Отклонено ({ $visa }): { $name }, «{ $reason }»
history-closed = Виза больше не требуется: { $visa }
history-asked = { $process ->
    [invoice] Вопрос менеджеру
   *[other] Вопрос магазину
}: { $name }, «{ $text }»
history-answered = Ответ: { $name }, «{ $text }»
history-reminded = Отправлено напоминание: { $names }
history-escalated = Срок вышел, добавлен руководитель ({ $visa }): { $name }
history-top = Срок вышел, выше никого нет ({ $visa }): сообщено администраторам
history-reassigned = Визу теперь могут дать ({ $visa }): { $names }
history-vacant = Визу дать некому ({ $visa }): сообщено администраторам
history-sent-back = Отправлено на доработку: { $name }, «{ $reason }»
history-resubmitted = Отправлено снова: { $name }, изменено: { $changed }
history-attached = Добавлены фото ({ $count }): { $name }
history-attached-saying = Добавлены фото ({ $count }): { $name }, «{ $text }»
history-held = { $says }, вступает в силу { $until }
history-undone = Решение отменено: { $name }
history-withdrawn = Отозвано: { $name }
history-paper = Выпущен документ: { $number }
history-ended = Итог: { $stage }
history-rows = Записи журнала с хешами:
history-file = История
button-history-file = Файлом
