# Рахунок у роботі: хто взяв, що сплачено, які документи додано. Імена лише після двокрапки, коми або в дужках.
card-pay-by = сплатити до { $date }
card-visa-taken = { $visa }: взято в роботу: { $name }, { $at }
card-paid = Сплачено повністю: { $paid }
card-paid-part = Сплачено { $paid }, лишилося { $left }
card-consulted = 🗣 Запитання колезі ({ $who }):
card-advice = 💬 Відповідь колеги ({ $who }):
payment-order = п/д № { $order }
button-take = Взяти в роботу
button-take-over = Взяти собі
button-release = Повернути в чергу
button-pay = Сплачено · { $sum }
button-unpay = Скасувати оплату { $sum }
button-documents = Додати закривальні документи
button-files = { $process ->
    [invoice] Файл рахунку
   *[other] Файл
}{ $count ->
    [1] {""}
   *[many] {" "}({ $count })
}
button-given-files = { $process ->
    [invoice] Закривальні документи
   *[other] Додані документи
}{ $count ->
    [1] {""}
   *[many] {" "}({ $count })
}
button-pay-sure = { $day ->
    [today] Сплачено сьогодні · { $sum }
   *[other] Сплачено { $date } · { $sum }
}
button-pay-part = Частина
button-pay-date = Інша дата
ask-pay = Оплата { $case }. Лишилося сплатити: { $left }.
ask-pay-order = Номер платіжної інструкції, якщо потрібен, напишіть у відповідь на це повідомлення.
ask-pay-other = { $asks ->
    [sum] Яку частину сплачено за { $case }? Наприклад, 100 000 або 99 500,50.
   *[date] Коли сплачено за { $case }? Наприклад, 12.03.2026.
}
pay-with-order = Платіжна інструкція № { $order }.
pay-changing = Оплата { $case }: уточнюється.
pay-not-read = { $why ->
    [zero] Потрібна сума, більша за нуль.
    [future] Цей день іще не настав. Оплату записують, коли вона пройшла.
    [bad-date] Це не схоже на дату. Напишіть, наприклад, 12.03.2026.
   *[other] Це не схоже на суму. Напишіть, наприклад, 100 000 або 99 500,50.
}
done-taken = Взято в роботу
done-released = Повернуто в чергу
done-paid = № { $number } · Сплачено повністю. Записано: { $paid }.
done-paid-part = № { $number } · Записано: { $paid }. Лишилося сплатити: { $left }.
toast-paid = Оплату записано
done-unpaid = Оплату { $sum } скасовано
ask-documents = Закривальні документи до { $case }: надішліть сюди PDF або фото, до { $max } файлів.
documents-wrong-kind = Тут потрібні документи файлом PDF або фото. Передумали: /cancel
documents-too-big = Файл більший за 20 МБ: стільки Telegram боту не віддає. Розділіть його або зменште якість скану.
documents-known = Цей файл уже додано.
documents-too-many = Більше ніж { $max } файлів додати не можна. Об’єднайте сторінки в один PDF.
documents-refused = Не додано: { $count ->
    [one] { $count } файл
    [few] { $count } файли
   *[many] { $count } файлів
} ({ $why })
documents-attached = № { $number } · Додано: { $count ->
    [one] { $count } файл
    [few] { $count } файли
   *[many] { $count } файлів
}, усього { $all }. Є ще? Надішліть сюди ж.
documents-checking = Ще перевіряється { $count ->
    [one] { $count } файл
    [few] { $count } файли
   *[many] { $count } файлів
}. Зачекайте трохи й натисніть знову. Не потрібно: /cancel
button-drop-document = Прибрати останній
documents-dropped = № { $number } · Прибрано: { $name }. Усього додано: { $all }.
documents-now = № { $number } · Усього додано: { $all }.
done-task = № { $number } · Готово, дякуємо.
toast-task-done = Готово
notice-taken-over = 🔁 { $case } тепер не у вас, взято в роботу: { $name }
refusal-taken = Взято в роботу: { $name }, { $at }
refusal-not-taken = Спочатку це треба взяти в роботу.
refusal-nobody-has-it = Це вже в інших руках. Картку оновлено.
refusal-pays-too-much = Це більше, ніж лишилося сплатити: { $left }.
refusal-paid-already = Частину вже сплачено. Спочатку скасуйте записані оплати.
refusal-no-such-payment = Такої оплати тут немає (більше немає).
refusal-date-in-future = Цей день іще не настав. Оплату записують, коли вона пройшла.
refusal-not-a-colleague = Сюди передати не можна: { $name }
history-task = Чекає на виконавця ({ $visa }): { $names }
history-taken = Взято в роботу ({ $visa }): { $name }{ $over ->
    [no] {""}
   *[other] , передано від: { $over }
}
history-released = Повернуто в чергу ({ $visa }){ $name ->
    [no] {""}
   *[other] : { $name }
}
history-done = Виконано ({ $visa }): { $name }
history-paid = Записано оплату ({ $paid }): { $name }
history-unpaid = Оплату скасовано ({ $paid }): { $name }
history-reopened = Знову до сплати: { $visa }
history-delegated = Передано колезі ({ $visa }): { $to }, передано від: { $name }
history-consulted = Запитання колезі: { $name } → { $to }, «{ $text }»
history-advised = Відповідь колеги: { $name } → { $to }, «{ $text }»
