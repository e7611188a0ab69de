/** `npm run mirror`: the same probes to Telegram and to the embedded server, and where their answers differ. */
import { sharedClock } from "./clock.ts";
import type { JsonObject } from "./json.ts";
import { isObject, textOf } from "./json.ts";
import type { Compared } from "./mirror/compare.ts";
import { compare } from "./mirror/compare.ts";
import { Known } from "./mirror/probe.ts";
import type { AskedServer } from "./mirror/server.ts";
import { Unreachable, ask } from "./mirror/server.ts";
import type { Bot, Persona } from "./people.ts";
import { openTelegram } from "./server.ts";

const { MIRROR_TOKEN = "", MIRROR_CHAT = "", MIRROR_ROOT = "https://api.telegram.org" } = process.env;
/** About one message a second is taken in one chat. */
const pauseMs = Number(process.env["MIRROR_PAUSE_MS"] ?? 1100);

/** Who is on both sides: the embedded server takes the real bot and the real person for its own, so that shapes agree. */
interface Sides {
  real: AskedServer;
  bot: Bot;
  person: Persona;
}

const standIn = { id: 4242, username: "mirror_bot", firstName: "Mirror" };
const standInPerson = { id: 1001, name: "Anna Smith", firstName: "Anna", lastName: "Smith" };

/** The real side, or the reason why there is none. */
async function realSide(): Promise<Sides | string> {
  const chat = Number(MIRROR_CHAT);
  if (MIRROR_TOKEN === "" || !(chat > 0)) {
    return "MIRROR_TOKEN and MIRROR_CHAT (the number of a person who started that bot) are not both set";
  }
  const real = { name: "Telegram", root: MIRROR_ROOT, token: MIRROR_TOKEN, pauseMs };
  const about = async (method: string): Promise<JsonObject> => {
    const { result } = await ask(real, { method, params: { chat_id: chat } }, new Known(chat));
    if (!isObject(result)) throw new Unreachable(`Telegram refuses ${method} with this token and chat`);
    return result;
  };
  try {
    const [me, person] = [await about("getMe"), await about("getChat")];
    const name = textOf(person["first_name"]);
    return {
      real,
      bot: { id: Number(me["id"]), username: textOf(me["username"]), firstName: textOf(me["first_name"]) },
      person: { id: chat, name, firstName: name, ...namesOf(person) },
    };
  } catch (error) {
    if (error instanceof Unreachable) return error.message;
    throw error;
  }
}

function namesOf({ last_name, username }: JsonObject): Partial<Persona> {
  return {
    ...(last_name === undefined ? {} : { lastName: textOf(last_name) }),
    ...(username === undefined ? {} : { username: textOf(username) }),
  };
}

/** An embedded server in whose one chat the bot may write. */
async function embedded(name: string, bot: Bot, person: Persona) {
  const token = `${bot.id}:embedded-server-of-the-mirror`;
  const telegram = openTelegram({ token, bot, people: [person], clock: sharedClock({}) });
  telegram.person(person.id).start();
  const { url, close } = await telegram.listen(0);
  const stop = async () => {
    telegram.close();
    await close();
  };
  return { server: { name, root: url, token, pauseMs: 0 }, stop };
}

function report(compared: readonly Compared[]): number {
  const differing = compared.filter(({ lines }) => lines.length > 0);
  for (const { probe, lines } of differing) {
    const because = probe.choice === undefined ? "" : ` (a choice: ${probe.choice})`;
    console.log(`\n${probe.method} ${wordsOf(probe.params)}${because}`);
    for (const line of lines) console.log(`  ${line}`);
  }
  const faults = differing.filter(({ probe }) => probe.choice === undefined).length;
  console.log(
    `\n${compared.length} probes, ${faults} differences, ${differing.length - faults} more by choice`,
  );
  return faults;
}

function wordsOf(params: unknown): string {
  const words = typeof params === "function" ? params(new Known(1)) : (params ?? {});
  return JSON.stringify(words).slice(0, 160);
}

const sides = await realSide();
const { bot, person } =
  typeof sides === "string"
    ? { bot: standIn, person: standInPerson }
    : { bot: sides.bot, person: sides.person };
const ours = await embedded("embedded", bot, person);
const other = typeof sides === "string" ? await embedded("embedded again", bot, person) : undefined;
if (typeof sides === "string") console.log(`The embedded server is compared with itself: ${sides}`);
else console.log(`${MIRROR_ROOT} is compared with the embedded server; this takes some minutes`);
const real = typeof sides === "string" ? other?.server : sides.real;
try {
  if (real)
    process.exitCode = report(await compare([real, ours.server], [person.id, person.id])) === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof Unreachable)) throw error;
  console.log(error.message);
  process.exitCode = 1;
} finally {
  await ours.stop();
  await other?.stop();
}
