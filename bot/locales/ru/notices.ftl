# Сообщения, кроме карточки: итог, вопросы, напоминания, утро.
notice-rejected-by = Отклонено: { $name }
notice-todo = 👉 { $todo }
notice-sent-back = ✏️ Заявка { $case } на доработке: { $name }
notice-question = ❓ Вопрос о заявке { $case }: { $name }
notice-answer = 💬 Ответ магазина о заявке { $case }: { $name }
notice-late-photos = 📷 К заявке { $case } добавлены фото: { $count }
notice-nobody-to-sign = ⚠️ Заявка { $case } стоит: подписать некому ({ $visa }). Администраторы должны назначить человека.
notice-stuck = ⚠️ Заявка { $case } стоит: никто не ответил в срок ({ $visa }), и выше никого нет.
notice-not-yours = Заявка № { $number } вас больше не касается.
button-photos-new = Посмотреть фото
reminder-title = ⏰ Ждут вашей визы: { $count ->
    [one] { $count } заявка
    [few] { $count } заявки
   *[many] { $count } заявок
}
reminder-more = …и ещё { $count }
inbox-waiting = Ждут вас: { $count } на { $sum }{ $overdue ->
    [0] {""}
   *[many] , просрочено { $overdue }
}
inbox-since = с { $since }
inbox-nothing-fits = По этому отбору ничего нет.
inbox-all-places = Все места
inbox-all-kinds = Все виды
inbox-only-overdue = ⏰ Просроченные
inbox-overdue-too = С любым сроком
inbox-which-place = Чьи заявки показать?
inbox-which-kind = Какие заявки показать?
button-begin = Начать
button-first-page = ⏮ В начало
button-next-page = Далее ▸
pile-empty = Ничего не ждёт вашей визы.
pile-done = Всё разобрано: { $of } из { $of }.
pile-stopped = Остановились. Остальное ждёт в «Ждут меня».
pile-moved-on = Вы уже у другой карточки
list-open = на согласовании
list-closed = закрытые
list-show-closed = Закрытые
list-show-open = На согласовании
list-empty-my = Здесь пока пусто.
list-empty-store = У магазина здесь пока пусто.
list-status = { $status ->
    [rework] на доработке
    [held] решено, можно отменить
    [withdrawn] отозвана
   *[other] на рассмотрении
}
