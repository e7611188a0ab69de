/** Forged presses of every button of an invoice's way, at every stage, by everybody it isn't offered to: nothing changes (W1, W2). */
import { afterEach, beforeEach, expect, test } from "vitest";
import { pack, type Button } from "../../bot/buttons.ts";
import { whoCode } from "../../bot/reports/report-scope.ts";
import { quarantined } from "../../db/updates.ts";
import { id, type PersonId, type RequestId } from "../../flows/ids.ts";
import { story, type Story } from "../harness.ts";
import { samples } from "../stories/filing-words.ts";
import { cardText, fileInvoice, stored } from "../stories/invoices/filed.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
  await told.everybody();
});
afterEach(() => told.close());

/** Each act that an invoice offers somebody, on each of its steps. */
function acts(request: RequestId, step: string, rows: readonly number[], holder: string): Button[] {
  const ofSteps = [step, "constructor"].flatMap((name): Button[] => {
    const at = { request, visa: id<never>(name) };
    return [
      { kind: "take", ...at },
      { kind: "take-over", ...at, who: whoCode(id<PersonId>(holder)) },
      { kind: "release", ...at },
      { kind: "pay", ...at },
      { kind: "documents", ...at },
      { kind: "task-done", ...at },
      { kind: "drop-document", ...at, index: 1 },
      { kind: "approve", ...at, revision: 1 },
      { kind: "rework", ...at, revision: 1 },
      { kind: "quick-reason", ...at, revision: 1, decision: "sent-back", index: 0 },
    ];
  });
  const ofRows = rows.flatMap((row): Button[] => [
    { kind: "pay-sure", row },
    { kind: "pay-part", row },
    { kind: "pay-date", row },
  ]);
  return [...ofSteps, ...ofRows, { kind: "unpay", request, index: 1 }];
}

const log = (): unknown => told.store.sqlite.prepare("SELECT max(seq) FROM log").pluck().get();
const awaited = (): number[] =>
  told.store.sqlite.prepare("SELECT id FROM awaiting").pluck().all() as number[]; // a column of ids

interface Offered {
  readonly may: readonly string[];
  readonly holder: string;
  readonly step: string;
}
/** Everybody presses everything; who may is left out. */
async function nobodyElse(number: RequestId, { may, holder, step }: Offered): Promise<void> {
  const before = log();
  for (const who of ["kotov", "shevchenko", "zhukova", "petrenko", "orlova", "gromov"]) {
    if (may.includes(who)) continue;
    const person = told.person(who);
    const { id: message } = person.last();
    for (const [position, button] of acts(number, step, awaited(), holder).entries()) {
      if (position % 9 === 0) await told.restart(); // forgives what was refused: here every answer is to be heard
      const answer = await person.press(message, pack(button));
      expect([who, button.kind, answer.alert]).toEqual([who, button.kind, true]);
      if (["kotov", "shevchenko"].includes(who)) expect(answer.toast).not.toMatch(/Вихрь|244|Дёмина|взято/i);
    }
  }
  expect(log()).toEqual(before);
}

/** Files an invoice and brings it to a stage. */
async function brought(
  to: "decision-maker" | "accountant" | "in-work" | "closing-documents",
): Promise<RequestId> {
  const number = await fileInvoice(told);
  await told.person("sokolova").tap("Взять в работу");
  if (to === "decision-maker") return number;
  await told.person("sokolova").tap(/^Согласовать счёт/);
  if (to === "accountant") return number;
  await told.person("demina").tap("Взять и известить поставщика");
  await told.person("demina").tap(/^Оплачено ·/);
  if (to === "in-work") return number;
  await told.person("demina").tap(/^Оплачено сегодня/);
  await told.person("petrenko").tap("Приложить закрывающие документы");
  return number;
}

test.each([
  // who may act on it himself, or take it over
  { stage: "decision-maker", step: "director", may: ["gromov"], holder: "sokolova" },
  { stage: "accountant", step: "payment", may: ["orlova", "demina"], holder: "demina" },
  { stage: "in-work", step: "payment", may: ["orlova", "demina"], holder: "demina" },
  { stage: "closing-documents", step: "closing-documents", may: ["petrenko"], holder: "demina" },
] as const)(
  "at $stage nobody else can act, by any button",
  async ({ stage, step, may, holder }) => {
    const number = await brought(stage);
    await nobodyElse(number, { may, holder, step });
    expect(stored(told, number).stage).toBe(stage);
    expect(quarantined(told.store, 1)).toEqual([]);
  },
  180_000,
);

test("files of an invoice go to nobody who may not see it", async () => {
  const number = await fileInvoice(told);
  for (const who of ["kotov", "koval", "shevchenko", "orlova"]) {
    const person = told.person(who);
    for (const index of [0, 1, 7]) {
      const answer = await person.press(person.last().id, pack({ kind: "files", request: number, index }));
      expect(answer).toMatchObject({
        alert: true,
        toast: expect.stringMatching(/^(Нет такой|Немає такої) заявки\.$/),
      });
    }
    expect(person.messages().filter((message) => message.document ?? message.photo)).toEqual([]);
    expect(cardText(told, who, number)).toBe("");
  }
  const sokolova = told.person("sokolova");
  await sokolova.tap("Файл счёта");
  expect(sokolova.last().document?.fileName).toBe("schet.jpg");
});

test("a photo sent while nobody awaits documents is attached to nothing", async () => {
  const number = await fileInvoice(told);
  await told.person("zhukova").photo(samples.shelf);
  await told.person("orlova").photo(samples.shelf);
  expect(stored(told, number).steps.every((step) => Object.keys(step.answers).length === 0)).toBe(true);
});
