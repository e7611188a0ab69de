/** The company file: what becomes a company, and what an administrator is told, by line and field. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadCompanyFile, type LoadContext, type LoadedCompany } from "../../../bot/company-file.ts";
import { fileProblemWords } from "../../../bot/company-problems.ts";
import { id, type Language, type PostId, type SupplierId } from "../../../flows/ids.ts";
import { csv, xlsx } from "../../samples/sheets.ts";
import { chain } from "./chain.ts";

const folder = mkdtempSync(join(tmpdir(), "company-"));
afterAll(() => rmSync(folder, { recursive: true }));

const small = `company: { name: Северный шаг }
departments:
  - { id: office, name: Офис, head: sokolova }
  - { id: store-1, name: Магазин, kind: store, parent: office }
people:
  - { id: sokolova, name: Соколова Ирина Викторовна }
  - id: belova
    name: Белова Анна Сергеевна
    telegram: 1003
    phone: +7 900 000-10-03
    posts: [merchandiser@office]
administrators: [sokolova]
`;

async function load(text: string, context: LoadContext = {}) {
  const path = join(folder, "company.yaml");
  writeFileSync(path, text);
  return await loadCompanyFile(path, context);
}

async function loaded(text: string, context: LoadContext = {}): Promise<LoadedCompany> {
  const result = await load(text, context);
  if (result.kind === "loaded") return result;
  throw new Error(result.problems.map((problem) => fileProblemWords(problem, "en")).join("\n"));
}

async function problemsOf(text: string, language: Language = "ru"): Promise<string[]> {
  const result = await load(text);
  if (result.kind === "loaded") return [];
  return result.problems.map((problem) => fileProblemWords(problem, language).replaceAll(`${folder}/`, ""));
}

test("a person's e-mail is one address, in its usual spelling; anything else is named by line and field", async () => {
  const withEmail = (email: string) => small.replace("Викторовна }", `Викторовна, email: ${email} }`);
  const { company } = await loaded(withEmail("Sokolova@North-Step.example"));
  expect(company.people.map(({ email }) => email)).toEqual(["Sokolova@north-step.example", undefined]);
  expect(await problemsOf(withEmail("'a@x.example, b@x.example'"))).toEqual([
    expect.stringMatching(/^строка 6, people\[0\]\.email: /),
  ]);
});

describe("the four sections that are needed make a company", () => {
  test("with one Russian entity of the company's name, office hours, default reasons, two minutes to undo", async () => {
    const { company, suppliers, goods } = await loaded(small);
    expect(company).toMatchObject({
      language: "ru",
      undoMinutes: 2,
      entities: [{ id: "main", name: "Северный шаг", country: "RU", timeZone: "Europe/Moscow" }],
      workingHours: { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00", holidays: [] },
    });
    expect(company.reasons).toHaveLength(15);
    expect([suppliers, goods]).toEqual([undefined, undefined]);
  });
  test("where up to 20 000 each is approved in bulk, or as much as it says in words of money, or nothing", async () => {
    const limit = async (said: string): Promise<number> =>
      (await loaded(small.replace("Северный шаг", `Северный шаг${said}`))).company.bulkLimit;
    expect(await limit("")).toBe(2_000_000);
    expect(await limit(', bulkLimit: "7 500,50"')).toBe(750_050);
    expect(await limit(", bulkLimit: 0")).toBe(0);
  });
  test("whose departments inherit the entity, and are offices when nothing stands above", async () => {
    const { company } = await loaded(small);
    expect(company.departments).toMatchObject([
      { id: "office", kind: "office", entity: "main", head: "sokolova" },
      { id: "store-1", kind: "store", entity: "main", parent: "office" },
    ]);
  });
  test("whose people speak its language and whose phones are kept as digits", async () => {
    const { company } = await loaded(small.replace("Северный шаг", "Крок, language: uk"));
    expect(company.people[1]).toEqual({
      id: "belova",
      human: "belova",
      name: "Белова Анна Сергеевна",
      telegram: 1003,
      phone: "79000001003",
      language: "uk",
      active: true,
    });
    expect(company.holders).toEqual([{ person: "belova", post: "merchandiser", department: "office" }]);
  });
});

describe("what the file doesn't name", () => {
  test("is kept from the company in force", async () => {
    const inForce = chain({ workingHours: { days: [6], from: "10:00", to: "12:00", holidays: [] } });
    const { company } = await loaded(small, { inForce });
    expect(company.workingHours.days).toEqual([6]);
    expect(company.entities).toEqual(inForce.entities);
  });
  test("is a blank field as well", async () => {
    const { company } = await loaded(small.replace("kind: store,", "kind: store, address: , head: ,"));
    expect(company.departments[1]).not.toHaveProperty("address");
  });
});

test("a post that a process names is known besides those from the start", async () => {
  const text = small.replace("merchandiser@office", "auditor@office");
  expect((await load(text)).kind).toBe("problems");
  expect((await load(text, { posts: [id<PostId>("auditor")] })).kind).toBe("loaded");
});

test("a post without a place is held everywhere", async () => {
  const { company } = await loaded(small.replace("merchandiser@office", "director"));
  expect(company.holders).toEqual([{ person: "belova", post: "director" }]);
});

test("a company's own reasons stand for every language they don't name", async () => {
  const { company } = await loaded(`${small}reasons:
  - { code: A, title: Брак, for: [write-off, return] }
  - { code: B, title: { ru: Бой, en: Broken }, short: бой, for: [write-off], photo: нет, comment: да }
`);
  expect(company.reasons).toEqual([
    {
      code: "A",
      title: { ru: "Брак", uk: "Брак", en: "Брак" },
      short: { ru: "Брак", uk: "Брак", en: "Брак" },
      uses: ["write-off", "return"],
      photo: true,
      comment: false,
    },
    {
      code: "B",
      title: { ru: "Бой", uk: "Бой", en: "Broken" },
      short: { ru: "бой", uk: "бой", en: "бой" },
      uses: ["write-off"],
      photo: false,
      comment: true,
    },
  ]);
});

test("a department takes the entity of the nearest parent that names one", async () => {
  const { company } = await loaded(`${small
    .replace("head: sokolova }", "head: sokolova, entity: a }")
    .replace("parent: office }", "parent: kyiv }\n  - { id: kyiv, name: Київ, parent: office, entity: b }")}
entities:
  - { id: a, name: ООО «А» }
  - { id: b, name: ТОВ «Б», country: UA }
`);
  expect(company.departments.map((one) => one.entity)).toEqual(["a", "b", "b"]);
  expect(company.entities[1]?.timeZone).toBe("Europe/Kyiv");
});

describe("a mistake is told by line and field", () => {
  const mistakes: [string, (text: string) => string, string[]][] = [
    [
      "a department that is missing",
      (t) => t.replace("@office", "@ofice"),
      ["строка 11, people[1].posts[0]: нет такого подразделения: ofice"],
    ],
    [
      "a post that nobody knows",
      (t) => t.replace("merchandiser@", "merchandizer@"),
      ["строка 11, people[1].posts[0]: нет такой должности: merchandizer"],
    ],
    [
      "a post in other letters",
      (t) => t.replace("merchandiser@", "мерчендайзер@"),
      ["строка 11, people[1].posts[0]: нужна должность: merchandiser@office или director"],
    ],
    [
      "a post held twice",
      (t) => t.replace("@office]", "@office, merchandiser@office]"),
      ["строка 11, people[1].posts[1]: merchandiser@office уже есть (строка 11)"],
    ],
    [
      "a head who is nobody",
      (t) => t.replace("head: sokolova", "head: sokolov"),
      ["строка 3, departments[0].head: нет такого человека: sokolov"],
    ],
    [
      "two heads",
      (t) => t.replace("head: sokolova", "head: [sokolova, belova]"),
      ["строка 3, departments[0].head: у подразделения один руководитель"],
    ],
    [
      "a department above itself",
      (t) => t.replace("Офис,", "Офис, parent: store-1,"),
      [
        "строка 3, departments[0].parent: подразделение стоит над самим собой",
        "строка 4, departments[1].parent: подразделение стоит над самим собой",
      ],
    ],
    [
      "an id that stands twice",
      (t) => t.replace("id: belova", "id: sokolova"),
      ["строка 7, people[1].id: sokolova уже есть (строка 6)"],
    ],
    [
      "a Telegram number that stands twice",
      (t) => t.replace("Викторовна }", "Викторовна, telegram: 1003 }"),
      ["строка 9, people[1].telegram: 1003 уже есть (строка 6)"],
    ],
    [
      "a phone that stands twice, though written otherwise",
      (t) => t.replace("Викторовна }", "Викторовна, phone: 8 900 000 10 03 }"),
      ["строка 10, people[1].phone: 79000001003 уже есть (строка 6)"],
    ],
    [
      "a Telegram name for a number",
      (t) => t.replace("1003", "@belova"),
      ["строка 9: нарушена разметка файла (отступы, скобки, кавычки)"],
    ],
    [
      "a word for a number",
      (t) => t.replace("1003", "belova"),
      ["строка 9, people[1].telegram: нужен номер Telegram: только цифры"],
    ],
    [
      "a phone without a country",
      (t) => t.replace("+7 900 000-10-03", "900-10-03"),
      ["строка 10, people[1].phone: нужен номер с кодом страны: +7 900 000-00-00"],
    ],
    [
      "a name that is missing",
      (t) => t.replace("    name: Белова Анна Сергеевна\n", ""),
      ["строка 7, people[1].name: не заполнено"],
    ],
    [
      "a field that doesn't exist",
      (t) => t.replace("telegram:", "telegramm:"),
      ["строка 9, people[1].telegramm: такого поля нет"],
    ],
    [
      "a section that doesn't exist",
      (t) => t.replace("people:", "staff:"),
      ["строка 1, people: не заполнено", "строка 5, staff: такого поля нет"],
    ],
    ["no administrators", (t) => t.replace("[sokolova]", "[]"), ["строка 12, administrators: список пуст"]],
    [
      "an administrator who is nobody",
      (t) => t.replace("administrators: [sokolova]", "administrators: [petrov]"),
      ["строка 12, administrators[0]: нет такого человека: petrov"],
    ],
    [
      "one value for a list",
      (t) => t.replace("[sokolova]", "sokolova"),
      ["строка 12, administrators: нужен список"],
    ],
    [
      "an undo of two hours",
      (t) => t.replace("Северный шаг", "Шаг, undoMinutes: 120"),
      ["строка 1, company.undoMinutes: нужно целое число от 0 до 60"],
    ],
    [
      "a limit that is no sum",
      (t) => t.replace("Северный шаг", "Шаг, bulkLimit: много"),
      ["строка 1, company.bulkLimit: нужна сумма: 5000 или 5 000,50"],
    ],
    [
      "a language that we don't speak",
      (t) => t.replace("Северный шаг", "Шаг, language: de"),
      ["строка 1, company.language: нужно одно из: ru, uk, en"],
    ],
    [
      "a name of nothing but zero-width marks",
      (t) => t.replace("name: Офис", 'name: "\\u200b\\u200b"'),
      ["строка 3, departments[0].name: пусто"],
    ],
    ["a tab", (t) => t.replace("    telegram", "\ttelegram"), ["строка 9: отступ табуляцией: нужны пробелы"]],
    [
      "a field twice",
      (t) => t.replace("    telegram: 1003", "    telegram: 1003\n    telegram: 1004"),
      ["строка 10: поле указано дважды"],
    ],
    [
      "a bracket that is never closed",
      (t) => t.replace("administrators: [sokolova]", "administrators: [sokolova"),
      ["строка 13: нарушена разметка файла (отступы, скобки, кавычки)"],
    ],
    [
      "references that multiply without end",
      () =>
        `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [${"*a, ".repeat(9)}*a]\nc: &c [${"*b, ".repeat(9)}*b]\nd: [${"*c, ".repeat(9)}*c]\n`,
      ["строка 1: неверные ссылки & и *"],
    ],
    ["nothing at all", () => "", ["строка 1: нужен раздел с полями"]],
  ];
  test.each(mistakes)("%s", async (_, spoil, words) => expect(await problemsOf(spoil(small))).toEqual(words));

  test("in the language of the company", async () => {
    const text = small.replace("1003", "belova");
    expect(await problemsOf(text, "uk")).toEqual([
      "рядок 9, people[1].telegram: потрібен номер Telegram: лише цифри",
    ]);
    expect(await problemsOf(text, "en")).toEqual([
      "row 9, people[1].telegram: a Telegram number is expected: digits only",
    ]);
  });
});

describe("an entity is refused with", () => {
  const entity = (fields: string) => `${small}entities:\n  - { id: main, name: ООО «А», ${fields} }\n`;
  const mistakes: [string, string, string][] = [
    ["a wrong ИНН", "inn: '7707083894'", "inn: ИНН не проходит проверку: 10 или 12 цифр с контрольной"],
    [
      "a Russian ИНН in Ukraine",
      "country: UA, inn: '7707083893'",
      "inn: ЄДРПОУ (8 цифр) или РНОКПП (10 цифр) не проходит проверку",
    ],
    ["a wrong КПП", "kpp: '12'", "kpp: нужен КПП из 9 знаков"],
    ["a wrong ОКПО", "okpo: '1234567'", "okpo: нужен ОКПО из 8 цифр (у предпринимателя 10)"],
    ["a wrong ІПН", "country: UA, vatId: '143605704022'", "vatId: ІПН (12 цифр) не проходит проверку"],
    [
      "a time zone that isn't",
      "timeZone: Europe/Petersburg",
      "timeZone: неизвестный часовой пояс; пример: Europe/Moscow",
    ],
    ["a country without forms", "country: KZ", "country: нужно одно из: RU, UA"],
    [
      "an account of another bank",
      "bank: { name: Банк, bik: '044525225', account: '40702810900000000101' }",
      "bank.account: счёт (20 цифр) не подходит к БИК",
    ],
    [
      "an account without a bank's number",
      "bank: { name: Банк, account: '40702810900000000101' }",
      "bank.account: к счёту нужен БИК",
    ],
    [
      "a wrong correspondent account",
      "bank: { name: Банк, bik: '044525225', correspondent: '30101810400000000226' }",
      "bank.correspondent: корреспондентский счёт (20 цифр, 301…) не подходит к БИК",
    ],
    [
      "a wrong IBAN",
      "bank: { name: Банк, iban: UA213223130000026007233566002 }",
      "bank.iban: IBAN не проходит проверку: UA и 27 цифр",
    ],
  ];
  test.each(mistakes)("%s", async (_, fields, words) => {
    expect(await problemsOf(entity(fields))).toEqual([`строка 14, entities[0].${words}`]);
  });
  test("nothing, when its ОКПО has an odd check digit: not every issued one keeps the rule", async () => {
    expect(await problemsOf(entity("okpo: '12345678', inn: '7707 083 893'"))).toEqual([]);
  });
});

test("the working day must end after it begins, and days off must be days", async () => {
  const hours = (fields: string) => `${small}workingHours: { ${fields} }\n`;
  expect(await problemsOf(hours("from: '18:00', to: '09:00'"))).toEqual([
    "строка 13, workingHours.to: конец рабочего дня не позже начала",
  ]);
  expect(await problemsOf(hours("days: [0], holidays: [2026-02-29]"))).toEqual([
    "строка 13, workingHours.days[0]: нужно целое число от 1 до 7",
    "строка 13, workingHours.holidays[0]: нужна дата: 2026-01-12",
  ]);
  const { company } = await loaded(hours("days: [6, 7], from: '9:30', to: '24:00', holidays: [09.03.2026]"));
  expect(company.workingHours).toEqual({
    days: [6, 7],
    from: "09:30",
    to: "24:00",
    holidays: ["2026-03-09"],
  });
});

test("a commission's members are people of the company, each once", async () => {
  const commission = (members: string) =>
    small.replace(
      "parent: office }",
      `parent: office, commission: { order: 1-К, date: 2026-01-12, chair: belova, members: ${members} } }`,
    );
  expect(await problemsOf(commission("[sokolova, nobody]"))).toEqual([
    "строка 4, departments[1].commission.members[1]: нет такого человека: nobody",
  ]);
  expect(await problemsOf(commission("[belova]"))).toEqual([
    "строка 4, departments[1].commission.members[0]: belova уже есть (строка 4)",
  ]);
  expect((await loaded(commission("[sokolova]"))).company.departments[1]?.commission).toEqual({
    order: "1-К",
    date: "2026-01-12",
    chair: "belova",
    members: ["sokolova"],
  });
});

describe("goods and suppliers", () => {
  const suppliers = "suppliers: [{ id: step, name: ООО «Степ», inn: '9602000117' }]\n";
  test("are lists in the file; a supplier is meant by id, name or tax number", async () => {
    const { goods } = await loaded(`${small}${suppliers}goods:
  - { sku: A-1, name: "Кеды, р. 41", unit: пар, price: "2 100,50", vat: 22, supplier: step }
  - { sku: A-2, name: Шнурки, supplier: ооо «степ» }
  - { sku: A-3, name: Стельки, supplier: "9602000117" }
`);
    expect(goods?.map((one) => one.supplier)).toEqual(["step", "step", "step"]);
    expect(goods?.[0]).toMatchObject({ model: "Кеды", size: "41", unit: "пара", price: 210_050, vat: 22 });
  });
  test("are sheets beside the file", async () => {
    writeFileSync(
      join(folder, "goods.csv"),
      csv([
        ["Артикул", "Наименование", "Цена"],
        ["A-1", "Кеды", "10,50"],
      ]),
    );
    writeFileSync(
      join(folder, "suppliers.xlsx"),
      await xlsx([
        ["Код", "Наименование", "ИНН"],
        ["step", "ООО «Степ»", 9602000117],
      ]),
    );
    const result = await loaded(`${small}goods: goods.csv\nsuppliers: suppliers.xlsx\n`);
    expect(result.goods).toMatchObject([{ sku: "A-1", price: 1_050 }]);
    expect(result.suppliers).toEqual([{ id: "step", name: "ООО «Степ»", inn: "9602000117" }]);
  });
  test("change the hash of what is applied, also when only the sheet changed", async () => {
    const text = `${small}goods: prices.csv\n`;
    const write = (price: string) => {
      writeFileSync(
        join(folder, "prices.csv"),
        csv([
          ["Артикул", "Наименование", "Цена"],
          ["A-1", "Кеды", price],
        ]),
      );
    };
    write("10");
    const first = (await loaded(text)).hash;
    expect((await loaded(text)).hash).toBe(first);
    write("11");
    expect((await loaded(text)).hash).not.toBe(first);
  });
  test("without suppliers in the file go by those in force", async () => {
    const text = `${small}goods: [{ sku: A-1, name: Кеды, supplier: step }]\n`;
    expect(await problemsOf(text)).toEqual(["строка 13, goods[0].supplier: нет такого поставщика: step"]);
    const suppliersInForce = [{ id: id<SupplierId>("step"), name: "ООО «Степ»" }];
    expect((await load(text, { suppliersInForce })).kind).toBe("loaded");
  });
  test("in a list that repeats itself are told by line", async () => {
    const text = `${small}${suppliers}goods:\n  - { sku: A-1, name: Кеды }\n  - { sku: A-1, name: Кеды }\n`;
    expect(await problemsOf(text)).toEqual(["строка 16, goods[1].sku: A-1 уже есть (строка 15)"]);
  });
  test("in a sheet that repeats itself, or names nobody, are told by row and column", async () => {
    const rows = [
      ["Артикул", "Наименование", "Поставщик", "Юрлицо"],
      ["A-1", "Кеды", "step", ""],
      ["", "", "", ""],
      ["A-1", "Кеды", "stepp", "moon"],
    ];
    writeFileSync(join(folder, "twice.csv"), csv(rows));
    expect(await problemsOf(`${small}${suppliers}goods: twice.csv\n`)).toEqual([
      "twice.csv, строка 4, столбец A «Артикул»: A-1 уже есть (строка 2) (A-1)",
      "twice.csv, строка 4, столбец D «Юрлицо»: нет такого юрлица: moon (moon)",
      "twice.csv, строка 4, столбец C «Поставщик»: нет такого поставщика: stepp (stepp)",
    ]);
  });
  test("in a sheet that isn't there, or elsewhere, or is none, are refused", async () => {
    expect(await problemsOf(`${small}goods: nothing.csv\n`)).toEqual([
      "nothing.csv: файл не читается (ENOENT)",
    ]);
    expect(await problemsOf(`${small}goods: ../secret.csv\n`)).toEqual([
      "строка 13, goods: нужно одно из: *.csv, *.xlsx",
    ]);
    writeFileSync(join(folder, "photo.csv"), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00]));
    expect(await problemsOf(`${small}goods: photo.csv\n`)).toEqual([
      "photo.csv: это не таблица: нужен файл .xlsx или .csv",
    ]);
  });
});

test("a file that isn't there is told so", async () => {
  const result = await loadCompanyFile(join(folder, "nowhere.yaml"));
  expect(result).toMatchObject({ kind: "problems", problems: [{ kind: "unreadable", why: "ENOENT" }] });
});
