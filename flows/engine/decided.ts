/** What a decision comes to: events to be logged, or a refusal to be worded. */
import type { Event } from "./events.ts";
import type { Refusal } from "./refusals.ts";

export type Decided = { readonly events: readonly Event[] } | { readonly refusal: Refusal };
export const decided = (events: readonly Event[]): Decided => ({ events });
export const refused = (refusal: Refusal): Decided => ({ refusal });
