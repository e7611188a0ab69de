/** How what is rendered at send time is worded: given by the chat's features, so that delivery knows no texts. */
import type { Store } from "../../db/open.ts";
import type { Company, Person } from "../../flows/company/company.ts";
import type { Notice } from "../../flows/engine/notices.ts";
import type { Instant, RequestId, VisaId } from "../../flows/ids.ts";
import type { Message } from "../work.ts";
import type { Making } from "./make.ts";

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

/** A message with a file that is made when it is sent. */
export interface MadeMessage {
  readonly making: Making;
  readonly fileName: string;
  /** HTML, at most 1024 characters as shown. */
  readonly caption: string;
  readonly buttons?: Message["buttons"];
  /** Said instead when it can't be made, HTML. */
  readonly otherwise: string;
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
  /** What a row of the method `made` names by its `what`; undefined: there is nothing to show any more. */
  made(payload: unknown, of: Reader): MadeMessage | undefined;
}
