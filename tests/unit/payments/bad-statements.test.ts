/** Statements that are refused whole, and how precisely it is said why: nothing of such a file is taken (domain 9.3.1). */
import { describe, expect, test } from "vitest";
import { isStatement } from "../../../bot/statements/decode.ts";
import { readStatementFile } from "../../../bot/statements/read-statement-file.ts";
import { sectionsOf } from "../../../flows/payments/statement-sections.ts";
import { statementDate, statementLimits, statementSum } from "../../../flows/payments/statement-line.ts";
import {
  account,
  customerAccount,
  incoming,
  ourAccount,
  ourDollars,
  outgoing,
  read,
  statementText,
  whole,
  type Keys,
} from "./statement-text.ts";

describe("a document refuses the whole file", () => {
  const cases: [string, Keys, object][] = [
    ["without a number", { Номер: undefined }, { key: "Номер", problem: "missing", found: "", line: 18 }],
    ["with an empty number", { Номер: "" }, { key: "Номер", problem: "missing", line: 19 }],
    ["without a date", { Дата: undefined }, { key: "Дата", problem: "missing" }],
    ["without a sum", { Сумма: undefined }, { key: "Сумма", problem: "missing" }],
    ["with an empty sum", { Сумма: " " }, { key: "Сумма", problem: "missing" }],
    [
      "with a minus behind its sum",
      { Сумма: "1 000,00-" },
      { key: "Сумма", problem: "negative", found: "1 000,00-" },
    ],
    ["with a minus before its sum", { Сумма: "-1000.00" }, { key: "Сумма", problem: "negative" }],
    ["with a typographic minus", { Сумма: "−5" }, { key: "Сумма", problem: "negative" }],
    ["with kopecks behind a dash", { Сумма: "10819-67" }, { key: "Сумма", problem: "not-a-sum" }],
    ["with an exponent", { Сумма: "1e3" }, { key: "Сумма", problem: "not-a-sum" }],
    ["with digits of another script", { Сумма: "１２３" }, { key: "Сумма", problem: "not-a-sum" }],
    ["with both separators", { Сумма: "1.000,00" }, { key: "Сумма", problem: "not-a-sum" }],
    ["with a currency in its sum", { Сумма: "100 грн" }, { key: "Сумма", problem: "not-a-sum" }],
    [
      "with a sum of any length",
      { Сумма: " ".repeat(9) + "1".repeat(99_999) },
      { key: "Сумма", problem: "not-a-sum" },
    ],
    ["with parts of a kopeck", { Сумма: "1.001" }, { key: "Сумма", problem: "too-precise" }],
    ["with more than a million million", { Сумма: "1000000000000.01" }, { key: "Сумма", problem: "too-big" }],
    [
      "of a day that doesn't exist",
      { Дата: "32.13.2026" },
      { key: "Дата", problem: "bad-date", found: "32.13.2026" },
    ],
    [
      "that came on no day",
      { ДатаПоступило: "30.02.2026" },
      { key: "ДатаПоступило", problem: "bad-date", line: 26 },
    ],
    [
      "that came the American way",
      { ДатаПоступило: "12/31/2026" },
      { key: "ДатаПоступило", problem: "bad-date" },
    ],
  ];
  test.each(cases)("%s", (_, keys, fault) => {
    const text = statementText([incoming({ Номер: "117" }), incoming(keys)]);
    const number = "Номер" in keys ? {} : { number: "118" };
    expect(read(text)).toMatchObject({
      kind: "bad-document",
      document: { ordinal: 2, title: "Платежное поручение", ...number },
      ...fault,
    });
  });
  test("that left on no day", () => {
    const text = statementText([outgoing({ ДатаСписано: "00.00.0000" })]);
    expect(read(text)).toMatchObject({ kind: "bad-document", key: "ДатаСписано", problem: "bad-date" });
  });
  test("with two sums, for one of them isn't true; the same said twice does no harm", () => {
    const [opening = "", ...rest] = incoming();
    const twice = (line: string) => statementText([[opening, line, ...rest]]);
    expect(read(twice("Сумма=1.00"))).toMatchObject({ problem: "given-twice", key: "Сумма", line: 11 });
    expect(read(twice("Сумма=45000.00"))).toMatchObject({ kind: "statement" });
    expect(read(twice("Сумма="))).toMatchObject({ kind: "statement" });
    expect(read(twice("Очередность=5"))).toMatchObject({ kind: "statement" });
  });
});

test.each([
  ["", undefined],
  ["29.02.2028", "2028-02-29"],
  ["29.02.2026", undefined],
  ["31.04.2026", undefined],
  ["1.3.2026", undefined],
  ["01.03.26", undefined],
  ["01.03.2026 10:00", undefined],
])("the day %j is %s", (given, day) => expect(statementDate(given)).toBe(day));

test("a sum of nothing is nought and no sum is none", () => {
  expect(statementSum("0.00")).toEqual({ kind: "sum", minor: 0 });
  expect(statementSum("")).toEqual({ kind: "empty" });
});

describe("a file that isn't whole is refused", () => {
  const text = statementText([account(), incoming({ Номер: "1" }), incoming({ Номер: "2" })]);
  const lines = text.split("\r\n");
  /** The file without so many of its last lines. */
  const cut = (count: number) => lines.slice(0, lines.length - 1 - count).join("\r\n");

  test("when only its end is missing", () => {
    expect(read(cut(1))).toEqual({ kind: "cut-off", line: lines.length - 2 });
  });
  test("when it ends inside a document", () => {
    expect(read(cut(2))).toEqual({
      kind: "cut-off",
      line: lines.length - 3,
      document: { ordinal: 2, title: "Платежное поручение", number: "2" },
    });
  });
  test("when it ends before the document's number", () => {
    expect(read(cut(11))).toMatchObject({ kind: "cut-off", document: { ordinal: 2 } });
    expect(read(cut(11))).not.toHaveProperty("document.number");
  });
  test("when it ends inside the section of an account", () => {
    expect(read(lines.slice(0, 8).join("\n"))).toEqual({ kind: "cut-off", line: 8 });
  });
  test("at whichever letter it is cut", () => {
    const end = text.indexOf("КонецФайла") + "КонецФайла".length;
    for (let at = 22; at < end; at += 1) {
      const kind = read(text.slice(0, at)).kind;
      expect(["cut-off", "not-a-statement"]).toContain(kind);
    }
  });
  test("when a piece in the middle is missing, with the end of one document and the beginning of the next", () => {
    const hole = [...lines.slice(0, 12), ...lines.slice(21)].join("\n");
    const gap = [...lines.slice(0, 18), "СекцияДокумент=Банковский ордер", ...lines.slice(19)].join("\n");
    expect(read(hole)).toMatchObject({ kind: "bad-document", problem: "given-twice" });
    expect(read(gap)).toMatchObject({ kind: "not-closed", line: 19, document: { ordinal: 1, number: "1" } });
  });
  test("when a section ends as another kind, or the file ends first", () => {
    const swapped = text.replace("КонецДокумента", "КонецРасчСчет");
    expect(read(swapped)).toMatchObject({ kind: "not-closed", document: { number: "1" } });
    expect(read(text.replace("КонецРасчСчет", ""))).toEqual({ kind: "not-closed", line: 10 });
    expect(read(text.replace("КонецРасчСчет", "КонецФайла"))).toEqual({ kind: "not-closed", line: 9 });
  });
  test("when something ends that never began", () => {
    expect(read(statementText([["КонецДокумента"]]))).toEqual({
      kind: "out-of-place",
      line: 7,
      found: "КонецДокумента",
    });
  });
  test("when more comes after its end, as in two files put together", () => {
    const two = text + text;
    expect(read(two)).toEqual({ kind: "out-of-place", line: lines.length, found: "1CClientBankExchange" });
  });
  test("but blank lines and the end sign of old programs do no harm", () => {
    expect(read(`${text}\r\n \t\r\n\u001a`)).toMatchObject({ kind: "statement" });
  });
});

describe("what is no statement is refused", () => {
  test.each([
    "",
    "\n",
    "1CClientBankExchang",
    "1CClientBankExchange2",
    "дата;сумма\n1;2",
    "%PDF-1.7",
    "<xml/>",
  ])("%j", (text) => {
    expect(read(text)).toEqual({ kind: "not-a-statement" });
    expect(readStatementFile(Buffer.from(text), [ourAccount])).toEqual({ kind: "not-a-statement" });
  });
  test("nor is its name alone one", () => {
    expect(read("1CClientBankExchange")).toEqual({ kind: "cut-off", line: 1 });
    expect(isStatement(Buffer.from("1CClientBankExchange"))).toBe(true);
  });
});

describe("a statement of nobody of ours is refused", () => {
  test("naming whose it is", () => {
    const text = statementText([incoming()], { of: [customerAccount] });
    expect(read(text)).toEqual({ kind: "not-our-account", accounts: [customerAccount] });
  });
  test("though a payment to us stands in it: the customer sent his own", () => {
    const text = statementText([incoming({ ДатаСписано: "10.03.2026" })], { of: [customerAccount] });
    expect(read(text)).toMatchObject({ kind: "not-our-account" });
  });
  test("when it names no account at all", () => {
    expect(read(statementText([incoming()], { of: [] }))).toEqual({ kind: "not-our-account", accounts: [] });
  });
  test("naming at most five", () => {
    const of = Array.from({ length: 9 }, (_, n) => `4070281090000000090${n}`);
    expect(read(statementText([], { of }))).toMatchObject({ accounts: of.slice(0, 5) });
  });
  test("when it is of an account in dollars", () => {
    const text = statementText([incoming({ ПолучательСчет: ourDollars })], { of: [ourDollars] });
    expect(read(text, [ourAccount, ourDollars])).toEqual({ kind: "other-currency", accounts: [ourDollars] });
  });
});

test("a statement of too many documents is refused, one of exactly as many as are allowed is read", () => {
  const bare = ["СекцияДокумент=Прочее", "КонецДокумента"];
  const text = (count: number) => statementText(Array.from({ length: count }, () => bare));
  const { documentsMax } = statementLimits;
  expect(read(text(documentsMax))).toMatchObject({
    kind: "statement",
    leftOut: { "not-ours": documentsMax },
  });
  expect(read(text(documentsMax + 1))).toEqual({ kind: "too-many-documents", documentsMax });
});

describe("keys that nobody knows are kept and do no harm", () => {
  test("whatever they are called", () => {
    for (const key of ["__proto__", "constructor", "", "Новый ключ", "КонецФайла "]) {
      const text = statementText([incoming({ [key]: "1" })]);
      expect(read(text).kind).toBe(key === "КонецФайла " ? "not-closed" : "statement");
    }
  });
  test("and lines without = are none", () => {
    expect(whole(statementText([["без знака", ...incoming()]])).lines).toHaveLength(1);
    const [opening = "", ...rest] = incoming();
    expect(whole(statementText([[opening, "без знака", ...rest]])).lines).toHaveLength(1);
  });
  test("with their values as they stand behind the first =", () => {
    const [section] = sectionsOf(statementText([incoming({ Ключ: ' a=b;"c" ' })]), 10);
    expect(section && "values" in section && section.values.get("Ключ")).toEqual([
      { text: 'a=b;"c"', line: 17 },
    ]);
  });
});
