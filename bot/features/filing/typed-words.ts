/** What people type where a button stands: «да» for «Верно», «всё» for «Готово», «нет» for «Пропустить». */
import { oneLine } from "../../../flows/company/clean-text.ts";
import type { Button, Buttons } from "../../../flows/filing/input.ts";
import { languages } from "../../../flows/ids.ts";
import { wordsIn } from "../../texts.ts";

/** Typed and pressed words that differ only in letter case, ё, kinds of spaces or final points mean the same. */
export const same = (text: string): string =>
  oneLine(text.replace(/\s+/g, " "))
    .replace(/[.!…]+$/, "")
    .toLowerCase()
    .replaceAll("ё", "е");

const spoken = (key: string): ReadonlySet<string> =>
  new Set(languages.flatMap((language) => wordsIn(language)(key).split(";").map(same)));
const yes = spoken("filing-typed-yes");
const done = spoken("filing-typed-done");
const no = spoken("filing-typed-no");
const send = spoken("filing-typed-send");

function saidBy(button: Button): ReadonlySet<string> | undefined {
  if (button.kind === "right" || button.kind === "resume" || button.kind === "split") return yes;
  if (button.kind === "supplier") return button.own === true ? yes : undefined;
  if (button.kind === "done") return done;
  if (button.kind === "skip" || button.kind === "together") return no;
  return button.kind === "submit" ? send : undefined;
}

/** The first offered button that a typed word stands for, whatever the person's language; undefined: none. */
export function buttonSpoken(text: string, offered: Buttons): Button | undefined {
  const meant = same(text);
  return offered.flat().find((button) => saidBy(button)?.has(meant) === true);
}
