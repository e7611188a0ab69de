/** What colleagues have to do with a request: whose step was handed to whom, opinions asked and given (D19, D21). */
import { mayTakeBack } from "../../flows/engine/colleagues.ts";
import { openSteps } from "../../flows/engine/request.ts";
import { button } from "../buttons.ts";
import type { Part } from "./fit.ts";
import { nameOf } from "./place.ts";
import { signerOf } from "./route.ts";
import { quoted } from "./shown-text.ts";
import type { CardView } from "./view.ts";

type Row = readonly ReturnType<typeof button>[];

/** Opinions of each open step that stay on the card, the newest. */
const opinionsMax = 2;

/** «Передано: Киселёв О. И. (замещает: Белова А. С.)», then the newest opinions asked and given. */
export function colleagueLines(view: CardView): Part[] {
  const { request, company, words } = view;
  const steps = openSteps(request);
  const handed = steps.flatMap(({ delegated }): Part[] =>
    delegated === undefined
      ? []
      : [{ html: words("card-delegated", { name: signerOf(view, delegated.to, delegated.by) }) }],
  );
  const opinions = steps.flatMap(({ visa }) =>
    request.talk
      .filter((one) => one.visa === visa && (one.kind === "consulted" || one.kind === "advice"))
      .slice(-opinionsMax),
  );
  const said = opinions.map(({ kind, by, to, text }): Part => {
    const name = nameOf(company, by);
    const head =
      kind === "advice" || to === undefined
        ? words("card-colleague-said", { name })
        : words("card-colleague-asked", { name: nameOf(company, to), by: name });
    return { html: `${head}\n${quoted(text, 200)}`, dispensable: 1 };
  });
  return [...handed, ...said];
}

/** Who has a step to act on may ask a colleague or hand it on; who was asked answers; who handed it on takes it back. */
export function colleagueRows(view: CardView): Row[] {
  const { request, process, company, viewer, words, mine } = view;
  const own: Row[] =
    mine === undefined
      ? []
      : [
          [
            button(words("button-consult"), { kind: "consult", request: request.id, visa: mine }),
            button(words("button-delegate"), { kind: "delegate", request: request.id, visa: mine }),
          ],
        ];
  const asked = openSteps(request).flatMap(({ visa, consulted }): Row[] =>
    consulted?.some((one) => one.of === viewer.id) === true
      ? [[button(words("button-advise"), { kind: "advise", request: request.id, visa })]]
      : [],
  );
  const handed = openSteps(request).flatMap(({ visa }): Row[] =>
    mayTakeBack(process, request, visa, viewer.id, company)
      ? [[button(words("button-take-back"), { kind: "take-back", request: request.id, visa })]]
      : [],
  );
  return [...asked, ...own, ...handed];
}
