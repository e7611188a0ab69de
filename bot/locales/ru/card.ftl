# Карточка заявки. Имена: только в именительном падеже, после двоеточия, запятой или в скобках.
card-number = № { $number }
card-case = № { $number } ({ $what })
card-copy-of = копия № { $number }
card-various-reasons = разные причины
card-lines = { $count ->
    [one] { $count } позиция
    [few] { $count } позиции
   *[many] { $count } позиций
}
card-unpriced-lines = без цены: { $count ->
    [one] { $count } позиция
    [few] { $count } позиции
   *[many] { $count } позиций
}
card-more-lines = …ещё { $count ->
    [one] { $count } позиция
    [few] { $count } позиции
   *[many] { $count } позиций
}: «Подробнее»
card-no-price = без цены
card-outside-catalogue = вне каталога
card-reason = Причина: { $value }
card-supplier = Поставщик: { $value }
card-late-photos = 📷 Фото после отправки: { $count }
card-twins = ⚠️ Здесь уже есть открытая заявка на этот товар: { $numbers }
card-changed = Изменено: { $changes }
change-quantity = количество { $from } → { $to }
change-goods = товар { $from } → { $to }
change-price = цена { $from } → { $to }
change-reason = причина { $from } → { $to }
change-line = поз. { $line }:{" "}
change-added = добавлено: { $name }
change-removed = удалено: { $name }
change-photos = фото { $counts }
card-visa-waiting = { $visa }: ожидается с { $since }, { $people }
card-visa-asked = { $visa }: ждёт ответа с { $since }, { $people }
card-visa-nobody = { $visa }: подписать некому
card-escalated = ⏰ Срок вышел, подключено руководство: { $people }
card-visa-not-needed = { $visa }: не требуется
card-more-people = ещё { $count }
card-for = замещает: { $name }
card-question = ❓ { $process ->
    [invoice] Вопрос менеджеру
   *[other] Вопрос магазину
} ({ $who }):
card-answer = 💬 { $process ->
    [invoice] Ответ менеджера
   *[other] Ответ магазина
} ({ $who }):
card-context = { $place } за 30 дней: { $process ->
    [write-off] { $count ->
        [one] { $count } списание
        [few] { $count } списания
       *[many] { $count } списаний
    }
    [return] { $count ->
        [one] { $count } возврат
        [few] { $count } возврата
       *[many] { $count } возвратов
    }
   *[other] { $count ->
        [one] { $count } заявка
        [few] { $count } заявки
       *[many] { $count } заявок
    }
}, { $sum }; в среднем по сети { $average }
card-papers = 📄 { $numbers }
card-pile = { $n } из { $of }
card-round = круг согласования { $round }
card-rework = На доработке
card-rework-since = На доработке с { $since }: { $name }
card-held = { $says }, вступит в силу в { $until }
card-withdrawn = Отозвано, { $at }
card-rejection-reason = Причина отклонения:
question-goods = Товар
question-reason = Причина
question-photos = Фото
question-supplier = Поставщик
question-comment = Комментарий
question-date = Дата
question-choice = Выбор
question-prices = Цены
button-approve = Согласовать { $object }
button-approve-sum = Согласовать { $object } · { $sum }
button-prices = Указать цены ({ $count })
button-reject = Отклонить
button-rework = На доработку
button-ask = { $process ->
    [invoice] Вопрос менеджеру
   *[other] Вопрос магазину
}
button-fill = Данные для документов ({ $done } из { $of })
button-undo-approval = ↩ Отменить согласование (до { $until })
button-undo-rejection = ↩ Отменить отклонение (до { $until })
button-undo-rework = ↩ Отменить возврат на доработку (до { $until })
button-reply = Ответить
button-mend = Исправить
button-withdraw = Отозвать
button-copy = Подать снова
button-paper = Скачать акт
button-paper-number = Скачать { $number }
button-details = Подробнее
button-photos = Фото ({ $count })
button-history = История
button-pass-over = Пропустить
button-next = Следующая ▸
button-stop-pile = Закончить
button-open = Открыть № { $number }
details-total = Итого: { $sum }
details-article = артикул { $article }
details-barcode = штрихкод { $barcode }
details-round = Круг { $round } · { $visa }: { $signer }, { $when } · { $outcome ->
    [approved] виза дана
    [carried] виза дана
    [rejected] отказано
    [sent-back] на доработку
   *[other] не требуется
}
details-file = Всё целиком
