/** The marks of MarkdownV2: what each begins, and what ends it. */

export type Kind =
  | "Bold"
  | "Italic"
  | "Underline"
  | "Strikethrough"
  | "Spoiler"
  | "Code"
  | "Pre"
  | "PreCode"
  | "TextUrl"
  | "CustomEmoji"
  | "BlockQuote";

export const types: Readonly<Record<Kind, string>> = {
  Bold: "bold",
  Italic: "italic",
  Underline: "underline",
  Strikethrough: "strikethrough",
  Spoiler: "spoiler",
  Code: "code",
  Pre: "pre",
  PreCode: "pre",
  TextUrl: "text_link",
  CustomEmoji: "custom_emoji",
  BlockQuote: "blockquote",
};

/** True when the coming characters end an entity of this kind. */
export function endsWith(kind: Kind, coming: string): boolean {
  switch (kind) {
    case "Bold":
      return coming.startsWith("*");
    case "Italic":
      return coming.startsWith("_") && !coming.startsWith("__");
    case "Underline":
      return coming.startsWith("__");
    case "Strikethrough":
      return coming.startsWith("~");
    case "Spoiler":
      return coming.startsWith("||");
    case "Code":
      return coming.startsWith("`");
    case "Pre":
    case "PreCode":
      return coming.startsWith("```");
    case "TextUrl":
    case "CustomEmoji":
      return coming.startsWith("]");
    case "BlockQuote":
      return false;
  }
}
