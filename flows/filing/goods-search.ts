/** Which goods a typed text means: one product, a model with several sizes, several models, or none of the catalogue. */
import type { Product } from "../company/company.ts";
import { oneLine } from "../company/clean-text.ts";
import { departmentOf } from "../company/places.ts";
import { parseLineText } from "../goods/line-text.ts";
import type { Around } from "./catalogue.ts";
import type { Draft, TypedQuantity } from "./draft.ts";
import { unitOf } from "../goods/units.ts";

/** Products looked at for one search, and models offered. */
const productsMax = 60;
const modelsMax = 8;

export type Found =
  | { readonly kind: "product"; readonly product: Product; readonly quantity?: TypedQuantity }
  | { readonly kind: "sizes"; readonly model: string; readonly quantity?: TypedQuantity }
  | {
      readonly kind: "models";
      readonly text: string;
      readonly size?: string;
      readonly quantity?: TypedQuantity;
    }
  | { readonly kind: "none"; readonly name: string; readonly quantity?: TypedQuantity };

/** Whether the entity of the draft's store sells it. */
export function isSoldAt(product: Product, draft: Draft, around: Around): boolean {
  const place = draft.place === undefined ? undefined : departmentOf(around.company, draft.place);
  return product.entity === undefined || place === undefined || product.entity === place.entity;
}

function search(text: string, draft: Draft, around: Around): readonly Product[] {
  return around.catalogue
    .searchGoods(text, productsMax)
    .filter((product) => isSoldAt(product, draft, around));
}

/**
 * Reads a text as goods, perhaps with a quantity («Вихрь 42 2 пары», «1002 42 x3»). Where the words left after taking a
 * quantity out name nothing of that unit, the number belonged to the name («Бутылка для воды 0,7 л»).
 */
export function findGoods(typed: string, draft: Draft, around: Around): Found {
  const text = oneLine(typed);
  const line = parseLineText(text);
  const words = line.size === undefined ? line.query : `${line.query} ${line.size}`;
  const unit = line.unit === undefined ? {} : { unit: line.unit };
  const quantity = line.quantity === undefined ? {} : { quantity: { thousandths: line.quantity, ...unit } };
  if (line.quantity !== undefined && words !== "") {
    const products = search(words, draft, around);
    const counted = products.filter(
      (product) => line.unit === undefined || unitOf(product.unit)?.name === line.unit,
    );
    const found = narrowed(counted, words);
    if (found !== undefined) return { ...sized(found, line.size), ...quantity };
  }
  const found = narrowed(search(text, draft, around), text);
  if (found !== undefined) return sized(found, line.size);
  const other = narrowed(search(words, draft, around), words);
  if (other !== undefined) return { ...sized(other, line.size), ...quantity };
  return { kind: "none", name: line.query === "" ? text : words, ...quantity };
}

/** A size typed with the name is kept until the model is picked. */
const sized = (found: Found, size: string | undefined): Found =>
  found.kind === "models" && size !== undefined ? { ...found, size } : found;

function narrowed(products: readonly Product[], text: string): Found | undefined {
  const [first, second] = products;
  if (first === undefined) return undefined;
  if (second === undefined) return { kind: "product", product: first };
  const models = new Set(products.map((product) => product.model));
  return models.size === 1 ? { kind: "sizes", model: first.model } : { kind: "models", text };
}

/** The models that a search offers, best first, and whether there are more. */
export function modelsFor(
  text: string,
  draft: Draft,
  around: Around,
): { readonly models: readonly string[]; readonly more: boolean } {
  const products = search(text, draft, around);
  const models = [...new Set(products.map((product) => product.model))];
  return { models: models.slice(0, modelsMax), more: models.length > modelsMax };
}

/** The products of a model that the store's entity sells. */
export function sizesOf(model: string, draft: Draft, around: Around): readonly Product[] {
  return around.catalogue.productsOfModel(model).filter((product) => isSoldAt(product, draft, around));
}
