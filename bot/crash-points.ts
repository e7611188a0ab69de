/** Named places where a crash would hurt most (F1–F11, and L0–L3 of a letter): a no-op unless a test passes something that strikes there. */

/** What has just happened, or is about to, at each point. */
export const crashPoints = {
  F1: "updates were received, nothing is written",
  F2: "their works are known, the transaction has not begun",
  F3: "inside the transaction, before it is committed",
  F4: "committed, Telegram does not know yet",
  F5: "confirmed or about to be, delivery has not woken",
  F6: "a message was chosen to be sent, not sent yet",
  F7: "Telegram has carried it out, we have not marked it",
  F8: "marked as sent, with the message's id",
  F9: "a file is being downloaded",
  F10: "a file stands on disk, its row is not committed",
  F11: "between two batches of due timers",
  L0: "letters whose undo window is over are marked as waiting",
  L1: "a letter is marked as being sent, the mail server has not been spoken to",
  L2: "the mail server has answered, we have not marked it",
  L3: "a letter is marked as sent or not",
} as const;
export type CrashPointName = keyof typeof crashPoints;
export type CrashPoint = (name: CrashPointName) => void;
export const noCrash: CrashPoint = () => undefined;
