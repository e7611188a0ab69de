/** Text that can be printed: only characters which the font of our papers (PT Sans) draws, and none that hide or turn text (F116). */

/** What PT Sans has a glyph for, without its private signs; a test compares this with the font itself. */
const drawn = new RegExp(
  "^[ -~\\u00a0-\\u00ac\\u00ae-\\u0109\\u010c-\\u0113\\u0116-\\u011f\\u0122-\\u0127\\u012a\\u012b\\u012e-\\u0131" +
    "\\u0134-\\u0137\\u0139-\\u013e\\u0141-\\u0148\\u014c\\u014d\\u0150-\\u0165\\u016a-\\u0173\\u0178-\\u017f" +
    "\\u0192\\u0218-\\u021b\\u02bc\\u02c6\\u02c7\\u02d8-\\u02dd\\u0301\\u0394\\u03a9\\u03bc\\u03c0\\u0401-\\u040c" +
    "\\u040e-\\u044f\\u0451-\\u045c\\u045e\\u045f\\u0462\\u0463\\u0472-\\u0475\\u048a-\\u04c0\\u04c3-\\u04f9" +
    "\\u1e9e\\u2011\\u2013\\u2014\\u2018-\\u201a\\u201c-\\u201e\\u2020-\\u2022\\u2026\\u2030\\u2039\\u203a\\u2044" +
    "\\u20ac\\u20b4\\u20b9-\\u20bf\\u2113\\u2116\\u2122\\u2206\\u220f\\u2211\\u2212\\u2215\\u221a\\u221e\\u222b" +
    "\\u2248\\u2260\\u2264\\u2265\\u25ca]$",
  "u",
);

/** Characters that the font lacks, and what says the same. */
const spelled: ReadonlyMap<string, string> = new Map([
  ["→", "->"],
  ["←", "<-"],
  ["✓", "+"],
  ["✔", "+"],
  ["✅", "+"],
  ["✗", "-"],
  ["✘", "-"],
  ["❌", "-"],
  ["‐", "-"],
  ["‒", "–"],
  ["―", "—"],
  ["−", "-"],
  ["■", "•"],
  ["●", "•"],
  ["′", "'"],
  ["″", '"'],
]);

/** Controls, bidi marks, joiners, tags, variation selectors, line and paragraph separators: nothing that a reader sees. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}\p{Default_Ignorable_Code_Point}]/u;
/** Marks put over letters. */
const overLetter = /\p{M}/u;
/** What only joins or colours the emoji before it: joiner, variation, colour of skin. */
const emojiGlue = /(?<=[\p{Extended_Pictographic}\d#*])(?:\u200d|\ufe0e|\ufe0f|\p{Emoji_Modifier})+/gu;

const codeOf = (char: string): string =>
  `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;

function printableChar(char: string, showHidden: boolean): string {
  if (/\s/u.test(char)) return char === "\u00a0" || char === "\n" ? char : " ";
  if (hidden.test(char)) return showHidden ? codeOf(char) : "";
  if (drawn.test(char)) return char;
  const said = spelled.get(char);
  if (said !== undefined) return said;
  if (overLetter.test(char)) return "";
  const plain = char.normalize("NFKC");
  if (plain !== char) return Array.from(plain, (part) => printableChar(part, showHidden)).join("");
  return codeOf(char);
}

const printableChars = (text: string, showHidden: boolean): string =>
  Array.from(text.normalize("NFC").replace(emojiGlue, ""), (char) => printableChar(char, showHidden)).join(
    "",
  );

/** A field of one line: hidden characters and line ends go, what the font lacks is named («[U+1F45F]»). */
export function oneLine(text: string): string {
  return printableChars(text.replace(/[\s\u2028\u2029]+/gu, " "), false).trim();
}

/** Somebody's own words: line ends stay (three in a row at most become two), hidden characters are shown, so that nothing is signed unseen. */
export function ownWords(text: string): string {
  const lines = text.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/gu, "\n");
  return printableChars(lines, true)
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
