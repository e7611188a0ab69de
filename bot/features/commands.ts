/** The commands that Telegram lists under «/»: only what is built. */
import type { Language } from "../../flows/ids.ts";
import { wordsIn } from "../texts.ts";

const names = [
  "start",
  "new",
  "inbox",
  "my",
  "open",
  "registry",
  "report",
  "language",
  "help",
  "cancel",
] as const;

/** For `setMyCommands`, one list per language. */
export function commands(language: Language): { readonly command: string; readonly description: string }[] {
  const words = wordsIn(language);
  return names.map((command) => ({ command, description: words(`command-${command}`) }));
}
