/** O7 A letter that doesn't leave: tried again, told to whoever pays and who filed, sent again and elsewhere; the payment goes on. */
import { afterEach, describe, expect, test } from "vitest";
import { supplier } from "../../../db/suppliers.ts";
import { id, type RequestId } from "../../../flows/ids.ts";
import type { Story } from "../../harness.ts";
import { approved, letter, letterStory, minute, pay, plain, take, type InvoiceOf } from "./invoice.ts";

let told: Story;
afterEach(() => told.close());

const hour = 60 * minute;
const letters = () => told.telegram.mailbox.list();
const said = (who: string): string => plain(told.person(who).said());
function card(who: string): string {
  const found = told.person(who).find(/^(?!⚠️)[^]*✉️/);
  return plain(found.text ?? found.caption ?? "");
}
const heard = (who: string): string[] => told.messagesTo(who).filter((text) => text.startsWith("⚠️ Письмо"));

async function taken(of: InvoiceOf = {}): Promise<RequestId> {
  const request = await approved(told, of);
  await told.person("orlova").tap(take);
  return request;
}

describe("refused for a while", () => {
  test("three times, and then accepted: one letter, and the cards say what was tried", async () => {
    told = await letterStory();
    told.mail?.faults.add({ kind: "451", times: 3 });
    await taken();
    await told.later(2 * minute);
    expect(card("orlova")).toMatch(/не ушло \(451 .*\), новая попытка 10:03/);
    expect(told.person("petrenko").buttons(told.person("petrenko").find(/✉️/))).toContain(
      "Отправить ещё раз",
    );
    await told.later(24 * hour);
    expect(letters()).toHaveLength(1);
    expect(card("orlova")).toContain("отправлено 10:38");
    expect([...heard("orlova"), ...heard("petrenko")]).toEqual([]);
  });

  test("to the last try: given up, both hear once, and it is sent again by a button", async () => {
    told = await letterStory();
    told.mail?.faults.add({ kind: "451", times: 7 });
    const request = await taken();
    await told.later(30 * hour);
    expect(card("orlova")).toContain("не отправлено, попытки прекращены");
    for (const who of ["orlova", "petrenko"]) expect(heard(who)).toHaveLength(1);
    expect([...heard("demina"), ...heard("gromov")]).toEqual([]);
    await told.person("petrenko").tap("Отправить ещё раз");
    expect(letters()).toHaveLength(1);
    expect(letter(told, request)).toMatchObject({ status: "sent", decidedBy: "petrenko" });
  });
});

describe("refused for good (550)", () => {
  test("the card says so, both hear once; another address, typed by the accountant, gets the one letter", async () => {
    told = await letterStory();
    told.mail?.faults.add({ kind: "550" });
    const request = await taken();
    await told.later(10 * hour);
    expect(card("petrenko")).toMatch(/не отправлено, сервер отказал \(550 .*\), sales@vihr-opt\.example/);
    for (const who of ["orlova", "petrenko"]) expect(heard(who)).toHaveLength(1);
    const orlova = told.person("orlova");
    await orlova.tap("Другой адрес");
    await orlova.text("не знаю");
    expect(said("orlova")).toContain("Это не похоже на адрес почты");
    await orlova.text("zakaz@vihr-opt.example");
    expect(letters()).toMatchObject([{ to: ["zakaz@vihr-opt.example"] }]);
    await told.later(10 * hour);
    expect(letters()).toHaveLength(1);
    await told.person("petrenko").tap("История");
    expect(said("petrenko")).toContain("Письмо поставщику отправлено: zakaz@vihr-opt.example");
    // what the company file says of the supplier is the file's business
    expect(supplier(told.store, id("vikhr"))?.email).toBe("sales@vihr-opt.example");
    pay(told, request);
    await told.later(hour);
    expect(letters()[0]?.to).toEqual(["zakaz@vihr-opt.example"]); // the thread stays one
  });

  test("the payment is not held up, and who has no part in the letter can't send it", async () => {
    told = await letterStory();
    told.mail?.faults.add({ kind: "550" });
    const request = await taken();
    await told.later(hour);
    for (const who of ["demina", "gromov"])
      for (const data of [
        `za:${request}:0`,
        `zs:${request}:0`,
        `zn:${request}`,
        `zq:${request}:2026-03-20`,
      ]) {
        const { alert } = await told.person(who).press(told.person(who).last().id, data);
        expect([data, alert]).toEqual([data, true]);
      }
    expect(letter(told, request).status).toBe("refused");
    pay(told, request);
    await told.later(hour);
    await told.person("petrenko").tap("История");
    const history = said("petrenko")
      .split("\n")
      .map((line) => line.replace(/ \(550 .*\)/, " (550 …)"));
    const stopped = history.findIndex((line) => line.includes("Письмо поставщику"));
    expect(history[stopped]).toBe(
      "02.03 10:02 — Письмо поставщику не отправлено: сервер отказал (550 …), sales@vihr-opt.example",
    );
    expect(history[stopped + 1]).toMatch(/^02\.03 11:00 — Записана оплата/);
    expect(letters()).toHaveLength(1);
    expect(card("orlova")).toContain("Письмо об оплате: отправлено");
  });
});

describe("no address", () => {
  const nowhere = "UPDATE suppliers SET email = NULL WHERE id = 'lipatov'";

  test("said at once; typed, it gets the letter, and is known for the next invoice", async () => {
    told = await letterStory();
    told.store.sqlite.exec(nowhere);
    await taken({ supplier: "lipatov" });
    expect(said("orlova")).toMatch(/^У поставщика нет адреса почты/);
    const orlova = told.person("orlova");
    await orlova.tap("Указать адрес");
    await orlova.text("lipatov@почта.рф");
    expect(said("orlova")).toMatch(/^Поставщику уйдёт письмо: оплатим до 18\.03\.2026/);
    await told.later(2 * minute);
    expect(letters()).toMatchObject([{ to: ["lipatov@почта.рф"] }]);
    const next = await taken({ supplier: "lipatov", number: "2" });
    expect(letter(told, next).address).toBe("lipatov@почта.рф");
  });

  test("typed with a slip and put right: the next invoice goes where it was put right to", async () => {
    told = await letterStory();
    told.store.sqlite.exec(nowhere);
    await taken({ supplier: "lipatov" });
    const orlova = told.person("orlova");
    await orlova.tap("Указать адрес");
    await orlova.text("lipatow@vihr-opt.example");
    told.mail?.faults.add({ kind: "550" });
    await told.later(10 * minute);
    await orlova.tap("Другой адрес");
    await orlova.text("lipatov@vihr-opt.example");
    await told.later(10 * minute);
    expect(letters()).toMatchObject([{ to: ["lipatov@vihr-opt.example"] }]);
    const next = await taken({ supplier: "lipatov", number: "2" });
    expect(letter(told, next).address).toBe("lipatov@vihr-opt.example");
  });

  test("never typed: refused when it is due, both hear, and an address typed then gets it", async () => {
    told = await letterStory();
    told.store.sqlite.exec(nowhere);
    await taken({ supplier: "lipatov" });
    await told.later(hour);
    expect(card("petrenko")).toContain("не отправлено, у поставщика нет адреса почты");
    for (const who of ["orlova", "petrenko"]) expect(heard(who)).toHaveLength(1);
    const petrenko = told.person("petrenko");
    await petrenko.tap("Указать адрес");
    await petrenko.text("lipatov@gmial.com");
    expect(told.messagesTo("petrenko").join()).toContain(
      "Похоже на опечатку: может быть, lipatov@gmail.com?",
    );
    expect(letters()).toEqual([]);
    await petrenko.tap(/адрес/);
    await petrenko.text("lipatov@gmail.com");
    await told.later(2 * minute);
    expect(letters()).toMatchObject([{ to: ["lipatov@gmail.com"] }]);
  });
});

test("F69 the server lets us in no more: the card waits, the administrator hears, nobody else", async () => {
  told = await letterStory();
  told.mail?.faults.add({ kind: "535" });
  await taken();
  await told.later(2 * minute);
  expect(card("orlova")).toContain("ждёт, почтовый сервер не пускает");
  expect(told.messagesTo("nazarov").join()).toContain("SMTP_URL");
  expect(heard("orlova")).toEqual([]);
  await told.later(hour);
  expect(letters()).toHaveLength(1);
});

test("without a mail server: the promise and the card say that letters wait", async () => {
  told = await letterStory({ mail: false });
  const request = await taken();
  expect(said("orlova")).toMatch(
    /^Письмо поставщику \(«оплатим до 18\.03\.2026»\) подождёт: почта в программе не подключена/,
  );
  await told.later(hour);
  expect(card("petrenko")).toContain("ждёт, почта в программе не подключена");
  expect(letter(told, request).status).toBe("waiting");
});

test("«Письмо поставщику» on the card gives the letter as it left", async () => {
  told = await letterStory();
  await taken();
  await told.later(2 * minute);
  await told.person("petrenko").tap("Письмо поставщику");
  const { document } = told.person("petrenko").last();
  expect(document?.fileName).toBe("letter-1-1.eml");
});
