# Оплаты сделок: уведомления и их настройка, сделка, разноска.
alert-head = { $kind ->
    [payment] Оплата { $sum }
    [payments] { $count ->
        [one] { $count } платёж
        [few] { $count } платежа
       *[many] { $count } платежей
    } на { $sum }
    [refund] Возврат { $sum }
    [correction] Исправление −{ $sum }
   *[overpayment] Переплата { $sum }
}: { $now }{ $before ->
    [none] {""}
   *[other] {" "}(было { $before })
}
alert-deal = Название сделки: { $name }
alert-sum = Сумма оплаты: { $sum }
alert-percent = Процент оплаты: { $now }{ $before ->
    [none] {""}
   *[other] {" "}(было { $before })
}
alert-order = Номер заказа: { $number }
alert-invoice = Номер счёта: { $number }
alert-stage = Стадия сделки: { $stage }
alert-standing = Оплачено всего: { $paid } из { $total }, { $state ->
    [left] осталось { $left }
    [full] полностью
   *[over] переплата { $left }
}
alert-manager-left = Менеджер больше не работает: { $name }
alert-no-manager = Менеджер сделки не указан.
alert-list = Изменилась оплата: { $count ->
    [one] { $count } сделка
    [few] { $count } сделки
   *[many] { $count } сделок
}
button-open-deal = Открыть сделку
button-alert-settings = Мои уведомления
alert-settings = <b>Уведомления об оплатах</b>
    Когда: { $pace ->
        [at-once] сразу
        [hourly] списком раз в час
       *[daily] списком раз в день, утром
    }
    О чём: { $percents ->
        [every] о каждом изменении
       *[other] когда пройдено { $percents }
    }
button-alert-pace = { $pace ->
    [at-once] Сразу
    [hourly] Раз в час
   *[daily] Раз в день
}
button-alert-every = Каждое изменение
deal-customer = Покупатель: { $name }
deal-manager = Менеджер: { $name }
deal-percent = Процент оплаты: { $percent }
deal-expected = Ожидается: { $sum } до { $date }
deal-overdue = Просрочено: { $sum }, ждали до { $date }
deal-payments-title = Оплаты: { $deal }
deal-no-payments = Оплат пока нет.
deal-history-title = Как менялся процент оплаты: { $deal }
deal-history-line = { $when }: { $percent } ({ $paid } из { $total }){ $told ->
    [yes] , уведомление отправлено
   *[no] {""}
}
deal-no-history = Изменений пока не было.
deal-none = Такой сделки нет.
deal-ask-words = Какая сделка? Напишите номер заказа или счёта, название или покупателя. Передумали: /cancel
deal-not-found = Такой сделки не нашлось. Напишите иначе: номер заказа или счёта, название, покупателя, ИНН. Передумали: /cancel
deal-which = Какая из них?
button-deal-payments = Оплаты
button-deal-history = История процентов
button-back-to-deal = ◂ К сделке
button-book = Внести оплату
payment-paper = п/п № { $number }
payment-purpose = Назначение: { $purpose }
payment-source = Откуда: { $source ->
    [statement] выписка банка
    [sheet] таблица
    [hand] внесено вручную
   *[program] другая программа
}
payment-act = { $when }: { $kind ->
    [booked] внесено
    [taken-back] снято
    [restored] возвращено
   *[moved] перенесено, сделка: { $to }
}: { $name }
payment-taken-back = снято
payment-none = Такой оплаты нет.
payment-not-accountant = Оплаты вносит и снимает бухгалтер.
payment-ask-sum = Сколько пришло? Сделка: { $deal }.
    Например, 60 000 или 60 000 12.03.2026. Возврат покупателю: −20 000. Передумали: /cancel
payment-sum-refused = { $why ->
    [empty] Нужна сумма: например, 60 000.
    [zero] Сумма не может быть нулём: например, 60 000.
    [negative] Это не похоже на сумму. Возврат пишется так: −20 000.
    [too-precise] Копеек две цифры: например, 60 000,50.
    [too-big] Сумма слишком большая: проверьте цифры.
    [bad-date] Такой даты нет. Напишите, например, 60 000 12.03.2026.
    [future] Этот день ещё не настал: внести можно только то, что уже пришло.
   *[not-a-sum] Это не похоже на сумму. Напишите, например, 60 000 или 60 000,50 12.03.2026.
}
payment-sure = { $kind ->
    [refund] Внести возврат
   *[payment] Внести оплату
} { $sum } от { $date }? Сделка: { $deal }
payment-booked = Внесено { $sum }. Сделка: { $deal }. Менеджер узнает сам.
payment-done-back = Снято. Менеджер узнает об исправлении.
payment-done-restored = Оплата снова учтена.
payment-done-before = Это уже сделано.
payment-ask-move = Куда перенести { $sum }? Сейчас: { $deal }. Напишите номер заказа или счёта, название или покупателя другой сделки. Передумали: /cancel
payment-move-where = На какую сделку перенести?
payment-moved = Перенесено { $sum }.
    Откуда: { $from }
    Куда: { $to }
payment-other-currency = У той сделки другая валюта: перенести нельзя.
button-book-sure = { $kind ->
    [refund] Внести возврат { $sum }
   *[payment] Внести { $sum }
}
button-take-payment-back = Снять
button-restore-payment = Вернуть
button-move-payment = Перенести
deals-line = { $deal } · { $percent }{ $state ->
    [left] , осталось { $left }
    [over] , переплата { $left }
   *[full] {""}
}
deals-none = Сделок пока нет. Пришлите сюда таблицу сделок (.xlsx или .csv) или выписку банка.
button-find-deal = 🔎 Найти
deal-chart-subtitle = Процент оплаты
button-all-deals = Все сделки
deals-below = «Сделки» теперь среди кнопок внизу.
