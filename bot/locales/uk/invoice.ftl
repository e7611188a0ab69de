# Supplier invoices: the questions of their form, and what is said of files, sums, accounts and dates.

# --- buttons ---
filing-button-ahead = { $date } (+{ $days })
filing-button-rate = { $percent } %
filing-button-no-vat = Без ПДВ
filing-button-as-on-paper = У рахунку саме так
filing-button-any-person = Будь-хто з них

# --- names of questions ---
question-files = Файл
question-sum = Сума
question-person = Хто підписує
question-account = Рахунок у банку

# --- questions ---
filing-ask-files = Надішліть PDF або фото сторінок, до { $max }. Усе — «Готово».
filing-ask-files-optional = Надішліть PDF або фото сторінок, до { $max }. Немає — «Пропустити».
filing-ask-more-files = Прийнято: { $files }. Ще сторінки — надішліть. Усе — «Готово».
filing-ask-text-like = Напишіть, наприклад: { $example }
filing-ask-text-like-optional = Якщо є, напишіть, наприклад: { $example }. Немає — «Пропустити».
filing-ask-sum = Скільки до сплати, разом із ПДВ? Наприклад: 244 000,00.
filing-ask-rate = До сплати { $sum }. Який ПДВ у цій сумі?
filing-ask-vat = ПДВ { $percent } %: { $vat }. У рахунку так само? Якщо сума ПДВ інша, напишіть її.
filing-ask-vat-differs = За розрахунком ПДВ { $percent } %: { $inside }, а ви написали { $vat }. У рахунку саме так? Якщо ні, напишіть суму ПДВ ще раз.
filing-ask-person = Хто підпише? «Будь-хто з них»: запитаємо одразу всіх, вирішить той, хто відповість першим.
filing-ask-account = { $country ->
    [UA] На який рахунок платити? Напишіть IBAN.
   *[RU] На який рахунок платити? Напишіть розрахунковий рахунок (20 цифр) і БІК.
}
filing-ask-account-optional = { $country ->
    [UA] На який рахунок платити? Напишіть IBAN або «Пропустити».
   *[RU] На який рахунок платити? Напишіть розрахунковий рахунок (20 цифр) і БІК або «Пропустити».
}
filing-ask-account-bank = Рахунок { $account }. Який БІК банку? 9 цифр.
filing-given-day = Зараз: { $day }
filing-ask-resume-files = { $files ->
    [one] Є чернетка «{ $process }»: { $files } файл. Продовжити чернетку?
    [few] Є чернетка «{ $process }»: { $files } файли. Продовжити чернетку?
   *[many] Є чернетка «{ $process }»: { $files } файлів. Продовжити чернетку?
}
filing-hint-files = Надішліть PDF або фото
filing-hint-sum = Сума з ПДВ

# --- the counter of files ---
filing-files-counted = { $state ->
    [asked] Прийнято: { $files }. Ще або «Готово»
    [waiting] Прийнято: { $files }. Усе перевірено
   *[meanwhile] Прийнято: { $files }
}
filing-files-none = Файлів поки немає
filing-files-over = Більше { $max } файлів не потрібно, зайві не взято: { $count }
filing-files-checking = Перевіряю файли й одразу надішлю. Чекати біля екрана не потрібно.
filing-files-pending = Перевіряю: { $count }

# --- answers in words ---
answer-photos = фото: { $count }
answer-sum-vat = { $sum }, у т. ч. ПДВ { $percent } %: { $vat }
answer-sum-no-vat = { $sum }, без ПДВ
answer-any-person = будь-хто з них
answer-account = { $account }, БІК { $bank }

# --- what went wrong ---
filing-not-a-paper = Такий файл не підійде. Потрібен PDF або фото сторінок.
filing-paper-too-big = Файл { $size } МБ, а отримати можна до { $max } МБ. Розділіть його на частини, відскануйте з меншою якістю або надішліть фото сторінок. Решту збережено.
filing-paper-needed = Без файлу не можна: надішліть PDF або фото сторінок.
filing-paper-refused = Не прийнято: { $name } — { $why }
filing-paper-unnamed = фото
filing-paper-why = { $why ->
    [password] файл під паролем. Надішліть його без пароля або фото сторінок.
    [damaged-pdf] PDF не відкривається. Збережіть його заново або надішліть фото сторінок.
    [not-a-paper] це не PDF і не фото. Надішліть PDF або фото сторінок.
    [empty] файл порожній, у ньому 0 байтів. Надішліть його ще раз.
    [too-big] файл більший за 20 МБ. Розділіть його, відскануйте з меншою якістю або надішліть фото сторінок.
    [gone] файл не завантажився. Надішліть його ще раз.
    [not-an-image] це не фото. Надішліть PDF або фото сторінок.
    [damaged] знімок пошкоджено. Зніміть сторінку ще раз.
    [too-many-pixels] знімок завеликий. Надішліть менший.
    [animated] це анімація. Надішліть PDF або звичайне фото.
   *[other] файл не підійшов. Надішліть PDF або фото сторінок.
}
filing-bad-sum = { $why ->
    [negative] Сума не буває від’ємною. Напишіть, наприклад: 244 000,00.
    [too-precise] Занадто точно: після коми не більше двох цифр.
    [too-big] Занадто велика сума. Перевірте число.
    [zero] Нуль не годиться. Скільки до сплати?
    [other-currency] Тут платимо в іншій валюті. Напишіть суму без знака валюти, якщо вона правильна.
    [empty] Напишіть суму, наприклад: 244 000,00.
   *[not-a-sum] Не зрозумів суму. Напишіть, наприклад: 244 000,00.
}
filing-bad-rate = На дату рахунку ({ $date }) такої ставки ПДВ немає. Оберіть кнопкою.
filing-vat-above-sum = ПДВ не може бути більшим за саму суму. Напишіть суму ПДВ.
filing-bad-account = { $why ->
    [check] Рахунок і БІК не сходяться: контрольна цифра інша. Перевірте й напишіть рахунок і БІК ще раз.
    [iban] У цьому IBAN помилка: контрольні цифри не зійшлися. Перевірте й напишіть ще раз.
    [bank] Не зрозумів БІК: у ньому 9 цифр. Напишіть ще раз.
   *[form] { $country ->
        [UA] Не зрозумів рахунок. В IBAN 29 знаків: UA і 27 цифр.
       *[RU] Не зрозумів рахунок. У ньому 20 цифр, у БІК 9. Наприклад: 40702810900000000101, 049601777.
    }
}
filing-date-ahead = Занадто пізно: можна не пізніше { $latest }.
filing-date-early = Занадто рано: { $question } — { $earliest }. Раніше цієї дати не можна.
