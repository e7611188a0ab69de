/** One call of a method, as the methods see it. */
import type { Json } from "./json.ts";
import type { Params } from "./params.ts";
import type { Webhook } from "./webhook.ts";
import type { Polling } from "./polling.ts";
import type { World } from "./world.ts";

export interface Call {
  readonly world: World;
  readonly params: Params;
  /** The test environment was asked for (`/bot<token>/test/…`). */
  readonly test: boolean;
  readonly polling: Polling;
  readonly webhook: Webhook;
  /** Aborts when the caller hangs up or the server closes. */
  readonly gone: AbortSignal;
  /** Stands beside the result in the answer; only webhook methods set it. */
  description?: string;
}

/** Carries a call out and gives its result, or throws a Refusal. */
export type Method = (call: Call) => Json | Promise<Json>;
