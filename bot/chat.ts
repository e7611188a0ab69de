/** The chat's features in their one visible order: the first that takes an update has it. */
import type { Composer } from "grammy";
import type { Claim } from "./claims.ts";
import { fileClaim } from "./features/file.ts";
import { help } from "./features/help.ts";
import { importClaim } from "./features/imports/arrive.ts";
import { inbox } from "./features/inbox.ts";
import { language } from "./features/language.ts";
import { longTextTail } from "./features/long-text.ts";
import { open, openByNumber } from "./features/open.ts";
import { deals } from "./features/payments/deals.ts";
import { dealByNumber } from "./features/payments/find-deal.ts";
import { report } from "./features/payments/report.ts";
import { leftoverPresses, presses } from "./features/presses.ts";
import { replace } from "./features/replace/choose.ts";
import { registry } from "./features/registry/registry.ts";
import { requestLists } from "./features/request-lists.ts";
import { start } from "./features/start.ts";
import { documentsClaim } from "./features/tasks/documents.ts";
import { newestPromptAnswer, replyToPrompt } from "./features/typed-answers.ts";
import { ignoreEdit, unhandled } from "./features/unhandled.ts";
import type { Reading } from "./reading.ts";
import type { Ctx, Feature } from "./work.ts";

const messages: Feature = {
  name: "messages",
  register(chat) {
    /** Whose a message is that no command and no label names: asked in this order, inside the transaction. */
    const claims: readonly Claim[] = [
      longTextTail(),
      replyToPrompt,
      importClaim,
      documentsClaim,
      fileClaim,
      newestPromptAnswer,
      openByNumber,
      dealByNumber,
      unhandled,
    ];
    chat.on("message", (ctx) => {
      const { message } = ctx;
      ctx.work("message", (turn) => {
        claims.some((claim) => claim(turn, message));
      });
    });
    chat
      .filter((ctx) => ctx.person !== undefined)
      .on(["edited_message:text", "edited_message:caption"], (ctx) => {
        const edited = ctx.editedMessage.message_id;
        ctx.work("edit", (turn) => ignoreEdit(turn, edited));
      });
  },
};

/** All features. Strangers end at `start`; words and presses that are nobody's end at the last ones. */
export function features(reading: Reading): readonly Feature[] {
  return [
    start,
    presses,
    inbox(reading),
    requestLists(reading),
    deals(reading),
    language,
    help,
    open,
    report,
    replace,
    registry,
    leftoverPresses,
    messages,
  ];
}

/** @param reading what screens that change nothing read from */
export function registerChat(chat: Composer<Ctx>, reading: Reading): void {
  for (const feature of features(reading)) feature.register(chat);
}
