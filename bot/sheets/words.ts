/** Words for what is wrong with a sheet: which row, which column, what was expected. */
import { grouped } from "../../flows/goods/money.ts";
import type { Language, Text } from "../../flows/ids.ts";
import type { ColumnPlace } from "../../flows/sheets/columns.ts";
import type { SheetProblem } from "../../flows/sheets/problems.ts";
import { rowWords, text } from "../problem-words.ts";
import { cellProblemWords } from "./cell-words.ts";
import type { SheetRefusal } from "./sheet.ts";

function columnWords(column: ColumnPlace, language: Language): string {
  const word = text("столбец", "стовпець", "column")[language];
  return `${word} ${column.letter} «${column.heading}»`;
}

/** One line about a sheet: which row, which column, what stands there, what was expected. */
export function sheetProblemWords(problem: SheetProblem, language: Language): string {
  switch (problem.kind) {
    case "missing-column": {
      const names = problem.names.map((name) => `«${name}»`).join(", ");
      return text(
        `строка 1: нет столбца ${names}`,
        `рядок 1: немає стовпця ${names}`,
        `row 1: no column ${names}`,
      )[language];
    }
    case "double-column": {
      const [first, second] = [columnWords(problem.first, language), columnWords(problem.second, language)];
      const both = text("значат одно и то же", "означають те саме", "mean the same")[language];
      return `${rowWords(1, language)}: ${first}, ${second}: ${both}`;
    }
    case "no-rows":
      return text(
        "под заголовками нет ни одной строки",
        "під заголовками немає жодного рядка",
        "there are no rows under the headings",
      )[language];
    case "too-many-rows":
      return tooManyRows(problem.max)[language];
    case "which-sheet":
      return whichSheet(problem)[language];
    case "bad-cell": {
      const column = problem.column ? `, ${columnWords(problem.column, language)}` : "";
      const found = problem.found === "" ? "" : ` (${shortened(problem.found)})`;
      return `${rowWords(problem.row, language)}${column}: ${cellProblemWords(problem.problem, language)}${found}`;
    }
  }
}

function tooManyRows(max: number): Text {
  const rows = (language: Language) => grouped(String(max), language);
  return text(`строк больше ${rows("ru")}`, `рядків більше ${rows("uk")}`, `more than ${rows("en")} rows`);
}

function whichSheet({ found, ...of }: Extract<SheetProblem, { readonly kind: "which-sheet" }>): Text {
  const [deals, payments] = [of.deals, of.payments].map((names) =>
    names.map((name) => `«${name}»`).join(", "),
  );
  return found === "both"
    ? text(
        `строка 1: столбец ${deals} у сделок, столбец ${payments} у оплат: пришлите их двумя файлами`,
        `рядок 1: стовпець ${deals} в угод, стовпець ${payments} в оплат: надішліть їх двома файлами`,
        `row 1: column ${deals} is of deals, column ${payments} of payments: send them as two files`,
      )
    : text(
        `строка 1: нет ни столбца сделок (${deals}), ни столбца оплат (${payments})`,
        `рядок 1: немає ні стовпця угод (${deals}), ні стовпця оплат (${payments})`,
        `row 1: neither a column of deals (${deals}) nor one of payments (${payments})`,
      );
}

function shortened(found: string): string {
  return found.length > 40 ? `${found.slice(0, 39)}…` : found;
}

/** Why a file was not read at all. */
export function sheetRefusalWords(refusal: SheetRefusal, language: Language): string {
  switch (refusal.kind) {
    case "not-a-sheet":
      return text(
        "это не таблица: нужен файл .xlsx или .csv",
        "це не таблиця: потрібен файл .xlsx або .csv",
        "this is no sheet: an .xlsx or .csv file is expected",
      )[language];
    case "zip-not-workbook":
      return text(
        "это архив, а не таблица .xlsx",
        "це архів, а не таблиця .xlsx",
        "this is an archive, not an .xlsx sheet",
      )[language];
    case "old-xls":
      return text(
        "старый формат .xls: сохраните как .xlsx или .csv",
        "старий формат .xls: збережіть як .xlsx або .csv",
        "the old .xls format: save it as .xlsx or .csv",
      )[language];
    case "damaged":
      return text("файл повреждён", "файл пошкоджено", "the file is damaged")[language];
    case "empty-sheet":
      return text("файл пуст", "файл порожній", "the file is empty")[language];
    case "too-big": {
      const size = refusal.bytesMax / 1024 / 1024;
      return text(`файл больше ${size} МБ`, `файл більший за ${size} МБ`, `the file is above ${size} MB`)[
        language
      ];
    }
    case "packed-too-tight":
      return text(
        "файл распаковывается в слишком большой",
        "файл розпаковується в завеликий",
        "the file unpacks into too large a one",
      )[language];
    case "too-many-rows":
      return tooManyRows(refusal.rowsMax)[language];
    case "too-many-columns":
      return text(
        `столбцов больше ${refusal.columnsMax}`,
        `стовпців більше ${refusal.columnsMax}`,
        `more than ${refusal.columnsMax} columns`,
      )[language];
    case "cell-too-long": {
      const long = text(
        `ячейка длиннее ${refusal.max} знаков`,
        `клітинка довша за ${refusal.max} знаків`,
        `a cell is longer than ${refusal.max} characters`,
      )[language];
      return `${rowWords(refusal.row, language)}: ${long}`;
    }
    case "took-too-long":
      return text("файл не удалось прочитать", "файл не вдалося прочитати", "the file could not be read")[
        language
      ];
  }
}
