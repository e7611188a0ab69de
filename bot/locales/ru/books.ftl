# Бухгалтерия: предупреждения к счетам, оплаты по выписке, вечерний реестр.
books-twin = Счёт с этим номером уже есть: № { $number } ({ $filer }, { $when }, { $sum }, «{ $stage }»).
books-button-open = Открыть № { $number }
books-twin-reason = Почему подан ещё раз:
books-account = { $account }, БИК { $bank }
books-account-changed = Реквизиты не те, что у последнего оплаченного счёта этого поставщика (№ { $number }). Было: { $account }.
books-order-unknown = Заказ «{ $order }» не найден среди сделок: проверьте номер.
books-above-order-of = Сумма больше суммы заказа «{ $order }»: он на { $total }.
books-above-order = Сумма больше суммы заказа «{ $order }».
books-proposed = Расходов { $all }: похоже, оплачены счета: { $count }
books-list = Похоже, оплачены счета: { $count }
books-invoice-number = счёт { $number }
books-order-of = п/п { $number } от { $date }
books-free = никто не взял: возьмите счёт, и его можно будет отметить
books-colleague = в работе: { $person }, отметит тот, у кого счёт
books-not-yours = отметит бухгалтер, которому этот счёт положен
books-twice = этот счёт уже оплатила строка выше: проверьте, не платили ли дважды
books-left-out = убран из списка
books-none-left = Счетов, которые можно отметить, не осталось.
books-button-pay = Отметить оплаченными ({ $count })
books-button-leave-out = Убрать № { $number }
books-button-put-back = Вернуть № { $number }
books-list-changed = Список изменился, пока вы его читали. Ничего не отмечено: проверьте и нажмите ещё раз.
books-paid = Отмечены оплаченными: { $numbers }
books-paid-count = Отмечено: { $count }
books-taken = Счёт № { $number } у вас.
books-register = Бухгалтерия за { $day }: взято счетов { $taken }, оплат { $paid } на { $sum }, завершено { $closed }, бумаг { $papers }
books-register-more = Записей за день больше { $count }: вошли только первые, остальное смотрите в /registry.
books-register-file = Реестр
books-no-sheet = Таблица не получилась: сообщите администратору.
books-papers = Бумаги за { $day }: { $count }
books-papers-waiting = Ещё печатается: { $count }
books-papers-too-large = Не вошло из-за размера: { $count }. Их можно открыть по номеру.
books-papers-file = Бумаги
books-no-zip = Архив не получился: бумаги можно открыть по номеру.
books-entry = { $kind ->
    [taken] Счёт взят
    [paid] Оплата
    [unpaid] Оплата отменена
    [closed] Счёт завершён
   *[paper] Выдана бумага
}
books-total = Оплачено
books-column-time = Время
books-column-what = Что сделано
books-column-request = Номер
books-column-title = Вид
books-column-paper = Счёт или бумага
books-column-supplier = Поставщик
books-column-total = Сумма
books-column-paid = Оплачено
books-column-currency = Валюта
books-column-order = П/п
books-column-paid-on = Дата оплаты
books-column-who = Кто
