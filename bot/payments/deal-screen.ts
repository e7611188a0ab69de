/** A deal's screen: its percentages as a small chart, what is paid and what is to come, the ways on. Drawn when it is sent. */
import { changesOf } from "../../db/deal-changes.ts";
import { localDate } from "../../flows/company/calendar.ts";
import type { Deal } from "../../flows/payments/deal.ts";
import { percentText, wholePercent } from "../../flows/payments/percentage.ts";
import { isAccountant } from "../../flows/payments/recipients.ts";
import { button } from "../buttons.ts";
import { zoneOf } from "../delivery/silence.ts";
import type { MadeMessage, Reader } from "../delivery/wording.ts";
import { wordsIn } from "../texts.ts";
import type { Message } from "../work.ts";
import { dealText } from "./deal-words.ts";

/** Steps of the chart: a deal has few; of one with hundreds the newest are shown. */
const stepsMax = 60;

/** Words and buttons. */
export function dealMessage(deal: Deal, { store, company, person, now }: Reader): Message {
  const words = wordsIn(person.language);
  const at = { deal: deal.id };
  return {
    text: dealText(
      deal,
      { store, company, words, language: person.language },
      localDate(now, zoneOf(company, person)),
    ),
    buttons: [
      [
        button(words("button-deal-payments"), { kind: "deal-payments", ...at }),
        button(words("button-deal-history"), { kind: "deal-history", ...at }),
      ],
      ...(isAccountant(company, person.id)
        ? [[button(words("button-book"), { kind: "book-payment", ...at })]]
        : []),
      [
        button(words("button-all-deals"), { kind: "all-deals" }),
        button(words("button-alert-settings"), { kind: "alert-settings" }),
      ],
    ],
  };
}

/** The same under the chart; undefined: there is no percentage to draw yet. */
export function dealPicture(deal: Deal, reader: Reader): MadeMessage | undefined {
  const { store, company, person, now } = reader;
  const words = wordsIn(person.language);
  const zone = zoneOf(company, person);
  const steps = changesOf(store, deal.id, stepsMax)
    .toReversed()
    .flatMap(({ at, paid, total }) => {
      const percent = wholePercent({ paid, total });
      const text = percentText({ paid, total }, person.language);
      return percent === undefined || text === undefined ? [] : [{ on: localDate(at, zone), percent, text }];
    });
  if (steps.length === 0) return undefined;
  const { text, buttons } = dealMessage(deal, reader);
  const title = [deal.orderNumber, deal.name].filter((part) => part !== undefined).join(" · ");
  return {
    making: {
      kind: "chart",
      spec: {
        kind: "steps",
        title: title.slice(0, 300),
        subtitle: words("deal-chart-subtitle"),
        steps,
        until: localDate(now, zone),
      },
    },
    fileName: "deal.png",
    caption: text,
    otherwise: text,
    ...(buttons !== undefined && { buttons }),
  };
}
