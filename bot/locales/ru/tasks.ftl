# Счёт в работе: кто взял, что оплачено, какие документы приложены. Имена только после двоеточия, запятой или в скобках.
card-pay-by = оплатить до { $date }
card-visa-taken = { $visa }: взято в работу: { $name }, { $at }
card-paid = Оплачено полностью: { $paid }
card-paid-part = Оплачено { $paid }, осталось { $left }
card-consulted = 🗣 Вопрос коллеге ({ $who }):
card-advice = 💬 Ответ коллеги ({ $who }):
payment-order = п/п № { $order }
button-take = Взять в работу
button-take-over = Взять себе
button-release = Вернуть в очередь
button-pay = Оплачено · { $sum }
button-unpay = Отменить оплату { $sum }
button-documents = Приложить закрывающие документы
button-files = { $process ->
    [invoice] Файл счёта
   *[other] Файл
}{ $count ->
    [1] {""}
   *[many] {" "}({ $count })
}
button-given-files = { $process ->
    [invoice] Закрывающие документы
   *[other] Приложенные документы
}{ $count ->
    [1] {""}
   *[many] {" "}({ $count })
}
button-pay-sure = { $day ->
    [today] Оплачено сегодня · { $sum }
   *[other] Оплачено { $date } · { $sum }
}
button-pay-part = Часть
button-pay-date = Другая дата
ask-pay = Оплата { $case }. Осталось оплатить: { $left }.
ask-pay-order = Номер платёжного поручения, если нужен, напишите ответом на это сообщение.
ask-pay-other = { $asks ->
    [sum] Какая часть оплачена по { $case }? Например, 100 000 или 99 500,50.
   *[date] Когда оплачено по { $case }? Например, 12.03.2026.
}
pay-with-order = Платёжное поручение № { $order }.
pay-changing = Оплата { $case }: уточняется.
pay-not-read = { $why ->
    [zero] Нужна сумма больше нуля.
    [future] Этот день ещё не наступил. Оплата записывается, когда она прошла.
    [bad-date] Это не похоже на дату. Напишите, например, 12.03.2026.
   *[other] Это не похоже на сумму. Напишите, например, 100 000 или 99 500,50.
}
done-taken = Взято в работу
done-released = Возвращено в очередь
done-paid = № { $number } · Оплачено полностью. Записано: { $paid }.
done-paid-part = № { $number } · Записано: { $paid }. Осталось оплатить: { $left }.
toast-paid = Оплата записана
done-unpaid = Оплата { $sum } отменена
ask-documents = Закрывающие документы к { $case }: пришлите сюда PDF или фото, до { $max } файлов.
documents-wrong-kind = Здесь нужны документы файлом PDF или фото. Передумали: /cancel
documents-too-big = Файл больше 20 МБ: столько Telegram боту не отдаёт. Разделите его или уменьшите качество скана.
documents-known = Этот файл уже приложен.
documents-too-many = Больше { $max } файлов приложить нельзя. Соедините страницы в один PDF.
documents-refused = Не приложено: { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
} ({ $why })
documents-attached = № { $number } · Приложено: { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}, всего { $all }. Есть ещё? Пришлите сюда же.
documents-checking = Ещё проверяется { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}. Подождите немного и нажмите снова. Не нужно: /cancel
button-drop-document = Убрать последний
documents-dropped = № { $number } · Убрано: { $name }. Приложено всего: { $all }.
documents-now = № { $number } · Приложено всего: { $all }.
done-task = № { $number } · Готово, спасибо.
toast-task-done = Готово
notice-taken-over = 🔁 { $case } теперь не у вас, взято в работу: { $name }
refusal-taken = Взято в работу: { $name }, { $at }
refusal-not-taken = Сначала это нужно взять в работу.
refusal-nobody-has-it = Это уже в других руках. Карточка обновлена.
refusal-pays-too-much = Это больше, чем осталось оплатить: { $left }.
refusal-paid-already = Часть уже оплачена. Сначала отмените записанные оплаты.
refusal-no-such-payment = Такой оплаты здесь нет (больше нет).
refusal-date-in-future = Этот день ещё не наступил. Оплата записывается, когда она прошла.
refusal-not-a-colleague = Сюда передать нельзя: { $name }
history-task = Ждёт исполнителя ({ $visa }): { $names }
history-taken = Взято в работу ({ $visa }): { $name }{ $over ->
    [no] {""}
   *[other] , передано от: { $over }
}
history-released = Возвращено в очередь ({ $visa }){ $name ->
    [no] {""}
   *[other] : { $name }
}
history-done = Выполнено ({ $visa }): { $name }
history-paid = Записана оплата ({ $paid }): { $name }
history-unpaid = Оплата отменена ({ $paid }): { $name }
history-reopened = Снова к оплате: { $visa }
history-delegated = Передано коллеге ({ $visa }): { $to }, передано от: { $name }
history-consulted = Вопрос коллеге: { $name } → { $to }, «{ $text }»
history-advised = Ответ коллеги: { $name } → { $to }, «{ $text }»
