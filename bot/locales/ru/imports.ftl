# Файлы со сделками и оплатами: выписка банка, таблица.
import-reading = Читаю файл…
import-too-big = Файл больше 20 МБ: Telegram его боту не отдаёт. Выгрузите за более короткий период.
import-not-yours = Оплаты вносит бухгалтерия: { $names }. Файл не загружен, передайте его туда.
import-refused = Ничего не загружено: { $why }
import-none = Этого файла уже нет: пришлите его снова.
import-booking = Разношу…
import-cancelled = Отменено: ничего не загружено.
import-done-before = Это уже сделано: { $name }
import-done-by = Кто решил: { $name }
button-import-book = Разнести
button-import-ask = Спросить
button-import-show = Показать
button-import-cancel = Отмена
button-import-load = Загрузить
button-import-quietly = Нет, только загрузить
button-import-notify = Да
statement-title = Выписка
statement-preview = Приходов { $count } на { $sum }: разнесу { $certain }, спрошу { $ask }, не наши { $unmatched }
statement-known = Уже разнесено раньше: { $count }
statement-outgoing = Расходов { $count } на { $sum }.
statement-left-out = Не взято строк (не проведены, не наш счёт, другая валюта, повторы): { $count }
statement-warning-balance = Остаток не сходится: по оборотам { $expected }, в файле { $closing }.
statement-warning-sum = { $kind ->
    [received] Поступило
   *[spent] Списано
} по файлу { $said }, по строкам { $lines }.
statement-warning-unreadable = Строка { $line }: не прочитать { $key } ({ $found }).
statement-summary = Разнесено { $booked } на { $sum }.{ $ask ->
    [0] {""}
   *[other] {" "}Спросить осталось { $ask }.
}{ $unmatched ->
    [0] {""}
   *[other] {" "}Не наши { $unmatched }.
}
statement-done = Готово. { $summary }
statement-later = Остальное ждёт: можно вернуться к вопросам позже.
statement-line = { $sum } от { $date }
statement-doubt = Чья это оплата? { $line }
statement-why = { $why ->
    [refund] Похоже на возврат.
    [same-number] Такой номер у двух сделок.
    [several-deals] Названо несколько сделок.
    [other-payer] Номер верный, но платит другой плательщик.
    [payer-unknown] Номер верный, но ИНН плательщика в выписке нет.
    [customer-unknown] Номер верный, но ИНН покупателя в сделке не указан.
    [called-otherwise] Номер назван иначе: счёт вместо заказа или наоборот.
    [paid-already] Номер верный, но сделка уже оплачена.
    [booked-already] Такая же оплата в этот день уже есть.
    [exact-sum] Номера нет, но сумма точно равна остатку сделки.
    [payer-only] Номера нет, известен только плательщик.
   *[other-currency] Названная сделка в другой валюте.
}
statement-unmatched-why = { $why ->
    [refund] похоже на возврат
    [other-currency] подходящая сделка в другой валюте
   *[nothing-known] сделка не найдена
}
statement-offer = { $deal } · осталось { $left }
button-line-other = Другая сделка
button-line-skip = Не наша
button-line-later = Позже
statement-ask-deal = К какой сделке отнести? { $line }. Напишите номер заказа или счёта, название или покупателя. Передумали: /cancel
statement-which = На какую сделку? { $line }
statement-put-off = Отложено: { $line }
statement-settled = { $how ->
    [booked] ✅ Разнесено: { $line } → { $deal }
    [skipped] Не наша: { $line }
    [known] Разнесено раньше: { $line }
   *[other] { $line }
}
statement-group = { $status ->
    [ask] Спрошу
    [unmatched] Не наши: сделка не найдена
    [certain] Разнесу
    [booked] Разнесено
    [skipped] Отмечены как не наши
   *[known] Разнесено раньше
}: { $count }
statement-no-lines = Приходов в выписке нет.
statement-file = Все приходы выписки
statement-refused = { $why ->
    [took-too-long] файл не удалось прочитать.
   *[not-a-statement] это не выписка. Нужен файл обмена с 1С (1CClientBankExchange, kl_to_1c.txt) или таблица .xlsx, .csv.
}
statement-refused-big = файл больше { $max } МБ. Выгрузите за более короткий период.
statement-refused-many = в файле больше { $max } документов. Выгрузите за более короткий период.
statement-refused-cut = файл обрывается на строке { $line }{ $document ->
    [none] {""}
   *[other] {" "}({ $document })
}. Скачайте выписку в банке ещё раз.
statement-refused-place = строка { $line }: здесь этого быть не может ({ $found }).
statement-refused-document = строка { $line }, { $document }, { $key }: { $problem ->
    [missing] не заполнено
    [given-twice] указано дважды
    [bad-date] такой даты нет
    [negative] сумма меньше нуля
    [too-precise] больше двух знаков после запятой
    [too-big] сумма слишком большая
   *[not-a-sum] это не сумма
} ({ $found }).
statement-refused-account = это выписка по чужому счёту ({ $accounts }). Счета компании указаны в её файле.
statement-refused-currency = счёт в другой валюте ({ $accounts }): берутся только рубли и гривны.
statement-document = документ { $ordinal }, { $title }{ $number ->
    [none] {""}
   *[other] {" "}№ { $number }
}
sheet-preview-deals = Новых сделок { $added }, изменится { $changed }, без изменений { $same }
sheet-preview-payments = Таблица оплат{ $known ->
    [0] {""}
   *[other] , уже есть { $known }
}
sheet-preview-sums = Оплат { $count } на { $sum }
sheet-ask-notify = Уведомить менеджеров об этих оплатах?
sheet-nothing-new = В таблице нет ничего нового: всё это уже загружено.
sheet-outdated = Пока вы смотрели, данные изменились. Смотрю файл заново…
sheet-taking = ⏳ Идёт загрузка…
sheet-left = Пока шла загрузка, данные изменились: строк не загружено { $count }. Пришлите файл ещё раз, возьму только их.
sheet-more = …и ещё { $count }
sheet-field = { $field ->
    [externalId] код
    [name] название
    [orderNumber] номер заказа
    [invoiceNumber] номер счёта
    [stage] стадия
    [customer] покупатель
    [customerInn] ИНН
    [manager] менеджер
    [currency] валюта
    [dueOn] срок оплаты
   *[total] сумма
} { $from } → { $to }
sheet-taken = ✅ Загружено. Новых сделок { $added }, изменено { $changed }{ $payments ->
    [0] {""}
   *[other] , оплат { $payments } на { $sum }
}.
statement-skipped = Отмечено раньше как не наше: { $count }
button-import-unskip = Спросить о «не наших» снова
button-line-unskip = Всё-таки наша
statement-unskipped = { $count ->
    [one] Спрошу ещё о { $count } строке.
    [few] Спрошу ещё о { $count } строках.
   *[many] Спрошу ещё о { $count } строках.
}
