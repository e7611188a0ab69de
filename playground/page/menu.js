/** A button that opens a short list of actions: arrows walk it, Escape and a tap elsewhere close it. */

import { el, icon, iconButton } from "./element.js";

/**
 * @typedef {{ icon: import("./element.js").IconName, label: string, act: () => void, danger?: boolean }} MenuItem
 */

/** @param {string} label @param {() => MenuItem[]} items asked for each time it opens */
export function menuButton(label, items) {
  const list = el("div", { class: "menu", role: "menu", hidden: true, "aria-label": label });
  const button = iconButton("more", label, () => (list.hidden ? open() : close()), {
    "aria-haspopup": "menu",
    "aria-expanded": "false",
  });
  const box = el("div", { class: "menu-box" }, button, list);

  function open() {
    list.replaceChildren(...items().map((item) => menuItem(item, close)));
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    focusItem(0);
    document.addEventListener("pointerdown", closeOutside);
  }

  function close() {
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", closeOutside);
  }

  /** @param {Event} event */
  function closeOutside(event) {
    if (!(event.target instanceof Node) || !box.contains(event.target)) close();
  }

  /** @param {number} index */
  function focusItem(index) {
    const all = list.querySelectorAll("button");
    all[(index + all.length) % all.length]?.focus();
  }

  list.addEventListener("keydown", (event) => {
    const at = [...list.children].findIndex((child) => child === document.activeElement);
    if (event.key === "ArrowDown") focusItem(at + 1);
    else if (event.key === "ArrowUp") focusItem(at - 1);
    else if (event.key === "Escape" || event.key === "Tab") {
      close();
      button.focus();
    } else return;
    event.preventDefault();
  });
  return box;
}

/** @param {MenuItem} item @param {() => void} close */
function menuItem({ icon: name, label, act, danger }, close) {
  return el(
    "button",
    {
      type: "button",
      role: "menuitem",
      tabindex: "-1",
      class: danger ? "danger" : null,
      onclick: () => {
        close();
        act();
      },
    },
    icon(name),
    label,
  );
}
