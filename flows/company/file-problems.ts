/** What can be wrong in a field of the company file, its goods and its suppliers. The words stand in `problem-words`. */

/** Where: keys and positions from the top, `["people", 2, "telegram"]`. */
export type Path = readonly (string | number)[];

/** Problems that say everything by their name. */
export const plainProblems = [
  "missing",
  "unknown-field",
  "not-text",
  "not-list",
  "not-section",
  "empty",
  "empty-list",
  "bad-id",
  "bad-date",
  "bad-time",
  "time-order",
  "bad-time-zone",
  "bad-inn",
  "bad-edrpou",
  "bad-kpp",
  "bad-okpo",
  "bad-vat-id",
  "bad-bik",
  "bad-account",
  "bad-correspondent",
  "account-without-bik",
  "bad-iban",
  "bad-telegram",
  "bad-phone",
  "bad-email",
  "bad-post",
  "bad-money",
  "bad-signed-money",
  "bad-tax-number",
  "bad-vat",
  "bad-barcode",
  "bad-yes-no",
  "several-heads",
  "department-loop",
] as const;
export type PlainProblem = (typeof plainProblems)[number];

export const referenced = ["person", "department", "entity", "supplier", "post"] as const;

export type FieldProblem =
  | { readonly kind: PlainProblem }
  | { readonly kind: "too-long"; readonly max: number }
  | { readonly kind: "not-whole"; readonly min: number; readonly max: number }
  | { readonly kind: "not-one-of"; readonly allowed: readonly string[] }
  | { readonly kind: "unknown"; readonly what: (typeof referenced)[number]; readonly value: string }
  | { readonly kind: "duplicate"; readonly value: string; readonly first: Path };

/** A problem and the field it is in. */
export interface CompanyProblem {
  readonly path: Path;
  readonly problem: FieldProblem;
}
