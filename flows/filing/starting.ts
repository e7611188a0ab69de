/** How a draft begins: empty, as a copy of a rejected request, or as a request that was sent back to be mended. */
import { goodsOf, picturesOf, type Answers, type KeptFile, type Picture } from "../engine/answers.ts";
import type { Process } from "../engine/process.ts";
import type { Request } from "../engine/request.ts";
import type { Around } from "./catalogue.ts";
import { emptyDraft, type Draft, type Media } from "./draft.ts";
import { takePage } from "./files-dialogue.ts";
import { mended } from "./mending.ts";
import { beginning, enter } from "./order.ts";
import { filesQuestion, paperOf } from "./papers.ts";
import { placesOffered } from "./places-offered.ts";
import { photosQuestion } from "./photos-dialogue.ts";

/** A new draft; photos that came before it go into it. */
export function newDraft(around: Around, media: readonly Media[] = []): Draft {
  const max = photosQuestion(around)?.max ?? 0;
  const photos = media.filter((one) => one.kind === "photo");
  const videos = media.filter((one) => one.kind === "video");
  const taken = max === 0 ? [] : [...photos.slice(0, max), ...videos];
  const [only, other] = placesOffered(around);
  const placed = only === undefined || other !== undefined ? {} : { place: only };
  const empty = { ...emptyDraft(around.process.id, { kind: "place" }), ...placed };
  if (max === 0 && filesQuestion(around) !== undefined) {
    const paged = media.reduce<Draft>((draft, one) => takePage(draft, { media: one }, around).draft, empty);
    return { ...paged, at: beginning(paged, around) };
  }
  const draft = { ...empty, media: taken, over: media.length - taken.length };
  return { ...draft, at: beginning(draft, around) };
}

/** The request that was sent back, opened where it is mended from; it ends in a resubmission. `around.request` is that request. */
export function draftToMend(request: Request, around: Around): Draft {
  // Photos that came late stay with the request as they are.
  return fromAnew({ ...draftOf(request, picturesOf(request.answers), around), request: request.id }, around);
}

/** «Подать снова»: the rejected request's answers in a new one, opened where a request is mended from. */
export function draftToCopy(request: Request, around: Around): Draft {
  const pictures = [...picturesOf(request.answers), ...request.late];
  return mended(fromAnew({ ...draftOf(request, pictures, around), copyOf: request.id }, around), around);
}

/** Where the process says so, it begins again with a new paper and the choice of who signs; the rest stays (S1.12). */
function fromAnew(draft: Draft, around: Around): Draft {
  const { form, reworkFrom } = around.process;
  const from = form.findIndex((question) => question.id === reworkFrom);
  const question = form[from];
  if (question === undefined) return draft;
  const anew = form.slice(from).filter(({ kind }) => kind === "files" || kind === "person");
  const answers = Object.fromEntries(
    Object.entries(draft.answers).filter(([known]) => !anew.some(({ id }) => id === known)),
  );
  const papers = anew.some(({ kind }) => kind === "files") ? [] : draft.papers;
  return { ...draft, answers, papers, at: enter(question, draft, around) };
}

function draftOf(request: Request, pictures: readonly Picture[], around: Around): Draft {
  return {
    ...emptyDraft(request.process, { kind: "preview" }),
    place: request.place,
    answers: withoutFiles(request.answers, around.process),
    papers: filesIn(request.answers, around).map(paperOf),
    media: pictures.map(({ hash, kind, fileId, uniqueId, sentAs }) => ({
      hash,
      kind,
      fileId,
      uniqueId,
      sentAs,
    })),
    previewed: true,
    lastLine: Math.max(0, ...goodsOf(request.answers).map((line) => line.line)),
  };
}

function filesIn(answers: Answers, around: Around): readonly KeptFile[] {
  const question = filesQuestion(around);
  const answer = question && answers[question.id];
  return answer?.kind === "files" ? answer.files : [];
}

/** Photos and papers stand in the draft's own lists; signers' answers are not the store's. */
function withoutFiles(answers: Answers, process: Process): Answers {
  const asked = process.form.filter(({ kind }) => kind !== "photos" && kind !== "files").map(({ id }) => id);
  return Object.fromEntries(
    Object.entries(answers).filter(([question]) => asked.some((known) => known === question)),
  );
}
