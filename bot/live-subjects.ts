/** What stands live in chats, and how each kind is drawn. */
import { units, type RequestId } from "../flows/ids.ts";
import { caseFor } from "./cards/case.ts";
import { requestCard } from "./cards/request-card.ts";
import { viewOf } from "./cards/view.ts";
import { photoCounter } from "./features/filing/photo-counter.ts";
import type { Draw, SubjectKind } from "./live.ts";

/** A request's card; withdrawn from whoever may no longer see it (W4). */
const drawRequest: Draw = ({ store, company, person, id, now }) => {
  const found = caseFor(store, company, person.id, units<RequestId>(id));
  return found && requestCard(viewOf(store, company, person, found, now));
};

export const subjects: Record<SubjectKind, Draw> = { request: drawRequest, photos: photoCounter };
