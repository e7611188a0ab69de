/** A supplier's invoice on its way to an accountant, straight through the store: what is told of letters begins there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execute } from "../../../db/execute.ts";
import { noteFile, putFile } from "../../../db/files.ts";
import { letterOf, type LetterRow } from "../../../db/letters.ts";
import { write } from "../../../db/write.ts";
import type { Answers } from "../../../flows/engine/answers.ts";
import type { Command } from "../../../flows/engine/command.ts";
import { id, units, type Instant, type Minor, type RequestId } from "../../../flows/ids.ts";
import type { LetterKind } from "../../../flows/mail/letter.ts";
import { quickPrinter } from "../../faults/quick-printer.ts";
import { story, type Story, type StoryOf } from "../../harness.ts";

const paper = "playground/samples/08-shelf-no-code.jpg";
export const minute = 60_000;
/** Words with plain spaces, as a reader sees them. */
export const plain = (text: string): string => text.replaceAll("\u00a0", " ");
export const payment = id<never>("payment");

/** What the card's buttons say. */
export const take = "Взять и известить поставщика";
export const release = "Вернуть в очередь";

export interface InvoiceOf {
  readonly supplier?: string;
  readonly number?: string;
  readonly due?: string;
  readonly fileName?: string;
  /** Default: Петренко, of the commercial department. */
  readonly by?: string;
  readonly place?: string;
}

/** Where invoices are filed straight into the store. */
export type Desk = Pick<Story, "store" | "dataDir" | "settle"> & { readonly clock: { now(): number } };

/** 244 000 ₽ with VAT, of the supplier «Вихрь-Опт», to be paid by 18 March 2026. */
export async function invoiceAnswers(told: Desk, of: InvoiceOf = {}): Promise<Answers> {
  const bytes = readFileSync(paper);
  const hash = await putFile(join(told.dataDir, "files"), bytes);
  const at = units<Instant>(told.clock.now());
  write(told.store, (tx) => noteFile(tx, { hash, mime: "image/jpeg", bytes: bytes.length, at }));
  const name = of.fileName ?? "Счёт УТ-1045.jpg";
  const file = { hash, name, mime: "image/jpeg", fileId: "f", uniqueId: "u", sentAs: "document" } as const;
  return {
    file: { kind: "files", files: [file] },
    supplier: { kind: "supplier", supplier: { id: id(of.supplier ?? "vikhr"), name: "АО «Вихрь-Опт»" } },
    number: { kind: "text", text: of.number ?? "УТ-1045" },
    date: { kind: "date", date: "2026-02-27" },
    sum: {
      kind: "sum",
      sum: units<Minor>(24_400_000),
      vat: { percent: 22, sum: units<Minor>(4_400_000) },
    },
    due: { kind: "date", date: of.due ?? "2026-03-18" },
    purpose: { kind: "text", text: "Оплата за обувь" },
    account: { kind: "skipped" },
    order: { kind: "skipped" },
    signer: { kind: "person" },
    comment: { kind: "skipped" },
  };
}

/** One command of a person, at the story's time. */
export function give(told: Desk, request: RequestId, command: Given): void {
  const at = units<Instant>(told.clock.now());
  const whole = { ...command, by: id(command.by), at } as Command; // a kind with its own fields
  const done = write(told.store, (tx) => execute(tx, { request }, whole));
  if ("refusal" in done) throw new Error(`${command.kind} was refused: ${JSON.stringify(done.refusal)}`);
}
export type Given = { readonly by: string } & WithoutGiver<Command>;
type WithoutGiver<C> = C extends { by: unknown } ? Omit<C, "by" | "at"> : never;

/** Filed by Петренко, signed by Громов: both accountants are asked. */
export async function approved(told: Desk, of: InvoiceOf = {}): Promise<RequestId> {
  const answers = await invoiceAnswers(told, of);
  const at = units<Instant>(told.clock.now());
  const filed = write(told.store, (tx) =>
    execute(
      tx,
      { process: id("invoice") },
      { kind: "file", by: id(of.by ?? "petrenko"), at, place: id(of.place ?? "commerce"), answers },
    ),
  );
  if ("refusal" in filed) throw new Error(`filing was refused: ${JSON.stringify(filed.refusal)}`);
  const request = filed.request.id;
  const { revision } = filed.request;
  give(told, request, {
    kind: "sign",
    by: "gromov",
    visa: id("director"),
    decision: "approved",
    seen: revision,
  });
  await told.settle();
  return request;
}

/** A story with a mail server. */
export async function letterStory(of: StoryOf = {}): Promise<Story> {
  const told = await story({ mail: true, printer: quickPrinter, ...of });
  await told.everybody();
  return told;
}

export function letter(told: Story, request: RequestId, kind: LetterKind = "handed-over"): LetterRow {
  const found = letterOf(told.store, request, kind);
  if (found === undefined) throw new Error(`no letter ${kind} was planned`);
  return found;
}

/** Pays everything, as a bank would have told it. */
export function pay(told: Story, request: RequestId, by = "orlova", order = "45"): void {
  const paid = { date: "2026-03-02", sum: units<Minor>(24_400_000), order };
  give(told, request, { kind: "pay", by, visa: payment, payment: paid });
}
