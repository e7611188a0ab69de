/** The interface's words: Fluent files in `locales/<language>/`, one file a feature; plural rules by the language. */
import { fileURLToPath } from "node:url";
import { I18n } from "@grammyjs/i18n";
import type { Language } from "../flows/ids.ts";

const i18n = new I18n({
  defaultLocale: "ru",
  directory: fileURLToPath(new URL("./locales", import.meta.url)),
  fluentBundleOptions: { useIsolating: false },
});

export type WordArguments = Readonly<Record<string, string | number>>;
/** A message by its key. Arguments are plain text: the caller escapes what goes into HTML. */
export type Words = (key: string, args?: WordArguments) => string;

/** The words of one language. Throws on an unknown key: a text that is missing is a bug, found by tests. */
export function wordsIn(language: Language): Words {
  return (key, args) => {
    const said = i18n.t(language, key, args);
    if (said === `{${key}}`) throw new Error(`no text "${key}" in ${language}`);
    return said;
  };
}

/** Makes any text safe inside Telegram's HTML (F115). */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
