/** A store in memory with a small company in force: the bed of the store's tests. */
import type { Company, Product, Supplier } from "../../../flows/company/company.ts";
import type { Answers } from "../../../flows/engine/answers.ts";
import type { Command } from "../../../flows/engine/command.ts";
import type { Refusal } from "../../../flows/engine/refusals.ts";
import type { Request } from "../../../flows/engine/request.ts";
import {
  id,
  units,
  type DepartmentId,
  type Instant,
  type Minor,
  type PersonId,
  type ProcessId,
  type RequestId,
  type Sku,
  type SupplierId,
  type Thousandths,
} from "../../../flows/ids.ts";
import { processes } from "../../../flows/processes/index.ts";
import { applyCompany } from "../../../db/apply-company.ts";
import { execute, type Executed } from "../../../db/execute.ts";
import { openStore, type Store } from "../../../db/open.ts";
import { setStarted } from "../../../db/people.ts";
import { storeProcesses } from "../../../db/processes.ts";
import { loadRequest } from "../../../db/requests.ts";
import { write } from "../../../db/write.ts";
import {
  company as smallCompany,
  person,
  sneakers,
  store as place,
  tuesday,
  visa,
} from "../engine/fixture.ts";

export { hour, person, sneakers, store as place, tuesday, visa } from "../engine/fixture.ts";

export const writeOff = id<ProcessId>("write-off");
export const supplierReturn = id<ProcessId>("return");
export const otherPlace = id<DepartmentId>("store-2");

/** The engine's company, with Telegram accounts 1001… in the order of its people, and a second store. */
export function company(change: Parameters<typeof smallCompany>[0] = {}): Company {
  const small = smallCompany(change);
  const [first] = small.entities;
  if (first === undefined) throw new Error("the small company has an entity");
  const second = {
    ...small.departments.find((one) => one.id === place),
    id: otherPlace,
    name: "Магазин № 2",
  };
  return {
    ...small,
    people: small.people.map((one, index) => ({ ...one, telegram: 1001 + index })),
    departments: [...small.departments, { ...second, kind: "store", entity: first.id }],
  };
}

export const chatOf = (of: Company, name: string): number => {
  const found = of.people.find((one) => one.id === name)?.telegram;
  if (found === undefined) throw new Error(`${name} has no Telegram account`);
  return found;
};

export const suppliers: readonly Supplier[] = [
  { id: id<SupplierId>("step"), name: "ООО «Степ»", inn: "7701234567" },
  { id: id<SupplierId>("vector"), name: "ООО «Вектор обуви»" },
];

export function product(sku: string, name: string, of: Partial<Product> = {}): Product {
  return { sku: id<Sku>(sku), name, model: name.replace(/, р\..*$/, ""), unit: "пара", ...of };
}
export const goods: readonly Product[] = [
  product("ОБ-1002-42", "Кроссовки мужские «Вихрь Р-1», чёрный, р. 42", {
    size: "42",
    barcode: "4600001002421",
    price: units<Minor>(500_000),
    vat: 22,
    supplier: id<SupplierId>("step"),
  }),
  product("ОБ-1002-43", "Кроссовки мужские «Вихрь Р-1», чёрный, р. 43", {
    size: "43",
    barcode: "4600001002438",
    price: units<Minor>(500_000),
  }),
  product("ОБ-2001-38", "Мокасины женские «Бриз», белый, р. 38", { size: "38", barcode: "4600002001384" }),
];

/** An open store with the company, its suppliers, goods and processes; everybody has started the bot. */
export function openFilled(of: Company = company(), path = ":memory:"): Store {
  const store = openStore(path);
  write(store, (tx) => {
    applyCompany(tx, { company: of, suppliers, goods }, tuesday);
    storeProcesses(tx, processes, tuesday);
    for (const one of of.people) setStarted(tx, one.id, tuesday);
  });
  return store;
}

type Given<C = Command> = C extends Command ? Omit<C, "at"> : never;

/** Carries a command out in a transaction of its own. */
export function perform(
  store: Store,
  target: { request: RequestId } | { process: ProcessId },
  command: Given,
  at: Instant = tuesday,
): Executed | { readonly refusal: Refusal } {
  return write(store, (tx) => execute(tx, target, { ...command, at } as Command)); // the clock reading completes it
}

/** Files and gives the request; throws when it is refused. */
export function file(
  store: Store,
  of: {
    process?: ProcessId;
    answers?: Answers;
    place?: DepartmentId;
    by?: string;
    at?: Instant;
  } = {},
): Request {
  const done = perform(
    store,
    { process: of.process ?? writeOff },
    {
      kind: "file",
      by: person(of.by ?? "clerk"),
      place: of.place ?? place,
      answers: of.answers ?? sneakers,
    },
    of.at,
  );
  if ("refusal" in done) throw new Error(`not filed: ${JSON.stringify(done.refusal)}`);
  return done.request;
}

export function sign(
  store: Store,
  request: RequestId,
  by: string,
  of: { decision?: "approved" | "rejected" | "sent-back"; visa?: string; at?: Instant } = {},
): Executed | { readonly refusal: Refusal } {
  const decision = of.decision ?? "approved";
  return perform(
    store,
    { request },
    {
      kind: "sign",
      by: person(by),
      visa: visa(of.visa ?? "merchandiser"),
      decision,
      ...(decision === "approved" ? {} : { reason: "Дефект не виден" }),
      seen: loadRequest(store, request)?.revision ?? 0,
    },
    of.at,
  );
}

export const at = (ms: number): Instant => units<Instant>(tuesday + ms);
export const pairs = (count: number, sku = "ОБ-1002-42"): Answers => ({
  ...sneakers,
  goods: {
    kind: "goods",
    lines: [
      {
        line: 1,
        sku: id<Sku>(sku),
        name: "Кроссовки",
        unit: "пара",
        quantity: units<Thousandths>(count * 1000),
        price: units<Minor>(500_000),
      },
    ],
  },
});

/** All rows of a table, for looking at what a test wrote. */
export function table(store: Store, name: string): Record<string, unknown>[] {
  return store.sqlite.prepare(`SELECT * FROM ${name}`).all() as Record<string, unknown>[]; // rows of any table
}
export const personId = (name: string): PersonId => person(name);
