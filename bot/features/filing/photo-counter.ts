/** The one message that counts photos, edited in place: never a reply per photo. Gone once the draft is sent. */
import { draftById } from "../../../db/drafts.ts";
import { checkOf } from "../../../flows/filing/order.ts";
import { filesQuestion, filesTaken, papersCheck } from "../../../flows/filing/papers.ts";
import type { Media } from "../../../flows/filing/draft.ts";
import type { Draw, Drawn } from "../../live.ts";
import { filesText } from "../../cards/answer-text.ts";
import { wordsIn, type Words } from "../../texts.ts";
import { catalogueOf } from "./around.ts";
import { isLoose, looseOf } from "./loose-row.ts";
import { openRow, type OpenDraft } from "./open-draft.ts";
import { photosQuestion } from "../../../flows/filing/photos-dialogue.ts";
import { whysWords } from "./remark-words.ts";

type Kept = Pick<Parameters<Draw>[0], "store" | "company">;

interface Counted {
  readonly media: readonly Media[];
  readonly over: number;
  readonly max: number;
  /** `asked`: photos are what is asked now; `waiting`: sending waits for the check. */
  readonly state: "asked" | "meanwhile" | "waiting";
}

export const photoCounter: Draw = ({ store, company, person, id, now }) => {
  const row = draftById(store, id);
  if (row === undefined || row.person !== person.id) return undefined;
  const words = wordsIn(person.language);
  if (isLoose(row)) {
    const { media, over, addTo } = looseOf(row);
    const state = addTo === undefined ? "meanwhile" : "waiting";
    return drawn({ store, company }, words, { media, over, max: 10, state });
  }
  const open = openRow({ tx: store, company, me: person, now }, row);
  if (open === undefined) return undefined;
  const { media, over, at } = open.draft;
  const asked = at.kind === "photos" || at.kind === "files";
  const state = at.kind === "checking" ? "waiting" : asked ? "asked" : "meanwhile";
  if (filesQuestion(open.around) !== undefined) return drawnFiles({ store, company }, words, open, state);
  return drawn({ store, company }, words, { media, over, max: photosQuestion(open.around)?.max ?? 0, state });
};

function drawn({ store, company }: Kept, words: Words, counted: Counted): Drawn | undefined {
  const { media, over, max, state } = counted;
  if (media.length === 0 && over === 0) return undefined;
  const { pending, refused } = checkOf(counted, catalogueOf(store, company));
  const taken = media.length - refused.length;
  if (state === "waiting" && pending > 0)
    return plain([words("filing-checking", { done: String(taken - pending + 1), of: String(taken) })]);
  const videos = media.filter((one) => one.kind === "video").length;
  const photos = Math.max(0, taken - videos);
  return plain([
    words("filing-counted", { count: photos, state }),
    ...(videos > 0 ? [words("filing-counted-videos", { count: videos })] : []),
    ...(pending > 0 ? [words("filing-counted-pending", { count: pending })] : []),
    ...(refused.length > 0
      ? [words("filing-photos-refused", { count: refused.length, why: whysWords({ words }, refused) })]
      : []),
    ...(over > 0 ? [words("filing-counted-over", { count: over, max: String(max) })] : []),
  ]);
}

/** Papers are named: what was refused is said in a message of its own. */
function drawnFiles(
  { store, company }: Kept,
  words: Words,
  { draft, around }: OpenDraft,
  state: Counted["state"],
): Drawn | undefined {
  if (draft.papers.length === 0 && draft.over === 0) return undefined;
  const catalogue = catalogueOf(store, company);
  const { pending } = papersCheck(draft, catalogue);
  const files = filesTaken(draft, catalogue);
  const max = String(filesQuestion(around)?.max ?? 0);
  return plain([
    files.length === 0
      ? words("filing-files-none")
      : words("filing-files-counted", { state, files: filesText(files, words) }),
    ...(pending > 0 ? [words("filing-files-pending", { count: String(pending) })] : []),
    ...(draft.over > 0 ? [words("filing-files-over", { count: String(draft.over), max })] : []),
  ]);
}

const plain = (lines: readonly string[]): Drawn => ({ text: lines.join("\n"), buttons: [] });
