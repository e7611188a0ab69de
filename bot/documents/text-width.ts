/** How wide words are in PT Sans, near enough to shorten a name to its room: there is no screen to measure on. */

/** Widths in parts of the font's size, of letters that differ much from the usual one; a little more than measured. */
const widths: readonly (readonly [pattern: RegExp, width: number])[] = [
  [/[ \u00a0.,:;'|!iIjlіІїЇ()]/u, 0.3],
  [/[гтftr\-«»/]/u, 0.45],
  [/№/u, 1.05],
  [/[ЖМФШЩЫЮWM—%&@]/u, 0.9],
  [/[жмфшщыюmw–]/u, 0.75],
  [/\p{Lu}/u, 0.66],
];
const usual = 0.56;

/** The width of a text, in the unit of `size`; bold is as wide within a hundredth. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const char of text) width += widths.find(([pattern]) => pattern.test(char))?.[1] ?? usual;
  return width * size;
}

/** The text, cut at whole characters and marked by «…» where it is wider than its room. */
export function fitted(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  const kept = Array.from(text);
  while (kept.length > 0 && textWidth(`${kept.join("")}…`, size) > room) kept.pop();
  return `${kept.join("").replace(/[\s.,·—–-]+$/u, "")}…`;
}

/** The same over several lines, broken between words; the last is cut. */
export function wrapped(text: string, size: number, room: number, linesMax: number): string[] {
  const lines: string[] = [];
  let rest = text.split(" ");
  while (rest.length > 0 && lines.length < linesMax - 1) {
    let count = rest.length;
    while (count > 1 && textWidth(rest.slice(0, count).join(" "), size) > room) count -= 1;
    lines.push(fitted(rest.slice(0, count).join(" "), size, room));
    rest = rest.slice(count);
  }
  return rest.length > 0 ? [...lines, fitted(rest.join(" "), size, room)] : lines;
}
