/** The tray over the input: sample photos, files from disk, dropped or pasted, chosen before they are sent together. */

import { el, icon } from "./element.js";
import { model } from "./model.js";
import { server } from "./server.js";
import { t } from "./words.js";

/** @import { Attachment, Draft } from "./contract.d.ts" */

/** Telegram takes at most this many in one album; more are sent as several. */
const ALBUM = 10;

/** What apps send as photos; everything else goes as a file. @param {string} type */
const isPhoto = (type) => type === "image/jpeg" || type === "image/png" || type === "image/webp";

/** @param {Draft} draft @param {Iterable<File>} files */
export function addFiles(draft, files) {
  for (const file of files) {
    const photo = isPhoto(file.type);
    draft.items.push({
      kind: "file",
      name: file.name,
      file,
      photo,
      url: photo ? URL.createObjectURL(file) : "",
    });
  }
  draft.trayOpen = true;
}

/** @param {Attachment} item */
function release(item) {
  if (item.kind === "file" && item.url !== "") URL.revokeObjectURL(item.url);
}

/**
 * Sends what was chosen: photos as photos, the rest as files, each kind in albums; the caption stands on the first.
 * @param {number} person @param {Attachment[]} items @param {boolean} asFile @param {string} caption @param {number | null} replyTo
 */
export async function sendAttachments(person, items, asFile, caption, replyTo) {
  const photos = asFile ? [] : items.filter((item) => item.photo);
  const files = items.filter((item) => !photos.includes(item));
  let words = caption;
  for (const [list, plain] of /** @type {const} */ ([
    [photos, "0"],
    [files, "1"],
  ])) {
    for (let at = 0; at < list.length; at += ALBUM) {
      const form = new FormData();
      for (const item of list.slice(at, at + ALBUM)) {
        if (item.kind === "sample") form.append("samples", item.name);
        else form.append("files", item.file, item.name);
      }
      form.append("asFile", plain);
      if (words !== "") form.append("caption", words);
      words = "";
      if (replyTo !== null) form.append("replyTo", String(replyTo));
      await server.files(person, form);
    }
  }
  for (const item of items) release(item);
}

/**
 * The tray itself, drawn anew with each choice.
 * @param {() => Draft} draft of this chat
 * @param {() => void} changed called after each choice
 */
export function tray(draft, changed) {
  const picker = el("input", {
    type: "file",
    multiple: true,
    hidden: true,
    onchange: () => {
      addFiles(draft(), picker.files ?? []);
      picker.value = "";
      changed();
    },
  });
  const strip = el("div", { class: "strip", role: "group", "aria-label": t("samples") });
  const chosen = el("div", { class: "chosen" });
  const count = el("span", { class: "count", role: "status" });
  const asFile = el("input", {
    type: "checkbox",
    onchange: () => {
      draft().asFile = asFile.checked;
      changed();
    },
  });
  const node = el(
    "div",
    { class: "tray" },
    strip,
    chosen,
    el(
      "div",
      { class: "tray-foot" },
      el(
        "button",
        { type: "button", class: "from-disk", onclick: () => picker.click() },
        icon("plus"),
        t("fromDisk"),
      ),
      el("label", { class: "check" }, asFile, t("asFile")),
      count,
      picker,
    ),
  );

  function refresh() {
    const { items, trayOpen } = draft();
    node.hidden = !trayOpen;
    if (!trayOpen) return;
    asFile.checked = draft().asFile;
    count.textContent = items.length > 0 ? t("chosen", { n: items.length }) : "";
    strip.hidden = model.samples.length === 0;
    if (strip.children.length !== model.samples.length) {
      strip.replaceChildren(...model.samples.map((sample) => sampleButton(sample, draft, changed)));
    }
    for (const button of strip.children) {
      const at = items.findIndex(
        (item) => item.kind === "sample" && item.name === button.getAttribute("data-sample"),
      );
      button.setAttribute("aria-pressed", String(at >= 0));
      button.setAttribute("data-order", at >= 0 ? String(at + 1) : "");
    }
    const files = items.filter((item) => item.kind === "file");
    chosen.hidden = files.length === 0;
    chosen.replaceChildren(...files.map((item) => chosenFile(item, draft, changed)));
  }
  return { node, refresh };
}

/** @param {import("./contract.d.ts").Sample} sample @param {() => Draft} draft @param {() => void} changed */
function sampleButton({ name, url, kind }, draft, changed) {
  return el(
    "button",
    {
      type: "button",
      class: `sample is-${kind}`,
      title: name,
      "aria-label": name,
      "data-sample": name,
      onclick: () => {
        const { items } = draft();
        const at = items.findIndex((item) => item.kind === "sample" && item.name === name);
        if (at >= 0) items.splice(at, 1);
        else items.push({ kind: "sample", name, url, photo: kind === "photo" });
        changed();
      },
    },
    kind === "photo"
      ? el("img", { src: url, alt: "", loading: "lazy", draggable: "false" })
      : [icon("file"), el("span", null, name)],
  );
}

/** @param {Attachment} item @param {() => Draft} draft @param {() => void} changed */
function chosenFile(item, draft, changed) {
  return el(
    "button",
    {
      type: "button",
      class: "chosen-file",
      title: t("remove", { name: item.name }),
      "aria-label": t("remove", { name: item.name }),
      onclick: () => {
        draft().items = draft().items.filter((other) => other !== item);
        release(item);
        changed();
      },
    },
    item.url === "" ? icon("file") : el("img", { src: item.url, alt: "" }),
    el("span", null, item.name),
    icon("close"),
  );
}

/**
 * Lets files be dropped anywhere on a phone.
 * @param {HTMLElement} phone @param {(files: FileList) => void} dropped
 */
export function acceptDrops(phone, dropped) {
  let inside = 0;
  const veil = el("div", { class: "drop-veil", hidden: true }, t("dropHere"));
  phone.append(veil);
  /** @param {DragEvent} event */
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files") === true;
  phone.addEventListener("dragenter", (event) => {
    if (!hasFiles(event)) return;
    inside += 1;
    veil.hidden = false;
  });
  phone.addEventListener("dragleave", () => {
    inside = Math.max(0, inside - 1);
    veil.hidden = inside === 0;
  });
  phone.addEventListener("dragover", (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  phone.addEventListener("drop", (event) => {
    inside = 0;
    veil.hidden = true;
    if (!event.dataTransfer || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    dropped(event.dataTransfer.files);
  });
}
