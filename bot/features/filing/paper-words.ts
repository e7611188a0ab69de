/** The questions about a paper in words: its files, sum and tax, who signs, the account; and what is wrong with an answer to them. */
import { shortDate } from "../../../flows/documents/dates.ts";
import type { Ask } from "../../../flows/filing/prompt.ts";
import type { Remark } from "../../../flows/filing/remarks.ts";
import type { DepartmentId, Minor } from "../../../flows/ids.ts";
import { filesText, sumText } from "../../cards/answer-text.ts";
import { line } from "../../cards/shown-text.ts";
import { money, type Shop } from "./goods-words.ts";

type PaperAsk = Extract<
  Ask,
  { kind: "files" | "sum" | "rate" | "vat" | "vat-differs" | "person" | "account" | "account-bank" }
>;
type Worded = {
  readonly [K in PaperAsk["kind"]]: (ask: Extract<Ask, { kind: K }>, of: { readonly shop: Shop }) => string;
};

/** How sums of that place are written. */
export const moneyOf =
  (turn: Shop["turn"], place: DepartmentId | undefined) =>
  (sum: Minor): string =>
    money({ turn, place }, sum);

export const paperWords: Worded = {
  files: ({ files, max, needed }, { shop: { turn } }) =>
    files.length > 0
      ? turn.words("filing-ask-more-files", { files: filesText(files, turn.words) })
      : turn.words(needed ? "filing-ask-files" : "filing-ask-files-optional", { max: String(max) }),
  sum: ({ given }, { shop }) => {
    const { turn, place } = shop;
    const stands = given && sumText(given, turn.words, moneyOf(turn, place));
    return [
      ...(stands === undefined ? [] : [turn.words("filing-given-day", { day: stands })]),
      turn.words("filing-ask-sum"),
    ].join("\n");
  },
  rate: ({ sum }, { shop }) => shop.turn.words("filing-ask-rate", { sum: money(shop, sum) }),
  vat: ({ percent, vat }, { shop }) =>
    shop.turn.words("filing-ask-vat", { percent: String(percent), vat: money(shop, vat) }),
  "vat-differs": ({ percent, inside, vat }, { shop }) =>
    shop.turn.words("filing-ask-vat-differs", {
      percent: String(percent),
      inside: money(shop, inside),
      vat: money(shop, vat),
    }),
  person: (_ask, { shop }) => shop.turn.words("filing-ask-person"),
  account: ({ country, needed, given }, { shop: { turn } }) =>
    [
      ...(given === undefined ? [] : [turn.words("filing-given-day", { day: line(given) })]),
      turn.words(needed ? "filing-ask-account" : "filing-ask-account-optional", { country }),
    ].join("\n"),
  "account-bank": ({ account }, { shop }) => shop.turn.words("filing-ask-account-bank", { account }),
};

type PaperRemark = Extract<
  Remark,
  {
    kind:
      | "not-a-paper"
      | "paper-too-big"
      | "papers-refused"
      | "paper-needed"
      | "bad-sum"
      | "bad-rate"
      | "vat-above-sum"
      | "bad-account"
      | "date-ahead";
  }
>;
type WordedRemarks = {
  readonly [K in PaperRemark["kind"]]: (
    remark: Extract<Remark, { kind: K }>,
    of: { readonly shop: Shop },
  ) => string;
};

const megabytes = (bytes: number): string => String(Math.max(1, Math.round(bytes / (1024 * 1024))));
/** Codes of the check; one that is new here gets the neutral sentence. */
const whys = [
  "password",
  "damaged-pdf",
  "not-a-paper",
  "empty",
  "too-big",
  "gone",
  "not-an-image",
  "damaged",
  "too-many-pixels",
  "animated",
];

export const paperRemarks: WordedRemarks = {
  "not-a-paper": (_remark, { shop }) => shop.turn.words("filing-not-a-paper"),
  "paper-too-big": ({ bytes, maxBytes }, { shop }) =>
    shop.turn.words("filing-paper-too-big", { size: megabytes(bytes), max: megabytes(maxBytes) }),
  "papers-refused": ({ refused }, { shop: { turn } }) =>
    refused
      .map(({ name, why }) =>
        turn.words("filing-paper-refused", {
          name: name === undefined ? turn.words("filing-paper-unnamed") : line(name, 60),
          why: turn.words("filing-paper-why", { why: whys.includes(why) ? why : "other" }),
        }),
      )
      .join("\n"),
  "paper-needed": (_remark, { shop }) => shop.turn.words("filing-paper-needed"),
  "bad-sum": ({ why }, { shop }) => shop.turn.words("filing-bad-sum", { why }),
  "bad-rate": ({ date }, { shop }) => shop.turn.words("filing-bad-rate", { date: shortDate(date) }),
  "vat-above-sum": (_remark, { shop }) => shop.turn.words("filing-vat-above-sum"),
  "bad-account": ({ why, country }, { shop }) => shop.turn.words("filing-bad-account", { why, country }),
  "date-ahead": ({ latest }, { shop }) => shop.turn.words("filing-date-ahead", { latest: shortDate(latest) }),
};
