/** The mailbox: letters that the bot sent, newest first; each opens to its text, headers and attachments. */

import { el, icon } from "./element.js";
import { mailFaultForm } from "./mail-fault-form.js";
import { model } from "./model.js";
import { letterUrl } from "./server.js";
import { attempt } from "./toasts.js";
import { dayName, sizeOf, t, timeOf } from "./words.js";

/** @import { LetterLine, OpenLetter } from "./contract.d.ts" */

/** @param {AbortSignal} gone */
export function mailbox(gone) {
  const list = el("ol", { class: "letters" });
  const empty = el("p", { class: "empty" }, t("mailEmpty"));

  function draw() {
    empty.hidden = model.letters.length > 0;
    list.replaceChildren(...model.letters.map(letterView));
  }

  model.on(
    "letters",
    (letter) => {
      if (letter === null) return draw();
      empty.hidden = true;
      list.prepend(letterView(letter));
    },
    gone,
  );
  model.on("state", () => attempt(() => model.loadLetters()), gone);
  attempt(() => model.loadLetters());
  return el(
    "div",
    { class: "mailbox" },
    el("p", { class: "hint" }, t("mailHint")),
    mailFaultForm(),
    empty,
    list,
  );
}

/** @param {LetterLine} letter */
function letterView(letter) {
  const { n, at, from, to, subject, attachments, seen } = letter;
  const details = el(
    "details",
    null,
    el(
      "summary",
      null,
      el("b", { class: "letter-subject" }, subject === "" ? t("mailNoSubject") : subject),
      el("time", null, `${dayName(at, model.now())}, ${timeOf(at)}`),
      el("span", { class: "letter-way" }, `${from} → ${to.join(", ")}`),
      attachments > 0 && el("span", { class: "letter-files" }, icon("attach"), attachments),
    ),
  );
  const item = el("li", { class: seen ? null : "unseen", "data-letter": n }, details);
  details.addEventListener(
    "toggle",
    () =>
      attempt(async () => {
        details.append(contents(await model.openLetter(n)));
        item.classList.remove("unseen");
      }),
    { once: true },
  );
  return item;
}

/** @param {OpenLetter} letter */
function contents({ n, text, hasHtml, headers, files }) {
  return el(
    "div",
    { class: "letter" },
    el("div", { class: "letter-text" }, text),
    files.length > 0 &&
      el(
        "ul",
        { class: "letter-attachments" },
        files.map(({ name, size }, at) =>
          el(
            "li",
            null,
            el(
              "a",
              { class: "document", href: letterUrl(n, `files/${at}`), download: name, "data-file": name },
              el("span", { class: "document-kind" }, icon("file")),
              el(
                "span",
                { class: "document-words" },
                el("span", { class: "document-name" }, name),
                el("span", { class: "document-size" }, sizeOf(size)),
              ),
            ),
          ),
        ),
      ),
    el(
      "details",
      { class: "letter-headers" },
      el("summary", null, t("mailHeaders")),
      el(
        "dl",
        null,
        headers.flatMap(({ name, value }) => [el("dt", null, name), el("dd", null, value)]),
      ),
    ),
    el(
      "p",
      { class: "letter-ways" },
      hasHtml && el("a", { href: letterUrl(n, "html"), target: "_blank", rel: "noopener" }, t("mailHtml")),
      el("a", { href: letterUrl(n, "eml"), download: `letter-${n}.eml` }, t("mailEml")),
    ),
  );
}
