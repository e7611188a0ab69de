/** Names of uploaded files as Telegram keeps them: signs such as № and « » do not survive. */

const stemMax = 64;
const extensionMax = 16;
const forbidden = "<>:\"/\\|?*&`'";

/** Letters, digits and plain ASCII signs stay, marks go, everything else becomes a space; at most 64 characters before the dot. */
export function cleanFileName(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  const dot = base.lastIndexOf(".");
  // A name that begins with its only dot has no ending.
  const stem = cleanPart(dot > 0 ? base.slice(0, dot) : base, stemMax);
  const extension = dot > 0 ? cleanPart(base.slice(dot + 1), extensionMax) : "";
  const clean = stem === "" ? extension : extension === "" ? stem : `${stem}.${extension}`;
  return clean === "" ? "file" : clean;
}

function cleanPart(part: string, max: number): string {
  let clean = "";
  let length = 0;
  for (const char of part) {
    if (length === max) break;
    if (/[\p{M}\p{Cf}\0]/u.test(char)) continue;
    const kept = staysInName(char) ? char : " ";
    if (clean === "" && (kept === " " || kept === ".")) continue;
    clean += kept;
    length += 1;
  }
  return clean.replace(/[ .]+$/, "");
}

function staysInName(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  if (code < 32) return false;
  if (code < 127) return !forbidden.includes(char);
  return /[\p{L}\p{N}]/u.test(char);
}
