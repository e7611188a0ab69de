# Бухгалтерия: предупреждения к счетам, оплаты по выписке, вечерний реестр.
books-twin = Счёт с этим номером уже есть: № { $number } ({ $filer }, { $when }, { $sum }, «{ $stage }»).
books-button-open = Открыть № { $number }
books-twin-reason = Почему подан ещё раз:
books-account = { $account }, БИК { $bank }
books-account-changed = Реквизиты не те, что у последнего оплаченного счёта этого поставщика (№ { $number }). Было: { $account }.
books-order-unknown = Заказ «{ $order }» не найден среди сделок: проверьте номер.
books-above-order-of = Сумма больше суммы заказа «{ $order }»: он на { $total }.
books-above-order = Сумма больше суммы заказа «{ $order }».
