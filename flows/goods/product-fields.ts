/** A product of the catalogue as the company file or a sheet gives it: checked, its name split into model and size. */
import { z } from "zod";
import type { Product } from "../company/company.ts";
import { barcode, idField, line, money, vat } from "../company/fields.ts";
import { definedOnly } from "../company/supplier-fields.ts";
import { id, type EntityId, type Sku, type SupplierId } from "../ids.ts";
import { splitName } from "./product-name.ts";
import { unitOf } from "./units.ts";

/** What a product is counted in when nothing is said. */
const defaultUnit = "шт";

export const productSchema = z
  .strictObject({
    sku: line(64),
    name: line(300),
    barcode: barcode.optional(),
    unit: line(20).optional(),
    vat: vat.optional(),
    price: money.optional(),
    /** Id, name or tax number of a supplier; who reads the file replaces it by the id. */
    supplier: line(200).optional(),
    entity: idField.optional(),
  })
  .transform(({ sku, name, unit = defaultUnit, supplier, entity, ...rest }): Product => ({
    ...definedOnly(rest),
    sku: id<Sku>(sku),
    name,
    ...splitName(name),
    unit: unitOf(unit)?.name ?? unit,
    ...(supplier !== undefined && { supplier: id<SupplierId>(supplier) }),
    ...(entity !== undefined && { entity: id<EntityId>(entity) }),
  }));
