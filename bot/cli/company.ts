/** `npm run company -- FILE`: puts a company file in force in the store of DATA_DIR, or says what is wrong with it. */
import { join } from "node:path";
import { openStore } from "../../db/open.ts";
import { storeProcesses } from "../../db/processes.ts";
import { write } from "../../db/write.ts";
import { loadCompany } from "../../db/company.ts";
import { processes } from "../../flows/processes/index.ts";
import { instant, machineClock } from "../clock.ts";
import { applyCompanyFile, vacancies } from "../company-in-force.ts";
import { readConfig } from "../config.ts";

const file = process.argv[2];
if (file === undefined) {
  process.stderr.write("Name the company file: npm run company -- FILE\n");
  process.exit(2);
}
const { bot, dataDir } = readConfig(process.env);
const store = openStore(
  join(bot === undefined ? join(dataDir, "playground") : dataDir, "countersign.sqlite"),
);
try {
  const now = instant(machineClock);
  write(store, (tx) => storeProcesses(tx, processes, now));
  const applied = await applyCompanyFile(store, file, processes, now);
  switch (applied.kind) {
    case "same":
      process.stdout.write("Nothing has changed.\n");
      break;
    case "applied":
      process.stdout.write(`In force now. Changes: ${applied.changes}.\n`);
      for (const { post, place } of vacancies(loadCompany(store), processes))
        process.stdout.write(`Nobody holds ${post} for ${place}.\n`);
      break;
    case "problems":
      process.stderr.write(`${file}\n${applied.problems.map((problem) => `  - ${problem}\n`).join("")}`);
      process.exitCode = 1;
  }
} finally {
  store.close();
}
