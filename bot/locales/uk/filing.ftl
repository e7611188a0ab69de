# Filing: the dialogue in which a request is filled in.

# --- buttons ---
filing-button-back = Назад
filing-button-next = Далі
filing-button-skip = Пропустити
filing-button-later = Заповню пізніше
filing-button-cancel = Скасувати
filing-button-done = Готово
filing-button-right = Правильно
filing-button-right-and-done = Правильно, це все
filing-button-mend-line = Інша кількість
filing-button-add-outside = Додати поза каталогом
filing-button-change-lines = Змінити або вилучити
filing-button-change-quantity = Змінити кількість
filing-button-change-reason = Змінити причину
filing-button-remove = Вилучити
filing-button-different-reasons = Різні причини
filing-button-one-reason = Одна причина на все
filing-button-drop-last-photo = Прибрати останнє
filing-button-drop-photos = Прибрати всі
filing-button-new-supplier = Новий постачальник
filing-button-split = { $count ->
    [2] Розділити на дві заявки
    [one] Розділити на { $count } заявку
    [few] Розділити на { $count } заявки
   *[many] Розділити на { $count } заявок
}
filing-button-together = Однією заявкою
filing-button-day = { $day ->
    [today] Сьогодні
   *[yesterday] Учора
}
filing-button-submit = Надіслати на погодження
filing-button-change = Змінити
filing-button-change-place = Магазин
filing-button-resume = Продовжити чернетку
filing-button-start-over = Почати заново
filing-button-keep-draft = Зберегти чернетку
filing-button-delete-draft = Вилучити чернетку
filing-button-attach = Додати до № { $number }
filing-button-not-needed = Не потрібно

# --- what people type instead of pressing a button, apart by semicolons ---
filing-typed-yes = так; ага; угу; ок; окей; все правильно; вірно; точно; +; 👍; ✅
filing-typed-done = все; це все; все готово; досить; більше немає; ні; ок; окей; +; 👍; ✅
filing-typed-no = ні; не треба; не потрібно; немає; -; —
filing-typed-send = надіслати

# --- questions ---
filing-progress = { $at } із { $of }
filing-what = Що оформлюємо?
filing-late-or-new = Додати до { $numbers }? Чи це нова заявка: що оформлюємо?
filing-ask-place = Який магазин?
filing-ask-goods =
    Який товар? Напишіть частину назви, артикул або останні цифри штрихкоду.
    Можна одразу рядком: «Вихрь 42 2 пари». Або надішліть таблицю XLSX чи CSV.
filing-ask-more-goods = Ще товар — напишіть. Усе — «Готово».
filing-ask-model = Знайдено за «{ $text }». Яка модель?
filing-ask-model-many = За «{ $text }» знайдено багато. Оберіть модель або уточніть назву.
filing-ask-size =
    { $model }
    Який розмір?
filing-ask-quantity = Скільки?
filing-ask-quantity-outside = Скільки? Наприклад: 2 шт або 1,5 кг.
filing-ask-right = Правильно?
filing-ask-outside = «{ $name }» немає в каталозі. Напишіть інакше або додайте поза каталогом: ціну поставить мерчандайзер.
filing-ask-line = Яку позицію змінити? Оберіть або напишіть номер: 1–{ $count }.
filing-ask-change-line = Що зробити з позицією?
filing-reading = Читаю таблицю…
filing-ask-reason = Чому? Одна причина на всю заявку.
filing-ask-line-reason =
    { $at } із { $of }: { $line }
    Яка причина?
filing-ask-photos = Надішліть фото: по одному, альбомом або файлами, до { $max }.
filing-ask-photos-because = Надішліть фото, до { $max }. З такою причиною без фото не можна: { $reasons }.
filing-ask-photos-optional = Якщо є фото, надішліть, до { $max }. Немає — «Пропустити».
filing-ask-more-photos = Прийнято фото: { $count }. Ще чи «Готово»?
filing-ask-supplier = Який постачальник? Оберіть або напишіть частину назви чи податковий номер.
filing-ask-supplier-own = Постачальник цього товару: { $supplier }. Правильно? Можна обрати іншого.
filing-ask-supplier-found = Котрий із них?
filing-ask-split = { $count ->
    [2] Товар від двох постачальників: { $suppliers }. Розділити на дві заявки?
    [one] Товар від { $count } постачальника: { $suppliers }. Розділити на { $count } заявку?
    [few] Товар від { $count } постачальників: { $suppliers }. Розділити на { $count } заявки?
   *[many] Товар від { $count } постачальників: { $suppliers }. Розділити на { $count } заявок?
}
filing-ask-supplier-name = Як називається постачальник? Наприклад: ТОВ «Ромашка».
filing-ask-supplier-number = { $country ->
    [UA] { $name }: який ЄДРПОУ? Не знаєте — «Пропустити».
   *[RU] { $name }: який ИНН? Не знаєте — «Пропустити».
}
filing-ask-text = Напишіть відповідь.
filing-ask-text-because = Що сталося? З такою причиною без коментаря не можна: { $reasons }.
filing-ask-text-optional = Хочете щось додати? Напишіть або «Пропустити».
filing-ask-date = Яка дата? Наприклад: 14.03.2026.
filing-ask-date-optional = Яка дата? Наприклад: 14.03.2026. Не знаєте — «Пропустити».
filing-ask-choice = Оберіть відповідь.
filing-given = Зараз: «{ $text }»
filing-ask-change = Що змінити?
filing-ask-checking = Перевіряю фото й одразу надішлю. Чекати біля екрана не потрібно.
filing-ask-resume = Є чернетка «{ $process }»: { $lines ->
    [one] { $lines } позиція
    [few] { $lines } позиції
   *[many] { $lines } позицій
}, { $photos ->
    [one] { $photos } фото
    [few] { $photos } фото
   *[many] { $photos } фото
}. Продовжити чернетку?
filing-ask-cancel = Зберегти чернетку чи вилучити?
filing-hint-goods = Назва, артикул або штрихкод
filing-hint-quantity = Кількість
filing-hint-supplier = Назва або податковий номер
filing-hint-photos = Надішліть фото

# --- lines ---
filing-outside-mark = поза каталогом
filing-unpriced-mark = без ціни
filing-more-lines = { $count ->
    [one] … і ще { $count } позиція
    [few] … і ще { $count } позиції
   *[many] … і ще { $count } позицій
}
filing-total = { $count ->
    [one] Разом: { $sum }, { $count } позиція
    [few] Разом: { $sum }, { $count } позиції
   *[many] Разом: { $sum }, { $count } позицій
}
filing-total-unpriced = { $count ->
    [one] (без ціни: { $count } позиція)
    [few] (без ціни: { $count } позиції)
   *[many] (без ціни: { $count } позицій)
}
filing-table-lines = { $count ->
    [one] У таблиці { $count } позиція:
    [few] У таблиці { $count } позиції:
   *[many] У таблиці { $count } позицій:
}

# --- preview ---
filing-preview = { $process }: перевірте й надішліть
filing-preview-rework = { $process }, № { $number }: виправте й надішліть ще раз
filing-preview-place = Звідки: { $place }
filing-preview-parts = { $count ->
    [one] Буде { $count } заявка:
    [few] Буде { $count } заявки:
   *[many] Буде { $count } заявок:
}
filing-preview-photos = { $count } шт.
filing-videos = відео: { $count }
filing-preview-pending = ще перевіряю: { $count }
filing-preview-missing = не вказано
filing-preview-signers = Хто погоджує: { $signers }
filing-preview-twins = { $count ->
    [one] У цьому магазині вже є відкрита заявка з таким товаром: { $numbers }
    [few] У цьому магазині вже є відкриті заявки з таким товаром: { $numbers }
   *[many] У цьому магазині вже є відкриті заявки з таким товаром: { $numbers }
}

# --- photos ---
filing-counted = { $state ->
    [asked] Прийнято фото: { $count }. Ще або «Готово»
    [waiting] Прийнято фото: { $count }. Усі перевірено
   *[meanwhile] Прийнято фото: { $count }. Додам до заявки
}
filing-counted-videos = Відео: { $count }. Доповнення, не замість фото
filing-counted-pending = Перевіряю: { $count }
filing-counted-over = Більше ніж { $max } фото не потрібно, зайві не взято: { $count }
filing-checking = Перевіряю фото: { $done } із { $of }…
filing-photos-refused = Не прийнято: { $count } ({ $why })
filing-why = { $why ->
    [too-big] файл більший за 20 МБ
    [not-an-image] це не фото
    [damaged] файл пошкоджено, зніміть ще раз
    [too-many-pixels] завеликий знімок
    [animated] це анімація, потрібне звичайне фото
    [gone] файл не завантажився, надішліть ще раз
    [empty] порожній файл
   *[other] файл не підійшов, надішліть інший
}
filing-photos-dropped = { $count ->
    [0] Прибирати нічого.
   *[other] Прибрано: { $count }.
}
filing-photo-needed = Без фото надіслати не можна: потрібне хоча б одне.
filing-photo-needed-because = З такою причиною потрібне фото: { $reasons }. Надішліть хоча б одне.
filing-photo-for-nothing = Фото отримано, але оформлювати заявки вам поки не можна. Зверніться до адміністратора.
filing-photos-left = Добре, фото нікуди не додано.
filing-attached = Додано до № { $number }: { $count } фото.
filing-attached-not = Решту не додано (повтор або більше 10 фото): { $count }

# --- what was done, what went wrong ---
filing-choose-one = Відповідь незрозуміла. Оберіть кнопкою.
filing-wrong-kind = { $what ->
    [sticker] Стікер гарний, але тут потрібна відповідь на запитання.
    [voice] Голосових не слухаю: напишіть, будь ласка.
    [location] Місце не потрібне: дайте відповідь на запитання.
    [contact] Контакт не потрібен: дайте відповідь на запитання.
    [animation] Анімація не підійде: потрібне звичайне фото або відповідь.
    [poll] Опитування не потрібне: дайте відповідь на запитання.
   *[other] Таке повідомлення тут не підійде: дайте відповідь на запитання.
}
filing-file-too-big = Файл завеликий: { $size } МБ, можна до { $max } МБ. Решту збережено.
filing-unknown-file = Такий файл не підійде. Потрібне фото або таблиця XLSX, CSV.
filing-heic = Цей формат знімка не читається. Надішліть його як фото, а не файлом.
filing-empty = Порожня відповідь. Напишіть ще раз.
filing-too-long = Задовго: { $length } знаків, можна до { $max }. Скоротіть, будь ласка.
filing-added = ✓ { $line }
filing-added-lines = { $count ->
    [one] ✓ Додано { $count } позицію.
    [few] ✓ Додано { $count } позиції.
   *[many] ✓ Додано { $count } позицій.
}
filing-added-to = ✓ Такий товар уже був. Тепер { $name }: { $quantity }.
filing-not-added = Не додано: { $line }
filing-changed = ✓ Змінено: { $line }
filing-removed = ✓ Вилучено: { $name }
filing-bad-quantity = { $why ->
    [not-a-number] Кількість незрозуміла. Напишіть число, наприклад: 2.
    [negative] Кількість не буває від’ємною. Напишіть, наприклад: 2.
    [zero] Нуль не підійде. Напишіть, скільки списати або повернути.
    [too-big] Забагато: можна до 1 000 000. Перевірте число.
    [too-precise] Надто точно: не більше трьох знаків після коми.
    [no-fractions] Рахуємо цілими ({ $unit }). Напишіть ціле число.
    [other-unit] Цей товар рахуємо інакше ({ $unit }). Скільки?
   *[empty] Напишіть кількість, наприклад: 2.
}
filing-no-goods = Поки немає жодної позиції. Напишіть, який товар.
filing-no-such-line = Такої позиції немає. Оберіть зі списку.
filing-too-many-lines = Забагато позицій: можна до { $max }.
filing-not-understood = Незрозуміло: { $pieces }. Напишіть по одному рядку: товар, розмір, кількість.
filing-product-gone = Цього товару більше немає в каталозі. Пошукайте інший.
filing-not-sold-here = У цьому магазині такого товару немає, прибрано: { $names }
filing-table-problems = Таблиця не підійшла, нічого з неї не взято:
filing-table-unreadable = Таблиця не прочиталася: { $why }
filing-table-for-nothing = Таблицю з товарами можна надіслати, коли заявку розпочато: оберіть унизу, що оформлюємо.
filing-no-table-here = Тут таблиця не потрібна: дайте відповідь на запитання.
filing-still-reading = Ще читаю таблицю, це недовго.
filing-answer-needed = Без цієї відповіді не можна.
filing-answer-needed-because = З такою причиною потрібен коментар: { $reasons }.
filing-bad-date = Дата незрозуміла. Напишіть, наприклад: 14.03.2026.
filing-bad-number = { $country ->
    [UA] У цьому номері помилка: у ЄДРПОУ 8 цифр, у РНОКПП 10, контрольна не збіглася. Перевірте.
   *[RU] У цьому ИНН помилка: 10 або 12 цифр, контрольна не збіглася. Перевірте.
}
filing-supplier-known = ✓ Такий постачальник уже є: { $supplier }
filing-supplier-added = ✓ Постачальника додано: { $supplier }
filing-no-such-supplier = Постачальника «{ $text }» не знайдено. Напишіть інакше або додайте нового.
filing-missing = Не надіслано, не заповнено: { $questions }. Дайте відповідь, і можна надсилати.
filing-prices-changed = Каталог оновився: перевірте суми й надішліть ще раз.

# --- beginning and end ---
filing-not-a-filer = Оформлювати заявки вам поки не можна. Зверніться до адміністратора.
filing-nobody-yet = Заповнити можна вже зараз: чернетка збережеться.
filing-nobody-for-administrators = { $kind ->
    [invoice] Рахунок нікому погодити: { $process }, { $place }. Посаду ніхто не обіймає або не може підписати: { $post }. Заповнює: { $filer }.
   *[other] Заявку нікому погодити: { $process }, { $place }. Посаду ніхто не обіймає або не може підписати: { $post }. Заповнює: { $filer }.
}
filing-sent = { $process ->
    [invoice] Рахунок { $numbers } надіслано на погодження.
   *[other] { $count ->
        [one] Заявку { $numbers } надіслано на погодження.
        [few] Заявки { $numbers } надіслано на погодження.
       *[many] Заявки { $numbers } надіслано на погодження.
    }
}
filing-sent-again = { $process ->
    [invoice] Рахунок { $numbers } надіслано ще раз.
   *[other] { $count ->
        [one] Заявку { $numbers } надіслано ще раз.
        [few] Заявки { $numbers } надіслано ще раз.
       *[many] Заявки { $numbers } надіслано ще раз.
    }
}
filing-sent-already = { $process ->
    [invoice] Рахунок { $numbers } уже надіслано.
   *[other] { $count ->
        [one] Заявку { $numbers } уже надіслано.
        [few] Заявки { $numbers } уже надіслано.
       *[many] Заявки { $numbers } уже надіслано.
    }
}
filing-draft-kept = Чернетку «{ $process }» збережено.
filing-draft-deleted = Чернетку «{ $process }» вилучено.
filing-draft-first = Спершу вирішіть із цією чернеткою: надішліть її або вилучіть.
filing-rework-reason = На доопрацюванні: «{ $text }»
