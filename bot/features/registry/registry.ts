/** «Реестр»: all requests that a person may see, narrowed by kind, stage, supplier, period and words (S3.8, S3.14). */
import type { Feature, Turn } from "../../work.ts";
import { hasRegistry, home, homeAction } from "../home.ts";
import { sendRegistry } from "./taps.ts";
import { takeWords } from "./typed.ts";

export const registry: Feature = {
  name: "registry",
  register(chat) {
    chat.command("registry", (ctx) => {
      const typed = ctx.match.trim();
      ctx.work("registry", (turn) => open(turn, typed));
    });
    chat
      .filter((ctx) => ctx.message?.text !== undefined && homeAction(ctx.message.text) === "registry")
      .use((ctx) => ctx.work("registry", (turn) => open(turn, "")));
  },
};

/** Words after the command are looked for at once. */
function open(turn: Turn, typed: string): void {
  if (!hasRegistry(turn.tx, turn.company, turn.me)) return home(turn, turn.words("registry-not-for-you"));
  if (typed === "") sendRegistry(turn);
  else takeWords(turn, {}, typed);
}
