/** Words for what is wrong in a cell of a sheet, whatever the sheet is of. */
import type { QuantityRefusal } from "../../flows/goods/quantity.ts";
import type { Language, Text } from "../../flows/ids.ts";
import { dealProblemKinds, type DealProblem } from "../../flows/payments/deal-problems.ts";
import type { CellProblem } from "../../flows/sheets/problems.ts";
import { fieldProblemWords, rowWords, text } from "../problem-words.ts";
import { dealProblemWords } from "./deal-row-words.ts";

const badQuantity: { readonly [Kind in QuantityRefusal["kind"]]: Text } = {
  empty: text("не указано количество", "не вказано кількість", "the quantity is missing"),
  "not-a-number": text(
    "нужно число: 2 или 2,5",
    "потрібне число: 2 або 2,5",
    "a number is expected: 2 or 2,5",
  ),
  negative: text("количество меньше нуля", "кількість менша за нуль", "the quantity is below zero"),
  zero: text("количество равно нулю", "кількість дорівнює нулю", "the quantity is zero"),
  "too-big": text(
    "количество больше миллиона",
    "кількість більша за мільйон",
    "the quantity is above a million",
  ),
  "too-precise": text(
    "не больше трёх знаков после запятой",
    "не більше трьох знаків після коми",
    "at most three decimals",
  ),
  "no-fractions": text("нужно целое число", "потрібне ціле число", "a whole number is expected"),
  "other-unit": text("другая единица измерения", "інша одиниця виміру", "another unit of measure"),
};

/** What was expected in the cell, without saying where it is. */
export function cellProblemWords(problem: CellProblem, language: Language): string {
  switch (problem.kind) {
    case "bad-quantity":
      return badQuantity[problem.why][language];
    case "no-goods":
      return text(
        "нет ни артикула, ни штрихкода, ни наименования",
        "немає ні артикулу, ні штрихкоду, ні назви",
        "neither article nor barcode nor name",
      )[language];
    case "duplicate": {
      const [row] = problem.first;
      return fieldProblemWords(
        problem,
        language,
        typeof row === "number" ? rowWords(row, language) : undefined,
      );
    }
    default:
      return isDealProblem(problem)
        ? dealProblemWords(problem, language)
        : fieldProblemWords(problem, language);
  }
}

function isDealProblem(problem: CellProblem): problem is DealProblem {
  return dealProblemKinds.has(problem.kind);
}
