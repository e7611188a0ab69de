/** Turns an outbox row into a call at the moment it is sent: what it says is true then (R12). */
import { InputFile } from "grammy";
import { z } from "zod";
import { loadCompany } from "../../db/company.ts";
import { filePath } from "../../db/files.ts";
import type { Store } from "../../db/open.ts";
import { dueOutbox, type OutboxRow } from "../../db/outbox.ts";
import { paper } from "../../db/papers.ts";
import type { Notice } from "../../flows/engine/notices.ts";
import { personByTelegram } from "../../flows/company/directory.ts";
import {
  id,
  units,
  type FileHash,
  type Instant,
  type PersonId,
  type RequestId,
  type VisaId,
} from "../../flows/ids.ts";
import type { Make } from "./make.ts";
import { messageCall, type Call } from "./message.ts";
import { outOfReachMessage } from "./out-of-reach.ts";
import { isQuietTime } from "./silence.ts";
import type { MadeMessage, PaperOf, Reader, ReminderItem, Wording } from "./wording.ts";

/** What sending a row comes to. */
export type Rendered =
  | {
      readonly kind: "call";
      readonly call: Call;
      /** Further rows that this one message speaks for. */
      readonly with?: readonly OutboxRow[];
      /** The file that is made for the call before it is made. */
      readonly make?: Make;
      /** The paper that is uploaded by it: its file id is kept. */
      readonly uploads?: PaperOf;
    }
  /** There is nothing to say any more: the row is done. */
  | { readonly kind: "nothing" }
  /** What it sends isn't made yet. */
  | { readonly kind: "later" };

export interface RenderOf {
  readonly store: Store;
  readonly wording: Wording;
  readonly filesDir: string;
}

const paperPayload = z.strictObject({ request: z.number().int(), document: z.string() });
const textFile = z.strictObject({ name: z.string(), text: z.string(), caption: z.string().optional() });
const keptFile = z.strictObject({
  hash: z.string(),
  name: z.string(),
  caption: z.string().optional(),
  parse_mode: z.string().optional(),
});
const reminders = z.strictObject({
  items: z.array(z.strictObject({ request: z.number().int(), visa: z.string(), since: z.number().int() })),
});
const alertPayload = z.strictObject({ change: z.number().int() });
const alertsPayload = z.strictObject({ changes: z.array(z.number().int()) });
const outOfReach = z.strictObject({ person: z.string() });
const params = z.record(z.string(), z.unknown());
/** Reminders of one person that are merged into one message. */
const mergedMax = 500;

export function render(of: RenderOf, row: OutboxRow, now: Instant): Rendered {
  const { store } = of;
  const company = loadCompany(store);
  const person = personByTelegram(company, row.chat);
  const quiet = row.lane !== "answer" && person !== undefined && isQuietTime(company, person, now);
  const reader = person && { store, company, person, now };
  const rendered = ours(of, row, reader) ?? {
    kind: "call",
    call: { method: row.method, payload: params.parse(row.payload) },
  };
  if (rendered.kind !== "call" || !quiet) return rendered;
  const { call, make } = rendered;
  return {
    ...rendered,
    call: silent(call),
    ...(make !== undefined && { make: { ...make, otherwise: silent(make.otherwise) } }),
  };
}

const silent = ({ method, payload }: Call): Call => ({
  method,
  payload: { ...payload, disable_notification: true },
});

/** Methods of our own; undefined: the row names one of the Bot API. */
function ours(of: RenderOf, row: OutboxRow, reader: Reader | undefined): Rendered | undefined {
  const say = (message: Parameters<typeof messageCall>[0] | undefined): Rendered =>
    message === undefined ? { kind: "nothing" } : { kind: "call", call: messageCall(message) };
  switch (row.method) {
    case "notice":
      // written by the engine's own code, in this release or the one before
      return reader === undefined
        ? { kind: "nothing" }
        : say(of.wording.notice(row.payload as Notice, reader));
    case "digest":
      return reader === undefined ? { kind: "nothing" } : say(of.wording.digest(reader));
    case "payment-alert":
      return reader === undefined
        ? { kind: "nothing" }
        : say(of.wording.alert(alertPayload.parse(row.payload).change, reader));
    case "payment-alerts":
      return reader === undefined
        ? { kind: "nothing" }
        : say(of.wording.alerts(alertsPayload.parse(row.payload).changes, reader));
    case "reminder":
      return reader === undefined ? { kind: "nothing" } : reminder(of, row, reader);
    case "out-of-reach": {
      const gone = outOfReach.parse(row.payload).person;
      return reader === undefined ? { kind: "nothing" } : say(outOfReachMessage(id<PersonId>(gone), reader));
    }
    case "paper":
      return reader === undefined ? { kind: "nothing" } : paperCall(of, row, reader);
    case "made": {
      const message = reader === undefined ? undefined : of.wording.made(row.payload, reader);
      return message === undefined ? { kind: "nothing" } : madeCall(message);
    }
    case "text-file": {
      const { name, text, caption } = textFile.parse(row.payload);
      const document = new InputFile(Buffer.from(text), name);
      const said = caption !== undefined && { caption, parse_mode: "HTML" };
      return { kind: "call", call: { method: "sendDocument", payload: { document, ...said } } };
    }
    case "kept-file": {
      const { hash, name, ...said } = keptFile.parse(row.payload);
      const document = new InputFile(filePath(of.filesDir, id<FileHash>(hash)), safeName(name));
      return { kind: "call", call: { method: "sendDocument", payload: { document, ...said } } };
    }
    default:
      return undefined;
  }
}

/** One message per person and run, whatever waits for him (design: reminders). */
function reminder(of: RenderOf, row: OutboxRow, reader: Reader): Rendered {
  const due = dueOutbox(of.store, { lane: row.lane, now: reader.now, limit: mergedMax });
  const others = due.filter((one) => one.chat === row.chat && one.method === "reminder" && one.id !== row.id);
  const items = [row, ...others].flatMap((one) => reminders.parse(one.payload).items);
  const merged = new Map<string, ReminderItem>();
  for (const item of items)
    merged.set(`${item.request} ${item.visa}`, {
      request: units<RequestId>(item.request),
      visa: id<VisaId>(item.visa),
      since: units<Instant>(item.since),
    });
  const message = of.wording.reminder([...merged.values()], reader);
  return { kind: "call", call: messageCall(message), with: others };
}

function paperCall(of: RenderOf, row: OutboxRow, reader: Reader): Rendered {
  const { request, document } = paperPayload.parse(row.payload);
  const wanted: PaperOf = { request: units<RequestId>(request), document };
  const found = paper(of.store, wanted.request, document);
  if (found === undefined) return { kind: "nothing" };
  if (found.file === undefined) return { kind: "later" };
  const { caption, fileName } = of.wording.paper(wanted, reader);
  const said = { caption, parse_mode: "HTML" };
  if (found.fileId !== undefined)
    return { kind: "call", call: { method: "sendDocument", payload: { document: found.fileId, ...said } } };
  const file = new InputFile(filePath(of.filesDir, id<FileHash>(found.file)), safeName(fileName));
  return {
    kind: "call",
    call: { method: "sendDocument", payload: { document: file, ...said } },
    uploads: wanted,
  };
}

function madeCall({ making, fileName, caption, buttons, otherwise }: MadeMessage): Rendered {
  const said = {
    caption,
    parse_mode: "HTML",
    ...(buttons !== undefined && { reply_markup: { inline_keyboard: buttons } }),
  };
  const as = making.kind === "chart" ? "photo" : "document";
  return {
    kind: "call",
    call: { method: as === "photo" ? "sendPhoto" : "sendDocument", payload: said },
    make: {
      making,
      as,
      fileName: safeName(fileName),
      otherwise: messageCall({ text: otherwise, ...(buttons !== undefined && { buttons }) }),
    },
  };
}

/** The server cuts a name at `;` and decodes `%41` (telegram-facts 1.3). */
function safeName(name: string): string {
  return name.replace(/[;%"\\/\r\n]/g, "_");
}
