# Реестр: все заявки, отбор, поиск, выгрузка, поставщики.
registry-title = <b>Реестр</b> · найдено: { $count }{ $more ->
    [yes] +
   *[no] {""}
}
registry-filter = { $part ->
    [kind] Вид: { $value }
    [stage] Стадия: { $value }
    [supplier] Поставщик: { $value }
    [period] Период: { $value }
   *[words] Поиск: «{ $value }»
}
registry-nothing = Ничего не нашлось. Измените отбор или сбросьте его.
registry-filling = Реестр ещё наполняется: старые записи появятся через несколько минут.
registry-supplier-record = Подано: { $count }, без отклонённых на { $sum }. Возвратов на доработку: { $rework }, отклонено: { $rejected }.
registry-status = { $status ->
    [rework] На доработке
   *[withdrawn] Отозвано
}
registry-which = { $view ->
    [kinds] Какой вид показать?
    [stages] Какую стадию показать?
    [suppliers] Какого поставщика показать?
   *[periods] За какой период показать?
}
registry-ask = { $view ->
    [suppliers] Какой поставщик? Ответьте на это сообщение: часть названия или ИНН. Передумали: /cancel
    [periods] За какие даты? Ответьте на это сообщение, например: «01.03.2026–15.03.2026» или «1 квартал». Передумали: /cancel
   *[words] Что найти? Ответьте на это сообщение: номер заявки, акта или счёта, поставщик, товар, слова из назначения. Передумали: /cancel
}
registry-no-words = Здесь нечего искать. Напишите номер или слово, например «17» или «кроссовки».
registry-no-supplier = Такого поставщика нет. Напишите иначе: часть названия или ИНН.
registry-gone = Этот экран устарел. Откройте реестр заново: /registry
registry-not-for-you = В реестре пока нет ничего, что вам видно.
registry-on-its-way = Готовлю файл
registry-file-waits = Прошлый файл ещё готовится. Нажмите, когда он придёт.
registry-no-file = Файл сделать не удалось. Сузьте отбор, например выберите период, и попробуйте ещё раз: /registry
registry-file = Реестр: { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}{ $more ->
    [yes] . Это самые новые: больше в один файл не помещается, сузьте отбор.
   *[no] {""}
}
registry-suppliers = Поставщики
registry-suppliers-file = Как проходит то, что подано по поставщикам: { $count ->
    [one] { $count } поставщик
    [few] { $count } поставщика
   *[many] { $count } поставщиков
}. Первыми стоят те, кого чаще возвращали на доработку; отозванное не считается.
button-registry-all = { $view ->
    [kinds] Все виды
    [stages] Все стадии
    [suppliers] Все поставщики
   *[periods] Весь период
}
button-registry-ask = { $view ->
    [suppliers] Найти поставщика
   *[periods] Свои даты
}
button-registry-search = 🔎 Найти
button-registry-reset = Сбросить отбор
button-registry-back = ‹ Назад
button-registry-file = { $format ->
    [xlsx] Excel
    [csv] CSV
   *[suppliers] По поставщикам
}
registry-column-number = Номер
registry-column-kind = Вид
registry-column-stage = Стадия
registry-column-place = Подразделение
registry-column-entity = Юрлицо
registry-column-filer = Подал
registry-column-filed = Дата подачи
registry-column-ended = Завершено
registry-column-papers = Документ
registry-column-supplier = Поставщик
registry-column-inn = ИНН поставщика
registry-column-goods = Товары
registry-column-total = Сумма
registry-column-currency = Валюта
registry-column-rework = Возвратов на доработку
registry-column-count = Подано
registry-column-rejected = Отклонено
registry-column-sum = Сумма без отклонённых, { $currency }
