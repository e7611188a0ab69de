/** Whose import it is, who may go on with it, and who hears what became of it. */
import { importById, type ImportRow } from "../../../db/imports.ts";
import { personById } from "../../../flows/company/directory.ts";
import type { Language } from "../../../flows/ids.ts";
import { isAccountant } from "../../../flows/payments/recipients.ts";
import { nameOf } from "../../cards/place.ts";
import { plain } from "../../refusals.ts";
import { wordsIn, type Words } from "../../texts.ts";
import type { Turn } from "../../work.ts";

/** Whoever keeps the books goes on with any import, also a colleague's; others don't hear whether there is such a one. */
export function withImport(turn: Turn, id: number, body: (row: ImportRow) => void): void {
  const row = importById(turn.tx, id);
  if (row !== undefined && isAccountant(turn.company, turn.me.id)) return body(row);
  turn.refused();
  turn.toast(plain(turn.words("import-none")), true);
}

/** A press that came after somebody's: it changes nothing, and it is said whose that was. */
export function doneBefore(turn: Turn, { decidedBy }: ImportRow): void {
  if (decidedBy === undefined) turn.toast(turn.words("payment-done-before"));
  else turn.toast(plain(turn.words("import-done-before", { name: nameOf(turn.company, decidedBy) })));
}

/** Who sent the file hears what came of it as well, and by whom, when a colleague went on with it. */
export function sayDone(
  turn: Turn,
  { person }: ImportRow,
  text: (words: Words, language: Language) => string,
): void {
  const sender = personById(turn.company, person);
  if (sender === undefined || !sender.active || sender.id === turn.me.id) return;
  const words = wordsIn(sender.language);
  const by = words("import-done-by", { name: nameOf(turn.company, turn.me.id) });
  turn.tell(sender, { text: `${text(words, sender.language)}\n${by}` });
}
