/** The list of messages of one chat: drawn by difference, kept at its foot while the reader is there. */

import { el, iconButton } from "./element.js";
import { messageView } from "./message.js";
import { model } from "./model.js";
import { attempt } from "./toasts.js";
import { dayKey, dayName, t } from "./words.js";

/**
 * @import { ChatMessage } from "./contract.d.ts"
 * @import { MessageActs } from "./message.js"
 */

const NEAR_PX = 80;

/** Messages in order, the parts of an album together. @param {ChatMessage[]} messages */
function grouped(messages) {
  /** @type {ChatMessage[][]} */
  const groups = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (last && message.album !== undefined && last[0].album === message.album) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

/** Whether two drawings would look the same. @param {ChatMessage[]} one @param {ChatMessage[]} other */
function isSame(one, other) {
  if (one.length !== other.length) return false;
  if (one.every((message, index) => message === other[index])) return true;
  return JSON.stringify(one) === JSON.stringify(other);
}

/** When a group was last edited. @param {ChatMessage[]} group */
const editOf = (group) => Math.max(...group.map(({ editedAt }) => editedAt ?? 0));

/**
 * @param {number} person
 * @param {string} name of the person, for those who listen
 * @param {Omit<MessageActs, "jump">} acts
 */
export function conversation(person, name, acts) {
  /** What is drawn, by the first message's id. @type {Map<number, { group: ChatMessage[], node: HTMLElement }>} */
  let drawn = new Map();
  const list = el("div", { class: "message-list" });
  const down = iconButton("down", t("toNewest"), () => toFoot(true), { class: "to-newest", hidden: true });
  const earlier = el(
    "button",
    { type: "button", class: "earlier", hidden: true, onclick: () => attempt(loadEarlier) },
    t("earlier"),
  );
  const scroller = el(
    "div",
    { class: "scroller", role: "log", tabindex: "0", "aria-label": t("messages", { name }) },
    earlier,
    list,
  );
  let atFoot = true;
  let top = 0;
  scroller.addEventListener("scroll", () => {
    const near = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX;
    // Only the reader scrolls up; when things below grow, the distance to the foot is not his doing.
    if (near || scroller.scrollTop < top) atFoot = near;
    top = scroller.scrollTop;
    down.hidden = atFoot;
  });
  // Pictures, the tray and the keyboard change heights: whoever reads the newest message keeps reading it.
  const sizes = new ResizeObserver(() => {
    if (atFoot) toFoot(false);
  });
  sizes.observe(scroller);
  sizes.observe(list);

  /** @param {boolean} smooth */
  function toFoot(smooth) {
    scroller.scrollTo({ top: scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  }

  async function loadEarlier() {
    const height = scroller.scrollHeight;
    await model.loadEarlier(person);
    scroller.scrollTop += scroller.scrollHeight - height;
  }

  /** @param {number} messageId */
  function jump(messageId) {
    const node = list.querySelector(`[data-ids~="${messageId}"]`);
    node?.scrollIntoView({ block: "center", behavior: "smooth" });
    if (node) flash(node);
  }

  function refresh() {
    const chat = model.chat(person);
    earlier.hidden = !chat.more;
    /** @type {typeof drawn} */
    const next = new Map();
    /** @type {HTMLElement[]} */
    const nodes = [];
    let day = "";
    for (const group of grouped(chat.messages)) {
      const [first] = group;
      if (dayKey(first.at) !== day) {
        day = dayKey(first.at);
        nodes.push(el("div", { class: "day" }, el("span", null, dayName(first.at, model.now()))));
      }
      const known = drawn.get(first.id);
      const same = known !== undefined && isSame(known.group, group);
      const node = known && same ? known.node : messageView(person, group, { ...acts, jump });
      if (known && !same) replaced(known.node, node, editOf(known.group) !== editOf(group));
      next.set(first.id, { group, node });
      nodes.push(node);
    }
    drawn = next;
    place(list, nodes);
    if (atFoot) toFoot(false);
  }

  return { nodes: [scroller, down], refresh, toFoot };
}

/**
 * Puts the nodes in order and leaves alone those that stand right, so that focus and scrolling survive.
 * @param {HTMLElement} list @param {HTMLElement[]} nodes
 */
function place(list, nodes) {
  const wanted = new Set(nodes);
  for (const old of Array.from(list.children))
    if (!wanted.has(/** @type {HTMLElement} */ (old))) old.remove();
  nodes.forEach((node, index) => {
    const there = list.children[index];
    if (there !== node) list.insertBefore(node, there ?? null);
  });
}

/**
 * The focus goes to the same button again, and after an edit the eye is led there.
 * @param {HTMLElement} old @param {HTMLElement} fresh @param {boolean} edited or else an album that grew
 */
function replaced(old, fresh, edited) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const label = focused?.getAttribute("data-label");
  old.replaceWith(fresh);
  if (edited) flash(fresh);
  if (!focused) return;
  const buttons = [...fresh.querySelectorAll(".inline-button, .message-acts button")];
  const same = buttons.find((button) => button.getAttribute("data-label") === label) ?? buttons[0];
  if (same instanceof HTMLElement) same.focus({ preventScroll: true });
}

/** @param {Element} node */
function flash(node) {
  node.classList.remove("flash");
  // Reading a size makes the browser forget the finished animation, so that it runs again.
  void node.clientWidth;
  node.classList.add("flash");
}
