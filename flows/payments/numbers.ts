/** Order and invoice numbers in one spelling, so that «сч. № с 2026 0041» finds С-2026-0041 (domain 9.3). */

/** Latin capitals that look like Cyrillic ones. */
const alike: Readonly<Record<string, string>> = {
  A: "А",
  B: "В",
  C: "С",
  E: "Е",
  H: "Н",
  K: "К",
  M: "М",
  O: "О",
  P: "Р",
  T: "Т",
  X: "Х",
  Y: "У",
};

/** Capitals, one letter for all that look the same, nothing but letters and digits; empty: there is no number in it. */
export function numberKey(text: string): string {
  const letters = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/[A-Z]/g, (letter) => alike[letter] ?? letter);
  return /^\d+$/.test(letters) ? letters.replace(/^0+(?=\d)/, "") : letters;
}
