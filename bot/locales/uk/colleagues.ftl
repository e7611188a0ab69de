# Колеги: запитання колезі, передавання кроку, кілька погоджень одразу, заміна співробітника.
button-consult = Запитати колегу
button-delegate = Передати колезі
button-advise = Відповісти колезі
button-take-back = Забрати назад
card-delegated = ↪ Передано: { $name }
card-colleague-asked = 🗣 Запитання колезі: { $name } (запитує: { $by })
card-colleague-said = 💡 Думка колеги: { $name }
colleague-which = { $aim ->
    [delegate] Кому передати { $case }?
   *[consult] Кого запитати про { $case }?
} Оберіть або напишіть прізвище.
colleague-found = { $aim ->
    [delegate] Кому передати { $case }?
   *[consult] Кого запитати про { $case }?
} Ось хто знайшовся; якщо це не ті люди, напишіть прізвище й ім’я.
colleague-none = Такого співробітника немає. Напишіть початок прізвища, наприклад Ки. Передумали: /cancel
colleague-cannot = Цьому співробітникові не можна: він подавав або вже підписував, або його вже запитали. Назвіть іншого. Передумали: /cancel
colleague-chosen = № { $number } · Запитання колезі: { $name }
ask-consult = { $case }. Що запитати? Відповідатиме: { $name }. Напишіть у відповідь на це повідомлення. Передумали: /cancel
ask-advice = { $case }. Ваша відповідь колезі? Напишіть у відповідь на це повідомлення. Передумали: /cancel
done-consulted = № { $number } · Запитання надіслано: { $name }. Рішення лишається за вами, термін триває.
done-advised = № { $number } · Відповідь надіслано.
done-delegated = № { $number } · Передано: { $name }. Поки рішення немає, можна забрати назад: кнопка на картці.
done-taken-back = Знову у вас
colleague-asks = 🗣 Просить поради: { $name }
colleague-answered = 💡 Відповідь колеги про { $case }: { $name }
refusal-no-colleague = Не можна: { $name }. Такого співробітника немає, або він подавав це сам, або вже підписав.
button-bulk = Погодити схожі: { $object } ({ $count })
button-bulk-sure = Погодити { $count } на { $sum }
bulk-title = Погодити { $object }: { $count } на { $sum }
bulk-unseen = Не ввійшли, спершу відкрийте картку й фото: { $numbers }
bulk-too-few = Погодити одразу можна від двох: кожне має бути переглянуте, картка й усі фото.
bulk-none = Схожих більше немає.
bulk-not-seen = картку або фото не відкрито
bulk-stale = Цей список застарів. Відкрийте «Чекають на мене» знову.
bulk-nothing-done = Нічого не погоджено.
bulk-done = Погоджено: { $count } на { $sum }: { $numbers }
bulk-toast = Погоджено: { $count }{ $left ->
    [0] {""}
   *[many] . Не вийшло: { $left }
}
