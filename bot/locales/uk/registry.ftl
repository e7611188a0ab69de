# Реєстр: усі заявки, відбір, пошук, вивантаження, постачальники.
registry-title = <b>Реєстр</b> · знайдено: { $count }{ $more ->
    [yes] +
   *[no] {""}
}
registry-filter = { $part ->
    [kind] Вид: { $value }
    [stage] Стадія: { $value }
    [supplier] Постачальник: { $value }
    [period] Період: { $value }
   *[words] Пошук: «{ $value }»
}
registry-nothing = Нічого не знайшлося. Змініть відбір або скиньте його.
registry-filling = Реєстр ще наповнюється: старі записи з’являться за кілька хвилин.
registry-supplier-record = Подано: { $count }, без відхилених на { $sum }. Повернень на доопрацювання: { $rework }, відхилено: { $rejected }.
registry-status = { $status ->
    [rework] На доопрацюванні
   *[withdrawn] Відкликано
}
registry-which = { $view ->
    [kinds] Який вид показати?
    [stages] Яку стадію показати?
    [suppliers] Якого постачальника показати?
   *[periods] За який період показати?
}
registry-ask = { $view ->
    [suppliers] Який постачальник? Дайте відповідь на це повідомлення: частина назви або код. Передумали: /cancel
    [periods] За які дати? Дайте відповідь на це повідомлення, наприклад: «01.03.2026–15.03.2026» або «1 квартал». Передумали: /cancel
   *[words] Що знайти? Дайте відповідь на це повідомлення: номер заявки, акта чи рахунку, постачальник, товар, слова з призначення. Передумали: /cancel
}
registry-no-words = Тут нічого шукати. Напишіть номер або слово, наприклад «17» чи «кросівки».
registry-no-supplier = Такого постачальника немає. Напишіть інакше: частину назви або код.
registry-gone = Цей екран застарів. Відкрийте реєстр знову: /registry
registry-not-for-you = У реєстрі поки немає нічого, що вам видно.
registry-on-its-way = Готую файл
registry-file-waits = Попередній файл ще готується. Натисніть, коли він надійде.
registry-no-file = Файл зробити не вдалося. Звузьте відбір, наприклад виберіть період, і спробуйте ще раз: /registry
registry-file = Реєстр: { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[many] { $count } рядків
}{ $more ->
    [yes] . Це найновіші: більше в один файл не вміщується, звузьте відбір.
   *[no] {""}
}
registry-suppliers = Постачальники
registry-suppliers-file = Як проходить те, що подано за постачальниками: { $count ->
    [one] { $count } постачальник
    [few] { $count } постачальники
   *[many] { $count } постачальників
}. Першими стоять ті, кого частіше повертали на доопрацювання; відкликане не враховується.
button-registry-all = { $view ->
    [kinds] Усі види
    [stages] Усі стадії
    [suppliers] Усі постачальники
   *[periods] Увесь період
}
button-registry-ask = { $view ->
    [suppliers] Знайти постачальника
   *[periods] Свої дати
}
button-registry-search = 🔎 Знайти
button-registry-reset = Скинути відбір
button-registry-back = ‹ Назад
button-registry-file = { $format ->
    [xlsx] Excel
    [csv] CSV
   *[suppliers] За постачальниками
}
registry-column-number = Номер
registry-column-kind = Вид
registry-column-stage = Стадія
registry-column-place = Підрозділ
registry-column-entity = Юрособа
registry-column-filer = Подав
registry-column-filed = Дата подання
registry-column-ended = Завершено
registry-column-papers = Документ
registry-column-supplier = Постачальник
registry-column-inn = Код постачальника
registry-column-goods = Товари
registry-column-total = Сума
registry-column-currency = Валюта
registry-column-rework = Повернень на доопрацювання
registry-column-count = Подано
registry-column-rejected = Відхилено
registry-column-sum = Сума без відхилених, { $currency }
