/** Finds the columns of a sheet by what people call them, and says by row and column what is wrong (domain 9.4). */
import type { SheetProblem } from "./problems.ts";

/** What a column may be called. The first name is the one we ask for when it is missing. */
export interface ColumnNames {
  readonly names: readonly string[];
  readonly required?: boolean;
}
export type ColumnTable<Field extends string> = { readonly [F in Field]: ColumnNames };

export interface ColumnPlace {
  /** As the sheet program shows it: `C`. */
  readonly letter: string;
  /** As the file's first row calls it. */
  readonly heading: string;
}

/** Letters and digits only, so that «Кол-во», «кол. во» and «КОЛ-ВО» are the same. */
function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** `0` → `A`, `26` → `AA`. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** Where the fields stand in a sheet. */
export class Columns<Field extends string> {
  readonly #places: ReadonlyMap<Field, number>;
  readonly #headings: readonly string[];

  constructor(places: ReadonlyMap<Field, number>, headings: readonly string[]) {
    this.#places = places;
    this.#headings = headings;
  }

  /** The cell of a field in a row; undefined: no such column, or the cell is empty. */
  cell(row: readonly string[], field: Field): string | undefined {
    const index = this.#places.get(field);
    const text = index === undefined ? undefined : row[index]?.trim();
    return text === "" ? undefined : text;
  }

  /** The filled cells of a row by field. */
  fields(row: readonly string[]): Partial<Record<Field, string>> {
    const entries = [...this.#places.keys()].map((field) => [field, this.cell(row, field)]);
    return Object.fromEntries(entries.filter(([, text]) => text !== undefined));
  }

  /** Where a field stands; undefined: the sheet has no such column. */
  place(field: Field): ColumnPlace | undefined {
    const index = this.#places.get(field);
    return index === undefined
      ? undefined
      : { letter: columnLetter(index), heading: this.#headings[index] ?? "" };
  }

  /** Where every field stands, as plain data. */
  places(): { readonly [F in Field]?: ColumnPlace } {
    const entries = [...this.#places.keys()].map((field) => [field, this.place(field)]);
    return Object.fromEntries(entries) as { [F in Field]?: ColumnPlace }; // keys of the map are fields that have a place
  }
}

/** Whether a heading is one of these names. */
export function isCalled(heading: string, names: readonly string[]): boolean {
  const plain = plainHeading(heading);
  return names.some((name) => plainHeading(name) === plain);
}

/** Finds the columns in the first row. Headings that mean nothing to us are left alone. */
export function findColumns<Field extends string>(
  headings: readonly string[],
  table: ColumnTable<Field>,
): { readonly columns: Columns<Field>; readonly problems: readonly SheetProblem[] } {
  const places = new Map<Field, number>();
  const problems: SheetProblem[] = [];
  const plain = headings.map(plainHeading);
  for (const field of Object.keys(table) as Field[]) {
    // the table's keys are its fields
    const names = table[field].names.map(plainHeading);
    const found = plain.flatMap((heading, index) => (names.includes(heading) ? [index] : []));
    const [first, second] = found;
    if (first !== undefined) places.set(field, first);
    if (second !== undefined && first !== undefined) {
      problems.push({ kind: "double-column", first: at(headings, first), second: at(headings, second) });
    }
    if (first === undefined && table[field].required) {
      problems.push({ kind: "missing-column", names: table[field].names.slice(0, 3) });
    }
  }
  return { columns: new Columns(places, headings), problems };
}

function at(headings: readonly string[], index: number): ColumnPlace {
  return { letter: columnLetter(index), heading: headings[index] ?? "" };
}

/** Rows under the headings that hold anything, with their numbers in the file. */
export function filledRows(
  rows: readonly (readonly string[])[],
): { row: number; cells: readonly string[] }[] {
  return rows
    .map((cells, index) => ({ row: index + 1, cells }))
    .slice(1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}
