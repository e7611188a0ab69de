/** A file that an accountant drops into the chat: a bank statement, or a sheet of deals or payments. It is fetched and read by jobs. */
import type { Message } from "grammy/types";
import { addImport } from "../../../db/imports.ts";
import { openDraft } from "../../../db/drafts.ts";
import { noteUpload } from "../../../db/uploads.ts";
import { isAccountant } from "../../../flows/payments/recipients.ts";
import { nameOf } from "../../cards/place.ts";
import type { Claim } from "../../claims.ts";
import { hasDeals } from "../../payments/seen-deals.ts";
import type { Turn } from "../../work.ts";
import { mayFile } from "../filing/start.ts";
import { incoming, isTable, noteOf, type FileNote } from "../filing/incoming.ts";
import { fetchBytesMax } from "../../files/fetch-max.ts";

const textNames = /\.(txt|1c|dat)$/i;

/** Whether a file is kept as it came, to be read by its content: a statement is a text, whatever the bank calls it. */
export function isPlainText(of: {
  readonly sentAs: FileNote["sentAs"];
  readonly name?: string | null | undefined;
  readonly mime?: string | null | undefined;
}): boolean {
  if (of.sentAs !== "document") return false;
  const name = of.name ?? "";
  return textNames.test(name) || (!/\.\w{1,5}$/.test(name) && /^text\/plain/i.test(of.mime ?? "text/plain"));
}

/** What of a message may be an import; undefined: nothing. */
function fileOf(message: Message): FileNote | undefined {
  const read = incoming(message);
  if (read.kind === "table") return read.note;
  const { document } = message;
  if (document === undefined) return undefined;
  const note = noteOf(document, "document");
  return isPlainText(note) || isTable(note) ? note : undefined;
}

/** Whether a person files requests whose goods may come as a table. */
const filesTables = ({ tx, company, me }: Turn): boolean =>
  mayFile(tx, company, me.id).some((process) => process.form.some((question) => question.kind === "goods"));

/**
 * Only who keeps the books imports; who has deals, but neither books to keep nor goods to file, hears who does. A table goes to
 * the request that is being filled in, if there is one.
 */
export const importClaim: Claim = (turn, message) => {
  const { tx, company, me } = turn;
  const note = fileOf(message);
  if (note === undefined) return false;
  const mine = isAccountant(company, me.id);
  if (isTable(note) && openDraft(tx, me.id) !== undefined) return false;
  if (mine) take(turn, note);
  else if (hasDeals(tx, company, me) && !filesTables(turn)) sayWhose(turn);
  else return false;
  return true;
};

/** Accountants that are named: more than that nobody turns to. */
const namedMax = 3;

function sayWhose(turn: Turn): void {
  const { company, words } = turn;
  const who = company.people.filter((person) => person.active && isAccountant(company, person.id));
  const names = who.slice(0, namedMax).map((person) => nameOf(company, person.id));
  turn.say({ text: words("import-not-yours", { names: names.length > 0 ? names.join(", ") : "—" }) });
}

function take(turn: Turn, note: FileNote): void {
  if ((note.bytes ?? 0) > fetchBytesMax) return turn.say({ text: turn.words("import-too-big") });
  noteUpload(turn.tx, { ...note, person: turn.me.id, at: turn.now });
  addImport(turn.tx, { person: turn.me.id, upload: note.uniqueId, at: turn.now });
  turn.say({ text: turn.words("import-reading") });
}
