/** Why nothing of a bank statement is taken: what is wrong, and where in the file. */
import type { DocumentName } from "../../flows/payments/statement-sections.ts";
import type { StatementFileRefusal } from "../statements/read-statement-file.ts";
import { line } from "../cards/shown-text.ts";
import type { Words } from "../texts.ts";

export function statementRefusalWords(refusal: StatementFileRefusal, words: Words): string {
  switch (refusal.kind) {
    case "not-a-statement":
    case "took-too-long":
      return words("statement-refused", { why: refusal.kind });
    case "too-big":
      return words("statement-refused-big", { max: String(Math.floor(refusal.bytesMax / 1024 / 1024)) });
    case "too-many-documents":
      return words("statement-refused-many", { max: String(refusal.documentsMax) });
    case "cut-off":
    case "not-closed":
      return words("statement-refused-cut", {
        line: String(refusal.line),
        document: documentWords(refusal.document, words),
      });
    case "out-of-place":
      return words("statement-refused-place", { line: String(refusal.line), found: line(refusal.found, 60) });
    case "bad-document":
      return words("statement-refused-document", {
        line: String(refusal.line),
        document: documentWords(refusal.document, words),
        key: line(refusal.key, 40),
        problem: refusal.problem,
        found: refusal.found === "" ? "—" : line(refusal.found, 60),
      });
    case "not-our-account":
      return words("statement-refused-account", { accounts: line(refusal.accounts.join(", "), 200) });
    case "other-currency":
      return words("statement-refused-currency", { accounts: line(refusal.accounts.join(", "), 200) });
  }
}

function documentWords(document: DocumentName | undefined, words: Words): string {
  if (document === undefined) return "none";
  const { title, number, ordinal } = document;
  return words("statement-document", {
    title: line(title, 60),
    number: number === undefined ? "none" : line(number, 30),
    ordinal: String(ordinal),
  });
}
