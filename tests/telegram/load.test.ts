/** Many people at once, and many messages: nothing is lost or doubled, and memory stays flat. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { openBench } from "./telegram.ts";

/** Without it the number would tell when V8 last felt like collecting. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

const crowd = Array.from({ length: 200 }, (_, n) => ({
  id: 10_000 + n,
  name: `Сотрудник ${n}`,
  firstName: `С${n}`,
}));

test("200 people file at once through the page, and every update comes exactly once", async () => {
  const { fetch, call } = await openBench({ people: crowd });
  const say = (id: number, text: string) =>
    fetch(`/playground/people/${id}/text`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text }),
    });
  const filing = Promise.all(
    crowd.map(async ({ id }) => {
      for (let n = 0; n < 5; n += 1) await say(id, `${id}:${n}`);
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

test("after 50 000 messages the heap is no larger than after 10 000", async () => {
  const { telegram, call } = await openBench({ people: crowd });
  const heapAfter = async (messages: number): Promise<number> => {
    for (let n = 0; n < messages; n += 1) {
      const person = telegram.person(crowd[n % crowd.length]?.id ?? 0);
      person.text(`сообщение ${n}`);
      if (n % 1000 === 0) await call("getUpdates", { offset: -1 });
    }
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  // JavaScript's own heap: the chats lie in SQLite, which a test keeps in memory and a playground on disk.
  const early = await heapAfter(10_000);
  const late = await heapAfter(40_000);
  expect(late - early).toBeLessThan(16 * 1024 * 1024);
});
