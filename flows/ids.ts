/** Identifiers and units. They are distinct types, made only where data enters (store, border), so that they can't be mixed. */

declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** A person of the company (company file's id). Not a Telegram id. */
export type PersonId = Branded<string, "PersonId">;
/** A department: office, store, warehouse. */
export type DepartmentId = Branded<string, "DepartmentId">;
/** A position, e.g. `merchandiser`. */
export type PostId = Branded<string, "PostId">;
export type EntityId = Branded<string, "EntityId">;
export type SupplierId = Branded<string, "SupplierId">;
export type Sku = Branded<string, "Sku">;
export type ProcessId = Branded<string, "ProcessId">;
export type StageId = Branded<string, "StageId">;
/** A required signature inside a stage, e.g. `supplier-manager`. */
export type VisaId = Branded<string, "VisaId">;
export type QuestionId = Branded<string, "QuestionId">;
/** The company-wide serial shown as № 17 (taken by `/open 17`). It is the key of the request as well. */
export type RequestId = Branded<number, "RequestId">;
/** A deal: key of the table `deals`, shown to nobody; people know it by its order number. */
export type DealId = Branded<number, "DealId">;
export type PaymentId = Branded<number, "PaymentId">;
/** SHA-256 of a file's bytes, lower-case hex: the file's name in `DATA_DIR/files`. */
export type FileHash = Branded<string, "FileHash">;

/** Epoch milliseconds, UTC. */
export type Instant = Branded<number, "Instant">;
/** Money in minor units (kopecks) of the entity's home currency. */
export type Minor = Branded<number, "Minor">;
/** Quantity in thousandths of the unit: two pairs are 2000. */
export type Thousandths = Branded<number, "Thousandths">;

/** Names a raw value where it enters: `id<PersonId>(row.person)`. The only place where a brand is given. */
export function id<T extends Branded<string, string>>(raw: string): T {
  return raw as string as T; // a brand exists at compile time only
}
/** The same for numbers: `units<Instant>(Date.parse(text))`. */
export function units<T extends Branded<number, string>>(raw: number): T {
  return raw as number as T; // a brand exists at compile time only
}

/** The interface's languages; also the languages of process titles. */
export const languages = ["ru", "uk", "en"] as const;
export type Language = (typeof languages)[number];
/** A text in every language. */
export type Text = { readonly [L in Language]: string };

/** The same shape with plain strings and numbers for identifiers: how declarations are written. */
export type Plain<T> =
  T extends Branded<string, string>
    ? string
    : T extends Branded<number, string>
      ? number
      : T extends (...args: never[]) => unknown
        ? T
        : T extends object
          ? { readonly [K in keyof T]: Plain<T[K]> }
          : T;
