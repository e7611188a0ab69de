/** grammY's context while an update is routed: collects the one piece of work that a feature names for it. */
import { Context } from "grammy";
import type { Person } from "../../flows/company/company.ts";
import type { Ctx, StrangerTurn, Work } from "../work.ts";

/** What an update asks for, before anything is done about it. */
export type Plan =
  | { readonly kind: "person"; readonly name: string; readonly person: Person; readonly body: Work }
  | {
      readonly kind: "stranger";
      readonly name: string;
      readonly telegram: number;
      readonly languageCode?: string;
      readonly body: (turn: StrangerTurn) => void;
    }
  /** Nobody's business: counted as handled (F34). */
  | { readonly kind: "nothing"; readonly name: string };

export class ChatContext extends Context implements Ctx {
  person?: Person;
  plan: Plan | undefined;

  work(name: string, body: Work): void {
    if (this.person === undefined) throw new Error(`work "${name}" was named for a stranger`);
    this.#give({ kind: "person", name, person: this.person, body });
  }

  strangerWork(name: string, body: (turn: StrangerTurn) => void): void {
    if (this.from === undefined) throw new Error(`work "${name}" was named for an update without a sender`);
    const languageCode = this.from.language_code;
    this.#give({
      kind: "stranger",
      name,
      telegram: this.from.id,
      ...(languageCode !== undefined && { languageCode }),
      body,
    });
  }

  /** For what intake itself does: groups, senders that are no persons. */
  nothing(name: string): void {
    this.#give({ kind: "nothing", name });
  }

  #give(plan: Plan): void {
    if (this.plan !== undefined)
      throw new Error(`"${plan.name}" was named for an update that "${this.plan.name}" has already taken`);
    this.plan = plan;
  }
}
