/** What a visitor chose for himself on this page, remembered by his browser. */

const KEY = "playground";

/**
 * @typedef {object} Settings
 * @property {"ru" | "uk" | "en"} language
 * @property {"auto" | "light" | "dark"} theme
 * @property {boolean} oldClient buttons without colours, as old apps show them (T43)
 * @property {number[] | null} shown people side by side; null: not chosen yet
 * @property {number | null} current the one person on a narrow screen
 * @property {boolean} polls the log shows getUpdates too
 */

/** @returns {"ru" | "uk" | "en"} */
function browserLanguage() {
  for (const tag of navigator.languages) {
    const language = tag.slice(0, 2).toLowerCase();
    if (language === "ru" || language === "uk" || language === "en") return language;
  }
  return "en";
}

/** @returns {Settings} */
function load() {
  /** @type {Settings} */
  const defaults = {
    language: browserLanguage(),
    theme: "auto",
    oldClient: false,
    shown: null,
    current: null,
    polls: false,
  };
  try {
    /** @type {unknown} */
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof kept === "object" && kept !== null ? { ...defaults, ...kept } : defaults;
  } catch {
    return defaults;
  }
}

export const settings = load();

/** Keeps the settings as they are now; a browser that forbids it simply forgets them. */
export function saveSettings() {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Private windows may refuse storage; the page works without it.
  }
}

/** Puts the chosen theme on the page; "auto" leaves it to the system. */
export function applyTheme() {
  if (settings.theme === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = settings.theme;
}
