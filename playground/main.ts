/** The embedded Telegram alone: `npm run telegram -- --port 8081 --people FILE`, for any bot. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sharedClock } from "./clock.ts";
import { openMailServer } from "./mail-server.ts";
import { readPeopleFile } from "./people-file.ts";
import { openTelegram } from "./server.ts";

const usage = `Usage: npm run telegram -- --people FILE [--port 8081] [--host 127.0.0.1] [--data DIR] [--samples DIR] [--token TOKEN] [--smtp PORT]

  --people   YAML or JSON: who is there; see playground/README.md
  --port     where the Bot API and the page are served; 0 picks a free one
  --data     a folder that keeps chats, files and the clock over restarts; none: for this run only
  --samples  a folder of photos and files that the page offers
  --token    the bot's token; none: made once and kept in --data
  --smtp     where the mailbox of the page takes letters; 0 picks a free port`;

const { values } = parseArgs({
  options: {
    people: { type: "string" },
    port: { type: "string", default: "8081" },
    host: { type: "string", default: "127.0.0.1" },
    data: { type: "string" },
    samples: { type: "string" },
    token: { type: "string" },
    smtp: { type: "string", default: "0" },
    help: { type: "boolean", default: false },
  },
});

if (values.help || values.people === undefined) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}

const { bot, people } = readPeopleFile(values.people);
const token = values.token ?? keptToken(values.data, bot.id);
const clock = sharedClock(values.data === undefined ? {} : { offsetFile: join(values.data, "clock-offset") });
const mail = await openMailServer({ now: () => clock.now(), port: Number(values.smtp) });
const telegram = openTelegram({
  token,
  bot,
  people,
  clock,
  mail,
  ...(values.data === undefined ? {} : { dataDir: values.data }),
  ...(values.samples === undefined ? {} : { samplesDir: values.samples }),
});
const { url, close } = await telegram.listen(Number(values.port), values.host);
console.log(`The page of chats:   ${url}/`);
console.log(`Bot API root:        ${url}`);
console.log(`Mail server:         ${mail.url}`);
console.log(`Token of the bot:    ${token}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void mail.close().then(() => telegram.close());
    void close();
  });
}

/** A token that stays the same as long as the data does. */
function keptToken(dataDir: string | undefined, botId: number): string {
  const made = `${botId}:${randomBytes(26).toString("base64url")}`;
  if (dataDir === undefined) return made;
  const file = join(dataDir, "token");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  return made;
}
