/**
 * How goods are found by what people type: part of the name, article with or without its letters, last digits of a
 * barcode, size. Both sides, index and question, go through the same `plain`, so that look-alike letters and spelling
 * don't matter. The store's index keeps `searchKeys`, and is asked with `queryTokens`, each as a prefix.
 */
import type { Product, Supplier } from "../company/company.ts";

const tokensMax = 8;
const tokenLengthMax = 40;

/** Latin letters that look like Cyrillic ones (as capitals), and Ukrainian ones beside their Russian relatives. */
const alike: Readonly<Record<string, string>> = {
  a: "а",
  b: "в",
  c: "с",
  e: "е",
  h: "н",
  i: "і",
  k: "к",
  m: "м",
  o: "о",
  p: "р",
  t: "т",
  x: "х",
  y: "у",
  ё: "е",
  є: "е",
  ї: "і",
  ґ: "г",
};

/** Lower case, one letter for all that look the same, no doubled Cyrillic letters («кросовки» finds «кроссовки»). */
function plain(word: string): string {
  const mapped = word.replace(/[abcehikmoptxyёєїґ]/g, (letter) => alike[letter] ?? letter);
  return /[a-z]/.test(mapped) ? mapped : mapped.replace(/(\p{L})\1+/gu, "$1");
}

/** Words of a text; what is joined by `-`, `/`, `.` or `,` without a space stays one word: `р-1`, `42,5`. */
function wordsOf(text: string): string[] {
  const lower = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’ʼ`]/g, "");
  return lower.match(/[\p{L}\p{N}]+(?:[-–/.,][\p{L}\p{N}]+)*/gu) ?? [];
}

const joints = /[-–/.,]/;

/** A word as one piece, and its pieces if it was joined: `об-1002` → `об1002`, `об`, `1002`. */
function keysOf(word: string): string[] {
  const pieces = word.split(joints);
  return pieces.length === 1 ? [plain(word)] : [plain(pieces.join("")), ...pieces.map(plain)];
}

/** The words by which a product is found, separated by spaces: name, article, size, barcode with its 4 and 5 digits. */
export function searchKeys(product: Pick<Product, "name" | "sku" | "barcode" | "size">): string {
  const words = [product.name, product.sku, product.size ?? ""].flatMap(wordsOf).flatMap(keysOf);
  const barcode = product.barcode ?? "";
  const tails = barcode.length > 5 ? [barcode.slice(-4), barcode.slice(-5)] : [];
  return [...new Set([...words, ...wordsOf(barcode).map(plain), ...tails])].join(" ");
}

/** The words by which something is found that these texts speak of, separated by spaces. */
export function wordKeys(texts: readonly (string | undefined)[]): string {
  return [...new Set(texts.flatMap((text) => wordsOf(text ?? "")).flatMap(keysOf))].join(" ");
}

/** The words by which a supplier is found: name and tax number. */
export function supplierKeys(supplier: Pick<Supplier, "name" | "inn">): string {
  return wordKeys([supplier.name, supplier.inn]);
}

/** Case endings: what is asked is the stem, so that «мокасин» and «кроссовок» find «мокасины» and «кроссовки». */
function stem(word: string): string {
  if (word.length < 6 || !/^[а-яієїґ]+$/.test(word)) return word;
  return word.replace(/(ами|ями|ого|ему|ому|ов|ев|ок|ек|ый|ий|ой|ые|ие|ых|их|ам|ям|ах|ях|[аеиоуыюяії])$/, "");
}

/** What a typed text asks for: words of letters and digits only, each to be matched as a prefix; at most eight. */
export function queryTokens(text: string): string[] {
  const words = wordsOf(text).map((word) => stem(plain(word.split(joints).join(""))));
  return [...new Set(words.map((word) => word.slice(0, tokenLengthMax)))].slice(0, tokensMax);
}

/** The question in the words of SQLite's FTS5: every token, each as a prefix; undefined: nothing to ask. */
export function ftsQuery(text: string): string | undefined {
  const tokens = queryTokens(text);
  return tokens.length === 0 ? undefined : tokens.map((token) => `"${token}"*`).join(" ");
}

/**
 * How well a product answers: 0, if some token matches nothing; else more for whole words, most for article and size.
 * Orders what the index has found.
 */
export function score(
  product: Pick<Product, "name" | "sku" | "barcode" | "size">,
  tokens: readonly string[],
): number {
  const keys = searchKeys(product).split(" ");
  const article = wordsOf(product.sku).flatMap(keysOf);
  const sizes = wordsOf(product.size ?? "").flatMap(keysOf);
  let sum = 0;
  for (const token of tokens) {
    if (article.includes(token)) sum += 8;
    else if (sizes.includes(token)) sum += 6;
    else if (keys.includes(token)) sum += 4;
    else if (keys.some((key) => key.startsWith(token))) sum += 1;
    else return 0;
  }
  return sum;
}
