# Повідомлення, крім картки: підсумок, запитання, нагадування, ранок.
notice-rejected-by = Відхилено: { $name }
notice-todo = 👉 { $todo }
notice-sent-back = ✏️ Заявка { $case } на доопрацюванні: { $name }
notice-question = ❓ Запитання про заявку { $case }: { $name }
notice-answer = 💬 Відповідь магазину про заявку { $case }: { $name }
notice-late-photos = 📷 До заявки { $case } додано фото: { $count }
notice-nobody-to-sign = ⚠️ Заявка { $case } стоїть: підписати нікому ({ $visa }). Адміністратори мають призначити людину.
notice-stuck = ⚠️ Заявка { $case } стоїть: ніхто не відповів у термін ({ $visa }), і вище нікого немає.
notice-not-yours = Заявка № { $number } вас більше не стосується.
button-photos-new = Переглянути фото
reminder-title = ⏰ Чекають на вашу візу: { $count ->
    [one] { $count } заявка
    [few] { $count } заявки
   *[many] { $count } заявок
}
reminder-more = …і ще { $count }
inbox-waiting = Чекають на вас: { $count } на { $sum }{ $overdue ->
    [0] {""}
   *[many] , прострочено { $overdue }
}
inbox-since = з { $since }
inbox-nothing-fits = За цим відбором нічого немає.
inbox-all-places = Усі місця
inbox-all-kinds = Усі види
inbox-only-overdue = ⏰ Прострочені
inbox-overdue-too = З будь-яким терміном
inbox-which-place = Чиї заявки показати?
inbox-which-kind = Які заявки показати?
button-begin = Почати
button-first-page = ⏮ На початок
button-next-page = Далі ▸
pile-empty = Ніщо не чекає на вашу візу.
pile-done = Усе розібрано: { $of } із { $of }.
pile-stopped = Зупинилися. Решта чекає в «Чекають на мене».
pile-moved-on = Ви вже біля іншої картки
list-open = на погодженні
list-closed = закриті
list-show-closed = Закриті
list-show-open = На погодженні
list-empty-my = Тут поки що порожньо.
list-empty-store = У магазину тут поки що порожньо.
list-status = { $status ->
    [rework] на доопрацюванні
    [held] вирішено, можна скасувати
    [withdrawn] відкликано
   *[other] на розгляді
}
