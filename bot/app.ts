/** Puts the bot together: store, Telegram, clock and features go in; passes and loops come out. */
import { join } from "node:path";
import type { UserFromGetMe } from "grammy/types";
import { markOpenCards } from "../db/cards.ts";
import { getMeta, setMeta } from "../db/meta.ts";
import type { Store } from "../db/open.ts";
import { write, type Tx } from "../db/write.ts";
import { languages, type Instant } from "../flows/ids.ts";
import { openMailChannel, type MailSettings } from "./channels/mail.ts";
import { openTelegramChannel, type TelegramChannel, type TelegramOptions } from "./channels/telegram.ts";
import { instant, type Clock } from "./clock.ts";
import { noCrash, type CrashPoint } from "./crash-points.ts";
import type { Limits } from "./delivery/budget.ts";
import { alarm } from "./delivery/alarm.ts";
import { createDelivery, type Delivery } from "./delivery/delivery.ts";
import { createPrinter, type Printer } from "./documents/printer.ts";
import { createIntake, type Intake } from "./intake/intake.ts";
import { createRouter } from "./intake/route.ts";
import { createJobs, type Jobs } from "./jobs/run.ts";
import type { Logger } from "./log.ts";
import type { Parts } from "./parts.ts";

const hourMs = 3_600_000;

export interface AppOf {
  readonly store: Store;
  readonly telegram: TelegramOptions;
  /** Absent: letters wait, and their cards say so. */
  readonly mail?: MailSettings;
  readonly clock: Clock;
  readonly dataDir: string;
  readonly log: Logger;
  readonly parts: Parts;
  readonly crashPoint?: CrashPoint;
  readonly limits?: Limits;
  /** Shared between apps of one process (tests); otherwise the app has its own. */
  readonly printer?: Printer;
  /** The store is damaged or can't be written: the process must end (F101). */
  readonly fatal?: (error: unknown) => void;
}

export interface App {
  readonly channel: TelegramChannel;
  readonly intake: Intake;
  readonly delivery: Delivery;
  readonly jobs: Jobs;
  /** Before the first pass: asks Telegram who we are, refuses another bot's store, repaints what changed meanwhile. */
  begin(): Promise<UserFromGetMe>;
  /** After the last pass: from here a start is known to be clean. */
  end(): Promise<void>;
  /** Passes until nothing is left to do at the current time of the clock. */
  settle(): Promise<void>;
}

export function createApp(of: AppOf): App {
  const { store, clock, log, crashPoint = noCrash, parts } = of;
  const filesDir = join(of.dataDir, "files");
  const printer = of.printer ?? createPrinter();
  const fatal = of.fatal ?? (() => undefined);
  const channel = openTelegramChannel(of.telegram);
  const router = createRouter({
    store,
    token: of.telegram.token,
    client: channel.options,
    log,
    register: (chat) => parts.register(chat, { store, clock }),
  });
  const committed = (): void => {
    delivery.wake();
    jobs.wake();
  };
  const { wording, subjects, arrivals, letters } = parts;
  const jobs = createJobs({
    store,
    clock,
    channel,
    ...(of.mail !== undefined && { mail: openMailChannel(of.mail) }),
    printer,
    arrivals,
    letters,
    filesDir,
    log,
    crashPoint,
    committed,
    fatal,
  });
  const delivery: Delivery = createDelivery({
    store,
    channel,
    clock,
    log,
    crashPoint,
    wording,
    printer,
    subjects,
    filesDir,
    holdReminders: () => jobs.ticking,
    ...(of.limits !== undefined && { limits: of.limits }),
  });
  const unclean = getMeta(store, "running") === "1";
  const intake = createIntake({ store, channel, router, clock, crashPoint, log, unclean, committed });

  async function begin(): Promise<UserFromGetMe> {
    const bot = await router.init();
    const now = instant(clock);
    write(store, (tx) => {
      const known = getMeta(tx, "bot");
      if (known !== undefined && known !== String(bot.id))
        throw new Error(
          `this store belongs to the bot ${known}, the token is of ${bot.id}: use its own DATA_DIR`,
        );
      setMeta(tx, "bot", String(bot.id));
      setMeta(tx, "running", "1");
      setMeta(tx, "mail", of.mail === undefined ? "off" : "on");
      setMeta(tx, "mail-rests-until", "0"); // its settings may have been mended
      noteGap(tx, now);
      markOpenCards(tx, now);
    });
    return bot;
  }

  return {
    channel,
    intake,
    delivery,
    jobs,
    begin,
    async end() {
      await intake.quiet();
      if (of.printer === undefined) await printer.close();
      write(store, (tx) => setMeta(tx, "running", "0"));
    },
    async settle() {
      for (let did = true; did;) {
        did = await intake.pass({ timeoutSeconds: 0 });
        did = (await jobs.pass()) || did;
        did = (await delivery.pass()) || did;
      }
    },
  };
}

/** Telegram keeps messages for a day: after a longer gap administrators hear that some may be lost (F20). */
function noteGap(tx: Tx, now: Instant): void {
  const hours = Math.floor((now - Number(getMeta(tx, "alive") ?? now)) / hourMs);
  if (hours >= 24) alarm(tx, (words) => words("transport-gap", { hours }), now);
  setMeta(tx, "alive", String(now));
}

/** Tells Telegram what its command menu lists, per language; a failure is no reason not to start. */
export async function listCommands(app: App, parts: Parts, log: Logger): Promise<void> {
  const scope = { type: "all_private_chats" };
  for (const language of languages) {
    const given = { commands: parts.commands(language), scope };
    for (const params of language === "ru"
      ? [given, { ...given, language_code: language }]
      : [{ ...given, language_code: language }]) {
      const answer = await app.channel.call("setMyCommands", params);
      if (answer.kind !== "done") log.warn({ language, answer }, "the command menu could not be set");
    }
  }
}
