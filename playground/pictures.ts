/** The sizes of a photo, made in a thread of its own; both a waiting and a blocking way to ask for them. */
import { once } from "node:events";
import { MessageChannel, Worker, receiveMessageOnPort } from "node:worker_threads";
import { choices } from "./choices.ts";
import type { Store } from "./store.ts";

export interface PictureSize {
  hash: string;
  size: number;
  width: number;
  height: number;
}

/** What became of an image: its sizes from small to large, or why there are none. */
export type Picture =
  | { kind: "picture"; sizes: PictureSize[] }
  | { kind: "wrong-dimensions"; width: number; height: number }
  | { kind: "not-an-image" };

interface Made {
  notAnImage?: true;
  width: number;
  height: number;
  sizes: { bytes: Uint8Array; width: number; height: number }[];
}

/** Telegram refuses a photo whose sides differ more than this many times. */
const ratioMax = 20;
const blockingWaitMs = 30_000;

let worker: Worker | undefined;

/** Keeps the photo's sizes in the store; the same bytes are worked on once. */
export async function makePicture(store: Store, bytes: Uint8Array): Promise<Picture> {
  const known = readMade(store, bytes);
  if (known) return known;
  const { port1, port2 } = new MessageChannel();
  ask(bytes, port2, new Int32Array(new SharedArrayBuffer(4)));
  // The worker's own answer, typed beside it.
  const [made] = (await once(port1, "message")) as [Made];
  port1.close();
  return keepMade(store, bytes, made);
}

/** The same, holding the thread until done: for a test's driver, whose photo is sent when the call returns. */
export function makePictureNow(store: Store, bytes: Uint8Array): Picture {
  const known = readMade(store, bytes);
  if (known) return known;
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  ask(bytes, port2, signal);
  if (Atomics.wait(signal, 0, 0, blockingWaitMs) === "timed-out")
    throw new Error("The picture thread does not answer");
  // The worker posts before it signals, so the answer is there.
  const answer = receiveMessageOnPort(port1) as { message: Made } | undefined;
  port1.close();
  if (!answer) throw new Error("The picture thread answered nothing");
  return keepMade(store, bytes, answer.message);
}

function ask(bytes: Uint8Array, port: MessageChannel["port2"], signal: Int32Array): void {
  if (!worker) {
    worker = new Worker(new URL("./picture-worker.mjs", import.meta.url), { execArgv: [] });
    worker.unref();
  }
  worker.postMessage({ job: { bytes, sides: choices.photoSides }, port, signal }, [port]);
}

function readMade(store: Store, bytes: Uint8Array): Picture | undefined {
  const row = store.db
    .prepare<[string], { sizes: string }>("SELECT sizes FROM picture WHERE hash = ?")
    .get(store.keep(bytes));
  // Written below.
  return row && { kind: "picture", sizes: JSON.parse(row.sizes) as PictureSize[] };
}

function keepMade(store: Store, bytes: Uint8Array, made: Made): Picture {
  if (made.notAnImage) return { kind: "not-an-image" };
  const { width, height } = made;
  if (made.sizes.length === 0 || Math.max(width, height) > ratioMax * Math.min(width, height)) {
    return { kind: "wrong-dimensions", width, height };
  }
  const sizes = made.sizes.map((size) => ({
    hash: store.keep(size.bytes),
    size: size.bytes.byteLength,
    width: size.width,
    height: size.height,
  }));
  store.db
    .prepare("INSERT OR REPLACE INTO picture (hash, sizes) VALUES (?, ?)")
    .run(store.keep(bytes), JSON.stringify(sizes));
  return { kind: "picture", sizes };
}
