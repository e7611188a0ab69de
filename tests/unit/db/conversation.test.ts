/** Drafts, prompts, uploads, files, updates and slots: what a restart must not lose or do twice. */
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { id, units, type FileHash, type Instant, type RequestId } from "../../../flows/ids.ts";
import {
  awaitedBy,
  awaitingById,
  await_,
  endAwaiting,
  endAwaitingKind,
  endAwaitingOf,
  promptSent,
} from "../../../db/awaiting.ts";
import {
  conversation,
  draftById,
  draftOf,
  draftsOf,
  endDraft,
  enterDraft,
  lastSubmission,
  openDraft,
  saveDraft,
} from "../../../db/drafts.ts";
import { fileOf, filePath, putFile, readFile, sweepOrphans, sweepTemporary } from "../../../db/files.ts";
import { getMeta, setMeta } from "../../../db/meta.ts";
import type { Store } from "../../../db/open.ts";
import { claimRun, sweepRuns } from "../../../db/runs.ts";
import {
  isProcessed,
  markProcessed,
  noteAttempt,
  quarantine,
  quarantined,
  sweepProcessed,
} from "../../../db/updates.ts";
import {
  dueUploads,
  markReady,
  markRefused,
  nextUploadAt,
  noteUpload,
  postponeUpload,
  uploadOf,
} from "../../../db/uploads.ts";
import { write, type Tx } from "../../../db/write.ts";
import { at, file, openFilled, person, place, supplierReturn, tuesday, writeOff } from "./fixture.ts";

let store: Store;
let folder: string;
beforeEach(() => {
  store = openFilled();
  folder = mkdtempSync(join(tmpdir(), "countersign-files-"));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});
const inTx = <T>(body: (tx: Tx) => T extends PromiseLike<unknown> ? never : T): T => write(store, body);
const me = person("clerk");

test("a draft is kept answer by answer, one per person and process, and one per request that is mended", () => {
  const draft = inTx((tx) => saveDraft(tx, { person: me, process: writeOff, state: { n: 1 }, now: tuesday }));
  inTx((tx) =>
    saveDraft(tx, { id: draft, person: me, process: writeOff, place, state: { n: 2 }, now: at(1) }),
  );
  expect(draftById(store, draft)).toEqual({
    id: draft,
    person: me,
    process: writeOff,
    place,
    state: { n: 2 },
    updatedAt: at(1),
  });
  expect(() =>
    inTx((tx) => saveDraft(tx, { person: me, process: writeOff, state: {}, now: tuesday })),
  ).toThrow(/UNIQUE/);
  const { id: request } = file(store);
  const mending = inTx((tx) =>
    saveDraft(tx, { person: me, process: writeOff, request, place, state: {}, now: tuesday }),
  );
  expect(draftOf(store, me, writeOff)?.id).toBe(draft);
  expect(draftOf(store, me, writeOff, request)?.id).toBe(mending);
  expect(draftOf(store, me, supplierReturn)).toBeUndefined();
  expect(draftsOf(store, me).map((row) => row.id)).toEqual([mending, draft]);
});

test("a draft that was sent is gone, the requests made of it are remembered, and its number is never used again", () => {
  const draft = inTx((tx) => saveDraft(tx, { person: me, process: writeOff, state: {}, now: tuesday }));
  inTx((tx) => {
    enterDraft(tx, me, draft, tuesday);
  });
  expect(openDraft(store, me)?.id).toBe(draft);
  const requests = [file(store).id, file(store).id];
  inTx((tx) => {
    endDraft(tx, draft, { person: me, requests, at: tuesday });
  });
  expect(openDraft(store, me)).toBeUndefined();
  expect(conversation(store, me)).toEqual({ at: tuesday });
  expect(lastSubmission(store, me)).toEqual({ requests, at: tuesday });
  const next = inTx((tx) => saveDraft(tx, { person: me, process: writeOff, state: {}, now: tuesday }));
  expect(next).toBeGreaterThan(draft);
  expect(() =>
    inTx((tx) => saveDraft(tx, { id: draft, person: me, process: writeOff, state: {}, now: tuesday })),
  ).toThrow(/is gone/);
});

test("a reply goes to its own prompt, other text to the newest, and an ended prompt takes nothing (D3, D9)", () => {
  const ask = (what: string, request: RequestId): number =>
    inTx((tx) => await_(tx, me, { kind: what }, request, tuesday));
  const first = ask("reject", units<RequestId>(17));
  const second = ask("ask", units<RequestId>(18));
  inTx((tx) => {
    promptSent(tx, first, 501);
    promptSent(tx, second, 502);
  });
  expect(awaitedBy(store, me, 501)).toMatchObject({ id: first, what: { kind: "reject" }, request: 17 });
  expect(awaitedBy(store, me)).toMatchObject({ id: second });
  expect(awaitedBy(store, me, 999)).toBeUndefined();
  inTx((tx) => {
    endAwaiting(tx, second);
  });
  expect(awaitedBy(store, me)?.id).toBe(first);
  inTx((tx) => {
    endAwaitingOf(tx, me, units<RequestId>(17));
    promptSent(tx, first, 503);
  });
  expect(awaitingById(store, first)).toBeUndefined();
});

test("a prompt about no request gives way to a newer one of its kind, and to nothing else", () => {
  const ask = (kind: string, request?: RequestId): number =>
    inTx((tx) => await_(tx, me, { kind }, request, tuesday));
  const [period, sum, ofRequest] = [ask("period"), ask("sum"), ask("period", units<RequestId>(17))];
  inTx((tx) => endAwaitingKind(tx, me, "period"));
  expect([period, sum, ofRequest].map((row) => awaitingById(store, row) !== undefined)).toEqual([
    false,
    true,
    true,
  ]);
});

test("a file is fetched by a job, the same one once; refused ones stay refused unless they were out of reach (F44)", () => {
  const note = (uniqueId: string): unknown =>
    inTx((tx) => noteUpload(tx, { uniqueId, fileId: "f", person: me, sentAs: "photo", at: tuesday }));
  expect(note("u1")).toMatchObject({ status: "pending", tries: 0, dueAt: tuesday });
  note("u1");
  note("u2");
  expect(dueUploads(store, tuesday, 10).map((row) => row.uniqueId)).toEqual(["u1", "u2"]);
  const hash = id<FileHash>("c".repeat(64));
  inTx((tx) => {
    markReady(tx, "u1", { hash, mime: "image/jpeg", bytes: 5, width: 10, height: 20, at: tuesday });
    postponeUpload(tx, "u2", at(1000));
  });
  expect(note("u1")).toMatchObject({ status: "ready", hash });
  expect(fileOf(store, hash)).toMatchObject({ width: 10, height: 20 });
  expect(nextUploadAt(store)).toBe(at(1000));
  inTx((tx) => {
    markRefused(tx, "u2", "gone");
  });
  expect(note("u2")).toMatchObject({ status: "pending", tries: 0 });
  inTx((tx) => {
    markRefused(tx, "u2", "damaged");
  });
  expect(note("u2")).toMatchObject({ status: "refused", why: "damaged" });
  expect(uploadOf(store, "u3")).toBeUndefined();
});

test("bytes are kept by their hash, once; damage and absence are noticed; a name is never a path (F49, F50)", async () => {
  const bytes = Buffer.from("фото");
  const hash = await putFile(folder, bytes);
  expect(await putFile(folder, bytes)).toBe(hash);
  expect(readdirSync(folder)).toEqual([hash]);
  expect(await readFile(folder, hash)).toEqual(bytes);
  writeFileSync(filePath(folder, hash), "другое");
  await expect(readFile(folder, hash)).rejects.toThrow(/damaged/);
  await expect(readFile(folder, id<FileHash>("d".repeat(64)))).rejects.toThrow(/ENOENT/);
  expect(() => filePath(folder, id<FileHash>("../../etc/passwd"))).toThrow(/64/);
});

test("what a crash left on disk is swept once it is old: half-written files and files of no row (F9, F10)", async () => {
  const kept = await putFile(folder, Buffer.from("нужен"));
  const orphan = await putFile(folder, Buffer.from("ничей"));
  const part = join(folder, ".0123456789abcdef.part");
  writeFileSync(part, "половина");
  inTx((tx) => {
    noteUpload(tx, { uniqueId: "u", fileId: "f", person: me, sentAs: "photo", at: tuesday });
    markReady(tx, "u", { hash: kept, mime: "image/jpeg", bytes: 5, at: tuesday });
  });
  const old = units<Instant>(1_000_000_000_000);
  expect(await sweepTemporary(folder, old)).toBe(0);
  for (const name of [kept, orphan, part]) utimesSync(name === part ? part : join(folder, name), 1, 1);
  expect(await sweepTemporary(folder, old)).toBe(1);
  expect(await sweepOrphans(store, folder, old)).toBe(1);
  expect(readdirSync(folder)).toEqual([kept]);
});

test("an update counts once; a failing one is counted, then put aside with its error (R2, R3, F18)", () => {
  expect(inTx((tx) => markProcessed(tx, 7, tuesday))).toBe(true);
  expect(inTx((tx) => markProcessed(tx, 7, tuesday))).toBe(false);
  expect([1, 2, 3].map(() => inTx((tx) => noteAttempt(tx, 8)))).toEqual([1, 2, 3]);
  inTx((tx) => {
    quarantine(tx, 8, { update_id: 8 }, "boom", tuesday);
  });
  expect(isProcessed(store, 8)).toBe(true);
  expect(quarantined(store, 5)).toEqual([{ update: 8, body: '{"update_id":8}', error: "boom", at: tuesday }]);
  expect(inTx((tx) => noteAttempt(tx, 8))).toBe(1);
  expect(inTx((tx) => sweepProcessed(tx, at(1), 10))).toBe(2);
});

test("a slot is claimed once; facts about the store are kept", () => {
  const claim = (): boolean => inTx((tx) => claimRun(tx, "digest", "merch 2026-03-10", tuesday));
  expect([claim(), claim()]).toEqual([true, false]);
  expect(inTx((tx) => sweepRuns(tx, at(1), 10))).toBe(1);
  expect(claim()).toBe(true);
  expect(getMeta(store, "bot")).toBeUndefined();
  inTx((tx) => {
    setMeta(tx, "bot", "42");
  });
  expect(getMeta(store, "bot")).toBe("42");
});
