/** The jobs, in the order in which a pass does them. */
import { dueTimersJob } from "./due-timers.ts";
import { eveningRegister } from "./evening-register.ts";
import { fetchUploads } from "./fetch-uploads.ts";
import { fillRegistry } from "./fill-registry.ts";
import { heartbeat } from "./heartbeat.ts";
import { imports } from "./imports.ts";
import type { Job } from "./job.ts";
import { monthlyReport } from "./monthly-report.ts";
import { morningDigest } from "./morning-digest.ts";
import { paymentAlerts } from "./payment-alerts.ts";
import { printPapers } from "./print-papers.ts";
import { sendLetters } from "./send-letters.ts";
import { sweep } from "./sweep.ts";

export const jobs: readonly Job[] = [
  dueTimersJob,
  fetchUploads,
  imports,
  printPapers,
  paymentAlerts,
  sendLetters,
  morningDigest,
  monthlyReport,
  eveningRegister,
  fillRegistry,
  sweep,
  heartbeat,
];
