/** Runs the bot as a program: opens its store, brings company and processes in force, starts every loop, stops in order (R17). */
import { setMaxListeners } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import cron from "node-cron";
import type { Hono } from "hono";
import { hasCompany, loadCompany } from "../db/company.ts";
import { getMeta } from "../db/meta.ts";
import { openStore, type Store } from "../db/open.ts";
import { storeProcesses } from "../db/processes.ts";
import { write } from "../db/write.ts";
import { departmentOf } from "../flows/company/places.ts";
import { postTitle } from "../flows/company/posts.ts";
import { processes } from "../flows/processes/index.ts";
import { createApp, listCommands } from "./app.ts";
import type { MailSettings } from "./channels/mail.ts";
import { allowedUpdates, type TelegramOptions } from "./channels/telegram.ts";
import { instant, type Clock } from "./clock.ts";
import { applyCompanyFile, vacancies } from "./company-in-force.ts";
import type { CrashPoint } from "./crash-points.ts";
import { alarm } from "./delivery/alarm.ts";
import { openHealth, type Health } from "./health.ts";
import { storeFailure } from "./intake/failures.ts";
import { pollUntil } from "./intake/polling.ts";
import { webhook } from "./intake/webhook.ts";
import { paymentAlerts } from "./jobs/payment-alerts.ts";
import type { Logger } from "./log.ts";
import type { Parts } from "./parts.ts";
import { escapeHtml } from "./texts.ts";

export interface RunOf {
  readonly dataDir: string;
  readonly companyFile?: string;
  readonly telegram: TelegramOptions;
  readonly mail?: MailSettings;
  readonly webhook?: { readonly url: string; readonly secret: string };
  /** When the store is looked at for payments; a minute is the default. */
  readonly paymentsCron?: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly parts: Parts;
  readonly crashPoint?: CrashPoint;
  /** The store can't be trusted any more: the process must end now. */
  readonly fatal: (error: unknown) => void;
}

export interface Running {
  readonly store: Store;
  readonly health: Health;
  /** Where the webhook is to be mounted; absent: polling. */
  readonly webhook?: { readonly path: string; readonly app: Hono };
  /** Begins to take updates; to be called once the server listens. */
  start(): Promise<void>;
  /** Reads the company file again (SIGHUP); what is wrong with it goes to the log and changes nothing. */
  reload(): Promise<void>;
  stop(): Promise<void>;
}

/** Why the program can't start: words for the operator. */
export class StartRefused extends Error {
  override readonly name = "StartRefused";
}

const stopMs = 10_000;

export async function prepareBot(of: RunOf): Promise<Running> {
  const { clock, log } = of;
  mkdirSync(of.dataDir, { recursive: true, mode: 0o700 });
  const store = openStore(join(of.dataDir, "countersign.sqlite"));
  write(store, (tx) => storeProcesses(tx, processes, instant(clock)));
  await bringCompanyInForce(of, store);
  const health = openHealth(store, clock);
  const app = createApp({ ...of, store });
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal); // every loop and every rest of a job listens to it
  const loops: Promise<void>[] = [];
  const hook = of.webhook && {
    path: new URL(of.webhook.url).pathname,
    app: webhook({ intake: app.intake, secret: of.webhook.secret, health, log }),
  };
  const lookAtPayments = (): void => app.jobs.knock(paymentAlerts.name);
  const unsubscribe = clock.moved(() => {
    lookAtPayments(); // time that was skipped would have struck
    app.delivery.wake();
  });
  const schedules = [
    cron.schedule("* * * * *", () => app.jobs.wake(), { noOverlap: true }),
    cron.schedule(of.paymentsCron ?? "* * * * *", lookAtPayments, { noOverlap: true }),
  ];

  async function connect(): Promise<void> {
    await app.begin();
    const allowed = { allowed_updates: allowedUpdates };
    const answer =
      of.webhook === undefined
        ? await app.channel.call("deleteWebhook", { drop_pending_updates: false }) // F25: nothing is dropped
        : await app.channel.call("setWebhook", {
            url: of.webhook.url,
            secret_token: of.webhook.secret,
            ...allowed,
          });
    if (answer.kind !== "done") log.warn({ answer }, "Telegram didn't take how updates are to come");
    await listCommands(app, of.parts, log);
  }

  return {
    store,
    health,
    ...(hook !== undefined && { webhook: hook }),
    async start() {
      await connect();
      const { signal } = stopping;
      loops.push(
        untilStopped(of, "delivery", signal, () => app.delivery.run(signal)),
        app.jobs.run(signal),
      );
      if (hook === undefined)
        loops.push(pollUntil({ intake: app.intake, clock, health, log, fatal: of.fatal }, signal));
    },
    async reload() {
      await bringCompanyInForce(of, store).catch((error: unknown) => {
        if (!(error instanceof StartRefused)) throw error;
        log.error(error.message);
      });
      app.delivery.wake();
    },
    async stop() {
      stopping.abort();
      unsubscribe();
      for (const schedule of schedules) await schedule.destroy();
      let late: NodeJS.Timeout | undefined;
      const ended = Promise.allSettled(loops).then(() => true);
      const inTime = await Promise.race([
        ended,
        new Promise<false>((r) => (late = setTimeout(r, stopMs, false))),
      ]);
      clearTimeout(late);
      if (inTime) await app.end();
      else
        log.warn(
          "the program did not come to rest in time: what is unfinished is taken up at the next start",
        );
      store.close();
    },
  };
}

/** A loop that fails is begun again after a while; only a broken store ends the program (F98–F101). */
async function untilStopped(
  of: RunOf,
  loop: string,
  signal: AbortSignal,
  body: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await body();
    } catch (error) {
      of.log.error({ err: error, loop }, "a loop failed and is begun again");
      if (storeFailure(error) === "fatal") return of.fatal(error);
      await of.clock.sleep(1000, signal);
    }
  }
}

/** @throws StartRefused when the file is wrong, or there is neither a file nor a company in the store */
async function bringCompanyInForce(of: RunOf, store: Store): Promise<void> {
  const { companyFile, log, clock } = of;
  if (companyFile !== undefined) {
    const applied = await applyCompanyFile(store, companyFile, processes, instant(clock));
    if (applied.kind === "problems") {
      const words = `${companyFile}\n${applied.problems.map((problem) => `  - ${problem}`).join("\n")}`;
      if (!hasCompany(store)) throw new StartRefused(words);
      log.error(`the company file is wrong, the company stays as it was:\n${words}`);
    } else log.info({ companyFile, ...applied }, "company file");
  }
  if (!hasCompany(store))
    throw new StartRefused("the store has no company yet: set COMPANY_FILE to the company's YAML file");
  tellVacancies(of, store);
}

/** A post that nobody holds is told at start, before somebody files in vain (D12). */
function tellVacancies({ log, clock }: RunOf, store: Store): void {
  const company = loadCompany(store);
  const found = vacancies(company, processes);
  if (found.length === 0) return;
  for (const { post, place } of found) log.warn({ post, place }, "nobody holds a post that a process asks");
  const now = instant(clock);
  write(store, (tx) =>
    alarm(
      tx,
      (words, language) =>
        found
          .map(({ post, place }) =>
            words("transport-vacancy", {
              post: postTitle(post, language),
              place: escapeHtml(departmentOf(company, place)?.name ?? place),
            }),
          )
          .join("\n"),
      now,
      `vacancies:${getMeta(tx, "company") ?? ""}`,
    ),
  );
}
