/** Deals and payments as another program writes them, and what managers read: for stories of payments. */
import Database from "better-sqlite3";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { applyCompanyFile } from "../../../bot/company-in-force.ts";
import { units, type Instant } from "../../../flows/ids.ts";
import { processes } from "../../../flows/processes/index.ts";
import { refusedBySqlite3, sqlite3 } from "../../foreign-sqlite.ts";
import { demoCompany, story, type Story, type StoryOf } from "../../harness.ts";

/** The three orders of the demo company, before any payment; keys 1, 2, 3. */
export const demoDeals = `
  INSERT INTO deals (external_id, name, order_number, invoice_number, stage, customer, customer_inn, manager, total) VALUES
    ('ord-1', 'Кроссовки для сборной, 20 пар', 'ЗП-2026-0112', 'С-2026-0041', 'В работе', 'ООО «Спортшкола Олимпик»', '9603000215', 'petrenko', 15000000),
    ('ord-2', 'Коврики и скакалки', 'ЗП-2026-0115', 'С-2026-0043', 'Ожидает оплаты', 'ООО «Фитнес-Клуб Пульс»', '9603000222', 'zhukova', 1830000),
    ('ord-3', 'Кроссовки, розница', 'ЗП-2026-0118', 'С-2026-0047', 'Новый', 'ИП Иванчук Д. О.', '960300002393', 'petrenko', 999000);
`;

/** Runs SQL on the store's file over a connection of its own, as another program would: without our code, keys unchecked. */
export function foreignProgram(told: Story, sql: string): void {
  const connection = new Database(fileOf(told));
  try {
    connection.pragma("foreign_keys = OFF");
    connection.exec(sql);
  } finally {
    connection.close();
  }
}

const fileOf = (told: Story): string => join(told.dataDir, "countersign.sqlite");
/** The same by the `sqlite3` command line, in a process of its own; throws when the store refuses it. */
export function commandLine(told: Story, sql: string): void {
  sqlite3(fileOf(told), sql);
}
/** What the `sqlite3` command line says to SQL that the store refuses; undefined: it took it. */
export const refusedAtCommandLine = (told: Story, sql: string): string | undefined =>
  refusedBySqlite3(fileOf(told), sql);

export const pays = (deal: number, amount: number, paidOn = "2026-03-12", more = ""): string =>
  `INSERT INTO payments (deal, amount, paid_on${more === "" ? "" : ", key"}) VALUES (${deal}, ${amount}, '${paidOn}'${more === "" ? "" : `, '${more}'`});`;

/** The demo's deals with 30 % of the first one paid under the key `k1`; two managers and their head have pressed Start. */
export async function begunByProgram(of: StoryOf = {}): Promise<Story> {
  const told = await story(of);
  for (const who of ["petrenko", "zhukova", "gromov"]) await told.person(who).start();
  commandLine(told, demoDeals + pays(1, 4_500_000, "2026-03-01", "k1"));
  await told.payments();
  return told;
}

/** Alerts that a person has read, oldest first. */
export function alertsTo(told: Story, who: string): string[] {
  return told
    .messagesTo(who)
    .filter((text) =>
      /Название сделки|Назва угоди|^Deal:|Изменилась оплата|Змінилася оплата|Payments have/m.test(text),
    );
}

/** The first lines of the alerts that a person has read, oldest first. */
export const headsTo = (told: Story, who: string): string[] =>
  alertsTo(told, who).map((text) => text.split("\n")[0] ?? "");

/** Puts the demo company in force again without one of its people; somebody else sits in his commissions instead. */
export async function companyWithout(told: Story, person: string, instead = "orlova"): Promise<void> {
  const document = parseDocument(await readFile(demoCompany, "utf8"));
  const people = document.toJS() as { people: { id: string }[] }; // the demo company's own file
  document.deleteIn(["people", people.people.findIndex((one) => one.id === person)]);
  await companyBecomes(told, String(document).replaceAll(person, instead));
}

/** Puts the demo company in force again without the posts of one of its people. */
export async function companyWithoutPostsOf(told: Story, person: string): Promise<void> {
  const document = parseDocument(await readFile(demoCompany, "utf8"));
  const people = document.toJS() as { people: { id: string }[] }; // the demo company's own file
  document.deleteIn(["people", people.people.findIndex((one) => one.id === person), "posts"]);
  await companyBecomes(told, String(document));
}

async function companyBecomes(told: Story, text: string): Promise<void> {
  const file = join(told.dataDir, "company.yaml");
  await copyFile("playground/demo/goods.csv", join(told.dataDir, "goods.csv"));
  await writeFile(file, text);
  const applied = await applyCompanyFile(told.store, file, processes, units<Instant>(told.clock.now()));
  if (applied.kind === "problems") throw new Error(applied.problems.join("\n"));
}
