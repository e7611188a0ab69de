/** The queue of updates: made at once, kept for as long as their kind is kept, numbered without gaps. */
import { randomInt } from "node:crypto";
import type { Clock } from "./clock.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Store } from "./store.ts";

/** Every kind of update that Telegram knows in 10.3. */
const kinds =
  "message edited_message channel_post edited_channel_post business_connection business_message edited_business_message deleted_business_messages guest_message message_reaction message_reaction_count inline_query chosen_inline_result callback_query shipping_query pre_checkout_query purchased_paid_media poll poll_answer my_chat_member chat_member chat_join_request chat_boost removed_chat_boost managed_bot subscription stopped_message_generation".split(
    " ",
  );
const onlyWhenNamed = ["chat_member", "message_reaction", "message_reaction_count"];
const allowedByDefault = kinds.filter((kind) => !onlyWhenNamed.includes(kind));

const dayS = 86_400;
/** How long an undelivered press waits. */
const pressS = 150;
const firstIdMin = 2_000_001;
const firstIdMax = 1_000_000_000;
const weekS = 7 * dayS;
const queueMax = 100_000;
/** How many confirmed updates are remembered, for repeating them. */
const confirmedKept = 100;
const answerBytesMax = 4 * 1024 * 1024;

/** The kinds that the embedded server makes. */
export type UpdateKind =
  "message" | "edited_message" | "callback_query" | "my_chat_member" | "chat_member" | "message_reaction";

export interface PendingUpdate {
  id: number;
  /** Updates of one lane are delivered to a webhook one after another. */
  lane: string;
  /** The whole Update as JSON text. */
  body: string;
  expiresAt: number;
}

interface Row {
  id: number;
  lane: string;
  body: string;
  expires_at: number;
}

export class Updates {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  /** The newest ones that were confirmed, for repeating them. */
  #confirmed: PendingUpdate[] = [];
  #repeats: PendingUpdate[] = [];

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Calls the listener after every new update; returns the unsubscriber. */
  onNew(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * Makes an update of something that happened at `at` (ms): kept 24 h from its date, presses 150 s from now.
   * Kinds that the bot did not ask for are not made at all.
   */
  push(kind: UpdateKind, content: JsonObject, lane: string, at: number): void {
    const now = this.#nowS();
    if (!this.allowed().includes(kind) || this.count() >= queueMax) return;
    const expiresAt = kind === "callback_query" ? now + pressS : Math.floor(at / 1000) + dayS;
    const id = this.#nextId(now);
    this.#store.set("updates", { next: id + 1, lastAt: now });
    this.#keep({
      id,
      lane: `${kind}:${lane}`,
      expiresAt,
      body: JSON.stringify({ update_id: id, [kind]: content }),
    });
    for (const listener of this.#listeners) listener();
  }

  /** The first id is random, the next ones follow; after a week without updates it is random again. */
  #nextId(now: number): number {
    const known = this.#numbering();
    if (known && now - known.lastAt < weekS) return known.next;
    return randomInt(firstIdMin, firstIdMax + 1);
  }

  #numbering(): { next: number; lastAt: number } | undefined {
    // Written by `push`.
    return this.#store.setting("updates") as { next: number; lastAt: number } | undefined;
  }

  /** The kinds the bot gets. */
  allowed(): readonly string[] {
    const named = this.#store.setting("allowedUpdates");
    return Array.isArray(named) ? named.map(String) : allowedByDefault;
  }

  /** The named kinds when they differ from the default, for getWebhookInfo. */
  allowedIfNamed(): string[] | undefined {
    const named = this.#store.setting("allowedUpdates");
    return Array.isArray(named) ? named.map(String) : undefined;
  }

  /**
   * Takes `allowed_updates` as it came: names in any case, unknown ones ignored; an empty list or one with nothing
   * known means default; absent, unreadable or holding something that is no text means "as before".
   */
  allow(value: Json | undefined): void {
    if (!Array.isArray(value) || !value.every((name) => typeof name === "string")) return;
    const named = kinds.filter((kind) => value.some((name) => name.toLowerCase() === kind));
    const isDefault = named.length === 0 || JSON.stringify(named) === JSON.stringify(allowedByDefault);
    this.#store.set("allowedUpdates", isDefault ? null : named);
  }

  /** How many wait. */
  count(): number {
    this.#dropExpired();
    return this.#store.db.prepare<[], { n: number }>("SELECT count(*) AS n FROM pending").get()?.n ?? 0;
  }

  /** Forgets everything, or all but the newest `keep`. */
  clear(keep = 0): void {
    this.#repeats = [];
    this.#store.db
      .prepare("DELETE FROM pending WHERE id NOT IN (SELECT id FROM pending ORDER BY id DESC LIMIT ?)")
      .run(keep);
  }

  /** What getUpdates answers: an offset confirms everything below it, a negative one keeps only the last ones. */
  read(offset: number, limit: number): PendingUpdate[] {
    this.#dropExpired();
    if (offset < 0) this.clear(-offset);
    const next = this.#numbering()?.next ?? 0;
    const head = this.#all(1)[0]?.id ?? next;
    const known = offset > 0 && offset <= next + 10 && offset >= head - queueMax;
    if (known) this.#confirm(offset);
    let bytesLeft = answerBytesMax;
    const ready = this.#all(limit).filter(({ body }) => (bytesLeft -= 50 + Buffer.byteLength(body)) > 0);
    return [...this.#repeats.splice(0), ...ready];
  }

  #confirm(offset: number): void {
    const done = this.#all(confirmedKept).filter(({ id }) => id < offset);
    this.#confirmed = [...this.#confirmed, ...done].slice(-confirmedKept);
    this.#store.db.prepare("DELETE FROM pending WHERE id < ?").run(offset);
  }

  /** The newest `count` confirmed updates come once more, under their old numbers, as after a lost confirmation. */
  repeat(count = 1): void {
    this.#repeats = this.#confirmed.slice(-count);
    for (const listener of this.#listeners) listener();
  }

  /**
   * Chats whose updates wait change places, as when one of them was late on its way: each chat keeps its own order,
   * and the numbers still rise.
   */
  shuffle(): void {
    const waiting = this.#all(queueMax);
    const lanes = [...new Set(waiting.map(({ lane }) => lane))].reverse();
    const shuffled = lanes.flatMap((lane) => waiting.filter((update) => update.lane === lane));
    this.clear();
    for (const [n, { id }] of waiting.entries()) {
      const update = shuffled[n];
      if (update)
        this.#keep({ ...update, id, body: update.body.replace(/^\{"update_id":\d+/, `{"update_id":${id}`) });
    }
  }

  /** The oldest `limit` updates. */
  #all(limit: number): PendingUpdate[] {
    const rows = this.#store.db
      .prepare<[number], Row>("SELECT * FROM pending ORDER BY id LIMIT ?")
      .all(limit);
    return rows.map(({ id, lane, body, expires_at }) => ({ id, lane, body, expiresAt: expires_at }));
  }

  /** For a webhook: the oldest update of every lane that is not being delivered. */
  heads(except: ReadonlySet<string>, limit: number): PendingUpdate[] {
    this.#dropExpired();
    for (const update of this.#repeats.splice(0)) this.#keep(update);
    const rows = this.#store.db
      .prepare<[], Row>(
        "SELECT p.* FROM pending p JOIN (SELECT min(id) AS id FROM pending GROUP BY lane) h ON h.id = p.id ORDER BY p.id",
      )
      .all();
    return rows
      .filter(({ lane }) => !except.has(lane))
      .slice(0, limit)
      .map(({ id, lane, body, expires_at }) => ({ id, lane, body, expiresAt: expires_at }));
  }

  /** A webhook has taken an update. */
  remove(update: PendingUpdate): void {
    this.#confirmed = [...this.#confirmed, update].slice(-confirmedKept);
    this.#store.db.prepare("DELETE FROM pending WHERE id = ?").run(update.id);
  }

  #keep({ id, lane, expiresAt, body }: PendingUpdate): void {
    this.#store.db
      .prepare("INSERT OR IGNORE INTO pending (id, lane, expires_at, body) VALUES (?, ?, ?, ?)")
      .run(id, lane, expiresAt, body);
  }

  #dropExpired(): void {
    this.#store.db.prepare("DELETE FROM pending WHERE expires_at < ?").run(this.#nowS());
  }

  #nowS(): number {
    return Math.floor(this.#clock.now() / 1000);
  }
}
