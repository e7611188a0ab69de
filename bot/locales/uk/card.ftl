# Картка заявки. Імена: лише в називному відмінку, після двокрапки, коми або в дужках.
card-number = № { $number }
card-case = № { $number } ({ $what })
card-copy-of = копія № { $number }
card-various-reasons = різні причини
card-lines = { $count ->
    [one] { $count } позиція
    [few] { $count } позиції
   *[many] { $count } позицій
}
card-unpriced-lines = без ціни: { $count ->
    [one] { $count } позиція
    [few] { $count } позиції
   *[many] { $count } позицій
}
card-more-lines = …ще { $count ->
    [one] { $count } позиція
    [few] { $count } позиції
   *[many] { $count } позицій
}: «Докладніше»
card-no-price = без ціни
card-outside-catalogue = поза каталогом
card-reason = Причина: { $value }
card-supplier = Постачальник: { $value }
card-late-photos = 📷 Фото після надсилання: { $count }
card-twins = ⚠️ Тут уже є відкрита заявка на цей товар: { $numbers }
card-changed = Змінено: { $changes }
change-quantity = кількість { $from } → { $to }
change-goods = товар { $from } → { $to }
change-price = ціна { $from } → { $to }
change-reason = причина { $from } → { $to }
change-line = поз. { $line }:{" "}
change-added = додано: { $name }
change-removed = вилучено: { $name }
change-photos = фото { $counts }
card-visa-waiting = { $visa }: очікується з { $since }, { $people }
card-visa-asked = { $visa }: чекає на відповідь з { $since }, { $people }
card-visa-nobody = { $visa }: підписати нікому
card-escalated = ⏰ Строк минув, підключено керівництво: { $people }
card-visa-not-needed = { $visa }: не потрібна
card-more-people = ще { $count }
card-for = заміщає: { $name }
card-question = ❓ { $process ->
    [invoice] Запитання менеджеру
   *[other] Запитання магазину
} ({ $who }):
card-answer = 💬 { $process ->
    [invoice] Відповідь менеджера
   *[other] Відповідь магазину
} ({ $who }):
card-context = { $place } за 30 днів: { $process ->
    [write-off] { $count ->
        [one] { $count } списання
        [few] { $count } списання
       *[many] { $count } списань
    }
    [return] { $count ->
        [one] { $count } повернення
        [few] { $count } повернення
       *[many] { $count } повернень
    }
   *[other] { $count ->
        [one] { $count } заявка
        [few] { $count } заявки
       *[many] { $count } заявок
    }
}, { $sum }; у середньому по мережі { $average }
card-papers = 📄 { $numbers }
card-pile = { $n } із { $of }
card-round = коло погодження { $round }
card-rework = На доопрацюванні
card-rework-since = На доопрацюванні з { $since }: { $name }
card-held = { $says }, набуде чинності о { $until }
card-withdrawn = Відкликано, { $at }
card-rejection-reason = Причина відхилення:
question-goods = Товар
question-reason = Причина
question-photos = Фото
question-supplier = Постачальник
question-comment = Коментар
question-date = Дата
question-choice = Вибір
question-prices = Ціни
button-approve = Погодити { $object }
button-approve-sum = Погодити { $object } · { $sum }
button-prices = Вказати ціни ({ $count })
button-reject = Відхилити
button-rework = На доопрацювання
button-ask = { $process ->
    [invoice] Запитання менеджеру
   *[other] Запитання магазину
}
button-fill = Дані для документів ({ $done } із { $of })
button-undo-approval = ↩ Скасувати погодження (до { $until })
button-undo-rejection = ↩ Скасувати відхилення (до { $until })
button-undo-rework = ↩ Скасувати повернення на доопрацювання (до { $until })
button-reply = Відповісти
button-mend = Виправити
button-withdraw = Відкликати
button-copy = Подати знову
button-paper = Завантажити акт
button-paper-number = Завантажити { $number }
button-details = Докладніше
button-photos = Фото ({ $count })
button-history = Історія
button-pass-over = Пропустити
button-next = Наступна ▸
button-stop-pile = Закінчити
button-open = Відкрити № { $number }
details-total = Разом: { $sum }
details-article = артикул { $article }
details-barcode = штрихкод { $barcode }
details-round = Коло { $round } · { $visa }: { $signer }, { $when } · { $outcome ->
    [approved] візу надано
    [carried] візу надано
    [rejected] відмовлено
    [sent-back] на доопрацювання
   *[other] не потрібна
}
details-file = Усе повністю
