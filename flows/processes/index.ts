/** The processes that every company starts with. A new one is a file beside these and a line here, nothing else. */
import type { Process } from "../engine/process.ts";
import { invoice } from "./invoice.ts";
import { supplierReturn } from "./return.ts";
import { writeOff } from "./write-off.ts";

export const processes: readonly Process[] = [writeOff, supplierReturn, invoice];
