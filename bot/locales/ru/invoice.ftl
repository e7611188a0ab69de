# Supplier invoices: the questions of their form, and what is said of files, sums, accounts and dates.

# --- buttons ---
filing-button-ahead = { $date } (+{ $days })
filing-button-rate = { $percent } %
filing-button-no-vat = Без НДС
filing-button-as-on-paper = В счёте именно так
filing-button-any-person = Любой из них

# --- names of questions ---
question-files = Файл
question-sum = Сумма
question-person = Кто подписывает
question-account = Счёт в банке

# --- questions ---
filing-ask-files = Пришлите PDF или фото страниц, до { $max }. Всё — «Готово».
filing-ask-files-optional = Пришлите PDF или фото страниц, до { $max }. Нет — «Пропустить».
filing-ask-more-files = Принято: { $files }. Ещё страницы — пришлите. Всё — «Готово».
filing-ask-text-like = Напишите, например: { $example }
filing-ask-text-like-optional = Если есть, напишите, например: { $example }. Нет — «Пропустить».
filing-ask-sum = Сколько к оплате, вместе с НДС? Например: 244 000,00.
filing-ask-rate = К оплате { $sum }. Какой НДС в этой сумме?
filing-ask-vat = НДС { $percent } %: { $vat }. В счёте так же? Если другая сумма НДС, напишите её.
filing-ask-vat-differs = По расчёту НДС { $percent } %: { $inside }, а вы написали { $vat }. В счёте именно так? Если нет, напишите сумму НДС ещё раз.
filing-ask-person = Кто подпишет? «Любой из них»: спросим сразу всех, решит первый ответивший.
filing-ask-account = { $country ->
    [UA] На какой счёт платить? Напишите IBAN.
   *[RU] На какой счёт платить? Напишите расчётный счёт (20 цифр) и БИК.
}
filing-ask-account-optional = { $country ->
    [UA] На какой счёт платить? Напишите IBAN или «Пропустить».
   *[RU] На какой счёт платить? Напишите расчётный счёт (20 цифр) и БИК или «Пропустить».
}
filing-ask-account-bank = Счёт { $account }. Какой БИК банка? 9 цифр.
filing-given-day = Сейчас: { $day }
filing-ask-resume-files = { $files ->
    [one] Есть черновик «{ $process }»: { $files } файл. Продолжить черновик?
    [few] Есть черновик «{ $process }»: { $files } файла. Продолжить черновик?
   *[many] Есть черновик «{ $process }»: { $files } файлов. Продолжить черновик?
}
filing-hint-files = Пришлите PDF или фото
filing-hint-sum = Сумма с НДС

# --- the counter of files ---
filing-files-counted = { $state ->
    [asked] Принято: { $files }. Ещё или «Готово»
    [waiting] Принято: { $files }. Всё проверено
   *[meanwhile] Принято: { $files }
}
filing-files-none = Файлов пока нет
filing-files-over = Больше { $max } файлов не нужно, лишние не взяты: { $count }
filing-files-checking = Проверяю файлы и сразу отправлю. Ждать у экрана не нужно.
filing-files-pending = Проверяю: { $count }

# --- answers in words ---
answer-photos = фото: { $count }
answer-sum-vat = { $sum }, в т. ч. НДС { $percent } %: { $vat }
answer-sum-no-vat = { $sum }, без НДС
answer-any-person = любой из них
answer-account = { $account }, БИК { $bank }

# --- what went wrong ---
filing-not-a-paper = Такой файл не подойдёт. Нужен PDF или фото страниц.
filing-paper-too-big = Файл { $size } МБ, а получить можно до { $max } МБ. Разделите его на части, отсканируйте с меньшим качеством или пришлите фото страниц. Остальное сохранено.
filing-paper-needed = Без файла нельзя: пришлите PDF или фото страниц.
filing-paper-refused = Не принято: { $name } — { $why }
filing-paper-unnamed = фото
filing-paper-why = { $why ->
    [password] файл под паролем. Пришлите его без пароля или фото страниц.
    [damaged-pdf] PDF не открывается. Сохраните его заново или пришлите фото страниц.
    [not-a-paper] это не PDF и не фото. Пришлите PDF или фото страниц.
    [empty] файл пустой, в нём 0 байт. Пришлите его ещё раз.
    [too-big] файл больше 20 МБ. Разделите его, отсканируйте с меньшим качеством или пришлите фото страниц.
    [gone] файл не загрузился. Пришлите его ещё раз.
    [not-an-image] это не фото. Пришлите PDF или фото страниц.
    [damaged] снимок повреждён. Снимите страницу ещё раз.
    [too-many-pixels] снимок слишком большой. Пришлите его поменьше.
    [animated] это анимация. Пришлите PDF или обычное фото.
   *[other] файл не подошёл. Пришлите PDF или фото страниц.
}
filing-bad-sum = { $why ->
    [negative] Сумма не бывает отрицательной. Напишите, например: 244 000,00.
    [too-precise] Слишком точно: после запятой не больше двух цифр.
    [too-big] Слишком большая сумма. Проверьте число.
    [zero] Ноль не годится. Сколько к оплате?
    [other-currency] Здесь платим в другой валюте. Напишите сумму без знака валюты, если она верная.
    [empty] Напишите сумму, например: 244 000,00.
   *[not-a-sum] Не понял сумму. Напишите, например: 244 000,00.
}
filing-bad-rate = На дату счёта ({ $date }) такой ставки НДС нет. Выберите кнопкой.
filing-vat-above-sum = НДС не может быть больше самой суммы. Напишите сумму НДС.
filing-bad-account = { $why ->
    [check] Счёт и БИК не сходятся: контрольная цифра другая. Проверьте и напишите счёт и БИК ещё раз.
    [iban] В этом IBAN ошибка: контрольные цифры не сошлись. Проверьте и напишите ещё раз.
    [bank] Не понял БИК: в нём 9 цифр. Напишите ещё раз.
   *[form] { $country ->
        [UA] Не понял счёт. В IBAN 29 знаков: UA и 27 цифр.
       *[RU] Не понял счёт. В нём 20 цифр, в БИК 9. Например: 40702810900000000101, 049601777.
    }
}
filing-date-ahead = Слишком поздно: можно не позже { $latest }.
filing-date-early = Слишком рано: { $question } — { $earliest }. Раньше этой даты нельзя.
