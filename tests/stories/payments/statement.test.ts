/** A bank statement dropped into the chat: a preview, what is certain is booked, doubts are asked one by one (domain 9.3). */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterEach, describe, expect, test } from "vitest";
import { story, type Story } from "../../harness.ts";
import { alertsTo, companyWithout, demoDeals, foreignProgram } from "./books.ts";

const samples = "tests/samples/bank";
const statement = `${samples}/statement-2026-03-13-win1251.txt`;
const text = iconv.decode(readFileSync(statement), "win1251");

let told: Story;
afterEach(() => told.close());

async function begun(): Promise<void> {
  told = await story({ now: Date.UTC(2026, 2, 16, 7, 0) });
  await told.everybody();
  foreignProgram(told, demoDeals);
  await told.payments();
}
const orlova = () => told.person("orlova");
const said = (): string => told.messagesTo("orlova").at(-1) ?? "";
const paid = (deal: number): unknown =>
  told.store.sqlite
    .prepare("SELECT amount, paid_on, number, payer_inn, source FROM payments WHERE deal = ? ORDER BY id")
    .all(deal);

/** A file that the bank might have made of the sample. */
async function send(content: string, name = "kl_to_1c.txt"): Promise<void> {
  const path = join(told.dataDir, name);
  writeFileSync(path, iconv.encode(content, "win1251"));
  await orlova().file(path);
}

test.each(["win1251", "cp866", "utf8-bom"])(
  "the statement in %s: three payments are booked, the one without a number is asked, managers hear",
  async (encoding) => {
    await begun();
    await orlova().file(`${samples}/statement-2026-03-13-${encoding}.txt`);
    expect(said()).toBe(
      `Выписка 10.03.2026–13.03.2026
Приходов 4 на 133 290 ₽: разнесу 3, спрошу 1, не наши 0
Расходов 3 на 256 950 ₽.`,
    );
    expect(paid(1)).toEqual([]);
    await orlova().tap("Разнести");
    expect(paid(1)).toEqual([
      {
        amount: 4_500_000,
        paid_on: "2026-03-10",
        number: "118",
        payer_inn: "9603000215",
        source: "statement",
      },
      {
        amount: 6_000_000,
        paid_on: "2026-03-12",
        number: "121",
        payer_inn: "9603000215",
        source: "statement",
      },
    ]);
    expect(said()).toBe(
      `Чья это оплата? 9 990,00 ₽ от 13.03.2026, ИП Иванчук Д. О., п/п № 5
За кроссовки. Без НДС
Номера нет, но сумма точно равна остатку сделки.`,
    );
    await orlova().tap(/^ЗП-2026-0118 · Кроссовки, розница · осталось 9.990,00.₽$/);
    expect(said()).toContain("Готово. Разнесено 4 на 133 290 ₽.");
    await told.payments();
    expect(alertsTo(told, "petrenko").map((alert) => alert.split("\n")[0])).toEqual([
      "2 платежа на 105 000,00 ₽: 70 % (было 0 %)",
      "Оплата 9 990,00 ₽: 100 % (было 0 %)",
    ]);
    expect(alertsTo(told, "zhukova").map((alert) => alert.split("\n")[0])).toEqual([
      "Оплата 18 300,00 ₽: 100 % (было 0 %)",
    ]);
  },
);

test("the same statement twice books nothing twice, in another encoding, another period, pressed twice", async () => {
  await begun();
  await orlova().file(statement);
  const preview = orlova().last();
  await orlova().tap("Разнести");
  await orlova().press(preview.id, "it:1");
  await orlova().tap("Не наша");
  await orlova().file(`${samples}/statement-2026-03-13-cp866.txt`);
  expect(said()).toContain("разнесу 0, спрошу 0, не наши 0");
  expect(said()).toContain("Уже разнесено раньше: 3\nОтмечено раньше как не наше: 1");
  await send(text.replaceAll("ДатаНачала=10.03.2026", "ДатаНачала=01.03.2026"));
  expect(said()).toContain("Уже разнесено раньше: 3");
  expect(told.store.sqlite.prepare("SELECT count(*) FROM payments").pluck().get()).toBe(3);
});

test("a statement cut in the middle takes nothing and says where it breaks off", async () => {
  await begun();
  await orlova().file(`${samples}/statement-truncated-win1251.txt`);
  expect(said()).toMatch(
    /^Ничего не загружено: файл обрывается на строке \d+ \(документ 2, Платежное поручение № 121\)/,
  );
  expect(told.store.sqlite.prepare("SELECT count(*) FROM payments").pluck().get()).toBe(0);
});

describe("bad input", () => {
  test.each([
    [
      "a strange sum",
      (file: string) => file.replace("Сумма=60000.00", "Сумма=1 000,00-"),
      /строка \d+, документ 2, .*Сумма: .*1 000,00-/,
    ],
    [
      "a date that isn't",
      (file: string) => file.replace("ДатаПоступило=12.03.2026", "ДатаПоступило=32.03.2026"),
      /такой даты нет \(32\.03\.2026\)/,
    ],
    [
      "another account",
      (file: string) => file.replaceAll("40702810900000000101", "40702810900000000999"),
      /чужому счёту \(40702810900000000999\)/,
    ],
    ["no statement at all", () => "Добрый день!", /это не выписка/],
  ])("%s: nothing is taken, and it is said why", async (_, spoil, why) => {
    await begun();
    await send(spoil(text));
    expect(said()).toMatch(/^Ничего не загружено/);
    expect(said()).toMatch(why);
    expect(told.store.sqlite.prepare("SELECT count(*) FROM statement_lines").pluck().get()).toBe(0);
  });

  test("two deals with one number are asked, and balances that don't add up are said", async () => {
    await begun();
    foreignProgram(
      told,
      "UPDATE deals SET invoice_number = 'С-2026-0041', customer_inn = '9603000215' WHERE id = 2",
    );
    await send(text.replace("КонечныйОстаток=388680.55", "КонечныйОстаток=388680.54"));
    expect(said()).toContain("разнесу 0, спрошу 3, не наши 1");
    expect(said()).toContain("Остаток не сходится: по оборотам 388 680,55 ₽, в файле 388 680,54 ₽.");
  });

  test("a deal that another program has just written is found, though no poll has seen it", async () => {
    told = await story({ now: Date.UTC(2026, 2, 16, 7, 0) });
    await told.everybody();
    foreignProgram(told, demoDeals);
    await orlova().file(statement);
    expect(said()).toContain("разнесу 3, спрошу 1, не наши 0");
    await orlova().tap("Разнести");
    await told.payments();
    expect(alertsTo(told, "petrenko")[0]).toContain("70 % (было 0 %)");
  });
});

test("a doubt can be put off, and given to a deal that is found by words", async () => {
  await begun();
  await orlova().file(statement);
  await orlova().tap("Разнести");
  await orlova().tap("Позже");
  await orlova().tap("Спросить");
  await orlova().tap("Другая сделка");
  await orlova().text("скакалки");
  await orlova().tap(/^ЗП-2026-0115/);
  expect(said()).toContain("Готово. Разнесено 4");
  expect(paid(2)).toHaveLength(2);
});

test("«Показать» lists every line with what becomes of it", async () => {
  await begun();
  await orlova().file(statement);
  await orlova().tap("Показать");
  expect(said()).toContain("Спрошу: 1");
  expect(said()).toContain("Разнесу: 3");
  expect(said()).toContain(
    "60 000,00 ₽ от 12.03.2026, ООО «Спортшкола Олимпик», п/п № 121 · → ЗП-2026-0112 · Кроссовки для сборной, 20 пар",
  );
});

test("only who keeps the books imports: a clerk's text file is what it always was, a forged press is refused", async () => {
  await begun();
  await told.person("kotov").file(statement);
  expect(told.messagesTo("kotov").at(-1)).not.toContain("Приходов");
  const petrenko = told.person("petrenko");
  for (const file of [statement, "playground/demo/goods.csv"]) {
    await petrenko.file(file);
    expect(told.messagesTo("petrenko").at(-1)).toMatch(
      /^Оплаты вносит бухгалтерия: Орлова Н. П., Дёмина Ю. О./,
    );
  }
  expect(told.store.sqlite.prepare("SELECT count(*) FROM imports").pluck().get()).toBe(0);
  await orlova().file(statement);
  const message = told.person("petrenko").last();
  const pressed = await told.person("petrenko").press(message.id, "it:1");
  expect(pressed.toast).toBe("Этого файла уже нет: пришлите его снова.");
  expect(told.store.sqlite.prepare("SELECT count(*) FROM payments").pluck().get()).toBe(0);
});

test("a colleague who keeps the books goes on with it; it is booked by him, and the sender hears by whom", async () => {
  await begun();
  await orlova().file(statement);
  const demina = told.person("demina");
  expect((await demina.press(demina.last().id, "it:1")).toast).toBe("Разношу…");
  expect(told.store.sqlite.prepare("SELECT DISTINCT booked_by FROM payments").pluck().all()).toEqual([
    "demina",
  ]);
  expect(told.messagesTo("demina").at(-1)).toMatch(/^Чья это оплата\? 9 990,00 ₽/);
  const question = demina.last().id;
  expect((await orlova().press(orlova().last().id, "it:1")).toast).toMatch(/^Это уже сделано: Дёмина/);
  await demina.tap(/^ЗП-2026-0118/);
  expect(told.messagesTo("demina").at(-1)).toContain("Готово. Разнесено 4 на 133 290 ₽.");
  expect(said()).toMatch(/^Готово\. Разнесено 4 на 133 290 ₽\.\nКто решил: Дёмина/);
  const line = told.store.sqlite.prepare("SELECT id FROM statement_lines WHERE deal = 3").pluck().get();
  expect((await orlova().press(question, `ls:${String(line)}`)).toast).toBe("Это уже сделано.");
});

test("the bot is stopped between the preview and the press, and between two doubts: nothing is lost", async () => {
  await begun();
  await orlova().file(statement);
  await told.restart({ down: 60_000 });
  await orlova().tap("Разнести");
  await told.restart({ down: 60_000 });
  await orlova().tap(/^ЗП-2026-0118/);
  expect(told.store.sqlite.prepare("SELECT count(*) FROM payments").pluck().get()).toBe(4);
});

test("«Не наша» can be taken back at once, and when the statement comes again", async () => {
  await begun();
  await orlova().file(statement);
  await orlova().tap("Разнести");
  await orlova().tap("Не наша");
  await orlova().tap("Всё-таки наша");
  expect(said()).toMatch(/^Чья это оплата\? 9 990,00 ₽/);
  await orlova().tap("Не наша");
  await orlova().file(`${samples}/statement-2026-03-13-cp866.txt`);
  await orlova().tap("Спросить о «не наших» снова");
  await orlova().tap("Спросить");
  await orlova().tap(/^ЗП-2026-0118/);
  expect(paid(3)).toHaveLength(1);
  expect(said()).toContain("Готово. Разнесено 1 на 9 990 ₽.");
});

test("a statement with more outgoing lines than a list holds still shows what came in", async () => {
  await begun();
  const [head = "", ...documents] = text.split(/(?=СекцияДокумент=)/);
  const out = documents.find((one) => one.includes("Номер=45\r\n")) ?? "";
  const end = "КонецФайла\r\n";
  const many = Array.from({ length: 5_200 }, (_, n) => out.replace("Номер=45", `Номер=${1000 + n}`));
  await send([head, ...many, ...documents.map((one) => one.replace(end, "")), end].join(""));
  await orlova().tap("Показать");
  expect(said()).toContain("Разнесу: 3");
}, 60_000);

test("deals of another program are found, however many wait for a poll before them", async () => {
  told = await story({ now: Date.UTC(2026, 2, 16, 7, 0) });
  await told.everybody();
  foreignProgram(
    told,
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
     INSERT INTO deals (name, total) SELECT 'Сделка ' || i, 100 FROM n; ${demoDeals}`,
  );
  await orlova().file(statement);
  expect(said()).toContain("разнесу 3, спрошу 1, не наши 0");
});

test("who has sent a file and left before it is booked holds up nobody else's", async () => {
  await begun();
  const demina = told.person("demina");
  await demina.file(statement);
  demina.raw.press(demina.last().id, "it:1");
  await told.app.intake.pass({ timeoutSeconds: 0 });
  await companyWithout(told, "demina");
  await orlova().file(`${samples}/statement-2026-03-13-cp866.txt`);
  expect(said()).toContain("разнесу 3, спрошу 1, не наши 0");
  expect(paid(1)).toEqual([]);
});

test("a file that is gone from the disk is given up in words, and others are read", async () => {
  await begun();
  await orlova().file(statement);
  rmSync(join(told.dataDir, "files"), { recursive: true });
  told.store.sqlite.prepare("UPDATE imports SET status = 'reading'").run();
  await told.restart();
  await told.settle();
  expect(said()).toMatch(/^Ничего не загружено/);
  await send(text, "again.txt");
  expect(said()).toContain("разнесу 3, спрошу 1, не наши 0");
});

test("after ninety days lines of a finished statement are forgotten; its payments, and what was called not ours, are not", async () => {
  await begun();
  await orlova().file(statement);
  await orlova().tap("Разнести");
  await orlova().tap("Не наша");
  const books = (): unknown => [paid(1), paid(2), paid(3)];
  const before = books();
  const lines = (): unknown =>
    told.store.sqlite
      .prepare("SELECT direction, status, count(*) FROM statement_lines GROUP BY 1, 2")
      .raw()
      .all();
  const day = 24 * 3_600_000;
  await told.restart({ down: 89 * day });
  expect(lines()).toContainEqual(["in", "booked", 3]);
  await told.restart({ down: 2 * day });
  expect(lines()).toEqual([
    ["in", "skipped", 1],
    ["out", "unmatched", 3],
  ]);
  expect(books()).toEqual(before);
  await orlova().file(`${samples}/statement-2026-03-13-cp866.txt`);
  expect(said()).toContain("Уже разнесено раньше: 3\nОтмечено раньше как не наше: 1");
});
