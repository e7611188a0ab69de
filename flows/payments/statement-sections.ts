/**
 * The grammar of a bank statement, `1CClientBankExchange` (domain 9.3.1): header, sections of accounts, documents. A line
 * is split at its first `=`; unknown keys are kept; blank lines are skipped; lines end with CRLF, LF or CR.
 */

/** A value and the line of the file that it stands in, from 1. */
export interface Value {
  readonly text: string;
  readonly line: number;
}

/** What stands between the opening and the closing of a section; the header is what stands in none. */
export interface Section {
  readonly kind: "header" | "account" | "document";
  /** Of a document: its kind, «Платежное поручение». */
  readonly title: string;
  /** Of a document: which one of the file, from 1. */
  readonly ordinal: number;
  /** The line that opens it. */
  readonly line: number;
  /** Trimmed values by key, as often as the key is given. */
  readonly values: ReadonlyMap<string, readonly Value[]>;
}

/** How a document is named to a person: the third, «Платежное поручение» № 121. */
export interface DocumentName {
  readonly ordinal: number;
  readonly title: string;
  /** Absent: it has none, or the file ended before it. */
  readonly number?: string;
}

/** Why the lines are no whole statement. */
export type StructureFault =
  | { readonly kind: "not-a-statement" }
  /** The file ends without `КонецФайла`, perhaps inside a document. `line`: the last one. */
  | { readonly kind: "cut-off"; readonly line: number; readonly document?: DocumentName }
  /** The next section, or the end of the file, begins before this one is closed: something is missing in between. */
  | { readonly kind: "not-closed"; readonly line: number; readonly document?: DocumentName }
  /** A closing without an opening, or a text after the end of the file. */
  | { readonly kind: "out-of-place"; readonly line: number; readonly found: string }
  | { readonly kind: "too-many-documents"; readonly documentsMax: number };

const firstLine = "1CClientBankExchange";
const foundMax = 40;
const titleMax = 100;

type Line =
  | { readonly kind: "open"; readonly section: "account" | "document"; readonly title: string }
  | { readonly kind: "close"; readonly section: "account" | "document" }
  | { readonly kind: "end" }
  | { readonly kind: "value"; readonly key: string; readonly text: string }
  /** No `=` in it: the rest of a value that holds a line break, or nothing that we know. */
  | { readonly kind: "rest"; readonly text: string };

function readLine(content: string): Line {
  const split = content.indexOf("=");
  const key = (split < 0 ? content : content.slice(0, split)).trim();
  const text = split < 0 ? "" : content.slice(split + 1).trim();
  switch (key) {
    case "СекцияРасчСчет":
      return { kind: "open", section: "account", title: "" };
    case "СекцияДокумент":
      return { kind: "open", section: "document", title: text.slice(0, titleMax) };
    case "КонецРасчСчет":
      return { kind: "close", section: "account" };
    case "КонецДокумента":
      return { kind: "close", section: "document" };
    case "КонецФайла":
      return { kind: "end" };
    default:
      return split < 0 ? { kind: "rest", text: content } : { kind: "value", key, text };
  }
}

type Open = Omit<Section, "values"> & { readonly values: Map<string, Value[]> };

function opened(kind: Section["kind"], line: number, title = "", ordinal = 0): Open {
  return { kind, title, ordinal, line, values: new Map<string, Value[]>() };
}

/** Of a document; undefined: the section is none. */
export function documentName(section: Section): DocumentName | undefined {
  if (section.kind !== "document") return undefined;
  const number = section.values.get("Номер")?.[0]?.text.slice(0, foundMax) ?? "";
  return { ordinal: section.ordinal, title: section.title, ...(number !== "" && { number }) };
}

function notClosed(section: Section, line: number): StructureFault {
  const document = documentName(section);
  return { kind: "not-closed", line, ...(document && { document }) };
}

/** Adds a value to an open section and gives the list it went into. */
function keep(section: Open, key: string, value: Value): Value[] {
  const values = section.values.get(key) ?? [];
  values.push(value);
  section.values.set(key, values);
  return values;
}

/**
 * The sections of a text one after another, the header last; a fault ends them, and then nothing of the file holds.
 * @param documentsMax a file with more is refused
 */
export function* sectionsOf(text: string, documentsMax: number): Generator<Section | StructureFault, void> {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  if (lines[0]?.trim() !== firstLine) return yield { kind: "not-a-statement" };
  const header = opened("header", 1);
  let section = header;
  let documents = 0;
  /** The purpose that a line without `=` goes on with. */
  let purpose: Value[] | undefined;
  let ended = false;
  let lastLine = 1;
  for (const [index, raw] of lines.entries()) {
    const content = raw.replaceAll("\u001a", "").trim(); // DOS programs end a text with this sign
    if (index === 0 || content === "") continue;
    const line = index + 1;
    lastLine = line;
    if (ended) return yield { kind: "out-of-place", line, found: content.slice(0, foundMax) };
    const read = readLine(content);
    switch (read.kind) {
      case "open":
        if (section !== header) return yield notClosed(section, line);
        if (read.section === "document") documents += 1;
        if (documents > documentsMax) return yield { kind: "too-many-documents", documentsMax };
        section = opened(read.section, line, read.title, documents);
        purpose = undefined;
        break;
      case "close":
        if (section === header) {
          return yield { kind: "out-of-place", line, found: content.slice(0, foundMax) };
        }
        if (section.kind !== read.section) return yield notClosed(section, line);
        yield section;
        section = header;
        purpose = undefined;
        break;
      case "end":
        if (section !== header) return yield notClosed(section, line);
        ended = true;
        break;
      case "value": {
        const values = keep(section, read.key, { text: read.text, line });
        purpose = read.key.startsWith("НазначениеПлатежа") ? values : undefined;
        break;
      }
      case "rest": {
        const before = purpose?.pop();
        if (before) purpose?.push({ ...before, text: `${before.text} ${read.text}` });
      }
    }
  }
  const document = documentName(section);
  if (!ended) return yield { kind: "cut-off", line: lastLine, ...(document && { document }) };
  yield header;
}
