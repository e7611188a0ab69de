/** Orders faults of the mail server: refusals, broken conversations, greylisting. */

import { el, icon } from "./element.js";
import { server } from "./server.js";
import { attempt } from "./toasts.js";
import { t } from "./words.js";

/** @import { MailFaults } from "./contract.d.ts" */

const KINDS = /** @type {const} */ ([
  ["421", "mail421"],
  ["451", "mail451"],
  ["550", "mail550"],
  ["535", "mail535"],
  ["hang", "mailHang"],
  ["cut-greeting", "mailCutGreeting"],
  ["cut-recipient", "mailCutRecipient"],
  ["cut-message", "mailCutMessage"],
  ["cut-before", "mailCutBefore"],
  ["cut-kept", "mailCutKept"],
  ["cut-after", "mailCutAfter"],
]);

/** The form, folded away; what it orders stands under it until it has happened. */
export function mailFaultForm() {
  const kind = el(
    "select",
    null,
    KINDS.map(([value, word]) => el("option", { value }, t(word))),
  );
  const times = el("input", { type: "number", min: 1, max: 1_000, value: "1", required: true });
  const waiting = el("ul", { class: "faults-waiting", role: "status" });
  /** @param {Record<string, unknown>} what */
  const ask = (what) => attempt(async () => show(await server.mailFault(what)));
  const greylist = el("input", {
    type: "checkbox",
    onchange: () => ask({ kind: "greylist", on: greylist.checked }),
  });

  /** @param {MailFaults} faults */
  function show(faults) {
    greylist.checked = faults.greylist;
    const lines = faults.waiting.map((order) => `${order.times ?? 1} × ${order.kind}`);
    waiting.replaceChildren(
      ...(lines.length > 0 ? lines : [t("faultsNone")]).map((line) => el("li", null, line)),
    );
  }
  attempt(async () => {
    const { mail } = await server.state();
    if (mail) show(mail);
  });
  const form = el(
    "form",
    {
      class: "fault-form",
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        ask({ kind: kind.value, times: Number(times.value) });
      },
    },
    el("label", null, t("faultAnswer"), kind),
    el("label", null, t("mailCount"), times),
    el("button", { class: "primary" }, t("faultSet")),
    waiting,
    el("button", { type: "button", class: "tool", onclick: () => ask({ kind: "none" }) }, t("faultClear")),
    el("label", { class: "check" }, greylist, t("mailGreylist")),
  );
  return el("details", { class: "mail-faults" }, el("summary", null, icon("fault"), t("mailFaults")), form);
}
