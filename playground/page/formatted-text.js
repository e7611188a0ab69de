/** Shows a text with its entities: bold, links, code and the rest, always as text nodes. */

import { el } from "./element.js";

/** @import { Entity } from "./contract.d.ts" */

const TAGS = /** @type {const} */ ({
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
});

/**
 * @param {string} text @param {Entity[] | undefined} entities offsets in UTF-16 units
 * @param {{ command?: (command: string) => void }} acts what a tapped `/command` does
 * @returns {DocumentFragment}
 */
export function formattedText(text, entities = [], acts = {}) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fragment.append(...nested(text, 0, text.length, ordered, acts));
  return fragment;
}

/**
 * Nodes for one stretch of the text; `entities` are those that begin inside it, outer ones first.
 * @param {string} text @param {number} from @param {number} to @param {Entity[]} entities
 * @param {{ command?: (command: string) => void }} acts @returns {Node[]}
 */
function nested(text, from, to, entities, acts) {
  /** @type {Node[]} */
  const nodes = [];
  let at = from;
  let next = 0;
  while (next < entities.length) {
    const entity = entities[next];
    const end = Math.min(entity.offset + entity.length, to);
    next += 1;
    if (entity.offset < at || end <= entity.offset) continue;
    if (entity.offset > at) nodes.push(new Text(text.slice(at, entity.offset)));
    const inner = [];
    while (next < entities.length && entities[next].offset < end) {
      inner.push(entities[next]);
      next += 1;
    }
    const children = nested(text, entity.offset, end, inner, acts);
    nodes.push(wrapped(entity, text.slice(entity.offset, end), children, acts));
    at = isBlock(entity) && text[end] === "\n" ? end + 1 : end;
  }
  if (at < to) nodes.push(new Text(text.slice(at, to)));
  return nodes;
}

/** What stands on lines of its own: the line break after it is the block's end, not an empty line. @param {Entity} entity */
function isBlock(entity) {
  return entity.type === "blockquote" || entity.type === "expandable_blockquote" || entity.type === "pre";
}

/**
 * @param {Entity} entity @param {string} content @param {Node[]} children
 * @param {{ command?: (command: string) => void }} acts @returns {HTMLElement}
 */
function wrapped(entity, content, children, acts) {
  switch (entity.type) {
    case "text_link":
      return link(entity.url ?? "", children);
    case "url":
      return link(/^[a-z][a-z0-9+.-]*:/i.test(content) ? content : `https://${content}`, children);
    case "email":
      return link(`mailto:${content}`, children);
    case "phone_number":
      return link(`tel:${content.replaceAll(/[^+\d]/g, "")}`, children);
    case "bot_command":
      return el(
        "button",
        {
          type: "button",
          class: "command",
          onclick: () => acts.command?.(content),
        },
        children,
      );
    case "spoiler":
      return spoiler(children);
    case "mention":
    case "text_mention":
    case "hashtag":
    case "cashtag":
      return el("span", { class: "mention" }, children);
    default: {
      const tag = Object.hasOwn(TAGS, entity.type)
        ? TAGS[/** @type {keyof typeof TAGS} hasOwn says so */ (entity.type)]
        : "span";
      return el(tag, null, children);
    }
  }
}

/** Only addresses that a browser may safely open become links. @param {string} address @param {Node[]} children */
function link(address, children) {
  if (!isSafeAddress(address)) return el("span", null, children);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, children);
}

/** @param {string} address */
export function isSafeAddress(address) {
  return /^(https?|mailto|tel|tg):/i.test(address);
}

/** @param {Node[]} children */
function spoiler(children) {
  const node = el("button", { type: "button", class: "spoiler", "aria-expanded": "false" }, children);
  node.addEventListener("click", () => node.setAttribute("aria-expanded", "true"));
  return node;
}
