/** An accountant at her books: what stories of booking by hand begin with and look at. */
import { actsOf } from "../../../db/payment-log.ts";
import { units } from "../../../flows/ids.ts";
import type { Actor } from "../../actor.ts";
import { story, type Story } from "../../harness.ts";
import { demoDeals, foreignProgram, pays } from "./books.ts";

/** Thursday, 12 March 2026, 10:00 in Moscow: the demo's deals with 30 % of the first one paid; these have pressed Start. */
export async function atTheBooks(...others: readonly string[]): Promise<Story> {
  const told = await story({ now: Date.UTC(2026, 2, 12, 7, 0) });
  for (const who of ["orlova", "petrenko", "zhukova", "gromov", ...others]) await told.person(who).start();
  foreignProgram(told, demoDeals + pays(1, 4_500_000, "2026-03-01"));
  await told.payments();
  return told;
}

/** The bot's newest words to a person. */
export const saidTo = (told: Story, who: string): string => told.messagesTo(who).at(-1) ?? "";

/** All payments: deal, kopecks, day, source, who booked it, when it was taken back. */
export function paymentsIn(told: Story): unknown[] {
  return told.store.sqlite
    .prepare("SELECT deal, amount, paid_on, source, booked_by, taken_back_at FROM payments")
    .raw()
    .all();
}

/** What the log of bookings says, payment by payment. */
export function actsIn(told: Story): string[] {
  return told.store.sqlite
    .prepare("SELECT DISTINCT payment FROM payment_log ORDER BY payment")
    .pluck()
    .all()
    .flatMap((payment) => actsOf(told.store, units(Number(payment))))
    .map(({ payment, by, what }) => `${payment} ${what.kind} ${by}`);
}

/** Types a sum on the first deal and confirms it. */
export async function books(accountant: Actor, typed: string, label = /^Внести \d/): Promise<void> {
  await accountant.text("ЗП-2026-0112");
  await accountant.tap("Внести оплату");
  await accountant.text(typed);
  await accountant.tap(label);
}

/** Opens the newest payment of the first deal. */
export async function opens(accountant: Actor, paymentsLabel = "Оплаты"): Promise<void> {
  await accountant.text("ЗП-2026-0112");
  await accountant.tap(paymentsLabel);
  await accountant.tap("1");
}
