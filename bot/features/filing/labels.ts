/** What stands on the reply keyboard: every button of the dialogue in words. A press comes back as these words. */
import { personById } from "../../../flows/company/directory.ts";
import { shortDate } from "../../../flows/documents/dates.ts";
import { shortName } from "../../../flows/documents/short-name.ts";
import { departmentOf } from "../../../flows/company/places.ts";
import { formatNumber, formatQuantity } from "../../../flows/goods/quantity.ts";
import type { Button, ButtonKind, Buttons } from "../../../flows/filing/input.ts";
import type { Company } from "../../../flows/company/company.ts";
import type { Question } from "../../../flows/engine/questions.ts";
import { languages, type Language } from "../../../flows/ids.ts";
import { questionTitle } from "../../cards/question-title.ts";
import { cut } from "../../cards/shown-text.ts";
import { wordsIn, type Words } from "../../texts.ts";
import { buttonSpoken, same } from "./typed-words.ts";

/** Two names may differ in their last letters only (a colour), so labels are cut late; phones shorten what doesn't fit. */
const labelMax = 200;
const nameMax = 60;

export interface Labelling {
  readonly company: Company;
  /** The questions whose options and titles may stand on buttons. */
  readonly form: readonly Question[];
  /** Titles of processes, for the buttons that choose one. */
  readonly titles?: ReadonlyMap<string, string>;
  readonly words: Words;
  readonly language: Language;
}

type Labelled = {
  readonly [K in ButtonKind]: (button: Extract<Button, { kind: K }>, of: Labelling) => string;
};
const plain =
  (key: string) =>
  (_button: Button, { words }: Labelling): string =>
    words(key);

const labelled: Labelled = {
  back: plain("filing-button-back"),
  next: plain("filing-button-next"),
  skip: plain("filing-button-skip"),
  later: plain("filing-button-later"),
  cancel: plain("filing-button-cancel"),
  done: plain("filing-button-done"),
  place: ({ place }, { company }) => departmentOf(company, place)?.name ?? place,
  model: ({ model }) => model,
  product: ({ name }) => name,
  quantity: ({ quantity, unit }, { language }) =>
    unit === undefined ? formatNumber(quantity, language) : formatQuantity(quantity, unit, language),
  right: plain("filing-button-right"),
  "right-and-done": plain("filing-button-right-and-done"),
  "mend-line": plain("filing-button-mend-line"),
  "add-outside": plain("filing-button-add-outside"),
  "change-lines": plain("filing-button-change-lines"),
  line: ({ at, name, quantity, unit }, { language }) =>
    `${at}. ${cut(name, nameMax)} — ${formatQuantity(quantity, unit, language)}`,
  "change-quantity": plain("filing-button-change-quantity"),
  "change-reason": plain("filing-button-change-reason"),
  remove: plain("filing-button-remove"),
  reason: ({ code }, { company, language }) =>
    company.reasons.find((reason) => reason.code === code)?.title[language] ?? code,
  "different-reasons": plain("filing-button-different-reasons"),
  "one-reason": plain("filing-button-one-reason"),
  "drop-last-photo": plain("filing-button-drop-last-photo"),
  "drop-photos": plain("filing-button-drop-photos"),
  supplier: ({ name }) => name,
  "new-supplier": plain("filing-button-new-supplier"),
  split: ({ count }, { words }) => words("filing-button-split", { count }),
  together: plain("filing-button-together"),
  option: ({ option }, { form, language }) =>
    form
      .flatMap((question) => (question.kind === "choice" ? question.options : []))
      .find((known) => known.id === option)?.title[language] ?? option,
  day: ({ day }, { words }) => words("filing-button-day", { day }),
  ahead: ({ date, days }, { words }) =>
    words("filing-button-ahead", { date: shortDate(date), days: String(days) }),
  rate: ({ percent }, { words }) =>
    percent === undefined
      ? words("filing-button-no-vat")
      : words("filing-button-rate", { percent: String(percent) }),
  "as-on-paper": plain("filing-button-as-on-paper"),
  person: ({ person }, { company, words }) => {
    if (person === undefined) return words("filing-button-any-person");
    const known = personById(company, person);
    return [known === undefined ? person : shortName(known.name), known?.title].filter(Boolean).join(", ");
  },
  submit: plain("filing-button-submit"),
  change: plain("filing-button-change"),
  question: ({ question }, { form, words, language }) => {
    const known = form.find((one) => one.id === question);
    return known === undefined ? question : questionTitle(known, words, language);
  },
  "change-place": plain("filing-button-change-place"),
  resume: plain("filing-button-resume"),
  "start-over": plain("filing-button-start-over"),
  "keep-draft": plain("filing-button-keep-draft"),
  "delete-draft": plain("filing-button-delete-draft"),
  attach: ({ request }, { words }) => words("filing-button-attach", { number: String(request) }),
  process: ({ process }, { titles }) => titles?.get(process) ?? process,
  "not-needed": plain("filing-button-not-needed"),
};

function label(button: Button, of: Labelling): string {
  // The entry of its own kind takes exactly this button; the compiler can't follow the link between the two.
  const word = labelled[button.kind] as (button: Button, of: Labelling) => string;
  return cut(word(button, of), labelMax);
}

/** The reply keyboard of a prompt. */
export function keyboardOf(buttons: Buttons, of: Labelling): string[][] {
  return buttons.map((row) => row.map((button) => label(button, of)));
}

/** Buttons without anything of their own: pressed on an older keyboard they are never taken for an answer. */
const controls: Buttons = [
  [
    { kind: "back" },
    { kind: "next" },
    { kind: "skip" },
    { kind: "later" },
    { kind: "cancel" },
    { kind: "done" },
    { kind: "right" },
    { kind: "right-and-done" },
    { kind: "mend-line" },
    { kind: "add-outside" },
    { kind: "change-lines" },
    { kind: "change-quantity" },
    { kind: "change-reason" },
    { kind: "remove" },
    { kind: "different-reasons" },
    { kind: "drop-last-photo" },
    { kind: "drop-photos" },
    { kind: "new-supplier" },
    { kind: "rate" },
    { kind: "as-on-paper" },
    { kind: "person" },
    { kind: "submit" },
    { kind: "change" },
    { kind: "resume" },
    { kind: "start-over" },
    { kind: "keep-draft" },
    { kind: "delete-draft" },
  ],
];

/**
 * The button that a text means: one of those offered, else a control of any question, in the person's language first,
 * else in another one (he may have changed it since the keyboard was sent), else one that people say in other words.
 */
export function buttonMeant(text: string, buttons: Buttons, of: Labelling): Button | undefined {
  const meant = same(text);
  const all = [...buttons, ...controls].flat();
  const others = languages.filter((language) => language !== of.language);
  for (const language of [of.language, ...others]) {
    const inLanguage = { ...of, language, words: wordsIn(language) };
    const found = all.find((button) => same(label(button, inLanguage)) === meant);
    if (found !== undefined) return found;
  }
  return buttonSpoken(text, buttons);
}
