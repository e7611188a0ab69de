/** Words, days and suppliers typed for a message of the registry: what was found comes as a new message. */
import { registryPage, type RegistryFilter } from "../../../db/registry-pages.ts";
import { openRegistryScreen, registryScreen } from "../../../db/registry-screens.ts";
import { sightOf } from "../../../db/registry-shelves.ts";
import { supplierByKey, supplierChoices } from "../../../db/suppliers.ts";
import { queryTokens } from "../../../flows/goods/search.ts";
import { parsePeriod } from "../../../flows/payments/report-period.ts";
import { endPrompt, type PromptOf } from "../../ask.ts";
import { line } from "../../cards/shown-text.ts";
import type { Turn } from "../../work.ts";
import { textOf } from "../typed.ts";
import { supplierButtons, today } from "./choices.ts";
import { sendRegistry } from "./taps.ts";

const suppliersMax = 8;

/** What a prompt of the registry asks with, when it is asked again. */
export function registryAgain(turn: Turn, { view }: PromptOf<"registry">["awaited"]): string {
  return turn.words("registry-ask", { view });
}

/** Typed words; what is understood closes the prompt, anything else leaves it open. */
export function answerRegistry(turn: Turn, asked: PromptOf<"registry">, text: string): void {
  const typed = textOf(turn, text);
  if (typed === undefined) return;
  const { screen, view } = asked.awaited;
  const filter = registryScreen(turn.tx, turn.me.id, screen)?.filter ?? {};
  const taken =
    view === "periods"
      ? takeDays(turn, filter, typed)
      : view === "suppliers"
        ? takeSupplier(turn, filter, typed)
        : takeWords(turn, filter, typed);
  if (taken) endPrompt(turn, asked);
}

/** A number means itself where there is one like it, else the beginning of longer ones. False: there is nothing to look for. */
export function takeWords(turn: Turn, filter: RegistryFilter, typed: string): boolean {
  const [, number] = /^(?:№|#)?\s*(\d{1,20})$/u.exec(typed) ?? [];
  const words = number ?? typed;
  if (queryTokens(words).length === 0) {
    turn.say({ text: turn.words("registry-no-words") });
    return false;
  }
  const { whole: _, ...rest } = filter;
  const exact = { ...rest, words, whole: true };
  const sight = sightOf(turn.tx, turn.company, turn.me.id);
  const isNumber = number !== undefined && registryPage(turn.tx, sight, exact, { limit: 1 }).length > 0;
  sendRegistry(turn, isNumber ? exact : { ...rest, words });
  return true;
}

function takeDays(turn: Turn, filter: RegistryFilter, typed: string): boolean {
  const period = parsePeriod(typed, today(turn));
  if (!("kind" in period)) {
    sendRegistry(turn, { ...filter, ...period });
    return true;
  }
  const date = period.kind === "no-such-date" ? line(period.date, 20) : "";
  turn.say({ text: turn.words("report-period-refused", { why: period.kind, date }) });
  return false;
}

/** One is taken, several are offered. */
function takeSupplier(turn: Turn, filter: RegistryFilter, typed: string): boolean {
  const found = supplierChoices(turn.tx, typed, suppliersMax);
  const [only] = found;
  if (only === undefined) {
    turn.say({ text: turn.words("registry-no-supplier") });
    return false;
  }
  const supplier = supplierByKey(turn.tx, only.key)?.id;
  if (found.length === 1 && supplier !== undefined) sendRegistry(turn, { ...filter, supplier });
  else {
    const screen = openRegistryScreen(turn.tx, turn.me.id, { filter }, turn.now);
    turn.say({
      text: turn.words("registry-which", { view: "suppliers" }),
      buttons: supplierButtons(screen.id, found),
    });
  }
  return true;
}
