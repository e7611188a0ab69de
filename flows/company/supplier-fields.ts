/** A supplier as the company file, a sheet or the chat gives it: checked, and found again by what people call it. */
import { z } from "zod";
import { id, type SupplierId } from "../ids.ts";
import type { Supplier } from "./company.ts";
import { anyTaxNumber, compact, email, idField, line } from "./fields.ts";
import { isKpp, withoutSpaces } from "./identifiers.ts";

export const supplierSchema = z
  .strictObject({
    id: idField,
    name: line(200),
    inn: anyTaxNumber.optional(),
    kpp: compact(isKpp, { kind: "bad-kpp" }).optional(),
    email: email.optional(),
    address: line(300).optional(),
    contract: line(200).optional(),
  })
  .transform((raw): Supplier => ({ ...definedOnly(raw), id: id<SupplierId>(raw.id), name: raw.name }));

/** The same object without fields that are undefined: an optional field is there or it is not. */
export function definedOnly<T extends object>(raw: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(raw).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }; // only undefined fields went
}

/** The supplier that somebody means: by id, by name as written, or by tax number; undefined: none of them. */
export function findSupplier(suppliers: readonly Supplier[], meant: string): Supplier | undefined {
  const name = meant.trim().toLowerCase();
  const number = withoutSpaces(meant);
  return (
    suppliers.find((supplier) => supplier.id === meant.trim()) ??
    suppliers.find((supplier) => supplier.name.toLowerCase() === name) ??
    suppliers.find((supplier) => supplier.inn === number)
  );
}
