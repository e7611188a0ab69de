# Файли з угодами та оплатами: виписка банку, таблиця.
import-reading = Читаю файл…
import-too-big = Файл більший за 20 МБ: Telegram його боту не віддає. Вивантажте за коротший період.
import-not-yours = Оплати вносить бухгалтерія: { $names }. Файл не завантажено, передайте його туди.
import-refused = Нічого не завантажено: { $why }
import-none = Цього файлу вже немає: надішліть його знову.
import-booking = Розношу…
import-cancelled = Скасовано: нічого не завантажено.
import-done-before = Це вже зроблено: { $name }
import-done-by = Хто вирішив: { $name }
button-import-book = Рознести
button-import-ask = Запитати
button-import-show = Показати
button-import-cancel = Скасувати
button-import-load = Завантажити
button-import-quietly = Ні, лише завантажити
button-import-notify = Так
statement-title = Виписка
statement-preview = Надходжень { $count } на { $sum }: рознесу { $certain }, запитаю { $ask }, не наші { $unmatched }
statement-known = Уже рознесено раніше: { $count }
statement-outgoing = Витрат { $count } на { $sum }.
statement-left-out = Не взято рядків (не проведені, не наш рахунок, інша валюта, повтори): { $count }
statement-warning-balance = Залишок не сходиться: за оборотами { $expected }, у файлі { $closing }.
statement-warning-sum = { $kind ->
    [received] Надійшло
   *[spent] Списано
} за файлом { $said }, за рядками { $lines }.
statement-warning-unreadable = Рядок { $line }: не прочитати { $key } ({ $found }).
statement-summary = Рознесено { $booked } на { $sum }.{ $ask ->
    [0] {""}
   *[other] {" "}Запитати залишилося { $ask }.
}{ $unmatched ->
    [0] {""}
   *[other] {" "}Не наші { $unmatched }.
}
statement-done = Готово. { $summary }
statement-later = Решта чекає: до запитань можна повернутися пізніше.
statement-line = { $sum } від { $date }
statement-doubt = Чия це оплата? { $line }
statement-why = { $why ->
    [refund] Схоже на повернення.
    [same-number] Такий номер у двох угод.
    [several-deals] Названо кілька угод.
    [other-payer] Номер правильний, але платить інший платник.
    [payer-unknown] Номер правильний, але коду платника у виписці немає.
    [customer-unknown] Номер правильний, але коду покупця в угоді не вказано.
    [called-otherwise] Номер названо інакше: рахунок замість замовлення чи навпаки.
    [paid-already] Номер правильний, але угоду вже сплачено.
    [booked-already] Така сама оплата цього дня вже є.
    [exact-sum] Номера немає, але сума точно дорівнює залишку угоди.
    [payer-only] Номера немає, відомий лише платник.
   *[other-currency] Названа угода в іншій валюті.
}
statement-unmatched-why = { $why ->
    [refund] схоже на повернення
    [other-currency] відповідна угода в іншій валюті
   *[nothing-known] угоду не знайдено
}
statement-offer = { $deal } · залишилося { $left }
button-line-other = Інша угода
button-line-skip = Не наша
button-line-later = Пізніше
statement-ask-deal = До якої угоди віднести? { $line }. Напишіть номер замовлення чи рахунку, назву або покупця. Передумали: /cancel
statement-which = На яку угоду? { $line }
statement-put-off = Відкладено: { $line }
statement-settled = { $how ->
    [booked] ✅ Рознесено: { $line } → { $deal }
    [skipped] Не наша: { $line }
    [known] Рознесено раніше: { $line }
   *[other] { $line }
}
statement-group = { $status ->
    [ask] Запитаю
    [unmatched] Не наші: угоду не знайдено
    [certain] Рознесу
    [booked] Рознесено
    [skipped] Позначені як не наші
   *[known] Рознесено раніше
}: { $count }
statement-no-lines = Надходжень у виписці немає.
statement-file = Усі надходження виписки
statement-refused = { $why ->
    [took-too-long] файл не вдалося прочитати.
   *[not-a-statement] це не виписка. Потрібен файл обміну з 1С (1CClientBankExchange, kl_to_1c.txt) або таблиця .xlsx, .csv.
}
statement-refused-big = файл більший за { $max } МБ. Вивантажте за коротший період.
statement-refused-many = у файлі більше { $max } документів. Вивантажте за коротший період.
statement-refused-cut = файл обривається на рядку { $line }{ $document ->
    [none] {""}
   *[other] {" "}({ $document })
}. Завантажте виписку в банку ще раз.
statement-refused-place = рядок { $line }: тут цього бути не може ({ $found }).
statement-refused-document = рядок { $line }, { $document }, { $key }: { $problem ->
    [missing] не заповнено
    [given-twice] вказано двічі
    [bad-date] такої дати немає
    [negative] сума менша за нуль
    [too-precise] більше двох знаків після коми
    [too-big] сума завелика
   *[not-a-sum] це не сума
} ({ $found }).
statement-refused-account = це виписка за чужим рахунком ({ $accounts }). Рахунки компанії вказано в її файлі.
statement-refused-currency = рахунок в іншій валюті ({ $accounts }): беруться лише рублі та гривні.
statement-document = документ { $ordinal }, { $title }{ $number ->
    [none] {""}
   *[other] {" "}№ { $number }
}
sheet-preview-deals = Нових угод { $added }, зміниться { $changed }, без змін { $same }
sheet-preview-payments = Таблиця оплат{ $known ->
    [0] {""}
   *[other] , уже є { $known }
}
sheet-preview-sums = Оплат { $count } на { $sum }
sheet-ask-notify = Сповістити менеджерів про ці оплати?
sheet-nothing-new = У таблиці немає нічого нового: усе це вже завантажено.
sheet-outdated = Поки ви дивилися, дані змінилися. Дивлюся файл наново…
sheet-taking = ⏳ Триває завантаження…
sheet-left = Поки тривало завантаження, дані змінилися: рядків не завантажено { $count }. Надішліть файл ще раз, візьму лише їх.
sheet-more = …і ще { $count }
sheet-field = { $field ->
    [externalId] код
    [name] назва
    [orderNumber] номер замовлення
    [invoiceNumber] номер рахунку
    [stage] стадія
    [customer] покупець
    [customerInn] код
    [manager] менеджер
    [currency] валюта
    [dueOn] термін оплати
   *[total] сума
} { $from } → { $to }
sheet-taken = ✅ Завантажено. Нових угод { $added }, змінено { $changed }{ $payments ->
    [0] {""}
   *[other] , оплат { $payments } на { $sum }
}.
statement-skipped = Позначено раніше як не наше: { $count }
button-import-unskip = Запитати про «не наші» знову
button-line-unskip = Усе-таки наша
statement-unskipped = { $count ->
    [one] Запитаю ще про { $count } рядок.
    [few] Запитаю ще про { $count } рядки.
   *[many] Запитаю ще про { $count } рядків.
}
