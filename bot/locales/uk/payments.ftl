# Оплати угод: сповіщення та їх налаштування, угода, рознесення.
alert-head = { $kind ->
    [payment] Оплата { $sum }
    [payments] { $count ->
        [one] { $count } платіж
        [few] { $count } платежі
       *[many] { $count } платежів
    } на { $sum }
    [refund] Повернення { $sum }
    [correction] Виправлення −{ $sum }
   *[overpayment] Переплата { $sum }
}: { $now }{ $before ->
    [none] {""}
   *[other] {" "}(було { $before })
}
alert-deal = Назва угоди: { $name }
alert-sum = Сума оплати: { $sum }
alert-percent = Відсоток оплати: { $now }{ $before ->
    [none] {""}
   *[other] {" "}(було { $before })
}
alert-order = Номер замовлення: { $number }
alert-invoice = Номер рахунку: { $number }
alert-stage = Стадія угоди: { $stage }
alert-standing = Сплачено всього: { $paid } із { $total }, { $state ->
    [left] залишилося { $left }
    [full] повністю
   *[over] переплата { $left }
}
alert-manager-left = Менеджер більше не працює: { $name }
alert-no-manager = Менеджера угоди не вказано.
alert-list = Змінилася оплата: { $count ->
    [one] { $count } угода
    [few] { $count } угоди
   *[many] { $count } угод
}
button-open-deal = Відкрити угоду
button-alert-settings = Мої сповіщення
alert-settings = <b>Сповіщення про оплати</b>
    Коли: { $pace ->
        [at-once] одразу
        [hourly] списком раз на годину
       *[daily] списком раз на день, уранці
    }
    Про що: { $percents ->
        [every] про кожну зміну
       *[other] коли пройдено { $percents }
    }
button-alert-pace = { $pace ->
    [at-once] Одразу
    [hourly] Раз на годину
   *[daily] Раз на день
}
button-alert-every = Кожна зміна
deal-customer = Покупець: { $name }
deal-manager = Менеджер: { $name }
deal-percent = Відсоток оплати: { $percent }
deal-expected = Очікується: { $sum } до { $date }
deal-overdue = Прострочено: { $sum }, чекали до { $date }
deal-payments-title = Оплати: { $deal }
deal-no-payments = Оплат поки немає.
deal-history-title = Як змінювався відсоток оплати: { $deal }
deal-history-line = { $when }: { $percent } ({ $paid } із { $total }){ $told ->
    [yes] , сповіщення надіслано
   *[no] {""}
}
deal-no-history = Змін поки не було.
deal-none = Такої угоди немає.
deal-ask-words = Яка угода? Напишіть номер замовлення чи рахунку, назву або покупця. Передумали: /cancel
deal-not-found = Такої угоди не знайдено. Напишіть інакше: номер замовлення чи рахунку, назву, покупця, код. Передумали: /cancel
deal-which = Яка з них?
button-deal-payments = Оплати
button-deal-history = Історія відсотків
button-back-to-deal = ◂ До угоди
button-book = Внести оплату
payment-paper = п/і № { $number }
payment-purpose = Призначення: { $purpose }
payment-source = Звідки: { $source ->
    [statement] виписка банку
    [sheet] таблиця
    [hand] внесено вручну
   *[program] інша програма
}
payment-act = { $when }: { $kind ->
    [booked] внесено
    [taken-back] знято
    [restored] повернуто
   *[moved] перенесено, угода: { $to }
}: { $name }
payment-taken-back = знято
payment-none = Такої оплати немає.
payment-not-accountant = Оплати вносить і знімає бухгалтер.
payment-ask-sum = Скільки надійшло? Угода: { $deal }.
    Наприклад, 60 000 або 60 000 12.03.2026. Повернення покупцю: −20 000. Передумали: /cancel
payment-sum-refused = { $why ->
    [empty] Потрібна сума: наприклад, 60 000.
    [zero] Сума не може бути нулем: наприклад, 60 000.
    [negative] Це не схоже на суму. Повернення пишеться так: −20 000.
    [too-precise] Копійок дві цифри: наприклад, 60 000,50.
    [too-big] Сума завелика: перевірте цифри.
    [bad-date] Такої дати немає. Напишіть, наприклад, 60 000 12.03.2026.
    [future] Цей день ще не настав: внести можна лише те, що вже надійшло.
   *[not-a-sum] Це не схоже на суму. Напишіть, наприклад, 60 000 або 60 000,50 12.03.2026.
}
payment-sure = { $kind ->
    [refund] Внести повернення
   *[payment] Внести оплату
} { $sum } від { $date }? Угода: { $deal }
payment-booked = Внесено { $sum }. Угода: { $deal }. Менеджер дізнається сам.
payment-done-back = Знято. Менеджер дізнається про виправлення.
payment-done-restored = Оплату знову враховано.
payment-done-before = Це вже зроблено.
payment-ask-move = Куди перенести { $sum }? Зараз: { $deal }. Напишіть номер замовлення чи рахунку, назву або покупця іншої угоди. Передумали: /cancel
payment-move-where = На яку угоду перенести?
payment-moved = Перенесено { $sum }.
    Звідки: { $from }
    Куди: { $to }
payment-other-currency = У тієї угоди інша валюта: перенести не можна.
button-book-sure = { $kind ->
    [refund] Внести повернення { $sum }
   *[payment] Внести { $sum }
}
button-take-payment-back = Зняти
button-restore-payment = Повернути
button-move-payment = Перенести
deals-line = { $deal } · { $percent }{ $state ->
    [left] , залишилося { $left }
    [over] , переплата { $left }
   *[full] {""}
}
deals-none = Угод поки немає. Надішліть сюди таблицю угод (.xlsx або .csv) чи виписку банку.
button-find-deal = 🔎 Знайти
deal-chart-subtitle = Відсоток оплати
button-all-deals = Усі угоди
deals-below = «Угоди» тепер серед кнопок унизу.
