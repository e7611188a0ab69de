# Письма поставщикам: обещание оплаты, адрес, что с письмом.
letter-promise = { $state ->
    [goes] Поставщику уйдёт письмо: оплатим до { $date } (в { $at })
    [no-address] У поставщика нет адреса почты: письмо «оплатим до { $date }» не уйдёт, пока адреса нет.
   *[mail-off] Письмо поставщику («оплатим до { $date }») подождёт: почта в программе не подключена.
}
    { $case }{ $address }
letter-told-before = Поставщик уже извещён, письмо ушло: { $at }. Второго не будет.
    { $case }
button-letter-right = Верно
button-letter-date = Другая дата
button-letter-without = Без письма
button-letter-address = { $has ->
    [no] Указать адрес
   *[yes] Другой адрес
}
button-letter-again = { $why ->
    [again] Отправить ещё раз
   *[wanted] Отправить письмо
}
button-letter-file = { $kind ->
    [handed-over] Письмо поставщику
    [paid] Письмо об оплате
   *[closing-documents] Напоминание о документах
}
letter-ask-date = До какого числа оплатим? Выберите или напишите, например, 18.03.2026. Пока ждём ответа, письмо не уходит.
    { $case }
letter-date-wrong = { $why ->
    [past] Этот день уже прошёл. Напишите сегодняшний или будущий, например, 18.03.2026.
    [far] До этого дня больше года. Проверьте, пожалуйста, год.
   *[none] Это не похоже на дату. Напишите, например, 18.03.2026.
}
letter-done-date = Оплатим до { $date }
letter-date-changed = Дата в письме изменена.
    { $case }
letter-ask-address = На какой адрес почты отправить письмо поставщику? Напишите один адрес, например, sales@firma.ru.
    { $case }
letter-bad-address = { $why ->
    [no-address] Здесь нужен адрес почты.
    [hidden-signs] В адресе есть невидимые знаки. Наберите его, пожалуйста, заново.
    [several] Нужен один адрес, без запятых и точек с запятой.
    [with-name] Нужен только адрес, без имени и скобок.
    [too-long] Адрес слишком длинный.
    [not-latin] До знака @ нужны латинские буквы.
    [mixed-letters] В одном слове смешаны латинские и русские буквы. Наберите адрес, пожалуйста, заново.
   *[not-an-address] Это не похоже на адрес почты. Напишите, например, sales@firma.ru.
}
letter-done-address = Письмо поставщику уйдёт на { $address }
letter-address-hint = Похоже на опечатку: может быть, { $hint }? Если так, нажмите «Другой адрес» на карточке: письмо ещё не ушло.
letter-done-without = Без письма: поставщик ничего не получит.
    { $case }
letter-toast-again = Отправляем
letter-too-late = { $left ->
    [yes] Письмо уже ушло, изменить его нельзя.
   *[no] Менять уже нечего: откройте карточку заново.
}
letter-nothing-to-send = Отправлять уже нечего: откройте карточку заново.
letter-not-yours = Письмом занимаются бухгалтер, взявший счёт, и менеджер, который его подал.
letter-not-sent = ⚠️ Письмо поставщику не ушло: { $case }. Оплате это не мешает.
letter-line = ✉️ { $kind ->
    [handed-over] Письмо поставщику
    [paid] Письмо об оплате
   *[closing-documents] Напоминание о документах
}: { $state ->
    [held] отправка { $at }
    [leaves] отправляется
    [again] не ушло{ $answer }, новая попытка { $at }
    [sent] отправлено { $at } ({ $address })
    [no-address] не уйдёт, у поставщика нет адреса почты
    [mail-off] ждёт, почта в программе не подключена
    [shut-out] ждёт, почтовый сервер не пускает (администратор извещён)
    [failed] не отправлено, попытки прекращены{ $answer }{ $why ->
        [bug] {", "}не удалось составить
       *[other] {""}
    }
   *[refused] не отправлено, { $why ->
        [no-address] у поставщика нет адреса почты
        [bad-address] адрес неверен: { $address }
        [too-big] вложение слишком велико{ $answer }
        [line-break] перенос строки в заголовке письма
       *[other] сервер отказал{ $answer }, { $address }
    }
}
letter-without = ✉️ { $kind ->
    [handed-over] Без письма поставщику
    [paid] Без письма об оплате
   *[closing-documents] Без напоминания о документах
}: { $name }
letter-file = { $kind ->
    [handed-over] Письмо поставщику
    [paid] Письмо об оплате
   *[closing-documents] Напоминание о документах
} · { $case }
history-letter-sent = { $kind ->
    [handed-over] Письмо поставщику отправлено
    [paid] Письмо об оплате отправлено
   *[closing-documents] Напоминание о документах отправлено
}: { $address }
history-letter-stopped = { $kind ->
    [handed-over] Письмо поставщику не отправлено
    [paid] Письмо об оплате не отправлено
   *[closing-documents] Напоминание о документах не отправлено
}: { $why ->
    [no-address] у поставщика нет адреса почты
    [bad-address] адрес неверен, { $address }
    [too-big] вложение слишком велико{ $answer }
    [line-break] перенос строки в заголовке письма
    [bug] не удалось составить
   *[other] { $status ->
        [failed] попытки прекращены{ $answer }
       *[refused] сервер отказал{ $answer }, { $address }
    }
}
history-letter-without = { $kind ->
    [handed-over] Без письма поставщику
    [paid] Без письма об оплате
   *[closing-documents] Без напоминания о документах
}: { $name }
