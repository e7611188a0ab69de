/** Other people's words on a screen: escaped, with nothing hidden in them, cut at whole letters (W11, F115–F118). */
import { escapeHtml } from "../texts.ts";

/** Controls, bidi marks, zero-width characters, tags, lone halves of pairs: what a reader can't see. */
const hidden =
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\u{e0000}-\u{e007f}\p{Surrogate}]/gu;
/** A joiner between two pictures is part of one picture: 👨‍👩‍👧. */
const joined = /(?<=[\p{Extended_Pictographic}\ufe0f])\u200d(?=\p{Extended_Pictographic})/gu;
const joiner = "\u{10fffd}"; // private: stands for such a joiner while the others are looked for
/** More than two marks over one letter only serve to cover the lines above. */
const piled = /(\p{M}{2})\p{M}+/gu;

const code = (char: string): string =>
  `⟦U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟧`;

function visible(text: string, instead: (char: string) => string): string {
  return text
    .replaceAll(joiner, "")
    .replace(joined, joiner)
    .replace(hidden, instead)
    .replaceAll(joiner, "\u200d")
    .replace(piled, "$1");
}

/** A field of one line as HTML: hidden characters go, line ends become spaces. */
export function line(text: string, graphemesMax = 120): string {
  const joinedUp = text.normalize("NFC").replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ");
  return escapeHtml(
    cut(
      visible(joinedUp, () => "")
        .replace(/ {2,}/g, " ")
        .trim(),
      graphemesMax,
    ),
  );
}

/** Words of several lines as HTML: hidden characters are shown by their numbers, «⟦U+202E⟧». */
export function words(text: string, graphemesMax = 1000): string {
  const lines = text.normalize("NFC").replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n");
  return escapeHtml(
    cut(
      visible(lines, code)
        .replace(/\n{3,}/g, "\n\n")
        .trim(),
      graphemesMax,
    ),
  );
}

/** The same in the fixed frame that only other people's words have: nobody can imitate a line of ours with it (W11). */
export function quoted(text: string, graphemesMax = 1000): string {
  return `<blockquote>${words(text, graphemesMax)}</blockquote>`;
}

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** At most so many letters as a reader counts them; what is cut off is marked by «…». */
export function cut(text: string, graphemesMax: number): string {
  if (text.length <= graphemesMax) return text;
  const kept: string[] = [];
  for (const { segment } of letters.segment(text)) {
    if (kept.length === graphemesMax) return `${kept.slice(0, -1).join("").trimEnd()}…`;
    kept.push(segment);
  }
  return text;
}
