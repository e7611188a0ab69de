/** Bank accounts in statements: which are the company's own, in which currency they are (domain 2, 4, 9.3). */
import type { Company } from "../company/company.ts";
import { withoutSpaces } from "../company/identifiers.ts";
import type { CurrencyCode } from "./deal.ts";

/** The accounts of the company's legal entities, 20 digits in Russia, IBAN in Ukraine: what a statement may speak of. */
export function accountsOf(company: Pick<Company, "entities">): readonly string[] {
  return company.entities.flatMap(({ bank }) =>
    [bank?.account, bank?.iban].flatMap((number) => (number === undefined ? [] : [compact(number)])),
  );
}

/** How an account is kept and compared: without spaces, letters large. */
const compact = (number: string): string => withoutSpaces(number).toUpperCase();

const withoutZeros = (digits: string): string => digits.replace(/^0+/, "");

/** The one of our accounts that a number in a statement means: Ukrainian banks also write the account inside the IBAN alone. */
export function ownAccount(ours: readonly string[], given: string): string | undefined {
  const number = compact(given);
  if (number === "") return undefined;
  const short = /^\d{5,19}$/.test(number) ? withoutZeros(number) : undefined;
  return ours.find(
    (own) => own === number || (short !== undefined && isIban(own) && withoutZeros(own.slice(10)) === short),
  );
}

const isIban = (number: string): boolean => /^UA\d{27}$/.test(number);

/** By digits 6 to 8 of a 20-digit account (RUB is 643, in accounts 810); an IBAN of Ukraine is in UAH; undefined: another. */
export function currencyOfAccount(number: string): CurrencyCode | undefined {
  if (isIban(number)) return "UAH";
  const code = /^\d{5}(\d{3})\d{12}$/.exec(number)?.[1];
  if (code === "810" || code === "643") return "RUB";
  return code === "980" ? "UAH" : undefined;
}
