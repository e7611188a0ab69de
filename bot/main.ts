/** The program: reads the settings, runs the bot on Telegram or in the playground, stops when told. */
import { randomBytes } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import { loadCompany } from "../db/company.ts";
import { nextWorkingMorning } from "../flows/company/calendar.ts";
import type { Company, Person } from "../flows/company/company.ts";
import { postsOf } from "../flows/company/holders.ts";
import { departmentOf } from "../flows/company/places.ts";
import { titleOf } from "../flows/company/posts.ts";
import { units, type Instant, type Language, type PostId } from "../flows/ids.ts";
import type { Persona } from "../playground/people.ts";
import type { Telegram } from "../playground/server.ts";
import { proxyAgent } from "./channels/proxy.ts";
import { machineClock } from "./clock.ts";
import { ConfigError, readConfig, type Config } from "./config.ts";
import { createLog, type Logger } from "./log.ts";
import { product } from "./product.ts";
import { prepareBot, StartRefused, type RunOf } from "./run-bot.ts";
import { createServer, listen } from "./server.ts";

/** What a stop has to do, newest first. */
interface Program {
  /** Says that it runs. */
  ready(): void;
  reload(): Promise<void>;
  stop(): Promise<void>;
}

async function onTelegram(config: Config, bot: NonNullable<Config["bot"]>, log: Logger): Promise<Program> {
  const { dataDir, companyFile, webhook } = config;
  const running = await prepareBot({
    dataDir,
    paymentsCron: config.paymentsCron,
    clock: machineClock,
    log,
    parts: product,
    fatal: (error) => fatal(log, error),
    telegram: { ...bot, ...(bot.proxy !== undefined && { agent: proxyAgent(bot.proxy) }) },
    ...(companyFile !== undefined && { companyFile }),
    ...(config.mail !== undefined && { mail: config.mail }),
    ...(webhook !== undefined && { webhook }),
  });
  const server = await listen(createServer({ ...running, log }), config.port, "0.0.0.0");
  await running.start();
  const updates = webhook === undefined ? "polling" : "webhook";
  return {
    ready: () => log.info({ port: server.port, updates }, "the bot runs"),
    reload: () => running.reload(),
    async stop() {
      await server.close();
      await running.stop();
    },
  };
}

/** Another at each start: a web page that calls this machine can't know it, and so can't speak as the bot. */
const playgroundToken = `700001:${randomBytes(26).toString("base64url")}`;
const playgroundBot = { id: 700_001, username: "countersign_bot", firstName: "Countersign" };
const playgroundAddress = "pay@north-step.example";
const demoCompany = fileURLToPath(new URL("../playground/demo/company.yaml", import.meta.url));
const samplesDir = fileURLToPath(new URL("../playground/samples", import.meta.url));

/** The bot, unchanged, against the embedded Telegram on loopback; its page and the Bot API share one port. */
async function inPlayground(config: Config, log: Logger): Promise<Program> {
  const [{ openTelegram }, { sharedClock }, { openMailServer }] = await Promise.all([
    import("../playground/server.ts"),
    import("../playground/clock.ts"),
    import("../playground/mail-server.ts"),
  ]);
  const dataDir = join(config.dataDir, "playground");
  const clock = sharedClock({ offsetFile: join(dataDir, "clock") });
  let serving = new Hono();
  const outside = new Hono();
  outside.all("*", (c) => serving.fetch(c.req.raw));
  const server = await listen(outside, config.port, "127.0.0.1");
  const mail = await openMailServer({ now: () => clock.now() });
  const run: RunOf = {
    dataDir,
    paymentsCron: config.paymentsCron,
    clock,
    log,
    parts: product,
    companyFile: config.companyFile ?? demoCompany,
    telegram: { token: playgroundToken, apiRoot: server.url },
    mail: { url: mail.url, from: playgroundAddress }, // whatever SMTP_URL says: no letter of a playground leaves this machine
    fatal: (error) => fatal(log, error),
  };
  let running = await prepareBot(run);
  const telegram = openTelegram({
    token: playgroundToken,
    bot: playgroundBot,
    people: personas(loadCompany(running.store)),
    clock,
    mail,
    dataDir: join(dataDir, "telegram"),
    samplesDir,
    workingMorning: (nowMs) => {
      const company = loadCompany(running.store);
      const zone = company.entities[0]?.timeZone ?? "Europe/Moscow";
      return nextWorkingMorning(company.workingHours, zone, units<Instant>(nowMs));
    },
  });
  const begin = async (): Promise<void> => {
    serving = createServer({ ...running, log, rest: telegram.app });
    await running.start();
    greet(telegram, loadCompany(running.store));
  };
  await begin();
  // a reset takes the bot's own memory with it: it would speak of chats that nobody has any more
  let changing = Promise.resolve();
  const forgetReset = telegram.world.events.subscribe(({ kind }) => {
    if (kind !== "reset") return;
    changing = changing.then(async () => {
      await running.stop();
      forgetStore(dataDir);
      running = await prepareBot(run);
      await begin();
    });
    changing.catch((error: unknown) => fatal(log, error));
  });
  return {
    ready: () => void process.stdout.write(`${server.url}\n`),
    reload: () => running.reload(),
    async stop() {
      forgetReset();
      await changing;
      await running.stop();
      await mail.close();
      await server.close(); // lets go of the page's open connections, so that Telegram closes with nobody inside
      telegram.close();
    },
  };
}

function forgetStore(dataDir: string): void {
  for (const suffix of ["", "-wal", "-shm"])
    rmSync(join(dataDir, `countersign.sqlite${suffix}`), { force: true });
  rmSync(join(dataDir, "files"), { recursive: true, force: true });
}

/** Shown side by side until a visitor chooses: one of each post of a write-off and a return, at the store with the most people. */
const shownPosts = ["store-clerk", "store-head", "merchandiser", "supplier-manager", "director"];

function personas(company: Company): Persona[] {
  const { holders } = company;
  const crowdAt = (place: string | undefined): number =>
    holders.filter((one) => one.department === place).length;
  const shown = new Set(
    shownPosts.map((post) => {
      const [first] = holders
        .filter((holder) => holder.post === post)
        .toSorted((a, b) => crowdAt(b.department) - crowdAt(a.department));
      return first?.person;
    }),
  );
  const order = [...shown];
  const rank = ({ id }: Person): number => (shown.has(id) ? order.indexOf(id) : order.length);
  const people = company.people.toSorted((a, b) => rank(a) - rank(b)); // whoever begins stands first, also on a narrow screen
  return people.flatMap((person): Persona[] => {
    if (person.telegram === undefined || !person.active) return [];
    const [lastName = person.name, firstName = person.name] = person.name.split(" ");
    return [
      {
        id: person.telegram,
        name: person.name,
        firstName,
        lastName,
        languageCode: person.language,
        label: labelOf(company, person, company.language),
        shown: shown.has(person.id),
        ...(person.phone !== undefined && { phone: person.phone }),
      },
    ];
  });
}

/** «мерчендайзер · Коммерческий отдел». */
function labelOf(company: Company, person: Person, language: Language): string {
  const [holder] = postsOf(company, person.id);
  const headed = company.departments.find((department) => department.head === person.id);
  const place = holder?.department === undefined ? headed : departmentOf(company, holder.department);
  const post: PostId | undefined = holder?.post;
  const title = post === undefined ? person.title : titleOf(company, person.id, post, language);
  return [title, place?.name].filter((part) => part !== undefined).join(" · ");
}

/** People press Start by themselves, so that a visitor's first request reaches everybody it is meant for. */
function greet(telegram: Telegram, company: Company): void {
  for (const { telegram: id, active } of company.people)
    if (id !== undefined && active && telegram.person(id).messages().length === 0)
      telegram.person(id).start();
}

function fatal(log: Logger, error: unknown): never {
  log.fatal({ err: error }, "the program ends: start it again");
  process.exit(1);
}

async function main(): Promise<void> {
  process.umask(0o077); // decisions, photos and phone numbers are for this account alone, also in a folder that was there (W29)
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  process.on("unhandledRejection", (error) => fatal(log, error));
  if (config.companyFile !== undefined && !existsSync(config.companyFile))
    throw new StartRefused(`COMPANY_FILE ${config.companyFile} is not there`);
  let program: Program | undefined;
  let stopping = false;
  const stop = (): void => {
    if (stopping || program === undefined) process.exit(program === undefined ? 0 : 1); // asked twice: at once
    stopping = true;
    program.stop().then(
      () => process.exit(0),
      (error: unknown) => fatal(log, error),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("SIGHUP", () => void program?.reload());
  program =
    config.bot === undefined ? await inPlayground(config, log) : await onTelegram(config, config.bot, log);
  program.ready();
}

try {
  await main();
} catch (error) {
  const known = error instanceof ConfigError || error instanceof StartRefused;
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  if (taken) process.stderr.write("The port is taken by another program: set PORT to a free one\n");
  else if (known) process.stderr.write(`${error.message}\n`);
  else throw error;
  process.exit(1);
}
