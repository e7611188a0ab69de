/** Reads files that were sent to be imported, and books what was confirmed: in pieces, so that nobody's tap waits for a long file. */
import { setImmediate as turnOfOthers } from "node:timers/promises";
import { findWaiting } from "../../db/deal-changes.ts";
import { readFile } from "../../db/files.ts";
import { waitingImports, type ImportRow } from "../../db/imports.ts";
import { loadCompany } from "../../db/company.ts";
import { uploadOf } from "../../db/uploads.ts";
import { write } from "../../db/write.ts";
import { accountsOf } from "../../flows/payments/bank-account.ts";
import { matchLines } from "../features/imports/matched-lines.ts";
import { bookNext, showStatement } from "../features/imports/statement.ts";
import { refuseImport } from "../features/imports/refused.ts";
import { readFileApart } from "../files/apart.ts";
import { isTable } from "../features/filing/incoming.ts";
import { storeFailure } from "../intake/failures.ts";
import { isStatement } from "../statements/decode.ts";
import { checkSheet, readSheet, takeSheet } from "./import-sheets.ts";
import { inTurn } from "./import-turn.ts";
import type { Job, JobOf } from "./job.ts";

/** Lines of a statement, or deals, that one transaction takes. */
const batchMax = 100;
/** What a line costs, its deals decide: a transaction takes no more of them once it has lasted so long. */
const pieceMs = 20;
function timer(): () => boolean {
  const begun = performance.now();
  return () => performance.now() - begun >= pieceMs;
}

export const imports: Job = {
  name: "imports",
  async pass(of) {
    let did = false;
    while (await goOnWithAll(of)) {
      did = true;
      of.committed();
    }
    return did;
  },
};

/** A file that we can't go on with by a bug of ours is tried again: those behind it don't wait for it. */
async function goOnWithAll(of: JobOf): Promise<boolean> {
  let did = false;
  const failed: unknown[] = [];
  for (const row of waitingImports(of.store))
    try {
      did = (await goOnSafely(of, row)) || did;
    } catch (error) {
      if (storeFailure(error) !== undefined) throw error;
      of.log.error({ err: error, import: row.id }, "an import can't go on");
      failed.push(error);
    }
  if (failed.length > 0 && !did) throw failed[0];
  return did;
}

/** A file that can't be read costs nobody else his own: it is given up, and that is said. */
async function goOnSafely(of: JobOf, row: ImportRow): Promise<boolean> {
  try {
    return await goOn(of, row);
  } catch (error) {
    if (row.status !== "reading" || storeFailure(error) !== undefined || isBug(error)) throw error;
    of.log.error({ err: error, import: row.id }, "a file could not be imported");
    inTurn(of, row, (turn) => refuseImport(turn, row, { kind: "not-fetched", why: "damaged" }));
    return true;
  }
}

/** The file is gone from the disk, or its bytes are no longer its own: everything else is a bug, and is tried again. */
const isBug = (error: unknown): boolean =>
  !(
    error instanceof Error &&
    (("code" in error && error.code === "ENOENT") || /is damaged/.test(error.message))
  );

/** True: something was done. A file that is still being fetched is looked at again when it has come. */
async function goOn(of: JobOf, row: ImportRow): Promise<boolean> {
  if (row.status === "checking" || row.status === "taking") return takeAll(of, row);
  const upload = uploadOf(of.store, row.upload);
  if (upload?.status === "pending") return false;
  if (upload?.hash === undefined) {
    inTurn(of, row, (turn) => refuseImport(turn, row, { kind: "not-fetched", why: upload?.why ?? "gone" }));
    return true;
  }
  const bytes = await readFile(of.filesDir, upload.hash);
  await findAllWaiting(of);
  if (isStatement(bytes) || !isTable(upload)) await readStatement(of, row, bytes);
  else await readSheet(of, row, bytes);
  return true;
}

/** What was confirmed. A sheet that was checked is looked up again: it may be that it is taken now. */
async function takeAll(of: JobOf, row: ImportRow): Promise<boolean> {
  if (row.kind === "statement") await bookAll(of, row);
  else if (row.status === "checking") await checkSheet(of, row);
  else await takeSheet(of, row);
  return true;
}

/** A file finds every deal that is in the store when it is read, also those that no poll has seen. */
async function findAllWaiting(of: JobOf): Promise<void> {
  let after: number | undefined = 0;
  while (after !== undefined) {
    const page: { readonly after: number; readonly limit: number } = { after, limit: batchMax };
    after = write(of.store, (tx) => findWaiting(tx, page));
    await turnOfOthers();
  }
}

async function readStatement(of: JobOf, row: ImportRow, bytes: Uint8Array): Promise<void> {
  const ours = accountsOf(loadCompany(of.store));
  const statement = await readFileApart({ kind: "statement", bytes, ours });
  if (statement.kind !== "statement")
    return inTurn(of, row, (turn) => refuseImport(turn, row, { kind: "statement", refusal: statement }));
  for (let from = 0; from < statement.lines.length;) {
    const lines = statement.lines.slice(from, from + batchMax);
    const done = write(of.store, (tx) => {
      const count = matchLines(tx, row, lines, { first: from === 0, timeIsUp: timer() });
      of.crashPoint("F3");
      return count;
    });
    if (done === undefined) return;
    from += done;
    of.crashPoint("F11");
    await turnOfOthers();
  }
  inTurn(of, row, (turn) => showStatement(turn, row, statement));
}

/** Books what is certain, then asks about the rest. */
async function bookAll(of: JobOf, row: ImportRow): Promise<void> {
  for (let more = true; more;) {
    more =
      inTurn(of, row, (turn) => {
        const unfinished = bookNext(turn, row, { limit: batchMax, timeIsUp: timer() });
        of.crashPoint("F3");
        return unfinished;
      }) ?? false; // of somebody who keeps the books no more nothing goes on
    of.crashPoint("F11");
    await turnOfOthers();
  }
}
