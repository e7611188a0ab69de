/** One call that the mirror makes on both servers, and what later calls may know of the earlier ones. */
import type { Json, JsonObject } from "../json.ts";
import { isObject } from "../json.ts";

/** A file in a form, beside its other fields. */
export interface FilePart {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface Probe {
  method: string;
  /** Parameters, sent as JSON; a function may use what earlier probes brought. */
  params?: JsonObject | ((known: Known) => JsonObject);
  /** Files by the names of their fields: then everything is sent as a form. */
  files?: Record<string, FilePart>;
  /** Later probes know the answer under this name. */
  as?: string;
  /** Only the status is compared, since the answer depends on what else happens to the bot. */
  onlyStatus?: boolean;
  /** The named choice of `choices.ts` that explains a difference, which then counts as none. */
  choice?: string;
}

/** What one server has answered so far. */
export class Known {
  /** The chat in which the mirror speaks. */
  readonly chat: number;
  readonly #results = new Map<string, Json>();

  constructor(chat: number) {
    this.chat = chat;
  }

  keep(name: string, result: Json): void {
    this.#results.set(name, result);
  }

  /** The message_id of a kept message, or of the first of a kept album; 0 when it was not sent. */
  message(name: string): number {
    const result = this.#results.get(name);
    const message = Array.isArray(result) ? result[0] : result;
    const id = isObject(message) ? message["message_id"] : undefined;
    return typeof id === "number" ? id : 0;
  }

  /** The file_id of the greatest photo or of the document of a kept message, empty when there is none. */
  file(name: string): string {
    const message = this.#results.get(name);
    if (!isObject(message)) return "";
    const { photo, document } = message;
    const file = Array.isArray(photo) ? photo.at(-1) : document;
    const id = isObject(file) ? file["file_id"] : undefined;
    return typeof id === "string" ? id : "";
  }

  /** The message_ids of everything sent so far. */
  messages(): number[] {
    const sent = [...this.#results.values()].flatMap((result) => (Array.isArray(result) ? result : [result]));
    return sent.flatMap((each) =>
      isObject(each) && typeof each["message_id"] === "number" ? [each["message_id"]] : [],
    );
  }
}

/** Parameters with the mirror's chat in front. */
export function inChat(params: JsonObject = {}): (known: Known) => JsonObject {
  return ({ chat }) => ({ chat_id: chat, ...params });
}

/** The same about a kept message. */
export function about(name: string, params: JsonObject = {}): (known: Known) => JsonObject {
  return (known) => ({ chat_id: known.chat, message_id: known.message(name), ...params });
}

/** A number that no message, chat or person has. */
export const nobody = 987_654_321;
