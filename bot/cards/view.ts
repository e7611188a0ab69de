/** Everything that a card needs to know, read from the store in one go; what is made of it is pure. */
import { lettersOf, mailIsOn, type LetterRow } from "../../db/letters.ts";
import { openGoodsAt } from "../../db/open-goods.ts";
import type { Store } from "../../db/open.ts";
import { pileOf } from "../../db/piles.ts";
import { placeStatistics } from "../../db/statistics.ts";
import type { Company, Person } from "../../flows/company/company.ts";
import { countryOf } from "../../flows/company/places.ts";
import { addressees, candidates } from "../../flows/engine/addressees.ts";
import { goodsOf } from "../../flows/engine/answers.ts";
import { openSteps } from "../../flows/engine/request.ts";
import {
  units,
  type Instant,
  type Minor,
  type PersonId,
  type RequestId,
  type VisaId,
} from "../../flows/ids.ts";
import type { InvoiceWarning } from "../../flows/invoices/warnings.ts";
import { filedWarnings } from "../invoices/warnings.ts";
import { wordsIn, type Words } from "../texts.ts";
import type { Case } from "./case.ts";
import { holderOf, isMine, type Taken } from "./hands.ts";
import { isWarned } from "./invoice-warnings.ts";

export interface CardView extends Case {
  readonly viewer: Person;
  readonly company: Company;
  readonly words: Words;
  readonly now: Instant;
  /** Who may sign each open step now. */
  readonly people: ReadonlyMap<VisaId, readonly PersonId[]>;
  /** The visa that the viewer may give now, or the task that he may take or do. */
  readonly mine?: VisaId;
  /** A step that a colleague has, where the viewer may take it over. */
  readonly others?: { readonly visa: VisaId; readonly holder: Taken };
  /** Other open requests with the same articles at the same place. */
  readonly twins: readonly RequestId[];
  /** What speaks against an invoice. */
  readonly warnings: readonly InvoiceWarning[];
  /** The place's last 30 days of this process beside the average of the network in its country. Only for who signs. */
  readonly statistics?: { readonly count: number; readonly total: Minor; readonly average: Minor };
  /** Its letters to the supplier, and whether any can leave. */
  readonly letters: readonly LetterRow[];
  readonly mailIsOn: boolean;
  /** The viewer is going through his pile, and this is the card he is at. */
  readonly pile?: { readonly n: number; readonly of: number };
}

const month = 30 * 86_400_000;

export function viewOf(store: Store, company: Company, viewer: Person, found: Case, now: Instant): CardView {
  const { request, process } = found;
  const open = request.status === "open";
  const people: ReadonlyMap<VisaId, readonly PersonId[]> = open
    ? addressees(process, request, company)
    : new Map();
  const mine = openSteps(request).find((step) => isMine({ people }, step, viewer.id))?.visa;
  const others = othersStep(company, viewer, found, people);
  const skus = open
    ? goodsOf(request.answers).flatMap((line) => (line.sku === undefined ? [] : [line.sku]))
    : [];
  const twins = skus.length === 0 ? [] : openGoodsAt(store, request.place, skus, request.id);
  const pile = pileOf(store, viewer.id);
  return {
    ...found,
    viewer,
    company,
    words: wordsIn(viewer.language),
    now,
    people,
    letters: lettersOf(store, request.id),
    mailIsOn: mailIsOn(store),
    twins: [...new Set(twins.map((twin) => twin.request))],
    ...(mine === undefined ? {} : { mine }),
    ...(others === undefined ? {} : { others }),
    ...(mine === undefined || goodsOf(request.answers).length === 0
      ? {}
      : { statistics: statisticsOf(store, company, found, now) }),
    warnings: isWarned(found) ? filedWarnings(store, company, request) : [],
    ...(pile?.current === request.id ? { pile: { n: pile.n, of: pile.of } } : {}),
  };
}

/** A step that somebody else has taken and that the viewer might have taken himself. */
function othersStep(
  company: Company,
  viewer: Person,
  { request, process }: Case,
  people: CardView["people"],
): CardView["others"] {
  if (people.size === 0) return undefined;
  const may = candidates(process, request, company);
  for (const step of openSteps(request)) {
    const holder = holderOf({ people }, step);
    if (holder === undefined || holder.by === viewer.id) continue;
    if (may.get(step.visa)?.includes(viewer.id) === true) return { visa: step.visa, holder };
  }
  return undefined;
}

function statisticsOf(store: Store, company: Company, { request, process }: Case, now: Instant) {
  const { kind } = company.departments.find((one) => one.id === request.place) ?? { kind: "store" };
  const country = countryOf(company, request.place);
  const alike = company.departments.filter(
    (one) => one.kind === kind && countryOf(company, one.id) === country,
  );
  const since = units<Instant>(now - month);
  return placeStatistics(store, {
    process: process.id,
    place: request.place,
    country,
    since,
    stores: Math.max(1, alike.length),
  });
}
