/** Copying and forwarding messages. */
import type { Call, Method } from "../call.ts";
import { chatFor, checkReachable, messageFor } from "../chat-access.ts";
import type { Json } from "../json.ts";
import type { Markup } from "../markup.ts";
import type { Content, StoredMessage } from "../messages.ts";
import { badRequest } from "../refusal.ts";
import type { Sending } from "../sending.ts";
import {
  albumId,
  checkContent,
  checkPeer,
  deliver,
  finishCaption,
  readCaption,
  startSending,
} from "../sending.ts";
import { messageIds } from "./deletes.ts";

export const copyMethods: Record<string, Method> = {
  copyMessage(call) {
    const { params } = call;
    const source = sourceMessage(call, "message to copy");
    const given = params.has("caption") ? readCaption(call) : undefined;
    const sending = startSending(call);
    const caption = given && finishCaption(given);
    const content = caption && "caption" in source.content ? { ...source.content, caption } : source.content;
    const markup = checkContent(sending, content.kind);
    checkPeer(sending, markup);
    checkNotProtected(source);
    return { message_id: deliver(call, sending, markup, copyable(content)).id };
  },

  forwardMessage(call) {
    const source = sourceMessage(call, "message to forward");
    const sending = startSending(call);
    if (sending.chat.bot === "restricted") throw badRequest("The message can't be forwarded");
    checkPeer(sending, undefined);
    checkNotProtected(source);
    return call.world.json.whole(forward(call, sending, source, undefined));
  },

  copyMessages: (call) => several(call, "copy"),
  forwardMessages: (call) => several(call, "forward"),
};

function sourceMessage(call: Call, what: string): StoredMessage {
  const { world, params } = call;
  const from = chatFor(world, params.required("from_chat_id"), "read");
  return messageFor(world, from, params.messageId(), what);
}

function checkNotProtected(source: StoredMessage): void {
  if (source.protected) throw badRequest("CHAT_FORWARDS_RESTRICTED");
}

function copyable(content: Content): Content {
  if (content.kind === "service") throw badRequest("The message can't be copied");
  return content;
}

/** A forward keeps its keyboard only if all its buttons are links. */
function forward(
  call: Call,
  sending: Sending,
  source: StoredMessage,
  album: string | undefined,
): StoredMessage {
  const { world } = call;
  if (source.content.kind === "service") throw badRequest("The message can't be forwarded");
  const onlyLinks = source.inline?.flat().every((button) => button["url"] !== undefined) === true;
  const markup: Markup | undefined =
    onlyLinks && source.inline ? { kind: "inline", rows: source.inline, forceReply: false } : undefined;
  const message = deliver(call, sending, markup, source.content, album);
  return world.messages.save({
    ...message,
    forward: source.forward ?? { fromId: source.fromId, at: source.at },
  });
}

/** Up to 100 messages; missing ones are left out, and albums stay albums. */
function several(call: Call, how: "copy" | "forward"): Json {
  const { world, params } = call;
  const ids = messageIds(call);
  const from = chatFor(world, params.required("from_chat_id"), "read");
  const sending = startSending(call);
  checkReachable(sending.chat);
  const found = ids.flatMap((id) => world.messages.get(from.id, id) ?? []);
  const sources = found.filter((message) => message.content.kind !== "service" && !message.protected);
  // Copying is forwarding to the server, and is refused in the same words.
  if (found.length === 0) throw badRequest("There are no messages to forward");
  if (sources.length === 0) throw badRequest("Messages can't be forwarded");
  const albums = new Map<string, string>();
  return sources.map((source) => {
    const album = source.album === undefined ? undefined : (albums.get(source.album) ?? albumId());
    if (source.album !== undefined && album !== undefined) albums.set(source.album, album);
    const sent =
      how === "copy"
        ? deliver(call, sending, undefined, source.content, album)
        : forward(call, sending, source, album);
    return { message_id: sent.id };
  });
}
