/** `npm run verify-log`: says whether the history is whole, and names the first row that is not. Exit code 1 on a fault. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "../../db/open.ts";
import { faultOfPaymentLog } from "../../db/payment-log.ts";
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

const dataDir = process.argv[2] ?? process.env["DATA_DIR"] ?? "data";
/** With no bot's token the program plays: its store lies one folder deeper. */
const path = [dataDir, join(dataDir, "playground")]
  .map((folder) => join(folder, "countersign.sqlite"))
  .find((file) => existsSync(file));

if (path === undefined) {
  console.error(`there is no store in ${dataDir}`);
  process.exitCode = 1;
} else {
  const store = openStore(path);
  const verdict = verifyLog(store);
  const ofPayments = faultOfPaymentLog(store);
  store.close();
  if (verdict.ok)
    console.log(`${path}: the history is whole, ${verdict.rows} rows of ${verdict.requests} requests`);
  else {
    console.error(`${path}: ${words(verdict)}`);
    process.exitCode = 1;
  }
  if (ofPayments === undefined) console.log(`${path}: the history of payments is whole`);
  else {
    console.error(
      `${path}: the history of payments is faulty from row ${ofPayments.row} on: it was edited, deleted or inserted`,
    );
    process.exitCode = 1;
  }
}
