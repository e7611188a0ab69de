/** Both accountants tap «Взять» within the same tick, a thousand times: one owner each, the other is told who (S1.9, D35). */
import { expect, test } from "vitest";
import { execute } from "../../../db/execute.ts";
import { loadRequest } from "../../../db/requests.ts";
import { write } from "../../../db/write.ts";
import type { Command } from "../../../flows/engine/command.ts";
import { id, units, type Instant, type RequestId } from "../../../flows/ids.ts";
import { story } from "../../harness.ts";
import { vikhr } from "../../stories/invoices/filed.ts";

const file = { hash: id<never>("a".repeat(64)), name: "schet.pdf", mime: "application/pdf" };
const answers = vikhr({ ...file, fileId: "f", uniqueId: "u", sentAs: "document" });

test("a thousand invoices, each taken by two at once: one owner each, the other refused by name", async () => {
  const told = await story();
  const at = units<Instant>(told.clock.now());
  let refusals = 0;
  write(told.store, (tx) => {
    const filing = {
      kind: "file",
      by: id<never>("petrenko"),
      at,
      place: id<never>("commerce"),
      answers,
    } as const;
    for (let n = 0; n < 1000; n += 1) {
      const filed = execute(tx, { process: id("invoice") }, filing);
      if ("refusal" in filed) throw new Error(filed.refusal.kind);
      const request: RequestId = filed.request.id;
      const approve: Command = {
        kind: "sign",
        by: id("gromov"),
        at,
        visa: id("director"),
        decision: "approved",
        seen: 1,
      };
      execute(tx, { request }, approve);
      const order = n % 2 === 0 ? ["orlova", "demina"] : ["demina", "orlova"];
      const done = order.map((by) =>
        execute(tx, { request }, { kind: "take", by: id(by), at, visa: id("payment") }),
      );
      const [first, second] = done;
      expect(first).toHaveProperty("events");
      expect(second).toEqual({ refusal: { kind: "taken", by: order[0], at } });
      refusals += 1;
      expect(loadRequest(tx, request)?.steps.filter((step) => step.taken !== undefined)).toMatchObject([
        { taken: { by: order[0] } },
      ]);
    }
  });
  expect(refusals).toBe(1000);
  await told.close();
});
