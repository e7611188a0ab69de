/** Delivery of updates to the bot's own address: one after another in a lane, again and again until taken (1.6). */
import { isIP } from "node:net";
import type { Clock } from "./clock.ts";
import type { JsonObject } from "./json.ts";
import { isObject, parseJson } from "./json.ts";
import type { Params } from "./params.ts";
import { Refusal, badRequest, tooManyRequests } from "./refusal.ts";
import type { Store } from "./store.ts";
import type { PendingUpdate, Updates } from "./updates.ts";
import { checkLink } from "./text/links.ts";

const retryAfterMaxS = 3600;
const pauseMaxS = 60;
const secretMax = 256;
const answerTimeoutMs = 60_000;

interface Settings extends JsonObject {
  url: string;
  secret: string;
  maxConnections: number;
  ipAddress: string;
}

const none: Settings = { url: "", secret: "", maxConnections: 0, ipAddress: "" };

/** A lane whose update was refused, and when it is tried again. */
interface Pause {
  seconds: number;
  fails: number;
  until: number;
}

export class Webhook {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #updates: Updates;
  /** Carries out a method call found in the bot's answer. */
  readonly #run: (method: string, fields: JsonObject) => Promise<void>;
  readonly #busy = new Set<string>();
  readonly #pauses = new Map<number, Pause>();
  #lastError: { at: number; text: string } | undefined;
  #nextSetAt = 0;
  #generation = 0;
  readonly #closed = new AbortController();
  readonly #unsubscribe: (() => void)[];

  constructor(
    store: Store,
    clock: Clock,
    updates: Updates,
    run: (method: string, fields: JsonObject) => Promise<void>,
  ) {
    this.#store = store;
    this.#clock = clock;
    this.#updates = updates;
    this.#run = run;
    this.#unsubscribe = [updates.onNew(() => this.#pump()), clock.moved(() => this.#pump())];
    this.#pump();
  }

  get isSet(): boolean {
    return this.#settings().url !== "";
  }

  #settings(): Settings {
    const value = this.#store.setting("webhook");
    // Written by `set` below.
    return isObject(value) ? (value as Settings) : none;
  }

  /** setWebhook and deleteWebhook; returns the words beside the result. */
  set(params: Params, remove: boolean): string {
    const url = remove ? "" : params.text("url");
    const now = this.#clock.now();
    if (url !== "") {
      if (now < this.#nextSetAt) throw tooManyRequests(1);
      this.#nextSetAt = now + 1000;
    }
    const wanted = url === "" ? none : readSettings(params, url);
    const same = JSON.stringify(wanted) === JSON.stringify(this.#settings());
    const drop = params.flag("drop_pending_updates");
    this.#updates.allow(parseJson(params.text("allowed_updates")));
    if (same && !drop) return url === "" ? "Webhook is already deleted" : "Webhook is already set";
    if (drop) this.#updates.clear();
    this.#store.set("webhook", wanted);
    this.#generation += 1;
    this.#busy.clear();
    this.#pauses.clear();
    if (url !== "") this.#lastError = undefined;
    this.#pump();
    return url === "" ? "Webhook was deleted" : "Webhook was set";
  }

  info(): JsonObject {
    const { url, maxConnections, ipAddress } = this.#settings();
    const allowed = this.#updates.allowedIfNamed();
    return {
      url,
      has_custom_certificate: false,
      pending_update_count: this.#updates.count(),
      ...(this.#lastError
        ? { last_error_date: Math.floor(this.#lastError.at / 1000), last_error_message: this.#lastError.text }
        : {}),
      ...(maxConnections > 0 ? { max_connections: maxConnections } : {}),
      ...(url !== "" && ipAddress !== "" ? { ip_address: ipAddress } : {}),
      ...(allowed ? { allowed_updates: allowed } : {}),
    };
  }

  close(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#closed.abort();
  }

  /** Starts every delivery that may start now. */
  #pump(): void {
    if (this.#closed.signal.aborted) return;
    const settings = this.#settings();
    if (settings.url === "") return;
    const now = this.#clock.now();
    for (const update of this.#updates.heads(this.#busy, settings.maxConnections)) {
      if (this.#busy.size >= settings.maxConnections) return;
      const pause = this.#pauses.get(update.id);
      if (pause && pause.until > now) continue;
      this.#busy.add(update.lane);
      void this.#deliver(update, settings, this.#generation);
    }
  }

  async #deliver(update: PendingUpdate, settings: Settings, generation: number): Promise<void> {
    const outcome = await this.#post(update, settings);
    if (generation !== this.#generation || this.#closed.signal.aborted) return;
    this.#busy.delete(update.lane);
    if (outcome.kind === "taken") {
      this.#updates.remove(update);
      this.#pauses.delete(update.id);
      if (outcome.reply) await this.#run(outcome.reply.method, outcome.reply.fields);
    } else this.#refused(update, outcome.text, outcome.retryAfter);
    this.#pump();
  }

  #refused(update: PendingUpdate, text: string, retryAfter: number): void {
    const now = this.#clock.now();
    this.#lastError = { at: now, text };
    const before = this.#pauses.get(update.id) ?? { seconds: 1, fails: 0, until: 0 };
    const doubled = retryAfter === 0 && before.fails > 0;
    const seconds = doubled ? Math.min(pauseMaxS, before.seconds * 2) : before.seconds;
    const waitS = doubled ? seconds : Math.min(retryAfter, retryAfterMaxS);
    if (Math.floor(now / 1000) + waitS > update.expiresAt) {
      this.#updates.remove(update);
      this.#pauses.delete(update.id);
      return;
    }
    this.#pauses.set(update.id, { seconds, fails: before.fails + 1, until: now + waitS * 1000 });
    void this.#clock.sleep(waitS * 1000, this.#closed.signal).then(() => this.#pump());
  }

  async #post(update: PendingUpdate, { url, secret }: Settings): Promise<Outcome> {
    try {
      const response = await fetch(url, {
        method: "POST",
        redirect: "manual",
        headers: {
          "Content-Type": "application/json",
          ...(secret === "" ? {} : { "X-Telegram-Bot-Api-Secret-Token": secret }),
        },
        body: update.body,
        signal: AbortSignal.any([this.#closed.signal, AbortSignal.timeout(answerTimeoutMs)]),
      });
      const body = await response.text();
      if (response.ok) return { kind: "taken", reply: replyOf(body) };
      const text = `Wrong response from the webhook: ${response.status} ${response.statusText}`;
      return { kind: "refused", text, retryAfter: Number(response.headers.get("retry-after") ?? 0) || 0 };
    } catch {
      return { kind: "refused", text: "Connection refused", retryAfter: 0 };
    }
  }
}

type Outcome =
  | { kind: "taken"; reply: { method: string; fields: JsonObject } | undefined }
  | { kind: "refused"; text: string; retryAfter: number };

/** The one method call that an answer may hold; methods that read or change the webhook are not carried out (T18). */
function replyOf(body: string): { method: string; fields: JsonObject } | undefined {
  const value = parseJson(body);
  if (!isObject(value) || typeof value["method"] !== "string") return undefined;
  const { method, ...fields } = value;
  const lower = String(method).toLowerCase();
  const barred =
    ["", "deletewebhook", "setwebhook", "close", "logout"].includes(lower) || lower.startsWith("get");
  return barred ? undefined : { method: String(method), fields };
}

function readSettings(params: Params, url: string): Settings {
  const secret = params.text("secret_token");
  if (Buffer.byteLength(secret) > secretMax) throw badRequest("secret token is too long");
  if (!/^[A-Za-z0-9_-]*$/.test(secret)) throw badRequest("secret token contains unallowed characters");
  // As a self-hosted server in its local mode: plain http, any port, any address.
  const host = URL.canParse(url) ? new URL(url).hostname : "";
  if (!/^https?:\/\//i.test(url) || (host !== "localhost" && checkLink(url).kind === "wrong")) {
    throw new Refusal(400, "Bad Request: invalid webhook URL specified");
  }
  return {
    url,
    secret,
    maxConnections: params.integer("max_connections", 40, 1, 100),
    ipAddress: isIP(host) ? host : params.text("ip_address"),
  };
}
