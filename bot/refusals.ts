/** Why something was not done, in the person's language. A refusal of a tap changes nothing and says why (D4, F74). */
import type { Company } from "../flows/company/company.ts";
import { postTitle } from "../flows/company/posts.ts";
import type { Process } from "../flows/engine/process.ts";
import type { Refusal, RefusalKind } from "../flows/engine/refusals.ts";
import type { Outcome } from "../flows/engine/request.ts";
import type { DepartmentId, Instant, Language, QuestionId } from "../flows/ids.ts";
import { moment, nameOf } from "./cards/place.ts";
import { questionTitle } from "./cards/question-title.ts";
import { line } from "./cards/shown-text.ts";
import { plainText } from "./delivery/message.ts";
import type { Words } from "./texts.ts";

/** What the words depend on. */
export interface RefusedOf {
  readonly company: Company;
  readonly process: Process;
  readonly place: DepartmentId;
  readonly now: Instant;
  readonly words: Words;
  readonly language: Language;
}

type Worded = {
  readonly [K in RefusalKind]: (refusal: Extract<Refusal, { kind: K }>, of: RefusedOf) => string;
};

const deciding: Readonly<Record<Outcome, string>> = {
  approved: "approved",
  rejected: "rejected",
  "sent-back": "sent-back",
  "not-needed": "not-needed",
  carried: "approved",
};

const when = (at: Instant, { company, place, now, language }: RefusedOf): string =>
  moment(company, place, at, now, language);

const worded: Worded = {
  "no-such-request": (_, { words }) => words("refusal-no-such-request"),
  "not-a-filer": (_, { words }) => words("refusal-not-a-filer"),
  "not-yours": (_, { words }) => words("refusal-not-yours"),
  "own-request": (_, { words }) => words("refusal-own-request"),
  "signed-other-visa": (_, { words }) => words("refusal-signed-other-visa"),
  "already-yours": (refusal, of) =>
    of.words("refusal-already-yours", { outcome: deciding[refusal.outcome], at: when(refusal.at, of) }),
  "already-decided": (refusal, of) => {
    const said = { outcome: deciding[refusal.outcome], at: when(refusal.at, of) };
    return refusal.by === undefined
      ? of.words("refusal-already-closed", { at: said.at })
      : of.words("refusal-already-decided", { ...said, name: nameOf(of.company, refusal.by) });
  },
  "not-a-colleague": (refusal, of) =>
    of.words("refusal-no-colleague", { name: nameOf(of.company, refusal.person) }),
  ended: (refusal, of) => {
    const stage = of.process.stages[refusal.stage]?.title[of.language] ?? refusal.stage;
    return of.words("refusal-ended", { stage: line(stage, 80), at: when(refusal.at, of) });
  },
  withdrawn: (refusal, of) => of.words("refusal-withdrawn", { at: when(refusal.at, of) }),
  "in-rework": (_, { words }) => words("refusal-in-rework"),
  "not-in-rework": (_, { words }) => words("refusal-not-in-rework"),
  outdated: (_, { words }) => words("refusal-outdated"),
  "reason-required": (_, { words }) => words("refusal-reason-required"),
  unpriced: (refusal, { words }) =>
    words(refusal.mine ? "refusal-unpriced-mine" : "refusal-unpriced", { count: refusal.lines }),
  "not-filled": (refusal, of) =>
    of.words("refusal-not-filled", {
      questions: refusal.questions.map((one) => titleOf(one, of)).join(", "),
    }),
  "nobody-to-sign": (refusal, of) =>
    of.words("refusal-nobody-to-sign", {
      post: line(refusal.post === undefined ? refusal.visa : postTitle(refusal.post, of.language), 80),
    }),
  "nothing-changed": (_, { words }) => words("refusal-nothing-changed"),
  "question-open": (_, { words }) => words("refusal-question-open"),
  "no-question": (_, { words }) => words("refusal-no-question"),
  "too-late-to-withdraw": (_, { words }) => words("refusal-too-late-to-withdraw"),
  "too-late-to-undo": (_, { words }) => words("refusal-too-late-to-undo"),
  "too-many-photos": (refusal, { words }) => words("refusal-too-many-photos", { max: String(refusal.max) }),
  "rework-not-offered": (_, { words }) => words("refusal-rework-not-offered"),
};

function titleOf(id: QuestionId, { process, words, language }: RefusedOf): string {
  const signers = Object.values(process.stages).flatMap((stage) =>
    stage.kind === "visas" ? Object.values(stage.visas).flatMap((visa) => visa.asks) : [],
  );
  const question = [...process.form, ...signers].find((one) => one.id === id);
  return line(question === undefined ? id : questionTitle(question, words, language), 60).toLowerCase();
}

/** The refusal as HTML: for a message as it is, for a toast through `plain`. */
export function refusalText(refusal: Refusal, of: RefusedOf): string {
  // The entry of its own kind takes exactly this refusal; the compiler can't follow the link between the two.
  const word = worded[refusal.kind] as (refusal: Refusal, of: RefusedOf) => string;
  return word(refusal, of);
}

/** A second tap of the same person reads as success; a lost race is no fault of his either. */
export function isMild(refusal: Refusal): boolean {
  return refusal.kind === "already-yours";
}

/** Refusals that only a forged or a foreign tap meets (F120). */
export function isForeign(refusal: Refusal): boolean {
  return ["no-such-request", "not-yours", "not-a-filer", "own-request", "rework-not-offered"].includes(
    refusal.kind,
  );
}

/** Telegram's limit for what a press is answered with (T42). */
const toastMax = 200;

/** HTML of ours as plain text for a toast: no tags, entities read back, at most 200 characters. */
export const plain = (html: string): string => inToast(plainText(html));

/** A plain text cut to what a toast holds, never inside a character (F117). */
export function inToast(text: string): string {
  const letters = Array.from(text);
  return letters.length <= toastMax ? text : `${letters.slice(0, toastMax - 1).join("")}…`;
}
