/** The way of a request: who signed and when, who holds it since when (D12, D16, D33). */
import type { Step } from "../../flows/engine/request.ts";
import { openSteps } from "../../flows/engine/request.ts";
import { stepTitle, type Process } from "../../flows/engine/process.ts";
import { id, type Instant, type PersonId, type StageId } from "../../flows/ids.ts";
import { holderOf } from "./hands.ts";
import { moment, nameOf } from "./place.ts";
import { line } from "./shown-text.ts";
import type { CardView } from "./view.ts";

/** More names are counted, not listed. */
const namesMax = 3;

/** «Мерчендайзер: Белова А. С., 12:04 ✓ · Менеджер по поставщикам: ожидается с 11:58, Киселёв О. И.» as HTML. */
export function routeLine(view: CardView): string {
  return view.request.steps
    .filter((step) => step.round === view.request.round)
    .map((step) => stepText(view, step))
    .join(" · ");
}

const marks = { approved: "✓", carried: "✓", done: "✓", rejected: "✗", "sent-back": "↩" } as const;

function stepText(view: CardView, step: Step): string {
  const visa = titleOf(view, step);
  if (step.outcome === "not-needed") return view.words("card-visa-not-needed", { visa });
  if (step.outcome === undefined) return waiting(view, step, visa);
  const signer = step.by === undefined ? "" : signerOf(view, step.by, step.forPerson);
  const at = time(view, step.closedAt ?? step.openedAt);
  return `${visa}: ${signer}, ${at} ${marks[step.outcome]}`;
}

/** No stage is called so: a step's title is looked for in all of them. */
const anyStage = id<StageId>("");

/** The step's declared title; it stays readable when the request has moved to a final stage. */
export function titleOf(
  view: { readonly process: Process; readonly viewer: Pick<CardView["viewer"], "language"> },
  step: Pick<Step, "visa">,
): string {
  const declared = stepTitle(view.process, anyStage, step.visa);
  return line(declared?.[view.viewer.language] ?? step.visa, 60);
}

/** «Петров П. П. (замещает: Белова А. С.)» */
export function signerOf(
  view: Pick<CardView, "company" | "words">,
  by: PersonId,
  forPerson: PersonId | undefined,
): string {
  const name = nameOf(view.company, by);
  if (forPerson === undefined || forPerson === by) return name;
  return `${name} (${view.words("card-for", { name: nameOf(view.company, forPerson) })})`;
}

function waiting(view: CardView, step: Step, visa: string): string {
  const { words } = view;
  if (view.request.status !== "open") return words("card-visa-not-needed", { visa });
  const people = view.people.get(step.visa) ?? [];
  if (people.length === 0) return words("card-visa-nobody", { visa });
  const shown = people.slice(0, namesMax).map((person) => nameOf(view.company, person));
  if (people.length > namesMax) shown.push(words("card-more-people", { count: people.length - namesMax }));
  const names = shown.join(", ");
  const holder = holderOf(view, step);
  if (holder !== undefined && step.question === undefined)
    return words("card-visa-taken", {
      visa,
      name: nameOf(view.company, holder.by),
      at: time(view, holder.at),
    });
  if (step.question !== undefined)
    return words("card-visa-asked", { visa, since: time(view, step.question.at), people: names });
  return words("card-visa-waiting", { visa, since: time(view, step.openedAt), people: names });
}

/** Why a head has the card: the term is over and he was added (D20). */
export function overdueLine(view: CardView): string {
  const added = openSteps(view.request).flatMap((step) => step.added);
  if (added.length === 0) return "";
  const people = added.map((person) => nameOf(view.company, person)).join(", ");
  return view.words("card-escalated", { people });
}

function time(view: CardView, at: Instant): string {
  return moment(view.company, view.request.place, at, view.request.filedAt, view.viewer.language);
}

/** Whether a signer may send the request back from where it stands. */
export function offersRework(view: CardView): boolean {
  const stage = view.process.stages[view.request.stage];
  return (stage?.kind === "visas" || stage?.kind === "task") && stage.rework;
}
