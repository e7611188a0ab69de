/** Reads COMPANY_FILE: YAML with every scalar as text, goods and suppliers beside it; problems name line and field. */
import { createHash } from "node:crypto";
import { readCompanyFile, type Reading } from "../flows/company/company-file.ts";
import type { Company, Product, Supplier } from "../flows/company/company.ts";
import { CatalogueReader, readBytes } from "./company-catalogue.ts";
import type { FileProblem } from "./company-problems.ts";
import { parseCompanyYaml } from "./company-yaml.ts";

export interface LoadedCompany {
  readonly kind: "loaded";
  readonly company: Company;
  /** Absent: the file doesn't name the section; what the store holds stays. */
  readonly suppliers?: readonly Supplier[];
  readonly goods?: readonly Product[];
  /** SHA-256 over the file and the sheets beside it: applied again only when it differs. */
  readonly hash: string;
}

export type CompanyLoad =
  LoadedCompany | { readonly kind: "problems"; readonly problems: readonly FileProblem[] };

/** What is known besides the file: the company in force with its suppliers, and the posts that processes name. */
export interface LoadContext extends Reading {
  readonly suppliersInForce?: readonly Supplier[];
}

/** Reads the file at a path with what stands beside it. Nothing is taken unless all of it is right. */
export async function loadCompanyFile(path: string, context: LoadContext = {}): Promise<CompanyLoad> {
  const hash = createHash("sha256");
  const read = await readBytes(path);
  if ("kind" in read) return { kind: "problems", problems: [read] };
  hash.update(read.bytes);
  const yaml = parseCompanyYaml(read.bytes.toString("utf8"), path);
  if (yaml.problems.length > 0) return { kind: "problems", problems: yaml.problems };
  const file = readCompanyFile(yaml.raw, context);
  if (file.kind === "problems") return { kind: "problems", problems: file.problems.map(yaml.locate) };
  const catalogue = new CatalogueReader(path, hash, yaml.locate);
  const suppliers = file.suppliers && (await catalogue.suppliers(file.suppliers));
  const known = suppliers ?? context.suppliersInForce ?? [];
  const goods = file.goods && (await catalogue.goods(file.goods, known, file.company));
  if (catalogue.problems.length > 0) return { kind: "problems", problems: catalogue.problems };
  return {
    kind: "loaded",
    company: file.company,
    ...(suppliers && { suppliers }),
    ...(goods && { goods }),
    hash: hash.digest("hex"),
  };
}
