/** Turning to colleagues: a question that leaves the turn where it is, a step handed on and taken back (D19, D21). */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pack } from "../../bot/buttons.ts";
import { whoCode } from "../../bot/reports/report-scope.ts";
import { logOf } from "../../db/log.ts";
import { inboxCount } from "../../db/inbox.ts";
import { id, units, type Instant, type PersonId, type RequestId, type VisaId } from "../../flows/ids.ts";
import { story, type Story } from "../harness.ts";
import { file } from "../unit/cards/chat.ts";
import { cardOf, fileWriteOff, hour, minute, stored } from "./filing-words.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
  await told.everybody();
});
afterEach(() => told.close());

const visa = id<VisaId>("merchandiser");
const kinds = (number: RequestId): string[] => logOf(told.store, number).map((row) => row.event.kind);
const waits = (who: string): number =>
  inboxCount(told.store, id<PersonId>(who), units<Instant>(told.clock.now())).count;
const labels = (who: string, number: RequestId): string => {
  const person = told.person(who);
  const shows = new RegExp(`№\\s${number} ·`);
  const card = person
    .messages()
    .findLast((one) => shows.test(one.text ?? one.caption ?? "") && person.buttons(one).includes("История"));
  return card === undefined ? "" : person.buttons(card).join(" | ");
};
/** Asks or hands on, by a typed name. */
async function turnTo(who: string, label: string, name: string): Promise<void> {
  const person = told.person(who);
  await person.tap(label);
  await person.text(name);
  await person.tap(new RegExp(`^${name}`));
}

describe("a colleague is asked", () => {
  test("a typed name leaves one list to choose from", async () => {
    await fileWriteOff(told);
    const belova = told.person("belova");
    const lists = () => belova.messages().filter((one) => belova.buttons(one).includes("Отмена"));
    await belova.tap("Спросить коллегу");
    expect(lists()).toHaveLength(1);
    await belova.text("Киселёв");
    expect(lists()).toHaveLength(1);
    expect(lists().flatMap((one) => belova.buttons(one))[0]).toMatch(/^Киселёв/);
  });

  test("he sees the case, answers, the asker hears, both words stand on the card and in the log; turn and term stay", async () => {
    const number = await fileWriteOff(told);
    const due = (): unknown => told.store.sqlite.prepare("SELECT due_at FROM timers").pluck().get();
    const dueBefore = due();
    await turnTo("belova", "Спросить коллегу", "Киселёв");
    expect(told.person("belova").said()).toContain("Отвечать будет: Киселёв");
    await told.person("belova").text("Возьмёт ли поставщик обратно?");
    expect(told.person("belova").said()).toMatch(/Вопрос отправлен: Киселёв.*\nРешение остаётся за вами/);
    const heard = told.messagesTo("kiselev").find((text) => text.startsWith("🗣"));
    expect(heard).toContain("Просит совета: Белова А. С.");
    expect(heard).toContain("Списание 10 000 ₽");
    expect(heard).toContain("Возьмёт ли поставщик обратно?");
    expect(cardOf(told, "kiselev", number)).toContain(
      "Вопрос коллеге: Киселёв О. И. (спрашивает: Белова А. С.)",
    );
    expect(waits("kiselev")).toBe(0);
    expect(waits("belova")).toBe(1);
    expect(due()).toBe(dueBefore);
    await told.person("kiselev").tap("Ответить коллеге");
    await told.person("kiselev").text("Возьмёт, срок ещё не вышел");
    const advice = told.messagesTo("belova").find((text) => text.startsWith("💡"));
    expect(advice).toMatch(/^💡 Ответ коллеги о № 1 [^\n]*: Киселёв О. И.\nВозьмёт, срок ещё не вышел$/);
    await told.person("belova").text(`/open ${number}`);
    expect(cardOf(told, "belova", number)).toContain("Мнение коллеги: Киселёв О. И.");
    expect(kinds(number)).toEqual(expect.arrayContaining(["consulted", "advised"]));
    expect(labels("kiselev", number)).not.toContain("Ответить коллеге");
    await told.person("belova").tap(/^Согласовать/);
    expect(stored(told, number).steps[0]?.by).toBe("belova");
  });

  test("a name that nobody bears leaves the question open; likely people are offered at once", async () => {
    await fileWriteOff(told);
    const belova = told.person("belova");
    await belova.tap("Спросить коллегу");
    expect(belova.buttons(belova.last()).join()).toContain("Громов");
    await belova.text("Незнайкин");
    expect(belova.said()).toContain("Такого сотрудника нет");
    await belova.text("соколова ирина");
    expect(belova.buttons(belova.last())[0]).toMatch(/^Соколова\sИ\.\sВ\. · генеральный директор$/);
    await belova.tap("Отмена");
    expect(belova.said()).toContain("ничего не изменилось");
  });

  test("decided meanwhile, an answer is told that it is too late, and changes nothing", async () => {
    const number = await fileWriteOff(told);
    await turnTo("belova", "Спросить коллегу", "Киселёв");
    await told.person("belova").text("Что скажете?");
    await told.person("kiselev").tap("Ответить коллеге");
    await told.person("belova").tap(/^Согласовать/);
    const before = kinds(number);
    await told.person("kiselev").text("Не надо");
    expect(kinds(number)).toEqual(before);
    expect(told.messagesTo("kiselev").join()).toMatch(/Уже согласовано: Белова А\. С\./);
  });

  test("asked twice, the same colleague is asked once; who was asked may not decide", async () => {
    const number = await fileWriteOff(told);
    await turnTo("belova", "Спросить коллегу", "Киселёв");
    await told.person("belova").text("Что скажете?");
    const again = pack({
      kind: "consult-whom",
      request: number,
      visa,
      who: whoCode(id<PersonId>("kiselev")),
    });
    await told.person("belova").press(told.person("belova").last().id, again);
    await told.person("belova").text("И ещё раз");
    expect(kinds(number).filter((kind) => kind === "consulted")).toHaveLength(1);
    const approve = pack({ kind: "approve", request: number, revision: 1, visa });
    expect((await told.person("kiselev").press(told.person("kiselev").last().id, approve)).alert).toBe(true);
    expect(stored(told, number).steps[0]?.outcome).toBeUndefined();
  });
});

describe("a step is handed to a colleague", () => {
  test("he gets the card with sound, decides, and it is written for whom; who handed it on is asked no more", async () => {
    const number = await fileWriteOff(told);
    const mark = told.telegram.calls.count;
    await turnTo("belova", "Передать коллеге", "Тихонов");
    const rung = told.telegram.calls
      .after(mark)
      .filter((call) => call.method === "sendPhoto" && call.params["chat_id"] !== 1003);
    expect(rung).toHaveLength(1);
    expect(rung[0]?.params).not.toHaveProperty("disable_notification");
    expect(waits("belova")).toBe(0);
    expect(waits("tikhonov")).toBe(1);
    expect(labels("belova", number)).toContain("Забрать обратно");
    expect(labels("belova", number)).not.toContain("Согласовать");
    expect(cardOf(told, "belova", number)).toContain("Передано: Тихонов");
    await told.person("tikhonov").tap(/^Согласовать/);
    await told.later(3 * minute);
    expect(stored(told, number).steps[0]).toMatchObject({
      by: "tikhonov",
      forPerson: "belova",
      outcome: "approved",
    });
    expect(cardOf(told, "kotov", number)).toContain("(замещает: Белова А. С.)");
  });

  test("taken back it is his again, and the colleague's tap is refused", async () => {
    const number = await fileWriteOff(told);
    await turnTo("belova", "Передать коллеге", "Тихонов");
    const approve = pack({ kind: "approve", request: number, revision: 1, visa });
    expect(await told.person("belova").tap("Забрать обратно")).toMatchObject({ toast: "Снова у вас" });
    expect(waits("tikhonov")).toBe(0);
    expect((await told.person("tikhonov").press(told.person("tikhonov").last().id, approve)).alert).toBe(
      true,
    );
    await told.person("belova").tap(/^Согласовать/);
    expect(stored(told, number).steps[0]).toMatchObject({ by: "belova", outcome: "approved" });
    expect(stored(told, number).steps[0]).not.toHaveProperty("forPerson");
  });

  test("handed on and on it stays his for whom it was; he may still take it back", async () => {
    const number = await fileWriteOff(told);
    await turnTo("belova", "Передать коллеге", "Тихонов");
    await turnTo("tikhonov", "Передать коллеге", "Громов");
    expect(stored(told, number).steps[0]?.delegated).toMatchObject({ to: "gromov", by: "belova" });
    expect(labels("belova", number)).toContain("Забрать обратно");
    expect(labels("tikhonov", number)).not.toMatch(/Забрать|Согласовать/);
    await told.person("gromov").tap(/^Согласовать/);
    expect(stored(told, number).steps[0]).toMatchObject({ by: "gromov", forPerson: "belova" });
    const back = pack({ kind: "take-back", request: number, visa });
    expect((await told.person("belova").press(told.person("belova").last().id, back)).toast).toMatch(
      /согласован/i,
    );
  });

  test("his time begins anew: the term of who had it before is not held against him", async () => {
    const number = await fileWriteOff(told);
    await told.later(6 * hour);
    await turnTo("belova", "Передать коллеге", "Тихонов");
    await told.later(90 * minute);
    expect(kinds(number)).not.toContain("escalated");
    expect(kinds(number).filter((kind) => kind === "reminded")).toHaveLength(1);
  });

  test("never to its author, to who has signed the other visa, to who has left, by forged data", async () => {
    const number = await file(told, { process: "return", by: "ryabov", place: "store-3" });
    await told.person("belova").tap(/^Согласовать/);
    const kiselev = told.person("kiselev");
    const other = id<VisaId>("supplier-manager");
    told.store.sqlite.prepare("UPDATE people SET active = 0 WHERE id = 'koval'").run();
    await told.restart();
    const before = kinds(number);
    for (const to of ["ryabov", "belova", "koval", "kiselev", "nobody"]) {
      const data = pack({
        kind: "delegate-to",
        request: number,
        visa: other,
        who: whoCode(id<PersonId>(to)),
      });
      expect((await kiselev.press(kiselev.last().id, data)).alert, to).toBe(true);
    }
    await kiselev.tap("Передать коллеге");
    await kiselev.text("Белова");
    expect(kiselev.said()).toContain("Этому сотруднику нельзя");
    expect(kinds(number)).toEqual(before);
  });
});

test("words typed hours later are asked about before they are taken for a colleague's question", async () => {
  const number = await fileWriteOff(told);
  await turnTo("belova", "Спросить коллегу", "Киселёв");
  await told.later(2 * hour);
  await told.person("belova").text("Возьмут ли обратно?");
  expect(told.person("belova").said()).toMatch(/^Это вопрос коллеге о №/);
  expect(kinds(number)).not.toContain("consulted");
  await told.person("belova").text("Возьмут ли обратно?");
  expect(kinds(number)).toContain("consulted");
});
