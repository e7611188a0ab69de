/** Misbehaviour on demand: the next calls fail, hang or lose their connection (T53). */

export type FaultKind =
  | "429"
  | "500"
  | "502"
  /** No answer at all, the call is not carried out. */
  | "hang"
  /** The connection is cut before the call is carried out. */
  | "cut-before"
  /** The connection is cut after the call was carried out: the bot can't know that it was. */
  | "cut-after";

export const faultKinds: readonly FaultKind[] = ["429", "500", "502", "hang", "cut-before", "cut-after"];

export interface FaultOrder {
  kind: FaultKind;
  /** Only calls of this method, in any case of letters; none: every method but getUpdates. */
  method?: string;
  /** Only calls with this chat_id. */
  chat?: number;
  /** How many calls are hit; 1 when absent. */
  times?: number;
  /** Seconds, for 429; 1 when absent. */
  retryAfter?: number;
}

interface Order extends FaultOrder {
  left: number;
}

export class Faults {
  #orders: Order[] = [];
  #hanging = new AbortController();

  /** Orders a fault; several orders are served in the order given. */
  add(order: FaultOrder): void {
    this.#orders.push({ ...order, left: order.times ?? 1 });
  }

  /** The fault that hits this call, taken off its order. */
  take(method: string, chatId: string): Order | undefined {
    const order = this.#orders.find((each) => hits(each, method, chatId));
    if (!order) return undefined;
    order.left -= 1;
    if (order.left <= 0) this.#orders = this.#orders.filter((each) => each !== order);
    return order;
  }

  /** Orders not yet used up. */
  waiting(): FaultOrder[] {
    return this.#orders.map(({ left, ...order }) => ({ ...order, times: left }));
  }

  /** Takes back all orders and lets go of hanging calls, whose connections are then cut. */
  clear(): void {
    this.#orders = [];
    this.#hanging.abort();
    this.#hanging = new AbortController();
  }

  /** Resolves when hanging calls are let go or the caller hangs up. */
  hang(gone: AbortSignal): Promise<void> {
    const signal = AbortSignal.any([gone, this.#hanging.signal]);
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
  }
}

function hits(order: Order, method: string, chatId: string): boolean {
  const called = method.toLowerCase();
  if (order.method === undefined ? called === "getupdates" : called !== order.method.toLowerCase())
    return false;
  return order.chat === undefined || String(order.chat) === chatId;
}
