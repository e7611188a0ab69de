# Сообщения, кроме карточки: итог, вопросы, напоминания, утро.
notice-rejected-by = Отклонено: { $name }
notice-todo = 👉 { $todo }
notice-sent-back = ✏️ На доработке: { $case }, комментарий: { $name }
notice-question = ❓ Вопрос, { $case }: { $name }
notice-answer = 💬 { $process ->
    [invoice] Ответ менеджера
   *[other] Ответ магазина
}, { $case }: { $name }
notice-late-photos = 📷 Добавлены фото ({ $count }): { $case }
notice-nobody-to-sign = ⚠️ Стоит без движения: { $case }. Подписать некому ({ $visa }). Администраторы должны назначить человека.
notice-stuck = ⚠️ Стоит без движения: { $case }. Никто не ответил в срок ({ $visa }), и выше никого нет.
notice-not-yours = № { $number } вас больше не касается.
button-photos-new = Посмотреть фото
reminder-title = ⏰ Ждут вас: { $count }
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
inbox-which-place = По какому месту показать?
inbox-which-kind = Что показать?
button-begin = Начать
button-first-page = ⏮ В начало
button-next-page = Далее ▸
pile-empty = Ничего вас не ждёт.
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
