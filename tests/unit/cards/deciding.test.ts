/** Deciding from the chat, through the whole bot and the embedded Telegram. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadRequest } from "../../../db/requests.ts";
import { logOf } from "../../../db/log.ts";
import { story, type Story } from "../../harness.ts";
import { file, lostGoods, plainly } from "./chat.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
  await told.everybody();
});
afterEach(async () => {
  await told.close();
});
const said = (who: string): string => plainly(told.person(who).said());
const cardOf = (who: string): string =>
  plainly(
    told.messagesTo(who).findLast((text) => text.startsWith("Списание") || text.startsWith("Возврат")) ?? "",
  );

describe("a write-off", () => {
  test("is approved by one tap; the card offers to undo it; then it is in effect", async () => {
    const request = await file(told);
    const belova = told.person("belova");
    expect(cardOf("belova").split("\n")[0]).toBe(
      "Списание 10 000 ₽ · Магазин № 2 «Галерея» · 2 пары · недостача",
    );
    const answer = await belova.tap(/Согласовать списание/);
    expect(answer.toast).toBe("Согласовано. Отменить можно до 10:02");
    expect(cardOf("belova")).toContain("Списание согласовано, вступит в силу в 10:02");
    expect(belova.buttons(belova.find(/Списание/))).toContain("↩ Отменить согласование (до 10:02)");
    await told.later(3 * 60_000);
    expect(loadRequest(told.store, request)?.status).toBe("ended");
    expect(told.messagesTo("kotov").some((text) => text.includes("Списание согласовано"))).toBe(true);
  });

  test("a second tap of the same person reads as success and changes nothing", async () => {
    const request = await file(told);
    const belova = told.person("belova");
    const data = belova.find(/Списание/).buttons.flat()[0]?.data ?? "";
    const { id } = belova.find(/Списание/);
    await belova.press(id, data);
    const events = logOf(told.store, request).length;
    const again = await belova.press(id, data);
    expect(again.toast).toBe("Вы уже согласовали в 10:00");
    expect(again.alert).toBe(false);
    expect(logOf(told.store, request)).toHaveLength(events);
  });

  test("a decision is taken back within its minutes", async () => {
    const request = await file(told);
    const belova = told.person("belova");
    await belova.tap(/Согласовать/);
    await belova.tap(/Отменить согласование/);
    expect(loadRequest(told.store, request)?.status).toBe("open");
    expect(belova.buttons(belova.find(/^Списание/)).some((label) => label.startsWith("Согласовать"))).toBe(
      true,
    );
  });

  test("is rejected by a quick reason, in two taps", async () => {
    const request = await file(told);
    const belova = told.person("belova");
    await belova.tap("Отклонить");
    expect(said("belova")).toContain("Причина отклонения № 1 (кроссовки, 10 000 ₽)?");
    await belova.tap("Дефект не виден");
    const state = loadRequest(told.store, request);
    expect(state?.held?.stage).toBe("rejected");
    expect(state?.steps[0]?.reason).toBe("Дефект не виден");
    const prompt = belova.find(/Отклонено: Дефект не виден/);
    expect(prompt.buttons).toEqual([]);
  });

  test("is rejected in own words, which go to the prompt that was replied to", async () => {
    const first = await file(told);
    const second = await file(told, { answers: lostGoods(1) });
    const belova = told.person("belova");
    await belova.press(belova.find(/№\s2 ·|Списание 5/).id, "");
    const cards = belova
      .messages()
      .filter((message) => message.buttons.flat().some((one) => one.text === "Отклонить"));
    for (const card of cards) {
      const reject = card.buttons.flat().find((one) => one.text === "Отклонить");
      await belova.press(card.id, reject?.data ?? "");
      const own = belova
        .last()
        .buttons.flat()
        .find((one) => one.text === "Своими словами");
      await belova.press(belova.last().id, own?.data ?? "");
    }
    const prompts = belova.messages().filter((message) => message.forceReply === true);
    expect(prompts).toHaveLength(2);
    await belova.text("Не наш товар", { replyTo: prompts[0]?.id ?? 0 });
    const states = [first, second].map((id) => loadRequest(told.store, id));
    expect(states.map((state) => state?.steps[0]?.reason)).toEqual(["Не наш товар", undefined]);
    await belova.text("Пересчитайте");
    expect(loadRequest(told.store, second)?.steps[0]?.reason).toBe("Пересчитайте");
  });

  test("goes back to the store, whose people hear why", async () => {
    const request = await file(told);
    await told.person("belova").tap("На доработку");
    await told.person("belova").tap("Исправить количество");
    expect(loadRequest(told.store, request)?.status).toBe("rework");
    const kotov = told.person("kotov");
    const notice = kotov.find(/✏️ На доработке: /);
    expect(plainly(notice.text ?? "")).toContain("Исправить количество");
    expect(kotov.buttons(notice)).toContain("Исправить");
  });

  test("a question to the store is asked, answered, and both cards show it", async () => {
    await file(told);
    await told.person("belova").tap("Вопрос магазину");
    await told.person("belova").text("Где бирка?");
    const kotov = told.person("kotov");
    const notice = kotov.find(/❓ Вопрос, /);
    await kotov.press(notice.id, notice.buttons.flat().find((one) => one.text === "Ответить")?.data ?? "");
    expect(said("kotov")).toContain("Где бирка?");
    await kotov.text("На третьем фото");
    expect(told.messagesTo("belova").some((text) => text.includes("На третьем фото"))).toBe(true);
    expect(cardOf("belova")).toContain("ожидается с");
  });

  test("lines outside the catalogue are priced by the merchandiser first", async () => {
    const request = await file(told, { answers: lostGoods(2, null) });
    const belova = told.person("belova");
    await belova.tap(/Указать цены/);
    await belova.text("сколько-то");
    expect(said("belova")).toContain("не похоже на цену");
    await belova.text("1 250,50");
    expect(loadRequest(told.store, request)?.answers["goods"]).toMatchObject({ lines: [{ price: 125_050 }] });
    const answer = await belova.tap(/Согласовать списание · 2\s501/);
    expect(answer.toast).toContain("Согласовано");
  });
});

describe("a return", () => {
  test("asks both at once; who rejects first ends it, and the other's card says so", async () => {
    const request = await file(told, { process: "return", by: "ryabov", place: "store-3" });
    await told.person("kiselev").tap("Отклонить");
    await told.person("kiselev").tap("Поставщик отказал");
    expect(loadRequest(told.store, request)?.held?.stage).toBe("rejected");
    expect(cardOf("belova")).toContain("Мерчендайзер: не требуется");
    const belova = told.person("belova");
    expect(belova.buttons(belova.find(/^Возврат/)).some((label) => label.startsWith("Согласовать"))).toBe(
      false,
    );
  });

  test("the supplier manager fills in the papers' details one by one, skipping what isn't known", async () => {
    const request = await file(told, { process: "return", by: "ryabov", place: "store-3" });
    const kiselev = told.person("kiselev");
    await kiselev.tap(/Данные для документов \(0 из 4\)/);
    await kiselev.text("№ 12 от 01.02.2025");
    await kiselev.tap("Пропустить");
    await kiselev.text("99.99");
    expect(said("kiselev")).toContain("не похоже на дату");
    await kiselev.text("11.03.2026");
    await kiselev.tap(/Брак найден позже/);
    const step = loadRequest(told.store, request)?.steps.find((one) => one.visa === "supplier-manager");
    expect(step?.answers).toMatchObject({
      contract: { text: "№ 12 от 01.02.2025" },
      waybill: { kind: "skipped" },
      "waybill-date": { date: "2026-03-11" },
      way: { option: "defect" },
    });
    expect(cardOf("kiselev")).toContain("Договор: № 12 от 01.02.2025 · Дата накладной: 11.03.2026");
  });
});

describe("withdrawing", () => {
  test("is asked once more, then the signer's card closes", async () => {
    const request = await file(told);
    const kotov = told.person("kotov");
    await kotov.text("/open 1");
    await kotov.tap("Отозвать");
    await kotov.tap("Да, отозвать");
    expect(loadRequest(told.store, request)?.status).toBe("withdrawn");
    expect(cardOf("belova")).toContain("Отозвано");
    const late = await told
      .person("belova")
      .press(told.person("belova").find(/^Списание/).id, "a:1:1:merchandiser");
    expect(late.toast).toContain("Отозвано");
  });
});

describe("who may not", () => {
  test("a forged tap of a colleague changes nothing and doesn't tell that there is such a request", async () => {
    const request = await file(told);
    const before = logOf(told.store, request).length;
    const ryabov = told.person("ryabov");
    const answer = await ryabov.press(ryabov.last().id, "a:1:1:merchandiser");
    expect(answer.toast).toBe("Нет такой заявки.");
    await ryabov.text("/open 1");
    expect(said("ryabov")).toBe("Нет такой заявки.");
    await ryabov.text("/open 999");
    expect(said("ryabov")).toBe("Нет такой заявки.");
    expect(logOf(told.store, request)).toHaveLength(before);
  });
  test("the filer can't approve his own request", async () => {
    await file(told);
    const answer = await told.person("kotov").press(told.person("kotov").last().id, "a:1:1:merchandiser");
    expect(answer.toast).toContain("подписывает другой человек");
  });
  test("a tap on what changed since shows the new card instead", async () => {
    await file(told);
    const belova = told.person("belova");
    const answer = await belova.press(belova.find(/^Списание/).id, "a:1:0:merchandiser");
    expect(answer.toast).toContain("Карточка обновлена");
  });
  test("data that no button of ours holds is answered politely", async () => {
    const belova = told.person("belova");
    for (const data of ["", "x", "inbox/zz/0//h1", "a:-1:1:merchandiser"])
      expect((await belova.press(belova.last().id, data || "?")).toast).toContain("Эта кнопка устарела");
  });
});
