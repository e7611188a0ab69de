/** Files of a message: a chip with name and size that opens the file, PDFs and pictures in a window of the page. */

import { openDialog } from "./dialogs.js";
import { el, icon, iconButton } from "./element.js";
import { fileUrl } from "./server.js";
import { sizeOf, t } from "./words.js";

/** @import { FileInfo } from "./contract.d.ts" */

/** @param {FileInfo} file */
export function documentChip(file) {
  const name = file.fileName ?? t("document");
  const kind = /\.([a-zа-яёіїєґ0-9]{1,4})$/iu.exec(name)?.[1] ?? "";
  return el(
    "a",
    {
      class: "document",
      href: fileUrl(file.fileId),
      target: "_blank",
      rel: "noopener",
      "data-file": name,
      onclick: (/** @type {MouseEvent} */ event) => {
        if (!isShownHere(file) || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        view(file, name);
      },
    },
    el("span", { class: "document-kind" }, kind === "" ? icon("file") : kind.toUpperCase()),
    el(
      "span",
      { class: "document-words" },
      el("span", { class: "document-name" }, name),
      file.size !== undefined && el("span", { class: "document-size" }, sizeOf(file.size)),
    ),
  );
}

/** A phone's browser shows PDFs only in a tab of their own. @param {FileInfo} file */
function isShownHere(file) {
  if (file.mimeType === "application/pdf") return navigator.pdfViewerEnabled && innerWidth > 720;
  return file.mimeType?.startsWith("image/") === true;
}

/** @param {FileInfo} file @param {string} name */
function view(file, name) {
  const address = fileUrl(file.fileId);
  const isPicture = file.mimeType?.startsWith("image/") === true;
  const dialog = el(
    "dialog",
    { class: "viewer", "aria-label": name },
    el(
      "header",
      null,
      el("h2", null, name),
      el(
        "a",
        {
          class: "icon-button",
          href: address,
          target: "_blank",
          rel: "noopener",
          title: t("openTab"),
          "aria-label": t("openTab"),
        },
        icon("link"),
      ),
      el(
        "a",
        {
          class: "icon-button",
          href: address,
          download: name,
          title: t("download"),
          "aria-label": t("download"),
        },
        icon("down"),
      ),
      iconButton("close", t("close"), () => dialog.close()),
    ),
    isPicture
      ? el("img", { src: address, alt: name })
      : el("iframe", { src: `${address}#navpanes=0&view=FitH`, title: name }),
  );
  openDialog(dialog);
}
