/** A person driven from code: does what a hand could do in the chat with the bot, and sees what eyes would see. */
import * as acts from "./acts.ts";
import type { Given } from "./acts.ts";
import { block, unblock } from "./blocking.ts";
import type { ChatMessage } from "./chat-view.ts";
import { chatMessage } from "./chat-view.ts";
import type { Content } from "./messages.ts";
import { makePictureNow } from "./pictures.ts";
import type { World } from "./world.ts";

export interface PhotoOptions {
  caption?: string;
  asFile?: boolean;
  fileName?: string;
  replyTo?: number;
}

export interface SeenAnswer {
  pressId: string;
  messageId: number;
  text?: string;
  alert: boolean;
  url?: string;
  /** Epoch milliseconds. */
  at: number;
}

export type PersonaChat = ReturnType<typeof driver>;

/** The chat of a person with the bot; a number that belongs to no persona is a bug of the caller. */
export function driver(world: World, personId: number) {
  if (!world.people.find(personId)) throw new Error(`There is no person with the Telegram id ${personId}`);
  return { ...sending(world, personId), ...seeing(world, personId), ...tapping(world, personId) };
}

function sending(world: World, id: number) {
  const content = (file: Given, caption: string, asFile: boolean): Content =>
    asFile
      ? acts.documentContent(world, file, caption)
      : acts.photoContent(world, makePictureNow(world.store, file.bytes), caption);
  return {
    /** Presses Start, or opens a `t.me/<bot>?start=payload` link. */
    start: (payload?: string): void => void acts.start(world, id, payload),
    /** Sends a text; returns its message_id (of the last part, when it had to be split). */
    text: (text: string, opts: { replyTo?: number } = {}): number =>
      acts.say(world, id, text, opts.replyTo).id,
    /** Sends a picture, by bytes or path, as a photo or byte for byte as a file. */
    photo(bytes: Uint8Array | string, opts: PhotoOptions = {}): number {
      const file = acts.given(bytes, opts.fileName ?? (typeof bytes === "string" ? undefined : "photo.jpg"));
      const made = content(file, opts.caption ?? "", opts.asFile === true);
      return acts.receive(world, id, made, { replyTo: opts.replyTo }).id;
    },
    file(bytes: Uint8Array | string, fileName?: string, mime?: string, opts: acts.MediaOptions = {}): number {
      const made = acts.documentContent(world, acts.given(bytes, fileName), opts.caption ?? "", mime);
      return acts.receive(world, id, made, opts).id;
    },
    /** Sends several pictures at once; the caption goes with the first. Returns the message ids. */
    album(
      items: readonly (Uint8Array | string)[],
      opts: { caption?: string; asFiles?: boolean } = {},
    ): number[] {
      const contents = items.map((item, n) => {
        const file = acts.given(item, typeof item === "string" ? undefined : `photo-${n + 1}.jpg`);
        return content(file, n === 0 ? (opts.caption ?? "") : "", opts.asFiles === true);
      });
      return acts.receiveAlbum(world, id, contents, {}).map((message) => message.id);
    },
    video: (bytes: Uint8Array = noBytes, opts: { caption?: string; durationS?: number } = {}): number =>
      media(world, id, "video", bytes, opts),
    voice: (bytes: Uint8Array = noBytes, opts: { durationS?: number } = {}): number =>
      media(world, id, "voice", bytes, opts),
    sticker(emoji = "👍", bytes: Uint8Array = noBytes): number {
      const file = acts.keep(world, "sticker", { bytes, name: "sticker.webp" }, "image/webp");
      return acts.receive(world, id, { kind: "sticker", file, emoji }, {}).id;
    },
    location: (latitude = 55.75, longitude = 37.62): number =>
      acts.receive(world, id, { kind: "location", latitude, longitude }, {}).id,
    /** Sends the own contact, or with `own: false` somebody else's. */
    contact: (opts: { own?: boolean; phone?: string; userId?: number } = {}): number =>
      acts.shareContact(world, id, opts).id,
    edit: (messageId: number, text: string): void => void acts.edit(world, id, messageId, text),
    block: (): void => block(world, id),
    unblock: (): void => unblock(world, id),
    /** The account is gone for good: sends to it answer `user is deactivated`. */
    deleteAccount: (): void => world.people.deleteAccount(id),
  };
}

/** A voice or a video whose sound and picture nobody looks at. */
const noBytes = new Uint8Array([0]);

function media(
  world: World,
  id: number,
  kind: "video" | "voice",
  bytes: Uint8Array,
  opts: { caption?: string; durationS?: number },
): number {
  const name = kind === "video" ? "video.mp4" : "voice.ogg";
  const file = acts.keep(world, kind, { bytes, name }, kind === "video" ? "video/mp4" : "audio/ogg");
  const content: Content = {
    kind,
    file,
    duration: opts.durationS ?? 1,
    caption: acts.captionText(opts.caption ?? ""),
  };
  return acts.receive(world, id, content, {}).id;
}

function seeing(world: World, id: number) {
  const messages = (): ChatMessage[] =>
    world.messages.page(id, Number.MAX_SAFE_INTEGER, 100_000).map((message) => chatMessage(world, message));
  return {
    /** What the person sees now, oldest first; deleted messages are gone. */
    messages,
    last(): ChatMessage {
      const last = messages().at(-1);
      if (!last) throw new Error(`The chat of person ${id} is empty`);
      return last;
    },
    /** The newest message whose text or caption fits. */
    find(text: string | RegExp): ChatMessage {
      const all = messages();
      const found = all.findLast((message) => fits(wordsOf(message), text));
      if (found) return found;
      throw new Error(`No message fits ${String(text)}. There are:\n${all.map(describe).join("\n")}`);
    },
    /** The reply keyboard now shown, row by row; empty when none. */
    keyboard: (): string[][] =>
      (world.chats.get(id)?.keyboard?.rows ?? []).map((row) => row.map(({ text }) => text)),
    /** The message whose ForceReply is open, undefined when none. */
    forceReply: (): number | undefined => world.chats.get(id)?.forceReply?.messageId,
    /** Toasts and alerts that the person saw, oldest first; empty ones only ended a spinner. */
    answers: (): SeenAnswer[] =>
      world.presses
        .answeredTo(id)
        .map(({ id: pressId, message, answer }) => ({ pressId, messageId: message, ...answer })),
    isBlocked: (): boolean => world.chats.get(id)?.blocked === true,
    /** The bytes of a file that stands in the chat. */
    download(fileId: string): Uint8Array {
      const row = world.files.find(fileId);
      if (!row) throw new Error(`There is no file ${fileId}`);
      return world.files.bytes(row);
    },
  };
}

function tapping(world: World, id: number) {
  return {
    /** Presses with any data, as a changed app could; returns the press id. */
    press: (messageId: number, data: string): string => acts.press(world, id, messageId, data),
    /** Presses the newest visible inline button with that label; returns the press id. */
    tap(label: string | RegExp): string {
      const stored = world.messages.page(id, Number.MAX_SAFE_INTEGER, 100_000);
      const buttons = stored
        .map((message) => chatMessage(world, message))
        .flatMap((message) => message.buttons.flat().map((button) => ({ message, button })))
        .filter(({ button }) => button.data !== undefined && !button.disabled);
      const found = buttons.findLast(({ button }) => fits(button.text, label));
      if (found) return acts.press(world, id, found.message.id, found.button.data ?? "");
      const labels = buttons.map(({ button }) => `"${button.text}"`).join(", ");
      throw new Error(`No button fits ${String(label)}. There are: ${labels || "none"}`);
    },
  };
}

/** A string fits when it is contained, for a label when it is equal or contained; a pattern when it matches. */
function fits(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? text.includes(wanted) : wanted.test(text);
}

function wordsOf(message: ChatMessage): string {
  return message.text ?? message.caption ?? "";
}

function describe(message: ChatMessage): string {
  const what = message.photo ? "[photo] " : message.document ? `[${message.document.fileName}] ` : "";
  return `  ${message.id} ${message.from}: ${what}${wordsOf(message)}`;
}
