/** An administrator puts one person into the place of another: posts, departments, open steps and tasks at once (D26). */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pack } from "../../bot/buttons.ts";
import { applyCompanyFile } from "../../bot/company-in-force.ts";
import { whoCode } from "../../bot/reports/report-scope.ts";
import { loadCompany } from "../../db/company.ts";
import { companyChanges } from "../../db/company-changes.ts";
import { inboxCount } from "../../db/inbox.ts";
import { id, units, type Instant, type PersonId } from "../../flows/ids.ts";
import { processes } from "../../flows/processes/index.ts";
import { demoCompany, story, type Story } from "../harness.ts";
import { file } from "../unit/cards/chat.ts";
import { cardOf, fileWriteOff, minute, stored } from "./filing-words.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
  await told.everybody();
});
afterEach(() => told.close());

const waits = (who: string): number =>
  inboxCount(told.store, id<PersonId>(who), units<Instant>(told.clock.now())).count;
const changes = () => companyChanges(told.store, { limit: 20 });
const posts = (who: string): string[] =>
  loadCompany(told.store)
    .holders.filter((one) => one.person === who)
    .map((one) => `${one.post}@${one.department ?? ""}`);
const code = (who: string): string => whoCode(id<PersonId>(who));

/** Up to the last question. */
async function propose(leaver: string, successor: string): Promise<void> {
  const nazarov = told.person("nazarov");
  await nazarov.choose("Заменить сотрудника");
  await nazarov.text(leaver);
  await nazarov.tap(new RegExp(`^${leaver}`));
  await nazarov.text(successor);
  await nazarov.tap(new RegExp(`^${successor}`));
}

test("what it means is shown first; then posts move, what waits is asked of the successor, who leaves is shut out", async () => {
  const number = await fileWriteOff(told);
  await propose("Белова", "Тихонов");
  const shown = told.messagesTo("nazarov").at(-1);
  expect(shown).toMatch(/^Уходит: Белова А\. С\.\nДела принимает: Тихонов/);
  expect(shown).toContain("Должности переходят: мерчендайзер (Коммерческий отдел)");
  expect(shown).toContain("Ждут решения: 1, из них взято в работу: 0");
  expect(shown).toContain("он главнее");
  expect(posts("belova")).toEqual(["merchandiser@commerce"]);
  await told.person("nazarov").tap("Да, заменить");
  expect(told.messagesTo("nazarov").join("\n")).toContain("Заменено: Белова А. С. → Тихонов");
  expect(posts("belova")).toEqual([]);
  expect(posts("tikhonov")).toContain("merchandiser@commerce");
  expect([waits("belova"), waits("tikhonov")]).toEqual([0, 1]);
  expect(told.messagesTo("tikhonov").join("\n")).toContain("Вам переданы дела. Уходит: Белова А. С.");
  await told.person("belova").text(`/open ${number}`);
  expect(told.person("belova").said()).toMatch(/администратор/i);
  await told.person("tikhonov").tap(/^Согласовать/);
  await told.later(3 * minute);
  expect(stored(told, number).steps[0]).toMatchObject({ by: "tikhonov", outcome: "approved" });
  expect(cardOf(told, "kotov", number)).toContain("Тихонов");
  expect(changes()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: "handed-over", id: "belova", to: "tikhonov", by: "nazarov" }),
      expect.objectContaining({ kind: "removed", section: "holders", id: "belova: merchandiser@commerce" }),
      expect.objectContaining({ kind: "added", section: "holders", id: "tikhonov: merchandiser@commerce" }),
    ]),
  );
});

test("who heads a department is followed by his successor, and a store's requests and drafts stay the store's", async () => {
  const kotov = told.person("kotov");
  const number = await fileWriteOff(told);
  await told.person("belova").tap("На доработку");
  await told.person("belova").text("Фото другой пары");
  await propose("Котов", "Гаврилова");
  await told.person("nazarov").tap("Да, заменить");
  await told.person("gavrilova").text(`/open ${number}`);
  expect(told.person("gavrilova").buttons(told.person("gavrilova").last()).join()).toContain("Исправить");
  await kotov.text(`/open ${number}`);
  expect(kotov.said()).toMatch(/администратор/i);
  await propose("Сидорова", "Гаврилова");
  expect(told.messagesTo("nazarov").at(-1)).toContain("Руководство переходит: Магазин № 2 «Галерея»");
  await told.person("nazarov").tap("Да, заменить");
  const store = loadCompany(told.store).departments.find((one) => one.id === "store-2");
  expect(store?.head).toBe("gavrilova");
});

test("a step that was handed to who leaves goes back to whom it was; he is rung again", async () => {
  const number = await fileWriteOff(told);
  const belova = told.person("belova");
  await belova.tap("Передать коллеге");
  await belova.text("Тихонов");
  await belova.tap(/^Тихонов/);
  expect(waits("belova")).toBe(0);
  const mark = told.telegram.calls.count;
  await propose("Тихонов", "Громов");
  await told.person("nazarov").tap("Да, заменить");
  expect(waits("belova")).toBe(1);
  const rung = told.telegram.calls
    .after(mark)
    .filter((call) => call.method === "sendPhoto" && call.params["chat_id"] === 1003);
  expect(rung).toHaveLength(1);
  expect(rung[0]?.params).not.toHaveProperty("disable_notification");
  await belova.tap(/^Согласовать/);
  expect(stored(told, number).steps[0]).toMatchObject({ by: "belova", outcome: "approved" });
});

test("what changed while he was deciding is shown again instead of being done", async () => {
  await propose("Белова", "Тихонов");
  await file(told);
  await told.person("nazarov").tap("Да, заменить");
  expect(told.messagesTo("nazarov").at(-1)).toMatch(/^Пока вы решали, кое-что изменилось/);
  expect(posts("belova")).toEqual(["merchandiser@commerce"]);
  await told.person("nazarov").tap("Отмена");
  expect(posts("belova")).toEqual(["merchandiser@commerce"]);
});

test("a company file that puts him back wins, and administrators hear of it", async () => {
  await propose("Белова", "Тихонов");
  await told.person("nazarov").tap("Да, заменить");
  const path = join(told.dataDir, "company.yaml");
  const yaml = readFileSync(demoCompany, "utf8").replace("undoMinutes: 2", "undoMinutes: 3");
  writeFileSync(path, yaml.replace("goods: goods.csv\n", ""));
  const applied = await applyCompanyFile(told.store, path, processes, units<Instant>(told.clock.now()));
  expect(applied).toMatchObject({ kind: "applied" });
  await told.settle();
  expect(posts("belova")).toEqual(["merchandiser@commerce"]);
  const heard = told.messagesTo("nazarov").filter((text) => text.startsWith("⚠️ Файл компании вернул"));
  expect(heard).toEqual([expect.stringContaining("Белова А. С.\nРаньше вместо него: Тихонов")]);
});

test("nobody but an administrator, and nobody by forged or stale data: unknown people, oneself, the same twice", async () => {
  const before = changes();
  const kotov = told.person("kotov");
  await kotov.text("/replace");
  expect(kotov.said()).toContain("Не понимаю");
  expect(kotov.keyboard().flat()).not.toContain("Заменить сотрудника");
  const shown = "00000000";
  const sure = (who: string, by: string) =>
    pack({ kind: "replace-sure", who: code(who), successor: code(by), shown });
  expect((await kotov.press(kotov.last().id, sure("belova", "kotov"))).alert).toBe(true);
  const nazarov = told.person("nazarov");
  for (const [who, by] of [
    ["nazarov", "belova"],
    ["belova", "belova"],
    ["nobody", "belova"],
    ["belova", "nobody"],
  ] as const)
    expect((await nazarov.press(nazarov.last().id, sure(who, by))).alert).toBe(true);
  await nazarov.press(nazarov.last().id, sure("belova", "tikhonov"));
  expect(told.messagesTo("nazarov").at(-1)).toContain("Посмотрите ещё раз");
  expect(changes()).toEqual(before);
});
