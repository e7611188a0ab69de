/** A return to the supplier: both visas, in every order; a missing supplier; rework by rounds (S0.19–S0.23, O1). */
import { afterEach, expect, test } from "vitest";
import { pagesOf } from "../documents/pdf-text.ts";
import { story, type Story } from "../harness.ts";
import { cardOf, fileReturn, minute, samples, stored, submit } from "./filing-words.ts";

let told: Story;
afterEach(() => told.close());
async function begin(): Promise<void> {
  told = await story();
  await told.everybody();
}

test("a missing supplier blocks the start with a clear word; the same draft goes on after it is filled (S0.19, S0.20)", async () => {
  await begin();
  const ryabov = told.person("ryabov");
  await ryabov.choose("Возврат");
  await ryabov.text("1020 3 пары");
  await ryabov.choose("Верно, это всё");
  await ryabov.choose("Производственный брак");
  await ryabov.photo(samples.moccasins);
  await ryabov.choose("Готово");
  await ryabov.choose("Заполню позже");
  await ryabov.choose("Пропустить");
  await ryabov.choose("Отправить на согласование");
  expect(ryabov.said().toLowerCase()).toContain("поставщик");
  expect(told.store.sqlite.prepare("select count(*) n from requests").get()).toEqual({ n: 0 });
  await ryabov.choose("Мокасин-Трейд");
  const number = await submit(told, "ryabov");
  expect(stored(told, number)).toMatchObject({
    status: "open",
    answers: { supplier: { supplier: { name: "ООО «Мокасин-Трейд»" } } },
  });
  expect(stored(told, number).steps.map((step) => [step.visa, step.asked])).toEqual([
    ["merchandiser", ["belova"]],
    ["supplier-manager", ["kiselev"]],
  ]);
});

test.each([
  ["belova", "kiselev", "Срок претензии истёк"],
  ["kiselev", "belova", "Дефект не виден"],
])(
  "%s approves, %s rejects: the return is rejected, in either order (S0.22, S0.23)",
  async (approver, rejecter, reason) => {
    await begin();
    const number = await fileReturn(told);
    expect(cardOf(told, "belova", number)).toMatch(/Возврат поставщику 7 500 ₽/);
    await told.person(approver).tap(/^Согласовать возврат · 7\u00a0500\u00a0₽/);
    expect(stored(told, number).status).toBe("open");
    await told.person(rejecter).tap("Отклонить");
    await told.person(rejecter).tap(reason);
    await told.later(2 * minute);
    expect(stored(told, number)).toMatchObject({ status: "ended", stage: "rejected" });
    expect(told.messagesTo("ryabov").join("\n")).toContain("Возврат отклонён");
    for (const who of [approver, rejecter, "ryabov"])
      expect(cardOf(told, who, number)).toContain("Отрицательное решение");
  },
);

test.each([
  ["belova", "kiselev", "Дефект не виден"],
  ["kiselev", "belova", "Поставщик отказал"],
])("%s rejects first: that ends it, and the card of %s closes (O1, D15)", async (rejecter, other, reason) => {
  await begin();
  const number = await fileReturn(told);
  const before = told.person(other).find(/Возврат поставщику 7/);
  await told.person(rejecter).tap("Отклонить");
  await told.person(rejecter).tap(reason);
  const after = told.person(other).find(/Возврат поставщику 7/);
  expect(told.person(other).buttons(after).join()).not.toContain("Согласовать");
  const late = before.buttons.flat().find((button) => button.text.startsWith("Согласовать"))?.data ?? "";
  const pressed = await told.person(other).press(before.id, late);
  expect(pressed.toast).toContain("Уже отклонено");
  await told.later(2 * minute);
  expect(stored(told, number).stage).toBe("rejected");
});

test("both approve; the supplier manager adds what the store can't know; the papers carry it (S0.5–S0.7, domain 5.4)", async () => {
  await begin();
  const number = await fileReturn(told);
  const kiselev = told.person("kiselev");
  await kiselev.tap(/Данные для документов/);
  await kiselev.text("№ МТ-77 от 01.06.2025");
  await kiselev.text("УТ-311");
  await kiselev.text("вчера или позавчера");
  expect(kiselev.said()).toMatch(/[Дд]ат/);
  await kiselev.text("01.02.2026");
  await kiselev.tap(/Брак найден позже/);
  await told.person("belova").tap(/^Согласовать/);
  await kiselev.tap(/^Согласовать/);
  await told.later(2 * minute);
  expect(stored(told, number)).toMatchObject({ stage: "approved", papers: [{ number: "ВП-2026-000001" }] });
  const ryabov = told.person("ryabov");
  const { document } = ryabov.find(/ВП-2026-000001/);
  const printed = pagesOf(ryabov.raw.download(document?.fileId ?? ""))
    .join("")
    .replaceAll(/\s+/g, "");
  for (const words of [
    "ПРЕТЕНЗИЯ",
    "МТ-77",
    "Семьтысячпятьсотрублей00копеек",
    "БеловаА.С.",
    "КиселёвО.И.",
    "Мокасин-Трейд",
  ])
    expect(printed).toContain(words);
});

test("rework in two rounds, one of them a changed quantity: only touched visas are asked anew", async () => {
  await begin();
  const number = await fileReturn(told);
  const [belova, kiselev, ryabov] = ["belova", "kiselev", "ryabov"].map((who) => told.person(who)) as [
    ReturnType<Story["person"]>,
    ReturnType<Story["person"]>,
    ReturnType<Story["person"]>,
  ]; // three names, three people
  await belova.tap(/^Согласовать/);
  await kiselev.tap("На доработку");
  await kiselev.tap("Исправить количество");
  expect(stored(told, number)).toMatchObject({ status: "rework", round: 1 });
  expect(told.messagesTo("ryabov").join("\n")).toContain("Исправить количество");

  await ryabov.tap("Исправить");
  await ryabov.choose("Изменить");
  await ryabov.choose("Товар");
  await ryabov.choose("Изменить или удалить");
  for (const label of [/Мокасины/, /[Кк]оличество/])
    if (
      ryabov
        .keyboard()
        .flat()
        .some((one) => label.test(one))
    )
      await ryabov.choose(label);
  await ryabov.text("2");
  if (ryabov.keyboard().flat().includes("Готово")) await ryabov.choose("Готово");
  await ryabov.choose("Отправить на согласование");
  expect(stored(told, number)).toMatchObject({ status: "open", round: 2, changed: ["goods"] });
  expect(cardOf(told, "belova", number)).toMatch(/Изменено: .*3.*→.*2/);
  expect(cardOf(told, "belova", number)).toContain("5 000 ₽");

  await belova.tap(/^Согласовать/);
  await kiselev.tap("На доработку");
  await kiselev.tap("Переснять фото");
  await ryabov.tap("Исправить");
  await ryabov.choose("Изменить");
  await ryabov.choose("Комментарий");
  await ryabov.text("Фото резче не получается");
  await ryabov.choose("Отправить на согласование");
  expect(stored(told, number)).toMatchObject({ round: 3, changed: ["comment"] });
  expect(
    stored(told, number)
      .steps.filter((step) => step.round === 3)
      .map((step) => step.outcome),
  ).toEqual(["carried", undefined]);
  await kiselev.tap(/^Согласовать/);
  await told.later(2 * minute);
  expect(stored(told, number).stage).toBe("approved");
});
