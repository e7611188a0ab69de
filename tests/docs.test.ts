/** The docs keep their word: every requirement names a test, and that test exists. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const page = readFileSync(join(root, "docs/requirements.md"), "utf8");
const rows = page.split("\n").filter((line) => /^\| [A-Z]\d/.test(line));
const proofs = rows.flatMap((row) =>
  [...row.matchAll(/`([^`]+\.test\.ts) › ([^`]+)`/g)].map(([, file = "", title = ""]) => ({ file, title })),
);

test("every point of the process has its row, and every row names a test", () => {
  const points = rows.map((row) => row.split("|")[1]?.trim());
  for (let n = 1; n <= 26; n += 1) expect(points).toContain(`S0.${n}`);
  for (let n = 23; n <= 30; n += 1) expect(points).toContain(`S1.${n}`);
  expect(proofs).toHaveLength(rows.length);
});

test("every test that is named there exists under that title", () => {
  const missing = proofs.filter(({ file, title }) => {
    const path = join(root, file);
    return !existsSync(path) || !readFileSync(path, "utf8").includes(`"${title}"`);
  });
  expect(missing).toEqual([]);
});

test("every page of the docs that is linked from the readme or another page exists", () => {
  const pages = [
    "README.md",
    "docs/how-to-add-a-process.md",
    "docs/running.md",
    "docs/payments.md",
    "docs/requirements.md",
  ];
  const dead = pages.flatMap((from) => {
    const links = [...readFileSync(join(root, from), "utf8").matchAll(/\]\(([^)#:]+)\)/g)];
    return links
      .map(([, to = ""]) => join(root, from, "..", to))
      .filter((path) => !existsSync(path))
      .map((path) => `${from}: ${path}`);
  });
  expect(dead).toEqual([]);
});
