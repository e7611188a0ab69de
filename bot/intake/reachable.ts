/** Whether a person can be written to: he stops the bot and lets it in again (F61). */
import { Composer } from "grammy";
import { tellOutOfReach } from "../../db/out-of-reach.ts";
import { setBlocked } from "../../db/people.ts";
import type { ChatContext } from "./context.ts";

export const reachable = new Composer<ChatContext>();

reachable.on("my_chat_member", (ctx) => {
  const stopped = ctx.myChatMember.new_chat_member.status === "kicked";
  if (ctx.person === undefined) return ctx.nothing("a stranger stopped or started the bot");
  ctx.work(stopped ? "bot stopped" : "bot let in", (turn) => {
    if (!stopped) return; // whoever sends anything is noted as being here
    setBlocked(turn.tx, turn.me.id, turn.now);
    tellOutOfReach(turn.tx, turn.company, turn.me.id, turn.now);
  });
});
