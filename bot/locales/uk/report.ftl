# Звіт менеджера з продажу за період: /report.
report-ask = За який місяць звіт про продажі?
button-report-this-month = Цей місяць: { $period }
button-report-last-month = Минулий місяць: { $period }
button-report-own = Інший період
report-not-for-you = Звіт про продажі є в менеджерів угод та їхніх керівників. За вами угод немає.
report-empty = За період «{ $period }» показати нічого: оплат не було, і чекати нічого.
report-on-its-way = Готую звіт
report-title = Продажі · { $who }
report-managers = { $count ->
    [one] { $count } менеджер
    [few] { $count } менеджери
   *[many] { $count } менеджерів
}
report-dates = { $dates }, суми в { $sign }
report-deals = { $count ->
    [one] { $count } угода
    [few] { $count } угоди
   *[many] { $count } угод
} на { $sum }
report-received = Отримано за період: { $sum }
report-paid = Сплачено на кінець періоду: { $sum } ({ $percent })
report-open = Залишилося отримати: { $sum }
report-overdue = ⚠️ Прострочено: { $sum }
report-manager = { $name }: отримано { $received }, { $count ->
    [one] { $count } угода
    [few] { $count } угоди
   *[many] { $count } угод
} на { $sum }
report-rest = Решта ({ $count }): сума { $total }, отримано { $received }
report-no-picture = Картинку зробити не вдалося. Звіт ще раз: /report
report-no-sheet = Таблицю зробити не вдалося. Звіт ще раз: /report
report-series-total = Сума угод
report-series-received = Отримано за період
report-file = Продажі
report-sheet = { $title }: { $count ->
    [one] { $count } угода
    [few] { $count } угоди
   *[many] { $count } угод
}{ $left ->
    [0] {""}
   *[other] {" "}(не вмістилося: { $left })
}
report-total = Разом
report-column-manager = Менеджер
report-column-deal = Угода
report-column-order = Номер замовлення
report-column-invoice = Номер рахунку
report-column-customer = Покупець
report-column-stage = Стадія угоди
report-column-currency = Валюта
report-column-total = Сума угоди
report-column-paid = Сплачено на кінець періоду
report-column-percent = Відсоток оплати
report-column-received = Отримано за період
report-column-open = Залишилося
report-column-overdue = Прострочено
report-ask-period = За який період звіт? Дайте відповідь на це повідомлення, наприклад: «березень», «1 квартал» або «01.03.2026–31.03.2026». Передумали: /cancel
report-period-refused = { $why ->
    [no-such-date] Такої дати немає: { $date }. Напишіть період ще раз, наприклад «01.03.2026–31.03.2026».
    [wrong-order] Період закінчується раніше, ніж починається. Напишіть його ще раз, наприклад «01.03.2026–31.03.2026».
    [not-begun] Цей період ще не почався. Напишіть інший, наприклад «березень» або «01.03.2026–31.03.2026».
   *[other] Не розумію, який це період. Напишіть, наприклад: «березень», «березень 2026», «1 квартал» або «01.03.2026–31.03.2026».
}
