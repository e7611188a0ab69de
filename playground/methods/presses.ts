/** answerCallbackQuery: what a person sees after a press. */
import type { Method } from "../call.ts";
import { choices } from "../choices.ts";
import { badRequest } from "../refusal.ts";
import { codePoints } from "../text/bytes.ts";

const textMax = 200;

export const pressMethods: Record<string, Method> = {
  answerCallbackQuery({ world, params }) {
    const press = world.presses.find(params.text("callback_query_id"));
    const now = world.clock.now();
    const tooLate = !press || press.answer !== undefined || now - press.at > choices.pressAnswerMs;
    if (tooLate) throw badRequest("QUERY_ID_INVALID");
    const text = params.text("text");
    if (codePoints(text) > textMax) throw badRequest("MESSAGE_TOO_LONG");
    const url = params.text("url");
    const own = new RegExp(
      `^(?:https?://)?t\\.me/${world.people.bot.username}\\?start=[A-Za-z0-9_-]{1,64}$`,
      "i",
    );
    if (url !== "" && !own.test(url)) throw badRequest("URL_INVALID");
    const alert = params.flag("show_alert");
    const answer = { ...(text === "" ? {} : { text }), alert, ...(url === "" ? {} : { url }) };
    world.presses.answer(press.id, { ...answer, at: now });
    world.events.add("answer", {
      person: press.person,
      pressId: press.id,
      messageId: press.message,
      ...answer,
    });
    return true;
  },
};
