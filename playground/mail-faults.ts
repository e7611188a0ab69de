/** Misbehaviour of the mail server on demand: refusals, broken conversations, greylisting. */

/** What goes wrong, by the step of the conversation at which it does. */
const steps = {
  greeting: ["421", "cut-greeting"],
  login: ["535"],
  recipient: ["451", "550", "cut-recipient"],
  message: [
    /** The message is heard out, and nothing is answered. */
    "hang",
    /** Cut in the middle of the message. */
    "cut-message",
    /** Cut after the message, which is forgotten. */
    "cut-before",
    /** Cut after the message, which is kept: the sender can't know that it was. */
    "cut-kept",
    /** Cut right after the 250. */
    "cut-after",
  ],
} as const;
export type MailStep = keyof typeof steps;
export type MailFaultKind = (typeof steps)[MailStep][number];
export const mailFaultKinds: readonly MailFaultKind[] = Object.values(steps).flat();

export interface MailFaultOrder {
  kind: MailFaultKind;
  /** How many conversations are hit; 1 when absent. */
  times?: number;
}
interface Order extends MailFaultOrder {
  left: number;
}

/** A sender and a recipient that have not met are put off for so long by a greylisting server. */
const greylistMs = 4 * 60_000;

export class MailFaults {
  /** Who writes to somebody for the first time is asked to come again in a few minutes (451). */
  greylist = false;
  #orders: Order[] = [];
  readonly #met = new Map<string, number>();
  #hanging = new AbortController();

  /** Orders a fault; several orders of one step are served in the order given. */
  add(order: MailFaultOrder): void {
    this.#orders.push({ ...order, left: order.times ?? 1 });
  }

  /** The fault that hits this step, taken off its order. */
  take(step: MailStep): MailFaultKind | undefined {
    const ofStep: readonly MailFaultKind[] = steps[step];
    const order = this.#orders.find(({ kind }) => ofStep.includes(kind));
    if (!order) return undefined;
    order.left -= 1;
    if (order.left <= 0) this.#orders = this.#orders.filter((each) => each !== order);
    return order.kind;
  }

  /** Whether these two must wait before they may write to each other. */
  mustWait(sender: string, recipient: string, now: number): boolean {
    if (!this.greylist) return false;
    const pair = `${sender} ${recipient}`;
    const since = this.#met.get(pair) ?? now;
    this.#met.set(pair, since);
    return now - since < greylistMs;
  }

  /** Orders not yet used up. */
  waiting(): MailFaultOrder[] {
    return this.#orders.map(({ kind, left }) => ({ kind, times: left }));
  }

  /** Takes back all orders and lets go of hanging conversations, which are then cut. */
  clear(): void {
    this.#orders = [];
    this.#hanging.abort();
    this.#hanging = new AbortController();
  }

  /** Resolves when hanging conversations are let go. */
  hang(): Promise<void> {
    const { signal } = this.#hanging;
    return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
  }
}
