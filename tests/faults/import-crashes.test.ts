/** F3, F11 The bot dies between any two pieces of a sheet, and within any: the books are those of one undisturbed go. */
import { afterEach, expect, test } from "vitest";
import type { CrashPointName } from "../../bot/crash-points.ts";
import { Crash, type Story } from "../harness.ts";
import { alertsTo } from "../stories/payments/books.ts";
import {
  atTheSheets,
  changedDeals,
  dealCount,
  newDeals,
  send,
  sheetBooks,
  somePayments,
} from "./sheet-run.ts";

let open: Story[] = [];
afterEach(async () => {
  for (const told of open) await told.close();
  open = [];
});

/** How far an import is, as the store knows it: the same place is passed again only after a death. */
const placeOf = (told: Story): string =>
  [
    "SELECT group_concat(status) FROM imports",
    "SELECT count(*) FROM planned_rows",
    "SELECT count(*) FROM planned_rows WHERE status <> 'waits'",
  ]
    .map((sql) => String(told.store.sqlite.prepare(sql).pluck().get()))
    .join(" ");

/** One sheet after another, each taken at the press of that button; managers hear at the end. */
async function load(told: Story, button: string): Promise<void> {
  const sheets = { "deals.csv": newDeals, "changed.csv": changedDeals, "payments.csv": somePayments };
  for (const [name, rows] of Object.entries(sheets)) {
    await send(told, rows, name);
    await told.person("orlova").tap(button);
    await told.payments();
  }
}

test.each(["Да", "Нет, только загрузить"])("«%s»", async (button) => {
  const quiet = await atTheSheets();
  open.push(quiet);
  await load(quiet, button);

  let armed = false;
  const died = new Map<string, CrashPointName>();
  const told: Story = await atTheSheets({
    crashPoint(name) {
      if (!armed || (name !== "F3" && name !== "F11")) return;
      const place = placeOf(told);
      // read anew, a file costs a second: the first one's deaths stand for all
      if (!/^reading|checking|taking/.test(place) || died.has(`${name} ${place}`)) return;
      died.set(`${name} ${place}`, name);
      throw new Crash(`the bot dies at ${name} ${place}`);
    },
  });
  open.push(told);
  armed = true;
  await load(told, button);

  // a piece that is kept, then those of three sheets that are taken: a death within each and after each
  const deaths = (name: CrashPointName) => [...died.values()].filter((one) => one === name).length;
  expect([deaths("F3"), deaths("F11")]).toEqual([16, 15]);
  expect(sheetBooks(told)).toEqual(sheetBooks(quiet));

  const texts = (of: Story) => of.messagesTo("orlova").filter((text) => text.startsWith("✅"));
  expect(texts(told)).toEqual(texts(quiet));
  expect(texts(quiet)).toEqual([
    "✅ Загружено. Новых сделок 130, изменено 0, оплат 44 на 4 400 ₽.",
    expect.stringContaining("изменено 130, оплат 65 на"),
    "✅ Загружено. Новых сделок 0, изменено 0, оплат 220 на 6 590 ₽.",
  ]);
  /** How often a person reads of a deal. */
  const heard = (of: Story, who: string) =>
    Array.from(
      { length: dealCount },
      (_, n) =>
        alertsTo(of, who)
          .join("\n")
          .match(new RegExp(`Сделка ${n}$`, "gm"))?.length ?? 0,
    );
  for (const who of ["petrenko", "gromov"]) expect(heard(told, who)).toEqual(heard(quiet, who));
  const some = heard(quiet, "petrenko").reduce((all, one) => all + one, 0);
  expect(some > 0).toBe(button === "Да");
});
