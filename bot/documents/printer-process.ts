/** The printer's child as a process: started without our environment, asked one thing at a time, killed when late. */
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { childMessage } from "./printer-jobs.ts";
import type { ChildMessage, PrinterJob } from "./printer-jobs.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const childFile = fileURLToPath(new URL("printer-child.ts", import.meta.url));
/** How much of the child's last words is kept for the log, characters. */
const lastWordsMax = 2000;

/** The child died or was stopped for taking too long: about a photo this says as much as an answer. */
export class ChildLost extends Error {}

export interface Child {
  /** Resolves with the next message; rejects with ChildLost when there will be none. */
  answer(ms: number): Promise<ChildMessage>;
  send(job: PrinterJob): void;
  /** Whether the program waits for this child. */
  hold(busy: boolean): void;
  kill(): Promise<void>;
  gone(): boolean;
}

export function startChild(heapMb: number): Child {
  const forked = fork(childFile, {
    cwd: root,
    // No secret of ours is in reach of a picture.
    env: {},
    execArgv: ["--import", "tsx", `--max-old-space-size=${heapMb}`],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let lastWords = "";
  forked.stderr?.on(
    "data",
    (chunk: Buffer) => (lastWords = (lastWords + chunk.toString()).slice(-lastWordsMax)),
  );
  const ended = new Promise<void>((done) => {
    forked.once("close", () => done());
    forked.once("error", () => done());
  });
  const gone = (): boolean => forked.exitCode !== null || forked.signalCode !== null || !forked.connected;
  return {
    gone,
    hold: (busy) => hold(forked, busy),
    send: (job) => void forked.send(job),
    answer: (ms) => nextMessage(forked, ms, ended, () => lastWords),
    async kill() {
      hold(forked, true);
      forked.kill("SIGKILL");
      await ended;
    },
  };
}

function hold(forked: ChildProcess, busy: boolean): void {
  const change = busy ? "ref" : "unref";
  forked[change]();
  forked.channel?.[change]();
  if (forked.stderr instanceof Socket) forked.stderr[change]();
}

async function nextMessage(
  forked: ChildProcess,
  ms: number,
  ended: Promise<void>,
  lastWords: () => string,
): Promise<ChildMessage> {
  let timer: NodeJS.Timeout | undefined;
  let listener: ((message: unknown) => void) | undefined;
  try {
    return await new Promise<ChildMessage>((done, lost) => {
      const giveUp = (why: string): void => {
        forked.kill("SIGKILL");
        lost(new ChildLost(`the printer's child ${why}`));
      };
      listener = (message) => {
        const parsed = childMessage.safeParse(message);
        if (parsed.success) done(parsed.data);
        else giveUp("sent something unknown");
      };
      forked.once("message", listener);
      timer = setTimeout(() => giveUp(`took more than ${ms} ms`), ms);
      void ended.then(() => lost(new ChildLost(`the printer's child died. ${lastWords()}`)));
    });
  } finally {
    clearTimeout(timer);
    if (listener) forked.off("message", listener);
  }
}
