/** A company of sales departments, a head over five managers each, and its deals: the bed of the payment poll's faults. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const perDepartment = 5;
/** Few enough that a manager's alerts come one by one, and many enough that his head's come as a list. */
const dealsEach = 5;
const firstAccount = 5001;

const dir = mkdtempSync(join(tmpdir(), "countersign-sales-"));
process.once("exit", () => rmSync(dir, { recursive: true, force: true }));

export interface Sales {
  /** Path of the company file. */
  readonly company: string;
  readonly managers: readonly string[];
  readonly heads: readonly string[];
  /** Telegram accounts of all of them, in the order of the file. */
  readonly accounts: readonly number[];
  /** SQL that adds `dealsEach` deals for each manager, of 1 000,00 each; ids from 1, names «Сделка 1» and on. */
  readonly deals: string;
  readonly dealCount: number;
  /** The manager of a deal. */
  managerOf(deal: number): string;
  headOf(deal: number): string;
}

/** A company of so many managers, with heads where there are. */
export function salesCompany(managerCount: number): Sales {
  const managers = Array.from({ length: managerCount }, (_, n) => `manager-${n + 1}`);
  const heads = Array.from({ length: Math.ceil(managerCount / perDepartment) }, (_, n) => `head-${n + 1}`);
  const people = [...heads, ...managers];
  const department = (manager: number): string => `sales-${Math.floor(manager / perDepartment) + 1}`;
  const lines = [
    "company: { name: Продажи, language: ru }",
    "departments:",
    "  - { id: office, name: Офис, kind: office }",
    ...heads.map(
      (head, n) => `  - { id: sales-${n + 1}, name: Отдел ${n + 1}, parent: office, head: ${head} }`,
    ),
    "people:",
    ...people.map((person, n) => {
      const post = managers.includes(person)
        ? `, posts: [sales-manager@${department(managers.indexOf(person))}]`
        : "";
      return `  - { id: ${person}, name: Человек ${n + 1}, telegram: ${firstAccount + n}${post} }`;
    }),
    "administrators: [head-1]",
  ];
  const company = join(dir, `sales-${managerCount}.yaml`);
  writeFileSync(company, `${lines.join("\n")}\n`);
  const ofManager = (deal: number): number => Math.floor((deal - 1) / dealsEach);
  const dealCount = managerCount * dealsEach;
  const rows = Array.from(
    { length: dealCount },
    (_, n) => `('Сделка ${n + 1}', 'manager-${ofManager(n + 1) + 1}', 100000)`,
  );
  return {
    company,
    managers,
    heads,
    accounts: people.map((_, n) => firstAccount + n),
    deals: `INSERT INTO deals (name, manager, total) VALUES ${rows.join(", ")};`,
    dealCount,
    managerOf: (deal) => `manager-${ofManager(deal) + 1}`,
    headOf: (deal) => `head-${Math.floor(ofManager(deal) / perDepartment) + 1}`,
  };
}

/** A payment on each of the deals, of the same part of each, as SQL. */
export const payEach = (deals: readonly number[], kopecks: number): string =>
  deals
    .map((deal) => `INSERT INTO payments (deal, amount, paid_on) VALUES (${deal}, ${kopecks}, '2026-03-02');`)
    .join("\n");
