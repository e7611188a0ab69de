/** Active people by the time zone they live in: whose day begins at the same moment. */
import type { Company, Person } from "../../flows/company/company.ts";
import { zoneOf } from "../delivery/silence.ts";

export function peopleByZone(company: Company): ReadonlyMap<string, readonly Person[]> {
  const zones = new Map<string, Person[]>();
  for (const person of company.people) {
    if (!person.active) continue;
    const zone = zoneOf(company, person);
    const there = zones.get(zone);
    if (there === undefined) zones.set(zone, [person]);
    else there.push(person);
  }
  return zones;
}
