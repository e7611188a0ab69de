/** Takes the requests of before into the registry, newest first, a few at a time; new ones come by themselves. */
import { setImmediate as turnOfOthers } from "node:timers/promises";
import { loadCompany } from "../../db/company.ts";
import { getMeta, setMeta } from "../../db/meta.ts";
import { loadProcess } from "../../db/processes.ts";
import { keepRegistry } from "../../db/registry.ts";
import { loadRequest, requestsUpTo } from "../../db/requests.ts";
import { write, type Tx } from "../../db/write.ts";
import { units, type RequestId } from "../../flows/ids.ts";
import type { Job } from "./job.ts";

/** Requests of one transaction: few, so that a tap never waits long for its turn. */
const batchMax = 10;

export const fillRegistry: Job = {
  name: "fill registry",
  async pass({ store }) {
    for (let did = false; ; did = true) {
      const left = Number(getMeta(store, "registry-left") ?? 0);
      if (left <= 0) return did;
      write(store, (tx) => fill(tx, units<RequestId>(left)));
      await turnOfOthers();
    }
  },
};

function fill(tx: Tx, upTo: RequestId): void {
  const company = loadCompany(tx);
  const batch = requestsUpTo(tx, upTo, batchMax);
  for (const id of batch) {
    const request = loadRequest(tx, id);
    if (request === undefined) throw new Error(`request ${id} was just listed`);
    keepRegistry(tx, loadProcess(tx, request.process, request.processVersion), undefined, request, company);
  }
  setMeta(tx, "registry-left", String((batch.at(-1) ?? 1) - 1));
}
