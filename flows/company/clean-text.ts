/** One-line texts as they are kept: no control, zero-width or direction marks, well-formed, spaces single (F116, F118). */

/** Line breaks and tabs: they separate words, so they become a space. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Controls, soft hyphen, zero-width and bidi marks, tag characters, lone halves of pairs, non-characters. */
const hidden =
  // eslint-disable-next-line no-control-regex -- these are what must go
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\u{e0000}-\u{e007f}\p{Surrogate}]/gu;

/** The text on one line: cleaned, trimmed, runs of plain spaces joined; no-break spaces stay as they are. */
export function oneLine(text: string): string {
  return text.normalize("NFC").replace(breaks, " ").replace(hidden, "").replace(/ {2,}/g, " ").trim();
}
