/** Choosing a colleague: likely people as buttons, anybody else by his name. */
import type { InlineKeyboardButton } from "grammy/types";
import type { Company } from "../../../flows/company/company.ts";
import { colleaguesNamed, jobOf, likelyColleagues } from "../../../flows/company/colleagues.ts";
import { personById } from "../../../flows/company/directory.ts";
import { shortName } from "../../../flows/documents/short-name.ts";
import { mayBeHanded } from "../../../flows/engine/addressees.ts";
import { stepNamed } from "../../../flows/engine/request.ts";
import type { PersonId, VisaId } from "../../../flows/ids.ts";
import { closeMessage, readerOf, withCase } from "../../act.ts";
import { endPrompt, prompt, type PromptOf } from "../../ask.ts";
import type { Aim } from "../../awaited.ts";
import { button } from "../../buttons.ts";
import type { Case } from "../../cards/case.ts";
import { caseName } from "../../cards/first-line.ts";
import { cut } from "../../cards/shown-text.ts";
import { whoCode } from "../../reports/report-scope.ts";
import type { Turn } from "../../work.ts";
import { textOf } from "../typed.ts";

/** Colleagues offered at once; whoever isn't among them is found by name. */
const offeredMax = 8;

/** The person whom a button names, if it names exactly one who works here. */
export function personOf(company: Company, who: string): PersonId | undefined {
  const found = company.people.filter((one) => one.active && whoCode(one.id) === who);
  return found.length === 1 ? found[0]?.id : undefined;
}

/** The same, if it isn't me. */
export function colleagueOf({ company, me }: Turn, who: string): PersonId | undefined {
  const found = personOf(company, who);
  return found === me.id ? undefined : found;
}

/** A person as a button shows him: «Киселёв О. И. · менеджер по работе с поставщиками», in plain text. */
export function colleagueLabel({ company, me }: Pick<Turn, "company" | "me">, person: PersonId): string {
  const name = shortName(personById(company, person)?.name ?? person);
  const job = jobOf(company, person, me.language);
  return cut(job === undefined ? name : `${name} · ${job}`, 60);
}

/** Asks who it should be. */
export function chooseColleague(turn: Turn, found: Case, visa: VisaId, aim: Aim): void {
  const likely = likelyColleagues(turn.company, turn.me.id, found.request.place);
  offer(turn, found, { kind: "colleague", visa, aim }, likely, "colleague-which");
}

function offer(
  turn: Turn,
  found: Case,
  awaited: PromptOf<"colleague">["awaited"],
  people: readonly PersonId[],
  text: "colleague-which" | "colleague-found",
): void {
  const { words } = turn;
  const request = found.request.id;
  const fit = people.filter((person) => fits(turn, found, awaited, person)).slice(0, offeredMax);
  prompt(turn, awaited, request, (row) => ({
    text: words(text, { aim: awaited.aim, case: caseName(found, readerOf(turn)) }),
    buttons: [
      ...fit.map((person): InlineKeyboardButton[] => [
        button(colleagueLabel(turn, person), {
          kind: awaited.aim === "consult" ? "consult-whom" : "delegate-to",
          request,
          visa: awaited.visa,
          who: whoCode(person),
        }),
      ]),
      [button(words("button-cancel"), { kind: "cancel", row })],
    ],
  }));
}

/** Nobody is offered who would be refused: a visa goes to nobody who filed the request or has signed it (O3). */
function fits(
  turn: Turn,
  { request }: Case,
  { visa, aim }: PromptOf<"colleague">["awaited"],
  person: PersonId,
): boolean {
  const step = stepNamed(request, visa);
  if (step === undefined) return false;
  if (aim === "delegate") return mayBeHanded(step, person, request, turn.company);
  return step.consulted?.some((one) => one.of === person) !== true;
}

/** A typed name: those who bear it are offered; nobody of that name leaves the prompt open. */
export function answerColleague(turn: Turn, asked: PromptOf<"colleague">, text: string): void {
  withCase(turn, asked.request, (found) => {
    const typed = textOf(turn, text);
    if (typed === undefined) return;
    const named = colleaguesNamed(turn.company, turn.me.id, typed);
    const fit = named.filter((person) => fits(turn, found, asked.awaited, person));
    if (fit.length === 0)
      return turn.say({ text: turn.words(named.length === 0 ? "colleague-none" : "colleague-cannot") });
    endPrompt(turn, asked);
    // one list to choose from: the one before the typed name keeps its words only
    const before = { aim: asked.awaited.aim, case: caseName(found, readerOf(turn)) };
    if (asked.editable) closeMessage(turn, asked.message, turn.words("colleague-which", before));
    offer(turn, found, asked.awaited, fit, "colleague-found");
  });
}
