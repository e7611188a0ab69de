/** Probes of texts: what is cleaned, what is found in them, what is refused. */
import type { JsonObject } from "../json.ts";
import type { Probe } from "./probe.ts";
import { about, inChat, nobody } from "./probe.ts";

const say = (params: JsonObject): Probe => ({ method: "sendMessage", params: inChat(params) });
const html = (text: string) => say({ text, parse_mode: "HTML" });
const markdown2 = (text: string) => say({ text, parse_mode: "MarkdownV2" });

export const textProbes: readonly Probe[] = [
  { ...say({ text: " Mirror:\ta plain\r\ntext " }), as: "text" },
  {
    ...say({ text: "@telegram #tag $USD /go mirror@step.example https://step.example 4111 1111 1111 1111" }),
    as: "found",
  },
  {
    ...html(
      '😀 <b>bold</b> <i>it &lt; alic</i> <a href="https://step.example/x?a=1&amp;b=2">link</a> <a href="http://localhost:1">no link</a> ' +
        '<pre><code class="language-ts">a</code></pre><code>c</code><blockquote expandable>q</blockquote><tg-spoiler>s</tg-spoiler>&nbsp;',
    ),
    as: "html",
  },
  { ...markdown2("*b __u__* ||s|| [link](https://step.example) `c`\\.\n>quote"), as: "markdown" },
  { ...say({ text: "given", entities: [{ type: "bold", offset: 0, length: 2 }] }), as: "entities" },
  {
    method: "sendMessage",
    params: (known) => ({
      chat_id: String(known.chat),
      text: "a reply",
      reply_parameters: { message_id: known.message("text") },
      protect_content: true,
      disable_notification: true,
      link_preview_options: { is_disabled: true },
    }),
    as: "reply",
  },
  { ...say({ text: null }), as: "null" },
  say({}),
  say({ text: "" }),
  say({ text: " \n " }),
  say({ text: "x".repeat(4097) }),
  say({ text: "x".repeat(32_769) }),
  say({ text: "a", parse_mode: "BBCode" }),
  say({ text: "a", entities: [{ type: "x", offset: 0, length: 1 }] }),
  say({ text: "a", entities: [{ type: "bold", offset: 0, length: 9 }] }),
  say({ text: "a", reply_parameters: { message_id: nobody } }),
  say({ text: "a", reply_parameters: [] }),
  say({ text: "a", message_thread_id: 1 }),
  ...["5 < 7", "Цена < 7", "<div>", "<b", '<a href="x', "<a href", '<a ="x">y</a>'].map(html),
  ...["<a href=http://x.com>y</a>", "<span>x</span>", "</b>", "<b>x</b", "<b><i></b>", "<b>text"].map(html),
  ...['<tg-emoji emoji-id="x">a</tg-emoji>', '<tg-time unix="1" format="x">a</tg-time>', "&#xd83d;"].map(
    html,
  ),
  ...["done.", "a *bold", "[a](b", "![a]"].map(markdown2),
  { method: "sendMessage", params: { text: "a" } },
  { method: "sendMessage", params: { chat_id: nobody, text: "a" } },
  { method: "sendMessage", params: { chat_id: 0, text: "a" } },
  { method: "sendMessage", params: { chat_id: nobody, text: "<b>", parse_mode: "HTML" } },
  { method: "sendChatAction", params: inChat({ action: "typing" }) },
  { method: "sendChatAction", params: inChat({ action: "dancing" }) },
  {
    method: "sendContact",
    params: inChat({ phone_number: "+10000000001", first_name: "Mirror" }),
    as: "contact",
  },
  { method: "sendContact", params: inChat({ phone_number: "+10000000001" }) },
  { method: "sendLocation", params: inChat({ latitude: 55.75, longitude: 37.62 }), as: "location" },
  { method: "sendLocation", params: inChat() },
  { method: "pinChatMessage", params: about("text", { disable_notification: true }) },
  { method: "getChat", params: inChat(), onlyStatus: true },
  { method: "unpinChatMessage", params: about("text") },
  { method: "unpinChatMessage", params: inChat({ message_id: nobody }) },
  { method: "unpinAllChatMessages", params: inChat() },
  { method: "pinChatMessage", params: inChat({ message_id: nobody }) },
];
