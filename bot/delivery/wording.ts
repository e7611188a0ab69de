/** How what is rendered at send time is worded: given by the chat's features, so that delivery knows no texts. */
import type { Store } from "../../db/open.ts";
import type { Company, Person } from "../../flows/company/company.ts";
import type { Notice } from "../../flows/engine/consequences.ts";
import type { Instant, RequestId, VisaId } from "../../flows/ids.ts";
import type { Message } from "../work.ts";

/** For whom and when something is worded. */
export interface Reader {
  readonly store: Store;
  readonly company: Company;
  readonly person: Person;
  readonly now: Instant;
}
/** One line of a reminder: this visa has been waiting since then. */
export interface ReminderItem {
  readonly request: RequestId;
  readonly visa: VisaId;
  readonly since: Instant;
}
export interface PaperOf {
  readonly request: RequestId;
  readonly document: string;
}

export interface Wording {
  notice(notice: Notice, of: Reader): Message;
  reminder(items: readonly ReminderItem[], of: Reader): Message;
  /** Undefined: nothing waits for him any more. */
  digest(of: Reader): Message | undefined;
  /** One change of a deal's paid percentage; undefined: the deal is gone. */
  alert(change: number, of: Reader): Message | undefined;
  /** Several in one message. */
  alerts(changes: readonly number[], of: Reader): Message | undefined;
  paper(paper: PaperOf, of: Reader): { readonly caption: string; readonly fileName: string };
}
