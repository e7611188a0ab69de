/** Texts as the server sees them: bytes of UTF-8, in which offsets of faults are counted. */

export const code = (char: string): number => char.charCodeAt(0);

export function isSpace(byte: number | undefined): boolean {
  return byte === 32 || (byte !== undefined && byte >= 9 && byte <= 13) || byte === 0;
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

export function isAlpha(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122));
}

/** True for every byte that begins a character. */
export function beginsCharacter(byte: number): boolean {
  return (byte & 0xc0) !== 0x80;
}

/** How many UTF-16 units the character takes that begins with this byte. */
export function unitsOf(firstByte: number): number {
  return firstByte >= 0xf0 ? 2 : 1;
}

/** ASCII letters lower-cased, everything else as it is. */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Characters counted as Telegram counts them for its limits: code points, so an emoji is one. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** False for half a surrogate pair, which no UTF-8 can hold. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
