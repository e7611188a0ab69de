/**
 * Checks of the numbers by which states and banks know companies and goods (domain 4). All are texts: leading zeros
 * matter. Spaces are taken out before checking. Each check says only yes or no; the caller decides whether that refuses.
 */

/** The number without spaces and no-break spaces, as it is stored. */
export function withoutSpaces(text: string): string {
  return text.replace(/[\s\u00a0\u202f]/g, "");
}

function digitsOf(text: string, pattern: RegExp): number[] | undefined {
  const compact = withoutSpaces(text);
  return pattern.test(compact) ? Array.from(compact, Number) : undefined;
}

/** Sum of digits times weights; there must be a digit for every weight. */
function weighted(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);
}

/** ИНН of a company, 10 digits. */
export function isCompanyInn(text: string): boolean {
  const digits = digitsOf(text, /^\d{10}$/);
  return digits !== undefined && (weighted(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digits[9];
}

/** ИНН of a person or ИП, 12 digits. */
export function isPersonInn(text: string): boolean {
  const digits = digitsOf(text, /^\d{12}$/);
  return (
    digits !== undefined &&
    (weighted(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digits[10] &&
    (weighted(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digits[11]
  );
}

/** ИНН of either kind. */
export function isInn(text: string): boolean {
  return isCompanyInn(text) || isPersonInn(text);
}

/** КПП: form only, it has no check digit. */
export function isKpp(text: string): boolean {
  return /^\d{4}[0-9A-Z]{2}\d{3}$/.test(withoutSpaces(text));
}

/** БИК: form only. */
export function isBik(text: string): boolean {
  return /^\d{9}$/.test(withoutSpaces(text));
}

/** Weights 7, 1, 3 repeating over a bank's prefix and the account; the last digits of the products must end in 0. */
function isAccountKey(prefix: string, account: string): boolean {
  const weights = [7, 1, 3];
  const sum = Array.from(prefix + account, Number).reduce(
    (total, digit, index) => total + ((digit * (weights[index % 3] ?? 0)) % 10),
    0,
  );
  return sum % 10 === 0;
}

/** Расчётный счёт, 20 digits, in the bank of that БИК. */
export function isAccount(account: string, bik: string): boolean {
  const compact = withoutSpaces(account);
  return /^\d{20}$/.test(compact) && isBik(bik) && isAccountKey(withoutSpaces(bik).slice(-3), compact);
}

/** Корреспондентский счёт, 20 digits beginning with 301, of the bank of that БИК. */
export function isCorrespondentAccount(account: string, bik: string): boolean {
  const compact = withoutSpaces(account);
  const prefix = `0${withoutSpaces(bik).slice(4, 6)}`;
  return /^301\d{17}$/.test(compact) && isBik(bik) && isAccountKey(prefix, compact);
}

/** ОКПО: form only, 8 digits (ИП 10). Its check digit is never asked for: not every issued number keeps the rule. */
export function isOkpo(text: string): boolean {
  return /^(\d{8}|\d{10})$/.test(withoutSpaces(text));
}

/** ЄДРПОУ, 8 digits. The weights depend on the range the number lies in. */
export function isEdrpou(text: string): boolean {
  const digits = digitsOf(text, /^\d{8}$/);
  if (!digits) return false;
  const number = Number(digits.join(""));
  const middle = number >= 30_000_000 && number <= 60_000_000;
  const weights = middle ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  const first = weighted(digits, weights) % 11;
  const check =
    first < 10
      ? first
      : (weighted(
          digits,
          weights.map((weight) => weight + 2),
        ) %
          11) %
        10;
  return check === digits[7];
}

/** РНОКПП, the tax number of a person in Ukraine, 10 digits. */
export function isRnokpp(text: string): boolean {
  const digits = digitsOf(text, /^\d{10}$/);
  if (!digits) return false;
  const rest = weighted(digits, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11;
  return ((rest + 11) % 11) % 10 === digits[9];
}

/** ІПН of a VAT payer in Ukraine, 12 digits. */
export function isIpn(text: string): boolean {
  const digits = digitsOf(text, /^\d{12}$/);
  if (!digits) return false;
  const first = weighted(digits, [11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]) % 11;
  const check =
    first < 10 ? first : (weighted(digits, [13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53]) % 11) % 10;
  return check === digits[11];
}

/** IBAN of a Ukrainian account: `UA`, two check digits, МФО 6, account 19; the whole mod 97 is 1. */
export function isIbanUa(text: string): boolean {
  const compact = withoutSpaces(text);
  if (!/^UA\d{27}$/.test(compact)) return false;
  const turned = `${compact.slice(4)}3010${compact.slice(2, 4)}`; // U = 30, A = 10
  return BigInt(turned) % 97n === 1n;
}

/** IBAN of any country: its remainder by 97 is 1; of Ukraine it has 29 characters as well. */
export function isIban(text: string): boolean {
  const compact = withoutSpaces(text);
  if (compact.startsWith("UA")) return isIbanUa(compact);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact)) return false;
  const turned = compact.slice(4) + compact.slice(0, 4);
  return BigInt(turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n === 1n; // A = 10
}

/** EAN-13, EAN-8, UPC-A or GTIN-14: weights 3, 1, 3, 1… from the right. */
export function isBarcode(text: string): boolean {
  const digits = digitsOf(text, /^(\d{8}|\d{12,14})$/);
  if (!digits) return false;
  const check = digits.pop();
  const sum = digits.reverse().reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === check;
}

/** The tax number of a company or an entrepreneur in a country: ИНН, or ЄДРПОУ / РНОКПП. */
export function isTaxNumber(text: string, country: "RU" | "UA"): boolean {
  return country === "RU" ? isInn(text) : isEdrpou(text) || isRnokpp(text);
}
