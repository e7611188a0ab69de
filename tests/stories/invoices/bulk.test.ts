/** Invoices approved at once: what has a warning is decided on its card, where the warning stands (D25, D28). */
import { afterEach, expect, test } from "vitest";
import { loadRequest } from "../../../db/requests.ts";
import { story, type Story } from "../../harness.ts";
import { fileInvoice } from "./filed-invoice.ts";

let told: Story;
afterEach(() => told.close());

const plainly = (text: string): string => text.replaceAll("\u00a0", " ");
const sokolova = () => told.person("sokolova");
const said = (): string => plainly(told.messagesTo("sokolova").at(-1) ?? "");
const small = (number: string) => fileInvoice(told, { number, sum: 1_000_000 });
const status = (request: number) => loadRequest(told.store, request as never)?.stage;

/** Opens the list of what waits and asks for what is alike. */
async function alike(): Promise<void> {
  await sokolova().choose("Ждут меня");
  await sokolova().tap(/^Согласовать похожие: счёт/);
}
async function begun(): Promise<void> {
  told = await story({ now: Date.UTC(2026, 2, 16, 7, 0) });
  await told.everybody();
}

test("an invoice with a warning is left out by its number, and so is its twin; the others are signed", async () => {
  await begun();
  const numbers = [await small("1"), await small("2"), await small("УТ-7"), await small("№ ут-007")];
  await alike();
  expect(said()).toContain("Согласовать счёт: 2 на 20 000 ₽");
  expect(said()).toContain("Не вошли, в карточке предупреждение, решите в ней: № 3, № 4");
  await sokolova().tap(/^Согласовать 2 на/);
  expect(numbers.map(status)).toEqual(["accountant", "accountant", "decision-maker", "decision-maker"]);
});

test("a twin that came after the list was shown keeps its invoice from being signed with it", async () => {
  await begun();
  const [one, other, third] = [await small("1"), await small("2"), await small("3")];
  await alike();
  const list = sokolova().last();
  const data = list.buttons.flat().find(({ text }) => text.startsWith("Согласовать 3"))?.data ?? "";
  const twin = await small("2");
  await sokolova().press(list.id, data);
  expect([one, other, third, twin].map(status)).toEqual([
    "accountant",
    "decision-maker",
    "accountant",
    "decision-maker",
  ]);
  expect(told.messagesTo("sokolova").map(plainly).join("\n")).toContain(
    `✗ № ${other}: в карточке предупреждение, решите в ней`,
  );
});
