/** Fetches a file from Telegram onto disk. Its link holds the token: it is never shown or logged (W6). */
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { get as getPlain, type Agent } from "node:http";
import { get as getSecure } from "node:https";
import { Readable, Transform } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { pipeline } from "node:stream/promises";
import { loggable } from "../log.ts";

export type Download =
  | { readonly kind: "done" }
  | { readonly kind: "too-big" }
  /** Telegram hasn't got it (any more): the link is asked for anew (F52). */
  | { readonly kind: "gone"; readonly status: number }
  | { readonly kind: "lost"; readonly error: string };

/** Instead of a socket, in tests. */
export type Fetch = (url: string, init: { signal: AbortSignal }) => Promise<Response>;

/** A file that drips longer than this counts as lost (F52). */
const downloadMs = 60_000;
class TooBig extends Error {}

export async function downloadFile(
  url: string,
  path: string,
  of: { readonly bytesMax: number; readonly fetch?: Fetch; readonly agent?: Agent },
): Promise<Download> {
  const signal = AbortSignal.timeout(downloadMs);
  try {
    const { status, body } =
      of.fetch === undefined ? await overSocket(url, signal, of.agent) : await by(of.fetch, url, signal);
    if (status !== 200 || body === undefined) {
      body?.destroy();
      return { kind: "gone", status };
    }
    await pipeline(body, upTo(of.bytesMax), createWriteStream(path, { mode: 0o600 }), { signal });
    return { kind: "done" };
  } catch (error) {
    await rm(path, { force: true });
    if (error instanceof TooBig) return { kind: "too-big" };
    return { kind: "lost", error: loggable(error).message };
  }
}

interface Opened {
  readonly status: number;
  readonly body: Readable | undefined;
}

function overSocket(url: string, signal: AbortSignal, agent: Agent | undefined): Promise<Opened> {
  const get = url.startsWith("https:") ? getSecure : getPlain;
  return new Promise((resolve, reject) => {
    get(url, { signal, ...(agent !== undefined && { agent }) }, (response) =>
      resolve({ status: response.statusCode ?? 0, body: response }),
    ).once("error", reject);
  });
}

async function by(fetchFile: Fetch, url: string, signal: AbortSignal): Promise<Opened> {
  const { status, body } = await fetchFile(url, { signal });
  // the runtime's own stream type and that of its node: twin are declared apart
  return { status, body: body === null ? undefined : Readable.fromWeb(body as ReadableStream) };
}

function upTo(bytesMax: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, next) {
      bytes += chunk.byteLength;
      next(bytes > bytesMax ? new TooBig("the file is too big") : null, chunk);
    },
  });
}
