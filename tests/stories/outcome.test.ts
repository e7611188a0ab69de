/** What becomes of a request: looked at closely, found in lists, and brought up to date whatever happened meanwhile. */
import { afterEach, expect, test } from "vitest";
import { story, type Story } from "../harness.ts";
import { cardOf, fileReturn, fileWriteOff, minute, samples, stored, submit } from "./filing-words.ts";

let told: Story;
afterEach(() => told.close());
async function begin(): Promise<void> {
  told = await story();
  await told.everybody();
}

test("«Фото» brings all photos as one album; one that came late is told to the signer and is among them", async () => {
  await begin();
  const number = await fileWriteOff(told);
  const [belova, kotov] = [told.person("belova"), told.person("kotov")];
  await kotov.photo(samples.moccasins);
  await kotov.choose(/^Добавить к/);
  expect(told.messagesTo("belova").at(-1)).toBe("📷 Добавлены фото (1): № 1 (кроссовки, 10 000 ₽)");
  expect(cardOf(told, "belova", number)).toContain("Фото после отправки: 1");
  await belova.tap("Фото (3)");
  const album = belova.messages().slice(-3);
  expect(album.every((message) => message.photo !== undefined)).toBe(true);
  expect(new Set(album.map((message) => message.album)).size).toBe(1);
  expect(album[0]?.caption).toMatch(/^№\s1 \(кроссовки/);
});

test("a photo that was sent as a file stands on the card as a photo all the same", async () => {
  await begin();
  const kotov = told.person("kotov");
  await kotov.choose("Списание");
  await kotov.text("1002 2 пары");
  await kotov.choose("Верно, это всё");
  await kotov.choose("Производственный брак");
  await kotov.photo(samples.defect, { asFile: true });
  await kotov.choose("Готово");
  await kotov.choose("Пропустить");
  const number = await submit(told, "kotov");
  const belova = told.person("belova");
  const card = belova.find(/^Списание 10/);
  expect(card.photo).toBeDefined();
  await belova.tap(/^Согласовать/);
  await told.later(2 * minute);
  expect(belova.find(/Положительное решение/)).toMatchObject({ id: card.id, photo: card.photo });
  await belova.tap("Фото (1)");
  expect(belova.last().document?.fileName).toBe("02-sneakers-defect-no-code.jpg");
  expect(stored(told, number).stage).toBe("approved");
});

test("the store learns what to do next: of a write-off and of a return", async () => {
  await begin();
  await fileWriteOff(told);
  await fileReturn(told);
  await told.person("belova").tap(/^Согласовать списание/);
  await told.person("belova").tap(/^Согласовать возврат/);
  await told.person("kiselev").tap(/^Согласовать возврат/);
  await told.later(2 * minute);
  const outcome = (who: string): string => told.messagesTo(who).find((text) => text.startsWith("✅")) ?? "";
  expect(outcome("kotov")).toContain("✅ Списание согласовано\n№ 1 · Списание 10 000 ₽");
  expect(outcome("kotov")).toContain("Распечатайте акт, подпишите его у комиссии");
  expect(outcome("ryabov")).toContain("✅ Возврат согласован\n№ 2 · Возврат поставщику 7 500 ₽");
  expect(outcome("ryabov")).toMatch(/Упакуйте товар.*ждите, когда поставщик его заберёт/);
});

test("«Мои заявки» and «Заявки магазина» hold what is on its way and what is done, and open any card again", async () => {
  await begin();
  await fileWriteOff(told);
  await told.person("belova").tap(/^Согласовать/);
  await told.later(2 * minute);
  const second = await fileWriteOff(told, { article: "1017" });
  const kotov = told.person("kotov");
  await kotov.choose("Мои заявки");
  expect(told.messagesTo("kotov").at(-1)).toMatch(
    /^Мои заявки · на согласовании\n\n№ 2 · .*Решение на рассмотрении$/,
  );
  await kotov.tap("Закрытые");
  expect(told.messagesTo("kotov").at(-1)).toMatch(/закрытые\n\n№ 1 · .*Положительное решение$/);
  await kotov.tap(/^№\s1$/);
  expect(kotov.buttons(kotov.last())).toContain("Скачать акт");
  await told.person("gromov").choose("Заявки магазина");
  expect(told.messagesTo("gromov").at(-1)).toContain("№ 2 · ");
  await told.person("gavrilova").choose("Мои заявки");
  expect(told.messagesTo("gavrilova").at(-1)).toContain("Здесь пока пусто");
  await told.person("gavrilova").text(`/open ${second}`);
  expect(cardOf(told, "gavrilova", second)).toContain("Котов И. М.");
});

test("what came into force while the bot was down is on the cards after its start, and the act arrives", async () => {
  await begin();
  const number = await fileWriteOff(told);
  const belova = told.person("belova");
  await belova.tap(/^Согласовать/);
  const card = belova.find(/^Списание 10/);
  const undo = card.buttons.flat().find((one) => one.text.startsWith("↩"))?.data ?? "";
  await told.restart({ down: 10 * minute });
  expect(stored(told, number).stage).toBe("approved");
  expect(cardOf(told, "belova", number)).toContain("Положительное решение");
  expect(belova.buttons(belova.find(/^Списание 10/)).join()).not.toContain("↩");
  expect(told.messagesTo("kotov").join("\n")).toContain("Акт о списании СП-2026-000001");
  expect(await belova.press(card.id, undo)).toMatchObject({
    toast: expect.stringMatching(/решено|вступило в силу/),
  });
  expect(stored(told, number).stage).toBe("approved");
});
