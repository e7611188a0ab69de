/** A plain text as simple HTML: paragraphs and line breaks, nothing that loads or leads anywhere (F115, F128). */
import type { PaperLanguage } from "../documents/amount-in-words.ts";

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Blank lines part paragraphs, single line breaks stay; the last paragraph is set small. */
export function letterHtml(text: string, language: PaperLanguage): string {
  const paragraphs = text.split("\n\n").map((paragraph) => escaped(paragraph).replaceAll("\n", "<br>\n"));
  const body = paragraphs.map((paragraph, at) =>
    at === paragraphs.length - 1
      ? `<p style="font-size:12px;color:#666666">${paragraph}</p>`
      : `<p>${paragraph}</p>`,
  );
  return [
    "<!doctype html>",
    `<html lang="${language}">`,
    '<head><meta charset="utf-8"></head>',
    '<body style="font-family:sans-serif;font-size:15px;line-height:1.45;color:#1a1a1a">',
    ...body,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}
