/** Probes of what a bot says about itself and asks of the server: commands, menu, members, webhook. */
import type { JsonObject } from "../json.ts";
import type { Probe } from "./probe.ts";
import { inChat, nobody } from "./probe.ts";

const commands = (command: JsonObject): Probe => ({
  method: "setMyCommands",
  params: { commands: [command] },
});
const ofChat = (known: { chat: number }) => ({ scope: { type: "chat", chat_id: known.chat } });
const help = { command: "help", description: "What this bot can do" };

export const botProbes: readonly Probe[] = [
  { method: "getMe" },
  { method: "getMyName", choice: "methods/unmodelled.ts" },
  { method: "sendMoney" },
  // Nothing is confirmed by this, so a bot that polls misses nothing.
  { method: "getUpdates", params: { limit: 1, timeout: 0 }, onlyStatus: true },
  { method: "getWebhookInfo", onlyStatus: true },
  { method: "setMyCommands", params: (known) => ({ commands: [help], ...ofChat(known) }) },
  { method: "getMyCommands", params: ofChat },
  { method: "deleteMyCommands", params: ofChat },
  { method: "getMyCommands", params: ofChat },
  commands({ command: "", description: "x" }),
  commands({ command: "x".repeat(33), description: "x" }),
  commands({ command: "x", description: "" }),
  commands({ command: "Ж", description: "x" }),
  commands({ command: "x" }),
  { method: "setMyCommands", params: { commands: [], scope: { type: "x" } } },
  { method: "setMyCommands", params: { commands: [], scope: [] } },
  { method: "setMyCommands", params: { commands: [], language_code: "rus" } },
  {
    method: "setMyCommands",
    params: ({ chat }) => ({ commands: [], scope: { type: "chat_administrators", chat_id: chat } }),
  },
  { method: "setChatMenuButton", params: inChat({ menu_button: { type: "commands" } }) },
  { method: "getChatMenuButton", params: inChat() },
  { method: "setChatMenuButton", params: inChat({ menu_button: { type: "default" } }) },
  {
    method: "setChatMenuButton",
    params: inChat({ menu_button: { type: "web_app", text: "", web_app: { url: "https://step.example" } } }),
  },
  {
    method: "setChatMenuButton",
    params: inChat({ menu_button: { type: "web_app", text: "a", web_app: { url: "http://step.example" } } }),
  },
  { method: "setChatMenuButton", params: { chat_id: nobody, menu_button: { type: "commands" } } },
  { method: "getChat", params: {} },
  { method: "getChat", params: { chat_id: nobody } },
  { method: "getChatMember", params: ({ chat }) => ({ chat_id: chat, user_id: chat }) },
  { method: "getChatMember", params: inChat() },
  { method: "getChatMember", params: inChat({ user_id: nobody }) },
  { method: "getChatMemberCount", params: inChat() },
  { method: "leaveChat", params: inChat() },
  { method: "setWebhook", params: { url: "https://step.example", secret_token: "a b" } },
  { method: "setWebhook", params: { url: "https://step.example", secret_token: "a".repeat(257) } },
];
