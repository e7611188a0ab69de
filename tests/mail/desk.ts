/** The job that sends letters, alone with a store, a clock and a mail server: what its tests are told with. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openMailChannel } from "../../bot/channels/mail.ts";
import { noCrash, type CrashPoint } from "../../bot/crash-points.ts";
import type { JobOf } from "../../bot/jobs/job.ts";
import { sendLetters } from "../../bot/jobs/send-letters.ts";
import { createLog } from "../../bot/log.ts";
import { letterOf, planLetter, type LetterRow } from "../../db/letters.ts";
import { setMeta } from "../../db/meta.ts";
import { openStore, type Store } from "../../db/open.ts";
import { write } from "../../db/write.ts";
import { units, type FileHash, type Instant, type RequestId } from "../../flows/ids.ts";
import type { LetterContent, LetterKind } from "../../flows/mail/letter.ts";
import { manualClock, type MovableClock } from "../../playground/clock.ts";
import { company, file, openFilled } from "../unit/db/fixture.ts";
import { content, from, patienceMs } from "./content.ts";
import { pigeonhole, sunday, type Pigeonhole } from "./letters.ts";

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const supplierAddress = "sales@vihr-opt.example";

export interface Desk {
  readonly hole: Pigeonhole;
  readonly clock: MovableClock;
  readonly store: Store;
  readonly filesDir: string;
  readonly request: RequestId;
  /** What `LetterEvents` heard. */
  readonly heard: readonly string[];
  /** Plans the letter of a kind, due in so many minutes. */
  plan(kind: LetterKind, minutes?: number, address?: string): void;
  row(kind: LetterKind): LetterRow;
  /** One pass of the job, now. */
  pass(): Promise<boolean>;
  /** Minutes pass; the job runs whenever something is due on the way. */
  later(minutes: number): Promise<void>;
  /** The program is started again on the same file. */
  restart(): void;
  now(): Instant;
  /** Alarms to administrators so far. */
  alarms(): string[];
  /** Names of the files kept. */
  files(): string[];
  eml(hash: string): Buffer;
}

export interface DeskOf {
  readonly mail?: boolean;
  readonly crashPoint?: CrashPoint;
  readonly compose?: (letter: LetterRow) => LetterContent | undefined;
}

/** The rest of the program, which this job has no business with. */
const nothing = <T>(): T => ({}) as T; // it would be seen at once: nothing is there to be called

export async function desk(of: DeskOf = {}): Promise<Desk> {
  const dir = mkdtempSync(join(tmpdir(), "countersign-mail-"));
  const path = join(dir, "store.sqlite");
  const filesDir = join(dir, "files");
  const clock = manualClock(sunday);
  const hole = await pigeonhole({ now: () => clock.now() });
  let store = openFilled(
    {
      ...company(),
      administrators: company()
        .people.slice(0, 1)
        .map(({ id }) => id),
    },
    path,
  );
  const { id: request } = file(store);
  const heard: string[] = [];
  const now = (): Instant => units<Instant>(clock.now());
  const begin = (): void =>
    write(store, (tx) => {
      setMeta(tx, "mail", of.mail === false ? "off" : "on");
      setMeta(tx, "mail-rests-until", "0");
    });
  begin();
  onTestFinished(() => {
    store.close();
    rmSync(dir, { recursive: true, force: true });
  });
  const job = (): JobOf => ({
    store,
    clock,
    channel: nothing(),
    ...(of.mail !== false && { mail: openMailChannel({ url: hole.server.url, from, patienceMs }) }),
    printer: nothing(),
    arrivals: nothing(),
    letters: {
      compose: (_store, letter) => (of.compose ?? content)(letter),
      events: {
        sent: (_tx, { kind }) => heard.push(`sent ${kind}`),
        refused: (_tx, { kind, why }) => heard.push(`refused ${kind}: ${why}`),
        gaveUp: (_tx, { kind, why }) => heard.push(`gave up ${kind}: ${why}`),
      },
    },
    filesDir,
    log: createLog("silent"),
    crashPoint: of.crashPoint ?? noCrash,
    committed: () => undefined,
  });
  const pass = (): Promise<boolean> => sendLetters.pass(job(), false);
  return {
    hole,
    clock,
    get store() {
      return store;
    },
    filesDir,
    request,
    heard,
    now,
    pass,
    plan(kind, minutes = 0, address = supplierAddress) {
      const dueAt = units<Instant>(clock.now() + minutes * minuteMs);
      const to = address === "" ? {} : { address };
      write(store, (tx) => planLetter(tx, { request, kind, ...to, at: now(), dueAt }));
    },
    row(kind) {
      const found = letterOf(store, request, kind);
      if (found === undefined) throw new Error(`no letter ${kind} was planned`);
      return found;
    },
    async later(minutes) {
      const until = clock.now() + minutes * minuteMs;
      await pass();
      for (;;) {
        const next = sendLetters.nextAt?.(store);
        if (next === undefined || next > until) break;
        clock.advance(Math.max(1, next - clock.now()));
        await pass();
      }
      clock.advance(Math.max(0, until - clock.now()));
    },
    restart() {
      store.close();
      store = openStore(path);
      begin();
    },
    alarms: () =>
      store.sqlite
        .prepare("SELECT payload FROM outbox WHERE key LIKE 'alarm:%' ORDER BY id")
        .pluck()
        .all()
        .map((payload) => String(JSON.parse(String(payload)).text)),
    files: () => readdirSync(filesDir).filter((name) => !name.startsWith(".")),
    eml: (hash) => readFileSync(join(filesDir, hash as FileHash)),
  };
}
