/** Updates as Telegram sends them, and the same with something broken in them: what the fuzzer feeds to intake (F124). */
import type { Update } from "grammy/types";

/** A small generator with a seed (mulberry32): the same seed gives the same run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const user = (id: number) => ({
  id,
  is_bot: false,
  first_name: "Имя",
  last_name: "Фамилия",
  language_code: "ru",
});
const chat = (id: number) => ({ id, type: "private", first_name: "Имя" });
const size = (n: number) => ({
  file_id: `f${n}`,
  file_unique_id: `u${n}`,
  width: n,
  height: n,
  file_size: n,
});

/** A message from a person in his chat with the bot, with these fields instead of the usual ones. */
export const messageOf = (from: number, fields: { [key: string]: Json }): Json => ({
  message: { message_id: 78, date: 1_772_435_000, chat: chat(from), from: user(from), ...fields },
});

/** A press with any data on a message in the person's chat. */
export const pressOf = (from: number, data: string): Json => ({
  callback_query: {
    id: "1",
    from: user(from),
    chat_instance: "2",
    message: {
      message_id: 5,
      date: 1_772_435_000,
      chat: chat(from),
      from: { ...user(700_001), is_bot: true },
    },
    data,
  },
});

/** One update of every kind that the bot may meet, from this person. */
export function everyKind(from: number, data: string): readonly Json[] {
  const message = { message_id: 77, date: 1_772_435_000, chat: chat(from), from: user(from) };
  const card = {
    message_id: 5,
    date: 1_772_435_000,
    chat: chat(from),
    from: { ...user(700_001), is_bot: true },
  };
  const press = { id: "1", from: user(from), chat_instance: "2" };
  const command = (text: string) => ({
    message: {
      ...message,
      text,
      entities: [{ type: "bot_command", offset: 0, length: text.split(" ")[0]?.length ?? 0 }],
    },
  });
  return [
    { message: { ...message, text: "1002 2 пары" } },
    { message: { ...message, text: "№ 1", reply_to_message: { ...card, text: "Причина?" } } },
    ...["/start x", "/open 1", "/my", "/new", "/language", "/help", "/cancel"].map(command),
    { message: { ...message, photo: [size(90), size(800)], caption: "скол", media_group_id: "9" } },
    {
      message: { ...message, document: { ...size(7), file_name: "../../goods.xlsx", mime_type: "text/csv" } },
    },
    { message: { ...message, video: { ...size(8), duration: 3 } } },
    { message: { ...message, contact: { phone_number: "+79990000000", first_name: "Имя", user_id: from } } },
    {
      message: { ...message, sticker: { ...size(3), emoji: "👍" }, location: { latitude: 1, longitude: 2 } },
    },
    { edited_message: { ...message, text: "другое", edit_date: 1_772_435_001 } },
    { callback_query: { ...press, message: card, data } },
    { callback_query: { ...press, message: { ...card, date: 0 }, data: "my/0/0/1.0/h1234" } },
    { callback_query: { ...press, message: card, data: "language/0/0//h1" } },
    { callback_query: { ...press, inline_message_id: "3", game_short_name: "game" } },
    {
      my_chat_member: {
        chat: chat(from),
        from: user(from),
        date: 1,
        new_chat_member: { status: "member" },
        old_chat_member: { status: "kicked" },
      },
    },
    { message: { ...message, chat: { id: -100_123, type: "supergroup", title: "Магазин" }, text: "привет" } },
    {
      message: { ...message, sender_chat: { id: -100_124, type: "channel", title: "Канал" }, text: "привет" },
    },
    { channel_post: { ...message, chat: { id: -100_124, type: "channel", title: "Канал" }, text: "привет" } },
    { poll: { id: "1", question: "?", options: [] } },
  ];
}

const deep = (depth: number): Json => {
  let value: Json = "дно";
  for (let n = 0; n < depth; n += 1) value = n % 2 === 0 ? [value] : { reply_to_message: value };
  return value;
};
const hostile: readonly (() => Json)[] = [
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 1.5,
  () => 1e308,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => "",
  () => "\u0000\ud800<b>&\u202e",
  () => "𝕏".repeat(4096),
  () => [],
  () => ({}),
  () => [null],
  () => ({ __proto__: null, constructor: 1, toString: "x" }),
  () => JSON.parse('{"__proto__":{"is_bot":false,"id":1003}}') as Json,
  () => deep(5000),
  () => 1003,
  () => "1003",
];

/** A copy with one to three things broken: a value of another kind, a field gone, a field from elsewhere. */
export function mutated(update: Json, random: () => number): Json {
  const copy = structuredClone(update);
  const breaks = 1 + Math.floor(random() * 3);
  for (let n = 0; n < breaks; n += 1) breakOne(copy, random);
  return copy;
}

function breakOne(root: Json, random: () => number): void {
  const places = placesOf(root);
  const [holder, key] = places[Math.floor(random() * places.length)] ?? [];
  if (holder === undefined || key === undefined) return;
  const value = hostile[Math.floor(random() * hostile.length)]?.() ?? null;
  const [elsewhere, other] = places[Math.floor(random() * places.length)] ?? [holder, key];
  const kind = random();
  if (kind < 0.25) delete holder[key];
  else if (kind < 0.4) holder[key] = elsewhere === holder ? null : shallow(elsewhere[other]);
  else if (kind < 0.5) holder[key] = [holder[key] ?? null];
  else holder[key] = value;
}

type Holder = Record<string, Json>;
/** What stands elsewhere, unless it holds the place it is put into: no update from Telegram turns back on itself. */
const shallow = (value: Json | undefined): Json =>
  value === undefined || (value !== null && typeof value === "object")
    ? { id: 1003, type: "private" }
    : value;
/** Every field with what holds it; arrays count as objects with numbers for keys. */
function placesOf(value: Json, depth = 0): (readonly [Holder, string])[] {
  if (value === null || typeof value !== "object" || depth > 8) return [];
  const holder = value as unknown as Holder; // an array is one as well, for this purpose
  return Object.keys(holder).flatMap((key) => [
    [holder, key] as const,
    ...placesOf(holder[key] ?? null, depth + 1),
  ]);
}

/** Typed as the library promises it: whether it is so is what is tried here. */
export const asUpdate = (update_id: number, body: Json): Update =>
  ({ ...(body as object), update_id }) as unknown as Update;
