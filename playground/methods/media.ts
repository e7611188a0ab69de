/** sendPhoto, sendDocument and the other kinds of files, each with a caption. */
import type { Call, Method } from "../call.ts";
import type { MediaKind } from "../input-files.ts";
import { checkUpload, findRemote, inputFile, mediaContent } from "../input-files.ts";
import type { Json } from "../json.ts";
import { badRequest } from "../refusal.ts";
import { checkContent, checkPeer, deliver, finishCaption, readCaption, startSending } from "../sending.ts";

export const mediaMethods: Record<string, Method> = {
  sendPhoto: (call) => sendMedia(call, "photo"),
  sendDocument: (call) => sendMedia(call, "document"),
  sendVideo: (call) => sendMedia(call, "video"),
  sendAudio: (call) => sendMedia(call, "audio"),
  sendVoice: (call) => sendMedia(call, "voice"),
  sendAnimation: (call) => sendMedia(call, "animation"),
};

/** Field, caption, chat, file_id, length of the caption, size of the upload, the person, what the file holds. */
async function sendMedia(call: Call, kind: MediaKind): Promise<Json> {
  const { world, params } = call;
  const file = inputFile(params, kind);
  if (!file) throw badRequest(`There is no ${kind} in the request`);
  const given = readCaption(call);
  const sending = startSending(call);
  const remote = findRemote(world, file, kind);
  const words = { caption: finishCaption(given), ...captionLooks(call) };
  const markup = checkContent(sending, kind);
  checkUpload(file, kind);
  checkPeer(sending, markup);
  const content = await mediaContent(
    call,
    file,
    remote,
    kind,
    words,
    params.integer("duration", 0, 0, 86_400),
  );
  return world.json.whole(deliver(call, sending, markup, content));
}

/** Flags of a caption and its media. */
export function captionLooks({ params }: Call): { above?: boolean; spoiler?: boolean } {
  return {
    ...(params.flag("show_caption_above_media") ? { above: true } : {}),
    ...(params.flag("has_spoiler") ? { spoiler: true } : {}),
  };
}
