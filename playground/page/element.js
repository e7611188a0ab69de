/** Builds the page's elements: the only way that data becomes DOM, always as text and never as markup. */

/**
 * @typedef {Node | string | number | null | undefined | false} Child
 * @typedef {Record<string, unknown>} Attributes
 */

/**
 * Makes an element. `on…` attributes are listeners, `class`, `data-*`, `aria-*` and the rest become attributes;
 * `true` sets an empty attribute, `false`, `null` and `undefined` leave it out. `value` and `checked` are set as properties.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes | null} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on") && typeof value === "function") {
      node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else if (name === "value" || name === "checked") Reflect.set(node, name, value);
    else node.setAttribute(name, value === true ? "" : `${/** @type {string | number} */ (value)}`);
  }
  node.append(...flat(children));
  return node;
}

/** @param {(Child | Child[])[]} children @returns {(Node | string)[]} */
function flat(children) {
  /** @type {(Node | string)[]} */
  const out = [];
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    out.push(child instanceof Node ? child : String(child));
  }
  return out;
}

/** Lines of a 24 × 24 drawing, in the current colour. */
const SHAPES = {
  send: "M4 12 20 4l-5 16-3.5-6.5z",
  attach: "M20 11.5 12 19.5a5 5 0 0 1-7-7l8-8a3.4 3.4 0 0 1 4.8 4.8l-8 8a1.8 1.8 0 0 1-2.5-2.5l7.2-7.2",
  keyboard: "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10M19 10h-.01",
  hide: "M6 9l6 6 6-6",
  close: "M6 6l12 12M18 6L6 18",
  more: "M12 4a1 1 0 1 0 .01 0M12 11a1 1 0 1 0 .01 0M12 18a1 1 0 1 0 .01 0",
  reply: "M10 6 4 12l6 6M4 12h9a7 7 0 0 1 7 7",
  edit: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  silent: "M6 17h10M8 17v-6a4 4 0 0 1 6-3.5M16 11v6M11 20h2M4 4l16 16",
  link: "M14 5h5v5M19 5l-8 8M17 14v5H5V7h5",
  copy: "M9 9h10v11H9zM5 15V4h10",
  down: "M12 5v14M6 13l6 6 6-6",
  previous: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  clock: "M12 3a9 9 0 1 0 .01 0M12 7v5l3 2",
  log: "M5 5h14M5 10h14M5 15h9M5 20h9",
  mail: "M3 6h18v12H3zM3 7l9 7 9-7",
  fault: "M12 4 2.5 20h19zM12 10v4M12 17v.01",
  reset: "M5 12a7 7 0 1 0 2-5M5 4v4h4",
  settings: "M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4",
  sunrise: "M4 18h16M7 14a5 5 0 0 1 10 0M12 4v3M5 8l2 2M19 8l-2 2",
  block: "M12 3a9 9 0 1 0 .01 0M6 6l12 12",
  person: "M12 12a4 4 0 1 0-.01 0M4 21a8 8 0 0 1 16 0",
  pin: "M9 4h6l-1 6 3 4H7l3-4zM12 14v6",
  place: "M12 21s-7-6-7-11a7 7 0 0 1 14 0c0 5-7 11-7 11zM12 10v.01",
  play: "M8 5l11 7-11 7z",
  plus: "M12 5v14M5 12h14",
  check: "M5 12l5 5 9-10",
};

/** @typedef {keyof typeof SHAPES} IconName */

/**
 * A line drawing that says nothing by itself: the button around it carries the words.
 * @param {IconName} name
 */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

/**
 * A button that shows only a drawing, with its words as name and tooltip.
 * @param {IconName} name @param {string} label @param {(event: MouseEvent) => void} act @param {Attributes} [attributes]
 */
export function iconButton(name, label, act, attributes = {}) {
  const { class: kind, ...rest } = attributes;
  return el(
    "button",
    {
      type: "button",
      title: label,
      "aria-label": label,
      onclick: act,
      ...rest,
      class: `icon-button ${typeof kind === "string" ? kind : ""}`.trim(),
    },
    icon(name),
  );
}
