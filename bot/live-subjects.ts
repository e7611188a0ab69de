/** What stands live in chats, and how each kind is drawn. */
import { maySee } from "../flows/company/rights.ts";
import { partakers } from "../flows/engine/partakers.ts";
import { units, type RequestId } from "../flows/ids.ts";
import { caseFor } from "./cards/case.ts";
import { requestCard } from "./cards/request-card.ts";
import { viewOf, type CardView } from "./cards/view.ts";
import { photoCounter } from "./features/filing/photo-counter.ts";
import type { Draw, SubjectKind } from "./live.ts";

/** A request's card; withdrawn from whoever may no longer see it (W4), or has no part in it any more (S1.9). */
const drawRequest: Draw = ({ store, company, person, id, now, wanted }) => {
  const found = caseFor(store, company, person.id, units<RequestId>(id));
  if (found === undefined) return undefined;
  const view = viewOf(store, company, person, found, now);
  return wanted || !isOutOfIt(view) ? requestCard(view) : undefined;
};

/**
 * Whether others do what this person was asked to do as well: a colleague has the task, or did it, or it is no task any
 * more. Whoever filed, signed, heads the place or administers the bot keeps his card.
 */
function isOutOfIt({ request, process, company, viewer, people }: CardView): boolean {
  const hasTasks = Object.values(process.stages).some((stage) => stage.kind === "task");
  if (!hasTasks || [...people.values()].some((asked) => asked.includes(viewer.id))) return false;
  const { place, filer } = request;
  if (maySee(company, viewer.id, { place, filer, asked: [], filedBy: process.filedBy })) return false;
  return !partakers(request).has(viewer.id);
}

export const subjects: Record<SubjectKind, Draw> = { request: drawRequest, photos: photoCounter };
