/** `npm run verify-log`: says whether the history is whole, and names the first row that is not. Exit code 1 on a fault. */
import { join } from "node:path";
import { openStore } from "../../db/open.ts";
import { verifyLog, type LogFault } from "../../db/verify-log.ts";

function words(fault: LogFault): string {
  switch (fault.fault) {
    case "edited":
      return `row ${fault.seq} (request ${fault.request}) was edited`;
    case "deleted":
      return `row ${fault.seq} is missing`;
    case "inserted":
      return `row ${fault.seq} (request ${fault.request}) was inserted`;
    case "moved":
      return `row ${fault.seq} (request ${fault.request}) stood elsewhere`;
    case "process-edited":
      return `version ${fault.version} of process ${fault.process} was edited after it was stored`;
    case "state-edited":
      return `request ${fault.request} stands otherwise than its history says`;
  }
}

const path = join(process.argv[2] ?? process.env["DATA_DIR"] ?? "data", "countersign.sqlite");
const store = openStore(path);
const verdict = verifyLog(store);
store.close();
if (verdict.ok)
  console.log(`${path}: the history is whole, ${verdict.rows} rows of ${verdict.requests} requests`);
else {
  console.error(`${path}: ${words(verdict)}`);
  process.exitCode = 1;
}
