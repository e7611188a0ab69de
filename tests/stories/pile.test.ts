/** A pile of 60 waiting requests: gone through one card at a time (D10, "Начать"). */
import { afterEach, expect, test } from "vitest";
import { execute } from "../../db/execute.ts";
import { write } from "../../db/write.ts";
import {
  id,
  units,
  type DepartmentId,
  type Instant,
  type PersonId,
  type ProcessId,
} from "../../flows/ids.ts";
import { story, type Story } from "../harness.ts";
import { fileWriteOff, stored } from "./filing-words.ts";

let told: Story;
afterEach(() => told.close());

async function sixty(): Promise<void> {
  told = await story();
  await told.everybody();
  const first = await fileWriteOff(told);
  const { answers } = stored(told, first);
  const stores = [
    ["kotov", "store-2"],
    ["lebedeva", "store-1"],
    ["ryabov", "store-3"],
  ] as const;
  write(told.store, (tx) => {
    for (let index = 1; index < 60; index += 1) {
      const [by, place] = stores[index % 3] ?? stores[0];
      const filed = execute(
        tx,
        { process: id<ProcessId>("write-off") },
        {
          kind: "file",
          by: id<PersonId>(by),
          at: units<Instant>(told.clock.now()),
          place: id<DepartmentId>(place),
          answers,
        },
      );
      if ("refusal" in filed) throw new Error(filed.refusal.kind);
    }
  });
  await told.settle();
}

test("60 wait: the next card comes by itself after each decision, one can be skipped, the count is true", async () => {
  await sixty();
  const belova = told.person("belova");
  await belova.choose("Ждут меня");
  expect(told.messagesTo("belova").at(-1)).toContain("60");
  await belova.tap("Начать");
  expect(told.messagesTo("belova").at(-1)).toMatch(/1 из 60/);
  const seen = new Set<string>();
  for (let step = 0; step < 60; step += 1) {
    const card = belova
      .messages()
      .findLast((message) => belova.buttons(message).some((label) => label.startsWith("Согласовать")));
    const number = /№\s(\d+) ·/.exec(card?.caption ?? "")?.[1] ?? "";
    seen.add(number);
    if (step % 10 === 9) await belova.tap(/Пропустить/);
    else
      await belova.press(
        card?.id ?? 0,
        card?.buttons.flat().find((button) => button.text.startsWith("Согласовать"))?.data ?? "",
      );
  }
  expect(seen.size).toBe(60);
  const left = told.store.sqlite.prepare("select count(*) n from waiting where person = 'belova'").get();
  expect(left).toEqual({ n: 6 });
});

test("the pile can be filtered by store", async () => {
  await sixty();
  const belova = told.person("belova");
  await belova.choose("Ждут меня");
  await belova.tap("Все места");
  await belova.tap(/Магазин №\s3/);
  const lines = (belova.last().text ?? "").split("\n").filter((line) => line.startsWith("№"));
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) expect(line).toContain("Магазин №\u00a03");
  await belova.tap("Начать");
  expect(told.messagesTo("belova").at(-1)).toMatch(/1 из 20/);
});
