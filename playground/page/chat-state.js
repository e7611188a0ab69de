/** What the page keeps of one chat before anything is known of it. */

/** @import { Chat, Draft } from "./contract.d.ts" */

/** @returns {Draft} */
function emptyDraft() {
  return {
    text: "",
    replyTo: null,
    editing: null,
    items: [],
    asFile: false,
    trayOpen: false,
    keyboardHidden: false,
  };
}

/** @returns {Chat} */
export function emptyChat() {
  return { loaded: false, more: false, messages: [], keyboard: null, forceReply: null, draft: emptyDraft() };
}
