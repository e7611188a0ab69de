/** Words for what is wrong in a field: read at start by an administrator, in the chat by who sent a file. */
import type { FieldProblem, Path } from "../flows/company/file-problems.ts";
import type { Language, Text } from "../flows/ids.ts";

/** A text in the three languages. */
export const text = (ru: string, uk: string, en: string): Text => ({ ru, uk, en });

type Simple = Exclude<
  FieldProblem["kind"],
  "too-long" | "not-whole" | "not-one-of" | "unknown" | "duplicate"
>;

const simple: { readonly [Kind in Simple]: Text } = {
  missing: text("не заполнено", "не заповнено", "is missing"),
  "unknown-field": text("такого поля нет", "такого поля немає", "there is no such field"),
  "not-text": text("нужно одно значение", "потрібне одне значення", "one value is expected"),
  "not-list": text("нужен список", "потрібен список", "a list is expected"),
  "not-section": text(
    "нужен раздел с полями",
    "потрібен розділ із полями",
    "a section with fields is expected",
  ),
  empty: text("пусто", "порожньо", "is empty"),
  "empty-list": text("список пуст", "список порожній", "the list is empty"),
  "bad-id": text(
    "нужны латинские буквы, цифры, точка, дефис или подчёркивание, до 64 знаков",
    "потрібні латинські літери, цифри, крапка, дефіс або підкреслення, до 64 знаків",
    "use Latin letters, digits, dot, hyphen or underscore, at most 64",
  ),
  "bad-date": text("нужна дата: 2026-01-12", "потрібна дата: 2026-01-12", "a date is expected: 2026-01-12"),
  "bad-time": text("нужно время: 09:00", "потрібен час: 09:00", "a time is expected: 09:00"),
  "time-order": text(
    "конец рабочего дня не позже начала",
    "кінець робочого дня не пізніше початку",
    "the working day ends before it begins",
  ),
  "bad-time-zone": text(
    "неизвестный часовой пояс; пример: Europe/Moscow",
    "невідомий часовий пояс; приклад: Europe/Kyiv",
    "unknown time zone; for example Europe/Kyiv",
  ),
  "bad-inn": text(
    "ИНН не проходит проверку: 10 или 12 цифр с контрольной",
    "податковий номер не проходить перевірку",
    "the tax number fails its check",
  ),
  "bad-edrpou": text(
    "ЄДРПОУ (8 цифр) или РНОКПП (10 цифр) не проходит проверку",
    "ЄДРПОУ (8 цифр) або РНОКПП (10 цифр) не проходить перевірку",
    "ЄДРПОУ (8 digits) or РНОКПП (10 digits) fails its check",
  ),
  "bad-okpo": text(
    "нужен ОКПО из 8 цифр (у предпринимателя 10)",
    "потрібен ОКПО з 8 цифр (у підприємця 10)",
    "an ОКПО of 8 digits is expected (10 for a sole trader)",
  ),
  "bad-kpp": text("нужен КПП из 9 знаков", "потрібен КПП із 9 знаків", "a КПП of 9 characters is expected"),
  "bad-vat-id": text(
    "ІПН (12 цифр) не проходит проверку",
    "ІПН (12 цифр) не проходить перевірку",
    "ІПН (12 digits) fails its check",
  ),
  "bad-bik": text("нужен БИК из 9 цифр", "потрібен БИК із 9 цифр", "a БИК of 9 digits is expected"),
  "bad-account": text(
    "счёт (20 цифр) не подходит к БИК",
    "рахунок (20 цифр) не відповідає БИК",
    "the account (20 digits) does not fit the БИК",
  ),
  "bad-correspondent": text(
    "корреспондентский счёт (20 цифр, 301…) не подходит к БИК",
    "кореспондентський рахунок (20 цифр, 301…) не відповідає БИК",
    "the correspondent account (20 digits, 301…) does not fit the БИК",
  ),
  "account-without-bik": text("к счёту нужен БИК", "до рахунку потрібен БИК", "an account needs its БИК"),
  "bad-iban": text(
    "IBAN не проходит проверку: UA и 27 цифр",
    "IBAN не проходить перевірку: UA і 27 цифр",
    "the IBAN fails its check: UA and 27 digits",
  ),
  "bad-telegram": text(
    "нужен номер Telegram: только цифры",
    "потрібен номер Telegram: лише цифри",
    "a Telegram number is expected: digits only",
  ),
  "bad-phone": text(
    "нужен номер с кодом страны: +7 900 000-00-00",
    "потрібен номер із кодом країни: +380 50 000 00 00",
    "a number with country code is expected: +380 50 000 00 00",
  ),
  "bad-email": text("нужен один адрес почты", "потрібна одна адреса пошти", "one e-mail address is expected"),
  "bad-post": text(
    "нужна должность: merchandiser@office или director",
    "потрібна посада: merchandiser@office або director",
    "a post is expected: merchandiser@office or director",
  ),
  "bad-money": text(
    "нужна сумма: 5000 или 5 000,50",
    "потрібна сума: 5000 або 5 000,50",
    "a sum is expected: 5000 or 5 000,50",
  ),
  "bad-signed-money": text(
    "нужна сумма не из одних нулей: 5000, 5 000,50, для возврата −5 000,50",
    "потрібна сума не з самих нулів: 5000, 5 000,50, для повернення −5 000,50",
    "a sum other than zero is expected: 5000, 5 000,50, given back: −5 000,50",
  ),
  "bad-tax-number": text(
    "нужен ИНН из 10 или 12 цифр либо ЄДРПОУ из 8",
    "потрібен ЄДРПОУ з 8 цифр або податковий номер з 10 чи 12",
    "a tax number of 8, 10 or 12 digits is expected",
  ),
  "bad-vat": text(
    "такой ставки НДС нет; без налога: «без НДС»",
    "такої ставки ПДВ немає; без податку: «без ПДВ»",
    "there is no such VAT rate; without tax: «no VAT»",
  ),
  "bad-barcode": text(
    "нужен штрихкод: от 4 до 32 букв и цифр",
    "потрібен штрихкод: від 4 до 32 літер і цифр",
    "a barcode is expected: 4 to 32 letters and digits",
  ),
  "bad-yes-no": text("нужно да или нет", "потрібно так або ні", "yes or no is expected"),
  "several-heads": text(
    "у подразделения один руководитель",
    "у підрозділу один керівник",
    "a department has one head",
  ),
  "department-loop": text(
    "подразделение стоит над самим собой",
    "підрозділ стоїть над самим собою",
    "the department stands above itself",
  ),
};

const nobody = {
  person: text("нет такого человека", "немає такої людини", "no such person"),
  department: text("нет такого подразделения", "немає такого підрозділу", "no such department"),
  entity: text("нет такого юрлица", "немає такої юрособи", "no such legal entity"),
  supplier: text("нет такого поставщика", "немає такого постачальника", "no such supplier"),
  post: text("нет такой должности", "немає такої посади", "no such post"),
} as const;

/** «строка 14», «row 14». */
export function rowWords(row: number, language: Language): string {
  return { ru: `строка ${row}`, uk: `рядок ${row}`, en: `row ${row}` }[language];
}

/** `["people", 2, "telegram"]` → `people[2].telegram`. */
export function pathText(path: Path): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index > 0 ? "." : ""}${key}`))
    .join("");
}

/** What is wrong with a field or cell; `first` words the place where a repeated value stands already. */
export function fieldProblemWords(problem: FieldProblem, language: Language, first?: string): string {
  switch (problem.kind) {
    case "too-long":
      return text(
        `не длиннее ${problem.max} знаков`,
        `не довше ${problem.max} знаків`,
        `at most ${problem.max} characters`,
      )[language];
    case "not-whole":
      return text(
        `нужно целое число от ${problem.min} до ${problem.max}`,
        `потрібне ціле число від ${problem.min} до ${problem.max}`,
        `a whole number from ${problem.min} to ${problem.max} is expected`,
      )[language];
    case "not-one-of": {
      const allowed = problem.allowed.join(", ");
      return text(`нужно одно из: ${allowed}`, `потрібне одне з: ${allowed}`, `one of: ${allowed}`)[language];
    }
    case "unknown":
      return `${nobody[problem.what][language]}: ${problem.value}`;
    case "duplicate": {
      const already = text("уже есть", "вже є", "stands already")[language];
      return `${problem.value} ${already} (${first ?? pathText(problem.first)})`;
    }
    default:
      return simple[problem.kind][language];
  }
}
