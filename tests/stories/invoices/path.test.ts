/** An invoice from the directors to the closing documents: who sees it, who has it, what each taps (S1.3, S1.7–S1.20). */
import { afterEach, beforeEach, expect, test } from "vitest";
import { story, type Story } from "../../harness.ts";
import { minute, samples } from "../filing-words.ts";
import { cardButtons, cardOf, cardText, fileAgain, fileInvoice, stored } from "./filed.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
  await told.everybody();
});
afterEach(() => told.close());

const plain = (text: string | undefined): string => (text ?? "").replaceAll("\u00a0", " ");

test("from the directors to closed: both are asked, one accountant has it, it is paid, documents close it", async () => {
  const number = await fileInvoice(told);
  for (const who of ["sokolova", "gromov"]) {
    const card = cardText(told, who, number);
    expect(card.split("\n")[0]).toBe("Счёт 244 000 ₽ · Вихрь-Опт · оплатить до 18.03");
    expect(card).toContain("Номер счёта: ВО-118/26");
    expect(card).toContain("Дата счёта: 27.02.2026");
    expect(card).toContain("⏳ Выбор лица, принимающего решение");
    expect(cardOf(told, who, number)?.photo).toBeDefined();
    const labels = cardButtons(told, who, number);
    expect(labels).toEqual(
      expect.arrayContaining([
        "Согласовать счёт · 244 000 ₽",
        "Отклонить",
        "На доработку",
        "Взять в работу",
        "Вопрос менеджеру",
        "Файл счёта",
      ]),
    );
  }
  await told.later(4 * minute);
  await told.person("gromov").tap(/^Согласовать счёт/);
  expect(cardText(told, "sokolova", number)).toContain("Руководитель: Громов П. А., 10:04 ✓");
  expect(cardButtons(told, "sokolova", number).join()).not.toMatch(/Согласовать|Взять/);
  for (const who of ["orlova", "demina"]) {
    expect(cardText(told, who, number)).toContain("⏳ Выбор бухгалтера");
    expect(cardButtons(told, who, number)).toContain("Взять и известить поставщика");
    expect(cardButtons(told, who, number).join()).not.toContain("Согласовать");
  }

  expect((await told.person("demina").tap("Взять и известить поставщика")).toast).toBe("Взято в работу");
  expect(cardOf(told, "orlova", number)).toBeUndefined();
  expect(cardText(told, "demina", number)).toContain("⏳ В работе у бухгалтера: Дёмина Ю. О.");
  expect(cardText(told, "petrenko", number)).toContain("⏳ В работе у бухгалтера: Дёмина Ю. О.");
  expect(cardButtons(told, "petrenko", number).join()).not.toMatch(/Оплачено|Взять|Вернуть/);

  await told.person("demina").tap(/^Оплачено · 244/);
  expect(plain(told.person("demina").said())).toContain("Осталось оплатить: 244 000 ₽");
  await told.person("demina").text("451");
  await told.person("demina").tap(/^Оплачено сегодня · 244/);
  expect(stored(told, number)).toMatchObject({
    stage: "closing-documents",
    paid: [{ n: 1, sum: 24_400_000, date: "2026-03-02", order: "451", by: "demina" }],
  });
  const heard = told.messagesTo("petrenko");
  expect(heard.join("\n")).toContain(
    `✅ Счёт оплачен\n№ ${number} · Счёт 244 000 ₽ · Вихрь-Опт · оплатить до 18.03`,
  );
  expect(cardText(told, "petrenko", number)).toContain("💳 Оплачено полностью: 244 000 ₽");
  expect(cardText(told, "petrenko", number)).toContain("244 000 ₽, 02.03.2026, п/п № 451 · Дёмина Ю. О.");
  expect(cardText(told, "petrenko", number)).toContain("⏳ Ожидает закрывающих документов");

  const petrenko = told.person("petrenko");
  await petrenko.tap("Приложить закрывающие документы");
  expect(plain(petrenko.said())).toMatch(/^Закрывающие документы к № 1 \(Вихрь-Опт, 244 000 ₽\)/);
  await petrenko.album([samples.defect, samples.shelf]);
  expect(plain(petrenko.said())).toMatch(/^№ 1 · Приложено: \d файла?, всего 2/);
  await petrenko.tap("Все документы приложены");
  expect(stored(told, number)).toMatchObject({ stage: "closed", status: "ended" });
  expect(told.messagesTo("demina").at(-1)).toMatch(
    /^✅ К счёту № 1 приложены закрывающие документы\n№ 1 · Счёт/,
  );
  expect(told.messagesTo("petrenko").join("\n")).toContain("✅ Счёт завершён");
  expect(told.messagesTo("orlova").join("\n")).not.toContain("закрывающие");
  expect(cardOf(told, "orlova", number)).toBeUndefined();

  const before = told.person("demina").messages().length;
  await told.person("demina").tap("Закрывающие документы (2)");
  const files = told.person("demina").messages().slice(before);
  expect(files.map((message) => message.document?.fileName)).toEqual(["photo-1.jpg", "photo-2.jpg"]);
});

test("sent back twice: each round has its number, the comment is the very director's, accountants hear nothing", async () => {
  const number = await fileInvoice(told);
  await told.person("sokolova").tap("На доработку");
  await told.person("sokolova").tap("Неверная сумма");
  expect(told.messagesTo("petrenko").join("\n")).toContain(
    "✏️ На доработке: № 1 (Вихрь-Опт, 244 000 ₽), комментарий: Соколова И. В.\nНеверная сумма",
  );
  expect(cardButtons(told, "gromov", number).join()).not.toMatch(/Согласовать|Взять/);
  await fileAgain(told, number, "schet-2.jpg");
  expect(cardText(told, "gromov", number)).toContain("круг согласования 2");
  await told.person("gromov").tap("На доработку");
  await told.person("gromov").tap("Своими словами");
  await told.person("gromov").text("Нужен договор на этот год");
  await fileAgain(told, number, "schet-3.jpg");
  expect(cardText(told, "sokolova", number)).toContain("круг согласования 3");
  expect(told.messagesTo("demina").join("\n")).not.toContain("Счёт 244");
  await told.person("sokolova").tap("Подробнее");
  const details = told.messagesTo("sokolova").at(-1) ?? "";
  expect(details).toMatch(/Круг 1 · Руководитель: Соколова И\. В\.,[^\n]*на доработку\nНеверная сумма/);
  expect(details).toMatch(/Круг 2 · Руководитель: Громов П\. А\.,[^\n]*на доработку\nНужен договор/);
  await told.person("sokolova").tap(/^Согласовать счёт/);
  await told.person("orlova").tap("Взять и известить поставщика");
  expect(stored(told, number)).toMatchObject({ round: 3, stage: "in-work" });
  await told.person("orlova").tap("На доработку");
  await told.person("orlova").tap("Неверные реквизиты");
  expect(stored(told, number).status).toBe("rework");
});
