/** What can be asked of the process that reads strangers' files, and what it answers. */
import type { Statement } from "../../flows/payments/statement.ts";
import { readSheet } from "../sheets/read-sheet.ts";
import { sheetLimits, type Sheet, type SheetRefusal } from "../sheets/sheet.ts";
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
export type FileJob = SheetJob | StatementJob;
/** What the process hears: the bytes part by part, then what is to be done with them, then that more is wanted. */
export type Said = Uint8Array | Omit<SheetJob, "bytes"> | Omit<StatementJob, "bytes"> | "more";

export type SheetAnswer = Sheet | SheetRefusal;
export type StatementAnswer = Statement | StatementFileRefusal;
export type FileAnswer = SheetAnswer | StatementAnswer;

/** What a file may take: a larger one is refused without a process, one that takes more is stopped. */
export function limitsOf(job: FileJob): {
  readonly bytesMax: number;
  readonly msMax: number;
  readonly memoryMbMax: number;
} {
  return job.kind === "sheet" ? sheetLimits : statementFileLimits;
}

/** Does the job where it is called: only a process that may die should. */
export async function readFileHere(job: FileJob): Promise<FileAnswer> {
  return job.kind === "sheet"
    ? await readSheet(Buffer.from(job.bytes))
    : readStatementFile(job.bytes, job.ours);
}

/** What the process says: at most so many rows or lines at once, so that whoever listens is never held up; then the rest. */
export type Piece =
  | { readonly kind: "rows"; readonly rows: Sheet["rows"] }
  | { readonly kind: "lines"; readonly lines: Statement["lines"] }
  | { readonly kind: "end"; readonly answer: FileAnswer };
const pieceMax = 100;

function* portions<T>(all: readonly T[]): Generator<readonly T[], void> {
  for (let at = 0; at < all.length; at += pieceMax) yield all.slice(at, at + pieceMax);
}

/** An answer in pieces; `joined` puts it together again. */
export function* piecesOf(answer: FileAnswer): Generator<Piece, void> {
  if (answer.kind === "sheet") {
    for (const rows of portions(answer.rows)) yield { kind: "rows", rows };
    yield { kind: "end", answer: { ...answer, rows: [] } };
  } else if (answer.kind === "statement") {
    for (const lines of portions(answer.lines)) yield { kind: "lines", lines };
    yield { kind: "end", answer: { ...answer, lines: [] } };
  } else yield { kind: "end", answer };
}

/** The answer whose end came after these pieces. */
export function joined(pieces: readonly Piece[], answer: FileAnswer): FileAnswer {
  if (answer.kind === "sheet")
    return { ...answer, rows: pieces.flatMap((piece) => (piece.kind === "rows" ? piece.rows : [])) };
  if (answer.kind === "statement")
    return { ...answer, lines: pieces.flatMap((piece) => (piece.kind === "lines" ? piece.lines : [])) };
  return answer;
}
