/** The one codec of our buttons: what an inline button says, in at most 64 bytes. A button names a case; it gives no right (W2). */
import type { InlineKeyboardButton } from "grammy/types";
import { fields, type Carried } from "./button-fields.ts";

/** Telegram's limit on callback data, bytes of UTF-8 (T37). */
const bytesMax = 64;

type Field = keyof typeof fields;

/** Every button there is: a letter or two for the wire, and what it carries, in this order. */
const shapes = {
  open: { code: "o", carries: ["request"] },
  approve: { code: "a", carries: ["request", "revision", "visa"] },
  reject: { code: "r", carries: ["request", "revision", "visa"] },
  rework: { code: "b", carries: ["request", "revision", "visa"] },
  "quick-reason": { code: "q", carries: ["request", "revision", "visa", "decision", "index"] },
  "own-reason": { code: "w", carries: ["request", "revision", "visa", "decision"] },
  undo: { code: "u", carries: ["request"] },
  ask: { code: "k", carries: ["request", "visa"] },
  reply: { code: "y", carries: ["request", "visa"] },
  fill: { code: "f", carries: ["request", "visa"] },
  option: { code: "p", carries: ["request", "visa", "question", "index"] },
  skip: { code: "s", carries: ["request", "visa", "question"] },
  cancel: { code: "x", carries: ["row"] },
  details: { code: "d", carries: ["request"] },
  photos: { code: "i", carries: ["request"] },
  history: { code: "h", carries: ["request"] },
  "history-file": { code: "hf", carries: ["request"] },
  paper: { code: "g", carries: ["request", "index"] },
  withdraw: { code: "v", carries: ["request"] },
  "withdraw-sure": { code: "vy", carries: ["request"] },
  keep: { code: "vn", carries: ["request"] },
  mend: { code: "m", carries: ["request"] },
  copy: { code: "c", carries: ["request"] },
  begin: { code: "n", carries: [] },
  "pass-over": { code: "np", carries: ["request"] },
  "stop-pile": { code: "ns", carries: [] },
  deal: { code: "dl", carries: ["deal"] },
  "all-deals": { code: "da", carries: [] },
  "deal-payments": { code: "dp", carries: ["deal"] },
  /** The next page of a deal's payments: those before this one. */
  "payments-before": { code: "dn", carries: ["payment"] },
  "deal-history": { code: "dh", carries: ["deal"] },
  payment: { code: "pm", carries: ["payment"] },
  "book-payment": { code: "pb", carries: ["deal"] },
  "book-sure": { code: "py", carries: ["deal", "amount", "date"] },
  "take-payment-back": { code: "pt", carries: ["payment"] },
  "restore-payment": { code: "pr", carries: ["payment"] },
  "move-payment": { code: "pv", carries: ["payment"] },
  "move-to": { code: "pd", carries: ["payment", "deal"] },
  "import-take": { code: "it", carries: ["import"] },
  "import-quietly": { code: "iq", carries: ["import"] },
  "import-show": { code: "iw", carries: ["import"] },
  "import-cancel": { code: "ic", carries: ["import"] },
  "import-ask": { code: "ia", carries: ["import"] },
  "line-deal": { code: "ld", carries: ["line", "deal"] },
  "line-other": { code: "lo", carries: ["line"] },
  "import-unskip": { code: "iu", carries: ["import"] },
  "line-unskip": { code: "lu", carries: ["line"] },
  "line-skip": { code: "ls", carries: ["line"] },
  "line-later": { code: "ll", carries: ["line"] },
  "import-invoices": { code: "ji", carries: ["import"] },
  "import-pay": { code: "jp", carries: ["import", "shown"] },
  "line-leave-out": { code: "jl", carries: ["line"] },
  "line-put-back": { code: "jb", carries: ["line"] },
  "line-take-invoice": { code: "jt", carries: ["line"] },
  "alert-settings": { code: "as", carries: [] },
  "alert-pace": { code: "ap", carries: ["index"] },
  "alert-threshold": { code: "at", carries: ["index"] },
  take: { code: "tk", carries: ["request", "visa"] },
  /** From whom it is taken over: pressed late, it is not taken from somebody else. */
  "take-over": { code: "to", carries: ["request", "visa", "who"] },
  release: { code: "tr", carries: ["request", "visa"] },
  pay: { code: "tp", carries: ["request", "visa"] },
  /** The proposal stands in the awaiting row of its prompt. */
  "pay-sure": { code: "ty", carries: ["row"] },
  "pay-part": { code: "tq", carries: ["row"] },
  "pay-date": { code: "td", carries: ["row"] },
  unpay: { code: "tu", carries: ["request", "index"] },
  documents: { code: "ta", carries: ["request", "visa"] },
  /** The last of so many. */
  "drop-document": { code: "tx", carries: ["request", "visa", "index"] },
  "task-done": { code: "tn", carries: ["request", "visa"] },
  files: { code: "tf", carries: ["request", "index"] },
  consult: { code: "ec", carries: ["request", "visa"] },
  "consult-whom": { code: "ew", carries: ["request", "visa", "who"] },
  advise: { code: "ea", carries: ["request", "visa"] },
  delegate: { code: "ed", carries: ["request", "visa"] },
  "delegate-to": { code: "et", carries: ["request", "visa", "who"] },
  "bulk-sure": { code: "el", carries: ["row"] },
  "bulk-cancel": { code: "en", carries: ["row"] },
  "replace-who": { code: "er", carries: ["who"] },
  "replace-by": { code: "ep", carries: ["who", "successor"] },
  "replace-sure": { code: "ey", carries: ["who", "successor", "shown"] },
  "replace-cancel": { code: "ex", carries: [] },
  "take-back": { code: "eb", carries: ["request", "visa"] },
  "report-month": { code: "rpm", carries: ["date"] },
  "report-own-period": { code: "rpo", carries: [] },
  /** Of a letter to a supplier; `index`: its kind's place among `letterKinds`. */
  "letter-right": { code: "zr", carries: ["request"] },
  "letter-date": { code: "zd", carries: ["request"] },
  "letter-day": { code: "zq", carries: ["request", "date"] },
  "letter-without": { code: "zn", carries: ["request"] },
  "letter-address": { code: "za", carries: ["request", "index"] },
  "letter-again": { code: "zs", carries: ["request", "index"] },
  "letter-file": { code: "zf", carries: ["request", "index"] },
  "report-of": { code: "rpw", carries: ["date", "until", "who"] },
  "registry-look": { code: "rgl", carries: ["screen", "view"] },
  /** A choice by its position; 0: all. */
  "registry-pick": { code: "rgp", carries: ["screen", "view", "index"] },
  /** By the supplier's key in the store. */
  "registry-supplier": { code: "rgs", carries: ["screen", "index"] },
  "registry-month": { code: "rgm", carries: ["screen", "date"] },
  /** The next page: what stands before this request. */
  "registry-before": { code: "rgb", carries: ["screen", "request"] },
  "registry-ask": { code: "rga", carries: ["screen", "view"] },
  "registry-file": { code: "rgf", carries: ["screen", "format"] },
} as const satisfies Record<string, { code: string; carries: readonly Field[] }>;

type Shapes = typeof shapes;
export type ButtonKind = keyof Shapes;
export type ButtonOf<K extends ButtonKind> = { readonly kind: K } & Pick<
  Carried,
  Shapes[K]["carries"][number]
>;
export type Button = { [K in ButtonKind]: ButtonOf<K> }[ButtonKind];

/** All kinds of button, for tests that walk them. */
export const buttonKinds = Object.keys(shapes) as ButtonKind[]; // keys of this very object

const kindOfCode = new Map<string, ButtonKind>(buttonKinds.map((kind) => [shapes[kind].code, kind]));
if (kindOfCode.size !== buttonKinds.length) throw new Error("two buttons share a code");

/** The bytes of a button. Throws when they don't fit: seen at start and by tests, not at a tap (style 16). */
export function pack(button: Button): string {
  const { code, carries } = shapes[button.kind];
  const carried = new Map<string, string | number>(Object.entries(button));
  const data = [code, ...carries.map((field) => written(field, carried.get(field)))].join(":");
  if (Buffer.byteLength(data) > bytesMax) throw new Error(`button ${data} is longer than ${bytesMax} bytes`);
  return data;
}

function written(field: Field, value: string | number | undefined): string {
  if (value === undefined) throw new Error(`a button without its ${field}`);
  return field === "decision" ? (value === "rejected" ? "r" : "b") : String(value);
}

/** What a press says; undefined: unknown, old or malformed (F121). Whoever sent it may have made it up. */
export function parseButton(data: string): Button | undefined {
  if (Buffer.byteLength(data) > bytesMax) return undefined;
  const [code = "", ...values] = data.split(":");
  const kind = kindOfCode.get(code);
  if (kind === undefined) return undefined;
  const carries: readonly Field[] = shapes[kind].carries;
  if (values.length !== carries.length) return undefined;
  const button: Record<string, unknown> = { kind };
  for (const [position, field] of carries.entries()) {
    const value = fields[field].safeParse(values[position]);
    if (!value.success) return undefined;
    button[field] = value.data;
  }
  return button as unknown as Button; // every field of this kind has just passed its schema
}

/** Green or red where the app knows colours (Bot API 9.4); the words must do alone where it doesn't. */
type ButtonStyle = "success" | "danger";

/** An inline button. */
export function button(text: string, says: Button, style?: ButtonStyle): InlineKeyboardButton {
  return { text, callback_data: pack(says), ...(style !== undefined && { style }) };
}

/** Data of the menu plugin that is safe to hand to it: known menu, position in hex (F121). */
export function isMenuData(data: string, menus: readonly string[]): boolean {
  const match = /^([a-z-]+)\/[0-9a-f]{1,2}\/[0-9a-f]{1,2}\/[^/]*\/[hf]/.exec(data);
  return match !== null && menus.includes(match[1] ?? "");
}
