/** The real program beside an embedded Telegram, each in a process of its own: the bed of tests that kill it with SIGKILL. */
import Database from "better-sqlite3";
import { fork, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sharedClock } from "../../playground/clock.ts";
import type { Persona } from "../../playground/people.ts";
import { openTelegram, type Telegram } from "../../playground/server.ts";
import type { Order, Word } from "./killed-bot-orders.ts";

const token = "700001:TEST-embedded-telegram-token-00000";
const bot = { id: 700_001, username: "countersign_bot", firstName: "Countersign" };
const script = fileURLToPath(new URL("killed-bot.ts", import.meta.url));
const patienceMs = 45_000;

/** A program that was started. */
export interface Program {
  /** How often it was killed. */
  readonly kills: number;
  /** Whether this process has sent anything yet. */
  readonly sends: boolean;
  /** Given until it is obeyed: the one who should may just be dying. */
  order(given: Order): Promise<void>;
  /** SIGKILL from outside. */
  kill(): Promise<void>;
  /** SIGTERM; resolves once it is gone. */
  stop(): Promise<void>;
}

export interface Bed {
  readonly telegram: Telegram;
  /** The store's file. */
  readonly file: string;
  /** Rows of the store: a table, perhaps with its WHERE. */
  count(of: string): number;
  /** Time passes, for Telegram and for a program. */
  advance(program: Program, ms: number): Promise<void>;
  /** Starts a program on the bed's store, and resolves once it runs; unless `once`, it is started again whenever it is killed. */
  start(of?: { readonly once?: boolean }): Promise<Program>;
  close(): Promise<void>;
}

export async function openBed(of: {
  readonly people: readonly Persona[];
  /** Path of the company file. */
  readonly company: string;
  readonly paymentsCron?: string;
  /** Letters leave through this server. */
  readonly smtpUrl?: string;
}): Promise<Bed> {
  const dir = mkdtempSync(join(tmpdir(), "countersign-kill-"));
  const clock = sharedClock();
  const telegram = openTelegram({ token, bot, people: [...of.people], clock });
  const server = await telegram.listen(0);
  const dataDir = join(dir, "data");
  const args = [server.url, token, dataDir, of.company, join(dir, "clock")];
  args.push(of.paymentsCron ?? "", of.smtpUrl ?? "");
  const file = join(dataDir, "countersign.sqlite");
  const children = new Set<ChildProcess>();

  async function start({ once = false } = {}): Promise<Program> {
    let kills = 0;
    let sends = false;
    let child = run();
    function run(): ChildProcess {
      const started = fork(script, args, { execArgv: ["--import", "tsx"], stdio: "inherit" });
      children.add(started);
      sends = false;
      started.on("message", (word: Word) => (sends ||= word === "sends"));
      started.once("exit", (_, signal) => {
        children.delete(started);
        if (signal !== "SIGKILL") return;
        kills += 1;
        if (!once) child = run();
      });
      return started;
    }
    if (!(await heard(child, "ready"))) throw new Error("the program ended before it had started");
    return {
      get kills() {
        return kills;
      },
      get sends() {
        return sends;
      },
      async order(given) {
        for (let obeyed = false; !obeyed;) {
          const to = child;
          const answered = heard(to, "obeyed");
          if (to.connected) to.send(given);
          obeyed = await answered;
        }
      },
      kill: () => ended(child, "SIGKILL"),
      stop: () => ended(child, "SIGTERM"),
    };
  }
  return {
    telegram,
    file,
    count(of) {
      const store = new Database(file, { readonly: true });
      const found = Number(store.prepare(`SELECT count(*) FROM ${of}`).pluck().get());
      store.close();
      return found;
    },
    async advance(program, ms) {
      clock.advance(ms);
      await program.order({ kind: "advance", ms });
    },
    start,
    async close() {
      for (const child of children) await ended(child, "SIGTERM");
      telegram.close();
      await server.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Resolves true at a word of the program, false when it ends without it. */
function heard(child: ChildProcess, word: Word): Promise<boolean> {
  return new Promise((resolve) => {
    const listen = (said: Word): void => {
      if (said === word) end(true);
    };
    const gone = (): void => end(false);
    const end = (did: boolean): void => {
      child.off("message", listen);
      child.off("exit", gone);
      resolve(did);
    };
    child.on("message", listen);
    child.once("exit", gone);
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

/** Resolves once the predicate holds; looked at whenever something happens in a chat. */
export function until(telegram: Telegram, holds: () => boolean, what: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (end: () => void): void => {
      clearTimeout(timer);
      forget();
      end();
    };
    const look = (): void => {
      if (holds()) done(resolve);
    };
    const forget = telegram.world.events.subscribe(() => queueMicrotask(look));
    const timer = setTimeout(() => done(() => reject(new Error(`waited in vain for ${what}`))), patienceMs);
    look();
  });
}
