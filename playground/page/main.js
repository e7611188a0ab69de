/** Starts the page: reads the state, listens for news, and draws the chats of those whom the visitor chose. */

import { el } from "./element.js";
import { model } from "./model.js";
import { currentPerson, peopleBar, showPerson, shownPeople } from "./people-bar.js";
import { phone } from "./phone.js";
import { applyTheme, settings } from "./settings.js";
import { sidePanel } from "./side-panel.js";
import { attempt, showAnswers } from "./toasts.js";
import { toolbar } from "./toolbar.js";
import { t } from "./words.js";

const narrow = matchMedia("(max-width: 720px)");

/** Ends the listeners of what is on the page when it is drawn anew. */
let drawn = new AbortController();
/** The phones on the page, by person. @type {Map<number, { node: HTMLElement, gone: AbortController }>} */
let phones = new Map();

/** Draws the whole page: at the start, and when language, width or kind of client change. */
function draw() {
  drawn.abort();
  for (const { gone } of phones.values()) gone.abort();
  phones = new Map();
  drawn = new AbortController();
  document.documentElement.lang = settings.language;
  const panel = sidePanel(drawn.signal);
  const desk = el("main", { class: "desk", "aria-label": t("chats") });
  const bar = peopleBar(narrow.matches, () => choose(desk, bar), drawn.signal);
  const lost = el("p", { class: "lost", role: "alert", hidden: true }, t("lost"));
  model.on(
    "connection",
    (up) => {
      lost.hidden = up;
    },
    drawn.signal,
  );
  model.on("state", () => choose(desk, bar), drawn.signal);
  document
    .querySelector("#page")
    ?.replaceChildren(
      toolbar({ redraw: draw, panel: panel.toggle }, drawn.signal),
      bar.node,
      el("div", { class: "room" }, desk, panel.node),
      lost,
    );
  choose(desk, bar);
}

/** Puts up the phones of those who are shown, and leaves alone those that stand already. @param {HTMLElement} desk @param {{ draw: () => void }} bar */
function choose(desk, bar) {
  bar.draw();
  const current = currentPerson();
  const people = narrow.matches ? (current ? [current] : []) : shownPeople();
  for (const [id, { node, gone }] of phones) {
    if (people.some((person) => person.id === id)) continue;
    gone.abort();
    node.remove();
    phones.delete(id);
  }
  if (people.length === 0) desk.replaceChildren(el("p", { class: "nobody" }, t("nobodyShown")));
  else desk.querySelector(".nobody")?.remove();
  for (const [index, person] of people.entries()) {
    if (phones.has(person.id)) continue;
    const gone = new AbortController();
    const hide = () => {
      showPerson(person.id, false);
      choose(desk, bar);
    };
    const { node, ready } = phone(person, { hide: narrow.matches ? null : hide, gone: gone.signal });
    desk.insertBefore(node, desk.children[index] ?? null);
    phones.set(person.id, { node, gone });
    ready();
  }
  attempt(() => model.show(people.map(({ id }) => id)));
}

/** The tab says how much waits unseen. */
function title() {
  const unread = model.people.reduce((sum, person) => sum + person.unread, 0);
  document.title = `${unread > 0 ? `(${unread}) ` : ""}${model.bot.firstName} · ${t("subtitle")}`;
}

applyTheme();
narrow.addEventListener("change", draw);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) for (const id of model.visible) model.markRead(id);
});
model.on("people", title);
model.on("state", title);
showAnswers();
draw();
attempt(() => model.start());
