/** Prints papers that were issued and hands them out once they stand (S0.16, D11). */
import { loadCompany } from "../../db/company.ts";
import { filePath, putFile } from "../../db/files.ts";
import { logOf } from "../../db/log.ts";
import { enqueue } from "../../db/outbox.ts";
import type { Store } from "../../db/open.ts";
import { duePapers, paperPrinted, postponePaper, type PaperRow, nextPaperAt } from "../../db/papers.ts";
import { loadProcess } from "../../db/processes.ts";
import { loadRequest } from "../../db/requests.ts";
import { supplier } from "../../db/suppliers.ts";
import { sendersOf, uploadOf } from "../../db/uploads.ts";
import { write, type Tx } from "../../db/write.ts";
import { personById } from "../../flows/company/directory.ts";
import type { Paper } from "../../flows/documents/paper.ts";
import type { Picture } from "../../flows/engine/answers.ts";
import type { Request } from "../../flows/engine/request.ts";
import { id, type FileHash, type Instant, type PersonId } from "../../flows/ids.ts";
import { instant } from "../clock.ts";
import { alarm } from "../delivery/alarm.ts";
import { nextTry } from "../delivery/retry.ts";
import type { Job, JobOf } from "./job.ts";
import { paperFacts } from "./paper-facts.ts";

/** After so many failures administrators hear; it is tried on. */
const alarmAtTry = 3;

export const printPapers: Job = {
  name: "print papers",
  nextAt: nextPaperAt,
  async pass(of) {
    let did = false;
    for (;;) {
      const [due] = duePapers(of.store, instant(of.clock), 1);
      if (due === undefined) return did;
      did = true;
      await printOne(of, due);
    }
  },
};

async function printOne(of: JobOf, row: PaperRow): Promise<void> {
  let hash: FileHash;
  let bytes: Uint8Array;
  try {
    bytes = await of.printer.print(factsOf(of, row), (photo) => filePath(of.filesDir, id<FileHash>(photo)));
    hash = await putFile(of.filesDir, bytes);
  } catch (error) {
    of.log.error(
      { err: error, request: row.request, document: row.document },
      "a paper could not be printed",
    );
    return write(of.store, (tx) => failed(tx, row, instant(of.clock)));
  }
  of.crashPoint("F10");
  const now = instant(of.clock);
  write(of.store, (tx) => {
    paperPrinted(tx, row, { hash, bytes: bytes.length, at: now });
    handOut(tx, row, now);
  });
  of.committed();
}

function factsOf(of: JobOf, row: PaperRow): Paper {
  const { store } = of;
  const request = loadRequest(store, row.request);
  if (request === undefined)
    throw new Error(`paper ${row.number} is of request ${row.request}, which is not stored`);
  const answered = Object.values(request.answers).find((answer) => answer.kind === "supplier");
  const known = answered && supplier(store, answered.supplier.id);
  const issued = logOf(store, row.request).find(
    ({ event }) => event.kind === "paper-issued" && event.document === row.document,
  );
  if (issued === undefined) throw new Error(`paper ${row.number} was never issued`);
  return paperFacts({
    process: loadProcess(store, request.process, request.processVersion),
    request,
    company: loadCompany(store),
    paper: row,
    issuedAt: issued.at,
    ...(known !== undefined && { supplier: known }),
    sentBy: (picture) => sentBy(store, request, picture),
  });
}

/** Who of the request's people sent a picture, and when; the same file may have been sent by others before. */
function sentBy(
  store: Store,
  request: Request,
  picture: Picture,
): { at: Instant; person: PersonId } | undefined {
  const upload = uploadOf(store, picture.uniqueId);
  const senders = sendersOf(store, picture.uniqueId);
  const person = senders.find((sender) => request.authors.includes(sender)) ?? senders[0];
  return upload && person && { at: upload.at, person };
}

function handOut(tx: Tx, row: PaperRow, now: Instant): void {
  const company = loadCompany(tx);
  for (const person of row.sendTo) {
    const chat = personById(company, person)?.telegram;
    if (chat === undefined) continue;
    const payload = { request: row.request, document: row.document };
    const key = `paper:${row.request}:${row.document}:${person}`;
    enqueue(tx, { chat, lane: "decision", method: "paper", payload, key, at: now });
  }
}

function failed(tx: Tx, row: PaperRow, now: Instant): void {
  postponePaper(tx, row.request, row.document, nextTry(now, row.tries, false));
  if (row.tries + 1 >= alarmAtTry)
    alarm(tx, (words) => words("transport-paper-dead", { number: row.number }), now, `paper:${row.number}`);
}
