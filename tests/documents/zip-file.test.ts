/** Papers in one ZIP: what went in comes out, under names that no program unpacks to another place (F49). */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { zipsOf } from "../../bot/accounting/day-papers.ts";
import { entryNames, safeEntryName, zipFile } from "../../bot/documents/zip-file.ts";
import { filePath, putFile } from "../../db/files.ts";
import { units, type RequestId } from "../../flows/ids.ts";
import { unzipped } from "../samples/unzipped.ts";

const folder = mkdtempSync(join(tmpdir(), "countersign-zip-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("files come out as they went in, also a large one and an empty one", async () => {
  const contents = ["акт", "", "x".repeat(700_000)];
  const files = [];
  for (const [at, content] of contents.entries())
    files.push({ hash: await putFile(folder, Buffer.from(content)), name: `СП-2026-00000${at}.pdf` });
  const zip = unzipped(await zipFile(files, folder));
  expect([...zip]).toEqual(contents.map((content, at) => [`СП-2026-00000${at}.pdf`, content]));
});

test("a file whose bytes are no longer its own makes no ZIP", async () => {
  const hash = await putFile(folder, Buffer.from("sound"));
  writeFileSync(filePath(folder, hash), "other");
  await expect(zipFile([{ hash, name: "a.pdf" }], folder)).rejects.toThrow("damaged");
});

describe("names", () => {
  test.each([
    ["СП-2026-000017.pdf", "СП-2026-000017.pdf"],
    ["../../etc/passwd", "_.._etc_passwd"],
    ["C:\\Windows\\x.pdf", "C__Windows_x.pdf"],
    [".скрытый.pdf", "скрытый.pdf"],
    ["con.pdf", "_con.pdf"],
    ["акт\u202efdp.exe", "актfdp.exe"],
    ["акт\u0000.pdf", "акт.pdf"],
    ["...", "_"],
  ])("%j is written as %j", (name, safe) => {
    expect(safeEntryName(name)).toBe(safe);
  });
  test("a long one keeps its ending", () => {
    expect(safeEntryName(`${"я".repeat(500)}.pdf`)).toBe(`${"я".repeat(120)}.pdf`);
  });
  test("two alike are told apart, whatever the letter case", () => {
    const names = ["Акт.pdf", "акт.pdf", "Акт.pdf", "Акт (2).pdf"].map((name) => ({ name }));
    expect(entryNames(names)).toEqual(["Акт.pdf", "акт (2).pdf", "Акт (3).pdf", "Акт (2) (2).pdf"]);
  });
});

describe("a day's papers in ZIPs", () => {
  const papers = (...sizes: number[]) =>
    sizes.map((bytes, at) => ({ request: units<RequestId>(at + 1), document: "act", bytes }));
  const requests = (zips: ReturnType<typeof zipsOf>): number[][] =>
    zips.map((zip) => zip.map(({ request }) => request));
  test.each<[string, number[], number[][]]>([
    ["none: no ZIP", [], []],
    ["all that fit go into one", [40, 30, 30], [[1, 2, 3]]],
    ["the rest goes into another", [60, 30, 20], [[1, 2], [3]]],
    ["one too large for any has one for itself", [10, 200, 10], [[1], [2], [3]]],
  ])("%s", (_, sizes, zips) => {
    expect(requests(zipsOf(papers(...sizes), 100))).toEqual(zips);
  });
});
