/** Bank statements of the samples and their traps: every encoding gives the same movements of money (domain 9.3.1). */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFileApart } from "../../../bot/files/apart.ts";
import { joined, piecesOf, type FileAnswer } from "../../../bot/files/jobs.ts";
import { readStatementFile, statementFileLimits } from "../../../bot/statements/read-statement-file.ts";
import { accountsOf } from "../../../flows/payments/bank-account.ts";
import { statementLimits } from "../../../flows/payments/statement-line.ts";
import { numbersIn } from "../../../flows/payments/purpose.ts";
import { chain } from "../company/chain.ts";
import {
  account,
  customerAccount,
  incoming,
  onlyLine,
  ourAccount,
  ourDollars,
  ourIban,
  ourOther,
  outgoing,
  read,
  sha256,
  statementText,
  whole,
} from "./statement-text.ts";

const sample = (name: string): Buffer =>
  readFileSync(new URL(`../../samples/bank/${name}.txt`, import.meta.url));
const readSample = (name: string) => readStatementFile(sample(name), [ourAccount]);
const samples = ["win1251", "cp866", "utf8-bom"].map((encoding) => `statement-2026-03-13-${encoding}`);

describe("a statement of the samples", () => {
  test.each(samples)("%s: four payments in and three out, and it adds up", (name) => {
    const statement = readSample(name);
    expect(statement).toMatchObject({
      kind: "statement",
      period: { from: "2026-03-10", to: "2026-03-13" },
      accounts: [
        {
          account: ourAccount,
          opening: 51_234_055,
          received: 13_329_000,
          spent: 25_695_000,
          closing: 38_868_055,
        },
      ],
      leftOut: { unmoved: 0, "not-ours": 0, "other-currency": 0, repeated: 0 },
      warnings: [],
      lines: [
        { direction: "in", number: "118", paidOn: "2026-03-10", amount: 4_500_000, partyInn: "9603000215" },
        { direction: "in", number: "121", paidOn: "2026-03-12", amount: 6_000_000, partyInn: "9603000215" },
        { direction: "in", number: "77", paidOn: "2026-03-12", amount: 1_830_000, partyInn: "9603000222" },
        { direction: "in", number: "5", paidOn: "2026-03-13", amount: 999_000, partyInn: "960300002393" },
        { direction: "out", number: "45", paidOn: "2026-03-13", amount: 24_400_000, partyInn: "9602000117" },
        { direction: "out", number: "46", paidOn: "2026-03-13", amount: 1_260_000, partyInn: "960300001400" },
        { direction: "out", number: "901", kind: "Банковский ордер", amount: 35_000, partyInn: "9604000017" },
      ],
    });
  });

  test("has the same lines, key by key, in every encoding, though cp866 has no « »", () => {
    const [windows, dos, utf] = samples.map((name) => {
      const statement = readSample(name);
      return statement.kind === "statement" ? statement.lines.map((line) => line.key) : [];
    });
    expect(new Set(windows).size).toBe(7);
    expect(dos).toEqual(windows);
    expect(utf).toEqual(windows);
  });

  test("keeps what stands behind the first = of a purpose, and a VAT with a dash in it", () => {
    const statement = readSample("statement-2026-03-13-win1251");
    const purposes = statement.kind === "statement" ? statement.lines.map((line) => line.purpose) : [];
    expect(purposes[2]).toBe("Оплата по счету N С-2026-0043 = 100%; НДС 22% 3300.00");
    expect(purposes[1]).toBe(
      "Доплата по сч. С-2026-0041 от 05.03.26 (заказ ЗП-2026-0112) В том числе НДС 10819-67",
    );
    expect(purposes.slice(0, 4).map(numbersIn)).toEqual([
      ["ЗП20260112", "С20260041"],
      ["ЗП20260112", "С20260041"],
      ["С20260043"],
      [],
    ]);
  });

  test("cut inside a document gives nothing: it is said which document and which line", () => {
    expect(readSample("statement-truncated-win1251")).toEqual({
      kind: "cut-off",
      line: 60,
      document: { ordinal: 2, title: "Платежное поручение", number: "121" },
    });
  });
});

describe("a file is read in a process of its own", () => {
  test("with the same result as here", async () => {
    const bytes = sample("statement-2026-03-13-cp866");
    const apart = await readFileApart({ kind: "statement", bytes, ours: [ourAccount] });
    expect(apart).toEqual(readStatementFile(bytes, [ourAccount]));
  });
  test("and comes from it in pieces that are whole again together", () => {
    const lines = whole(
      statementText(Array.from({ length: 250 }, (_, n) => incoming({ Номер: `${n + 1}` }))),
    );
    const rows = Array.from({ length: 101 }, (_, n) => [`${n}`]);
    for (const answer of [lines, { kind: "sheet", rows }, { kind: "damaged" }] satisfies FileAnswer[]) {
      const pieces = [...piecesOf(answer)];
      const end = pieces.pop();
      expect(end?.kind === "end" && joined(pieces, end.answer)).toEqual(answer);
    }
    expect(
      [...piecesOf(lines)].map((piece) => (piece.kind === "some" ? piece.some.length : piece.kind)),
    ).toEqual([100, 100, 50, "end"]);
  });
  test("unless it is too big to be one", async () => {
    const { bytesMax } = statementFileLimits;
    const bytes = Buffer.alloc(bytesMax + 1, "1CClientBankExchange\n");
    const refusal = { kind: "too-big", bytesMax };
    expect(await readFileApart({ kind: "statement", bytes, ours: [] })).toEqual(refusal);
    expect(readStatementFile(bytes, [])).toEqual(refusal);
  });
});

describe("of a document is taken", () => {
  test("who paid, when it came, and our account", () => {
    expect(onlyLine(incoming())).toMatchObject({
      direction: "in",
      kind: "Платежное поручение",
      number: "118",
      paidOn: "2026-03-10",
      amount: 4_500_000,
      currency: "RUB",
      party: "ООО «Спортшкола Олимпик»",
      partyInn: "9603000215",
      partyAccount: customerAccount,
      account: ourAccount,
      purpose: "Оплата по счету № С-2026-0041",
    });
  });
  test("of what went out the other side, and the day it left", () => {
    expect(onlyLine(outgoing())).toMatchObject({
      direction: "out",
      paidOn: "2026-03-13",
      party: "АО «Вихрь-Опт»",
      partyInn: "9602000117",
      partyAccount: "40702810800000000201",
      account: ourAccount,
    });
  });
  test("a transfer between accounts of ours as our own", () => {
    const transfer = outgoing({ ПолучательСчет: ourOther });
    expect(onlyLine(transfer, [ourAccount, ourOther])).toMatchObject({
      direction: "own",
      partyAccount: ourOther,
    });
  });
  test.each([
    ["ИНН 9603000215 ООО «Олимпик»", "ООО «Олимпик»"],
    ["ИНН 9603000215 КПП 960301001 ООО «Олимпик»", "ООО «Олимпик»"],
    ["ИНН 9603000215/960301001 ООО «Олимпик»", "ООО «Олимпик»"],
    ["ИНН/КПП 9603000215/960301001, ООО «Олимпик»", "ООО «Олимпик»"],
    ["ИНН: 960300002393 ИП Иванчук Д. О.", "ИП Иванчук Д. О."],
    ["ООО «ИНН 77»", "ООО «ИНН 77»"],
  ])("the name without the tax number before it: %s", (given, name) => {
    expect(onlyLine(incoming({ Плательщик1: undefined, Плательщик: given })).party).toBe(name);
  });
  test("no ИНН where it is empty, nought or no number", () => {
    for (const given of ["", "0", "0000000000", "нет", "123"])
      expect(onlyLine(incoming({ ПлательщикИНН: given }))).not.toHaveProperty("partyInn");
  });
  test("the account behind the bank's own", () => {
    const line = onlyLine(
      incoming({ ПлательщикСчет: "30101810800000000777", ПлательщикРасчСчет: customerAccount }),
    );
    expect(line.partyAccount).toBe(customerAccount);
  });
  test("the purpose, from its parts where the whole isn't given", () => {
    const line = onlyLine(
      incoming({
        НазначениеПлатежа: undefined,
        НазначениеПлатежа2: "С-2026-0041",
        НазначениеПлатежа1: "Оплата по сч.",
      }),
    );
    expect(line.purpose).toBe("Оплата по сч. С-2026-0041");
  });
  test("the purpose with a line break in it, and without signs that nobody sees", () => {
    const line = onlyLine(incoming({ НазначениеПлатежа: "Оплата\u200b по сч.\r\nС-2026-0041\t от 05.03" }));
    expect(line.purpose).toBe("Оплата по сч. С-2026-0041 от 05.03");
  });
  test("the beginning of a text that is far too long", () => {
    const long = onlyLine(incoming({ НазначениеПлатежа: "я".repeat(5_000), Номер: "7".repeat(500) }));
    expect(long.purpose).toHaveLength(statementLimits.purposeMax);
    expect(long.number).toHaveLength(statementLimits.numberMax);
  });
});

describe("a sum is read", () => {
  test.each([
    ["45000.00", 4_500_000],
    ["45000,00", 4_500_000],
    ["45 000,00", 4_500_000],
    ["45\u00a0000.5", 4_500_050],
    ["45000", 4_500_000],
    ["0.01", 1],
    ["999999999999.99", 99_999_999_999_999],
  ])("from %s", (sum, amount) => expect(onlyLine(incoming({ Сумма: sum })).amount).toBe(amount));
});

describe("counted and not taken", () => {
  const leftOut = (document: readonly string[], ours?: readonly string[]) =>
    whole(statementText([document]), ours).leftOut;
  test("are orders that no bank has carried out", () => {
    expect(leftOut(incoming({ ДатаПоступило: undefined }))).toMatchObject({ unmoved: 1 });
    expect(leftOut(incoming({ ДатаПоступило: "" }))).toMatchObject({ unmoved: 1 });
    expect(leftOut(outgoing({ ДатаСписано: undefined }))).toMatchObject({ unmoved: 1 });
  });
  test("is money that has left the customer and not come to us", () => {
    expect(leftOut(incoming({ ДатаПоступило: "", ДатаСписано: "10.03.2026" }))).toMatchObject({ unmoved: 1 });
  });
  test("is a document of nothing", () => {
    expect(leftOut(incoming({ Сумма: "0.00" }))).toMatchObject({ unmoved: 1 });
  });
  test("are documents between others, even bad ones", () => {
    expect(leftOut(incoming({ ПолучательСчет: "40702810000000000999", Сумма: "?" }))).toMatchObject({
      "not-ours": 1,
    });
  });
  test("is what moved on an account of ours in another currency, where the file is of one in roubles as well", () => {
    const text = statementText([incoming(), incoming({ ПолучательСчет: ourDollars })], {
      of: [ourAccount, ourDollars],
    });
    const statement = whole(text, [ourAccount, ourDollars]);
    expect(statement.lines).toHaveLength(1);
    expect(statement.leftOut["other-currency"]).toBe(1);
  });
  test("is a document that stands in the file twice", () => {
    const statement = whole(statementText([incoming(), incoming()]));
    expect(statement.lines).toHaveLength(1);
    expect(statement.leftOut.repeated).toBe(1);
  });
});

describe("a line's key", () => {
  const keyOf = (keys: Parameters<typeof incoming>[0], kind?: string) => onlyLine(incoming(keys, kind)).key;
  test("is the same in a statement that writes it a little otherwise", () => {
    const spelt = {
      НазначениеПлатежа: "оплата  по счету N С-2026-0041".replace("N", "№"),
      Сумма: "45 000,00",
    };
    expect(keyOf(spelt)).toBe(keyOf({}));
    expect(keyOf({ Плательщик1: "Олимпик", НеизвестныйКлюч: "1" })).toBe(keyOf({}));
  });
  test.each([
    ["number", { Номер: "119" }],
    ["date", { Дата: "09.03.2026" }],
    ["sum", { Сумма: "45000.01" }],
    ["payer's account", { ПлательщикСчет: "40702810700000000302" }],
    ["purpose", { НазначениеПлатежа: "Оплата по счету № С-2026-0042" }],
  ])("is another with another %s", (_, keys) => expect(keyOf(keys)).not.toBe(keyOf({})));
  test("tells long purposes apart by their ends", () => {
    const long = (end: string) => keyOf({ НазначениеПлатежа: `${"я".repeat(2_000)}${end}` });
    expect(long("1")).not.toBe(long("2"));
  });
  test("is another with another kind, and by the payer's ИНН where there is no account", () => {
    expect(keyOf({}, "Банковский ордер")).not.toBe(keyOf({}));
    const byInn = (inn: string) => keyOf({ ПлательщикСчет: undefined, ПлательщикИНН: inn });
    expect(byInn("9603000215")).not.toBe(byInn("9603000222"));
  });
});

test("a key holds the account, the kind, number, date and sum, the payer's account and the purpose's hash", () => {
  const [line] = whole(statementText([incoming()])).lines;
  expect(line?.key.split("|")).toEqual([
    ourAccount,
    "ПЛАТЕЖНОЕПОРУЧЕНИЕ",
    "118",
    "2026-03-10",
    "4500000",
    customerAccount,
    sha256("ОПЛАТАПОСЧЕТУС20260041"),
  ]);
});

describe("a company's accounts", () => {
  test("are those of its legal entities", () => {
    const [russian, ukrainian] = chain().entities;
    if (russian === undefined || ukrainian === undefined) throw new Error("a chain of two entities");
    const entities = [
      { ...russian, bank: { name: "АО «Демо-Банк»", account: ourAccount } },
      { ...ukrainian, bank: { name: "АТ «Демо Банк»", iban: "UA69 399999 0000026001000000101" } },
      russian,
    ];
    expect(accountsOf(chain({ entities }))).toEqual([ourAccount, ourIban]);
  });
  test("are known by IBAN, and by the account inside it", () => {
    for (const number of [ourIban, "26001000000101", "UA69 3999 9900 0002 6001 0000 0010 1"]) {
      const text = statementText([incoming({ ПолучательСчет: number })], { of: [number] });
      expect(whole(text, [ourIban]).lines).toMatchObject([{ account: ourIban, currency: "UAH" }]);
    }
  });
  test("in hryvnias and roubles are told by their digits, old roubles as well", () => {
    for (const [code, currency] of [
      ["643", "RUB"],
      ["810", "RUB"],
      ["980", "UAH"],
    ] as const) {
      const number = `40702${code}900000000101`;
      const text = statementText([incoming({ ПолучательСчет: number })], { of: [number] });
      expect(whole(text, [number]).lines).toMatchObject([{ currency }]);
    }
  });
});

describe("a statement warns", () => {
  const sums = (keys: Parameters<typeof account>[0]) =>
    whole(statementText([account(keys), incoming(), outgoing({ Сумма: "100.00" })])).warnings;
  const right = {
    НачальныйОстаток: "1000.00",
    ВсегоПоступило: "45000.00",
    ВсегоСписано: "100,00",
    КонечныйОстаток: "45 900,00",
  };
  test("of nothing when all adds up, or nothing is said", () => {
    expect(sums(right)).toEqual([]);
    expect(sums({})).toEqual([]);
  });
  test("when opening, in and out don't make the closing balance", () => {
    expect(sums({ ...right, КонечныйОстаток: "45900.01" })).toEqual([
      { kind: "balance", account: ourAccount, expected: 4_590_000, closing: 4_590_001 },
    ]);
  });
  test("when its lines make another sum than it says", () => {
    expect(sums({ ВсегоПоступило: "45000.01", ВсегоСписано: "99.99" })).toEqual([
      { kind: "received", account: ourAccount, said: 4_500_001, lines: 4_500_000 },
      { kind: "spent", account: ourAccount, said: 9_999, lines: 10_000 },
    ]);
  });
  test("when a balance can't be read, and takes a minus on either side for an overdraft", () => {
    expect(sums({ НачальныйОстаток: "много" })).toEqual([
      { kind: "unreadable-sum", account: ourAccount, line: 9, key: "НачальныйОстаток", found: "много" },
    ]);
    for (const overdraft of ["-1 000,00", "1 000,00-"])
      expect(sums({ ...right, НачальныйОстаток: overdraft, КонечныйОстаток: "43900.00" })).toEqual([]);
  });
  test("about the days of an account together, when each has a section", () => {
    const days = [
      account({
        НачальныйОстаток: "0.00",
        ВсегоПоступило: "45000.00",
        ВсегоСписано: "0.00",
        КонечныйОстаток: "45000.00",
      }),
      account({
        НачальныйОстаток: "45000.00",
        ВсегоПоступило: "5.00",
        ВсегоСписано: "0.00",
        КонечныйОстаток: "45005.00",
      }),
    ];
    const statement = whole(statementText([...days, incoming()]));
    expect(statement.accounts).toMatchObject([{ opening: 0, received: 4_500_500, closing: 4_500_500 }]);
    expect(statement.warnings).toEqual([
      { kind: "received", account: ourAccount, said: 4_500_500, lines: 4_500_000 },
    ]);
  });
  test("of nothing when money only went from one account of ours to the other", () => {
    const transfer = outgoing({ ПолучательСчет: ourOther, ДатаПоступило: "13.03.2026", Сумма: "7.00" });
    const text = statementText(
      [account({ ВсегоСписано: "7.00" }), account({ РасчСчет: ourOther, ВсегоПоступило: "7.00" }), transfer],
      { of: [ourAccount, ourOther] },
    );
    const statement = whole(text, [ourAccount, ourOther]);
    expect(statement.warnings).toEqual([]);
    expect(statement.accounts.map((one) => one.account)).toEqual([ourAccount, ourOther]);
  });
});

test("a statement without movements is one", () => {
  expect(read(statementText([account()]))).toMatchObject({ kind: "statement", lines: [] });
});
