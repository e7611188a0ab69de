/** How a draft begins: empty, as a copy of a rejected request, or as a request that was sent back to be mended. */
import { goodsOf, picturesOf, type Answers, type Picture } from "../engine/answers.ts";
import type { Process } from "../engine/process.ts";
import type { Request } from "../engine/request.ts";
import type { Around } from "./catalogue.ts";
import { emptyDraft, type Draft, type Media } from "./draft.ts";
import { mended } from "./mending.ts";
import { beginning } from "./order.ts";
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
  const draft = {
    ...emptyDraft(around.process.id, { kind: "place" }),
    ...placed,
    media: taken,
    over: media.length - taken.length,
  };
  return { ...draft, at: beginning(draft, around) };
}

/** The request that was sent back, opened at the preview; it ends in a resubmission. `around.request` is that request. */
export function draftToMend(request: Request, around: Around): Draft {
  // Photos that came late stay with the request as they are.
  return { ...draftOf(request, picturesOf(request.answers), around), request: request.id };
}

/** «Подать снова»: the rejected request's answers in a new one, opened at the preview. */
export function draftToCopy(request: Request, around: Around): Draft {
  const pictures = [...picturesOf(request.answers), ...request.late];
  return mended({ ...draftOf(request, pictures, around), copyOf: request.id }, around);
}

function draftOf(request: Request, pictures: readonly Picture[], around: Around): Draft {
  return {
    ...emptyDraft(request.process, { kind: "preview" }),
    place: request.place,
    answers: withoutPhotos(request.answers, around.process),
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

/** Photos stand in the draft's own list; signers' answers are not the store's. */
function withoutPhotos(answers: Answers, process: Process): Answers {
  const asked = process.form.filter((question) => question.kind !== "photos").map((question) => question.id);
  return Object.fromEntries(
    Object.entries(answers).filter(([question]) => asked.some((known) => known === question)),
  );
}
