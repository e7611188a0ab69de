/** Whether an update has the shape that the bot relies on; looked at once, where it comes in (F34, F124). */
import type { Update } from "grammy/types";
import { z } from "zod";
import { allowedUpdates } from "../channels/telegram.ts";

const text = z.string().optional();
const user = z.looseObject({ id: z.number().int(), is_bot: z.boolean(), language_code: text });
const chat = z.looseObject({ id: z.number().int(), type: z.string() });
const file = z
  .looseObject({
    file_id: z.string(),
    file_unique_id: z.string(),
    file_size: z.number().optional(),
    file_name: text,
    mime_type: text,
  })
  .optional();
const entity = z.looseObject({ type: z.string(), offset: z.number().int(), length: z.number().int() });
const place = { message_id: z.number().int(), chat, from: user.optional() };
const message = z
  .looseObject({
    ...place,
    text,
    caption: text,
    entities: z.array(entity).optional(),
    caption_entities: z.array(entity).optional(),
    reply_to_message: z.looseObject({ message_id: z.number().int(), from: user.optional() }).optional(),
    photo: z.array(file.unwrap()).optional(),
    document: file,
    video: file,
    contact: z.looseObject({ phone_number: z.string(), user_id: z.number().int().optional() }).optional(),
  })
  // Telegram measures what it marks: a mark on nothing is no mark of its own making
  .refine((one) => one.entities === undefined || one.text !== undefined)
  .optional();

const shape = z
  .looseObject({
    update_id: z.number().int(),
    message,
    edited_message: message,
    callback_query: z
      .looseObject({ id: z.string(), from: user, data: text, message: z.looseObject(place).optional() })
      .optional(),
    my_chat_member: z
      .looseObject({ chat, from: user, new_chat_member: z.looseObject({ status: z.string() }) })
      .optional(),
  })
  .refine((update) => allowedUpdates.some((kind) => update[kind] !== undefined));

/** False: of a kind that nobody asked for, or not as Telegram would send it; it is nobody's word and counts as handled. */
export const isSound = (update: Update): boolean => shape.safeParse(update).success;
