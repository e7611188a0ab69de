/** Who sees what, who is let in, and where the bot works at all. */
import { afterEach, expect, test } from "vitest";
import { story, type Story } from "../harness.ts";
import { cardOf, fileWriteOff, minute } from "./filing-words.ts";

let told: Story;
afterEach(() => told.close());
async function begin(): Promise<void> {
  told = await story();
  await told.everybody();
}
const none = "Нет такой заявки.";

test("the filer and his store, the heads above, whoever was asked and administrators see it; nobody else knows of it", async () => {
  await begin();
  const number = await fileWriteOff(told);
  const sees = ["kotov", "gavrilova", "sidorova", "gromov", "sokolova", "belova", "nazarov"];
  const others = ["lebedeva", "melnikova", "ryabov", "kiselev", "orlova", "petrenko", "tikhonov"];
  for (const who of sees) {
    await told.person(who).text(`/open ${number}`);
    expect(cardOf(told, who, number), who).toContain("Котов И. М.");
  }
  for (const who of others) {
    await told.person(who).text(`/open ${number}`);
    expect(told.messagesTo(who).at(-1), who).toBe(none);
    await told.person(who).text("/open 99");
    expect(told.messagesTo(who).at(-1), who).toBe(none);
  }
});

test("only who signs has buttons to decide, only who filed it can take it back", async () => {
  await begin();
  const number = await fileWriteOff(told);
  const labels = async (who: string): Promise<string> => {
    const person = told.person(who);
    await person.text(`/open ${number}`);
    return person.buttons(person.find(/^Списание 10/)).join();
  };
  expect(await labels("belova")).toMatch(/Согласовать.*Отклонить.*На доработку/);
  expect(await labels("belova")).not.toContain("Отозвать");
  expect(await labels("kotov")).toContain("Отозвать");
  for (const who of ["gavrilova", "sidorova", "gromov", "nazarov"])
    expect(await labels(who), who).not.toMatch(/Согласовать|Отклонить|На доработку|Отозвать/);
});

test("the act is for the store, the signers and accounting; by its number too; others get nothing even by forged data", async () => {
  await begin();
  const number = await fileWriteOff(told);
  await told.person("orlova").text(`/open ${number}`);
  expect(told.messagesTo("orlova").at(-1)).toBe(none);
  await told.person("belova").tap(/^Согласовать/);
  await told.later(2 * minute);
  for (const who of ["belova", "orlova", "demina", "gavrilova"]) {
    const person = told.person(who);
    await person.text(who === "demina" ? `№ ${number}` : "/open сп-2026-000001");
    await person.tap("Скачать акт");
    expect(person.last().document?.fileName, who).toBe("СП-2026-000001.pdf");
  }
  const data = told
    .person("belova")
    .find(/^Списание 10/)
    .buttons.flat()
    .find((one) => one.text === "Скачать акт")?.data;
  for (const who of ["shevchenko", "kiselev", "lebedeva"]) {
    const person = told.person(who);
    await person.text("/open СП-2026-000001");
    const greeting = person.last().id;
    expect((await person.press(greeting, data ?? "")).alert, who).toBe(true);
    expect(person.messages().filter((message) => message.document)).toEqual([]);
  }
});

test("what a colleague filed is the store's: found in its list, with the reason of the rejection, and filed again", async () => {
  await begin();
  const number = await fileWriteOff(told);
  await told.person("belova").tap("Отклонить");
  await told.person("belova").tap("Дефект не виден");
  await told.later(2 * minute);
  await told.person("gavrilova").choose("Заявки магазина");
  await told.person("gavrilova").tap("Закрытые");
  expect(told.messagesTo("gavrilova").at(-1)).toMatch(/№ 1 · Списание 10 000 ₽ · .* · Отрицательное решение/);
  await told.person("gavrilova").tap(/^№\s1$/);
  await told.person("gavrilova").tap("Подать снова");
  expect(told.person("gavrilova").said()).toContain("проверьте и отправьте");
  expect(cardOf(told, "gavrilova", number)).toContain("Дефект не виден");
});

test("in a group the bot says that it works in private, and decides nothing there", async () => {
  await begin();
  await fileWriteOff(told);
  const card = told.person("belova").find(/^Списание 10/);
  const approve = card.buttons.flat()[0]?.data ?? "";
  const group = told.telegram.group({ title: "Склад", members: [1003, 1015] });
  group.text(1003, "/open 1");
  await told.settle();
  const said = group.messages().filter((message) => message.from === "bot");
  expect(said.map((message) => message.text)).toEqual([
    "Я работаю только в личном чате: откройте меня и нажмите «Начать».",
  ]);
  group.press(1003, said[0]?.id ?? 0, approve);
  await told.settle();
  await told.person("belova").text("/open 1");
  expect(told.person("belova").buttons(told.person("belova").find(/^Списание 10/))[0]).toMatch(
    /^Согласовать/,
  );
});
