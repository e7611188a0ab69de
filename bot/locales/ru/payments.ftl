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
