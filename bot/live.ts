/** Live messages: what a person's chat shows of a subject is drawn from the state, never remembered (design 5). */
import type { InlineKeyboardButton } from "grammy/types";
import type { Store } from "../db/open.ts";
import type { Company, Person } from "../flows/company/company.ts";
import type { FileHash, Instant } from "../flows/ids.ts";

/** How a subject looks for one person now. `text` is Telegram HTML: ≤ 1024 code points after parsing with a photo, else ≤ 4096. */
export interface Drawn {
  readonly text: string;
  /** Telegram file id of the photo it stands under. */
  readonly photo?: string;
  /** Instead of it, where Telegram has the picture only as a document: the kept file, uploaded as a photo (D39). */
  readonly photoFile?: FileHash;
  readonly buttons: readonly (readonly InlineKeyboardButton[])[];
}

/** Draws one kind of subject; undefined: it is nobody's business (any more), withdraw what stands there. */
export type Draw = (of: {
  store: Store;
  company: Company;
  person: Person;
  id: number;
  now: Instant;
  /** The person wants to see it now (`/open`, «Открыть»): not only because something changed. */
  wanted: boolean;
}) => Drawn | undefined;

/** Subjects: a request's card, the photo counter of a draft. Stored as `request:17`, `photos:5`. */
export const subjectKinds = ["request", "photos"] as const;
export type SubjectKind = (typeof subjectKinds)[number];
export const subject = (kind: SubjectKind, id: number): string => `${kind}:${id}`;
