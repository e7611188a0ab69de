/** What a step of the dialogue comes to: the draft as it stands now, what to say, and what is to be done outside. */
import type { Answers } from "../engine/answers.ts";
import type { At, Draft } from "./draft.ts";
import type { Remark } from "./remarks.ts";

export type After =
  /** File it (or send the mended request again): one request for each part. Pictures are all checked. */
  | { readonly kind: "submit"; readonly parts: readonly Answers[] }
  /** Enter a supplier in the books and come back with it. */
  | { readonly kind: "add-supplier"; readonly name: string; readonly number?: string }
  /** The dialogue is over; `keep`: the draft waits to be continued. */
  | { readonly kind: "leave"; readonly keep: boolean }
  /** The draft is thrown away and a new one begun. */
  | { readonly kind: "start-over" }
  /** Only the counter of photos changed: no question is asked again. */
  | { readonly kind: "counted" };

export interface Turned {
  readonly draft: Draft;
  readonly remarks: readonly Remark[];
  readonly after?: After;
}

/** The draft goes on, with something to say or nothing. */
export const on = (draft: Draft, ...remarks: readonly Remark[]): Turned => ({ draft, remarks });
/** The draft goes on at another place. */
export const goTo = (draft: Draft, at: At, ...remarks: readonly Remark[]): Turned => ({
  draft: { ...draft, at },
  remarks,
});
