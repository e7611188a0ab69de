# Коллеги: вопрос коллеге, передача шага, сразу несколько согласований, замена сотрудника.
button-consult = Спросить коллегу
button-delegate = Передать коллеге
button-advise = Ответить коллеге
button-take-back = Забрать обратно
card-delegated = ↪ Передано: { $name }
card-colleague-asked = 🗣 Вопрос коллеге: { $name } (спрашивает: { $by })
card-colleague-said = 💡 Мнение коллеги: { $name }
colleague-which = { $aim ->
    [delegate] Кому передать { $case }?
   *[consult] Кого спросить о { $case }?
} Выберите или напишите фамилию.
colleague-found = { $aim ->
    [delegate] Кому передать { $case }?
   *[consult] Кого спросить о { $case }?
} Вот кто нашёлся; если это не те люди, напишите фамилию и имя.
colleague-none = Такого сотрудника нет. Напишите начало фамилии, например Ки. Передумали: /cancel
colleague-cannot = Этому сотруднику нельзя: он подавал или уже подписывал, или его уже спросили. Назовите другого. Передумали: /cancel
colleague-again = Это { $kind ->
    [consult] вопрос коллеге о { $case }
    [advice] ответ коллеге о { $case }
   *[colleague] имя коллеги для { $case }
}? Тогда напишите ещё раз, ответом на это сообщение. Если нет: /cancel
colleague-chosen = № { $number } · Вопрос коллеге: { $name }
ask-consult = { $case }. Что спросить? Отвечать будет: { $name }
    Напишите ответом на это сообщение. Передумали: /cancel
ask-advice = { $case }. Ваш ответ коллеге? Напишите ответом на это сообщение. Передумали: /cancel
done-consulted = № { $number } · Вопрос отправлен: { $name }
    Решение остаётся за вами, срок идёт.
done-advised = № { $number } · Ответ отправлен.
done-delegated = № { $number } · Передано: { $name }
    Пока решения нет, можно забрать обратно: кнопка на карточке.
done-taken-back = Снова у вас
colleague-asks = 🗣 Просит совета: { $name }
colleague-answered = 💡 Ответ коллеги о { $case }: { $name }
button-bulk = Согласовать похожие: { $object } ({ $count })
button-bulk-sure = Согласовать { $count } на { $sum }
bulk-title = Согласовать { $object }: { $count } на { $sum }
bulk-unseen = Не вошли, сначала откройте карточку и фото: { $numbers }
bulk-warned = Не вошли, в карточке предупреждение, решите в ней: { $numbers }
bulk-too-few = Согласовать сразу можно от двух: каждое должно быть просмотрено, карточка и все фото.
bulk-none = Похожих больше нет.
bulk-not-seen = карточка или фото не открыты
bulk-has-warning = в карточке предупреждение, решите в ней
bulk-stale = Этот список устарел. Откройте «Ждут меня» заново.
bulk-nothing-done = Ничего не согласовано.
bulk-done = Согласовано: { $count } на { $sum }: { $numbers }
bulk-toast = Согласовано: { $count }{ $left ->
    [0] {""}
   *[many] . Не вышло: { $left }
}
home-replace = Заменить сотрудника
button-replace-sure = Да, заменить
replace-whom = Кто уходит? Напишите начало фамилии. Передумали: /cancel
replace-by-whom = Уходит: { $name }
    Кто примет дела? Выберите или напишите начало фамилии. Передумали: /cancel
replace-found = Вот кто нашёлся. Если не те, начните заново: «Заменить сотрудника».
replace-title = Уходит: { $name }
    Дела принимает: { $successor }
replace-posts = Должности переходят: { $posts }
replace-headed = Руководство переходит: { $places }
replace-waiting = Ждут решения: { $count }, из них взято в работу: { $taken }
replace-file = Доступ к боту закрывается; черновики и поданное остаются магазину. Внесите то же и в файл компании: он главнее, и следующий вернул бы всё назад (об этом придёт сообщение).
replace-changed = Пока вы решали, кое-что изменилось. Посмотрите ещё раз:
replace-done = Заменено: { $name } → { $successor }
replace-yours = Вам переданы дела. Уходит: { $name }
replace-stale = Так уже нельзя: эти сотрудники изменились. Начните заново.
replace-undone = ⚠️ Файл компании вернул: { $name }
    Раньше вместо него: { $successor }
    Если это не нарочно, исправьте файл и замените снова.
