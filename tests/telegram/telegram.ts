/** A fresh embedded Telegram for one test, driven over HTTP by plain fetch, with time under control. */
import { onTestFinished } from "vitest";
import { manualClock } from "../../playground/clock.ts";
import type { MovableClock } from "../../playground/clock.ts";
import type { Persona } from "../../playground/people.ts";
import { openTelegram } from "../../playground/server.ts";
import type { Telegram, TelegramOptions } from "../../playground/server.ts";

export const token = "4242:AAE-test_token_of_the_embedded_one";
export const botId = 4242;

/** Monday, 2 March 2026, 12:00 in Moscow. */
export const monday = Date.UTC(2026, 2, 2, 9);

export const anna = {
  id: 1001,
  name: "Анна Белова",
  firstName: "Анна",
  lastName: "Белова",
  phone: "+79000000001",
};
export const boris = { id: 1002, name: "Борис", firstName: "Борис", username: "boris_k", languageCode: "ru" };
export const vera = { id: 1003, name: "Вера", firstName: "Вера" };
const people: Persona[] = [anna, boris, vera];

export interface Answer {
  status: number;
  headers: Headers;
  ok: boolean;
  // Answers are checked field by field by the tests that read them.
  result: any; // oxlint-disable-line typescript/no-explicit-any -- a test reads what it expects
  error_code?: number;
  description?: string;
  parameters?: Record<string, number>;
}

export interface Bench {
  telegram: Telegram;
  clock: MovableClock;
  url: string;
  /** Calls a method with a JSON body. */
  call: (method: string, params?: object) => Promise<Answer>;
  /** Calls a method with a form, for files. */
  upload: (method: string, fields: Record<string, string | Blob | [Blob, string]>) => Promise<Answer>;
  /** Any request at all. */
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** `200` or the description of the refusal. */
  outcome: (method: string, params?: object) => Promise<string>;
  /** All updates waiting, confirmed at once. */
  updates: () => Promise<any[]>; // oxlint-disable-line typescript/no-explicit-any -- a test reads what it expects
}

/** Opens it on a port of its own; everything is closed when the test ends, or when `atEnd` says. */
export async function openBench(
  options: Partial<TelegramOptions> = {},
  atEnd: (close: () => Promise<void>) => void = onTestFinished,
): Promise<Bench> {
  const clock = options.clock ?? manualClock(monday);
  const bot = { id: botId, username: "countersign_test_bot", firstName: "Виза" };
  const telegram = openTelegram({ token, bot, people, clock, ...options });
  const { url, close } = await telegram.listen(0);
  atEnd(async () => {
    telegram.close();
    await close();
  });
  const request = (path: string, init: RequestInit = {}) => fetch(url + path, init);
  const read = async (response: Response): Promise<Answer> => {
    const body = await response.text();
    return { ...(body === "" ? {} : JSON.parse(body)), status: response.status, headers: response.headers };
  };
  const call = async (method: string, params: object = {}) =>
    read(
      await request(`/bot${token}/${method}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(params),
      }),
    );
  return {
    telegram,
    clock,
    url,
    call,
    fetch: request,
    async upload(method, fields) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) {
        if (Array.isArray(value)) form.append(name, value[0], value[1]);
        else form.append(name, value);
      }
      return read(await request(`/bot${token}/${method}`, { method: "POST", body: form }));
    },
    async outcome(method, params) {
      const answer = await call(method, params);
      return answer.ok ? String(answer.status) : (answer.description ?? "");
    },
    async updates() {
      const { result } = await call("getUpdates", {});
      const last = result.at(-1)?.update_id;
      if (last !== undefined) await call("getUpdates", { offset: last + 1 });
      return result;
    },
  };
}

/** A bench in whose chat with Anna the bot may write. */
export async function openChatWithAnna(
  options: Partial<TelegramOptions> = {},
  atEnd?: (close: () => Promise<void>) => void,
) {
  const bench = await openBench(options, atEnd);
  const person = bench.telegram.person(anna.id);
  person.start();
  await bench.updates();
  return { ...bench, person, chat_id: anna.id };
}

/** One row of inline buttons. */
export function inline(...buttons: object[]) {
  return { inline_keyboard: [buttons] };
}
