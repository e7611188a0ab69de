/** Hostile words typed wherever words are asked for: shown as they are or refused, never a message that Telegram refuses (F115–F118, F129). */
import { afterEach, beforeEach, expect, test } from "vitest";
import { quarantined } from "../../db/updates.ts";
import { minute, stored } from "../stories/filing-words.ts";
import { story, type Story } from "../harness.ts";
import { file, lostGoods } from "../unit/cards/chat.ts";
import { asUpdate, messageOf } from "./mutated-updates.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
  await told.everybody();
});
afterEach(() => told.close());

const kotov = 1015;
const belova = 1003;
let update = 8_000_000;

const hostile = [
  "<b>жирно</b> & <a href='http://x'>ссылка",
  "</blockquote><code>",
  "\u202eabc\u200b\u2066\u{e0041}",
  "a\u0301".repeat(2000),
  "\ud83d",
  "\u0000",
  "__proto__",
  "constructor",
  "' OR 1=1 --",
  '" NEAR(a b) * OR b^ - {c}: (',
  "%_%",
  "😀".repeat(4096),
  "👨‍👨‍👦‍👦".repeat(500),
  `a${"🏻".repeat(2000)}`,
  "\u1100".repeat(4000),
  "ﷺ".repeat(4096),
  "1e308",
  "{ $name } ${7*7}",
  "=cmd|' /C calc'!A0",
  "１００２ ２",
];

/** Types it past the embedded Telegram, which would clean it first. */
async function type(from: number, text: string): Promise<void> {
  const one = asUpdate((update += 1), messageOf(from, { text, date: Math.floor(told.clock.now() / 1000) }));
  expect((await told.app.intake.take([one])).size).toBe(1);
  told.clock.advance(2_000); // what comes in the same second is the tail of a longer text
  await told.settle();
}

function expectNothingRefused(): void {
  expect(told.telegram.calls.all().filter((call) => call.status !== 200)).toEqual([]);
  expect(quarantined(told.store, 3)).toEqual([]);
}

test("at every question of a form", async () => {
  const clerk = told.person(kotov);
  const steps = [
    () => clerk.choose("Списание"),
    () => clerk.text("1002 2 пары"),
    () => clerk.choose("Верно, это всё"),
    () => clerk.choose("Недостача"),
    () => clerk.choose(/Готово|Пропустить|Далее/),
  ];
  const leave = async (): Promise<void> => {
    await clerk.text("/cancel");
    if (
      clerk
        .keyboard()
        .flat()
        .some((label) => label.includes("Удалить"))
    )
      await clerk.choose("Удалить");
  };
  for (let depth = 0; depth <= steps.length; depth += 1)
    for (const words of hostile.filter((_, n) => n % 2 === depth % 2)) {
      for (const step of steps.slice(0, depth)) await step();
      await type(kotov, words);
      await leave();
    }
  expectNothingRefused();
}, 60_000);

test("as a reason, a question, an answer, and in goods and comments of sixty lines", async () => {
  const [clerk, signer] = [told.person(kotov), told.person(belova)];
  for (const words of hostile) {
    const { goods, reason } = lostGoods();
    if (goods?.kind !== "goods") throw new Error("these are goods");
    const [first] = goods.lines;
    if (first === undefined) throw new Error("there is a line");
    const name = words.slice(0, 200);
    const lines = Array.from({ length: 60 }, (_, n) => ({ ...first, line: n + 1, name: `${n} ${name}` }));
    const text = `. ${words.slice(0, 900)}`;
    const number = await file(told, {
      answers: { goods: { ...goods, lines }, ...(reason && { reason }), comment: { kind: "text", text } },
    });
    await signer.tap("Вопрос магазину");
    await type(belova, words.slice(0, 900));
    if (stored(told, number).steps[0]?.question !== undefined) {
      await clerk.tap("Ответить");
      await type(kotov, `, ${words.slice(0, 900)}`);
      expect(stored(told, number).talk).toHaveLength(2);
    } else await signer.text("/cancel");
    await signer.tap("Отклонить");
    await type(belova, `, ${words.slice(0, 900)}`);
    expect(stored(told, number).steps[0]?.outcome).toBe("rejected");
    await told.later(3 * minute);
    await clerk.text(`/open ${number}`);
    for (const label of ["Подробнее", "История"]) await clerk.tap(label);
  }
  expectNothingRefused();
}, 60_000);

test("F130 a thousand presses of one person: others are served meanwhile, and he has one visa", async () => {
  const number = await file(told);
  const own = await file(told, { process: "return", by: "ryabov", place: "store-3" });
  const signer = told.person(belova);
  const { id: card } = signer.find(/Списание/);
  for (let n = 0; n < 1000; n += 1) signer.raw.press(card, `a:${number}:1:merchandiser`);
  told.person("kiselev").raw.text(`/open ${own}`);
  await told.settle();
  expect(stored(told, number).steps).toMatchObject([{ outcome: "approved" }]);
  expect(told.messagesTo("kiselev").at(-1)).toContain(`№ ${own}`);
  expect(told.person("belova").raw.answers()).toHaveLength(1000);
}, 60_000);
