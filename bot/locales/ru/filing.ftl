# Filing: the dialogue in which a request is filled in.

# --- buttons ---
filing-button-back = Назад
filing-button-next = Далее
filing-button-skip = Пропустить
filing-button-later = Заполню позже
filing-button-cancel = Отмена
filing-button-done = Готово
filing-button-right = Верно
filing-button-right-and-done = Верно, это всё
filing-button-mend-line = Другое количество
filing-button-add-outside = Добавить вне каталога
filing-button-change-lines = Изменить или удалить
filing-button-change-quantity = Изменить количество
filing-button-change-reason = Изменить причину
filing-button-remove = Удалить
filing-button-different-reasons = Разные причины
filing-button-one-reason = Одна причина на всё
filing-button-drop-last-photo = Убрать последнее
filing-button-drop-photos = Убрать все
filing-button-new-supplier = Новый поставщик
filing-button-split = { $count ->
    [2] Разделить на две заявки
    [one] Разделить на { $count } заявку
    [few] Разделить на { $count } заявки
   *[many] Разделить на { $count } заявок
}
filing-button-together = Одной заявкой
filing-button-day = { $day ->
    [today] Сегодня
   *[yesterday] Вчера
}
filing-button-submit = Отправить на согласование
filing-button-change = Изменить
filing-button-change-place = Магазин
filing-button-resume = Продолжить черновик
filing-button-start-over = Начать заново
filing-button-keep-draft = Сохранить черновик
filing-button-delete-draft = Удалить черновик
filing-button-attach = Добавить к № { $number }
filing-button-not-needed = Не нужно

# --- what people type instead of pressing a button, apart by semicolons ---
filing-typed-yes = да; ага; угу; ок; окей; всё верно; правильно; точно; +; 👍; ✅
filing-typed-done = всё; это всё; всё готово; хватит; больше нет; нет; ок; окей; +; 👍; ✅
filing-typed-no = нет; не надо; не нужно; нечего; -; —
filing-typed-send = отправить

# --- questions ---
filing-progress = { $at } из { $of }
filing-what = Что оформляем?
filing-late-or-new = Добавить к { $numbers }? Или это новая заявка: что оформляем?
filing-ask-place = Какой магазин?
filing-ask-goods =
    Какой товар? Напишите часть названия, артикул или последние цифры штрихкода.
    Можно сразу строкой: «Вихрь 42 2 пары». Или пришлите таблицу XLSX или CSV.
filing-ask-more-goods = Ещё товар — напишите. Всё — «Готово».
filing-ask-model = Нашлось по «{ $text }». Какая модель?
filing-ask-model-many = По «{ $text }» нашлось много. Выберите модель или уточните название.
filing-ask-size =
    { $model }
    Какой размер?
filing-ask-quantity = Сколько?
filing-ask-quantity-outside = Сколько? Например: 2 шт или 1,5 кг.
filing-ask-right = Верно?
filing-ask-outside = «{ $name }» нет в каталоге. Напишите иначе или добавьте вне каталога: цену поставит мерчендайзер.
filing-ask-line = Какую позицию изменить? Выберите или напишите номер: 1–{ $count }.
filing-ask-change-line = Что сделать с позицией?
filing-reading = Читаю таблицу…
filing-ask-reason = Почему? Одна причина на всю заявку.
filing-ask-line-reason =
    { $at } из { $of }: { $line }
    Какая причина?
filing-ask-photos = Пришлите фото: по одному, альбомом или файлами, до { $max }.
filing-ask-photos-because = Пришлите фото, до { $max }. С такой причиной без фото нельзя: { $reasons }.
filing-ask-photos-optional = Если есть фото, пришлите, до { $max }. Нет — «Пропустить».
filing-ask-more-photos = Принято фото: { $count }. Ещё или «Готово»?
filing-ask-supplier = Какой поставщик? Выберите или напишите часть названия либо ИНН.
filing-ask-supplier-own = Поставщик этого товара: { $supplier }. Верно? Можно выбрать другого.
filing-ask-supplier-found = Какой из них?
filing-ask-split = { $count ->
    [2] Товар от двух поставщиков: { $suppliers }. Разделить на две заявки?
    [one] Товар от { $count } поставщика: { $suppliers }. Разделить на { $count } заявку?
    [few] Товар от { $count } поставщиков: { $suppliers }. Разделить на { $count } заявки?
   *[many] Товар от { $count } поставщиков: { $suppliers }. Разделить на { $count } заявок?
}
filing-ask-supplier-name = Как называется поставщик? Например: ООО «Ромашка».
filing-ask-supplier-number = { $country ->
    [UA] { $name }: какой ЕГРПОУ? Не знаете — «Пропустить».
   *[RU] { $name }: какой ИНН? Не знаете — «Пропустить».
}
filing-ask-text = Напишите ответ.
filing-ask-text-because = Что случилось? С такой причиной без комментария нельзя: { $reasons }.
filing-ask-text-optional = Хотите что-то добавить? Напишите или «Пропустить».
filing-ask-date = Какая дата? Например: 14.03.2026.
filing-ask-date-optional = Какая дата? Например: 14.03.2026. Не знаете — «Пропустить».
filing-ask-choice = Выберите ответ.
filing-given = Сейчас: «{ $text }»
filing-ask-change = Что изменить?
filing-ask-checking = Проверяю фото и сразу отправлю. Ждать у экрана не нужно.
filing-ask-resume = Есть черновик «{ $process }»: { $lines ->
    [one] { $lines } позиция
    [few] { $lines } позиции
   *[many] { $lines } позиций
}, { $photos ->
    [one] { $photos } фото
    [few] { $photos } фото
   *[many] { $photos } фото
}. Продолжить черновик?
filing-ask-cancel = Сохранить черновик или удалить?
filing-hint-goods = Название, артикул или штрихкод
filing-hint-quantity = Количество
filing-hint-supplier = Название или ИНН
filing-hint-photos = Пришлите фото

# --- lines ---
filing-outside-mark = вне каталога
filing-unpriced-mark = без цены
filing-more-lines = { $count ->
    [one] … и ещё { $count } позиция
    [few] … и ещё { $count } позиции
   *[many] … и ещё { $count } позиций
}
filing-total = { $count ->
    [one] Итого: { $sum }, { $count } позиция
    [few] Итого: { $sum }, { $count } позиции
   *[many] Итого: { $sum }, { $count } позиций
}
filing-total-unpriced = { $count ->
    [one] (без цены: { $count } позиция)
    [few] (без цены: { $count } позиции)
   *[many] (без цены: { $count } позиций)
}
filing-table-lines = { $count ->
    [one] В таблице { $count } позиция:
    [few] В таблице { $count } позиции:
   *[many] В таблице { $count } позиций:
}

# --- preview ---
filing-preview = { $process }: проверьте и отправьте
filing-preview-rework = { $process }, № { $number }: исправьте и отправьте ещё раз
filing-preview-place = Откуда: { $place }
filing-preview-parts = { $count ->
    [one] Будет { $count } заявка:
    [few] Будет { $count } заявки:
   *[many] Будет { $count } заявок:
}
filing-preview-photos = { $count } шт.
filing-videos = видео: { $count }
filing-preview-pending = ещё проверяю: { $count }
filing-preview-missing = не указано
filing-preview-signers = Кто согласует: { $signers }
filing-preview-twins = { $count ->
    [one] В этом магазине уже есть открытая заявка с таким товаром: { $numbers }
    [few] В этом магазине уже есть открытые заявки с таким товаром: { $numbers }
   *[many] В этом магазине уже есть открытые заявки с таким товаром: { $numbers }
}

# --- photos ---
filing-counted = { $state ->
    [asked] Принято фото: { $count }. Ещё или «Готово»
    [waiting] Принято фото: { $count }. Все проверены
   *[meanwhile] Принято фото: { $count }. Приложу к заявке
}
filing-counted-videos = Видео: { $count }. Дополнение, не вместо фото
filing-counted-pending = Проверяю: { $count }
filing-counted-over = Больше { $max } фото не нужно, лишние не взяты: { $count }
filing-checking = Проверяю фото: { $done } из { $of }…
filing-photos-refused = Не принято: { $count } ({ $why })
filing-why = { $why ->
    [too-big] файл больше 20 МБ
    [not-an-image] это не фото
    [damaged] файл повреждён, снимите ещё раз
    [too-many-pixels] слишком большой снимок
    [animated] это анимация, нужно обычное фото
    [gone] файл не загрузился, пришлите ещё раз
    [empty] пустой файл
   *[other] файл не подошёл, пришлите другой
}
filing-photos-dropped = { $count ->
    [0] Убирать нечего.
   *[other] Убрано: { $count }.
}
filing-photo-needed = Без фото отправить нельзя: пришлите хотя бы одно.
filing-photo-needed-because = С такой причиной нужно фото: { $reasons }. Пришлите хотя бы одно.
filing-photo-for-nothing = Фото получено, но оформлять заявки вам пока нельзя. Обратитесь к администратору.
filing-photos-left = Хорошо, фото никуда не добавлены.
filing-attached = Добавлено к № { $number }: { $count } фото.
filing-attached-not = Остальные не приложены (повтор или больше 10 фото): { $count }

# --- what was done, what went wrong ---
filing-choose-one = Не понял ответ. Выберите кнопкой.
filing-wrong-kind = { $what ->
    [sticker] Стикер милый, но здесь нужен ответ на вопрос.
    [voice] Голосовые не слушаю: напишите, пожалуйста.
    [location] Место не нужно: ответьте на вопрос.
    [contact] Контакт не нужен: ответьте на вопрос.
    [animation] Анимация не подойдёт: нужно обычное фото или ответ.
    [poll] Опрос не нужен: ответьте на вопрос.
   *[other] Такое сообщение здесь не подойдёт: ответьте на вопрос.
}
filing-file-too-big = Файл слишком большой: { $size } МБ, можно до { $max } МБ. Остальное сохранено.
filing-unknown-file = Такой файл не подойдёт. Нужно фото или таблица XLSX, CSV.
filing-heic = Этот формат снимка не читается. Пришлите его как фото, а не файлом.
filing-empty = Пустой ответ. Напишите ещё раз.
filing-too-long = Слишком длинно: { $length } знаков, можно до { $max }. Сократите, пожалуйста.
filing-added = ✓ { $line }
filing-added-lines = { $count ->
    [one] ✓ Добавлена { $count } позиция.
    [few] ✓ Добавлены { $count } позиции.
   *[many] ✓ Добавлено { $count } позиций.
}
filing-added-to = ✓ Такой товар уже был. Теперь { $name }: { $quantity }.
filing-not-added = Не добавлено: { $line }
filing-changed = ✓ Изменено: { $line }
filing-removed = ✓ Удалено: { $name }
filing-bad-quantity = { $why ->
    [not-a-number] Не понял количество. Напишите число, например: 2.
    [negative] Количество не бывает отрицательным. Напишите, например: 2.
    [zero] Ноль не годится. Напишите, сколько списать или вернуть.
    [too-big] Слишком много: можно до 1 000 000. Проверьте число.
    [too-precise] Слишком точно: не больше трёх знаков после запятой.
    [no-fractions] Считаем целыми ({ $unit }). Напишите целое число.
    [other-unit] Этот товар считаем иначе ({ $unit }). Сколько?
   *[empty] Напишите количество, например: 2.
}
filing-no-goods = Пока нет ни одной позиции. Напишите, какой товар.
filing-no-such-line = Такой позиции нет. Выберите из списка.
filing-too-many-lines = Слишком много позиций: можно до { $max }.
filing-not-understood = Не понял: { $pieces }. Напишите по одной строке: товар, размер, количество.
filing-product-gone = Этого товара больше нет в каталоге. Поищите другой.
filing-not-sold-here = В этом магазине такого товара нет, убрано: { $names }
filing-table-problems = Таблица не подошла, ничего из неё не взято:
filing-table-unreadable = Таблица не прочиталась: { $why }
filing-table-for-nothing = Таблицу с товарами можно прислать, когда начата заявка: выберите внизу, что оформляем.
filing-no-table-here = Здесь таблица не нужна: ответьте на вопрос.
filing-still-reading = Ещё читаю таблицу, это недолго.
filing-answer-needed = Без этого ответа нельзя.
filing-answer-needed-because = С такой причиной нужен комментарий: { $reasons }.
filing-bad-date = Не понял дату. Напишите, например: 14.03.2026.
filing-bad-number = { $country ->
    [UA] В этом номере ошибка: в ЕГРПОУ 8 цифр, в РНОКПП 10, контрольная не сошлась. Проверьте.
   *[RU] В этом ИНН ошибка: 10 или 12 цифр, контрольная не сошлась. Проверьте.
}
filing-supplier-known = ✓ Такой поставщик уже есть: { $supplier }
filing-supplier-added = ✓ Поставщик добавлен: { $supplier }
filing-no-such-supplier = Поставщик «{ $text }» не найден. Напишите иначе или добавьте нового.
filing-missing = Не отправлено, не заполнено: { $questions }. Ответьте, и можно отправлять.
filing-prices-changed = Каталог обновился: проверьте суммы и отправьте ещё раз.

# --- beginning and end ---
filing-not-a-filer = Оформлять заявки вам пока нельзя. Обратитесь к администратору.
filing-nobody-yet = Заполнить можно уже сейчас: черновик сохранится.
filing-nobody-for-administrators = { $kind ->
    [invoice] Счёт некому согласовать: { $process }, { $place }. Должность никто не занимает или не может подписать: { $post }. Заполняет: { $filer }.
   *[other] Заявку некому согласовать: { $process }, { $place }. Должность никто не занимает или не может подписать: { $post }. Заполняет: { $filer }.
}
filing-sent = { $process ->
    [invoice] Счёт { $numbers } отправлен на согласование.
   *[other] { $count ->
        [one] Заявка { $numbers } отправлена на согласование.
        [few] Заявки { $numbers } отправлены на согласование.
       *[many] Заявки { $numbers } отправлены на согласование.
    }
}
filing-sent-again = { $process ->
    [invoice] Счёт { $numbers } отправлен ещё раз.
   *[other] { $count ->
        [one] Заявка { $numbers } отправлена ещё раз.
        [few] Заявки { $numbers } отправлены ещё раз.
       *[many] Заявки { $numbers } отправлены ещё раз.
    }
}
filing-sent-already = { $process ->
    [invoice] Счёт { $numbers } уже отправлен.
   *[other] { $count ->
        [one] Заявка { $numbers } уже отправлена.
        [few] Заявки { $numbers } уже отправлены.
       *[many] Заявки { $numbers } уже отправлены.
    }
}
filing-draft-kept = Черновик «{ $process }» сохранён.
filing-draft-deleted = Черновик «{ $process }» удалён.
filing-draft-first = Сначала решите с этим черновиком: отправьте его или удалите.
filing-rework-reason = На доработке: «{ $text }»
