/** Texts of bank statements for tests: what a bank would write, with what a test wants different. */
import { createHash } from "node:crypto";
import { readStatement, type Statement } from "../../../flows/payments/statement.ts";
import type { StatementLine } from "../../../flows/payments/statement-line.ts";

export const ourAccount = "40702810900000000101";
export const ourOther = "40702810200000000102";
export const ourDollars = "40702840500000000103";
export const ourIban = "UA693999990000026001000000101";
export const customerAccount = "40702810700000000301";

/** Keys and values of a section; `undefined` takes a line out. */
export type Keys = Readonly<Record<string, string | undefined>>;

const incomingKeys: Keys = {
  Номер: "118",
  Дата: "10.03.2026",
  Сумма: "45000.00",
  ПлательщикСчет: customerAccount,
  ПлательщикИНН: "9603000215",
  Плательщик1: "ООО «Спортшкола Олимпик»",
  ПолучательСчет: ourAccount,
  ДатаПоступило: "10.03.2026",
  НазначениеПлатежа: "Оплата по счету № С-2026-0041",
};

function section(opening: string, keys: Keys, closing: string): string[] {
  const lines = Object.entries(keys).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${value}`],
  );
  return [opening, ...lines, closing];
}

/** A payment that has come to us. */
export const incoming = (keys: Keys = {}, kind = "Платежное поручение"): string[] =>
  section(`СекцияДокумент=${kind}`, { ...incomingKeys, ...keys }, "КонецДокумента");

/** A payment that we have made. */
export const outgoing = (keys: Keys = {}): string[] =>
  incoming({
    ПлательщикСчет: ourAccount,
    ПлательщикИНН: "9601000019",
    Плательщик1: "ООО «Северный шаг»",
    ПолучательСчет: "40702810800000000201",
    ПолучательИНН: "9602000117",
    Получатель1: "АО «Вихрь-Опт»",
    ДатаПоступило: undefined,
    ДатаСписано: "13.03.2026",
    ...keys,
  });

export const account = (keys: Keys = {}): string[] =>
  section("СекцияРасчСчет", { РасчСчет: ourAccount, ...keys }, "КонецРасчСчет");

/** A whole file of these sections, of our account unless told otherwise. */
export function statementText(
  sections: readonly (readonly string[])[],
  { of = [ourAccount], end = "\r\n" }: { of?: readonly string[]; end?: string } = {},
): string {
  const header = [
    "1CClientBankExchange",
    "ВерсияФормата=1.03",
    "Кодировка=Windows",
    "ДатаНачала=10.03.2026",
    "ДатаКонца=13.03.2026",
    ...of.map((number) => `РасчСчет=${number}`),
  ];
  return [...header, ...sections.flat(), "КонецФайла", ""].join(end);
}

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export const read = (text: string, ours: readonly string[] = [ourAccount]) =>
  readStatement(text, ours, sha256);

/** What was read, or the test fails saying why it was refused. */
export function whole(text: string, ours?: readonly string[]): Statement {
  const statement = read(text, ours);
  if (statement.kind !== "statement") throw new Error(`refused: ${JSON.stringify(statement)}`);
  return statement;
}

/** The only line of a file with one document. */
export function onlyLine(document: readonly string[], ours?: readonly string[]): StatementLine {
  const { lines } = whole(statementText([document]), ours);
  const [line] = lines;
  if (line === undefined || lines.length !== 1) throw new Error(`${lines.length} lines`);
  return line;
}
