/** sendMediaGroup: several photos, videos, documents or audios under one media_group_id. */
import type { Call, Method } from "../call.ts";
import { checkRight } from "../chat-access.ts";
import type { InputMedia } from "../input-media.ts";
import { readInputMedia } from "../input-media.ts";
import { checkUpload, findRemote, mediaContent } from "../input-files.ts";
import { fileKinds } from "../files.ts";
import type { FileRow } from "../files.ts";
import type { Content } from "../messages.ts";
import { Refusal, badRequest, refusal } from "../refusal.ts";
import { albumId, checkPeer, deliver, finishCaption, startSending } from "../sending.ts";

const itemsMax = 10;
/** Kinds that stand only among their like. */
const aloof: readonly string[] = ["document", "audio"];

export const albumMethods: Record<string, Method> = {
  async sendMediaGroup(call) {
    const { world, params } = call;
    // The server reads the media before it looks for the chat, and takes no keyboard for an album.
    const value = params.json("media", "Can't parse media JSON object");
    if (value === undefined) throw badRequest(`Parameter "media" is required`);
    if (!Array.isArray(value)) throw badRequest("Expected an Array of InputMedia");
    const items = value.map((item) => readInputMedia(call, item, true));
    const sending = startSending(call, { markup: false });
    const prepared = items.map((item) => prepare(call, item));
    checkTogether(items);
    for (const { kind } of items) checkRight(sending.chat, kind);
    const contents: Content[] = [];
    for (const [n, { item, remote }] of prepared.entries())
      contents.push(await numbered(n, () => made(call, item, remote)));
    checkPeer(sending, undefined);
    const album = contents.length > 1 ? albumId() : undefined;
    return contents.map((content) => world.json.whole(deliver(call, sending, undefined, content, album)));
  },
};

function prepare(call: Call, item: InputMedia): { item: InputMedia; remote: FileRow | undefined } {
  const remote = findRemote(call.world, item.file, item.kind);
  return { item: { ...item, words: { ...item.words, caption: finishCaption(item.words.caption) } }, remote };
}

function checkTogether(items: readonly InputMedia[]): void {
  if (items.length > itemsMax) throw badRequest("Too many messages to send as an album");
  if (items.length === 0) throw badRequest("There are no messages to send");
  if (items.some(({ words }) => words.above !== items[0]?.words.above)) {
    throw badRequest("Parameter show_caption_above_media must be the same for all messages");
  }
  const kinds = new Set(items.map((item) => item.kind));
  const odd = [...kinds].find((kind) => aloof.includes(kind));
  if (kinds.size > 1 && odd !== undefined) {
    throw badRequest(`${fileKinds[odd]} can't be mixed with other media types`);
  }
}

function made(call: Call, item: InputMedia, remote: FileRow | undefined): Promise<Content> {
  checkUpload(item.file, item.kind);
  return mediaContent(call, item.file, remote, item.kind, item.words, item.durationS);
}

/** The fault of one item names its number. */
async function numbered<T>(n: number, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 413) throw error;
    const text = error.message.replace(/^Bad Request: /, "");
    throw refusal(error.code, `failed to send message #${n + 1} with the error message "${text}"`);
  }
}
