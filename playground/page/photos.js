/** Photos of a message or an album: a mosaic that crops nothing much, and the large view of one of them. */

import { openDialog } from "./dialogs.js";
import { el, iconButton } from "./element.js";
import { fileUrl } from "./server.js";
import { t } from "./words.js";

/** @import { ChatMessage, PhotoSize } from "./contract.d.ts" */

/** How many pictures stand in each row, by the size of the album. */
const ROWS = [[1], [1], [2], [1, 2], [2, 2], [2, 3], [3, 3], [3, 4], [4, 4], [3, 3, 3], [3, 3, 4]];
const NARROWEST = 0.6;
const WIDEST = 1.9;

/** @param {PhotoSize[]} sizes @param {number} wanted pixels of width */
function sizeFor(sizes, wanted) {
  const ordered = [...sizes].sort((a, b) => a.width - b.width);
  return ordered.find((size) => size.width >= wanted) ?? ordered[ordered.length - 1];
}

/** @param {PhotoSize[]} sizes */
function ratioOf(sizes) {
  const { width, height } = sizeFor(sizes, Infinity);
  return Math.min(WIDEST, Math.max(NARROWEST, width / height || 1));
}

/**
 * The pictures of these messages in rows; a tap opens the large view.
 * @param {ChatMessage[]} messages each with a photo
 */
export function mosaic(messages) {
  const photos = messages.map((message) => message.photo ?? []);
  const box = el("div", { class: "mosaic" });
  let at = 0;
  for (const count of ROWS[Math.min(photos.length, 10)]) {
    const row = photos.slice(at, at + count);
    const sum = row.reduce((total, sizes) => total + ratioOf(sizes), 0);
    const line = el("div", { class: "mosaic-row", style: `aspect-ratio: ${sum}` });
    for (const sizes of row) line.append(thumbnail(sizes, at++, messages));
    box.append(line);
  }
  return box;
}

/** @param {PhotoSize[]} sizes @param {number} index @param {ChatMessage[]} messages */
function thumbnail(sizes, index, messages) {
  const label = t("photoOf", { n: index + 1, total: messages.length });
  return el(
    "button",
    {
      type: "button",
      class: "photo",
      // shares that sum up to less than 1 would leave the row's end empty and cut the picture's sides
      style: `flex-grow: ${ratioOf(sizes) * 100}`,
      "aria-label": label,
      onclick: () => openPhotos(messages, index),
    },
    el("img", { src: fileUrl(sizeFor(sizes, 640).fileId), alt: label, loading: "lazy", draggable: "false" }),
  );
}

/** The large view: arrows turn, Escape closes. @param {ChatMessage[]} messages @param {number} first */
function openPhotos(messages, first) {
  let index = first;
  const image = el("img", { alt: "" });
  const caption = el("p", { class: "lightbox-caption" });
  const count = el("span", { class: "lightbox-count" });
  const show = () => {
    const message = messages[index];
    image.src = fileUrl(sizeFor(message.photo ?? [], Infinity).fileId);
    image.alt = t("photoOf", { n: index + 1, total: messages.length });
    caption.textContent = message.caption ?? "";
    count.textContent = messages.length > 1 ? `${index + 1} / ${messages.length}` : "";
  };
  /** @param {number} step */
  const turn = (step) => {
    index = (index + step + messages.length) % messages.length;
    show();
  };
  const several = messages.length > 1;
  const dialog = el(
    "dialog",
    { class: "lightbox", "aria-label": t("photo") },
    el(
      "header",
      null,
      count,
      iconButton("close", t("close"), () => dialog.close()),
    ),
    several && iconButton("previous", t("previous"), () => turn(-1), { class: "turn previous" }),
    image,
    several && iconButton("next", t("next"), () => turn(1), { class: "turn next" }),
    caption,
  );
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") turn(-1);
    if (event.key === "ArrowRight") turn(1);
  });
  openDialog(dialog);
  show();
}
