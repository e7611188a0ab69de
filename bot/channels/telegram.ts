/** Calls to the Bot API: every answer becomes a value that delivery can act on; nothing is retried here (R12). */
import type { Agent } from "node:http";
import { Api, GrammyError, HttpError, type ApiClientOptions } from "grammy";
import type { Update } from "grammy/types";
import { loggable } from "../log.ts";
import { downloadFile, type Download, type Fetch } from "./file-download.ts";

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
  /** Instead of a socket, in tests. */
  readonly fetch?: typeof fetch;
  /** Seconds after which a call counts as lost (F63). */
  readonly timeoutSeconds?: number;
  /** A proxy's. */
  readonly agent?: Agent;
}

export interface TelegramChannel {
  readonly options: ApiClientOptions;
  call(method: string, params: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** One getUpdates; throws what grammY throws. */
  updates(offset: number, timeoutSeconds: number, signal?: AbortSignal): Promise<Update[]>;
  /** Fetches a file that getFile named into `path`. */
  download(filePath: string, path: string, bytesMax: number): Promise<Download>;
}
const callSeconds = 15;
/** A poll may be held this much longer than it asked for before it counts as lost (F28). */
const pollGraceSeconds = 15;

export const allowedUpdates = ["message", "edited_message", "callback_query", "my_chat_member"] as const;

export function openTelegramChannel(options: TelegramOptions): TelegramChannel {
  const shared = {
    apiRoot: options.apiRoot,
    ...(options.fetch !== undefined && { fetch: options.fetch }),
    ...(options.agent !== undefined && { baseFetchConfig: { compress: true, agent: options.agent } }),
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
      // grammY declares the signal of an older package; it only listens to it, and the runtime's own does the same
      return polling.getUpdates(wanted, signal as Parameters<Api["getUpdates"]>[1]);
    },
    download: (filePath, path, bytesMax) =>
      downloadFile(`${options.apiRoot}/file/bot${options.token}/${filePath}`, path, {
        bytesMax,
        ...(options.fetch !== undefined && { fetch: options.fetch as Fetch }), // a narrower use of the same function
        ...(options.agent !== undefined && { agent: options.agent }),
      }),
  };
}

/** Tells what a failed call means. Anything that is no failure of a call is a bug and is thrown on. */
function answerOf(error: unknown): Answer {
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
