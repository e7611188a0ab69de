/** Refusals of what a bot says about itself: commands, the menu button. */
import { anna } from "../telegram.ts";
import type { Probe, Stage } from "./stage.ts";
import { bad, missing } from "./stage.ts";

const scope = (value: object) => () => ({ scope: value, commands: [] });
const command = (value: object) => () => ({ commands: [value] });
const menu =
  (menu_button: object) =>
  ({ chat_id }: Stage) => ({ chat_id, menu_button });

export const setupRefusals: Probe[] = [
  [bad("command must be non-empty"), "setMyCommands", command({ command: "", description: "x" })],
  [
    bad("command length must not exceed 32"),
    "setMyCommands",
    command({ command: "x".repeat(33), description: "x" }),
  ],
  [bad("command description must be non-empty"), "setMyCommands", command({ command: "x", description: "" })],
  [bad("BOT_COMMAND_INVALID"), "setMyCommands", command({ command: "Ж", description: "x" })],
  [bad("can't parse BotCommandScope: Unsupported type specified"), "setMyCommands", scope({ type: "x" })],
  [
    bad("can't use specified scope in private chats"),
    "setMyCommands",
    scope({ type: "chat_administrators", chat_id: anna.id }),
  ],
  [bad("invalid language code specified"), "setMyCommands", () => ({ commands: [], language_code: "rus" })],
  [
    bad("menu button text must be non-empty"),
    "setChatMenuButton",
    menu({ type: "web_app", text: "", web_app: { url: "https://a.ru" } }),
  ],
  [
    bad("menu button Web App URL 'http://a.ru' is invalid: Only HTTPS links are allowed"),
    "setChatMenuButton",
    menu({ type: "web_app", text: "a", web_app: { url: "http://a.ru" } }),
  ],
  [bad("expected an Array of BotCommand"), "setMyCommands", () => ({ commands: {} })],
  [bad("can't parse commands JSON object"), "setMyCommands", () => ({ commands: "[" })],
  [bad("can't parse BotCommand: expected an Object"), "setMyCommands", () => ({ commands: [1] })],
  [bad(`can't parse BotCommand: Can't find field "command"`), "setMyCommands", command({})],
  [
    bad("BOT_COMMANDS_TOO_MUCH"),
    "setMyCommands",
    () => ({ commands: Array(101).fill({ command: "a", description: "a" }) }),
  ],
  [
    bad("BOT_COMMAND_DESCRIPTION_INVALID"),
    "setMyCommands",
    command({ command: "a", description: "x".repeat(257) }),
  ],
  [bad("can't parse BotCommandScope JSON object"), "setMyCommands", () => ({ commands: [], scope: "{" })],
  [
    bad("can't parse BotCommandScope: BotCommandScope must be an Object"),
    "setMyCommands",
    () => ({ commands: [], scope: "[]" }),
  ],
  [
    bad("can't parse BotCommandScope: Empty chat_id specified"),
    "setMyCommands",
    scope({ type: "chat", chat_id: "" }),
  ],
  [
    bad("can't parse BotCommandScope: Invalid user_id specified"),
    "setMyCommands",
    scope({ type: "chat_member", chat_id: anna.id }),
  ],
  [bad("can't parse menu button JSON object"), "setChatMenuButton", () => ({ menu_button: "{" })],
  [bad("can't parse menu button: MenuButton must be an Object"), "setChatMenuButton", menu([])],
  [bad("can't parse menu button: Unsupported type specified"), "setChatMenuButton", menu({ type: "x" })],
  [bad("invalid chat_id specified"), "setChatMenuButton", ({ group }) => ({ chat_id: group })],
  [bad("user not found"), "setChatMenuButton", () => ({ chat_id: missing })],
];
