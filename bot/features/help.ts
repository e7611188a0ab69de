/** /help and /new: what one can do here; /cancel: leave what was begun. */
import { conversation } from "../../db/drafts.ts";
import { cancelPrompt, newestPrompt, promptOfRow } from "../ask.ts";
import { closeMessage, type Taps } from "../act.ts";
import type { Feature, Turn } from "../work.ts";
import { cancelDraft, chooseWhat } from "./filing/start.ts";
import { home, homeAction } from "./home.ts";

export const help: Feature = {
  name: "help",
  register(chat) {
    chat.command("help", (ctx) => ctx.work("help", tellHelp));
    chat
      .filter((ctx) => ctx.message?.text !== undefined && homeAction(ctx.message.text) === "help")
      .use((ctx) => ctx.work("help", tellHelp));
    chat.command("new", (ctx) => ctx.work("new", chooseWhat));
    chat.command("cancel", (ctx) => ctx.work("cancel", cancel));
  },
};

function tellHelp(turn: Turn): void {
  home(turn, turn.words("help-text"));
}

/** Leaves the newer of two: a prompt that awaits words, or the draft that is being filled in. */
function cancel(turn: Turn): void {
  const newest = newestPrompt(turn.tx, turn.me.id, turn.now)?.prompt;
  const talk = conversation(turn.tx, turn.me.id);
  if (newest !== undefined && (talk?.draft === undefined || newest.at >= talk.at))
    return home(turn, cancelPrompt(turn, newest));
  if (!cancelDraft(turn)) home(turn, turn.words("cancel-nothing"));
}

export const cancelTaps: Taps<"cancel"> = {
  cancel: (turn, { row }, press) => {
    const prompt = promptOfRow(turn.tx, turn.me.id, row);
    if (prompt === undefined) {
      closeMessage(turn, press.message, turn.words("prompt-over"));
      return;
    }
    cancelPrompt(turn, prompt, press.message);
  },
};
