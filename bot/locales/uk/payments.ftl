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
