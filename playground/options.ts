/** What an embedded Telegram is opened with. */
import type { MovableClock } from "./clock.ts";
import type { MailServer } from "./mail-server.ts";
import type { Bot, Persona } from "./people.ts";

export interface TelegramOptions {
  token: string;
  bot: Bot;
  people: Persona[];
  clock: MovableClock;
  /** Chats and files are kept here over restarts; without it they live for the run only. */
  dataDir?: string;
  /** Sample photos and files that the page offers. */
  samplesDir?: string;
  /** The beginning of the next working morning, given by the host; the page offers to move the clock there. */
  workingMorning?: (nowMs: number) => number;
  /** A mail server whose letters are kept here and shown on the page; whoever opened it closes it. */
  mail?: MailServer;
  /**
   * Repeated polls with one offset are slowed down as on the real server. Default: yes, unless the clock stands still,
   * where such a poll would wait for ever.
   */
  pollBrakes?: boolean;
  /** Names under which the page may be reached besides 127.0.0.1, localhost and ::1. */
  pageHosts?: string[];
}
