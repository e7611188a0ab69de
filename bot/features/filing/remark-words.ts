/** What the dialogue says besides its questions, in words: clear, short, and what to do instead. */
import type { Remark, RemarkKind } from "../../../flows/filing/remarks.ts";
import type { Process } from "../../../flows/engine/process.ts";
import { shortDate } from "../../../flows/documents/dates.ts";
import { formatQuantity } from "../../../flows/goods/quantity.ts";
import { unitWord } from "../../../flows/goods/units.ts";
import type { QuestionId } from "../../../flows/ids.ts";
import { questionTitle } from "../../cards/question-title.ts";
import { line } from "../../cards/shown-text.ts";
import { goodsFileWords } from "../../goods-file.ts";
import type { Turn } from "../../work.ts";
import { lineWords, type Shop } from "./goods-words.ts";
import { paperRemarks } from "./paper-words.ts";

interface Saying {
  readonly turn: Turn;
  readonly process: Process;
  readonly shop: Shop;
  /** The list that follows shows every line: what was added needn't be repeated. */
  readonly listed?: boolean;
}
type Worded = { readonly [K in RemarkKind]: (remark: Extract<Remark, { kind: K }>, of: Saying) => string };

const plain =
  (key: string) =>
  (_remark: Remark, { turn }: Saying): string =>
    turn.words(key);

const megabytes = (bytes: number): string => String(Math.max(1, Math.round(bytes / (1024 * 1024))));

function reasonsOf(codes: readonly string[], { turn }: Saying): string {
  return turn.company.reasons
    .filter((reason) => codes.includes(reason.code))
    .map((reason) => line(reason.short[turn.me.language], 40))
    .join(", ");
}

function titleOf(question: QuestionId, { turn, process }: Saying): string {
  const known = process.form.find((one) => one.id === question);
  return known === undefined ? question : line(questionTitle(known, turn.words, turn.me.language), 60);
}

/** Why a picture was refused: codes of the check; one that is new here gets the neutral sentence. */
const whys = ["too-big", "not-an-image", "damaged", "too-many-pixels", "animated", "gone", "empty"];
export function whyWords(turn: Pick<Turn, "words">, why: string): string {
  return turn.words("filing-why", { why: whys.includes(why) ? why : "other" });
}

/** Each reason once: ten pictures with the same fault need no ten sentences. */
export const whysWords = (turn: Pick<Turn, "words">, codes: readonly string[]): string =>
  [...new Set(codes.map((why) => whyWords(turn, why)))].join("; ");

const worded: Worded = {
  "choose-one": plain("filing-choose-one"),
  "wrong-kind": ({ what }, { turn }) => turn.words("filing-wrong-kind", { what }),
  "file-too-big": ({ bytes, maxBytes }, { turn }) =>
    turn.words("filing-file-too-big", { size: megabytes(bytes), max: megabytes(maxBytes) }),
  "unknown-file": plain("filing-unknown-file"),
  heic: plain("filing-heic"),
  empty: plain("filing-empty"),
  "too-long": ({ length, max }, { turn }) =>
    turn.words("filing-too-long", { length: String(length), max: String(max) }),
  added: ({ lines }, { turn, shop, listed = false }) =>
    lines.length === 1 && lines[0] !== undefined && !listed
      ? turn.words("filing-added", { line: lineWords(lines[0], shop) })
      : turn.words("filing-added-lines", { count: lines.length }),
  "added-to": ({ line: one }, { turn }) =>
    turn.words("filing-added-to", {
      name: line(one.name, 100),
      quantity: formatQuantity(one.quantity, one.unit, turn.me.language),
    }),
  "not-added": ({ line: one }, { turn, shop }) =>
    turn.words("filing-not-added", { line: lineWords(one, shop) }),
  changed: ({ line: one }, { turn, shop }) => turn.words("filing-changed", { line: lineWords(one, shop) }),
  removed: ({ line: one }, { turn }) => turn.words("filing-removed", { name: line(one.name, 100) }),
  "bad-quantity": ({ why, unit }, { turn }) =>
    turn.words("filing-bad-quantity", { why, unit: line(unitWord(unit, turn.me.language, 5), 20) }),
  "no-goods": plain("filing-no-goods"),
  "no-such-line": plain("filing-no-such-line"),
  "too-many-lines": ({ max }, { turn }) => turn.words("filing-too-many-lines", { max: String(max) }),
  "not-understood": ({ pieces }, { turn }) =>
    turn.words("filing-not-understood", {
      pieces: pieces
        .slice(0, 10)
        .map((piece) => `«${line(piece, 60)}»`)
        .join(", "),
    }),
  "product-gone": plain("filing-product-gone"),
  "not-sold-here": ({ lines }, { turn }) =>
    turn.words("filing-not-sold-here", {
      names: lines
        .slice(0, 5)
        .map((one) => line(one.name, 60))
        .join("; "),
    }),
  "table-problems": ({ problems }, { turn }) =>
    [
      turn.words("filing-table-problems"),
      ...goodsFileWords({ kind: "problems", problems }, turn.me.language)
        .split("\n")
        .map((problem) => line(problem, 200)),
    ].join("\n"),
  "table-unreadable": ({ said }, { turn }) => turn.words("filing-table-unreadable", { why: line(said, 300) }),
  "no-table-here": plain("filing-no-table-here"),
  "still-reading": plain("filing-still-reading"),
  "photo-needed": ({ reasons }, of) =>
    reasons.length === 0
      ? of.turn.words("filing-photo-needed")
      : of.turn.words("filing-photo-needed-because", { reasons: reasonsOf(reasons, of) }),
  "photos-refused": ({ whys: codes }, { turn }) =>
    turn.words("filing-photos-refused", { count: codes.length, why: whysWords(turn, codes) }),
  "photos-dropped": ({ count }, { turn }) => turn.words("filing-photos-dropped", { count }),
  ...paperRemarks,
  "date-early": ({ question, earliest }, of) =>
    of.turn.words("filing-date-early", {
      question: titleOf(question, of),
      earliest: shortDate(earliest),
    }),
  "answer-needed": ({ reasons }, of) =>
    reasons.length === 0
      ? of.turn.words("filing-answer-needed")
      : of.turn.words("filing-answer-needed-because", { reasons: reasonsOf(reasons, of) }),
  "bad-date": plain("filing-bad-date"),
  "bad-number": ({ country }, { turn }) => turn.words("filing-bad-number", { country }),
  "supplier-known": ({ supplier }, { turn }) =>
    turn.words("filing-supplier-known", { supplier: line(supplier.name, 100) }),
  "supplier-added": ({ supplier }, { turn }) =>
    turn.words("filing-supplier-added", { supplier: line(supplier.name, 100) }),
  "no-such-supplier": ({ text }, { turn }) => turn.words("filing-no-such-supplier", { text: line(text, 60) }),
  missing: ({ questions }, of) =>
    of.turn.words("filing-missing", {
      questions: questions.map((question) => titleOf(question, of)).join(", "),
    }),
  "prices-changed": plain("filing-prices-changed"),
};

/** The remark as HTML. */
export function remarkWords(remark: Remark, of: Saying): string {
  // The entry of its own kind takes exactly this remark; the compiler can't follow the link between the two.
  const word = worded[remark.kind] as (remark: Remark, of: Saying) => string;
  return word(remark, of);
}
