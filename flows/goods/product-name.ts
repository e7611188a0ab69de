/** A product's name taken apart for picking: first the model, then the size («Кроссовки «Вихрь Р-1», чёрный, р. 42»). */

export interface SplitName {
  /** The name without the size. */
  readonly model: string;
  readonly size?: string;
}

const marked = /^(?:р|р-р|разм|размер|розм|розмір|size)\.?\s*(\S+)$/iu;
/** Shoe and clothes sizes: `42`, `42,5`, `39-42`. */
const number = /^(?:1[6-9]|[2-6]\d)(?:[.,]5)?(?:[-–/](?:1[6-9]|[2-6]\d)(?:[.,]5)?)?$/;
const letters = /^(?:\d?X{0,4}[SL]|M|OS)(?:[-–/](?:\d?X{0,4}[SL]|M))?$/;

/** Cyrillic letters that are typed where the label has Latin ones: «М», «Л» is not among them, «Х» is. */
const latin: Readonly<Record<string, string>> = { М: "M", Х: "X", С: "S" };

/** A size as kept: `р. 42` → `42`, `42.5` → `42,5`, `xl` → `XL`; undefined: the text is no size. */
export function sizeOf(text: string): string | undefined {
  const bare = marked.exec(text.trim())?.[1];
  const typed = (bare ?? text.trim()).toUpperCase();
  const lettered = typed.replace(/[МХС]/g, (letter) => latin[letter] ?? letter);
  if (letters.test(lettered)) return lettered;
  const figures = typed.replaceAll(".", ",");
  if (number.test(typed)) return figures;
  return bare !== undefined && /^\d{2,3}(?:[.,]5)?$/.test(bare) ? figures : undefined;
}

/** Splits a catalogue name: the last part after a comma, if it is a size. */
export function splitName(name: string): SplitName {
  const at = name.lastIndexOf(", ");
  if (at < 0) return { model: name };
  const size = sizeOf(name.slice(at + 2));
  return size === undefined ? { model: name } : { model: name.slice(0, at), size };
}
