/** What the questions about a paper ask: its file, its sum and tax, who signs it, the account; with their buttons. */
import { vatInside } from "../goods/vat.ts";
import type { AtAccount } from "./account-dialogue.ts";
import { countryAt } from "./at-place.ts";
import type { Around } from "./catalogue.ts";
import type { Draft } from "./draft.ts";
import type { Button, Buttons } from "./input.ts";
import { isNeeded } from "./order.ts";
import { filesQuestion, filesTaken } from "./papers.ts";
import { peopleOffered } from "./people-offered.ts";
import type { AtPerson } from "./person-dialogue.ts";
import type { Prompt } from "./prompt.ts";
import { ratesOffered, type AtSum } from "./sum-dialogue.ts";
import { faultOf } from "./wrong-answers.ts";

type Asked = Pick<Prompt, "ask" | "buttons">;
const next: Button = { kind: "next" };

export function filesAsk(draft: Draft, around: Around): Asked {
  const question = filesQuestion(around);
  const needed = question !== undefined && isNeeded(question, draft, around);
  const files = filesTaken(draft, around.catalogue);
  // The keyboard is that of the moment when it was asked: what may be wanted after the first file stands on it at once.
  const remove: readonly Button[] = [{ kind: "drop-last-photo" }, { kind: "drop-photos" }];
  const end: readonly Button[] =
    needed || files.length > 0 ? [{ kind: "done" }] : [{ kind: "done" }, { kind: "skip" }];
  return { ask: { kind: "files", files, max: question?.max ?? 0, needed }, buttons: [end, remove] };
}

export function sumAsk(draft: Draft, at: AtSum, around: Around): Asked {
  const { step } = at;
  const given = draft.answers[at.question];
  switch (step.kind) {
    case "sum": {
      const question = around.process.form.find((known) => known.id === at.question);
      const stands = given?.kind === "sum" && question !== undefined && !faultOf(question, draft, around);
      return {
        ask: { kind: "sum", ...(given?.kind === "sum" ? { given } : {}) },
        buttons: stands ? [[next]] : [],
      };
    }
    case "rate": {
      const rates = ratesOffered(draft, around).map((percent): Button => ({ kind: "rate", percent }));
      return { ask: { kind: "rate", sum: step.sum }, buttons: [rates, [{ kind: "rate" }]] };
    }
    case "vat": {
      const { sum, percent } = step;
      return {
        ask: { kind: "vat", sum, percent, vat: vatInside(sum, percent) },
        buttons: [[{ kind: "right" }]],
      };
    }
    case "confirm": {
      const { sum, percent, vat } = step;
      return {
        ask: { kind: "vat-differs", percent, inside: vatInside(sum, percent), vat },
        buttons: [[{ kind: "as-on-paper" }]],
      };
    }
  }
}

export function personAsk(draft: Draft, at: AtPerson, around: Around): Asked {
  const question = around.process.form.find((known) => known.id === at.question);
  const people = question?.kind === "person" ? peopleOffered(question, draft, around) : [];
  const given: Buttons = draft.answers[at.question]?.kind === "person" ? [[next]] : [];
  return {
    ask: { kind: "person" },
    buttons: [
      ...given,
      [{ kind: "person" }],
      ...people.map((person): readonly Button[] => [{ kind: "person", person }]),
    ],
  };
}

export function accountAsk(draft: Draft, at: AtAccount, around: Around): Asked {
  if (at.account !== undefined) return { ask: { kind: "account-bank", account: at.account }, buttons: [] };
  const question = around.process.form.find((known) => known.id === at.question);
  const needed = question !== undefined && isNeeded(question, draft, around);
  const given = draft.answers[at.question];
  const stands =
    given?.kind === "account" ? { given: [given.account, given.bank].filter(Boolean).join(", ") } : {};
  const go: Buttons = "given" in stands ? [[next]] : [];
  return {
    ask: { kind: "account", country: countryAt(draft, around), needed, ...stands },
    buttons: [...go, ...(needed ? [] : [[{ kind: "skip" } as const]])],
  };
}
