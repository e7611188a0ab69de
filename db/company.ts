/** The company as one value, read inside the transaction that needs it and kept while its content stays the same. */
import { createHash } from "node:crypto";
import { asc } from "drizzle-orm";
import type { Company, Department, Entity, Holder, Person } from "../flows/company/company.ts";
import { canonical } from "../flows/engine/content.ts";
import { id, type DepartmentId, type EntityId, type PersonId, type PostId } from "../flows/ids.ts";
import { parseDepartmentData, parseEntity, parseSettings } from "./company-rows.ts";
import { getMeta, setMeta } from "./meta.ts";
import type { Store } from "./open.ts";
import * as schema from "./schema.ts";
import type { Tx } from "./write.ts";

/** The last company of each open store. Its key is the hash of its content, so that a rollback can't leave it wrong. */
const loaded = new WeakMap<Store, { readonly hash: string; readonly company: Company }>();

/** Whether a company was ever applied to this store. */
export function hasCompany(store: Store): boolean {
  return getMeta(store, "company") !== undefined;
}

/** The company in force. The same value as last time while nothing of it changed. Throws on an empty store. */
export function loadCompany(store: Store): Company {
  const hash = getMeta(store, "company");
  if (hash === undefined) throw new Error("the store has no company yet: apply a company file first");
  const known = loaded.get(store);
  if (known?.hash === hash) return known.company;
  const company = readCompany(store);
  loaded.set(store, { hash, company });
  return company;
}

/** To be called after rows of the company were changed: the next `loadCompany` gives the new one. */
export function companyChanged(tx: Tx): Company {
  const company = readCompany(tx);
  const hash = createHash("sha256").update(canonical(company)).digest("hex");
  setMeta(tx, "company", hash);
  loaded.set(tx, { hash, company });
  return company;
}

function readCompany(store: Store): Company {
  const db = store.drizzle;
  const settings = Object.fromEntries(
    db
      .select()
      .from(schema.settings)
      .all()
      .map((row) => [row.key, row.value]),
  );
  const people = db.select().from(schema.people).orderBy(asc(schema.people.position)).all();
  return {
    ...parseSettings(settings),
    entities: db.select().from(schema.entities).orderBy(asc(schema.entities.position)).all().map(entityFrom),
    departments: db
      .select()
      .from(schema.departments)
      .orderBy(asc(schema.departments.position))
      .all()
      .map(departmentFrom),
    people: people.map(personFrom),
    holders: db.select().from(schema.holders).orderBy(asc(schema.holders.position)).all().map(holderFrom),
    administrators: people.filter((row) => row.administrator).map((row) => id<PersonId>(row.id)),
  };
}

const entityFrom = (row: typeof schema.entities.$inferSelect): Entity => parseEntity(row.data);

function departmentFrom(row: typeof schema.departments.$inferSelect): Department {
  return {
    id: id<DepartmentId>(row.id),
    name: row.name,
    kind: row.kind,
    ...(row.parent !== null && { parent: id<DepartmentId>(row.parent) }),
    ...(row.head !== null && { head: id<PersonId>(row.head) }),
    entity: id<EntityId>(row.entity),
    ...parseDepartmentData(row.data),
    ...(!row.active && { closed: true }),
  };
}

function personFrom(row: typeof schema.people.$inferSelect): Person {
  return {
    id: id<PersonId>(row.id),
    name: row.name,
    ...(row.title !== null && { title: row.title }),
    human: row.human,
    ...(row.telegram !== null && { telegram: row.telegram }),
    ...(row.phone !== null && { phone: row.phone }),
    ...(row.email !== null && { email: row.email }),
    language: row.language,
    active: row.active,
  };
}

function holderFrom(row: typeof schema.holders.$inferSelect): Holder {
  return {
    person: id<PersonId>(row.person),
    post: id<PostId>(row.post),
    ...(row.department !== "" && { department: id<DepartmentId>(row.department) }),
  };
}
