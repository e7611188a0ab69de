/** What every send needs, made once by the delivery. */
import type { Store } from "../../db/open.ts";
import type { TelegramChannel } from "../channels/telegram.ts";
import type { Clock } from "../clock.ts";
import type { CrashPoint } from "../crash-points.ts";
import type { Printer } from "../documents/printer.ts";
import type { Draw, SubjectKind } from "../live.ts";
import type { Logger } from "../log.ts";
import type { Instant } from "../../flows/ids.ts";
import type { Wording } from "./wording.ts";

export interface Sending {
  readonly store: Store;
  readonly channel: TelegramChannel;
  readonly clock: Clock;
  readonly log: Logger;
  readonly crashPoint: CrashPoint;
  readonly wording: Wording;
  readonly printer: Printer;
  readonly subjects: Readonly<Record<SubjectKind, Draw>>;
  /** `DATA_DIR/files`. */
  readonly filesDir: string;
  /** Flood waits of the last second. */
  readonly floods: { readonly chat: number; readonly at: Instant }[];
}
