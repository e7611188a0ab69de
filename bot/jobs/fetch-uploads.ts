/** Fetches files that people sent and checks them; what waits for them goes on by itself (F9, F10, F45–F52). */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { loadCompany } from "../../db/company.ts";
import { putFile } from "../../db/files.ts";
import {
  dueUploads,
  markReady,
  markRefused,
  nextUploadAt,
  postponeUpload,
  sendersOf,
  type UploadRow,
} from "../../db/uploads.ts";
import { write, type Tx } from "../../db/write.ts";
import { personById } from "../../flows/company/directory.ts";
import { units, type FileHash, type Instant, type PersonId } from "../../flows/ids.ts";
import { instant } from "../clock.ts";
import { nextTry } from "../delivery/retry.ts";
import { openTurn } from "../intake/turn.ts";
import type { Job, JobOf } from "./job.ts";
import { fetchBytesMax } from "../files/fetch-max.ts";

const atOnce = 3;
/** Tries of a file that Telegram hasn't, and of one that the network keeps from us. */
const goneTriesMax = 3;
const lostTriesMax = 30;

/** A file that is on disk now. */
interface Kept {
  readonly hash: FileHash;
  readonly mime: string;
  readonly bytes: number;
  readonly width?: number;
  readonly height?: number;
}
/** What became of a file. */
type Settled =
  | (Kept & { readonly kind: "ready"; readonly goods?: unknown; readonly page?: Kept })
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "later"; readonly dueAt: Instant };

export const fetchUploads: Job = {
  name: "fetch uploads",
  nextAt: nextUploadAt,
  async pass(of) {
    let did = false;
    for (;;) {
      const due = dueUploads(of.store, instant(of.clock), atOnce);
      if (due.length === 0) return did;
      did = true;
      await Promise.all(due.map((upload) => fetchOne(of, upload)));
    }
  },
};

async function fetchOne(of: JobOf, upload: UploadRow): Promise<void> {
  const settled = await settle(of, upload);
  const now = instant(of.clock);
  write(of.store, (tx) => {
    if (settled.kind === "later") return postponeUpload(tx, upload.uniqueId, settled.dueAt);
    if (settled.kind === "refused") markRefused(tx, upload.uniqueId, settled.why);
    else {
      const { kind: _, goods: __, page, ...file } = settled;
      markReady(tx, upload.uniqueId, { ...file, at: now }, page && { ...page, at: now });
    }
    for (const sender of sendersOf(tx, upload.uniqueId))
      tellFeature(of, tx, { upload, sender, settled, now });
  });
  of.committed();
}

/** What a sender's draft waited for goes on, or is told why it can't. */
function tellFeature(
  of: JobOf,
  tx: Tx,
  what: {
    readonly upload: UploadRow;
    readonly sender: PersonId;
    readonly settled: Exclude<Settled, { kind: "later" }>;
    readonly now: Instant;
  },
): void {
  const { upload, sender, settled, now } = what;
  const company = loadCompany(tx);
  const me = personById(company, sender);
  if (me?.active !== true) return;
  const { turn } = openTurn({ tx, now, company, me });
  const { arrivals } = of;
  if (arrivals.isKeptAsIs(tx, upload)) return; // its own job has seen that it came
  if (!arrivals.isGoodsFile(upload)) arrivals.uploadSettled(turn, upload.uniqueId);
  else
    arrivals.goodsFileSettled(
      turn,
      upload.uniqueId,
      settled.kind === "refused" ? { refused: settled.why } : settled.goods,
    );
}

async function settle(of: JobOf, upload: UploadRow): Promise<Settled> {
  if ((upload.bytes ?? 0) > fetchBytesMax) return { kind: "refused", why: "too-big" };
  const now = instant(of.clock);
  const asked = await of.channel.call("getFile", { file_id: upload.fileId });
  switch (asked.kind) {
    case "flood":
      return { kind: "later", dueAt: units<Instant>(now + asked.waitMs) };
    case "lost":
      return again(upload, now, lostTriesMax);
    case "refused":
      return asked.description.includes("too big")
        ? { kind: "refused", why: "too-big" }
        : again(upload, now, goneTriesMax);
    case "blocked":
    case "unknown-chat":
      return again(upload, now, goneTriesMax);
    case "done":
      return download(of, upload, z.object({ file_path: z.string() }).parse(asked.result).file_path);
  }
}

function again(upload: UploadRow, now: Instant, triesMax: number): Settled {
  return upload.tries + 1 >= triesMax
    ? { kind: "refused", why: "gone" }
    : { kind: "later", dueAt: nextTry(now, upload.tries, false) };
}

async function download(of: JobOf, upload: UploadRow, filePath: string): Promise<Settled> {
  await mkdir(of.filesDir, { recursive: true, mode: 0o700 });
  const part = join(of.filesDir, `.${randomBytes(8).toString("hex")}.part`); // swept by this name after a crash (F9)
  try {
    const got = await of.channel.download(filePath, part, fetchBytesMax);
    of.crashPoint("F9");
    const now = instant(of.clock);
    switch (got.kind) {
      case "too-big":
        return { kind: "refused", why: "too-big" };
      case "gone":
        return again(upload, now, goneTriesMax);
      case "lost":
        return again(upload, now, lostTriesMax);
      case "done": {
        const settled = await check(of, upload, part);
        of.crashPoint("F10");
        return settled;
      }
    }
  } finally {
    await rm(part, { force: true });
  }
}

/** Looks at the bytes: a table is read, a PDF is opened, a picture is decoded and kept without its metadata (F46–F48), a video is kept as it came. */
async function check(of: JobOf, upload: UploadRow, part: string): Promise<Settled> {
  const { size } = await stat(part);
  if (size === 0) return { kind: "refused", why: "empty" };
  if (of.arrivals.isKeptAsIs(of.store, upload)) return keep(of, await readFile(part), upload.mime);
  if (of.arrivals.isGoodsFile(upload)) {
    const bytes = await readFile(part);
    const goods = await of.arrivals.readGoods(bytes, upload.name ?? "");
    return { ...(await keep(of, bytes, upload.mime)), goods };
  }
  if (upload.sentAs === "video") return keep(of, await readFile(part), upload.mime);
  return of.arrivals.isPaper(upload) ? checkPaper(of, part) : checkPhoto(of, part);
}

async function checkPhoto(of: JobOf, part: string): Promise<Settled> {
  const checked = await of.printer.checkPhoto(part);
  if ("refused" in checked) return { kind: "refused", why: checked.refused };
  const clean = await of.printer.cleanPhoto(part);
  if ("refused" in clean) return { kind: "refused", why: clean.refused };
  return { ...(await keep(of, clean.jpeg, "image/jpeg")), width: clean.width, height: clean.height };
}

/** A PDF is kept as it came, with a picture of its first page; a photo that was called one is taken as what it is. */
async function checkPaper(of: JobOf, part: string): Promise<Settled> {
  const first = await of.printer.firstPage(part);
  if ("jpeg" in first) {
    const page = await keep(of, first.jpeg, "image/jpeg");
    const paper = await keep(of, await readFile(part), "application/pdf");
    return { ...paper, page: { ...page, width: first.width, height: first.height } };
  }
  if (first.refused === "password") return { kind: "refused", why: "password" };
  if (first.refused === "damaged") return { kind: "refused", why: "damaged-pdf" };
  const photo = await checkPhoto(of, part);
  return photo.kind === "refused" && photo.why === "not-an-image"
    ? { kind: "refused", why: "not-a-paper" }
    : photo;
}

async function keep(of: JobOf, bytes: Uint8Array, mime = "application/octet-stream") {
  const hash = await putFile(of.filesDir, bytes);
  return { kind: "ready", hash, mime, bytes: bytes.length } as const;
}
