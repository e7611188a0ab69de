/** What can be asked of the process that reads strangers' files, and what it answers. */
import { readDealSheet, type DealSheet } from "../../flows/payments/deal-rows.ts";
import type { Statement } from "../../flows/payments/statement.ts";
import { readSheet } from "../sheets/read-sheet.ts";
import { dealSheetLimits, sheetLimits, type Sheet, type SheetRefusal } from "../sheets/sheet.ts";
import {
  readStatementFile,
  statementFileLimits,
  type StatementFileRefusal,
} from "../statements/read-statement-file.ts";

export interface SheetJob {
  readonly kind: "sheet";
  readonly bytes: Uint8Array;
}
export interface StatementJob {
  readonly kind: "statement";
  readonly bytes: Uint8Array;
  /** Our accounts, of `accountsOf(company)`. */
  readonly ours: readonly string[];
}
/** A sheet of deals or payments: its rows are checked in the process as well, fifty thousand would hold up the bot. */
export interface DealSheetJob {
  readonly kind: "deal-sheet";
  readonly bytes: Uint8Array;
}
export type FileJob = SheetJob | StatementJob | DealSheetJob;
/** What the process hears: the bytes part by part, then what is to be done with them, then that more is wanted. */
export type Said =
  Uint8Array | Omit<SheetJob, "bytes"> | Omit<StatementJob, "bytes"> | Omit<DealSheetJob, "bytes"> | "more";

export type SheetAnswer = Sheet | SheetRefusal;
export type StatementAnswer = Statement | StatementFileRefusal;
export type DealSheetAnswer = DealSheet | SheetRefusal;
export type FileAnswer = SheetAnswer | StatementAnswer | DealSheetAnswer;

/** What a file may take: a larger one is refused without a process, one that takes more is stopped. */
export function limitsOf(job: FileJob): {
  readonly bytesMax: number;
  readonly msMax: number;
  readonly memoryMbMax: number;
} {
  switch (job.kind) {
    case "sheet":
      return sheetLimits;
    case "statement":
      return statementFileLimits;
    case "deal-sheet":
      return dealSheetLimits;
  }
}

/** Does the job where it is called: only a process that may die should. */
export async function readFileHere(job: FileJob): Promise<FileAnswer> {
  switch (job.kind) {
    case "sheet":
      return readSheet(Buffer.from(job.bytes));
    case "statement":
      return readStatementFile(job.bytes, job.ours);
    case "deal-sheet": {
      const sheet = await readSheet(Buffer.from(job.bytes), dealSheetLimits);
      return sheet.kind === "sheet" ? readDealSheet(sheet.rows) : sheet;
    }
  }
}

/** What the process says: at most so many rows or lines at once, so that whoever listens is never held up; then the rest. */
export type Piece =
  | { readonly kind: "some"; readonly some: readonly unknown[] }
  | { readonly kind: "end"; readonly answer: FileAnswer };
const pieceMax = 100;

/** The long list of an answer, by its name. */
function listOf(answer: FileAnswer): readonly [name: string, list: readonly unknown[]] | undefined {
  if ("rows" in answer) return ["rows", answer.rows];
  return answer.kind === "statement" ? ["lines", answer.lines] : undefined;
}

/** An answer in pieces; `joined` puts it together again. */
export function* piecesOf(answer: FileAnswer): Generator<Piece, void> {
  const [name, list] = listOf(answer) ?? ["rows", []];
  for (let at = 0; at < list.length; at += pieceMax)
    yield { kind: "some", some: list.slice(at, at + pieceMax) };
  yield { kind: "end", answer: list.length === 0 ? answer : { ...answer, [name]: [] } };
}

/** The answer whose end came after these pieces. */
export function joined(pieces: readonly Piece[], answer: FileAnswer): FileAnswer {
  const found = listOf(answer);
  if (found === undefined) return answer;
  const whole = pieces.flatMap((piece) => (piece.kind === "some" ? piece.some : []));
  return { ...answer, [found[0]]: whole } as FileAnswer; // the list it was taken from
}
