/** Names as signatures write them: surname first, then initials. */

/** «Белова Анна Сергеевна» → «Белова А. С.» with no-break spaces. A single word stays, as does what is written short already. */
export function shortName(name: string): string {
  const [surname = "", ...given] = name.trim().split(/\s+/u);
  const initials = given.flatMap((part) => part.split(".").filter((piece) => piece !== "")).map(initialOf);
  return [surname, ...initials].join("\u00a0");
}

/** «Анна-Мария» → «А.-М.» */
function initialOf(name: string): string {
  return name
    .split("-")
    .map((part) => `${Array.from(part)[0] ?? ""}.`.toUpperCase())
    .join("-");
}
