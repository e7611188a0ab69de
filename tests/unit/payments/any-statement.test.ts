/** Any bytes and any statement: what is decoded, what never throws, what stays the same when it is written again. */
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decodeStatement, isStatement } from "../../../bot/statements/decode.ts";
import { readStatementFile } from "../../../bot/statements/read-statement-file.ts";
import { incoming, ourAccount, outgoing, read, statementText, whole } from "./statement-text.ts";

describe("bytes become text", () => {
  const says = (word: string) => statementText([incoming()]).replace("Windows", word);
  const bytes = (text: string, encoding: string) => iconv.encode(text, encoding);
  const mark = Buffer.from([0xef, 0xbb, 0xbf]);
  const cases: [string, Buffer, string][] = [
    ["windows-1251 that says so", bytes(says("Windows"), "win1251"), says("Windows")],
    ["cp866 that says so", bytes(says("DOS"), "cp866"), iconv.decode(bytes(says("DOS"), "cp866"), "cp866")],
    [
      "UTF-8 with a mark that says Windows",
      Buffer.concat([mark, bytes(says("Windows"), "utf8")]),
      says("Windows"),
    ],
    ["UTF-8 that says Windows", bytes(says("Windows"), "utf8"), says("Windows")],
    ["UTF-8 that says DOS", bytes(says("DOS"), "utf8"), says("DOS")],
    ["windows-1251 that says DOS", bytes(says("DOS"), "win1251"), says("DOS")],
    [
      "cp866 that says Windows",
      bytes(says("Windows"), "cp866"),
      iconv.decode(bytes(says("Windows"), "cp866"), "cp866"),
    ],
    [
      "windows-1251 that says nothing",
      bytes(says("").replace("Кодировка=", ""), "win1251"),
      says("").replace("Кодировка=", ""),
    ],
  ];
  test.each(cases)("%s", (_, given, text) => {
    expect(isStatement(given)).toBe(true);
    expect(decodeStatement(given)).toBe(text);
    expect(readStatementFile(given, [ourAccount])).toMatchObject({
      kind: "statement",
      lines: [{ number: "118" }],
    });
  });
  test("a picture or a text of something else is no statement", () => {
    expect(isStatement(Buffer.from("ffd8ffe0", "hex"))).toBe(false);
    expect(isStatement(Buffer.from(" 1CClientBankExchange"))).toBe(false);
    expect(isStatement(Buffer.alloc(0))).toBe(false);
  });
});

describe("whatever is in a file, nothing is thrown", () => {
  const words = fc.constantFrom(
    "1CClientBankExchange",
    "СекцияДокумент=",
    "КонецДокумента",
    "СекцияРасчСчет",
    "КонецРасчСчет",
    "КонецФайла",
    `РасчСчет=${ourAccount}`,
    `ПолучательСчет=${ourAccount}`,
    "ДатаПоступило=10.03.2026",
    "Дата=1",
    "Сумма=1,5-",
    "Номер=1",
    "Дата=10.03.2026",
    "Сумма=1.5",
    "НазначениеПлатежа=",
    "=",
    "==",
  );
  const line = fc.oneof(words, words, fc.string({ unit: "binary", maxLength: 40 }));
  const anyText = fc
    .array(line, { maxLength: 40 })
    .map((lines) => ["1CClientBankExchange", ...lines].join("\n"));

  test("by the reader: a file is a statement or a refusal", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: "binary" })), (text) => {
        expect(typeof read(text).kind).toBe("string");
      }),
    );
  });
  test("by the decoder", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (tail) => {
        const bytes = Buffer.concat([Buffer.from("1CClientBankExchange\n"), tail]);
        expect(typeof readStatementFile(bytes, [ourAccount]).kind).toBe("string");
      }),
    );
  });
});

describe("a statement that is written again is read the same", () => {
  const word = fc.stringMatching(/^[а-жё «»№=;"'0-9/.,-]{0,60}$/);
  const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-12-31"), noInvalidDate: true });
  const dotted = (date: Date) => date.toISOString().slice(0, 10).split("-").reverse().join(".");
  const document = fc
    .record({
      out: fc.boolean(),
      number: fc.integer({ min: 1, max: 999_999 }),
      kopecks: fc.integer({ min: 1, max: 100_000_000_000 }),
      day,
      purpose: word,
      name: word,
      inn: fc.constantFrom("", "9603000215", "960300002393"),
    })
    .map(({ out, number, kopecks, day: on, purpose, name, inn }) => {
      const made = out ? outgoing : incoming;
      const other = out ? "Получатель" : "Плательщик";
      return made({
        Номер: `${number}`,
        Сумма: (kopecks / 100).toFixed(2),
        [out ? "ДатаСписано" : "ДатаПоступило"]: dotted(on),
        [`${other}ИНН`]: inn,
        [`${other}1`]: name,
        НазначениеПлатежа: purpose,
      });
    });
  const documents = fc.array(document, { maxLength: 8 });

  test("line by line, out of what was read", () => {
    fc.assert(
      fc.property(documents, (given) => {
        const first = whole(statementText(given));
        const again = first.lines.map((line) => {
          const [made, other, date] =
            line.direction === "out"
              ? [outgoing, "Получатель", "ДатаСписано"]
              : [incoming, "Плательщик", "ДатаПоступило"];
          return made({
            Номер: line.number,
            Сумма: (line.amount / 100).toFixed(2),
            [date]: line.paidOn.split("-").reverse().join("."),
            [`${other}ИНН`]: line.partyInn ?? "",
            [`${other}1`]: line.party,
            НазначениеПлатежа: line.purpose,
          });
        });
        expect(whole(statementText(again)).lines).toEqual(first.lines);
      }),
    );
  });
  test("with the same keys, however its lines end and its letters are coded", () => {
    fc.assert(
      fc.property(
        documents,
        fc.constantFrom("\r\n", "\n", "\r"),
        fc.constantFrom("win1251", "cp866", "utf8"),
        (given, end, encoding) => {
          const keys = whole(statementText(given)).lines.map((line) => line.key);
          const read = readStatementFile(iconv.encode(statementText(given, { end }), encoding), [ourAccount]);
          expect(read.kind === "statement" && read.lines.map((line) => line.key)).toEqual(keys);
        },
      ),
    );
  });
});
