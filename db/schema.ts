/** Every table of the store. Money in minor units, quantities in thousandths, instants in epoch ms UTC; tables are STRICT. */
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { countries, departmentKinds } from "../flows/company/company.ts";
import { statuses } from "../flows/engine/request.ts";
import { languages } from "../flows/ids.ts";
import { letterKinds } from "../flows/mail/letter.ts";

/** Facts about the store itself: bot id, hash of the company file last applied, company version, log head … */
export const meta = sqliteTable("meta", { key: text().primaryKey(), value: text().notNull() });

// --- the company ---------------------------------------------------------------------------------------------------
/** Sections of the company file that are no tables: name, language, undoMinutes, workingHours, reasons. JSON by key. */
export const settings = sqliteTable("settings", { key: text().primaryKey(), value: text().notNull() });
export const entities = sqliteTable("entities", {
  id: text().primaryKey(),
  position: integer().notNull(),
  country: text({ enum: countries }).notNull(),
  /** The whole Entity as JSON. */
  data: text().notNull(),
});
export const departments = sqliteTable("departments", {
  id: text().primaryKey(),
  position: integer().notNull(),
  name: text().notNull(),
  kind: text({ enum: departmentKinds }).notNull(),
  parent: text(),
  head: text(),
  entity: text().notNull(),
  /** Address and commission as JSON. */
  data: text().notNull(),
  /** False once it is gone from the company file; history keeps the name. */
  active: integer({ mode: "boolean" }).notNull(),
});
export const people = sqliteTable(
  "people",
  {
    id: text().primaryKey(),
    position: integer().notNull(),
    name: text().notNull(),
    /** As printed beside the name. */
    title: text(),
    human: text().notNull(),
    telegram: integer(),
    phone: text(),
    /** Where answers to letters about his requests go. */
    email: text(),
    language: text({ enum: languages }).notNull(),
    /** Chosen by the person himself: the company file no longer changes it. */
    /** 0: the company file's; 1: chosen by the person; 2: guessed from Telegram. */
    languageChosen: integer("language_chosen").notNull(),
    administrator: integer({ mode: "boolean" }).notNull(),
    active: integer({ mode: "boolean" }).notNull(),
    /** Set while the person has the bot stopped. */
    blockedAt: integer("blocked_at"),
    /** First message to the bot: before it nothing may be sent to him. */
    startedAt: integer("started_at"),
  },
  (t) => [uniqueIndex("people_telegram").on(t.telegram), index("people_phone").on(t.phone)],
);
export const holders = sqliteTable(
  "holders",
  {
    position: integer().notNull(),
    person: text().notNull(),
    post: text().notNull(),
    /** Empty: everywhere. */
    department: text().notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.person, t.post, t.department] })],
);
/** What the company file and people changed in the company, append-only: who came, left, holds what, answers where. */
export const companyChanges = sqliteTable("company_changes", {
  id: integer().primaryKey(),
  at: integer().notNull(),
  /** JSON union by kind (db/company-changes.ts). */
  what: text().notNull(),
});
/** FTS5 tables `goods_search` and `suppliers_search` stand beside these two, kept by triggers (custom migration). */
export const suppliers = sqliteTable(
  "suppliers",
  {
    /** Row of the search index: never changes. */
    key: integer().primaryKey(),
    id: text().notNull(),
    name: text().notNull(),
    inn: text(),
    kpp: text(),
    email: text(),
    /** Who typed that e-mail in the chat; absent: from the company file. */
    emailBy: text("email_by"),
    address: text(),
    contract: text(),
    /** Words it is found by (flows/goods/search). */
    search: text().notNull(),
    /** Who added it in the chat; absent: from the company file. */
    addedBy: text("added_by"),
    active: integer({ mode: "boolean" }).notNull(),
  },
  (t) => [
    uniqueIndex("suppliers_id").on(t.id),
    index("suppliers_inn").on(t.inn),
    index("suppliers_name")
      .on(t.name, t.key)
      .where(sql`active = 1`),
  ],
);
export const goods = sqliteTable(
  "goods",
  {
    /** Row of the search index: never changes. */
    key: integer().primaryKey(),
    sku: text().notNull(),
    name: text().notNull(),
    model: text().notNull(),
    size: text(),
    barcode: text(),
    /** The barcode backwards, so that its last digits are an index look-up. */
    tail: text(),
    unit: text().notNull(),
    price: integer(),
    vat: integer(),
    supplier: text(),
    entity: text(),
    /** Words it is found by (flows/goods/search). */
    search: text().notNull(),
    active: integer({ mode: "boolean" }).notNull(),
  },
  (t) => [
    uniqueIndex("goods_sku").on(t.sku),
    index("goods_tail").on(t.tail),
    index("goods_model").on(t.model, t.key),
    check("goods_price", sql`${t.price} >= 0`),
  ],
);

// --- processes and requests ----------------------------------------------------------------------------------------
export const processes = sqliteTable(
  "processes",
  {
    id: text().notNull(),
    version: integer().notNull(),
    hash: text().notNull(),
    declaration: text().notNull(),
    storedAt: integer("stored_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.version] })],
);
export const requests = sqliteTable(
  "requests",
  {
    id: integer().primaryKey(),
    process: text().notNull(),
    processVersion: integer("process_version").notNull(),
    place: text().notNull(),
    filer: text().notNull(),
    filedAt: integer("filed_at").notNull(),
    status: text({ enum: statuses }).notNull(),
    stage: text().notNull(),
    /** Neither ended nor withdrawn. */
    open: integer({ mode: "boolean" }).notNull(),
    total: integer().notNull(),
    endedAt: integer("ended_at"),
    version: integer().notNull(),
    /** The whole Request as canonical JSON: the fold of its log, and a test says so. */
    state: text().notNull(),
  },
  (t) => [
    index("requests_filer").on(t.filer, t.open, t.id),
    index("requests_place").on(t.place, t.open, t.id),
    index("requests_open")
      .on(t.id)
      .where(sql`open = 1`),
    check("requests_total", sql`${t.total} >= 0`),
  ],
);
/** Second lock against double decisions (R6): one closing per step, one visa per human and round. */
export const visas = sqliteTable(
  "visas",
  {
    request: integer()
      .notNull()
      .references(() => requests.id),
    round: integer().notNull(),
    visa: text().notNull(),
    human: text().notNull(),
    signedAt: integer("signed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.request, t.round, t.visa] }),
    uniqueIndex("visas_human").on(t.request, t.round, t.human),
  ],
);
/** Whose signature is awaited now, one row per person and request: kept in the same commit, so that an inbox is an index look-up. */
export const waiting = sqliteTable(
  "waiting",
  {
    person: text().notNull(),
    request: integer()
      .notNull()
      .references(() => requests.id),
    /** The visa; of several, the first to be overdue. */
    visa: text().notNull(),
    process: text().notNull(),
    place: text().notNull(),
    since: integer().notNull(),
    /** When it is overdue (its escalation); absent: never. */
    dueAt: integer("due_at"),
    total: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.person, t.request] }),
    index("waiting_person").on(t.person, t.since, t.request),
    index("waiting_due").on(t.person, t.dueAt),
    index("waiting_request").on(t.request),
  ],
);
/** How much waits for each person: kept by triggers on `waiting`, so that a count costs the same for any pile. */
export const inboxCounts = sqliteTable(
  "inbox_counts",
  {
    person: text().notNull(),
    /** Sums of different places may be in different currencies. */
    place: text().notNull(),
    count: integer().notNull(),
    total: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.person, t.place] })],
);
/** What was filed per process, store and UTC day, without what was rejected or withdrawn; `*RU`: all stores of a country. */
export const filings = sqliteTable(
  "filings",
  {
    process: text().notNull(),
    place: text().notNull(),
    /** Days since 1970-01-01. */
    day: integer().notNull(),
    count: integer().notNull(),
    total: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.process, t.place, t.day] })],
);
/** Open articles per store: the warning "an open request for the same article and store exists". */
export const openGoods = sqliteTable(
  "open_goods",
  {
    place: text().notNull(),
    sku: text().notNull(),
    request: integer()
      .notNull()
      .references(() => requests.id),
  },
  (t) => [primaryKey({ columns: [t.place, t.sku, t.request] }), index("open_goods_request").on(t.request)],
);
/** Everybody who filed, mended, was ever asked: they may see the request. What the registry finds theirs by stands beside. */
export const participants = sqliteTable(
  "participants",
  {
    request: integer()
      .notNull()
      .references(() => requests.id),
    person: text().notNull(),
    /** As in `registry`; absent: not in the registry yet. */
    shelf: integer(),
    filedOn: text("filed_on"),
    supplier: text(),
  },
  (t) => [
    primaryKey({ columns: [t.request, t.person] }),
    index("participants_person").on(t.person, t.request),
    index("participants_shelf").on(t.person, t.shelf, t.filedOn, t.request),
    index("participants_supplier")
      .on(t.person, t.supplier, t.shelf, t.filedOn, t.request)
      .where(sql`supplier IS NOT NULL`),
  ],
);

// --- the registry: kept in the same commit as the requests, so that filters and search are index look-ups -------------
/** How a shelf's requests stand; a held decision still counts as open. */
export const shelfStatuses = ["open", "rework", "ended", "withdrawn"] as const;
/** Requests that the same people see by right and that answer the same filters stand on one shelf: few, as the company has places and stages. */
export const registryShelves = sqliteTable(
  "registry_shelves",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    place: text().notNull(),
    process: text().notNull(),
    processVersion: integer("process_version").notNull(),
    stage: text().notNull(),
    status: text({ enum: shelfStatuses }).notNull(),
    /** Whether papers were issued: who takes them sees the request. */
    papers: integer({ mode: "boolean" }).notNull(),
  },
  (t) => [
    uniqueIndex("registry_shelves_of").on(t.place, t.process, t.processVersion, t.stage, t.status, t.papers),
  ],
);
/** What every request is found and filtered by, one row each; the FTS5 table `registry_search` stands beside it, kept by triggers. */
export const registry = sqliteTable(
  "registry",
  {
    request: integer()
      .primaryKey()
      .references(() => requests.id),
    shelf: integer()
      .notNull()
      .references(() => registryShelves.id),
    /** Calendar date on the clock of its place. */
    filedOn: text("filed_on").notNull(),
    supplier: text(),
    /** Rounds of rework that were asked for. */
    rework: integer().notNull(),
    rejected: integer({ mode: "boolean" }).notNull(),
    total: integer().notNull(),
    /** Words it is found by: numbers, supplier, goods, typed answers (flows/goods/search). */
    search: text().notNull(),
    /** Its place and everybody concerned, as words: so that a search meets few rows of others. */
    who: text().notNull(),
  },
  (t) => [
    index("registry_shelf").on(t.shelf, t.filedOn, t.request),
    index("registry_supplier")
      .on(t.supplier, t.shelf, t.filedOn, t.request)
      .where(sql`supplier IS NOT NULL`),
    index("registry_day").on(t.filedOn, t.request),
  ],
);
/** How a supplier's requests fared (S1.22), per shelf, and once more per person concerned: withdrawn ones are left out. */
export const supplierCounts = sqliteTable(
  "supplier_counts",
  {
    /** Empty: all requests of the shelf; else those that this person is concerned with. */
    person: text().notNull(),
    supplier: text().notNull(),
    shelf: integer().notNull(),
    count: integer().notNull(),
    rework: integer().notNull(),
    rejected: integer().notNull(),
    /** Of those that weren't rejected. */
    total: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.person, t.supplier, t.shelf] })],
);
/** What a registry message in somebody's chat shows: its filter, its page. Old messages are forgotten. */
export const registryScreens = sqliteTable(
  "registry_screens",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    person: text().notNull(),
    /** JSON, read by its owner. */
    state: text().notNull(),
    at: integer().notNull(),
  },
  (t) => [index("registry_screens_person").on(t.person, t.id)],
);

// --- requests, continued ---------------------------------------------------------------------------------------------
/** Append-only, chained by hashes; triggers refuse UPDATE and DELETE. */
export const log = sqliteTable(
  "log",
  {
    seq: integer().primaryKey(),
    request: integer().notNull(),
    /** Position inside its request, from 1. */
    n: integer().notNull(),
    at: integer().notNull(),
    /** Canonical bytes: what is hashed is what is read back (R8). */
    event: text().notNull(),
    prev: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    uniqueIndex("log_request").on(t.request, t.n),
    // third lock (R6): a request ends once
    uniqueIndex("log_final")
      .on(t.request)
      .where(sql`json_extract(event, '$.kind') IN ('ended', 'withdrawn')`),
  ],
);
/** When the request next wants a tick: reminder, escalation, end of a hold. */
export const timers = sqliteTable(
  "timers",
  {
    request: integer()
      .primaryKey()
      .references(() => requests.id),
    dueAt: integer("due_at").notNull(),
  },
  (t) => [index("timers_due").on(t.dueAt)],
);
/** Papers issued, numbered without gaps per entity, series and year. */
export const papers = sqliteTable(
  "papers",
  {
    request: integer()
      .notNull()
      .references(() => requests.id),
    document: text().notNull(),
    entity: text().notNull(),
    series: text().notNull(),
    year: integer().notNull(),
    serial: integer().notNull(),
    number: text().notNull(),
    date: text().notNull(),
    /** Printed: hash of the PDF in `DATA_DIR/files`. */
    file: text(),
    /** Telegram's id once sent, so that it isn't uploaded again. */
    fileId: text("file_id"),
    /** Print job: tries so far and when to try next; printed papers have none due. */
    tries: integer().notNull().default(0),
    dueAt: integer("due_at"),
    /** Persons who are to get it once printed, JSON. */
    sendTo: text("send_to").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.request, t.document] }),
    uniqueIndex("papers_serial").on(t.entity, t.series, t.year, t.serial),
    uniqueIndex("papers_number").on(t.number, t.entity),
    index("papers_due")
      .on(t.dueAt)
      .where(sql`due_at IS NOT NULL`),
  ],
);

// --- deals and payments: documented tables, which other programs may write as well (docs/payments.md) ---------------
export const currencies = ["RUB", "UAH"] as const;
/** Who put a payment into the store. */
export const paymentSources = ["program", "statement", "sheet", "hand"] as const;

/** Sales to customers. Guards and the queue `changed_deals` are kept by triggers, so that a foreign writer needs no code of ours. */
export const deals = sqliteTable(
  "deals",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** Its key in the system of whoever writes it. */
    externalId: text("external_id"),
    name: text().notNull(),
    orderNumber: text("order_number"),
    invoiceNumber: text("invoice_number"),
    /** As the system that keeps the deal calls it. */
    stage: text().notNull().default(""),
    customer: text().notNull().default(""),
    customerInn: text("customer_inn"),
    /** A person of the company (`people.id`). */
    manager: text(),
    /** Minor units. */
    total: integer().notNull(),
    currency: text({ enum: currencies }).notNull().default("RUB"),
  },
  (t) => [
    uniqueIndex("deals_external").on(t.externalId),
    index("deals_manager").on(t.manager, t.id),
    index("deals_inn").on(t.customerInn, t.id),
    check("deals_name", sql`length(trim(${t.name})) BETWEEN 1 AND 300`),
    check("deals_numbers", sql`length(${t.orderNumber}) <= 64 AND length(${t.invoiceNumber}) <= 64`),
    check("deals_stage", sql`length(${t.stage}) <= 100 AND length(${t.customer}) <= 300`),
    check("deals_total", sql`${t.total} BETWEEN 0 AND 100000000000000`),
    check("deals_currency", sql`${t.currency} IN ('RUB', 'UAH')`),
    check(
      "deals_inn_digits",
      sql`length(${t.customerInn}) BETWEEN 8 AND 12 AND ${t.customerInn} NOT GLOB '*[^0-9]*'`,
    ),
  ],
);
/** Money received on a deal; below zero: given back. What was taken back stays for the history and counts as nothing. */
export const payments = sqliteTable(
  "payments",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    deal: integer()
      .notNull()
      .references(() => deals.id),
    /** Minor units of the deal's currency; never zero. */
    amount: integer().notNull(),
    /** Absent: the deal's. Another one than the deal's is refused. */
    currency: text({ enum: currencies }),
    /** Calendar date `YYYY-MM-DD`. */
    paidOn: text("paid_on").notNull(),
    /** Number of the payment order. */
    number: text(),
    payer: text(),
    payerInn: text("payer_inn"),
    purpose: text(),
    source: text({ enum: paymentSources }).notNull().default("program"),
    /** Its key in the system of whoever writes it: the same key is booked once. */
    key: text(),
    /** Who booked it in the chat, and when. */
    bookedBy: text("booked_by"),
    bookedAt: integer("booked_at"),
    takenBackAt: integer("taken_back_at"),
  },
  (t) => [
    uniqueIndex("payments_key").on(t.key),
    index("payments_deal").on(t.deal, t.id),
    check("payments_amount", sql`${t.amount} <> 0 AND abs(${t.amount}) <= 100000000000000`),
    check("payments_currency", sql`${t.currency} IN ('RUB', 'UAH')`),
    check("payments_date", sql`date(${t.paidOn}) IS ${t.paidOn}`),
    check("payments_source", sql`${t.source} IN ('program', 'statement', 'sheet', 'hand')`),
  ],
);
/** What a customer is to pay and by when: overdue ones stand in the monthly report. */
export const expectedPayments = sqliteTable(
  "expected_payments",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    deal: integer()
      .notNull()
      .references(() => deals.id),
    dueOn: text("due_on").notNull(),
    amount: integer().notNull(),
  },
  (t) => [
    index("expected_payments_deal").on(t.deal, t.dueOn),
    check("expected_payments_amount", sql`${t.amount} > 0`),
    check("expected_payments_date", sql`date(${t.dueOn}) IS ${t.dueOn}`),
  ],
);
/** Deals that the next poll must look at: filled by triggers, whoever writes; emptied by the poll that looked. */
export const changedDeals = sqliteTable("changed_deals", { deal: integer().primaryKey() });
/** What polls saw of a deal: its percentages in order of time. The last that is not silent is what managers know. */
export const dealChanges = sqliteTable(
  "deal_changes",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    deal: integer().notNull(),
    at: integer().notNull(),
    /** baseline: first seen · alert: managers heard · silent: nothing to be said. */
    kind: text({ enum: ["baseline", "alert", "silent"] }).notNull(),
    paid: integer().notNull(),
    total: integer().notNull(),
    /** What managers knew before; absent at a baseline. */
    beforePaid: integer("before_paid"),
    beforeTotal: integer("before_total"),
    /** Payments that came, and what was taken away (removed, lowered, moved), since managers last heard. */
    came: integer().notNull().default(0),
    gone: integer().notNull().default(0),
  },
  (t) => [
    index("deal_changes_deal").on(t.deal, t.id),
    index("deal_changes_known")
      .on(t.deal, t.id)
      .where(sql`kind <> 'silent'`),
  ],
);
/** Payments as managers know them: what differs from it is what came or went. */
export const announcedPayments = sqliteTable(
  "announced_payments",
  { deal: integer().notNull(), payment: integer().notNull(), amount: integer().notNull() },
  (t) => [primaryKey({ columns: [t.deal, t.payment] })],
);
/** Order and invoice numbers in one spelling (flows/payments/numbers): how a payment's purpose finds its deal. */
export const dealNumbers = sqliteTable(
  "deal_numbers",
  { deal: integer().notNull(), kind: text({ enum: ["invoice", "order"] }).notNull(), key: text().notNull() },
  (t) => [primaryKey({ columns: [t.deal, t.kind] }), index("deal_numbers_key").on(t.key, t.kind, t.deal)],
);
/** Words by which a deal is found; the FTS5 table `deals_search` stands beside it, kept by triggers. */
export const dealWords = sqliteTable("deal_words", {
  deal: integer().primaryKey(),
  search: text().notNull(),
});
/** Everything that people did to bookings in the chat, append-only and chained (R9). */
export const paymentLog = sqliteTable(
  "payment_log",
  {
    id: integer().primaryKey(),
    payment: integer().notNull(),
    at: integer().notNull(),
    by: text().notNull(),
    /** JSON union by kind (db/payment-log.ts): booked, taken-back, restored, moved. */
    what: text().notNull(),
    prev: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [index("payment_log_payment").on(t.payment, t.id)],
);
/** How a person wants his alerts; absent: at once, every change. */
export const alertSettings = sqliteTable("alert_settings", {
  person: text().primaryKey(),
  pace: text({ enum: ["at-once", "hourly", "daily"] }).notNull(),
  /** Whole percents separated by commas: only when one of them is passed. Empty: every change. */
  thresholds: text().notNull(),
});
/** Alerts that wait for a person's digest. */
export const alertQueue = sqliteTable(
  "alert_queue",
  { person: text().notNull(), change: integer().notNull(), dueAt: integer("due_at").notNull() },
  (t) => [primaryKey({ columns: [t.person, t.change] }), index("alert_queue_due").on(t.dueAt)],
);
/** reading: to be fetched and read · preview: shown, nothing taken · taking: being booked · asking: doubts are asked one by one. */
export const importStatuses = [
  "reading",
  "preview",
  "checking",
  "taking",
  "asking",
  "done",
  "cancelled",
  "refused",
] as const;
/** Files that bring deals and payments, from the first look to what was taken of them. */
export const imports = sqliteTable(
  "imports",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    person: text().notNull(),
    /** The upload; the file itself stays in `DATA_DIR/files`. */
    upload: text().notNull(),
    kind: text({ enum: ["statement", "deals", "payments"] }),
    status: text({ enum: importStatuses }).notNull(),
    /** What was found, JSON read by its owner. */
    data: text().notNull(),
    at: integer().notNull(),
    /** Who let it be taken, or gave it up: whoever keeps the books may, not only its sender. */
    decidedBy: text("decided_by"),
    /** When its rows were dropped: finished long ago, and not needed any more. */
    sweptAt: integer("swept_at"),
  },
  (t) => [
    index("imports_upload").on(t.upload),
    index("imports_person").on(t.person, t.id),
    index("imports_unswept")
      .on(t.at)
      .where(sql`status IN ('preview', 'done', 'cancelled', 'refused') AND swept_at IS NULL`),
  ],
);
export const plannedRowKinds = ["add", "change", "book"] as const;
/** waits: to be taken · taken · left: the store went on, and it fits no more. */
export const plannedRowStatuses = ["waits", "taken", "left"] as const;
/** What the rows of a sheet would do, from the preview until they are taken: each once, in pieces, in this order. */
export const plannedRows = sqliteTable(
  "planned_rows",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    import: integer()
      .notNull()
      .references(() => imports.id),
    /** As the sheet counts, headings being row 1. */
    row: integer().notNull(),
    kind: text({ enum: plannedRowKinds }).notNull(),
    /** The deal, where it is known already. */
    deal: integer(),
    /** The money that it books, if any. */
    amount: integer(),
    currency: text({ enum: currencies }),
    /** JSON, read by its owner. */
    plan: text().notNull(),
    status: text({ enum: plannedRowStatuses }).notNull(),
    /** What was booked of it. */
    payment: integer(),
  },
  (t) => [
    index("planned_rows_import").on(t.import, t.status, t.id),
    index("planned_rows_payment")
      .on(t.payment)
      .where(sql`payment IS NOT NULL`),
  ],
);
/** certain: to be booked · ask: a person decides · unmatched: no deal · booked · skipped: not ours · known: came before. */
export const lineStatuses = ["certain", "ask", "unmatched", "booked", "skipped", "known"] as const;
/** Lines of bank statements: incoming ones are matched to deals, outgoing ones to supplier invoices. */
export const statementLines = sqliteTable(
  "statement_lines",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    import: integer()
      .notNull()
      .references(() => imports.id),
    direction: text({ enum: ["in", "out", "own"] }).notNull(),
    /** Account, kind, number, date, sum, payer, hash of the purpose: the same line of another statement has the same (domain 9.3). */
    key: text().notNull(),
    paidOn: text("paid_on").notNull(),
    amount: integer().notNull(),
    currency: text({ enum: currencies }).notNull(),
    /** Ours. */
    account: text().notNull(),
    /** The other side. */
    party: text().notNull(),
    partyInn: text("party_inn"),
    partyAccount: text("party_account"),
    number: text().notNull(),
    purpose: text().notNull(),
    status: text({ enum: lineStatuses }).notNull(),
    /** Why, and which deals come into question, JSON. */
    found: text().notNull(),
    deal: integer(),
    payment: integer(),
  },
  (t) => [
    index("statement_lines_import").on(t.import, t.status, t.id),
    index("statement_lines_key").on(t.key, t.id),
    index("statement_lines_out")
      .on(t.partyInn, t.amount)
      .where(sql`direction = 'out'`),
  ],
);

// --- supplier invoices: what is looked up of requests that have a supplier and a number; kept in the same commit as they ---
export const invoices = sqliteTable(
  "invoices",
  {
    request: integer()
      .primaryKey()
      .references(() => requests.id),
    supplier: text().notNull(),
    /** In the one spelling by which a twin is found (flows/invoices/invoice). */
    number: text().notNull(),
    /** Of the invoice's own date: suppliers begin anew every January. */
    year: integer().notNull(),
    /** Where it is to be paid to: account, and the bank's БИК where there is one. */
    account: text(),
    bank: text(),
    /** Neither rejected nor withdrawn. */
    live: integer({ mode: "boolean" }).notNull(),
    /** Minor units that an accountant may still pay; absent: nobody may now. */
    toPay: integer("to_pay"),
    /** When the last of it was paid. */
    paidAt: integer("paid_at"),
  },
  (t) => [
    index("invoices_twins")
      .on(t.supplier, t.number, t.year, t.request)
      .where(sql`live = 1`),
    index("invoices_paid")
      .on(t.supplier, t.paidAt)
      .where(sql`paid_at IS NOT NULL AND account IS NOT NULL`),
    index("invoices_to_pay")
      .on(t.supplier, t.toPay)
      .where(sql`to_pay IS NOT NULL`),
  ],
);
/** Payments of requests that were booked from a line of a bank statement: a line pays once, whatever statement it comes in. */
export const paidLines = sqliteTable(
  "paid_lines",
  {
    /** Of the line (domain 9.3). */
    key: text().primaryKey(),
    request: integer()
      .notNull()
      .references(() => requests.id),
    /** Position among the payments of the request. */
    n: integer().notNull(),
  },
  (t) => [uniqueIndex("paid_lines_payment").on(t.request, t.n)],
);
/** What accounting's evening tells of: invoices taken, paid and closed, papers issued, in the order in which it happened. */
export const dayEntryKinds = ["taken", "paid", "unpaid", "closed", "paper"] as const;
export const dayEntries = sqliteTable(
  "day_entries",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    kind: text({ enum: dayEntryKinds }).notNull(),
    request: integer()
      .notNull()
      .references(() => requests.id),
    /** Who did it; absent: nobody in particular. */
    person: text(),
    /** Of a payment: position among those of its request. */
    n: integer(),
    /** Of a paper: which document. */
    document: text(),
  },
  (t) => [index("day_entries_at").on(t.at, t.id)],
);

// --- conversation --------------------------------------------------------------------------------------------------
/** Unfinished requests, kept answer by answer. One per person and process; one per person and request that is being mended. */
export const drafts = sqliteTable(
  "drafts",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    person: text().notNull(),
    process: text().notNull(),
    /** Absent: not chosen yet. */
    place: text(),
    /** Answers so far and where the dialogue stands, JSON with a schema version of its own. */
    state: text().notNull(),
    /** The request that is being mended (rework), if any. */
    request: integer(),
    copyOf: integer("copy_of"),
    updatedAt: integer("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("drafts_person")
      .on(t.person, t.process)
      .where(sql`request IS NULL`),
    uniqueIndex("drafts_request")
      .on(t.request, t.person)
      .where(sql`request IS NOT NULL`),
    index("drafts_of").on(t.person, t.id),
  ],
);
/** Drafts that were sent: pressing "send" twice makes one request, and a late photo finds its request. */
export const submissions = sqliteTable(
  "submissions",
  {
    draft: integer().notNull(),
    person: text().notNull(),
    request: integer()
      .notNull()
      .references(() => requests.id),
    at: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.draft, t.request] }),
    index("submissions_person").on(t.person, t.at, t.draft),
  ],
);
/** Which draft a person is in: at most one at a time; text and photos go to it. */
export const conversations = sqliteTable(
  "conversations",
  { person: text().primaryKey(), draft: integer(), at: integer().notNull() },
  (t) => [index("conversations_draft").on(t.draft)],
);
/** Prompts whose typed answer is awaited: one row per chat and prompt (design: "Whose is a typed text?"). */
export const awaiting = sqliteTable(
  "awaiting",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    person: text().notNull(),
    /** Telegram's id of the prompt once it is sent. */
    message: integer(),
    /** What is awaited, JSON union by kind. */
    what: text().notNull(),
    request: integer(),
    at: integer().notNull(),
  },
  (t) => [
    index("awaiting_person").on(t.person, t.id),
    index("awaiting_message").on(t.person, t.message),
    index("awaiting_request").on(t.request),
  ],
);
/** A signer on his way through his pile, one card at a time: what he chose to see, where he is, how many there were. */
export const piles = sqliteTable("piles", {
  person: text().primaryKey(),
  /** JSON, read by `db/piles.ts`. */
  state: text().notNull(),
  at: integer().notNull(),
});
/** Whose photos a person has opened, at which content and how many there were: without it nothing is approved in bulk (D25). */
export const openedPhotos = sqliteTable(
  "opened_photos",
  {
    person: text().notNull(),
    request: integer()
      .notNull()
      .references(() => requests.id),
    revision: integer().notNull(),
    pictures: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.person, t.request] })],
);
/** The list that a person was shown to approve at once: one at a time, gone once it is used. */
export const bulkLists = sqliteTable(
  "bulk_lists",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    person: text().notNull(),
    /** JSON, read by `db/bulk-lists.ts`. */
    what: text().notNull(),
    at: integer().notNull(),
  },
  (t) => [uniqueIndex("bulk_lists_person").on(t.person)],
);
/** Files that people sent, by Telegram's unique id: fetched and checked by a job that survives restarts. */
export const uploads = sqliteTable(
  "uploads",
  {
    uniqueId: text("unique_id").primaryKey(),
    fileId: text("file_id").notNull(),
    sentAs: text("sent_as", { enum: ["photo", "document", "video"] }).notNull(),
    name: text(),
    mime: text(),
    bytes: integer(),
    status: text({ enum: ["pending", "ready", "refused"] }).notNull(),
    /** Why it was refused: `too-big`, `not-an-image`, `damaged`, `too-many-pixels`, `gone` … */
    why: text(),
    /** SHA-256 of the original bytes once fetched: the file in `DATA_DIR/files`. */
    hash: text(),
    tries: integer().notNull().default(0),
    dueAt: integer("due_at"),
    at: integer().notNull(),
  },
  (t) => [
    index("uploads_due")
      .on(t.dueAt)
      .where(sql`due_at IS NOT NULL`),
  ],
);
/** Everybody who sent a file: several people may send the same one, and what each of them waits for goes on. */
export const uploadPeople = sqliteTable(
  "upload_people",
  {
    uniqueId: text("unique_id")
      .notNull()
      .references(() => uploads.uniqueId),
    person: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.uniqueId, t.person] })],
);
/** Files on disk, by content. */
export const files = sqliteTable("files", {
  hash: text().primaryKey(),
  mime: text().notNull(),
  bytes: integer().notNull(),
  width: integer(),
  height: integer(),
  at: integer().notNull(),
  /** A picture of a PDF's first page: the hash of another file. */
  page: text(),
});

// --- intake and delivery -------------------------------------------------------------------------------------------
/** Updates whose effect is committed (R3), kept 30 days. */
export const processed = sqliteTable(
  "processed",
  { update: integer("update_id").primaryKey(), at: integer().notNull() },
  (t) => [index("processed_at").on(t.at)],
);
export const attempts = sqliteTable("attempts", {
  update: integer("update_id").primaryKey(),
  tries: integer().notNull(),
});
export const quarantine = sqliteTable("quarantine", {
  update: integer("update_id").primaryKey(),
  body: text().notNull(),
  error: text().notNull(),
  at: integer().notNull(),
});
export const lanes = ["answer", "decision", "card", "reminder", "report"] as const;
/** Messages to be sent, in order per chat. */
export const outbox = sqliteTable(
  "outbox",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** Telegram id of the person. */
    chat: integer().notNull(),
    lane: text({ enum: lanes }).notNull(),
    /** Bot API method and its parameters (without chat_id), JSON. */
    method: text().notNull(),
    payload: text().notNull(),
    /** What to do with the sent message: JSON union by kind (bot/delivery). */
    onSent: text("on_sent"),
    /** A row with a key is written once, however often it is asked for. */
    key: text(),
    at: integer().notNull(),
    /** Not before; moves on after a failure. */
    dueAt: integer("due_at").notNull(),
    tries: integer().notNull().default(0),
    status: text({ enum: ["waiting", "sent", "dead"] })
      .notNull()
      .default("waiting"),
    message: integer(),
    error: text(),
    sentAt: integer("sent_at"),
  },
  (t) => [
    index("outbox_due")
      .on(t.lane, t.dueAt, t.id)
      .where(sql`status = 'waiting'`),
    index("outbox_chat")
      .on(t.chat, t.lane, t.id)
      .where(sql`status = 'waiting'`),
    index("outbox_sent")
      .on(t.sentAt)
      .where(sql`status <> 'waiting'`),
    uniqueIndex("outbox_key").on(t.key),
  ],
);
/** Live messages: what one person's chat shows of one subject (`request:17`, `photos:5`), drawn from the state. */
export const cards = sqliteTable(
  "cards",
  {
    person: text().notNull(),
    subject: text().notNull(),
    /** Where it stands; absent: not sent yet. */
    message: integer(),
    /** How it stands there: decides by which method it is edited. */
    form: text({ enum: ["text", "photo"] }),
    /** Hash of what it shows. */
    shown: text(),
    sentAt: integer("sent_at"),
    dirty: integer({ mode: "boolean" }).notNull(),
    /** How often it was marked dirty: what is marked again while it is on its way stays dirty. */
    marks: integer().notNull().default(0),
    /** Send it anew, with sound, instead of editing. */
    ring: integer({ mode: "boolean" }).notNull(),
    /** Lane it is sent in while dirty. */
    lane: text({ enum: lanes }).notNull(),
    dueAt: integer("due_at").notNull(),
    tries: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.person, t.subject] }),
    index("cards_dirty")
      .on(t.lane, t.dueAt)
      .where(sql`dirty = 1`),
    index("cards_subject").on(t.subject),
    index("cards_message").on(t.person, t.message),
  ],
);
/** Old messages of a card that is sent anew, to be withdrawn: deleted under 48 h, else edited to a closed line. */
export const withdrawals = sqliteTable(
  "withdrawals",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    chat: integer().notNull(),
    message: integer().notNull(),
    form: text({ enum: ["text", "photo"] }).notNull(),
    sentAt: integer("sent_at").notNull(),
    dueAt: integer("due_at").notNull(),
    tries: integer().notNull().default(0),
  },
  (t) => [index("withdrawals_due").on(t.dueAt), uniqueIndex("withdrawals_message").on(t.chat, t.message)],
);
/**
 * held: not before the undo window ends · waiting: due, or tried in vain and due again · sending: the mail server is being
 * spoken to · sent: it took the letter · refused: it never will · failed: given up · cancelled: never left the house.
 */
export const letterStatuses = [
  "held",
  "waiting",
  "sending",
  "sent",
  "refused",
  "failed",
  "cancelled",
] as const;
/** Letters to suppliers: one of a kind per request, whatever happens to it, so that taken again sends no second one. */
export const letters = sqliteTable(
  "letters",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    request: integer()
      .notNull()
      .references(() => requests.id),
    kind: text({ enum: letterKinds }).notNull(),
    /** Position among its request's letters, from 1: part of its Message-ID. */
    n: integer().notNull(),
    status: text({ enum: letterStatuses }).notNull(),
    /** Not before; while it is being sent: when another try may take it up after a crash. */
    dueAt: integer("due_at").notNull(),
    tries: integer().notNull().default(0),
    /** Absent: the supplier has none yet. */
    address: text(),
    /** From its first try on; repeated by every later one (F68). */
    messageId: text("message_id"),
    /** Why it was refused or given up: `no-address`, `bad-address`, `server`, `too-big`, `tries`, `bug` … */
    why: text(),
    /** The mail server's last words. */
    answer: text(),
    at: integer().notNull(),
    sentAt: integer("sent_at"),
    /** When it was refused, given up, or a person said no to it. */
    stoppedAt: integer("stopped_at"),
    /** What left the house: hash of the .eml in `DATA_DIR/files`. */
    eml: text(),
    /** Who last decided something about it: «без письма», another address, once more. */
    decidedBy: text("decided_by"),
  },
  (t) => [
    uniqueIndex("letters_kind").on(t.request, t.kind),
    uniqueIndex("letters_n").on(t.request, t.n),
    index("letters_due")
      .on(t.dueAt)
      .where(sql`status IN ('held', 'waiting', 'sending')`),
    check("letters_sent", sql`(${t.status} = 'sent') = (${t.sentAt} IS NOT NULL)`),
  ],
);
/** What runs once per slot (digest of a day, …), claimed by inserting. */
export const runs = sqliteTable(
  "runs",
  { job: text().notNull(), slot: text().notNull(), at: integer().notNull() },
  (t) => [primaryKey({ columns: [t.job, t.slot] })],
);
/** Flood waits that Telegram asked for: until when a chat (0: all) must be left alone (F56). */
export const pauses = sqliteTable("pauses", { chat: integer().primaryKey(), until: integer().notNull() });
