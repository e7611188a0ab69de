/** What can be wrong with the company file or the sheets beside it, and how an administrator is told. */
import type { CompanyProblem } from "../flows/company/file-problems.ts";
import type { SheetProblem } from "../flows/sheets/problems.ts";
import type { Language } from "../flows/ids.ts";
import { fieldProblemWords, pathText, rowWords } from "./problem-words.ts";
import type { SheetRefusal } from "./sheets/sheet.ts";
import { sheetProblemWords, sheetRefusalWords } from "./sheets/words.ts";

export type FileProblem =
  | { readonly kind: "unreadable"; readonly file: string; readonly why: string }
  /** Broken YAML: tabs, a key twice, an unclosed bracket. `line` counts from 1. */
  | { readonly kind: "yaml"; readonly file: string; readonly line: number; readonly code: string }
  | (CompanyProblem & {
      readonly kind: "field";
      readonly file: string;
      readonly line: number;
      readonly firstLine?: number;
    })
  | { readonly kind: "sheet"; readonly file: string; readonly problem: SheetProblem }
  | { readonly kind: "sheet-refused"; readonly file: string; readonly refusal: SheetRefusal };

const yamlWords: Readonly<Record<string, { readonly [L in Language]: string }>> = {
  DUPLICATE_KEY: { ru: "поле указано дважды", uk: "поле вказано двічі", en: "the field stands twice" },
  ALIAS: { ru: "неверные ссылки & и *", uk: "хибні посилання & і *", en: "wrong & and * references" },
  TAB_AS_INDENT: {
    ru: "отступ табуляцией: нужны пробелы",
    uk: "відступ табуляцією: потрібні пробіли",
    en: "indented by a tab: use spaces",
  },
};
const yamlBroken = {
  ru: "нарушена разметка файла (отступы, скобки, кавычки)",
  uk: "порушено розмітку файлу (відступи, дужки, лапки)",
  en: "the file’s layout is broken (indents, brackets, quotes)",
};

/** One line for people: «строка 14, people[2].telegram: …». */
export function fileProblemWords(problem: FileProblem, language: Language): string {
  switch (problem.kind) {
    case "unreadable": {
      const words = { ru: "файл не читается", uk: "файл не читається", en: "the file can’t be read" };
      return `${problem.file}: ${words[language]} (${problem.why})`;
    }
    case "yaml":
      return `${rowWords(problem.line, language)}: ${(yamlWords[problem.code] ?? yamlBroken)[language]}`;
    case "field": {
      const first = problem.firstLine === undefined ? undefined : rowWords(problem.firstLine, language);
      const words = fieldProblemWords(problem.problem, language, first);
      const path = problem.path.length > 0 ? `, ${pathText(problem.path)}` : "";
      return `${rowWords(problem.line, language)}${path}: ${words}`;
    }
    case "sheet":
      return `${problem.file}, ${sheetProblemWords(problem.problem, language)}`;
    case "sheet-refused":
      return `${problem.file}: ${sheetRefusalWords(problem.refusal, language)}`;
  }
}
