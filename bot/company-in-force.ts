/** Puts COMPANY_FILE in force when it differs from what was applied last; a broken file changes nothing. */
import { loadCompanyFile } from "./company-file.ts";
import { nameOf } from "./cards/place.ts";
import { alarm } from "./delivery/alarm.ts";
import { fileProblemWords } from "./company-problems.ts";
import { applyCompany } from "../db/apply-company.ts";
import { hasCompany, loadCompany } from "../db/company.ts";
import { getMeta, setMeta } from "../db/meta.ts";
import type { Store } from "../db/open.ts";
import { suppliersPage } from "../db/suppliers.ts";
import { successorOf, type CompanyChange } from "../db/company-changes.ts";
import { write, type Tx } from "../db/write.ts";
import type { Company } from "../flows/company/company.ts";
import { isActive } from "../flows/company/directory.ts";
import { placesFiledAt, unheldPosts, type UnheldPost } from "../flows/company/holders.ts";
import { postsAsked } from "../flows/engine/posts-asked.ts";
import type { Process } from "../flows/engine/process.ts";
import { id, type Instant, type PersonId, type PostId } from "../flows/ids.ts";

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
    tellUndone(tx, changes, now);
    return { kind: "applied", changes: changes.length };
  });
}

/** The file wins, but whom it puts back after an administrator had replaced him is told: nobody should find out by accident. */
function tellUndone(tx: Tx, changes: readonly CompanyChange[], now: Instant): void {
  const company = loadCompany(tx);
  const back = new Set(
    changes.flatMap((one) => {
      if (one.section === "holders" && one.kind === "added") return [one.id.split(":")[0] ?? ""];
      if (one.section === "departments" && one.kind === "changed" && one.fields.includes("head")) {
        const head = company.departments.find((place) => place.id === one.id)?.head;
        return head === undefined ? [] : [head];
      }
      return one.section === "people" && one.kind === "changed" && one.fields.includes("active")
        ? [one.id]
        : [];
    }),
  );
  for (const person of back) {
    const successor = successorOf(tx, id<PersonId>(person));
    if (successor === undefined || !isActive(company, id<PersonId>(person))) continue;
    const names = { name: nameOf(company, id<PersonId>(person)), successor: nameOf(company, successor) };
    alarm(tx, (words) => words("replace-undone", names), now);
  }
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
