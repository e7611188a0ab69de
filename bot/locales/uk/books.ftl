# Бухгалтерія: попередження до рахунків, оплати за випискою, вечірній реєстр.
books-twin = Рахунок із цим номером уже є: № { $number } ({ $filer }, { $when }, { $sum }, «{ $stage }»).
books-button-open = Відкрити № { $number }
books-twin-reason = Чому подано ще раз:
books-account = { $account }, БІК { $bank }
books-account-changed = Реквізити не ті, що в останнього сплаченого рахунку цього постачальника (№ { $number }). Було: { $account }.
books-order-unknown = Замовлення «{ $order }» не знайдено серед угод: перевірте номер.
books-above-order-of = Сума більша за суму замовлення «{ $order }»: воно на { $total }.
books-above-order = Сума більша за суму замовлення «{ $order }».
