# Повідомлення, крім картки: підсумок, запитання, нагадування, ранок.
notice-rejected-by = Відхилено: { $name }
notice-todo = 👉 { $todo }
notice-sent-back = ✏️ На доопрацюванні: { $case }, коментар: { $name }
notice-question = ❓ Запитання, { $case }: { $name }
notice-answer = 💬 { $process ->
    [invoice] Відповідь менеджера
   *[other] Відповідь магазину
}, { $case }: { $name }
notice-late-photos = 📷 Додано фото ({ $count }): { $case }
notice-nobody-to-sign = ⚠️ Стоїть без руху: { $case }. Підписати нікому ({ $visa }). Адміністратори мають призначити людину.
notice-stuck = ⚠️ Стоїть без руху: { $case }. Ніхто не відповів у термін ({ $visa }), і вище нікого немає.
notice-not-yours = № { $number } вас більше не стосується.
button-photos-new = Переглянути фото
reminder-title = ⏰ Чекають на вас: { $count }
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
inbox-which-place = За яким місцем показати?
inbox-which-kind = Що показати?
button-begin = Почати
button-first-page = ⏮ На початок
button-next-page = Далі ▸
pile-empty = Ніщо на вас не чекає.
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
