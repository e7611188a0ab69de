/** One message, or one album, as a bubble with everything under it. */

import { documentChip } from "./documents.js";
import { el, icon, iconButton } from "./element.js";
import { formattedText } from "./formatted-text.js";
import { inlineButtons } from "./inline-buttons.js";
import { model } from "./model.js";
import { mosaic } from "./photos.js";
import { fileUrl } from "./server.js";
import { t, timeOf } from "./words.js";

/** @import { ChatMessage } from "./contract.d.ts" */

/**
 * What a message can be asked to do.
 * @typedef {object} MessageActs
 * @property {(message: ChatMessage) => void} reply
 * @property {(message: ChatMessage) => void} edit
 * @property {(command: string) => void} command
 * @property {(messageId: number) => void} jump
 */

/**
 * @param {number} person whose chat it is
 * @param {ChatMessage[]} group one message, or the messages of an album in order
 * @param {MessageActs} acts
 */
export function messageView(person, group, acts) {
  const [first] = group;
  const words = group.find((message) => (message.text ?? message.caption ?? "") !== "") ?? first;
  const onlyPicture = words.text === undefined && !words.caption && first.photo !== undefined;
  return el(
    "article",
    {
      class: `message ${first.from}`,
      "data-message": first.id,
      "data-ids": group.map(({ id }) => id).join(" "),
      "aria-label": `${first.from === "bot" ? t("fromBot") : t("you")}, ${timeOf(first.at)}`,
    },
    el(
      "div",
      {
        class: `bubble${onlyPicture ? " only-picture" : ""}${first.photo ? " with-picture" : ""}`,
        onclick: (/** @type {MouseEvent} */ event) => {
          if (isPlainTap(event)) acts.reply(first);
        },
      },
      first.replyTo !== undefined && quote(person, first.replyTo, acts),
      attachments(group),
      el("div", { class: "words" }, textOf(words, acts), stamp(words, group)),
    ),
    first.buttons.length > 0 && inlineButtons(person, first),
    el(
      "div",
      { class: "message-acts" },
      iconButton("reply", t("reply"), () => acts.reply(first)),
      first.from === "person" &&
        first.text !== undefined &&
        iconButton("edit", t("edit"), () => acts.edit(first)),
    ),
  );
}

/** A tap on the bubble itself: not on something inside that acts, nor the end of a selection. @param {MouseEvent} event */
function isPlainTap(event) {
  const target = /** @type {Element} a click always has an element */ (event.target);
  return target.closest("a, button, video, audio") === null && getSelection()?.isCollapsed !== false;
}

/** @param {ChatMessage} message @param {MessageActs} acts */
function textOf(message, acts) {
  const text = message.text ?? message.caption ?? "";
  if (text === "") return null;
  return el(
    "div",
    { class: "text", dir: "auto" },
    formattedText(text, message.entities, { command: acts.command }),
  );
}

/** @param {ChatMessage[]} group */
function attachments(group) {
  if (group[0].photo) return mosaic(group);
  return group.map((message) => attachment(message));
}

/** @param {ChatMessage} message */
function attachment({ document: file, other }) {
  if (file) return documentChip(file);
  switch (other?.kind) {
    case "video":
    case "animation":
      return el("video", { src: fileUrl(other.fileId), controls: true, "aria-label": t("video") });
    case "voice":
    case "audio":
      return el("audio", { src: fileUrl(other.fileId), controls: true, "aria-label": t("voice") });
    case "sticker":
      return el("div", { class: "sticker", role: "img", "aria-label": t("sticker") }, other.emoji);
    case "location":
      return chip("place", t("location"), `${other.latitude.toFixed(5)}, ${other.longitude.toFixed(5)}`);
    case "contact":
      return chip("person", [other.firstName, other.lastName].filter(Boolean).join(" "), other.phone);
    case "service":
      return el("span", { class: "service" }, icon("pin"), t("pinned"));
    default:
      return null;
  }
}

/** @param {import("./element.js").IconName} name @param {string} title @param {string} detail */
function chip(name, title, detail) {
  return el(
    "div",
    { class: "document" },
    el("span", { class: "document-kind" }, icon(name)),
    el(
      "span",
      { class: "document-words" },
      el("span", { class: "document-name" }, title),
      el("span", { class: "document-size" }, detail),
    ),
  );
}

/** @param {number} person @param {number} messageId @param {MessageActs} acts */
function quote(person, messageId, acts) {
  const message = model.chat(person).messages.find(({ id }) => id === messageId);
  return el(
    "button",
    { type: "button", class: "quote", onclick: () => acts.jump(messageId) },
    message ? summary(message) : t("deleted"),
  );
}

/** One line that stands for a message. @param {ChatMessage} message */
export function summary(message) {
  const text = message.text ?? message.caption;
  if (text) return text.replaceAll(/\s+/g, " ").slice(0, 120);
  if (message.photo) return t("photo");
  if (message.document) return message.document.fileName ?? t("document");
  switch (message.other?.kind) {
    case "video":
    case "animation":
      return t("video");
    case "voice":
    case "audio":
      return t("voice");
    case "contact":
      return t("contactShared");
    case "location":
      return t("location");
    case "sticker":
      return t("sticker");
    default:
      return t("pinned");
  }
}

/** @param {ChatMessage} message the one whose words are shown @param {ChatMessage[]} group */
function stamp(message, group) {
  const edited = group.map(({ editedAt }) => editedAt).find((at) => at !== undefined);
  return el(
    "div",
    { class: "stamp" },
    group[0].silent &&
      group[0].from === "bot" &&
      el(
        "span",
        { class: "silent", role: "img", title: t("silent"), "aria-label": t("silent") },
        icon("silent"),
      ),
    edited !== undefined && el("span", { class: "edited", title: timeOf(edited) }, t("edited")),
    el("time", { datetime: new Date(message.at).toISOString() }, timeOf(message.at)),
  );
}
