/** Jobs: what is due is read from rows, so that nothing is lost by a stop and nothing is done twice. */
import { readdirSync, utimesSync, writeFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { enqueue } from "../../../db/outbox.ts";
import { noteUpload, uploadOf } from "../../../db/uploads.ts";
import { isProcessed, markProcessed } from "../../../db/updates.ts";
import { write } from "../../../db/write.ts";
import { id, units, type Instant, type PersonId } from "../../../flows/ids.ts";
import { quickPrinter } from "../../faults/quick-printer.ts";
import { story, type Story, type StoryOf } from "../../harness.ts";
import { echo } from "./echo-parts.ts";

let told: Story | undefined;
afterEach(() => told?.close());

const secondMs = 1000;
const hourMs = 3_600_000;
const photo = "playground/samples/02-sneakers-defect-no-code.jpg";

async function begin(of: StoryOf = {}): Promise<Story> {
  told = await story({ parts: echo(), printer: quickPrinter, ...of });
  await told.everybody();
  return told;
}
const now = (of: Story): Instant => units<Instant>(of.clock.now());

/** Sends a photo and asks for it to be fetched, as the filing does; gives its unique id. */
function upload(of: Story, bytes?: number): string {
  const message = of.person("lebedeva").raw.photo(photo);
  const sent = of
    .person("lebedeva")
    .messages()
    .find((one) => one.id === message)
    ?.photo?.at(-1);
  if (sent === undefined) throw new Error("no photo was sent");
  const noted = {
    uniqueId: sent.fileUniqueId,
    fileId: sent.fileId,
    person: id<PersonId>("lebedeva"),
    sentAs: "photo",
  } as const;
  write(of.store, (tx) => noteUpload(tx, { ...noted, ...(bytes !== undefined && { bytes }), at: now(of) }));
  return sent.fileUniqueId;
}

describe("fetching files", () => {
  test("a photo is fetched, looked at and kept by its content", async () => {
    const of = await begin();
    const photoId = upload(of);
    await of.settle();
    const found = uploadOf(of.store, photoId);
    expect(found).toMatchObject({ status: "ready" });
    expect(readdirSync(join(of.dataDir, "files"))).toEqual([found?.hash]);
  });

  test("F44 the same photo twice is one file", async () => {
    const of = await begin();
    upload(of);
    upload(of);
    await of.settle();
    expect(readdirSync(join(of.dataDir, "files"))).toHaveLength(1);
  });

  test("F45 a file over 20 MB is refused without being asked for", async () => {
    const of = await begin();
    const photoId = upload(of, 21 * 1024 * 1024);
    await of.settle();
    expect(uploadOf(of.store, photoId)).toMatchObject({ status: "refused", why: "too-big" });
    expect(of.telegram.calls.all("getFile")).toEqual([]);
  });

  test("F52 a file that Telegram hasn't is given up after three tries", async () => {
    const of = await begin();
    const noted = {
      uniqueId: "unknown",
      fileId: "no-such-file",
      person: id<PersonId>("lebedeva"),
      sentAs: "photo",
    } as const;
    write(of.store, (tx) => noteUpload(tx, { ...noted, at: now(of) }));
    for (let minute = 0; minute < 3; minute += 1) await of.later(60 * secondMs);
    expect(uploadOf(of.store, "unknown")).toMatchObject({ status: "refused", why: "gone" });
    expect(of.telegram.calls.all("getFile")).toHaveLength(3);
  });

  test("an outage delays a photo, it doesn't refuse it", async () => {
    const of = await begin();
    of.telegram.faults.add({ kind: "500", method: "getFile", times: 8 });
    const photoId = upload(of);
    for (let minute = 0; minute < 12; minute += 1) await of.later(60 * secondMs);
    expect(uploadOf(of.store, photoId)).toMatchObject({ status: "ready" });
  });

  test("F56 a flood wait of getFile is obeyed exactly", async () => {
    const of = await begin();
    of.telegram.faults.add({ kind: "429", method: "getFile", retryAfter: 7 });
    const photoId = upload(of);
    await of.settle();
    await of.later(7 * secondMs - 1);
    expect(uploadOf(of.store, photoId)).toMatchObject({ status: "pending" });
    await of.later(1);
    expect(uploadOf(of.store, photoId)).toMatchObject({ status: "ready" });
  });
});

describe("sweeping", () => {
  test("R3 F9 F10 once a day what is old is forgotten: updates, half-written files, files without a row", async () => {
    const of = await begin();
    const photoId = upload(of);
    await of.settle();
    const files = join(of.dataDir, "files");
    mkdirSync(files, { recursive: true });
    const old = new Date(Date.now() - 48 * hourMs);
    for (const name of [".0123456789abcdef.part", "a".repeat(64)]) {
      writeFileSync(join(files, name), "left behind");
      utimesSync(join(files, name), old, old);
    }
    write(of.store, (tx) => markProcessed(tx, 42, now(of)));
    const kept = uploadOf(of.store, photoId)?.hash;
    of.clock.advance(31 * 24 * hourMs);
    await of.settle();
    expect(isProcessed(of.store, 42)).toBe(false);
    expect(readdirSync(files)).toEqual(kept === undefined ? [] : expect.arrayContaining([kept]));
  });
});

describe("reminders", () => {
  test("what comes together for one person is one message", async () => {
    const of = await begin();
    for (const request of [1, 2, 3]) {
      const items = [{ request, visa: "merchandiser", since: of.clock.now() }];
      const at = now(of);
      write(of.store, (tx) =>
        enqueue(tx, { chat: 1003, lane: "reminder", method: "reminder", payload: { items }, at }),
      );
    }
    await of.settle();
    expect(of.messagesTo("belova").filter((said) => said.startsWith("reminder"))).toEqual([
      "reminder of 1, 2, 3",
    ]);
  });
});

describe("F20 a long gap", () => {
  test("after more than a day administrators hear how long it was; after an hour nobody does", async () => {
    const of = await begin();
    await of.restart({ down: hourMs });
    expect(of.messagesTo("nazarov").some((said) => said.includes("не работала"))).toBe(false);
    await of.restart({ down: 26 * hourMs });
    expect(of.messagesTo("nazarov").filter((said) => said.includes("26"))).toHaveLength(1);
  });
});
