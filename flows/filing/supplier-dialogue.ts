/** The supplier of a return: the goods' own by default, another one, or a new one; several ask whether to split (S0.19). */
import { oneLine } from "../company/clean-text.ts";
import type { Supplier } from "../company/company.ts";
import { isTaxNumber, withoutSpaces } from "../company/identifiers.ts";
import { countryAt } from "./at-place.ts";
import type { Around } from "./catalogue.ts";
import type { AtQuestion, Draft, SupplierStep } from "./draft.ts";
import { suppliersOfGoods } from "./goods-lines.ts";
import type { Button } from "./input.ts";
import { onward } from "./order.ts";
import type { Remark } from "./remarks.ts";
import { goTo, on, type Turned } from "./turned.ts";

export type AtSupplier = Extract<AtQuestion, { kind: "supplier" }>;

/** The longest name, as the company file allows; suppliers offered for one search. */
const nameMax = 200;
export const suppliersOffered = 8;

const inside = (at: AtSupplier, step: SupplierStep): AtSupplier => ({ ...at, step });

/** The only supplier of all lines that have one; undefined: none is known, or there are several. */
export function ownSupplier(draft: Draft, around: Around): Supplier | undefined {
  const [only, other] = suppliersOfGoods(draft.answers);
  return only === undefined || other !== undefined ? undefined : around.catalogue.supplier(only);
}

export function typedSupplier(draft: Draft, at: AtSupplier, text: string, around: Around): Turned {
  const typed = oneLine(text);
  if (typed === "") return on(draft, { kind: "empty" });
  const { length } = typed;
  if (length > nameMax) return on(draft, { kind: "too-long", length, max: nameMax });
  switch (at.step.kind) {
    case "split":
      return on(draft, { kind: "choose-one" });
    case "pick":
      return look(draft, at, typed, around);
    case "new-name":
      return named(draft, at, typed, around);
    case "new-number":
      return numbered(draft, at, at.step.name, typed, around);
  }
}

/** One that fits exactly is taken; several are offered; none leaves the choice as it was. */
function look(draft: Draft, at: AtSupplier, text: string, around: Around): Turned {
  const found = around.catalogue.searchSuppliers(text, suppliersOffered);
  const meant = text.toLowerCase();
  const exact = found.find(
    (supplier) => supplier.name.toLowerCase() === meant || supplier.inn === withoutSpaces(text),
  );
  if (exact !== undefined) return pick(draft, at, exact, around);
  if (found.length === 0)
    return goTo(draft, inside(at, { kind: "pick" }), { kind: "no-such-supplier", text });
  return goTo(draft, inside(at, { kind: "pick", text }));
}

/** A new name; one that stands in the books already is taken from there. */
function named(draft: Draft, at: AtSupplier, name: string, around: Around): Turned {
  const meant = name.toLowerCase();
  const known = around.catalogue
    .searchSuppliers(name, suppliersOffered)
    .find((supplier) => supplier.name.toLowerCase() === meant);
  if (known !== undefined) return pick(draft, at, known, around, { kind: "supplier-known", supplier: known });
  return goTo(draft, inside(at, { kind: "new-number", name }));
}

function numbered(draft: Draft, at: AtSupplier, name: string, typed: string, around: Around): Turned {
  const country = countryAt(draft, around);
  const number = withoutSpaces(typed);
  if (!isTaxNumber(number, country)) return on(draft, { kind: "bad-number", country });
  const known = around.catalogue.searchSuppliers(number, suppliersOffered).find((one) => one.inn === number);
  if (known !== undefined) return pick(draft, at, known, around, { kind: "supplier-known", supplier: known });
  return { draft, remarks: [], after: { kind: "add-supplier", name, number } };
}

/** The answer is given; whatever way it came. */
export function pick(
  draft: Draft,
  at: AtSupplier,
  supplier: Supplier,
  around: Around,
  ...remarks: readonly Remark[]
): Turned {
  const answer = { kind: "supplier", supplier: { id: supplier.id, name: supplier.name } } as const;
  const answers = { ...draft.answers, [at.question]: answer };
  return on(onward({ ...draft, answers, split: false }, at.question, around), ...remarks);
}

export function pressedSupplier(draft: Draft, at: AtSupplier, button: Button, around: Around): Turned {
  const { step } = at;
  switch (button.kind) {
    case "supplier": {
      const supplier = around.catalogue.supplier(button.supplier);
      return supplier === undefined ? on(draft, { kind: "choose-one" }) : pick(draft, at, supplier, around);
    }
    case "new-supplier":
      return goTo(draft, inside(at, { kind: "new-name" }));
    case "next":
      return draft.answers[at.question]?.kind === "supplier"
        ? on(onward(draft, at.question, around))
        : on(draft, { kind: "choose-one" });
    case "later":
      return on(onward(skipped(draft, at), at.question, around));
    case "skip":
      return step.kind === "new-number"
        ? { draft, remarks: [], after: { kind: "add-supplier", name: step.name } }
        : on(draft, { kind: "choose-one" });
    case "split":
      return on(onward({ ...skipped(draft, at), split: true }, at.question, around));
    case "together":
      return goTo({ ...draft, split: false }, inside(at, { kind: "pick" }));
    default:
      return on(draft, { kind: "choose-one" });
  }
}

const skipped = (draft: Draft, at: AtSupplier): Draft => ({
  ...draft,
  answers: { ...draft.answers, [at.question]: { kind: "skipped" } },
});
