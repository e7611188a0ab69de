/** What a replacement means, shown before it is done; then done in one transaction, and told to who takes over (D26, D18). */
import { createHash } from "node:crypto";
import { leftBehind, replacePerson, type LeftBehind } from "../../../db/replace-person.ts";
import { departmentOf } from "../../../flows/company/places.ts";
import { personById } from "../../../flows/company/directory.ts";
import { postTitle } from "../../../flows/company/posts.ts";
import { canonical } from "../../../flows/engine/content.ts";
import type { Language } from "../../../flows/ids.ts";
import { closeMessage, dropButtons, type Taps } from "../../act.ts";
import { button } from "../../buttons.ts";
import { nameOf } from "../../cards/place.ts";
import { line } from "../../cards/shown-text.ts";
import { whoCode } from "../../reports/report-scope.ts";
import { wordsIn } from "../../texts.ts";
import type { Turn } from "../../work.ts";
import { mayReplace, notNow, pairOf, type Pair } from "./pair.ts";

/** More posts are counted, not listed. */
const postsMax = 10;

/** Everything that would move; nothing has yet. */
export function showReplacement(turn: Turn, pair: Pair, again = false): void {
  const { tx, words } = turn;
  const left = leftBehind(tx, pair.leaver);
  const who = whoCode(pair.leaver);
  const successor = whoCode(pair.successor);
  turn.say({
    text: [
      ...(again ? [words("replace-changed")] : []),
      `<b>${words("replace-title", namesOf(turn, pair))}</b>`,
      ...meaning(turn, left, turn.me.language),
      words("replace-file"),
    ].join("\n"),
    buttons: [
      [
        button(
          words("button-replace-sure"),
          { kind: "replace-sure", who, successor, shown: fingerprint(left) },
          "danger",
        ),
      ],
      [button(words("button-cancel"), { kind: "replace-cancel" })],
    ],
  });
}

const namesOf = ({ company }: Turn, { leaver, successor }: Pair) => ({
  name: nameOf(company, leaver),
  successor: nameOf(company, successor),
});

/** Posts by name, departments, counts of what waits. */
function meaning({ company }: Turn, left: LeftBehind, language: Language): string[] {
  const words = wordsIn(language);
  const place = (id: Parameters<typeof departmentOf>[1]): string => departmentOf(company, id)?.name ?? id;
  const posts = left.posts.map(({ post, department }) => {
    const title = line(postTitle(post, language), 60);
    return department === undefined ? title : `${title} (${line(place(department), 60)})`;
  });
  const shown = posts.slice(0, postsMax);
  if (posts.length > postsMax) shown.push(words("card-more-people", { count: posts.length - postsMax }));
  return [
    words("replace-posts", { posts: shown.length === 0 ? "—" : shown.join(", ") }),
    ...(left.headed.length === 0
      ? []
      : [
          words("replace-headed", {
            places: left.headed
              .slice(0, postsMax)
              .map(({ name }) => line(name, 60))
              .join(", "),
          }),
        ]),
    words("replace-waiting", { count: left.waiting, taken: String(left.taken.length) }),
  ];
}

/** Tells whether what was shown is still what would happen. */
function fingerprint(left: LeftBehind): string {
  return createHash("sha256").update(canonical(left)).digest("hex").slice(0, 8);
}

export const replaceTaps: Taps<"replace-sure" | "replace-cancel"> = {
  "replace-sure": (turn, { who, successor, shown }, press) => {
    const pair = pairOf(turn, who, successor);
    if (pair === undefined) return notNow(turn);
    dropButtons(turn, press.message);
    if (fingerprint(leftBehind(turn.tx, pair.leaver)) !== shown) return showReplacement(turn, pair, true);
    const { leaver: leaves } = pair;
    const left = replacePerson(turn.tx, { ...pair, leaves, by: turn.me.id, at: turn.now });
    closeMessage(turn, press.message, turn.words("replace-done", namesOf(turn, pair)));
    const heir = personById(turn.company, pair.successor);
    if (heir === undefined || heir.telegram === undefined) return;
    turn.tell(heir, {
      text: [
        wordsIn(heir.language)("replace-yours", namesOf(turn, pair)),
        ...meaning(turn, left, heir.language),
      ].join("\n"),
    });
  },
  "replace-cancel": (turn, _, press) => {
    if (!mayReplace(turn)) return notNow(turn);
    closeMessage(turn, press.message, turn.words("prompt-cancelled-apart"));
  },
};
