/** What an attacker tries with a changed app, a second account or patience: nothing changes, nothing leaks (W1–W18). */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { demoDeals, foreignProgram, pays } from "../stories/payments/books.ts";
import { buttonKinds, pack, type Button, type ButtonKind } from "../../bot/buttons.ts";
import { quarantined } from "../../db/updates.ts";
import { id, units, type RequestId, type VisaId } from "../../flows/ids.ts";
import type { Pressed } from "../actor.ts";
import { story, type Story } from "../harness.ts";
import { fileWriteOff, minute, stored } from "../stories/filing-words.ts";
import { file } from "../unit/cards/chat.ts";
import { asUpdate, messageOf, pressOf } from "./mutated-updates.ts";

let told: Story;
beforeEach(async () => {
  told = await story();
  await told.everybody();
});
afterEach(() => told.close());

const stranger = 999_999;
let update = 7_000_000;

/** Brings updates in past the embedded Telegram, which would refuse to send such. */
async function take(...bodies: Parameters<typeof asUpdate>[1][]): Promise<void> {
  const done = await told.app.intake.take(bodies.map((body) => asUpdate((update += 1), body)));
  expect(done.size).toBe(bodies.length);
  await told.settle();
}

const log = (): unknown => told.store.sqlite.prepare("SELECT max(seq) FROM log").raw().get();
const sent = (from: number): readonly string[] =>
  told.telegram.calls
    .after(from)
    .filter(({ method }) => /^(send|edit|delete)/.test(method))
    .map((call) => `${call.method} ${JSON.stringify(call.params)}`);

/** Buttons that name no request but a deal, a payment, a file, a message of the registry: what keeps them safe is tried below. */
function namesDeals(kind: ButtonKind): boolean {
  return /^(registry-|all-deals|deal|payments?|book|take-payment|restore-payment|move|import|line|alert|report)/.test(
    kind,
  );
}
/** One's own: how one hears, and what one may see anyway. */
const ownDeals: readonly ButtonKind[] = ["all-deals", "alert-settings", "alert-pace", "alert-threshold"];

/** Every kind of button, filled in for a request as its own card would. */
function allButtons(request: RequestId, revision: number, visa = "merchandiser"): Button[] {
  const carried = {
    request,
    revision,
    visa: id<VisaId>(visa),
    decision: "rejected",
    index: 0,
    question: 0,
    row: 1,
    who: "0".repeat(8),
    successor: "0".repeat(8),
    shown: "0".repeat(8),
    date: "2026-03-18",
  } as const;
  const kinds = buttonKinds.filter((kind) => !namesDeals(kind));
  return kinds.map((kind) => ({ ...carried, kind }) as Button); // each kind takes its own of these fields
}
/** Buttons that name no request at all. */
const ofNoRequest: readonly ButtonKind[] = ["cancel", "begin", "stop-pile"];
/** These say the same whatever request they name: there is nothing to be told from it. */
const blind: readonly ButtonKind[] = [...ofNoRequest, "keep", "pass-over"];

describe("W1 W2 F120 a forged press", () => {
  test("of every kind, by who has no right: nothing changes, and a foreign request answers like one that isn't there", async () => {
    const real = await file(told);
    const missing = units<RequestId>(4711);
    for (const who of ["orlova", "koval"]) {
      const before = log();
      const person = told.person(who);
      const { id: card } = person.last();
      for (const [position, button] of allButtons(real, 1).entries()) {
        if (position % 9 === 0) await told.restart(); // forgives what was refused: here every answer is to be heard
        const mark = told.telegram.calls.count;
        const foreign = await person.press(card, pack(button));
        const saidForeign = sent(mark);
        const markMissing = told.telegram.calls.count;
        const none = await person.press(card, pack(allButtons(missing, 1)[position] ?? button));
        const saidMissing = sent(markMissing);
        expect([button.kind, foreign]).toEqual([button.kind, none]);
        const named = (call: string): string => call.replaceAll(/№.?\d+|"message_id":\d+/g, "№");
        expect(saidForeign.map(named)).toEqual(saidMissing.map(named));
        if (!blind.includes(button.kind)) expect(foreign.alert).toBe(true);
      }
      expect(log()).toEqual(before);
    }
    expect(quarantined(told.store, 1)).toEqual([]);
  });

  test("of deals, payments, files and the registry, by a clerk: refused, nothing is seen or changed, and a real one answers like none", async () => {
    await told.person("orlova").start();
    foreignProgram(told, demoDeals + pays(1, 4_500_000));
    await told.payments();
    await told.person("orlova").text("/registry");
    await told.person("orlova").file("tests/samples/bank/statement-2026-03-13-win1251.txt");
    const books = (): unknown =>
      [
        "deals",
        "payments",
        "imports",
        "statement_lines",
        "payment_log",
        "deal_changes",
        "registry_screens",
      ].map((table) => told.store.sqlite.prepare(`SELECT * FROM ${table}`).raw().all());
    const carried = {
      payment: 1,
      import: 1,
      line: 1,
      deal: 1,
      index: 0,
      amount: 100,
      who: "0".repeat(8),
      shown: "0".repeat(8),
    };
    const dates = { date: "2026-03-01", until: "2026-03-31" };
    const ofRegistry = { screen: 1, view: "list", format: "xlsx", request: 1 };
    const before = books();
    const kotov = told.person("kotov");
    const { id: card } = kotov.last();
    for (const kind of buttonKinds.filter((one) => namesDeals(one) && !ownDeals.includes(one))) {
      await told.restart(); // forgives what was refused: here every answer is to be heard
      const mark = told.telegram.calls.count;
      const real = await kotov.press(
        card,
        pack({ ...carried, ...dates, ...ofRegistry, kind } as unknown as Button),
      ); // each kind takes its own
      const said = sent(mark);
      expect(said.join(" "), kind).not.toMatch(/ЗП-2026|Олимпик|Кроссовки|150/);
      const none = {
        ...carried,
        ...dates,
        ...ofRegistry,
        payment: 4711,
        import: 4711,
        line: 4711,
        deal: 4711,
        screen: 4711,
      };
      const missing = pack({ ...none, kind } as unknown as Button); // as above
      expect([kind, await kotov.press(card, missing)]).toEqual([kind, real]);
      expect(real.alert || said.length > 0, kind).toBe(true);
    }
    expect(books()).toEqual(before);
    expect(quarantined(told.store, 1)).toEqual([]);
  });

  test("by who may sign, but of an old or future content: refused, and the visa stays open (F75)", async () => {
    const number = await file(told);
    const belova = told.person("belova");
    const { id: card } = belova.find(/Списание/);
    for (const revision of [0, 2, 999])
      for (const kind of ["approve", "reject", "rework"] as const) {
        const data = pack({ kind, request: number, revision, visa: id<VisaId>("merchandiser") });
        const answer = await belova.press(card, data);
        expect(answer).toMatchObject({ alert: true, toast: expect.stringMatching(/измен|устарел/i) });
      }
    expect(stored(told, number).steps).toMatchObject([{ visa: "merchandiser" }]);
    expect(stored(told, number).steps[0]).not.toHaveProperty("outcome");
  });

  test("of somebody else's visa, of one that no process declares, of a name that every object has", async () => {
    const number = await file(told, { process: "return", by: "ryabov", place: "store-3" });
    const belova = told.person("belova");
    const before = log();
    for (const visa of ["supplier-manager", "director", "constructor", "tostring", "valueof"])
      for (const button of allButtons(number, 1, visa))
        if (
          "visa" in button &&
          button.visa === visa &&
          [
            "approve",
            "quick-reason",
            "fill",
            "ask",
            "option",
            "skip",
            "take",
            "take-over",
            "release",
            "pay",
            "documents",
            "task-done",
            "drop-document",
          ].includes(button.kind)
        )
          await belova.press(belova.last().id, pack(button));
    expect(log()).toEqual(before);
    expect(quarantined(told.store, 1)).toEqual([]);
  });

  test("by who filed it himself, and by who heads the store that filed it (F79)", async () => {
    const number = await file(told);
    const before = log();
    for (const who of ["kotov", "sidorova"]) {
      const person = told.person(who);
      const approve = pack({
        kind: "approve",
        request: number,
        revision: 1,
        visa: id<VisaId>("merchandiser"),
      });
      expect((await person.press(person.last().id, approve)).alert).toBe(true);
    }
    expect(log()).toEqual(before);
  });

  test("twenty in a minute: his refused ones are left unanswered, what he is entitled to works, and silence tells nothing", async () => {
    const foreign = await file(told, { process: "return", by: "ryabov", place: "store-3" });
    const own = await file(told);
    const belova = told.person("belova");
    const kotov = told.person("kotov");
    const answers: Pressed[] = [];
    for (let n = 0; n < 25; n += 1)
      answers.push(await kotov.press(kotov.last().id, `a:${foreign}:1:director`));
    expect(answers.slice(0, 19).every((answer) => answer.toast !== undefined)).toBe(true);
    expect(answers.slice(20).every((answer) => answer.answered && answer.toast === undefined)).toBe(true);
    const heard = told.messagesTo("kotov").length;
    for (const typed of [`/open ${foreign}`, "/open 4711", "/open СП-2026-000001"]) await kotov.text(typed);
    expect(told.messagesTo("kotov")).toHaveLength(heard);
    await kotov.tap("Подробнее");
    expect(told.messagesTo("kotov").length).toBeGreaterThan(heard);
    await belova.tap(/^Согласовать/);
    expect(stored(told, own).steps[0]?.outcome).toBe("approved");
  });
});

describe("F133 what can be learnt", () => {
  test("a foreign number, a missing one and a foreign paper are answered alike", async () => {
    const number = await fileWriteOff(told);
    await told.person("belova").tap(/^Согласовать/);
    await told.later(3 * minute);
    const lebedeva = told.person("lebedeva");
    const said: string[] = [];
    for (const typed of [
      `/open ${number}`,
      "/open 4711",
      `№ ${number}`,
      "/open СП-2026-000001",
      "СП-2026-000099",
    ]) {
      await lebedeva.text(typed);
      said.push(lebedeva.said());
    }
    expect(new Set(said).size).toBe(1);
    expect(said[0]).not.toMatch(/Кроссовки|Галерея|10.000/);
  });

  test("photos, act, history and its file go only to who may see the case; who left the company gets nothing more", async () => {
    const number = await fileWriteOff(told);
    await told.person("belova").tap(/^Согласовать/);
    await told.later(3 * minute);
    const wanted = [`i:${number}`, `g:${number}:0`, `h:${number}`, `hf:${number}`, `d:${number}`];
    const filesTo = (who: string): number =>
      told
        .person(who)
        .messages()
        .filter((message) => message.photo ?? message.document).length;
    for (const who of ["lebedeva", "koval", "petrenko"]) {
      for (const data of wanted) await told.person(who).press(told.person(who).last().id, data);
      expect(filesTo(who)).toBe(0);
    }
    const gavrilova = told.person("gavrilova"); // of the same store
    await gavrilova.text(`/open ${number}`);
    await gavrilova.press(gavrilova.last().id, `g:${number}:0`);
    expect(filesTo("gavrilova")).toBeGreaterThan(0);
    told.store.sqlite.prepare("UPDATE people SET active = 0 WHERE id = 'gavrilova'").run();
    await told.restart();
    const before = filesTo("gavrilova");
    for (const data of wanted) await gavrilova.press(gavrilova.last().id, data);
    await gavrilova.text(`/open ${number}`);
    expect(filesTo("gavrilova")).toBe(before);
    expect(gavrilova.said()).toMatch(/администратор/i);
  });

  test("a stranger hears only how to be let in, and soon nothing; a known phone still lets him in (F130)", async () => {
    told.store.sqlite.prepare("UPDATE people SET telegram = NULL WHERE id = 'petrenko'").run();
    await told.restart();
    const mark = told.telegram.calls.count;
    for (let n = 0; n < 100; n += 1)
      await take(
        n % 2 === 0 ? messageOf(stranger, { text: "/open 1" }) : pressOf(stranger, "a:1:1:merchandiser"),
      );
    const said = told.telegram.calls.after(mark).filter((call) => call.method === "sendMessage");
    expect(said.length).toBeLessThanOrEqual(20);
    expect(JSON.stringify(said.map((call) => call.params["text"]))).not.toMatch(/Северный шаг|№ ?1/);
    await take(
      messageOf(stranger, {
        contact: { phone_number: "+79000001007", first_name: "Максим", user_id: stranger },
      }),
    );
    const account = told.store.sqlite
      .prepare("SELECT telegram FROM people WHERE id = 'petrenko'")
      .pluck()
      .get();
    expect(account).toBe(stranger);
    expect(told.telegram.calls.last("sendMessage")?.params["text"]).toContain("Добро пожаловать");
  });
});

describe("whose words count", () => {
  test("a typed answer goes to a prompt of the person's own, never to somebody else's by its number", async () => {
    const number = await file(told);
    const belova = told.person("belova");
    await belova.tap("Отклонить");
    const prompt = belova.last().id;
    for (const from of [1001, 1004, 1015])
      await take(
        messageOf(from, {
          text: "дефект не виден",
          reply_to_message: { message_id: prompt, date: 0, chat: { id: from, type: "private" } },
        }),
      );
    expect(stored(told, number).status).toBe("open");
  });

  test("a contact of another person lets nobody in (T44)", async () => {
    told.store.sqlite.prepare("UPDATE people SET telegram = NULL WHERE id = 'belova'").run();
    await told.restart();
    const contact = { phone_number: "+79000001003", first_name: "Анна" };
    await take(messageOf(stranger, { contact }));
    await take(messageOf(stranger, { contact: { ...contact, user_id: 1003 } }));
    const account = () =>
      told.store.sqlite.prepare("SELECT telegram FROM people WHERE id = 'belova'").pluck().get();
    expect(account()).toBeNull();
    await take(messageOf(stranger, { contact: { ...contact, user_id: stranger } }));
    expect(account()).toBe(stranger);
  });

  test("W10 F39 F40 bots, channels, anonymous administrators and groups decide nothing", async () => {
    const number = await file(told);
    const data = pack({ kind: "approve", request: number, revision: 1, visa: id<VisaId>("merchandiser") });
    const press = pressOf(1003, data) as { callback_query: { from: object; message: object } };
    const of = press.callback_query;
    const group = { id: -100_500, type: "supergroup", title: "Согласования" };
    await take(
      { callback_query: { ...of, from: { ...of.from, is_bot: true } } } as never,
      { callback_query: { ...of, from: { ...of.from, id: 1_087_968_824 } } } as never,
      { callback_query: { ...of, message: { ...of.message, chat: group } } } as never,
      { callback_query: { ...of, message: undefined, inline_message_id: "5" } } as never,
      messageOf(1003, { text: "да", sender_chat: { id: -100_501, type: "channel" } }),
      messageOf(1003, { text: "/open 1", chat: group }),
    );
    expect(stored(told, number).status).toBe("open");
    expect(
      told.telegram.calls.all("sendMessage").filter((call) => call.params["chat_id"] === -100_500),
    ).toHaveLength(1);
  });

  test("F32 a message edited after it was taken changes nothing, and that is said", async () => {
    const kotov = told.person("kotov");
    await kotov.choose("Списание");
    const typed = await kotov.text("1002 2 пары");
    await kotov.edit(typed, "1002 200 пар");
    expect(kotov.said()).toContain("Правку я не вижу");
    await kotov.choose("Верно, это всё");
    const draft = told.store.sqlite.prepare("SELECT state FROM drafts").pluck().get();
    expect(draft).toContain('"quantity":2000,');
  });

  test("F21 F23 old updates that come again, in another order, change nothing more", async () => {
    const number = await file(told);
    const approve = pack({ kind: "approve", request: number, revision: 1, visa: id<VisaId>("merchandiser") });
    const twice = asUpdate((update += 1), pressOf(1003, approve));
    await told.app.intake.take([twice]);
    const before = log();
    await told.app.intake.take([asUpdate((update += 1), pressOf(1003, approve)), twice, twice]);
    await told.settle();
    expect(log()).toEqual(before);
    expect(stored(told, number).steps).toHaveLength(1);
  });
});
