/** Puts COMPANY_FILE in force when it differs from what was applied last; a broken file changes nothing. */
import { loadCompanyFile } from "./company-file.ts";
import { fileProblemWords } from "./company-problems.ts";
import { applyCompany } from "../db/apply-company.ts";
import { hasCompany, loadCompany } from "../db/company.ts";
import { getMeta, setMeta } from "../db/meta.ts";
import type { Store } from "../db/open.ts";
import { suppliersPage } from "../db/suppliers.ts";
import { write } from "../db/write.ts";
import type { Company } from "../flows/company/company.ts";
import { placesFiledAt, unheldPosts, type UnheldPost } from "../flows/company/holders.ts";
import { postsAsked } from "../flows/engine/posts-asked.ts";
import type { Process } from "../flows/engine/process.ts";
import type { Instant, PostId } from "../flows/ids.ts";

export type Applied =
  | { readonly kind: "same" }
  | { readonly kind: "applied"; readonly changes: number }
  /** Lines for people: which line and field, what is wrong. */
  | { readonly kind: "problems"; readonly problems: readonly string[] };

const suppliersMax = 100_000;

/** @param path absolute, or from the working directory */
export async function applyCompanyFile(
  store: Store,
  path: string,
  processes: readonly Process[],
  now: Instant,
): Promise<Applied> {
  const inForce = hasCompany(store) ? loadCompany(store) : undefined;
  const loaded = await loadCompanyFile(path, {
    posts: postsNamed(processes),
    suppliersInForce: suppliersPage(store, { limit: suppliersMax }),
    ...(inForce !== undefined && { inForce }),
  });
  if (loaded.kind === "problems") {
    const language = inForce?.language ?? "ru";
    return {
      kind: "problems",
      problems: loaded.problems.map((problem) => fileProblemWords(problem, language)),
    };
  }
  return write(store, (tx): Applied => {
    if (getMeta(tx, "company-file") === loaded.hash) return { kind: "same" };
    const changes = applyCompany(tx, loaded, now);
    setMeta(tx, "company-file", loaded.hash);
    return { kind: "applied", changes: changes.length };
  });
}

/**
 * Posts that somebody must hold before what is filed can be decided: told at start (D12). Only for places where somebody
 * may file: a process that nobody uses asks for nobody.
 */
export function vacancies(company: Company, processes: readonly Process[]): readonly UnheldPost[] {
  return processes.flatMap((process) =>
    unheldPosts(company, postsAsked(process), placesFiledAt(company, process.filedBy)),
  );
}

/** Posts that processes address or let file: the company file may name them. */
function postsNamed(processes: readonly Process[]): readonly PostId[] {
  return [...new Set(processes.flatMap((process) => [...process.filedBy, ...postsAsked(process)]))];
}
