/** Goods and suppliers of the company file: lists inside it, or sheets beside it. */
import type { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readCatalogue, supplierProblems, type SheetName } from "../flows/company/company-file.ts";
import type { Company, Product, Supplier } from "../flows/company/company.ts";
import type { CompanyProblem } from "../flows/company/file-problems.ts";
import { readProductRows, readSupplierRows, type RowsRead } from "../flows/goods/catalogue-rows.ts";
import type { FileProblem } from "./company-problems.ts";
import { readSheet } from "./sheets/read-sheet.ts";

const fileBytesMax = 5 * 1024 * 1024;

/** The bytes of a file of reasonable size, or why there are none. */
export async function readBytes(path: string): Promise<{ readonly bytes: Buffer } | FileProblem> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > fileBytesMax) {
      return { kind: "sheet-refused", file: path, refusal: { kind: "too-big", bytesMax: fileBytesMax } };
    }
    return { bytes };
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return { kind: "unreadable", file: path, why };
  }
}

/** Suppliers and goods, each a list in the file or a sheet beside it; collects what is wrong with them. */
export class CatalogueReader {
  readonly problems: FileProblem[] = [];
  readonly #companyFile: string;
  readonly #hash: ReturnType<typeof createHash>;
  readonly #locate: (problem: CompanyProblem) => FileProblem;

  constructor(
    companyFile: string,
    hash: ReturnType<typeof createHash>,
    locate: (problem: CompanyProblem) => FileProblem,
  ) {
    this.#companyFile = companyFile;
    this.#hash = hash;
    this.#locate = locate;
  }

  async suppliers(section: readonly Supplier[] | SheetName): Promise<readonly Supplier[]> {
    const { values, report } = await this.#read("suppliers", section, readSupplierRows);
    report(supplierProblems(values));
    return values;
  }

  async goods(
    section: readonly Product[] | SheetName,
    suppliers: readonly Supplier[],
    company: Company,
  ): Promise<readonly Product[]> {
    const { values, report } = await this.#read("goods", section, readProductRows);
    const { goods, problems } = readCatalogue(values, suppliers, company);
    report(problems);
    return goods;
  }

  async #read<T>(
    name: string,
    section: readonly T[] | SheetName,
    readRows: (sheet: readonly (readonly string[])[]) => RowsRead<T>,
  ): Promise<{ values: readonly T[]; report: (problems: readonly CompanyProblem[]) => void }> {
    if (!("path" in section)) {
      const inFile = ({ path, problem }: CompanyProblem) =>
        this.#locate({
          path: [name, ...path],
          problem: problem.kind === "duplicate" ? { ...problem, first: [name, ...problem.first] } : problem,
        });
      return { values: section, report: (problems) => this.problems.push(...problems.map(inFile)) };
    }
    const file = join(dirname(this.#companyFile), section.path);
    const nothing = { values: [], report: () => undefined };
    const read = await readBytes(file);
    if ("kind" in read) {
      this.problems.push(read);
      return nothing;
    }
    this.#hash.update(read.bytes);
    const sheet = await readSheet(read.bytes);
    if (sheet.kind !== "sheet") {
      this.problems.push({ kind: "sheet-refused", file, refusal: sheet });
      return nothing;
    }
    const rows = readRows(sheet.rows);
    if (rows.kind === "problems") {
      this.problems.push(...rows.problems.map((problem) => ({ kind: "sheet", file, problem }) as const));
      return nothing;
    }
    const report = (problems: readonly CompanyProblem[]) => {
      for (const problem of problems)
        this.problems.push({ kind: "sheet", file, problem: rows.locate(problem) });
    };
    return { values: rows.values, report };
  }
}
