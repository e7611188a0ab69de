/** The shape of the code, held by a test: arrows one way, pure rules, small files, one way per need. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const folders = ["flows", "db", "bot", "playground"] as const;

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
    .filter((name) => name.endsWith(".ts") && statSync(join(root, name)).isFile());
}
const sources = folders
  .flatMap(filesUnder)
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

/** What a file imports: packages as they are, files as paths from the root. */
function importsOf({ path, text }: { path: string; text: string }): string[] {
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
  return found.map((name) => (name.startsWith(".") ? relative(root, join(root, dirname(path), name)) : name));
}
const folderOf = (path: string): string => path.split("/")[0] ?? "";
const offenders = (test_: (source: (typeof sources)[number]) => boolean): string[] =>
  sources.filter(test_).map((source) => source.path);

test("imports point one way: flows ← db ← bot; the playground knows nobody, and only main starts it", () => {
  const may: Record<string, readonly string[]> = {
    flows: ["flows"],
    db: ["flows", "db"],
    bot: ["flows", "db", "bot"],
    playground: ["playground"],
  };
  const wrong = sources.flatMap((source) =>
    importsOf(source)
      .filter((name) => folders.some((folder) => name.startsWith(`${folder}/`)))
      .filter((name) => !(may[folderOf(source.path)] ?? []).includes(folderOf(name)))
      .filter(
        (name) =>
          !(source.path.startsWith("bot/playground") || source.path === "bot/main.ts") ||
          folderOf(name) !== "playground",
      )
      .map((name) => `${source.path} → ${name}`),
  );
  expect(wrong).toEqual([]);
});

test("the rules are pure: flows imports nothing but itself and zod, and asks no clock, chance, network or environment", () => {
  const flows = sources.filter((source) => source.path.startsWith("flows/"));
  const foreign = flows.flatMap((source) =>
    importsOf(source)
      .filter((name) => name !== "zod" && !name.startsWith("flows/"))
      .map((name) => `${source.path} → ${name}`),
  );
  expect(foreign).toEqual([]);
  const impure =
    /Date\.now\(|new Date\(\)|Math\.random|randomUUID|process\.env|\basync\b|\bawait\b|setTimeout|fetch\(/;
  expect(
    flows
      .filter((source) => impure.test(source.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")))
      .map((source) => source.path),
  ).toEqual([]);
});

test("the store is written synchronously: no async transaction can be built in db (files on disk apart)", () => {
  expect(
    offenders(
      (source) =>
        source.path.startsWith("db/") &&
        source.path !== "db/files.ts" &&
        /\basync\b/.test(source.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")),
    ),
  ).toEqual([]);
});

test("a file is one thing of at most 250 lines", () => {
  const long = sources
    .filter((source) => !["db/schema.ts"].includes(source.path))
    .map((source) => [source.path, source.text.split("\n").length] as const)
    .filter(([, lines]) => lines > 250);
  expect(long).toEqual([]);
});

test("files are named for what a user would recognise, and say in their first line what they are", () => {
  const drawer = /^(utils?|helpers?|misc|common|types|shared|lib)\.ts$/;
  expect(offenders((source) => drawer.test(basename(source.path)))).toEqual([]);
  const lists = ["flows/processes/index.ts", "bot/jobs/index.ts"];
  expect(offenders((source) => basename(source.path) === "index.ts" && !lists.includes(source.path))).toEqual(
    [],
  );
  expect(
    offenders(
      (source) =>
        !source.text.startsWith("/** ") && !source.text.startsWith("/**\n") && !source.text.startsWith("#!"),
    ),
  ).toEqual([]);
});

test("the menu plugin serves navigation in features only: cards have their own buttons (style 26)", () => {
  expect(
    offenders(
      (source) => importsOf(source).includes("@grammyjs/menu") && !source.path.startsWith("bot/features/"),
    ),
  ).toEqual([]);
});

test("callback data is read by its one codec", () => {
  expect(
    offenders(
      (source) =>
        source.path.startsWith("bot/") &&
        /data\.split\(/.test(source.text) &&
        source.path !== "bot/buttons.ts",
    ),
  ).toEqual([]);
});

test("every process of the folder is in its list", () => {
  const index = readFileSync(join(root, "flows/processes/index.ts"), "utf8");
  const declaring = sources.filter(
    (source) => source.path.startsWith("flows/processes/") && /= process\(\{/.test(source.text),
  );
  expect(declaring.length).toBeGreaterThan(1);
  for (const source of declaring) expect(index).toContain(`./${basename(source.path)}`);
});

test("the product's sources name no path of the machine they were written on", () => {
  expect(offenders((source) => /\/work\/|\/tmp\//.test(source.text))).toEqual([]);
});
