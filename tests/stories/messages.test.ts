/** How many messages a case costs: exactly who hears what, and nobody else (D10–D12). */
import { afterEach, expect, test } from "vitest";
import { loadCompany } from "../../db/company.ts";
import { story, type Story } from "../harness.ts";
import { fileReturn, fileWriteOff, minute } from "./filing-words.ts";

let told: Story;
afterEach(() => told.close());

/** Messages that each person got from the bot since the beginning of the count, edits apart, by id of the company file. */
function counted(): () => Record<string, string[]> {
  const { people } = loadCompany(told.store);
  const newest = Math.max(...people.map(({ id }) => told.person(id).last().id));
  return () =>
    Object.fromEntries(
      people.flatMap(({ id }) => {
        const fresh = told
          .person(id)
          .messages()
          .filter((one) => one.from === "bot" && one.id > newest);
        const heard = fresh.map((one) => kind((one.text ?? one.caption ?? "").replaceAll("\u00a0", " ")));
        return heard.length === 0 ? [] : [[id, heard]];
      }),
    );
}

/** What a message is, by its first words. */
function kind(text: string): string {
  const [first = ""] = text.split("\n");
  if (/^(Списание|Возврат поставщику) [\d ]+₽ · Магазин/.test(first)) return "card";
  if (/^[✅❌]/u.test(first)) return "outcome";
  if (/^(Акт|Накладная)/.test(first)) return "paper";
  if (first.startsWith("✏️")) return "sent back";
  return first;
}

async function begin(): Promise<void> {
  told = await story();
  await told.everybody();
}

test("a write-off: one card to the merchandiser, and to the store its card, the outcome and the act", async () => {
  await begin();
  const heard = counted();
  await fileWriteOff(told);
  const { kotov, ...others } = heard();
  expect(others).toEqual({ belova: ["card"] });
  expect(kotov?.slice(-2)).toEqual(["Заявка № 1 отправлена на согласование.", "card"]);
  const since = counted();
  await told.person("belova").tap(/^Согласовать/);
  expect(since()).toEqual({});
  await told.later(2 * minute);
  expect(since()).toEqual({ kotov: ["outcome", "paper"] });
});

test("a return: one card to each of two signers at once; the first rejection rings nobody but the store", async () => {
  await begin();
  const heard = counted();
  await fileReturn(told);
  const { ryabov, ...others } = heard();
  expect(others).toEqual({ belova: ["card"], kiselev: ["card"] });
  expect(ryabov?.at(-1)).toBe("card");
  const since = counted();
  await told.person("kiselev").tap(/^Согласовать/);
  expect(since()).toEqual({});
  await told.person("belova").tap("Отклонить");
  await told.person("belova").tap("Дефект не виден");
  await told.later(2 * minute);
  expect(since()).toEqual({
    belova: ["№ 1 · Отклонено: Дефект не виден"],
    ryabov: ["outcome"],
  });
});

test("rework rings only whose visa is asked anew; the other's card changes without a sound", async () => {
  await begin();
  await fileReturn(told);
  await told.person("belova").tap(/^Согласовать/);
  const since = counted();
  await told.person("kiselev").tap("На доработку");
  await told.person("kiselev").tap("Переснять фото");
  const ryabov = told.person("ryabov");
  expect(since()).toMatchObject({ ryabov: ["sent back"] });
  await ryabov.tap("Исправить");
  await ryabov.choose("Изменить");
  await ryabov.choose("Комментарий");
  await ryabov.text("Снято заново");
  const sent = counted();
  await ryabov.choose("Отправить на согласование");
  const { ryabov: store, ...others } = sent();
  expect(store).toEqual(["Заявка № 1 отправлена ещё раз."]);
  expect(others).toEqual({ kiselev: ["card"] });
});

test("a new start says nothing to anybody when nothing has changed", async () => {
  await begin();
  await fileWriteOff(told);
  await fileReturn(told);
  const since = counted();
  const before = told.telegram.calls.count;
  await told.restart();
  await told.settle();
  expect(since()).toEqual({});
  const spoken = told.telegram.calls.after(before).map((call) => call.method);
  expect(spoken.filter((method) => /^(send|edit|delete)/.test(method))).toEqual([]);
});
