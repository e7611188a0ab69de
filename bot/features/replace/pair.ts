/** Two people whom buttons name: who leaves and who takes over. Only an administrator replaces people (D26). */
import { humanOf, isAdministrator } from "../../../flows/company/directory.ts";
import type { PersonId } from "../../../flows/ids.ts";
import type { Turn } from "../../work.ts";
import { personOf } from "../colleagues/choose.ts";

/** Whether I may replace people at all. */
export const mayReplace = ({ company, me }: Turn): boolean => isAdministrator(company, me.id);

/** Who leaves and who takes over. */
export interface Pair {
  readonly leaver: PersonId;
  readonly successor: PersonId;
}

/** The two whom a button names, both at work and two different people; undefined: not so (any more), or not mine to do. */
export function pairOf(turn: Turn, who: string, by: string): Pair | undefined {
  const leaver = leaverOf(turn, who);
  const successor = personOf(turn.company, by);
  if (leaver === undefined || successor === undefined) return undefined;
  const same = humanOf(turn.company, leaver) === humanOf(turn.company, successor);
  return same ? undefined : { leaver, successor };
}

/** Who leaves, as a button names him: never the administrator himself. */
export function leaverOf(turn: Turn, who: string): PersonId | undefined {
  const leaver = mayReplace(turn) ? personOf(turn.company, who) : undefined;
  return leaver === turn.me.id ? undefined : leaver;
}

/** A stale or forged press. */
export function notNow(turn: Turn): void {
  if (!mayReplace(turn)) turn.refused();
  turn.toast(turn.words("replace-stale"), true);
}
