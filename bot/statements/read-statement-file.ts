/** Bytes of a file → the bank statement in it, or why there is none. */
import { createHash } from "node:crypto";
import { readStatement, type Statement, type StatementRefusal } from "../../flows/payments/statement.ts";
import { decodeStatement, isStatement } from "./decode.ts";

/** What a file may be and take, beside the limits of the format itself (`statementLimits`). */
export const statementFileLimits = { bytesMax: 20 * 1024 * 1024, msMax: 30_000, memoryMbMax: 1_024 } as const;

export type StatementFileRefusal =
  | StatementRefusal
  | { readonly kind: "too-big"; readonly bytesMax: number }
  /** Whatever is in the file, it was too much for its process. */
  | { readonly kind: "took-too-long" };

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** @param ours our accounts, of `accountsOf(company)` */
export function readStatementFile(
  bytes: Uint8Array,
  ours: readonly string[],
): Statement | StatementFileRefusal {
  const { bytesMax } = statementFileLimits;
  if (bytes.length > bytesMax) return { kind: "too-big", bytesMax };
  if (!isStatement(bytes)) return { kind: "not-a-statement" };
  return readStatement(decodeStatement(bytes), ours, sha256);
}
