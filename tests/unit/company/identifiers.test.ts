/** Checks of numbers against published good and bad ones. */
import { describe, expect, test } from "vitest";
import * as check from "../../../flows/company/identifiers.ts";

const one: [string, (text: string) => boolean, string[], string[]][] = [
  [
    "ИНН",
    check.isInn,
    ["7707083893", "500100732259", "9601000019", "960300001400"],
    ["7707083894", "500100732258", "770708389", "77070838931"],
  ],
  ["ИНН of a company", check.isCompanyInn, ["7707329152"], ["500100732259"]],
  ["ИНН of a person", check.isPersonInn, ["500100732259"], ["7707083893", "500100732269"]],
  ["КПП", check.isKpp, ["960101001", "7707AB001"], ["96010100", "9601O-001", "960101001 1"]],
  ["БИК", check.isBik, ["044525225"], ["04452522", "04452522a"]],
  ["ОКПО", check.isOkpo, ["12345678", "0123456789"], ["1234567"]],
  [
    "ЄДРПОУ",
    check.isEdrpou,
    ["14360570", "31316718", "21560045", "90000015"],
    ["14360571", "31316719", "1436057"],
  ],
  ["РНОКПП", check.isRnokpp, ["1759013776", "3184710691"], ["1759013777", "175901377"]],
  ["ІПН", check.isIpn, ["143605704021", "900000110015", "400758126555"], ["143605704022", "14360570402"]],
  [
    "IBAN",
    check.isIbanUa,
    ["UA213223130000026007233566001", "UA69 3999 9900 0002 6001 0000 0010 1"],
    ["UA213223130000026007233566002", "DE213223130000026007233566001"],
  ],
  [
    "EAN and GTIN",
    check.isBarcode,
    ["4006381333931", "96385074", "09520000010027", "036000291452", "9520000010027"],
    ["4006381333932", "400638133393", "952000001002"],
  ],
];
describe.each(one)("%s", (_, isRight, good, bad) => {
  test.each(good)("%s passes", (number) => expect(isRight(number)).toBe(true));
  test.each(bad)("%s fails", (number) => expect(isRight(number)).toBe(false));
});

test("an account must fit its bank", () => {
  expect(check.isAccount("40702810900000000101", "049601777")).toBe(true);
  expect(check.isAccount("40702810900000000101", "044525225")).toBe(false);
  expect(check.isAccount("40702810900000000111", "049601777")).toBe(false);
});

test.each([
  ["30101810400000000225", "044525225", true],
  ["30101810100000000716", "044525716", true],
  ["30101810200000000593", "044525593", true],
  ["30101810800000000777", "049601777", true],
  ["30101810400000000226", "044525225", false],
  ["40702810900000000101", "049601777", false],
])("correspondent account %s in bank %s: %s", (account, bik, right) => {
  expect(check.isCorrespondentAccount(account, bik)).toBe(right);
});

test("spaces and no-break spaces don't matter", () => {
  expect(check.isInn("7707 083\u00a0893")).toBe(true);
  expect(check.withoutSpaces(" 7707\u202f083 893 ")).toBe("7707083893");
});

test("any single wrong digit of a tax number is noticed", () => {
  for (const good of ["9601000019", "9602000117"]) {
    for (let at = 0; at < good.length; at++) {
      const other = (Number(good[at]) + 1) % 10;
      const wrong = good.slice(0, at) + other + good.slice(at + 1);
      expect.soft(check.isInn(wrong), wrong).toBe(false);
    }
  }
});

test("a tax number belongs to a country", () => {
  expect(check.isTaxNumber("9601000019", "RU")).toBe(true);
  expect(check.isTaxNumber("90000015", "UA")).toBe(true);
  expect(check.isTaxNumber("1759013776", "UA")).toBe(true);
  expect(check.isTaxNumber("90000015", "RU")).toBe(false);
});
