/** Sending what was filled in: one request or several, or the mended one again; refused, the draft goes on. */
import { endDraft } from "../../../db/drafts.ts";
import { execute } from "../../../db/execute.ts";
import { savepoint } from "../../../db/write.ts";
import { activeAdministrators, personById } from "../../../flows/company/directory.ts";
import { departmentOf } from "../../../flows/company/places.ts";
import { postTitle } from "../../../flows/company/posts.ts";
import type { Answers } from "../../../flows/engine/answers.ts";
import type { Refusal } from "../../../flows/engine/refusals.ts";
import { askedQuestions, enter } from "../../../flows/filing/order.ts";
import type { RequestId } from "../../../flows/ids.ts";
import { nameOf } from "../../cards/place.ts";
import { line } from "../../cards/shown-text.ts";
import { refusalText } from "../../refusals.ts";
import { wordsIn } from "../../texts.ts";
import type { Turn } from "../../work.ts";
import { farewell, repaintCounter, save, show, type OpenDraft } from "./open-draft.ts";

/** Thrown inside the savepoint of several parts, so that none of them is filed when one can't be. */
class PartRefused extends Error {
  override readonly name = "PartRefused";
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`a part was refused: ${refusal.kind}`);
    this.refusal = refusal;
  }
}

export function submit(turn: Turn, open: OpenDraft, parts: readonly Answers[]): void {
  const row = save(turn, open);
  const filed = open.draft.request === undefined ? fileAll(turn, open, parts) : resubmit(turn, open, parts);
  if ("refusal" in filed) return refuse(turn, { ...open, row }, filed.refusal);
  const { requests } = filed;
  endDraft(turn.tx, row, { person: turn.me.id, requests, at: turn.now });
  repaintCounter(turn, row);
  const key = open.draft.request === undefined ? "filing-sent" : "filing-sent-again";
  const { process } = open.draft;
  farewell(turn, turn.words(key, { process, count: requests.length, numbers: numbersOf(turn, requests) }));
}

/** «№ 17, № 18». */
export function numbersOf({ words }: Pick<Turn, "words">, requests: readonly RequestId[]): string {
  return requests.map((request) => words("card-number", { number: String(request) })).join(", ");
}

type Filed = { readonly requests: readonly RequestId[] } | { readonly refusal: Refusal };

function fileAll(turn: Turn, { draft }: OpenDraft, parts: readonly Answers[]): Filed {
  const { place, process, copyOf } = draft;
  if (place === undefined) throw new Error("a draft without a place can't have come to its preview");
  const copied = copyOf === undefined ? {} : { copyOf };
  try {
    const requests = savepoint(turn.tx, () =>
      parts.map((answers) => {
        const command = { kind: "file", by: turn.me.id, at: turn.now, place, answers, ...copied } as const;
        const done = execute(turn.tx, { process }, command);
        if ("refusal" in done) throw new PartRefused(done.refusal);
        return done.request.id;
      }),
    );
    return { requests };
  } catch (error) {
    if (error instanceof PartRefused) return { refusal: error.refusal };
    throw error;
  }
}

function resubmit(turn: Turn, { draft }: OpenDraft, [answers]: readonly Answers[]): Filed {
  if (draft.request === undefined || answers === undefined) throw new Error("nothing to send again");
  const command = { kind: "resubmit", by: turn.me.id, at: turn.now, answers } as const;
  const done = execute(turn.tx, { request: draft.request }, command);
  return "refusal" in done ? done : { requests: [done.request.id] };
}

/** The draft goes on: at the missing question, or at the preview with the reason above it. */
function refuse(turn: Turn, open: OpenDraft, refusal: Refusal): void {
  const { draft, around } = open;
  if (refusal.kind === "not-filled") {
    const question = askedQuestions(draft, around).find((known) => refusal.questions.includes(known.id));
    if (question !== undefined)
      return show(turn, { ...open, draft: { ...draft, at: enter(question, draft, around) } }, [
        { kind: "missing", questions: refusal.questions },
      ]);
  }
  if (refusal.kind === "nobody-to-sign") tellAdministrators(turn, open, refusal);
  const place = draft.place ?? around.request?.place;
  if (place === undefined) throw new Error("a draft without a place can't have been sent");
  const { company, now, words, me } = turn;
  const why = refusalText(refusal, {
    company,
    process: around.process,
    place,
    now,
    words,
    language: me.language,
  });
  show(turn, { ...open, draft: { ...draft, at: { kind: "preview" } } }, [], [why]);
}

/** Nobody is left to sign: administrators hear why, they can fill the post (O3). */
function tellAdministrators(
  turn: Turn,
  { draft, around }: OpenDraft,
  refusal: Extract<Refusal, { kind: "nobody-to-sign" }>,
): void {
  const { company, me } = turn;
  for (const administrator of activeAdministrators(company)) {
    const person = personById(company, administrator);
    if (person === undefined || person.id === me.id) continue;
    const { language } = person;
    const place = draft.place === undefined ? undefined : departmentOf(company, draft.place)?.name;
    turn.tell(person, {
      text: wordsIn(language)("filing-nobody-for-administrators", {
        kind: around.process.id,
        process: line(around.process.title[language], 60),
        place: line(place ?? "—", 80),
        post: line(refusal.post === undefined ? refusal.visa : postTitle(refusal.post, language), 80),
        filer: nameOf(company, me.id),
      }),
    });
  }
}
