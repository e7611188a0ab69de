/** In whose hands an invoice is: taken once, given back, taken over, withdrawn from who missed it (S1.3, S1.9, S1.11, S1.14, D35). */
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyCompany } from "../../../db/apply-company.ts";
import { loadCompany } from "../../../db/company.ts";
import { write } from "../../../db/write.ts";
import { units, type Instant, type RequestId } from "../../../flows/ids.ts";
import { story, type Story } from "../../harness.ts";
import { minute } from "../filing-words.ts";
import { cardButtons, cardOf, cardText, fileInvoice, stored } from "./filed.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
  await told.everybody();
});
afterEach(() => told.close());

const take = "Взять и известить поставщика";
const plain = (text: string | undefined): string => (text ?? "").replaceAll("\u00a0", " ");

async function approved(): Promise<RequestId> {
  const number = await fileInvoice(told);
  await told.person("sokolova").tap(/^Согласовать счёт/);
  return number;
}

test("a director takes it: the other sees who has it and may only take it over; given back, both decide again", async () => {
  const number = await fileInvoice(told);
  await told.later(4 * minute);
  const [sokolova, gromov] = [told.person("sokolova"), told.person("gromov")];
  await gromov.tap("Взять в работу");
  expect(cardText(told, "sokolova", number)).toContain("Руководитель: взято в работу: Громов П. А., 10:04");
  const labels = cardButtons(told, "sokolova", number);
  expect(labels).toContain("Взять себе");
  expect(labels.join()).not.toMatch(/Согласовать|Отклонить|На доработку|Вопрос/);
  expect(cardButtons(told, "gromov", number)).toEqual(
    expect.arrayContaining(["Согласовать счёт · 244 000 ₽", "Вернуть в очередь"]),
  );
  await gromov.tap("Вернуть в очередь");
  expect(cardButtons(told, "sokolova", number)).toContain("Согласовать счёт · 244 000 ₽");
  await gromov.tap("Взять в работу");
  await sokolova.tap("Взять себе");
  expect(told.messagesTo("gromov").join("\n")).toContain(
    "🔁 № 1 (Вихрь-Опт, 244 000 ₽) теперь не у вас, взято в работу: Соколова И. В.",
  );
  expect(cardButtons(told, "gromov", number).join()).not.toContain("Согласовать");
  await sokolova.tap(/^Согласовать счёт/);
  expect(stored(told, number).stage).toBe("accountant");
  await sokolova.tap("История");
  const history = told.messagesTo("sokolova").at(-1) ?? "";
  expect(history).toContain("Взято в работу (Руководитель): Громов П. А.");
  expect(history).toContain("Возвращено в очередь (Руководитель): Громов П. А.");
  expect(history).toContain("Взято в работу (Руководитель): Соколова И. В., передано от: Громов П. А.");
});

test("a visa with one named director is asked of him alone", async () => {
  const number = await fileInvoice(told, { signer: "gromov" });
  expect(cardButtons(told, "gromov", number)).toContain("Согласовать счёт · 244 000 ₽");
  expect(cardOf(told, "sokolova", number)).toBeUndefined();
});

test("two accountants tap at the same time: one has it, the other hears who, and her card is gone", async () => {
  const number = await approved();
  const [orlova, demina] = [told.person("orlova"), told.person("demina")];
  const late = cardOf(told, "orlova", number);
  const data = late?.buttons.flat().find((one) => one.text === take)?.data ?? "";
  await told.later(4 * minute);
  demina.raw.tap(take);
  const answer = await orlova.press(late?.id ?? 0, data);
  expect(answer.alert).toBe(true);
  expect(plain(answer.toast)).toBe("Взято в работу: Дёмина Ю. О., 10:04");
  expect(cardOf(told, "orlova", number)).toBeUndefined();
  expect(stored(told, number).steps.at(-1)?.taken?.by).toBe("demina");
  expect(stored(told, number).stage).toBe("in-work");
});

test("given back, both ring anew; taken over by number, the former holder is told; both acts stand in the history", async () => {
  const number = await approved();
  const [orlova, demina] = [told.person("orlova"), told.person("demina")];
  await demina.tap(take);
  expect(cardOf(told, "orlova", number)).toBeUndefined();
  await demina.tap("Вернуть в очередь");
  expect(stored(told, number).stage).toBe("accountant");
  for (const who of ["orlova", "demina"]) expect(cardButtons(told, who, number)).toContain(take);
  await demina.tap(take);
  await orlova.text(`/open ${number}`);
  expect(cardButtons(told, "orlova", number)).toContain("Взять себе");
  expect(cardButtons(told, "orlova", number).join()).not.toContain("Оплачено");
  await orlova.tap("Взять себе");
  expect(stored(told, number).steps.at(-1)?.taken?.by).toBe("orlova");
  expect(told.messagesTo("demina").join("\n")).toContain("теперь не у вас, взято в работу: Орлова Н. П.");
  expect(cardOf(told, "demina", number)).toBeUndefined();
  await orlova.tap("История");
  const history = told.messagesTo("orlova").at(-1) ?? "";
  expect(history).toContain("Возвращено в очередь (Бухгалтер): Дёмина Ю. О.");
  expect(history).toContain("Взято в работу (Бухгалтер): Орлова Н. П., передано от: Дёмина Ю. О.");
});

test("undone by the director before an accountant took it: the accountants' cards go; afterwards it is too late", async () => {
  const number = await approved();
  expect(cardButtons(told, "demina", number)).toContain(take);
  await told.person("sokolova").tap(/Отменить согласование/);
  expect(stored(told, number)).toMatchObject({ stage: "decision-maker", status: "open" });
  for (const who of ["orlova", "demina"]) expect(cardOf(told, who, number)).toBeUndefined();
  expect(cardButtons(told, "gromov", number)).toContain("Согласовать счёт · 244 000 ₽");
  await told.person("sokolova").tap(/^Согласовать счёт/);
  const card = cardOf(told, "sokolova", number);
  const undo = card?.buttons.flat().find((one) => one.text.includes("Отменить согласование"))?.data ?? "";
  await told.person("demina").tap(take);
  expect(cardButtons(told, "sokolova", number).join()).not.toContain("Отменить согласование");
  const answer = await told.person("sokolova").press(card?.id ?? 0, undo);
  expect(answer).toMatchObject({ alert: true, toast: expect.stringContaining("Время отмены вышло") });
  expect(stored(told, number).stage).toBe("in-work");
});

test("withdrawn by its manager: a director's late tap changes nothing and says so", async () => {
  const number = await fileInvoice(told);
  const card = cardOf(told, "gromov", number);
  const data = card?.buttons.flat().find((one) => one.text.startsWith("Взять"))?.data ?? "";
  await told.person("petrenko").tap("Отозвать");
  await told.person("petrenko").tap("Да, отозвать");
  const answer = await told.person("gromov").press(card?.id ?? 0, data);
  expect(answer).toMatchObject({ alert: true, toast: "Отозвано, 10:00" });
  expect(stored(told, number)).toMatchObject({ status: "withdrawn" });
});

test("the accountant who has it leaves the company: it goes back to the queue and the other one hears", async () => {
  const number = await approved();
  await told.person("demina").tap(take);
  const company = loadCompany(told.store);
  write(told.store, (tx) =>
    applyCompany(
      tx,
      {
        company: {
          ...company,
          people: company.people.filter((one) => one.id !== "demina"),
          holders: company.holders.filter((one) => one.person !== "demina"),
          // the stores go with her, for their commissions name her
          departments: company.departments.filter((one) => one.commission === undefined),
        },
      },
      units<Instant>(told.clock.now()),
    ),
  );
  told.app.jobs.knock("deliver");
  await told.settle();
  expect(stored(told, number)).toMatchObject({ stage: "accountant", status: "open" });
  expect(stored(told, number).steps.at(-1)).not.toHaveProperty("taken");
  expect(cardButtons(told, "orlova", number)).toContain(take);
  await told.person("orlova").tap("История");
  expect(plain(told.messagesTo("orlova").at(-1))).toContain("Возвращено в очередь (Бухгалтер)");
});

test("nobody reacts in time: the head is added; who takes it then has it, and the head's card says who", async () => {
  const number = await approved();
  await told.later(8 * 60 * minute + 60 * minute);
  await told.nextWorkingMorning();
  await told.later(60 * minute);
  const step = stored(told, number).steps.at(-1);
  expect(step?.reminded).toBe(1);
  expect(told.messagesTo("orlova").join("\n")).toMatch(/⏰ Ждут вас: 1\n№ 1 · Счёт 244 000 ₽ · Вихрь-Опт/);
  expect(step?.added).toEqual(["sokolova"]);
  expect(cardButtons(told, "sokolova", number)).toContain(take);
  await told.person("demina").tap(take);
  expect(stored(told, number).steps.at(-1)?.taken?.by).toBe("demina");
  expect(cardText(told, "sokolova", number)).toContain("⏳ В работе у бухгалтера: Дёмина Ю. О.");
  expect(cardButtons(told, "sokolova", number).join()).not.toMatch(/Взять|Оплачено/);
});
