/** Hints for people: commands by scope and language, and the menu button (6). */
import type { Call, Method } from "../call.ts";
import { chatFor } from "../chat-access.ts";
import type { Json, JsonObject } from "../json.ts";
import { isObject, textOf } from "../json.ts";
import { badRequest } from "../refusal.ts";
import { codePoints } from "../text/bytes.ts";
import { checkLink } from "../text/links.ts";

const commandMax = 32;
const descriptionMax = 256;
const commandsMax = 100;
const plainScopes = ["default", "all_private_chats", "all_group_chats", "all_chat_administrators"];
const chatScopes = ["chat", "chat_administrators", "chat_member"];

export const commandMethods: Record<string, Method> = {
  setMyCommands(call) {
    const commands = readCommands(call);
    const key = scopeKey(call);
    call.world.store.set(key, commands.length === 0 ? null : commands);
    return true;
  },

  getMyCommands: (call) => call.world.store.setting(scopeKey(call)) ?? [],

  deleteMyCommands(call) {
    call.world.store.set(scopeKey(call), null);
    return true;
  },

  setChatMenuButton(call) {
    const button = readMenuButton(call);
    call.world.store.set(menuKey(call), button);
    return true;
  },

  getChatMenuButton: (call) =>
    call.world.store.setting(menuKey(call)) ?? call.world.store.setting("menu:") ?? { type: "commands" },
};

function readCommands({ params }: Call): Json[] {
  const value = params.json("commands", "Can't parse commands JSON object") ?? [];
  if (!Array.isArray(value)) throw badRequest("Expected an Array of BotCommand");
  const commands = value.map(readCommand);
  if (commands.length > commandsMax) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  return commands;
}

function readCommand(value: Json): JsonObject {
  const fail = (reason: string) => badRequest(`Can't parse BotCommand: ${reason}`);
  if (!isObject(value)) throw fail("expected an Object");
  const { command: name, description: about } = value;
  if (name === undefined) throw fail(`Can't find field "command"`);
  if (about === undefined) throw fail(`Can't find field "description"`);
  const command = textOf(name).trim().replace(/^\//, "");
  const description = textOf(about).trim();
  if (command === "") throw badRequest("Command must be non-empty");
  if (command.length > commandMax) throw badRequest("Command length must not exceed 32");
  if (description === "") throw badRequest("Command description must be non-empty");
  if (codePoints(description) > descriptionMax) throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
  if (!/^[a-z0-9_]+$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
  return { command, description };
}

/** Where the commands of a scope and language are kept. */
function scopeKey(call: Call): string {
  const { params, world } = call;
  const fail = (reason: string) => badRequest(`Can't parse BotCommandScope: ${reason}`);
  const value = params.json("scope", "Can't parse BotCommandScope JSON object") ?? { type: "default" };
  if (!isObject(value)) throw fail("BotCommandScope must be an Object");
  const type = textOf(value["type"]);
  if (value["type"] === undefined) throw fail(`Can't find field "type"`);
  const language = params.text("language_code");
  if (!plainScopes.includes(type) && !chatScopes.includes(type)) throw fail("Unsupported type specified");
  let scope = type;
  if (chatScopes.includes(type)) {
    const chatId = textOf(value["chat_id"]);
    if (value["chat_id"] === undefined) throw fail(`Can't find field "chat_id"`);
    if (chatId === "") throw fail("Empty chat_id specified");
    const userId = Number(textOf(value["user_id"]));
    if (type === "chat_member" && !(userId > 0)) throw fail("Invalid user_id specified");
    const chat = chatFor(world, chatId, "read");
    if (type !== "chat" && chat.kind === "private")
      throw badRequest("Can't use specified scope in private chats");
    scope += `:${chat.id}${type === "chat_member" ? `:${userId}` : ""}`;
  }
  if (language !== "" && !/^[a-z]{2}$/.test(language)) throw badRequest("Invalid language code specified");
  return `commands:${scope}:${language}`;
}

function menuKey({ params, world }: Call): string {
  if (!params.has("chat_id")) return "menu:";
  const personId = params.integer("chat_id", 0, 0, Number.MAX_SAFE_INTEGER);
  if (personId === 0) throw badRequest("Invalid chat_id specified");
  if (!world.people.isMet(personId)) throw badRequest("user not found");
  return `menu:${personId}`;
}

function readMenuButton({ params, test }: Call): Json {
  const fail = (reason: string) => badRequest(`Can't parse menu button: ${reason}`);
  const value = params.json("menu_button", "Can't parse menu button JSON object") ?? { type: "default" };
  if (!isObject(value)) throw fail("MenuButton must be an Object");
  const type = value["type"];
  if (type === "default" || type === "commands") return { type };
  if (type !== "web_app") throw fail("Unsupported type specified");
  const { text, web_app: app } = value;
  if (text === undefined) throw fail(`Can't find field "text"`);
  if (!isObject(app)) throw fail(`Can't find field "web_app"`);
  if (textOf(text) === "") throw badRequest("Menu button text must be non-empty");
  const url = textOf(app["url"]);
  const link = checkLink(url, test ? "http" : "https");
  if (link.kind === "wrong") throw badRequest(`Menu button Web App ${link.reason}`);
  return { type, text: textOf(text), web_app: { url } };
}
