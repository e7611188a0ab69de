/** Fitting a text into one message: Telegram counts code points after it has read the tags (T28, F117). */

/** Of a caption under a photo. */
export const captionMax = 1024;
/** Of a text message. */
export const textMax = 4096;

const tag = /<[^>]*>/g;
const entity = /&(?:lt|gt|amp|quot|#\d+);/g;

/** How many characters Telegram counts in our HTML. */
export function shownLength(html: string): number {
  return Array.from(html.replace(tag, "").replace(entity, "?")).length;
}

/** One part of a card. */
export interface Part {
  readonly html: string;
  /** Left out when there is no room, the highest number first, of equals the last; absent: always stays. */
  readonly dispensable?: number;
}

/** The parts that stay when there is room for so many characters: the dispensable ones go first. */
export function keptParts(parts: readonly Part[], max: number): Part[] {
  let kept = parts.filter((part) => part.html !== "");
  while (shownLength(joined(kept)) > max) {
    const worst = Math.max(...kept.map((part) => part.dispensable ?? 0));
    if (worst === 0) return [{ html: shortened(kept, max) }];
    const last = kept.findLastIndex((part) => part.dispensable === worst);
    kept = kept.filter((_, index) => index !== last);
  }
  return kept;
}

/** Parts on lines of their own. */
export const joined = (parts: readonly Part[]): string =>
  parts
    .map((part) => part.html)
    .filter((html) => html !== "")
    .join("\n");

/** What can't be left out is still too long: whole lines from the beginning, as many as fit. */
function shortened(parts: readonly Part[], max: number): string {
  const kept: string[] = [];
  for (const { html } of parts) {
    if (shownLength([...kept, html, "…"].join("\n")) > max) break;
    kept.push(html);
  }
  return [...kept, "…"].join("\n");
}

/** Lines dealt out over as few messages as hold them. No single line may be longer than a message. */
export function messagesOf(lines: readonly string[], max = textMax): string[] {
  const messages: string[] = [];
  let current: string[] = [];
  let length = 0;
  for (const line of lines) {
    const more = shownLength(line) + 1;
    if (current.length > 0 && length + more > max) {
      messages.push(current.join("\n"));
      current = [];
      length = 0;
    }
    current.push(line);
    length += more;
  }
  return current.length > 0 ? [...messages, current.join("\n")] : messages;
}
