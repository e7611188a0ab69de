/** Many people at once, and many messages: nothing is lost or doubled, and memory stays flat. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, onTestFinished, test } from "vitest";
import { openBench } from "./telegram.ts";
import type { Bench } from "./telegram.ts";

/** Without it the number would tell when V8 last felt like collecting. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

const mebibyte = 1024 * 1024;
const crowd = Array.from({ length: 200 }, (_, n) => ({
  id: 10_000 + n,
  name: `Сотрудник ${n}`,
  firstName: `С${n}`,
}));

/** Somebody writes on the page. */
async function say(fetch: Bench["fetch"], id: number, text: string): Promise<void> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ text });
  const sent = await fetch(`/playground/people/${id}/text`, { method: "POST", headers, body });
  await sent.text();
}

test("200 people file at once through the page, and every update comes exactly once", async () => {
  const { fetch, call } = await openBench({ people: crowd });
  const filing = Promise.all(
    crowd.map(async ({ id }) => {
      for (let n = 0; n < 5; n += 1) await say(fetch, id, `${id}:${n}`);
    }),
  );
  const got: string[] = [];
  let offset = 0;
  while (got.length < 1000) {
    const { result } = await call("getUpdates", { offset, limit: 100, timeout: 30 });
    for (const { update_id, message } of result) {
      got.push(message.text);
      offset = update_id + 1;
    }
  }
  await filing;
  expect(new Set(got).size).toBe(1000);
  // Each person's words come in the order in which they were said.
  const ofOne = got.filter((text) => text.startsWith("10007:"));
  expect(ofOne).toEqual([0, 1, 2, 3, 4].map((n) => `10007:${n}`));
});

test("after 50 000 messages, a thousand of them files, the server holds no more memory than after 10 000", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "load-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const bench = await openBench({ people: crowd, dataDir });
  const early = await memoryAfter(bench, 0, 10_000);
  const late = await memoryAfter(bench, 10_000, 50_000);
  expect(bench.telegram.world.messages.page(10_007, Number.MAX_SAFE_INTEGER, 1000)).toHaveLength(250);
  // The files alone are 40 MiB, the messages another 30: kept in memory, either would show.
  expect((late - early) / mebibyte).toBeLessThan(16);
});

/** Everything that people send through the page: each tenth message over HTTP, each fiftieth with a file of its own. */
async function memoryAfter({ telegram, fetch, call }: Bench, from: number, to: number): Promise<number> {
  for (let n = from; n < to; n += 1) {
    const id = crowd[n % crowd.length]?.id ?? 0;
    if (n % 50 === 0) await sendFile(fetch, id, n);
    else if (n % 10 === 0) await say(fetch, id, `сообщение ${n}`);
    else telegram.person(id).text(`сообщение ${n}`);
    if (n % 500 === 0) await call("getUpdates", { offset: -1 });
  }
  collectGarbage();
  // JavaScript's heap and all buffers outside of it; the chats lie in SQLite on the disk.
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function sendFile(fetch: Bench["fetch"], id: number, n: number): Promise<void> {
  const bytes = Buffer.alloc(40 * 1024, `файл ${n};`);
  const form = new FormData();
  form.append("files", new Blob([bytes]), `накладная ${n}.pdf`);
  const sent = await fetch(`/playground/people/${id}/files`, { method: "POST", body: form });
  expect(sent.status).toBe(200);
  await sent.text();
}
