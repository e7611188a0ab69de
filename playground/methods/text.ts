/** sendMessage, and the chat action shown while the bot works. */
import type { Call, Method } from "../call.ts";
import { chatFor, checkReachable } from "../chat-access.ts";
import type { JsonObject } from "../json.ts";
import { isObject } from "../json.ts";
import { badRequest } from "../refusal.ts";
import { checkContent, checkPeer, deliver, finishMessageText, readText, startSending } from "../sending.ts";
import { lowerAscii } from "../text/bytes.ts";

export const textMethods: Record<string, Method> = {
  sendMessage(call) {
    const linkPreview = linkPreviewOptions(call);
    const given = readText(call);
    const sending = startSending(call);
    const text = finishMessageText(given);
    const markup = checkContent(sending, "text");
    checkPeer(sending, markup);
    const content = { kind: "text", text, ...(linkPreview ? { linkPreview } : {}) } as const;
    return call.world.json.whole(deliver(call, sending, markup, content));
  },

  sendChatAction(call) {
    const action = lowerAscii(call.params.text("action"));
    if (!chatActions.includes(action)) throw badRequest("Wrong parameter action in request");
    const chat = chatFor(call.world, call.params.text("chat_id"), "write");
    if (chat.bot === "restricted") throw badRequest("Have no write access to the chat");
    checkReachable(chat);
    if (chat.kind === "private") call.world.events.add("chat-action", { person: chat.id, action });
    return true;
  },
};

const chatActions =
  "cancel typing record_video upload_video record_audio record_voice upload_audio upload_voice upload_photo upload_document choose_sticker pick_up_location find_location record_video_note upload_video_note".split(
    " ",
  );

/** How links are previewed; echoed as it was given, empty values left out. */
export function linkPreviewOptions({ params }: Call): JsonObject | undefined {
  const value = params.json("link_preview_options", "Can't parse link preview options JSON object");
  if (value === undefined) return params.flag("disable_web_page_preview") ? { is_disabled: true } : undefined;
  if (!isObject(value)) throw badRequest("Object expected as link preview options");
  const url = value["url"];
  const options: JsonObject = typeof url === "string" && url !== "" ? { url } : {};
  for (const name of ["is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text"]) {
    if (value[name] === true) options[name] = true;
  }
  return options;
}
