# Історія заявки: безособові форми, імена після двокрапки.
history-title = Історія № { $number }
history-earlier = …і ще { $count ->
    [one] { $count } запис
    [few] { $count } записи
   *[many] { $count } записів
} раніше: вони у файлі
history-filed = Подано: { $name }{ $lines ->
    [0] {""}
    [one] , { $lines } позиція
    [few] , { $lines } позиції
   *[many] , { $lines } позицій
}{ $copy ->
    [no] {""}
   *[other] , копія № { $copy }
}
history-stage = Стадія: { $stage }
history-opened = Запитано візу ({ $visa }): { $names }
history-carried = Віза минулого кола чинна ({ $visa }): { $name }
history-filled = Заповнено ({ $questions }): { $name }
history-approved = Погоджено ({ $visa }): { $name }
history-rejected = Відхилено ({ $visa }): { $name }, «{ $reason }»
history-closed = Віза більше не потрібна: { $visa }
history-asked = { $process ->
    [invoice] Запитання менеджеру
   *[other] Запитання магазину
}: { $name }, «{ $text }»
history-answered = Відповідь: { $name }, «{ $text }»
history-reminded = Надіслано нагадування: { $names }
history-escalated = Термін минув, додано керівника ({ $visa }): { $name }
history-top = Термін минув, вище нікого немає ({ $visa }): повідомлено адміністраторам
history-reassigned = Візу тепер можуть дати ({ $visa }): { $names }
history-vacant = Візу дати нікому ({ $visa }): повідомлено адміністраторам
history-sent-back = Надіслано на доопрацювання: { $name }, «{ $reason }»
history-resubmitted = Надіслано знову: { $name }, змінено: { $changed }
history-attached = Додано фото ({ $count }): { $name }
history-attached-saying = Додано фото ({ $count }): { $name }, «{ $text }»
history-held = { $says }, набуває чинності { $until }
history-undone = Рішення скасовано: { $name }
history-withdrawn = Відкликано: { $name }
history-paper = Видано документ: { $number }
history-ended = Підсумок: { $stage }
history-rows = Записи журналу з хешами:
history-file = Історія
button-history-file = Файлом
