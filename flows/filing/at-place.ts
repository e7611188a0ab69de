/** What the draft's place decides: the country, today's date, and the day whose VAT rates hold. */
import { localDate } from "../company/calendar.ts";
import type { Country } from "../company/company.ts";
import { entityOf } from "../company/places.ts";
import type { Around } from "./catalogue.ts";
import type { Draft } from "./draft.ts";

/** The country of the place's entity: its tax numbers, its currency, its rates. Before a place is chosen, the first entity's. */
export function countryAt(draft: Pick<Draft, "place">, { company }: Pick<Around, "company">): Country {
  if (draft.place !== undefined) return entityOf(company, draft.place).country;
  return company.entities[0]?.country ?? "RU";
}

/** Today's date at the draft's place; without one, in the first entity's zone. */
export function todayAt(
  draft: Pick<Draft, "place">,
  { company, now }: Pick<Around, "company" | "now">,
): string {
  const [first] = company.entities;
  const entity = draft.place === undefined ? first : entityOf(company, draft.place);
  return localDate(now, entity?.timeZone ?? "UTC");
}

/** The date of the paper: the first date of the form that is answered; before it is, today. */
export function vatDayOf(draft: Pick<Draft, "place" | "answers">, around: Around): string {
  for (const question of around.process.form) {
    const answer = draft.answers[question.id];
    if (answer?.kind === "date") return answer.date;
  }
  return todayAt(draft, around);
}
