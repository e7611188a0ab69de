/** Probes of what stands under a message, and of presses that nobody made. */
import type { Json, JsonObject } from "../json.ts";
import type { Probe } from "./probe.ts";
import { inChat } from "./probe.ts";

const markup = (reply_markup: Json): Probe => ({
  method: "sendMessage",
  params: inChat({ text: "Mirror: buttons", reply_markup }),
});
const inline = (...row: JsonObject[]) => markup({ inline_keyboard: [row] });
const go = { text: "Go", callback_data: "go" };

export const keyboardProbes: readonly Probe[] = [
  {
    ...inline(
      { text: "Data", callback_data: "x".repeat(64) },
      { text: "Link", url: "step.example" },
      { text: "Copy", copy_text: { text: "42" } },
      { text: "Yes", callback_data: "yes", style: "success" },
      { text: "", callback_data: "dropped" },
    ),
    as: "buttons",
  },
  { ...markup(JSON.stringify({ inline_keyboard: [[go]] })), as: "buttons as text" },
  { ...markup({ inline_keyboard: [] }), as: "no buttons" },
  { ...markup({ keyboard: [["One", { text: "Two" }]], resize_keyboard: true }), as: "keyboard" },
  { ...markup({ force_reply: true, input_field_placeholder: "Why?" }), as: "asked" },
  { ...markup({ remove_keyboard: true }), as: "removed" },
  markup("{"),
  markup([1]),
  markup(null),
  markup({ inline_keyboard: {} }),
  markup({ inline_keyboard: [go] }),
  markup({ inline_keyboard: [[1]] }),
  markup({ keyboard: ["One"] }),
  markup({ keyboard: [[1]] }),
  inline({ callback_data: "no text" }),
  inline({ text: "No action" }),
  inline({ text: "Empty", callback_data: "" }),
  inline({ ...go, style: "loud" }),
  inline({ text: "Long", callback_data: "x".repeat(65) }),
  inline({ text: "Local", url: "http://localhost/x" }),
  inline({ text: "App", web_app: { url: "http://step.example" } }),
  inline({ text: "Copy", copy_text: { text: "x".repeat(257) } }),
  { ...markup({ inline_keyboard: Array.from({ length: 101 }, () => [go]) }), choice: "inlineButtonsMax" },
  { method: "answerCallbackQuery", params: { callback_query_id: "1" } },
  { method: "answerCallbackQuery", params: {} },
];
