/** Calls to the Bot API: every answer becomes a value that delivery can act on; nothing is retried here (R12). */
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Api, GrammyError, HttpError, type ApiClientOptions } from "grammy";
import type { File, Update } from "grammy/types";
import { loggable } from "../log.ts";

/** How a call went. */
export type Answer =
  | { readonly kind: "done"; readonly result: unknown }
  /** 429: to be obeyed exactly (F56). */
  | { readonly kind: "flood"; readonly waitMs: number }
  /** 403: the person stopped the bot, or his account is gone. */
  | { readonly kind: "blocked"; readonly description: string }
  /** The person never pressed Start: to be kept until he comes. */
  | { readonly kind: "unknown-chat"; readonly description: string }
  /** Any other refusal: the same call will be refused again. */
  | { readonly kind: "refused"; readonly code: number; readonly description: string }
  /** No answer, or one that says nothing; `ambiguous`: it may have been carried out (F55). */
  | { readonly kind: "lost"; readonly ambiguous: boolean; readonly error: string };

export interface TelegramOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly fetch?: ApiClientOptions["fetch"];
  /** Seconds after which a call counts as lost (F63). */
  readonly timeoutSeconds?: number;
  /** Passed to each HTTP call: a proxy's agent. */
  readonly baseFetchConfig?: ApiClientOptions["baseFetchConfig"];
}

export interface TelegramChannel {
  readonly options: ApiClientOptions;
  call(method: string, params: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** One getUpdates; throws what grammY throws. */
  updates(offset: number, timeoutSeconds: number, signal?: AbortSignal): Promise<Update[]>;
  /** Fetches a file that getFile named into `path`. Its link holds the token: never shown to anyone (W6). */
  download(filePath: string, path: string, bytesMax: number): Promise<Download>;
}
export type Download =
  | { readonly kind: "done" }
  | { readonly kind: "too-big" }
  | { readonly kind: "gone"; readonly status: number }
  | { readonly kind: "lost"; readonly error: string };

const callSeconds = 15;
/** A poll may be held this much longer than it asked for before it counts as lost (F28). */
const pollGraceSeconds = 15;
const downloadMs = 60_000;

export const allowedUpdates = ["message", "edited_message", "callback_query", "my_chat_member"] as const;

export function openTelegramChannel(options: TelegramOptions): TelegramChannel {
  const shared = {
    apiRoot: options.apiRoot,
    ...(options.fetch !== undefined && { fetch: options.fetch }),
    ...(options.baseFetchConfig !== undefined && { baseFetchConfig: options.baseFetchConfig }),
  };
  const calling = { ...shared, timeoutSeconds: options.timeoutSeconds ?? callSeconds };
  const api = new Api(options.token, calling);
  // grammY offers every method by name; which one an outbox row wants is known only when it is sent
  const methods = api.raw as unknown as Record<string, (params: object) => Promise<unknown>>;
  return {
    options: calling,
    async call(method, params) {
      const known = methods[method];
      if (known === undefined) throw new Error(`the Bot API has no method "${method}"`);
      try {
        return { kind: "done", result: await known(params) };
      } catch (error) {
        return answerOf(error);
      }
    },
    updates(offset, timeoutSeconds, signal) {
      const seconds = timeoutSeconds + pollGraceSeconds;
      const polling = new Api(options.token, { ...shared, timeoutSeconds: seconds });
      const wanted = { offset, timeout: timeoutSeconds, allowed_updates: [...allowedUpdates] };
      return signal === undefined ? polling.getUpdates(wanted) : polling.getUpdates(wanted, signal as never);
    },
    download: (filePath, path, bytesMax) => download(options, filePath, path, bytesMax),
  };
}

/** Tells what a failed call means. Anything that is no failure of a call is a bug and is thrown on. */
export function answerOf(error: unknown): Answer {
  if (error instanceof GrammyError) {
    const { error_code: code, description } = error;
    if (code === 429) return { kind: "flood", waitMs: (error.parameters.retry_after ?? 1) * 1000 };
    if (code >= 500) return { kind: "lost", ambiguous: code !== 500, error: description };
    if (/can't initiate conversation|chat not found/.test(description))
      return { kind: "unknown-chat", description };
    if (code === 403) return { kind: "blocked", description };
    return { kind: "refused", code, description };
  }
  if (error instanceof HttpError) {
    const { code, message } = loggable(error.error);
    const neverSent = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"];
    return {
      kind: "lost",
      ambiguous: code === undefined || !neverSent.includes(code),
      error: `${error.message} ${message}`,
    };
  }
  throw error;
}

class TooBig extends Error {}

async function download(
  options: TelegramOptions,
  filePath: string,
  path: string,
  bytesMax: number,
): Promise<Download> {
  const fetchFile: (url: string, init: object) => Promise<Response> = options.fetch ?? fetch;
  try {
    const response = await fetchFile(`${options.apiRoot}/file/bot${options.token}/${filePath}`, {
      ...options.baseFetchConfig,
      signal: AbortSignal.timeout(downloadMs),
    });
    if (!response.ok || response.body === null) return { kind: "gone", status: response.status };
    let bytes = 0;
    const limit = new Transform({
      transform(chunk: Uint8Array, _encoding, next) {
        bytes += chunk.byteLength;
        next(bytes > bytesMax ? new TooBig("file is too big") : null, chunk);
      },
    });
    // the runtime's own stream type and the one that its node: twin takes are declared apart
    await pipeline(
      Readable.fromWeb(response.body as import("node:stream/web").ReadableStream),
      limit,
      createWriteStream(path),
    );
    return { kind: "done" };
  } catch (error) {
    await rm(path, { force: true });
    if (error instanceof TooBig) return { kind: "too-big" };
    return { kind: "lost", error: loggable(error).message };
  }
}

export type { File };
