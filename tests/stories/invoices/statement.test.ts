/** Supplier invoices marked as paid from the outgoing lines of a bank statement: proposed, confirmed as a list (domain 9.3). */
import { afterEach, expect, test } from "vitest";
import { loadRequest } from "../../../db/requests.ts";
import type { RequestId } from "../../../flows/ids.ts";
import { story, type Story } from "../../harness.ts";
import { approvedInvoice, does, paid, takenInvoice, type InvoiceOf } from "./filed-invoice.ts";

let told: Story;
afterEach(() => told.close());

const samples = "tests/samples/bank";
const statement = `${samples}/statement-2026-03-13-win1251.txt`;
const vikhr: InvoiceOf = {};
const lipatov: InvoiceOf = { supplier: "lipatov", number: "88", sum: 1_260_000 };
const orlova = () => told.person("orlova");
const said = (): string => told.messagesTo("orlova").at(-1) ?? "";
const payments = (request: RequestId) =>
  (loadRequest(told.store, request)?.paid ?? []).map(({ date, sum, order, by }) => [date, sum, order, by]);
const labels = (): string[] => labelsOf(orlova().last().id);
const labelsOf = (message: number): string[] =>
  orlova()
    .messages()
    .filter(({ id }) => id === message)
    .flatMap((one) => orlova().buttons(one))
    .map((label) => label.replaceAll("\u00a0", " "));

async function begun(mail = false): Promise<void> {
  told = await story({ now: Date.UTC(2026, 2, 16, 7, 0), mail });
  await told.everybody();
}

test("two invoices of mine are proposed with the preview and marked at one press; managers hear", async () => {
  await begun();
  const one = await takenInvoice(told, "orlova", vikhr);
  const other = await takenInvoice(told, "orlova", lipatov);
  await orlova().file(statement);
  expect(said()).toBe("Расходов 3: похоже, оплачены счета: 2");
  expect(payments(one)).toEqual([]);
  await orlova().tap("Показать");
  expect(said()).toBe(`Похоже, оплачены счета: 2
1. № 1 · 244 000,00 ₽ · АО «Вихрь-Опт» · счёт УТ-1045 · п/п 45 от 13.03.2026
2. № 2 · 12 600,00 ₽ · ИП Липатов А. С. · счёт 88 · п/п 46 от 13.03.2026`);
  expect(labels()).toEqual(["Отметить оплаченными (2)", "Убрать № 1", "Убрать № 2"]);
  await orlova().tap("Отметить оплаченными (2)");
  expect(said()).toBe("✓ Отмечены оплаченными: № 1, № 2\nСчетов, которые можно отметить, не осталось.");
  expect(payments(one)).toEqual([["2026-03-13", 24_400_000, "45", "orlova"]]);
  expect(payments(other)).toEqual([["2026-03-13", 1_260_000, "46", "orlova"]]);
  expect(loadRequest(told.store, one)?.stage).toBe("closing-documents");
});

test("a line can be left out and put back; what is left out stays unpaid and is offered by the next statement", async () => {
  await begun();
  const one = await takenInvoice(told, "orlova", vikhr);
  const other = await takenInvoice(told, "orlova", lipatov);
  await orlova().file(statement);
  await orlova().tap("Показать");
  await orlova().tap(/^Убрать №.1$/);
  expect(said()).toContain(
    "— № 1 · 244 000,00 ₽ · АО «Вихрь-Опт» · счёт УТ-1045 · п/п 45 от 13.03.2026 · убран из списка",
  );
  await orlova().tap(/^Вернуть №.1$/);
  await orlova().tap(/^Убрать №.2$/);
  await orlova().tap("Отметить оплаченными (1)");
  expect([payments(one).length, payments(other).length]).toEqual([1, 0]);
  await orlova().file(`${samples}/statement-2026-03-13-cp866.txt`);
  expect(said()).toBe("Расходов 3: похоже, оплачены счета: 1");
});

test("an invoice that a colleague has or nobody has taken is said and never paid; it can be taken on the spot", async () => {
  await begun(true);
  const hers = await takenInvoice(told, "demina", vikhr);
  const free = await approvedInvoice(told, lipatov);
  await orlova().file(statement);
  await orlova().tap("Показать");
  expect(said())
    .toBe(`— № 1 · 244 000,00 ₽ · АО «Вихрь-Опт» · счёт УТ-1045 · п/п 45 от 13.03.2026 · в работе: Дёмина Ю. О., отметит тот, у кого счёт
— № 2 · 12 600,00 ₽ · ИП Липатов А. С. · счёт 88 · п/п 46 от 13.03.2026 · никто не взял: возьмите счёт, и его можно будет отметить`);
  expect(labels()).toEqual(["Взять и известить поставщика: № 2"]);
  const list = orlova().last().id;
  await orlova().tap(/^Взять и известить поставщика: №.2$/);
  expect(labelsOf(list)).toEqual(["Отметить оплаченными (1)", "Убрать № 2"]);
  // the supplier is told as after any taking, and that can be changed
  expect(said()).toMatch(/^Поставщику уйдёт письмо: оплатим до 18\.03\.2026 \(в 10:02\)\n№ 2 /);
  expect(labels()).toEqual(["Верно", "Другая дата", "Без письма"]);
  await orlova().tap("Без письма");
  await orlova().tap("Отметить оплаченными (1)");
  expect(payments(hers)).toEqual([]);
  expect(payments(free)).toEqual([["2026-03-13", 1_260_000, "46", "orlova"]]);
  await told.later(5 * 60_000);
  const subjects = told.telegram.mailbox.list().map(({ subject }) => subject.replaceAll("\u00a0", " "));
  const ofIt = subjects.filter((subject) => subject.includes("№ 88"));
  expect(ofIt).toEqual([expect.stringContaining("оплачен")]); // nothing of handing it over
});

test("the same statement twice, in another encoding, pressed twice: nothing is booked twice", async () => {
  await begun();
  const one = await takenInvoice(told, "orlova", vikhr);
  await orlova().file(statement);
  await orlova().tap("Показать");
  const list = orlova().last();
  const press = list.buttons.flat().find((button) => button.text.startsWith("Отметить"))?.data ?? "";
  await orlova().tap("Отметить оплаченными (1)");
  await orlova().press(list.id, press);
  await orlova().file(`${samples}/statement-2026-03-13-cp866.txt`);
  expect(said()).not.toContain("похоже, оплачены счета");
  expect(payments(one)).toHaveLength(1);
});

test("booked by hand before the statement came: it is not proposed again, not even when as much is left", async () => {
  await begun();
  const one = await takenInvoice(told, "orlova", { ...vikhr, sum: 48_800_000 });
  await paid(told, one, "orlova", { date: "2026-03-13", sum: 24_400_000, order: "45" });
  await orlova().file(statement);
  expect(said()).not.toContain("похоже, оплачены счета");
});

test("the line of a payment that was booked by hand is not proposed for the invoice's twin", async () => {
  await begun();
  const one = await takenInvoice(told, "orlova", vikhr);
  await paid(told, one, "orlova", { date: "2026-03-13", sum: 24_400_000 });
  await takenInvoice(told, "orlova", { ...vikhr, twinReason: "Подан второй раз" });
  await orlova().file(statement);
  expect(said()).not.toContain("похоже, оплачены счета");
});

test("a list that was overtaken books nothing: the invoice was given back while it was being read", async () => {
  await begun();
  const one = await takenInvoice(told, "orlova", vikhr);
  await orlova().file(statement);
  await orlova().tap("Показать");
  await does(told, { request: one }, { kind: "release", by: "orlova" as never, visa: "payment" as never });
  const pressed = await orlova().tap("Отметить оплаченными (1)");
  expect(pressed.toast).toContain("Список изменился");
  expect(payments(one)).toEqual([]);
  expect(said()).toContain("никто не взял");
});

test("who keeps no books presses in vain", async () => {
  await begun();
  const one = await takenInvoice(told, "orlova", vikhr);
  await orlova().file(statement);
  await orlova().tap("Показать");
  const petrenko = told.person("petrenko");
  for (const data of ["ji:1", "jp:1:00000000", "jl:5", "jb:5", "jt:5"])
    expect((await petrenko.press(petrenko.last().id, data)).toast).toBe(
      "Этого файла уже нет: пришлите его снова.",
    );
  expect(payments(one)).toEqual([]);
});

test("an outgoing line that was left out is asked of no deal, by no forged press", async () => {
  await begun();
  await takenInvoice(told, "orlova", vikhr);
  await orlova().file(statement);
  await orlova().tap("Показать");
  await orlova().tap(/^Убрать №.1$/);
  const line = (): unknown =>
    told.store.sqlite
      .prepare("SELECT id, status, deal FROM statement_lines WHERE direction = 'out' AND status = 'skipped'")
      .all();
  const before = line();
  const [{ id }] = before as [{ id: number }]; // exactly that one was left out
  for (const data of [`lu:${id}`, `ld:${id}:1`, `ls:${id}`, `lo:${id}`])
    expect((await orlova().press(orlova().last().id, data)).toast).toBe(
      "Этого файла уже нет: пришлите его снова.",
    );
  expect(line()).toEqual(before);
  expect(told.store.sqlite.prepare("SELECT count(*) FROM payments").pluck().get()).toBe(0);
});

test("an accountant of another entity goes on with the import and is told nothing of invoices that she may not see", async () => {
  await begun();
  await takenInvoice(told, "orlova", vikhr);
  await approvedInvoice(told, lipatov);
  await orlova().file(statement);
  const shevchenko = told.person("shevchenko");
  await shevchenko.text("/language"); // a message with buttons
  await shevchenko.press(shevchenko.last().id, "ji:1");
  expect(told.messagesTo("shevchenko").at(-1)).toMatch(/^Рахунків, які можна позначити, не залишилося/);
  expect(told.messagesTo("shevchenko").join("\n")).not.toMatch(/Вихрь|Липатов|Дёмина/);
});

test("a line of another entity's account is proposed for no invoice", async () => {
  await begun();
  await takenInvoice(told, "orlova", vikhr);
  const theirs = "40702810900000000101";
  told.store.sqlite.exec(`
    UPDATE entities SET data = replace(data, '${theirs}', '40702810900000000202') WHERE id = 'main';
    UPDATE entities SET data = json_set(data, '$.bank.account', '${theirs}') WHERE id = 'ua';
    UPDATE meta SET value = 'other' WHERE key = 'company'`);
  await orlova().file(statement);
  expect(said()).toContain("Расходов 3");
});

test("a colleague who goes on with the import marks what she has herself, and nothing of who sent it", async () => {
  await begun();
  const mine = await takenInvoice(told, "orlova", vikhr);
  const hers = await takenInvoice(told, "demina", lipatov);
  await orlova().file(statement);
  const demina = told.person("demina");
  await demina.press(demina.last().id, "ji:1");
  const list = told.messagesTo("demina").at(-1) ?? "";
  expect(list).toContain("1. № 2 · 12 600,00 ₽");
  expect(list).toContain("— № 1 · 244 000,00 ₽");
  expect(list).toContain("в работе: Орлова Н. П., отметит тот, у кого счёт");
  await demina.tap("Отметить оплаченными (1)");
  expect(payments(mine)).toEqual([]);
  expect(payments(hers)).toEqual([["2026-03-13", 1_260_000, "46", "demina"]]);
});
