/** In groups and channels the bot says once that it works in private, and does nothing else. */
import { Composer } from "grammy";
import { enqueue } from "../../db/outbox.ts";
import type { ChatContext } from "./context.ts";

export const privateOnly = new Composer<ChatContext>();

privateOnly.use(async (ctx, next) => {
  if (ctx.chat?.type === "private") return next();
  const chat = ctx.chat?.id;
  const left = ctx.myChatMember?.new_chat_member.status;
  if (chat === undefined || ctx.chat?.type === "channel" || left === "left" || left === "kicked")
    return ctx.nothing("not private");
  ctx.strangerWork("group", (turn) => {
    const payload = { text: turn.words("intake-private-only") };
    enqueue(turn.tx, {
      chat,
      lane: "report",
      method: "sendMessage",
      payload,
      key: `group:${chat}`,
      at: turn.now,
    });
  });
});
