/** How a message becomes a call of the Bot API. */
import { describe, expect, test } from "vitest";
import { shownLength, textMax } from "../../../bot/cards/fit.ts";
import { messageCall, plainText } from "../../../bot/delivery/message.ts";

const markup = (message: Parameters<typeof messageCall>[0]): unknown =>
  messageCall(message).payload["reply_markup"];

describe("a message becomes a call", () => {
  test("texts are HTML without a link preview", () => {
    expect(messageCall({ text: "<b>17</b>" })).toEqual({
      method: "sendMessage",
      payload: { text: "<b>17</b>", parse_mode: "HTML", link_preview_options: { is_disabled: true } },
    });
  });

  test("F60 F117 a text that is too long loses whole lines; one line that is too long is cut between characters", () => {
    const said = (text: string): string => String(messageCall({ text }).payload["text"]);
    const lines = Array.from({ length: 60 }, (_, n) => `<b>${n}</b> &lt;${"ж".repeat(95)}&gt;`);
    expect(shownLength(said(lines.join("\n")))).toBeLessThanOrEqual(textMax);
    expect(said(lines.join("\n")).split("\n").slice(0, -1)).toEqual(lines.slice(0, 40));
    expect(said("<b>👟</b>".repeat(4097))).toBe(`${"👟".repeat(4095)}…`);
    expect(said("👟".repeat(4096))).toBe("👟".repeat(4096));
  });

  test("a reply whose message is gone is sent all the same", () => {
    expect(messageCall({ text: "a", replyTo: 5 }).payload["reply_parameters"]).toEqual({
      message_id: 5,
      allow_sending_without_reply: true,
    });
  });

  test("a reply keyboard stays, an empty one is taken away", () => {
    expect(markup({ text: "a", keyboard: [["Да", "Нет"]], placeholder: "Ответ" })).toEqual({
      keyboard: [[{ text: "Да" }, { text: "Нет" }]],
      resize_keyboard: true,
      is_persistent: true,
      input_field_placeholder: "Ответ",
    });
    expect(markup({ text: "a", keyboard: [] })).toEqual({ remove_keyboard: true });
  });

  test("a prompt opens the reply field", () => {
    expect(markup({ text: "a", forceReply: true, placeholder: "Причина" })).toEqual({
      force_reply: true,
      input_field_placeholder: "Причина",
    });
  });

  test("the own phone number is asked for by a button of its own", () => {
    expect(markup({ text: "a", requestContact: "Мой номер" })).toEqual({
      keyboard: [[{ text: "Мой номер", request_contact: true }]],
      resize_keyboard: true,
    });
  });

  test("no buttons are no keyboard", () => {
    expect(markup({ text: "a", buttons: [] })).toBeUndefined();
  });

  test("two keyboards at once are a bug", () => {
    const both = { text: "a", buttons: [[{ text: "b", callback_data: "c" }]], forceReply: true };
    expect(() => messageCall(both)).toThrow("two keyboards");
  });

  test("F59 marks are taken out, signs are put back", () => {
    expect(plainText("<b>ООО &lt;Степ&gt;</b> &amp; Ко")).toBe("ООО <Степ> & Ко");
  });
});
