# Бухгалтерія: попередження до рахунків, оплати за випискою, вечірній реєстр.
books-twin = Рахунок із цим номером уже є: № { $number } ({ $filer }, { $when }, { $sum }, «{ $stage }»).
books-button-open = Відкрити № { $number }
books-twin-reason = Чому подано ще раз:
books-account = { $account }, БІК { $bank }
books-account-changed = Реквізити не ті, що в останнього сплаченого рахунку цього постачальника (№ { $number }). Було: { $account }.
books-order-unknown = Замовлення «{ $order }» не знайдено серед угод: перевірте номер.
books-above-order-of = Сума більша за суму замовлення «{ $order }»: воно на { $total }.
books-above-order = Сума більша за суму замовлення «{ $order }».
books-proposed = Витрат { $all }: схоже, сплачено рахунки: { $count }
books-list = Схоже, сплачено рахунки: { $count }
books-invoice-number = рахунок { $number }
books-order-of = п/і { $number } від { $date }
books-free = ніхто не взяв: візьміть рахунок, і його можна буде позначити
books-colleague = у роботі: { $person }, позначить той, у кого рахунок
books-not-yours = позначить бухгалтер, якому цей рахунок належить
books-twice = цей рахунок уже сплатив рядок вище: перевірте, чи не платили двічі
books-left-out = прибрано зі списку
books-none-left = Рахунків, які можна позначити, не залишилося.
books-button-pay = Позначити сплаченими ({ $count })
books-button-leave-out = Прибрати № { $number }
books-button-put-back = Повернути № { $number }
books-list-changed = Список змінився, поки ви його читали. Нічого не позначено: перевірте й натисніть ще раз.
books-paid = Позначено сплаченими: { $numbers }
books-paid-count = Позначено: { $count }
books-taken = Рахунок № { $number } у вас.
books-register = Бухгалтерія за { $day }: узято рахунків { $taken }, оплат { $paid } на { $sum }, завершено { $closed }, паперів { $papers }
books-register-more = Записів за день більше ніж { $count }: увійшли лише перші, решту дивіться в /registry.
books-register-file = Реєстр
books-no-sheet = Таблиця не вийшла: повідомте адміністратора.
books-papers = Папери за { $day }: { $count }
books-papers-waiting = Ще друкується: { $count }
books-papers-too-large = Не ввійшло через розмір: { $count }. Їх можна відкрити за номером.
books-papers-file = Папери
books-no-zip = Архів не вийшов: папери можна відкрити за номером.
books-entry = { $kind ->
    [taken] Рахунок узято
    [paid] Оплата
    [unpaid] Оплату скасовано
    [closed] Рахунок завершено
   *[paper] Видано папір
}
books-total = Сплачено
books-column-time = Час
books-column-what = Що зроблено
books-column-request = Номер
books-column-title = Вид
books-column-paper = Рахунок або папір
books-column-supplier = Постачальник
books-column-total = Сума
books-column-paid = Сплачено
books-column-currency = Валюта
books-column-order = П/і
books-column-paid-on = Дата оплати
books-column-who = Хто
