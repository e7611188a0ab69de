/** Invoices in the store as the form files them, with a real file that a manager sent: what is told here begins at the card. */
import { execute } from "../../../db/execute.ts";
import { fileOf } from "../../../db/files.ts";
import { loadRequest } from "../../../db/requests.ts";
import { uploadOf } from "../../../db/uploads.ts";
import { write } from "../../../db/write.ts";
import type { Answers, KeptFile } from "../../../flows/engine/answers.ts";
import type { Request } from "../../../flows/engine/request.ts";
import { id, units, type FileHash, type Instant, type Minor, type RequestId } from "../../../flows/ids.ts";
import type { Story } from "../../harness.ts";
import { samples } from "../filing-words.ts";

/** Which director a manager names; absent: either of them. */
interface Filed {
  readonly signer?: string;
  readonly file?: KeptFile;
}

/** 244 000 ₽ with 22 % VAT in them, of АО «Вихрь-Опт», to be paid by 18 March. */
export const vikhr = (file: KeptFile, signer?: string): Answers => ({
  file: { kind: "files", files: [file] },
  supplier: { kind: "supplier", supplier: { id: id("vikhr"), name: "АО «Вихрь-Опт»" } },
  number: { kind: "text", text: "ВО-118/26" },
  date: { kind: "date", date: "2026-02-27" },
  sum: { kind: "sum", sum: units<Minor>(24_400_000), vat: { percent: 22, sum: units<Minor>(4_400_000) } },
  due: { kind: "date", date: "2026-03-18" },
  purpose: { kind: "text", text: "Оплата по счёту № ВО-118/26 за обувь" },
  account: { kind: "skipped" },
  order: { kind: "skipped" },
  signer: { kind: "person", ...(signer === undefined ? {} : { person: id(signer) }) },
  comment: { kind: "skipped" },
});

/** A photo that the manager sends into the chat, fetched and kept. */
export async function photoOf(told: Story, by = "petrenko", path: string = samples.tag): Promise<KeptFile> {
  const person = told.person(by);
  await person.photo(path);
  const row = told.store.sqlite.prepare("SELECT unique_id FROM uploads ORDER BY rowid DESC").pluck().get();
  const upload = uploadOf(told.store, String(row));
  if (upload?.hash === undefined) throw new Error("the photo was not kept");
  const mime = fileOf(told.store, upload.hash)?.mime ?? "";
  const { fileId, uniqueId, hash } = upload;
  return { hash, name: "schet.jpg", mime, fileId, uniqueId, sentAs: "photo" };
}

/** Files an invoice and lets the bot tell whom it concerns. */
export async function fileInvoice(told: Story, of: Filed = {}): Promise<RequestId> {
  const file = of.file ?? (await photoOf(told));
  const done = write(told.store, (tx) =>
    execute(
      tx,
      { process: id("invoice") },
      {
        kind: "file",
        by: id("petrenko"),
        at: units<Instant>(told.clock.now()),
        place: id("commerce"),
        answers: vikhr(file, of.signer),
      },
    ),
  );
  if ("refusal" in done) throw new Error(`filing was refused: ${done.refusal.kind}`);
  await told.settle();
  return done.request.id;
}

/** Sends it again with another file, as the form does after a rework. */
export async function fileAgain(told: Story, number: RequestId, name: string): Promise<void> {
  const { answers } = stored(told, number);
  const [file] = answers["file"]?.kind === "files" ? answers["file"].files : [];
  if (file === undefined) throw new Error("an invoice without a file");
  const again = { ...answers, file: { kind: "files", files: [{ ...file, name }] } } as const;
  const command = {
    kind: "resubmit",
    by: id<never>("petrenko"),
    at: units<Instant>(told.clock.now()),
    answers: again,
  } as const;
  const done = write(told.store, (tx) => execute(tx, { request: number }, command));
  if ("refusal" in done) throw new Error(`it was not sent again: ${done.refusal.kind}`);
  await told.settle();
}

export function stored(told: Story, number: RequestId): Request {
  const request = loadRequest(told.store, number);
  if (request === undefined) throw new Error(`no request № ${number}`);
  return request;
}

/** The card of an invoice as it stands in a chat now; undefined: none stands there. */
export function cardOf(told: Story, who: string, number: RequestId) {
  return told
    .person(who)
    .messages()
    .findLast(
      (message) =>
        message.from === "bot" &&
        new RegExp(`^Счёт [^\\n]*\\n(\\d+ из \\d+ · )?№ ${number} ·`).test(
          (message.text ?? message.caption ?? "").replaceAll("\u00a0", " "),
        ),
    );
}
/** Its words with plain spaces; empty: none stands there. */
export const cardText = (told: Story, who: string, number: RequestId): string => {
  const card = cardOf(told, who, number);
  return (card?.text ?? card?.caption ?? "").replaceAll("\u00a0", " ");
};
/** Labels of its buttons with plain spaces. */
export const cardButtons = (told: Story, who: string, number: RequestId): string[] =>
  (cardOf(told, who, number)?.buttons ?? []).flat().map((one) => one.text.replaceAll("\u00a0", " "));

export const asHash = (text: string): FileHash => id<FileHash>(text);
