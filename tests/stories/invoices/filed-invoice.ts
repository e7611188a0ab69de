/** Invoices of the demo company on their way, put there by commands with files that are really kept: for stories of what follows. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execute } from "../../../db/execute.ts";
import { noteFile, putFile } from "../../../db/files.ts";
import { loadRequest } from "../../../db/requests.ts";
import { supplier } from "../../../db/suppliers.ts";
import { write } from "../../../db/write.ts";
import type { Answers } from "../../../flows/engine/answers.ts";
import type { Command } from "../../../flows/engine/command.ts";
import type { NewPayment, Request } from "../../../flows/engine/request.ts";
import {
  id,
  units,
  type DepartmentId,
  type Instant,
  type Minor,
  type PersonId,
  type ProcessId,
  type RequestId,
  type SupplierId,
  type VisaId,
} from "../../../flows/ids.ts";
import type { Story } from "../../harness.ts";

const sample = "playground/samples/08-shelf-no-code.jpg";

export interface InvoiceOf {
  /** Of the company file. Default: Вихрь-Опт. */
  readonly supplier?: string;
  readonly number?: string;
  /** Calendar dates. */
  readonly date?: string;
  readonly due?: string;
  /** Minor units. */
  readonly sum?: number;
  readonly account?: string;
  readonly order?: string;
  readonly twinReason?: string;
  /** Default: petrenko. */
  readonly by?: string;
}

/** The answers of an invoice; its file lies in the story's folder. */
export async function invoiceAnswers(told: Story, of: InvoiceOf = {}): Promise<Answers> {
  const bytes = readFileSync(sample);
  const hash = await putFile(join(told.dataDir, "files"), bytes);
  const at = units<Instant>(told.clock.now());
  write(told.store, (tx) => noteFile(tx, { hash, mime: "image/jpeg", bytes: bytes.length, at }));
  const who = id<SupplierId>(of.supplier ?? "vikhr");
  const name = supplier(told.store, who)?.name ?? who;
  const text = (value: string) => ({ kind: "text", text: value }) as const;
  return {
    file: {
      kind: "files",
      files: [
        {
          hash,
          name: "счёт.jpg",
          mime: "image/jpeg",
          fileId: "sample",
          uniqueId: "sample",
          sentAs: "document",
          page: hash,
        },
      ],
    },
    supplier: { kind: "supplier", supplier: { id: who, name } },
    number: text(of.number ?? "УТ-1045"),
    date: { kind: "date", date: of.date ?? "2026-03-11" },
    sum: { kind: "sum", sum: units<Minor>(of.sum ?? 24_400_000) },
    due: { kind: "date", date: of.due ?? "2026-03-18" },
    purpose: text("Кроссовки для магазинов"),
    account: of.account === undefined ? { kind: "skipped" } : { kind: "account", account: of.account },
    order: of.order === undefined ? { kind: "skipped" } : text(of.order),
    signer: { kind: "person" },
    ...(of.twinReason !== undefined && { "twin-reason": text(of.twinReason) }),
  };
}

type Given<C = Command> = C extends Command ? Omit<C, "at"> : never;

/** Carries a command out, and lets the bot do what follows. Throws on a refusal. */
export async function does(
  told: Story,
  target: { readonly request: RequestId } | { readonly process: ProcessId },
  command: Given,
): Promise<Request> {
  const given = { ...command, at: told.clock.now() } as Command; // the clock reading completes it
  const done = write(told.store, (tx) => execute(tx, target, given));
  if ("refusal" in done) throw new Error(`refused: ${JSON.stringify(done.refusal)}`);
  await told.settle();
  return done.request;
}

const step = (name: string): VisaId => id<VisaId>(name);
const person = (name: string): PersonId => id<PersonId>(name);

export async function fileInvoice(told: Story, of: InvoiceOf = {}): Promise<RequestId> {
  const answers = await invoiceAnswers(told, of);
  const place = id<DepartmentId>("commerce");
  const by = person(of.by ?? "petrenko");
  return (await does(told, { process: id<ProcessId>("invoice") }, { kind: "file", by, place, answers })).id;
}

/** A director decides on it. */
export async function decided(
  told: Story,
  request: RequestId,
  decision: "approved" | "rejected" | "sent-back",
  reason?: string,
): Promise<void> {
  const seen = loadRequest(told.store, request)?.revision ?? 1;
  const why = reason === undefined ? {} : { reason };
  const visa = step("director");
  await does(told, { request }, { kind: "sign", by: person("sokolova"), visa, decision, seen, ...why });
}

/** Filed and approved: it waits for an accountant. */
export async function approvedInvoice(told: Story, of: InvoiceOf = {}): Promise<RequestId> {
  const request = await fileInvoice(told, of);
  await decided(told, request, "approved");
  return request;
}

/** An accountant has it. */
export async function takenInvoice(told: Story, by: string, of: InvoiceOf = {}): Promise<RequestId> {
  const request = await approvedInvoice(told, of);
  await does(told, { request }, { kind: "take", by: person(by), visa: step("payment") });
  return request;
}

export async function paid(
  told: Story,
  request: RequestId,
  by: string,
  of: { readonly date: string; readonly sum: number; readonly order?: string },
): Promise<void> {
  const payment: NewPayment = { ...of, sum: units<Minor>(of.sum) };
  await does(told, { request }, { kind: "pay", by: person(by), visa: step("payment"), payment });
}
