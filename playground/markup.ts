/** What may stand under a message: inline keyboards, reply keyboards, ForceReply, read from the JSON of a call. */
import type { ReplyButton } from "./chats.ts";
import type { Json, JsonObject } from "./json.ts";
import { isObject, parseJson, textOf } from "./json.ts";
import type { InlineButton } from "./messages.ts";
import { isTrue } from "./params.ts";
import { badRequest } from "./refusal.ts";

export type Markup =
  | { kind: "inline"; rows: InlineButton[][]; forceReply: boolean }
  | {
      kind: "keyboard";
      rows: ReplyButton[][];
      placeholder?: string;
      oneTime: boolean;
      persistent: boolean;
      forceReply: boolean;
    }
  | { kind: "remove" }
  | { kind: "force-reply"; placeholder?: string };

/** Before the chat is looked at: the shape. Undefined when there is no markup at all. */
export function parseMarkup(text: string): Markup | undefined {
  if (text === "") return undefined;
  const value = parseJson(text);
  if (value === undefined) throw badRequest("Can't parse reply keyboard markup JSON object");
  if (!isObject(value)) throw badRequest("Object expected as reply markup");
  const keyboard = rowsOf(value["keyboard"], "keyboard", `Field "keyboard" must be an Array of Arrays`);
  const inline = rowsOf(
    value["inline_keyboard"],
    "inline_keyboard",
    `Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays`,
  );
  const rows = keyboard.map((row) =>
    row.map((button) => named("keyboard button", () => replyButton(button))),
  );
  const inlineRows = inline.map((row) =>
    row.map((button) => named("inline keyboard button", () => inlineButton(button))),
  );
  const flag = (name: string) => isTrue(textOf(value[name]));
  const placeholderText = value["input_field_placeholder"];
  const placeholder =
    typeof placeholderText === "string" && placeholderText !== "" ? { placeholder: placeholderText } : {};
  const forceReply = flag("force_reply") || flag("force_reply_keyboard");
  if (rows.length > 0) {
    const shape = { oneTime: flag("one_time_keyboard"), persistent: flag("is_persistent"), forceReply };
    return { kind: "keyboard", rows, ...placeholder, ...shape };
  }
  if (inlineRows.length > 0) return { kind: "inline", rows: inlineRows, forceReply };
  if (flag("remove_keyboard") || flag("hide_keyboard")) return { kind: "remove" };
  if (forceReply) return { kind: "force-reply", ...placeholder };
  return undefined;
}

function rowsOf(value: Json | undefined, field: string, fault: string): Json[][] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw badRequest(`Field "${field}" must be of type Array`);
  return value.map((row) => {
    if (!Array.isArray(row)) throw badRequest(fault);
    return row;
  });
}

/** A fault of one button, told by a plain Error inside, worded with the button's kind in front. */
function named<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ButtonFault) throw badRequest(`Can't parse ${what}: ${error.message}`);
    throw error;
  }
}

class ButtonFault extends Error {}

function textField(object: JsonObject, name: string): string {
  const value = object[name];
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  throw new ButtonFault(`Field "${name}" must be of type String`);
}

function requiredText(object: JsonObject, name: string): string {
  if (object[name] === undefined) throw new ButtonFault(`Can't find field "${name}"`);
  return textField(object, name);
}

function looks(object: JsonObject): JsonObject {
  const style = textField(object, "style").toLowerCase();
  if (!["", "default", "primary", "danger", "success"].includes(style)) {
    throw new ButtonFault("invalid button style specified");
  }
  const icon = textField(object, "icon_custom_emoji_id");
  return {
    ...(icon === "" || icon === "0" ? {} : { icon_custom_emoji_id: icon }),
    ...(style === "" || style === "default" ? {} : { style }),
  };
}

function replyButton(value: Json): ReplyButton {
  if (typeof value === "string") return { text: value };
  if (!isObject(value)) throw new ButtonFault("KeyboardButton must be a String or an Object");
  const text = requiredText(value, "text");
  const { style } = looks(value);
  const flag = (name: string) => isTrue(textOf(value[name]));
  return {
    text,
    ...(flag("request_contact") || flag("request_phone_number") ? { requestContact: true } : {}),
    ...(flag("request_location") ? { requestLocation: true } : {}),
    ...(value["web_app"] === undefined
      ? {}
      : { webAppUrl: requiredText(objectField(value, "web_app"), "url") }),
    ...(typeof style === "string" ? { style } : {}),
  };
}

function inlineButton(value: Json): InlineButton {
  if (!isObject(value)) throw new ButtonFault("InlineKeyboardButton must be an Object");
  const text = requiredText(value, "text");
  return { text, ...looks(value), ...inlineAction(value) };
}

/** Of several actions the first wins, in the server's order. */
function inlineAction(value: JsonObject): JsonObject {
  const url = textField(value, "url");
  if (url !== "") return { url };
  const data = textField(value, "callback_data");
  if (data !== "") return { callback_data: data };
  if (value["callback_game"] !== undefined) return { callback_game: {} };
  if (value["pay"] !== undefined) return { pay: true };
  for (const name of [
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
  ]) {
    const query = value[name];
    if (query !== undefined) return { [name]: query };
  }
  if (value["login_url"] !== undefined) return { url: requiredText(objectField(value, "login_url"), "url") };
  if (value["web_app"] !== undefined)
    return { web_app: { url: requiredText(objectField(value, "web_app"), "url") } };
  if (value["copy_text"] !== undefined) {
    return { copy_text: { text: requiredText(objectField(value, "copy_text"), "text") } };
  }
  // A dead button (10.3).
  if (value["disabled"] !== undefined) return { disabled: {} };
  throw new ButtonFault("Text buttons are unallowed in the inline keyboard");
}

function objectField(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  if (!isObject(value)) throw new ButtonFault(`Field "${name}" must be of type Object`);
  return value;
}
