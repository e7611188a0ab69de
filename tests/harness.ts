/** The whole bot against the embedded Telegram, with time under control: what stories are told with. */
import { mkdtempSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp, type App } from "../bot/app.ts";
import { applyCompanyFile } from "../bot/company-in-force.ts";
import type { Clock } from "../bot/clock.ts";
import type { CrashPoint, CrashPointName } from "../bot/crash-points.ts";
import type { Limits } from "../bot/delivery/budget.ts";
import { createPrinter, type Printer } from "../bot/documents/printer.ts";
import { sendLetters } from "../bot/jobs/send-letters.ts";
import { createLog } from "../bot/log.ts";
import { paymentAlerts } from "../bot/jobs/payment-alerts.ts";
import type { Parts } from "../bot/parts.ts";
import { loadCompany } from "../db/company.ts";
import { openStore, type Store } from "../db/open.ts";
import { faultOfPaymentLog } from "../db/payment-log.ts";
import { storeProcesses } from "../db/processes.ts";
import { nextTimerAt } from "../db/timers.ts";
import { verifyLog } from "../db/verify-log.ts";
import { write } from "../db/write.ts";
import { nextWorkingMorning } from "../flows/company/calendar.ts";
import type { Process } from "../flows/engine/process.ts";
import { units, type Instant } from "../flows/ids.ts";
import { processes } from "../flows/processes/index.ts";
import { manualClock, type MovableClock } from "../playground/clock.ts";
import { openMailServer, type MailServer } from "../playground/mail-server.ts";
import { openTelegram, type Telegram } from "../playground/server.ts";
import { actor, type Actor } from "./actor.ts";

export const demoCompany = "playground/demo/company.yaml";
const token = "700001:TEST-embedded-telegram-token-00000";
/** Monday 2 March 2026, 10:00 in Moscow. */
export const mondayMorning = Date.UTC(2026, 2, 2, 7, 0);
/** Time stands still in a story, so buckets would never refill: Telegram's pace has tests of its own. */
const noLimits: Limits = {
  chat: { burst: 1e9, perSecond: 1e9 },
  all: { burst: 1e9, perSecond: 1e9 },
  inFlight: 4,
};
const hourMs = 3_600_000;
/** After so many real milliseconds without an answer a mail server counts as hanging. */
const mailPatienceMs = 1000;

export interface StoryOf {
  /** Path of a company file; default: the demo company. */
  readonly company?: string;
  /** Epoch milliseconds; default: a Monday, 10:00 in Moscow. */
  readonly now?: number;
  /** Default: the product's own. */
  readonly processes?: readonly Process[];
  /** Called at each named point; what it throws is a crash if it is a `Crash`, see `crashAt`. */
  readonly crashPoint?: CrashPoint;
  /** The bot dies at this passage of any crash point (from 1), is started again and goes on. */
  readonly crashAt?: number;
  /** Default: no limits, four chats served at the same time. */
  readonly limits?: Partial<Limits>;
  /** Default: the product's own features. */
  readonly parts?: Parts;
  /** Default: the real one, in its child process. */
  readonly printer?: Printer;
  /** Over a socket instead of in the process: for connections that are cut. */
  readonly overHttp?: boolean;
  /** Seconds after which a call counts as lost. */
  readonly timeoutSeconds?: number;
  /** Letters can be sent: a mail server takes them, see `told.mail` and `told.telegram.mailbox`. */
  readonly mail?: boolean;
  /** Log lines go here. */
  readonly log?: (line: string) => void;
}

export interface Story {
  readonly telegram: Telegram;
  /** There is one if the story was begun with it. */
  readonly mail?: MailServer;
  readonly clock: MovableClock;
  readonly dataDir: string;
  readonly app: App;
  readonly store: Store;
  /** Acts as a person: by id of the company file (`belova`), name or beginning of it, or Telegram id. */
  person(who: string | number): Actor;
  /** Everybody of the company presses Start: before that nothing may be sent to them. */
  everybody(): Promise<void>;
  /** Lets the bot do all that is to be done at this time. */
  settle(): Promise<void>;
  /** The schedule of payments strikes, and the bot does what is to be done. */
  payments(): Promise<void>;
  /** Time passes while the bot runs: it wakes at every timer, letter and full hour on the way. */
  later(ms: number): Promise<void>;
  /** The machine's clock is set back: the bot sees an earlier time from now on, Telegram doesn't. */
  setBack(ms: number): void;
  /** The beginning of the next working day. */
  nextWorkingMorning(): Promise<void>;
  /**
   * Everything in memory is dropped and the same file opened again; with `down`, after so many milliseconds. `meanwhile` is
   * done while the bot is down.
   */
  restart(of?: { readonly down?: number; readonly meanwhile?: () => void }): Promise<void>;
  /** Texts and captions that a person sees from the bot, oldest first; no-break spaces as spaces. */
  messagesTo(who: string | number): string[];
  /** Passages of crash points so far, in order. */
  readonly passages: readonly CrashPointName[];
  close(): Promise<void>;
}

/** The bot dies here: nothing of what was in memory may matter any more. */
export class Crash extends Error {
  override readonly name = "Crash";
}

export async function story(of: StoryOf = {}): Promise<Story> {
  const dataDir = mkdtempSync(join(tmpdir(), "countersign-story-"));
  const file = join(dataDir, "countersign.sqlite");
  await copyFile(await template(of.company ?? demoCompany, of.processes ?? processes), file);
  const clock = manualClock(of.now ?? mondayMorning);
  const passages: CrashPointName[] = [];
  const crashPoint: CrashPoint = (name) => {
    passages.push(name);
    of.crashPoint?.(name);
    if (passages.length === of.crashAt) throw new Crash(`the bot dies at ${name}`);
  };
  const parts = of.parts ?? (await import("../bot/product.ts")).product;
  let store = openStore(file);
  const company = loadCompany(store);
  const mail = of.mail === true ? await openMailServer({ now: () => clock.now() }) : undefined;
  const telegram = openTelegram({
    token,
    bot: { id: 700_001, username: "countersign_bot", firstName: "Countersign" },
    people: company.people.flatMap((person) => {
      if (person.telegram === undefined) return [];
      const [lastName = person.name, firstName = person.name] = person.name.split(" ");
      return [{ id: person.telegram, name: person.name, firstName, lastName, languageCode: person.language }];
    }),
    clock,
    ...(mail !== undefined && { mail }),
  });
  const socket = of.overHttp === true ? await telegram.listen(0) : undefined;
  const log = createLog(of.log === undefined ? "silent" : "debug", { write: of.log ?? (() => undefined) });
  let back = 0;
  const botClock: Clock = { ...clock, now: () => clock.now() - back };
  const start = (): App =>
    createApp({
      store,
      clock: botClock,
      dataDir,
      log,
      crashPoint,
      parts,
      printer: of.printer ?? sharedPrinter(),
      ...(mail !== undefined && {
        mail: { url: mail.url, from: "pay@north-step.example", patienceMs: mailPatienceMs },
      }),
      limits: { ...noLimits, ...of.limits },
      telegram: {
        token,
        apiRoot: socket?.url ?? "http://telegram.test",
        ...(socket === undefined && { fetch: inProcess(telegram) }),
        ...(of.timeoutSeconds !== undefined && { timeoutSeconds: of.timeoutSeconds }),
      },
    });
  let app = start();
  let closed = false;
  await app.begin();

  async function settle(): Promise<void> {
    for (;;) {
      try {
        return await app.settle();
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        await restart();
      }
    }
  }
  async function restart({ down = 0, meanwhile }: Parameters<Story["restart"]>[0] = {}): Promise<void> {
    store.close();
    clock.advance(down);
    meanwhile?.();
    store = openStore(file);
    app = start();
    await app.begin();
    if (down > 0) await settle();
  }
  async function laterUntil(target: number): Promise<void> {
    while (clock.now() < target) {
      const timer = Math.min(nextTimerAt(store) ?? target, sendLetters.nextAt?.(store) ?? target);
      const hour = Math.floor(clock.now() / hourMs) * hourMs + hourMs;
      clock.advance(Math.max(1, Math.min(target, hour, Math.max(timer, clock.now() + 1)) - clock.now()));
      await settle();
    }
  }
  const told: Story = {
    telegram,
    ...(mail !== undefined && { mail }),
    clock,
    dataDir,
    passages,
    settle,
    restart,
    get app() {
      return app;
    },
    get store() {
      return store;
    },
    person: (who) => actor(telegram.person(telegramId(store, who)), settle),
    async everybody() {
      for (const { telegram: account, active } of loadCompany(store).people)
        if (account !== undefined && active) telegram.person(account).start();
      await settle();
    },
    async payments() {
      app.jobs.knock(paymentAlerts.name);
      await settle();
    },
    later: (ms) => laterUntil(clock.now() + ms),
    setBack(ms) {
      back += ms;
    },
    nextWorkingMorning: () => {
      const { workingHours, entities } = loadCompany(store);
      const zone = entities[0]?.timeZone ?? "Europe/Moscow";
      return laterUntil(nextWorkingMorning(workingHours, zone, units<Instant>(clock.now())));
    },
    messagesTo: (who) =>
      telegram
        .person(telegramId(store, who))
        .messages()
        .filter((message) => message.from === "bot")
        .map((message) => (message.text ?? message.caption ?? "").replaceAll("\u00a0", " ")),
    async close() {
      if (closed) return;
      closed = true;
      await app.intake.quiet();
      // of every request of every story: the chain holds, and replaying the log gives the stored state (R10)
      const verdict = verifyLog(store);
      const ofPayments = faultOfPaymentLog(store);
      store.close();
      await mail?.close();
      telegram.close();
      await socket?.close();
      rmSync(dataDir, { recursive: true, force: true });
      if (!verdict.ok) throw new Error(`the log of this story is faulty: ${JSON.stringify(verdict)}`);
      if (ofPayments !== undefined)
        throw new Error(`the log of payments of this story is faulty at row ${ofPayments.row}`);
    },
  };
  await settle();
  return told;
}

function telegramId(store: Store, who: string | number): number {
  if (typeof who === "number") return who;
  const { people } = loadCompany(store);
  const found =
    people.find((person) => person.id === who) ?? people.find((person) => person.name.startsWith(who));
  if (found?.telegram === undefined)
    throw new Error(`nobody of the company is called "${who}", or he has no account`);
  return found.telegram;
}

/** Calls go straight to the embedded server. grammY's own signal is of another make than the runtime's: it isn't passed on. */
function inProcess(telegram: Telegram): typeof fetch {
  return async (url, init) => {
    const { method, headers, body } = init ?? {};
    const given = { ...(method !== undefined && { method }), ...(headers !== undefined && { headers }) };
    const request = new Request(url, {
      ...given,
      ...(body !== undefined && body !== null && { body, duplex: "half" }),
    });
    return telegram.app.fetch(request);
  };
}

const templates = new Map<string, Promise<string>>();
const templateDir = mkdtempSync(join(tmpdir(), "countersign-template-"));
process.once("exit", () => rmSync(templateDir, { recursive: true, force: true }));

/** A migrated store with the company in force, made once per process. */
function template(company: string, with_: readonly Process[]): Promise<string> {
  const key = `${company} ${with_.map((process) => process.id).join(" ")}`;
  const found = templates.get(key) ?? makeTemplate(company, with_, templates.size);
  templates.set(key, found);
  return found;
}

async function makeTemplate(company: string, with_: readonly Process[], n: number): Promise<string> {
  const file = join(templateDir, `${n}.sqlite`);
  const store = openStore(file);
  const now = units<Instant>(mondayMorning - 24 * hourMs);
  write(store, (tx) => storeProcesses(tx, with_, now));
  const applied = await applyCompanyFile(store, company, with_, now);
  store.close();
  if (applied.kind === "problems") throw new Error(applied.problems.join("\n"));
  return file;
}

let printer: Printer | undefined;
/** One child process for all stories of a test file. */
const sharedPrinter = (): Printer => (printer ??= createPrinter());
