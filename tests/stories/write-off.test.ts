/** A write-off from the photo in the chat to the signed act (S0.1–S0.18), and its other ends. */
import { afterEach, expect, test } from "vitest";
import { pagesOf } from "../documents/pdf-text.ts";
import { story, type Story } from "../harness.ts";
import { cardOf, fileWriteOff, hour, minute, prepareWriteOff, stored, submit } from "./filing-words.ts";

let told: Story;
afterEach(() => told.close());

async function begin(): Promise<void> {
  told = await story();
  await told.everybody();
}

test("a write-off is filed, approved, and its act with both photos and the visa comes to the store (S0.4–S0.6, S0.13–S0.17)", async () => {
  await begin();
  const number = await fileWriteOff(told);
  expect(stored(told, number)).toMatchObject({
    stage: "review",
    status: "open",
    filer: "kotov",
    place: "store-2",
  });

  const belova = told.person("belova");
  const card = belova.find(/^Списание 10\u00a0000\u00a0₽ · Магазин №\u00a02/);
  expect(card.caption?.split("\n")[0]).toMatch(/· 2\u00a0пары · брак$/);
  expect(card.photo).toBeDefined();
  expect(card.caption).toMatch(/Магазин №\u00a02 «Галерея» за 30 дней: 1 списание, 10\u00a0000\u00a0₽/);
  expect(belova.buttons(card)[0]).toBe("Согласовать списание · 10\u00a0000\u00a0₽");

  expect((await belova.tap(/^Согласовать/)).toast).toBeTruthy();
  expect(cardOf(told, "kotov", number)).toContain("Мерчендайзер: Белова А. С., 10:00 ✓");
  expect(told.messagesTo("kotov").join("\n")).not.toContain("Распечатайте");

  await told.later(2 * minute);
  expect(stored(told, number)).toMatchObject({ stage: "approved", status: "ended" });
  expect(cardOf(told, "belova", number)).toContain("Положительное решение");
  const kotov = told.person("kotov");
  expect(kotov.find(/Списание согласовано\n/).text).toContain("Распечатайте акт, подпишите его у комиссии");
  const { document } = kotov.find(/Акт о списании СП-2026-000001/);
  const pages = pagesOf(kotov.raw.download(document?.fileId ?? "")).map((page) =>
    page.replaceAll(/\s+/g, ""),
  );
  const printed = pages.join("");
  for (const words of [
    "АКТОСПИСАНИИТОВАРОВ",
    "0330216",
    "ВихрьР-1",
    "Десятьтысячрублей00копеек",
    "БеловаА.С.",
    "ЛИСТСОГЛАСОВАНИЯ",
    "СП-2026-000001",
  ])
    expect(printed).toContain(words);
});

test("a rejection names its reason to the store, in quick words or own (S0.18, O2)", async () => {
  await begin();
  const first = await fileWriteOff(told);
  const belova = told.person("belova");
  await belova.tap("Отклонить");
  expect(stored(told, first).status).toBe("open");
  await belova.tap("Дефект не виден");
  const second = await fileWriteOff(told, { article: "1017" });
  await belova.tap("Отклонить");
  await belova.tap(/Свои слова|своими словами|Другая причина|Своя причина/i);
  expect(belova.said()).toMatch(/Причина отклонения №\u00a02/);
  await belova.text("Это <брак> не наш & точка");
  await told.later(2 * minute);
  expect(stored(told, first).stage).toBe("rejected");
  expect(stored(told, second).steps[0]).toMatchObject({
    outcome: "rejected",
    reason: "Это <брак> не наш & точка",
  });
  const said = told.messagesTo("kotov").join("\n");
  expect(said).toContain("Списание отклонено");
  expect(said).toContain("Дефект не виден");
  expect(said).toContain("Это <брак> не наш & точка");
  expect(
    told
      .person("kotov")
      .messages()
      .filter((message) => message.document),
  ).toEqual([]);
});

test("undo within two minutes takes the decision back before anybody hears of it (O13, D31)", async () => {
  await begin();
  const number = await fileWriteOff(told);
  const belova = told.person("belova");
  await belova.tap(/^Согласовать/);
  await told.later(minute);
  await belova.tap(/↩ Отменить согласование \(до 10:02\)/);
  expect(stored(told, number)).toMatchObject({ status: "open", stage: "review" });
  expect(cardOf(told, "kotov", number)).toContain("ожидается");
  await told.later(5 * minute);
  expect(stored(told, number).papers).toEqual([]);
  await belova.tap(/^Согласовать/);
  await told.later(3 * minute);
  const card = belova.find(/Положительное решение/);
  expect(belova.buttons(card).join()).not.toContain("Отменить");
  expect(stored(told, number).papers).toEqual([
    { document: "write-off-act", number: "СП-2026-000001", date: "2026-03-02" },
  ]);
});

test("the filer takes it back until the visa is given; the signer's card loses its buttons (O4, D32)", async () => {
  await begin();
  const number = await fileWriteOff(told);
  const kotov = told.person("kotov");
  await kotov.tap("Отозвать");
  if (stored(told, number).status !== "withdrawn") await kotov.tap(/Да|Отозвать/);
  expect(stored(told, number).status).toBe("withdrawn");
  const card = told.person("belova").find(/Списание 10/);
  expect(told.person("belova").buttons(card).join()).not.toContain("Согласовать");
  expect(card.caption).toContain("Отозвано");
});

test("sending twice makes one request", async () => {
  await begin();
  await prepareWriteOff(told);
  const kotov = told.person("kotov");
  kotov.raw.text("Отправить на согласование");
  kotov.raw.text("Отправить на согласование");
  await told.settle();
  const number = await submit(told, "kotov").catch(() => undefined);
  expect(number).toBeUndefined();
  expect(told.store.sqlite.prepare("select count(*) n from requests").get()).toEqual({ n: 1 });
});

test("the draft is kept answer by answer: over a restart and a week it goes on", async () => {
  await begin();
  const kotov = told.person("kotov");
  await kotov.choose("Списание");
  await kotov.text("1002 2 пары");
  await kotov.choose("Верно, это всё");
  await told.restart({ down: 7 * 24 * hour });
  await kotov.text("Производственный брак");
  await kotov.album(["playground/samples/02-sneakers-defect-no-code.jpg"]);
  await kotov.choose("Готово");
  await kotov.choose("Пропустить");
  const number = await submit(told, "kotov");
  expect(stored(told, number).answers["reason"]).toEqual({ kind: "reason", code: "01" });
});

test("a rejected request is filed again from a copy", async () => {
  await begin();
  const first = await fileWriteOff(told);
  await told.person("belova").tap("Отклонить");
  await told.person("belova").tap("Дефект не виден");
  await told.later(2 * minute);
  await told.person("kotov").tap("Подать снова");
  const again = await submit(told, "kotov");
  expect(stored(told, again)).toMatchObject({ copyOf: first, answers: stored(told, first).answers });
});

test("three pairs with one reason and three photos take at most 12 actions", async () => {
  await begin();
  const kotov = told.person("kotov");
  let actions = 0;
  const counted = async (action: Promise<unknown>): Promise<void> => {
    actions += 1;
    await action;
  };
  await counted(kotov.choose("Списание"));
  for (const line of ["1002 1", "1001 1"]) {
    await counted(kotov.text(line));
    await counted(kotov.choose("Верно"));
  }
  await counted(kotov.text("1003 1"));
  await counted(kotov.choose("Верно, это всё"));
  await counted(kotov.choose("Производственный брак"));
  // three photos chosen together in the phone's gallery are one action
  await counted(
    kotov.album(
      [1, 2, 3].map(
        (n) =>
          `playground/samples/0${n}-sneakers-${["ean13-clean", "defect-no-code", "datamatrix"][n - 1]}.jpg`,
      ),
    ),
  );
  await counted(kotov.choose("Готово"));
  await counted(kotov.choose("Пропустить"));
  await counted(kotov.choose("Отправить на согласование"));
  expect(actions).toBeLessThanOrEqual(12);
  expect(told.messagesTo("kotov").join("\n")).toContain("Заявка № 1");
  expect(stored(told, 1 as never)).toMatchObject({ status: "open" });
});
