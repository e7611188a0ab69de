/** Run after drizzle-kit: makes the tables of generated migrations STRICT (R7), which drizzle-kit has no word for. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** Adds STRICT to every CREATE TABLE of a migration that lacks it. Running it again changes nothing. */
export function strict(sqlText: string): string {
  return sqlText.replaceAll(/(CREATE TABLE [^;]*?\n\));/g, "$1 STRICT;");
}

if (process.argv[1]?.endsWith("strict.ts") === true) {
  const folder = new URL("./migrations/", import.meta.url);
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(".sql")) continue;
    const file = new URL(name, folder);
    const before = readFileSync(file, "utf8");
    const after = strict(before);
    if (after !== before) writeFileSync(file, after);
  }
}
