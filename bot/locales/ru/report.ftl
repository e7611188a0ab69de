# Отчёт менеджера по продажам за период: /report.
report-ask = За какой месяц отчёт о продажах?
button-report-this-month = Этот месяц: { $period }
button-report-last-month = Прошлый месяц: { $period }
button-report-own = Другой период
report-not-for-you = Отчёт о продажах есть у менеджеров сделок и их руководителей. За вами сделок нет.
report-empty = За период «{ $period }» показать нечего: оплат не было, и ждать нечего.
report-on-its-way = Готовлю отчёт
report-title = Продажи · { $who }
report-managers = { $count ->
    [one] { $count } менеджер
    [few] { $count } менеджера
   *[many] { $count } менеджеров
}
report-dates = { $dates }, суммы в { $sign }
report-deals = { $count ->
    [one] { $count } сделка
    [few] { $count } сделки
   *[many] { $count } сделок
} на { $sum }
report-received = Получено за период: { $sum }
report-paid = Оплачено на конец периода: { $sum } ({ $percent })
report-open = Осталось получить: { $sum }
report-overdue = ⚠️ Просрочено: { $sum }
report-manager = { $name }: получено { $received }, { $count ->
    [one] { $count } сделка
    [few] { $count } сделки
   *[many] { $count } сделок
} на { $sum }
report-rest = Остальные ({ $count }): сумма { $total }, получено { $received }
report-no-picture = Картинку сделать не удалось. Отчёт ещё раз: /report
report-no-sheet = Таблицу сделать не удалось. Отчёт ещё раз: /report
report-series-total = Сумма сделок
report-series-received = Получено за период
report-file = Продажи
report-sheet = { $title }: { $count ->
    [one] { $count } сделка
    [few] { $count } сделки
   *[many] { $count } сделок
}{ $left ->
    [0] {""}
   *[other] {" "}(не поместилось: { $left })
}
report-total = Итого
report-column-manager = Менеджер
report-column-deal = Сделка
report-column-order = Номер заказа
report-column-invoice = Номер счёта
report-column-customer = Покупатель
report-column-stage = Стадия сделки
report-column-currency = Валюта
report-column-total = Сумма сделки
report-column-paid = Оплачено на конец периода
report-column-percent = Процент оплаты
report-column-received = Получено за период
report-column-open = Осталось
report-column-overdue = Просрочено
report-ask-period = За какой период отчёт? Ответьте на это сообщение, например: «март», «1 квартал» или «01.03.2026–31.03.2026». Передумали: /cancel
report-period-refused = { $why ->
    [no-such-date] Такой даты нет: { $date }. Напишите период ещё раз, например «01.03.2026–31.03.2026».
    [wrong-order] Период кончается раньше, чем начинается. Напишите его ещё раз, например «01.03.2026–31.03.2026».
    [not-begun] Этот период ещё не начался. Напишите другой, например «март» или «01.03.2026–31.03.2026».
   *[other] Не понимаю, какой это период. Напишите, например: «март», «март 2026», «1 квартал» или «01.03.2026–31.03.2026».
}
