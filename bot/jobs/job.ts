/** What a job is: one pass over what is due, read from rows, so that a missed tick loses nothing (R15, style 21). */
import type { Store } from "../../db/open.ts";
import type { MailChannel } from "../channels/mail.ts";
import type { TelegramChannel } from "../channels/telegram.ts";
import type { Clock } from "../clock.ts";
import type { CrashPoint } from "../crash-points.ts";
import type { Instant } from "../../flows/ids.ts";
import type { Printer } from "../documents/printer.ts";
import type { Logger } from "../log.ts";
import type { Arrivals, Letters } from "../parts.ts";

export interface JobOf {
  readonly store: Store;
  readonly clock: Clock;
  readonly channel: TelegramChannel;
  /** Absent: letters wait. */
  readonly mail?: MailChannel;
  readonly printer: Printer;
  readonly arrivals: Arrivals;
  readonly letters: Letters;
  /** `DATA_DIR/files`. */
  readonly filesDir: string;
  readonly log: Logger;
  readonly crashPoint: CrashPoint;
  /** Something was committed: delivery may look. */
  readonly committed: () => void;
}

export interface Job {
  readonly name: string;
  /** Does what is due now; true: it did something. `knocked`: its schedule has struck since the last pass. */
  pass(of: JobOf, knocked: boolean): Promise<boolean>;
  /** When something is due next; absent: looked at every minute. */
  nextAt?(store: Store): Instant | undefined;
}
