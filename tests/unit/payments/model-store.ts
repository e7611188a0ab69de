/** A store of deals and payments in memory: what an import asks of the real one, and what taking a plan does to it. */
import { id, units, type DealId, type Minor, type PaymentId, type PersonId } from "../../../flows/ids.ts";
import type { Company, Person } from "../../../flows/company/company.ts";
import type { Deal, Payment } from "../../../flows/payments/deal.ts";
import type { Expected, ImportAround, StoreFacts } from "../../../flows/payments/import-facts.ts";
import { planImport } from "../../../flows/payments/import-plan.ts";
import { readDealSheet } from "../../../flows/payments/deal-rows.ts";
import { numberKey } from "../../../flows/payments/numbers.ts";
import { receivedKey } from "../../../flows/payments/plan-deals.ts";
import { stillHolds } from "../../../flows/payments/plan-holds.ts";
import type { DealChange, ImportPlan, NewDeal } from "../../../flows/payments/plan-schema.ts";
import { withChanges } from "../../../flows/payments/told-deal.ts";
import { chain } from "../company/chain.ts";

export type Rows = readonly (readonly string[])[];
interface Booked extends Payment {
  readonly key?: string;
}

export const minor = (value: number) => units<Minor>(value);

function manager(name: string, full: string, active = true): Person {
  return { id: id<PersonId>(name), name: full, human: name, language: "ru", active };
}

/** The chain with its sales managers; Ivanova has left. */
export const company: Company = chain({
  people: [
    manager("petrenko", "Петренко Максим Романович"),
    manager("zhukova", "Жукова Екатерина Ильинична"),
    manager("semyonov", "Семёнов Лев Ильич"),
    manager("kim-anna", "Ким Анна Петровна"),
    manager("kim-alla", "Ким Алла Павловна"),
    manager("ivanova", "Иванова Ольга Юрьевна", false),
  ],
});

export class ModelStore {
  readonly deals = new Map<DealId, Deal>();
  readonly payments: Booked[] = [];
  readonly expected = new Map<DealId, readonly Expected[]>();
  today = "2026-03-14";

  readonly facts: StoreFacts = {
    dealById: (deal) => this.deals.get(deal),
    dealByKey: (key) => this.#all().find((deal) => deal.externalId === key),
    dealsByNumber: (kind, key) =>
      this.#all().filter(
        (deal) => numberKey((kind === "order" ? deal.orderNumber : deal.invoiceNumber) ?? "") === key,
      ),
    paidOf: (deal) => minor(this.#on(deal).reduce((sum, { amount }) => sum + amount, 0)),
    hasPayments: (deal) => this.payments.some((payment) => payment.deal === deal),
    expectedOf: (deal) => this.expected.get(deal) ?? [],
    paymentByKey: (key) => this.payments.find((payment) => payment.key === key),
    paymentsLike: (deal, paidOn, amount) =>
      this.#on(deal).filter((payment) => payment.paidOn === paidOn && payment.amount === amount),
  };

  get around(): ImportAround {
    return { store: this.facts, company, today: this.today };
  }

  #all(): Deal[] {
    return [...this.deals.values()];
  }
  #on(deal: DealId): Booked[] {
    return this.payments.filter((payment) => payment.deal === deal && payment.takenBackAt === undefined);
  }

  add(deal: Partial<Deal> & { readonly total: Minor }): Deal {
    const key = units<DealId>(this.deals.size + 1);
    const whole: Deal = { name: "Сделка", stage: "", customer: "", currency: "RUB", ...deal, id: key };
    this.deals.set(key, whole);
    return whole;
  }

  pay(deal: DealId, amount: number, more: Partial<Booked> = {}): Booked {
    const key = units<PaymentId>(this.payments.length + 1);
    const payment = {
      deal,
      paidOn: "2026-03-10",
      source: "statement",
      ...more,
      id: key,
      amount: minor(amount),
    } as const;
    this.payments.push(payment);
    return payment;
  }

  /** The plan of a sheet; a sheet that can't be read at all fails the test. */
  plan(rows: Rows): ImportPlan {
    const sheet = readDealSheet(rows);
    if (sheet.kind === "problems") throw new Error(`not a sheet of deals: ${JSON.stringify(sheet.problems)}`);
    return planImport(sheet, this.around);
  }

  /** Takes a plan as the program does: all of it, if it still holds. */
  take(plan: ImportPlan): void {
    if (!stillHolds(plan, this.facts)) throw new Error("the plan holds no more");
    if (plan.kind === "deals") {
      for (const one of plan.add) this.#receive(this.add(one.deal).id, one);
      for (const one of plan.change) {
        const deal = this.deals.get(one.deal);
        const changed = deal && withChanges(deal, one.changes);
        if (changed) this.deals.set(one.deal, changed);
        this.#receive(one.deal, one);
      }
    }
    if (plan.kind === "payments") {
      for (const { row: _row, currency: _currency, amount, deal, ...payment } of plan.book)
        this.pay(deal, amount, { ...payment, source: "sheet" });
    }
  }

  #receive(deal: DealId, { expected, received }: NewDeal | DealChange): void {
    if (expected) this.expected.set(deal, [expected]);
    if (!received) return;
    const { amount, paid, paidOn } = received;
    this.pay(deal, amount, { paidOn, source: "sheet", key: receivedKey(deal, paid) });
  }
}
