/** The registry as a file in the chat: what stands in it is looked up when it is sent, with the rights of that moment. */
import type { RegistryFilter } from "../../db/registry-pages.ts";
import { localDate } from "../../flows/company/calendar.ts";
import type { RegistryFormat } from "../button-fields.ts";
import { zoneOf } from "../delivery/silence.ts";
import type { MadeMessage, Reader } from "../delivery/wording.ts";
import { wordsIn } from "../texts.ts";

export function registryFile(
  format: RegistryFormat,
  filter: RegistryFilter,
  { company, person, now }: Reader,
): MadeMessage {
  const words = wordsIn(person.language);
  const title = words(format === "suppliers" ? "registry-suppliers" : "home-registry");
  const day = localDate(now, zoneOf(company, person));
  return {
    making: { kind: "registry", job: { person: person.id, format, filter } },
    fileName: `${title} ${day}.${format === "csv" ? "csv" : "xlsx"}`,
    caption: title,
    otherwise: words("registry-no-file"),
  };
}
