/** No screen and no tap may cost more as the store grows: every statement of a busy day is an index look-up. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  id,
  units,
  type FileHash,
  type Instant,
  type Minor,
  type RequestId,
  type SupplierId,
} from "../../../flows/ids.ts";
import {
  awaitedBy,
  awaitingById,
  await_,
  endAwaiting,
  endAwaitingKind,
  endAwaitingOf,
  promptSent,
} from "../../../db/awaiting.ts";
import * as cards from "../../../db/cards.ts";
import { companyChanges } from "../../../db/company-changes.ts";
import * as drafts from "../../../db/drafts.ts";
import { fileOf } from "../../../db/files.ts";
import * as goodsOf from "../../../db/goods.ts";
import { exportHistory } from "../../../db/history.ts";
import * as invoicesOf from "../../../db/invoices.ts";
import { dayEntries } from "../../../db/day-entries.ts";
import { paidByLine } from "../../../db/paid-lines.ts";
import * as inboxOf from "../../../db/inbox.ts";
import * as sending from "../../../db/letter-sending.ts";
import * as letters from "../../../db/letters.ts";
import { logOf } from "../../../db/log.ts";
import type { Store } from "../../../db/open.ts";
import { openGoodsAt } from "../../../db/open-goods.ts";
import * as outbox from "../../../db/outbox.ts";
import * as papers from "../../../db/papers.ts";
import { pauseChat } from "../../../db/pauses.ts";
import * as people from "../../../db/people.ts";
import { registryCount, registryPage } from "../../../db/registry-pages.ts";
import * as screens from "../../../db/registry-screens.ts";
import { sightOf } from "../../../db/registry-shelves.ts";
import * as requests from "../../../db/requests.ts";
import { claimRun } from "../../../db/runs.ts";
import { placeStatistics } from "../../../db/statistics.ts";
import { supplierRecord } from "../../../db/supplier-counts.ts";
import * as suppliersOf from "../../../db/suppliers.ts";
import { dueTimers, nextTimerAt } from "../../../db/timers.ts";
import * as updates from "../../../db/updates.ts";
import * as uploads from "../../../db/uploads.ts";
import * as withdrawals from "../../../db/withdrawals.ts";
import { write } from "../../../db/write.ts";
import { loadCompany } from "../../../db/company.ts";
import {
  at,
  file,
  hour,
  openFilled,
  pairs,
  perform,
  person,
  place,
  sign,
  supplierReturn,
  tuesday,
  writeOff,
} from "./fixture.ts";
import { paymentsOfADay } from "./payment-day.ts";

/** Tables that grow with the business. The rest (people, posts, settings, processes, runs' slots …) are as long as the company. d, p, e: deals and payments in a report. */
const growing =
  /\b(requests|log|visas|waiting|participants|open_goods|timers|papers|drafts|submissions|conversations|awaiting|uploads|upload_people|files|processed|attempts|quarantine|outbox|cards|withdrawals|letters|goods|suppliers|filings|inbox_counts|company_changes|goods_search|suppliers_search|deals|payments|expected_payments|deal_changes|announced_payments|changed_deals|alert_queue|deal_words|deal_numbers|deals_search|payment_log|imports|planned_rows|statement_lines|invoices|paid_lines|day_entries|registry|registry_search|registry_screens|supplier_counts|[dpe])\b/;

let store: Store;
const statements = new Set<string>();
beforeAll(() => {
  store = openFilled();
  store.statements.clear();
  const prepare = store.sqlite.prepare.bind(store.sqlite);
  const listening = (sql: string): ReturnType<typeof prepare> => {
    statements.add(sql);
    return prepare(sql);
  };
  store.sqlite.prepare = listening as typeof store.sqlite.prepare; // listens to the driver
  aBusyDay();
});
afterAll(() => {
  store.close();
});

const me = person("clerk");
const no17 = units<RequestId>(17);
const page = { limit: 5 };

/** Everything that chats, cards, delivery and jobs ask of the store. */
function aBusyDay(): void {
  const { id: first } = file(store);
  const { id: second } = file(store, { process: supplierReturn });
  sign(store, first, "merch");
  perform(store, { request: first }, { kind: "undo", by: person("merch") });
  sign(store, first, "merch");
  perform(store, { request: first }, { kind: "tick" }, at(hour));
  sign(store, second, "merch", { decision: "sent-back" });
  perform(
    store,
    { request: second },
    { kind: "resubmit", by: me, answers: { ...pairs(3), supplier: { kind: "skipped" } } },
  );
  perform(store, { request: second }, { kind: "tick" }, at(9 * hour));
  perform(store, { request: second }, { kind: "withdraw", by: me });
  reading(first);
  writing(first);
  paymentsOfADay(store);
}

function reading(request: RequestId): void {
  const company = loadCompany(store);
  requests.visibleRequest(store, company, request, person("manager"));
  requests.myRequests(store, me, { open: true, before: no17, ...page });
  requests.storeRequests(store, [place], { before: no17, ...page });
  requests.requestsByPaper(store, "СП-2026-000001");
  requests.openRequests(store, { after: no17, ...page });
  const vikhr = { supplier: id<SupplierId>("step"), key: "УТ-1045", year: 2026 };
  invoicesOf.twinsOf(store, vikhr, request);
  invoicesOf.lastPaidTo(store, vikhr.supplier, request);
  invoicesOf.payableInvoices(store, "7701234567", units<Minor>(24_400_000));
  invoicesOf.paidSince(store, "7701234567", units<Minor>(24_400_000), tuesday);
  paidByLine(store, { key: "k" });
  dayEntries(store, { from: tuesday, to: at(hour) }, 5);
  requests.requestsUpTo(store, no17, 5);
  requests.registryLine(store, request);
  for (const who of [me, person("admin")])
    for (const filter of [
      {},
      { process: writeOff },
      { supplier: id<SupplierId>("step") },
      { words: "вихрь" },
    ]) {
      const sight = sightOf(store, company, who);
      registryPage(store, sight, filter, { before: request, ...page });
      registryCount(store, sight, filter);
      supplierRecord(store, sight, id("step"));
    }
  inboxOf.inbox(store, me, {
    after: { since: tuesday, request: no17 },
    place,
    process: writeOff,
    overdueAt: tuesday,
    ...page,
  });
  inboxOf.inbox(store, me, page);
  inboxOf.inboxCount(store, person("merch"), tuesday);
  inboxOf.inboxFilters(store, me);
  inboxOf.waitingFor(store, request);
  placeStatistics(store, { process: writeOff, place, country: "RU", since: tuesday, stores: 2 });
  openGoodsAt(store, place, [id("ОБ-1002-42")]);
  logOf(store, request);
  exportHistory(store, request);
  goodsOf.searchGoods(store, "вихрь 42", 5);
  goodsOf.goodsByBarcodeTail(store, "2421", 5);
  goodsOf.productByBarcode(store, "4600001002421");
  goodsOf.productsOfModel(store, "Вихрь");
  goodsOf.product(store, id("ОБ-1002-42"));
  suppliersOf.searchSuppliers(store, "степ", 5);
  suppliersOf.suppliersPage(store, { afterName: "А", ...page });
  suppliersOf.supplier(store, id("step"));
  for (const lane of ["answer", "decision", "card", "reminder", "report"] as const) {
    outbox.dueOutbox(store, { lane, now: tuesday, ...page });
    cards.dueCards(store, { lane, now: tuesday, ...page });
  }
  cards.cardAt(store, me, 5);
  withdrawals.dueWithdrawals(store, tuesday, 5);
  dueTimers(store, tuesday, 5);
  nextTimerAt(store);
  papers.duePapers(store, tuesday, 5);
  papers.nextPaperAt(store);
  papers.papersOf(store, request);
  papers.paper(store, request, "write-off-act");
  letters.lettersOf(store, request);
  sending.dueLetters(store, tuesday, 5);
  sending.nextLetterAt(store);
  sending.nextLetterAt(store, true);
  uploads.dueUploads(store, tuesday, 5);
  uploads.nextUploadAt(store);
  uploads.uploadOf(store, "u");
  uploads.sendersOf(store, "u");
  fileOf(store, id<FileHash>("a".repeat(64)));
  people.personByTelegram(store, 1001);
  people.contactOf(store, me);
  companyChanges(store, page);
  updates.isProcessed(store, 1);
  updates.quarantined(store, 5);
  awaitedBy(store, me);
  awaitedBy(store, me, 5);
  awaitingById(store, 5);
  drafts.draftOf(store, me, writeOff);
  drafts.draftOf(store, me, writeOff, no17);
  drafts.draftsOf(store, me);
  drafts.openDraft(store, me);
  drafts.lastSubmission(store, me);
}

function writing(request: RequestId): void {
  write(store, (tx) => {
    const draft = drafts.saveDraft(tx, { person: me, process: writeOff, state: {}, now: tuesday });
    drafts.enterDraft(tx, me, draft, tuesday);
    drafts.saveDraft(tx, { id: draft, person: me, process: writeOff, state: {}, now: tuesday });
    drafts.endDraft(tx, draft, { person: me, requests: [request], at: tuesday });
    const screen = screens.openRegistryScreen(tx, me, { filter: {} }, tuesday);
    screens.saveRegistryScreen(tx, screen, tuesday);
    screens.registryScreen(tx, me, screen.id);
    const prompt = await_(tx, me, {}, request, tuesday);
    promptSent(tx, prompt, 5);
    endAwaiting(tx, prompt);
    endAwaitingOf(tx, me, request);
    endAwaitingKind(tx, me, "report-period");
    const row = outbox.outboxRow(
      tx,
      outbox.enqueue(tx, {
        chat: 1001,
        lane: "report",
        method: "digest",
        payload: {},
        key: "k",
        at: tuesday,
      }) ?? 0,
    );
    if (row === undefined) throw new Error("the row was written");
    outbox.postpone(tx, row, at(1), "502");
    outbox.markDead(tx, row.id, "x", tuesday);
    outbox.markSent(tx, row.id, 5, tuesday);
    outbox.sweepOutbox(tx, tuesday, 5);
    pauseChat(tx, 1001, at(1));
    cards.markDirty(tx, me, "photos:5", { ring: false, lane: "card", now: tuesday });
    const card = cards.cardOf(tx, me, "photos:5");
    if (card === undefined) throw new Error("the card was marked");
    cards.postponeCard(tx, card, at(1));
    cards.cardStands(tx, card, { message: 5, form: "text", shown: "h", sentAt: tuesday });
    cards.lostCard(tx, card, tuesday);
    cards.forgetCard(tx, { ...card, marks: 99 });
    cards.markOpenCards(tx, tuesday);
    cards.markCardsOf(tx, me, tuesday);
    withdrawals.withdraw(tx, { chat: 1, message: 1, form: "text", sentAt: tuesday, now: tuesday });
    withdrawals.postponeWithdrawal(tx, 1, tuesday);
    withdrawals.withdrawn(tx, 1);
    uploads.noteUpload(tx, { uniqueId: "u", fileId: "f", person: me, sentAs: "photo", at: tuesday });
    uploads.postponeUpload(tx, "u", tuesday);
    uploads.markReady(tx, "u", {
      hash: id<FileHash>("a".repeat(64)),
      mime: "image/jpeg",
      bytes: 1,
      at: tuesday,
    });
    uploads.markRefused(tx, "u", "gone");
    papers.paperPrinted(
      tx,
      { request, document: "write-off-act" },
      { hash: id<FileHash>("b".repeat(64)), bytes: 1, at: tuesday },
    );
    papers.paperSent(tx, request, "write-off-act", "f");
    papers.postponePaper(tx, request, "write-off-act", units<Instant>(1));
    letters.planLetter(tx, { request, kind: "paid", at: tuesday, dueAt: tuesday });
    sending.releaseHeldLetters(tx, tuesday);
    const letter = letters.letterOf(tx, request, "paid");
    if (letter === undefined) throw new Error("the letter was planned");
    letters.threadBefore(tx, letter);
    sending.beginSending(tx, letter, { messageId: "<m>", leaseUntil: at(1), now: tuesday });
    sending.postponeLetter(tx, letter.id, { dueAt: at(1), why: "server", tries: 1 });
    letters.cancelLetter(tx, request, "paid");
    sending.letterStopped(tx, letter.id, { status: "failed", at: tuesday, why: "tries" });
    letters.holdLetter(tx, request, "paid", tuesday);
    letters.sendLetterAgain(tx, { request, kind: "paid", by: me, dueAt: tuesday });
    sending.letterSent(tx, letter.id, { answer: "250", eml: id<FileHash>("c".repeat(64)), at: tuesday });
    people.setBlocked(tx, me, tuesday);
    people.setStarted(tx, me, tuesday);
    people.setLanguage(tx, me, "uk");
    updates.markProcessed(tx, 1, tuesday);
    updates.noteAttempt(tx, 2);
    updates.quarantine(tx, 2, {}, "x", tuesday);
    updates.sweepProcessed(tx, tuesday, 5);
    claimRun(tx, "digest", "x", tuesday);
    const added = suppliersOf.addSupplier(tx, { name: "Новый", inn: "1" }, me);
    suppliersOf.giveEmail(tx, added.id, "new@supplier.example", me);
  });
}

test("no statement scans a table that grows", () => {
  const scans: string[] = [];
  for (const sql of statements) {
    if (!/^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)/i.test(sql)) continue;
    const nothing = Array.from(sql.matchAll(/\?/g), () => null);
    const steps = store.sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...nothing) as { detail: string }[]; // SQLite's own columns
    for (const { detail } of steps)
      if (detail.startsWith("SCAN ") && growing.test(detail) && !allowed(detail, sql))
        scans.push(`${detail} ← ${sql.replaceAll(/\s+/g, " ")}`);
  }
  expect(statements.size).toBeGreaterThan(100);
  expect(scans).toEqual([]);
});

/**
 * Walking an index that holds only the rows wanted, in the order wanted, up to a LIMIT, is not a scan of the table;
 * nor is asking the full-text index for its matches (M), which SQLite calls so.
 */
function allowed(detail: string, sql: string): boolean {
  if (/VIRTUAL TABLE INDEX \d+:M\d/.test(detail)) return true;
  const inOrder = /^SCAN (changed_deals|payment_log)$/.test(detail); // by its key: a queue's beginning, a log's end
  if (inOrder) return /\bLIMIT\b/.test(sql);
  return /USING (COVERING )?INDEX (requests_open|papers_due|letters_due|uploads_due|withdrawals_due|timers_due|alert_queue_due|imports_waiting)\b/.test(
    detail,
  );
}

test("no statement of the store skips rows by OFFSET or searches inside texts by LIKE", () => {
  const folder = fileURLToPath(new URL("../../../db/", import.meta.url));
  const guilty = readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .filter((name) => /\bOFFSET\b|\bLIKE\b/.test(readFileSync(folder + name, "utf8")));
  expect(guilty).toEqual([]);
});
