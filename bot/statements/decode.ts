/** Bytes of a bank statement → its text: what the file says of its encoding is believed where it can be read so (domain 9.3.1). */
import iconv from "iconv-lite";

const headMax = 400;
const mark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Whether bytes begin as a statement does; the name of the file doesn't matter. */
export function isStatement(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  return /^(?:\u00ef\u00bb\u00bf)?1CClientBankExchange[ \t]*(?:[\r\n]|$)/.test(head);
}

/**
 * UTF-8 by its mark. Else the words of the header tell: `Кодировка=Windows` legible in windows-1251, or `Кодировка`
 * legible in cp866, whatever it claims. Else UTF-8, if it is that (many say Windows and are not), else windows-1251.
 */
export function decodeStatement(bytes: Uint8Array): string {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (all.subarray(0, mark.length).equals(mark)) return all.subarray(mark.length).toString("utf8");
  const head = all.subarray(0, headMax);
  if (iconv.decode(head, "win1251").includes("Кодировка=Windows")) return iconv.decode(all, "win1251");
  if (iconv.decode(head, "cp866").includes("Кодировка=")) return iconv.decode(all, "cp866");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(all);
  } catch {
    return iconv.decode(all, "win1251");
  }
}
